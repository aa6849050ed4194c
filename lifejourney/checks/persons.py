"""Check events: their persons, and the goals that they call for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import GENERIC, SELF, Catalog
from lifejourney.checks.circles import circles
from lifejourney.checks.holders import wrong_holder
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Path, Places
from lifejourney.checks.scopes import played_by
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import (
    Call,
    Condition,
    EventTest,
    LifeEvent,
    Person,
    Same,
    leaves,
)

OTHER: Final = "other"
RESERVED: Final = frozenset({GENERIC, OTHER, "it"})


def check_persons(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the persons and goals of events."""
    for event in catalog.events.values():
        for role, person in event.persons.items():
            yield from _person(event, role, person, places)
            yield from _unread(event, role, person, places)
            yield from _facts_of_roles(event, role, person, places)
            yield from _identity(event, role, catalog, places)
        yield from _circles(event, places)
        if not event.calls_for:
            what = Words("peristiwa ini tidak punya tujuan", "this event calls for nothing")
            remedy = Words("isi 'calls_for'", "fill 'calls_for'")
            yield Problem("missing-component", places(event, ("calls_for",)), what, remedy)
        for at, call in enumerate(event.calls_for):
            yield from _call(event, ("calls_for", at), call, _Context(catalog, places))
            yield from _twice(event, at, places)
    yield from _groups(catalog, places)


def _person(event: LifeEvent, role: str, person: Person, places: Places) -> Iterator[Problem]:
    """Check a role by itself: its name, and how many may play it."""
    path = ("persons", role)
    if role in RESERVED:
        what = Words(f"nama peran '{role}' sudah terpakai", f"the role name '{role}' is taken")
        remedy = Words("pilih nama lain", "choose another name")
        yield Problem("reserved-name", places(event, (*path, "[key]")), what, remedy)
    likely = person.minimum if person.likely is None else person.likely
    if person.many and not 0 <= person.minimum <= likely <= person.maximum:
        what = Words(
            "jumlah tidak berurutan: minimum, likely, maximum",
            "the numbers are not in order: minimum, likely, maximum",
        )
        remedy = Words("perbaiki urutannya, mulai dari 0", "put them in order, from 0 up")
        yield Problem("bad-range", places(event, (*path, "minimum")), what, remedy)
    if person.may_be and person.ask is None:
        what = Words(
            f"siapa '{role}' ditanyakan dengan kata umum saja",
            f"who '{role}' is will be asked in general words only",
        )
        remedy = Words("tambahkan ask: {id: …}", "add ask: {id: …}")
        yield Problem("missing-question", places(event, path), what, remedy, "hint")


def _unread(event: LifeEvent, role: str, person: Person, places: Places) -> Iterator[Problem]:
    """Report keys of a role that nothing would read."""
    usual = Person()
    asked = person.many or person.group or person.may_be or person.also
    misfits = (
        ("minimum", not person.many and person.minimum != usual.minimum, "many: true"),
        ("maximum", not person.many and person.maximum != usual.maximum, "many: true"),
        ("likely", not person.many and person.likely is not None, "many: true"),
        ("dead", person.group and person.dead, "group: false"),
        ("same_when", not person.group and person.same_when is not None, "group: true"),
        ("ask_also", not person.also and person.ask_also is not None, "also"),
        ("ask", not asked and person.ask is not None, "many: true, may_be"),
    )
    for key, wrong, wanted in misfits:
        if wrong:
            what = Words(
                f"'{key}' tidak dibaca pada peran seperti ini",
                f"'{key}' is not read of a role like this",
            )
            remedy = Words(f"hapus, atau tulis {wanted}", f"remove it, or write {wanted}")
            yield Problem("misfit-key", places(event, ("persons", role, key)), what, remedy)


def _facts_of_roles(
    event: LifeEvent, role: str, person: Person, places: Places
) -> Iterator[Problem]:
    """Report facts where it counts who is who: the roles are known before any fact is."""
    conditions: list[tuple[Path, Condition | None]] = [(("same_when",), person.same_when)]
    conditions += [(("likely_when", one), when) for one, when in person.likely_when.items()]
    for path, condition in conditions:
        found = () if condition is None else leaves(condition)
        if all(isinstance(leaf, Same | EventTest) for leaf in found):
            continue
        what = Words(f"'{path[0]}' tidak membaca fakta", f"'{path[0]}' reads no facts")
        remedy = Words(
            "pakai same: [deceased, mother] atau event: birth",
            "use same: [deceased, mother] or event: birth",
        )
        yield Problem("misfit-key", places(event, ("persons", role, *path)), what, remedy)


