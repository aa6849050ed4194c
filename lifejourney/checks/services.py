"""Check services: their code, their mandatory components, deadlines, figures and neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.dates import check_date
from lifejourney.checks.documents import requirements_of
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Path, Places
from lifejourney.days import birthday
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Deadline, Opening, Service

_COMPONENTS: Final = ("serves", "procedure", "channels", "legal")
# Periods that pass within a day.
_NO_DAYS: Final = ("minute", "hour")
_WRITTEN: Final = {"serves": "for"}


def check_services(nouns: Iterable[object], catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the services among these nouns."""
    for service in nouns:
        if not isinstance(service, Service):
            continue
        yield from _components(service, places)
        yield from _neighbours(service, catalog, places)
        yield from _remarks(service, places)
        yield from _times(service, places)
        yield from _changes(service, places)
        yield from _said_twice(service, places)
        yield from _claim(service, places)
        for path, text in _dates(service):
            if text is not None:
                yield from check_date(text, service.serves, catalog, places(service, path))


def check_numbers(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield the codes that two services bear."""
    first: dict[str, Service] = {}
    for service in catalog.services.values():
        other = first.setdefault(service.code, service)
        if other is not service:
            what = Words(
                f"kode {service.code} sudah dipakai '{other.slug}'",
                f"the code {service.code} is that of '{other.slug}'",
            )
            free = _free_code(catalog)
            remedy = Words(f"kode yang masih bebas: {free}", f"a code that is free: {free}")
            yield Problem("duplicate-code", places(service, ("code",)), what, remedy)


def _free_code(catalog: Catalog) -> str:
    """Return the code after the greatest one ever used."""
    registered = [entry.code for entry in catalog.register.services.values() if entry.code]
    greatest = max([*catalog.by_code, *registered], key=lambda code: int(code.split("-")[1]))
    prefix, number = greatest.split("-")
    return f"{prefix}-{int(number) + 1:0{len(number)}}"


def _remarks(service: Service, places: Places) -> Iterator[Problem]:
    """Report remarks about results that the service does not make."""
    made = {result.document for result in service.produces}
    for path, remark in service.remarks:
        if remark.result is not None and remark.result not in made:
            where = places(service, (*path, "result"))
            yield unknown("document", remark.result, made, where)


def _components(service: Service, places: Places) -> Iterator[Problem]:
    """Report components of the service standard that are empty."""
    for field in _COMPONENTS:
        if not getattr(service, field):
            key = _WRITTEN.get(field, field)
            what = Words(f"komponen wajib '{key}' kosong", f"the mandatory '{key}' is empty")
            remedy = Words(f"isi '{key}'", f"fill '{key}'")
            yield Problem("missing-component", places(service, (field,)), what, remedy)
    if (service.acts == "other") != (service.actor is not None):
        what = Words(
            "acts: other dan 'actor' harus ada bersama", "acts: other and 'actor' go together"
        )
        remedy = Words("tambahkan actor: {id: …}, atau hapus", "add actor: {id: …}, or remove it")
        where = places(service, ("actor" if service.actor else "acts",))
        yield Problem("missing-actor", where, what, remedy)


def _neighbours(service: Service, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Check what a service updates, and what it is filed with."""
    if service.updates is not None and service.updates in catalog.documents:
        kinds = catalog.kinds(service.updates)
        if not any(result.document in kinds for result in service.produces):
            what = Words(
                f"tidak ada hasil yang merupakan jenis dari '{service.updates}'",
                f"none of its results is a kind of '{service.updates}'",
            )
            remedy = Words(
                f"tulis kind_of: {service.updates} pada dokumen hasilnya",
                f"write kind_of: {service.updates} in the result's document",
            )
            yield Problem("updates-nothing", places(service, ("updates",)), what, remedy)
    if service.slug in service.filed_with:
        what = Words("layanan tidak diajukan bersama dirinya", "a service is not filed with itself")
        remedy = Words(f"hapus '{service.slug}'", f"remove '{service.slug}'")
        yield Problem("filed-with-itself", places(service, ("filed_with",)), what, remedy)


def _times(service: Service, places: Places) -> Iterator[Problem]:
    """Report a window that opens from nothing or never, and what comes again at once."""
    opens, repeats = service.opens, service.repeats
    if service.deadline is not None and not _is_whole(service.deadline):
        what = Words("belum jelas kapan batasnya", "it is not clear when the deadline is")
        remedy = Words(
            "tulis within dan unit dengan after atau before, atau by (boleh dengan after), "
            "atau on saja",
            "write within and unit with after or before, or by (with after if need be), "
            "or on alone",
        )
        yield Problem("deadline-when", places(service, ("deadline",)), what, remedy)
    if opens is not None and (opens.not_before is None) != (opens.after is None):
        what = Words("not_before dan after harus ada bersama", "not_before and after go together")
        remedy = Words("tambahkan yang kurang, atau hapus", "add the one that is missing")
        yield Problem("opens-from-nothing", places(service, ("opens",)), what, remedy)
    if opens is not None and not opens.says_when:
        what = Words("belum disebut kapan dibuka", "it is not said when it opens")
        remedy = Words(
            "tulis not_before dan after, from_day, until_day, atau announced; atau hapus",
            "write not_before and after, from_day, until_day or announced; or remove it",
        )
        yield Problem("opens-from-nothing", places(service, ("opens",)), what, remedy)
    if opens and opens.from_day and opens.until_day and opens.until_day < opens.from_day:
        what = Words("until_day sebelum from_day", "until_day is before from_day")
        remedy = Words("periksa kedua tanggalnya", "check both dates")
        yield Problem("never-open", places(service, ("opens", "until_day")), what, remedy)
    if opens is not None and opens.each_year and not _within_a_year(opens):
        what = Words("jendela tahunan tidak utuh", "a window of each year that is not whole")
        remedy = Words(
            "tulis from_day dan until_day yang pertama, kurang dari setahun",
            "write the first from_day and until_day, less than a year apart",
        )
        yield Problem("yearly-window", places(service, ("opens", "each_year")), what, remedy)
    if repeats is not None and (repeats.every.value < 1 or repeats.every.unit in _NO_DAYS):
        what = Words("berulang pada hari yang sama", "it comes again on the same day")
        remedy = Words("tulis selang mulai 1 hari", "write a period of 1 day or more")
        yield Problem("repeats-at-once", places(service, ("repeats", "every")), what, remedy)


def _said_twice(service: Service, places: Places) -> Iterator[Problem]:
    """Report channels, and papers of one requirement, that stand there already."""
    lists: list[tuple[Path, tuple[object, ...]]] = [(("channels",), service.channels)]
    lists += [((*path, "any"), one.any) for path, one in requirements_of(service)]
    for path, items in lists:
        for at, item in enumerate(items):
            if item in items[:at]:
                what = Words("ini sudah disebut", "this stands there already")
                remedy = Words("hapus salah satu", "remove one of them")
                yield Problem("said-twice", places(service, (*path, at)), what, remedy)


def _claim(service: Service, places: Places) -> Iterator[Problem]:
    """Report a time within which to claim that counts from nothing, or the other way round."""
    benefit = service.benefit
    if benefit and (benefit.claim_within is None) != (benefit.claim_after is None):
        what = Words(
            "claim_within dan claim_after harus ada bersama",
            "claim_within and claim_after go together",
        )
        remedy = Words("tambahkan yang kurang, atau hapus", "add the one that is missing")
        yield Problem("claim-when", places(service, ("benefit",)), what, remedy)


def _changes(service: Service, places: Places) -> Iterator[Problem]:
    """Report changes of nothing, and two from the same day on."""
    days: set[date] = set()
    for at, change in enumerate(service.changes):
        if not change.set and not change.ends:
            what = Words("tidak ada yang berubah", "nothing changes")
            remedy = Words("tambahkan set: …, atau ends: […]", "add set: …, or ends: […]")
            yield Problem("changes-nothing", places(service, ("changes", at)), what, remedy)
        if change.from_day in days:
            day = change.from_day.isoformat()
            what = Words(f"dua perubahan mulai {day}", f"there are two changes from {day} on")
            remedy = Words("gabungkan keduanya", "merge the two")
            yield Problem(
                "changes-twice", places(service, ("changes", at, "from_day")), what, remedy
            )
        days.add(change.from_day)


def _within_a_year(opens: Opening) -> bool:
    """Tell whether a window has a first and a last day, and is over before it opens again."""
    if opens.from_day is None or opens.until_day is None:
        return False
    return opens.until_day < birthday(opens.from_day, 1)


def _is_whole(deadline: Deadline) -> bool:
    """Tell whether a deadline says in one way, and fully, when it is."""
    period = (deadline.within is not None, deadline.unit is not None)
    if deadline.on is not None:
        return not any(period) and deadline.by is None and deadline.counts_from is None
    if deadline.by is not None:
        return not any(period) and deadline.before is None
    return all(period) and (deadline.after is None) != (deadline.before is None)


def _dates(service: Service) -> Iterator[tuple[Path, str | None]]:
    """Yield the facts from whose day something counts."""
    if service.deadline is not None:
        yield ("deadline", "after"), service.deadline.after
        yield ("deadline", "before"), service.deadline.before
    if service.opens is not None:
        yield ("opens", "after"), service.opens.after
    if service.benefit is not None:
        yield ("benefit", "claim_after"), service.benefit.claim_after
    for path, requirement in requirements_of(service):
        if requirement.supplied_later is not None:
            yield (*path, "supplied_later", "after"), requirement.supplied_later.after