def _identity(event: LifeEvent, role: str, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Check who a role is, or may be."""
    person, path = event.persons[role], ("persons", role)
    for at, name in enumerate(person.may_be):
        if name != role and (name in catalog.roles or name == OTHER):
            continue
        where = places(event, (*path, "may_be", at))
        if name == role:
            what = Words(f"'{role}' memang dirinya sendiri", f"'{role}' is itself anyway")
            remedy = Words(f"hapus '{role}'", f"remove '{role}'")
            yield Problem("person-circle", where, what, remedy)
        else:
            yield unknown("person", name, {*catalog.roles, OTHER}, where)
    for name in person.likely_when:
        if name not in person.may_be:
            yield unknown(
                "person", name, person.may_be, places(event, (*path, "likely_when", name))
            )
    for name in person.also:
        if name not in catalog.roles:
            where = places(event, (*path, "also", name))
            yield unknown("person", name, catalog.roles, where)
    known = {*event.persons, SELF}
    for name in person.is_role:
        if played_by(name, event) not in known:
            yield unknown("person", name, known, places(event, (*path, "is_role", name)))


def _circles(event: LifeEvent, places: Places) -> Iterator[Problem]:
    """Report roles that are each other in a circle."""
    needs = {
        role: tuple(played_by(name, event) for name in person.is_role)
        for role, person in event.persons.items()
        if person.is_role
    }
    for circle in circles(needs):
        way = " → ".join(circle)
        what = Words(f"'is' berputar: {way}", f"'is' in a circle: {way}")
        remedy = Words("putuskan satu 'is'", "cut one 'is'")
        where = places(event, ("persons", circle[0], "is_role"))
        yield Problem("person-circle", where, what, remedy)


def _groups(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report a role that is a group in one event and a human being in another."""
    for event in catalog.events.values():
        for role, person in event.persons.items():
            if role in catalog.groups and not person.group:
                what = Words(
                    f"'{role}' adalah kelompok di peristiwa lain",
                    f"'{role}' is a group in another event",
                )
                remedy = Words("tulis group: true, atau ganti namanya", "add group: true or rename")
                yield Problem("group-or-not", places(event, ("persons", role)), what, remedy)


class _Context:
    """Hold what the check of a goal looks things up in."""

    def __init__(self, catalog: Catalog, places: Places) -> None:
        """Keep both."""
        self.catalog = catalog
        self.places = places


def _call(event: LifeEvent, path: Path, call: Call, context: _Context) -> Iterator[Problem]:
    """Check a goal: what it calls for, of whom, and its rivals."""
    catalog, places = context.catalog, context.places
    if (call.service is None) == (call.document is None):
        what = Words(
            "tujuan memerlukan tepat satu: 'service' atau 'document'",
            "a goal takes exactly one: 'service' or 'document'",
        )
        remedy = Words("tambahkan atau hapus salah satu", "add or remove one of them")
        yield Problem("bad-goal", places(event, path), what, remedy)
        return
    if call.of in catalog.roles and call.of not in {*event.persons, SELF}:
        yield unknown("person", call.of, {*event.persons, SELF}, places(event, (*path, "of")))
    yield from _holder(event, path, call, context)
    if call.usual is not None:
        yield from _usual(event, path, call, context)
    yield from _compared(event, path, call, context)
    rivals = {one.target for one in event.calls_for} - {call.target}
    for at, name in enumerate(call.excludes):
        if name not in rivals:
            yield unknown("goal", name, rivals, places(event, (*path, "excludes", at)))


def _twice(event: LifeEvent, at: int, places: Places) -> Iterator[Problem]:
    """Report a goal that stands there already, in the same case."""
    call = event.calls_for[at]
    before = event.calls_for[:at]
    if any((one.target, one.of, one.when) == (call.target, call.of, call.when) for one in before):
        what = Words(f"'{call.target}' sudah disebut", f"'{call.target}' stands there already")
        remedy = Words("gabungkan keduanya", "merge the two")
        yield Problem("said-twice", places(event, ("calls_for", at)), what, remedy)


def _compared(event: LifeEvent, path: Path, call: Call, context: _Context) -> Iterator[Problem]:
    """Report a comparison of kinds where there are none."""
    document = context.catalog.documents.get(call.document or "")
    if call.compare and (document is None or len(context.catalog.kinds(document.slug)) == 1):
        what = Words(
            f"tidak ada jenis '{call.target}' yang dapat dibandingkan",
            f"there are no kinds of '{call.target}' to compare",
        )
        remedy = Words("hapus 'compare', atau tulis kind_of", "drop 'compare', or write kind_of")
        yield Problem("bad-goal", context.places(event, (*path, "compare")), what, remedy)


def _usual(event: LifeEvent, path: Path, call: Call, context: _Context) -> Iterator[Problem]:
    """Report a usual kind that is none of the document called for."""
    document = context.catalog.documents.get(call.document or "")
    kinds = context.catalog.kinds(document.slug) if document else ()
    if call.usual not in kinds:
        what = Words(
            f"'{call.usual}' bukan jenis dari '{call.target}'",
            f"'{call.usual}' is no kind of '{call.target}'",
        )
        listed = ", ".join(kinds)
        remedy = Words(f"pilih satu dari: {listed}", f"choose one of: {listed}")
        nothing = Words("hapus 'usual'", "remove 'usual'")
        where = context.places(event, (*path, "usual"))
        yield Problem("not-a-kind", where, what, remedy if kinds else nothing)


def _holder(event: LifeEvent, path: Path, call: Call, context: _Context) -> Iterator[Problem]:
    """Report a goal of somebody whom the service or document is not for."""
    catalog = context.catalog
    service = catalog.services.get(call.service or "")
    document = catalog.documents.get(call.document or "")
    holders = service.serves if service else document.of if document else ()
    if holders and call.of in catalog.roles and not catalog.covers(holders, call.of):
        where = context.places(event, (*path, "of"))
        yield wrong_holder(call.target, (call.of,), holders, where)
