"""Read which service is to be explained, for whom, beside the request itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lifejourney.answers.door import read_request
from lifejourney.answers.faults import Faults, choose, kind, shown
from lifejourney.answers.names import Names
from lifejourney.answers.request import Request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest, Problem, Words
from lifejourney.situation import build_cast
from lifejourney.vocabulary import Entry

OWN: Final = ("service", "person")


@dataclass(frozen=True, slots=True)
class About:
    """Hold a request, the slug of the service to explain, and for whom; None: for everybody."""

    request: Request
    service: str
    person: str | None = None


def read_about(catalog: Catalog, raw: object, today: date) -> About:
    """Check the body of a request for an explanation: that of an advice, and `service`.

    Raises InvalidRequest with everything that is wrong, and nothing else.
    """
    own = {name: raw[name] for name in OWN if name in raw} if isinstance(raw, Mapping) else {}
    rest = {k: v for k, v in raw.items() if k not in OWN} if isinstance(raw, Mapping) else raw
    faults = Faults()
    request: Request | None = None
    others: tuple[Problem, ...] = ()
    try:
        request = read_request(catalog, rest, today)
    except InvalidRequest as error:
        others = error.problems
    there = catalog.on(request.day if request is not None else today)
    service = _service(there, own.get("service"), faults) if isinstance(raw, Mapping) else None
    person = _person(there, request, own.get("person"), faults)
    problems = (*others, *faults.problems)
    if problems or request is None or service is None:
        raise InvalidRequest(problems)
    return About(request, service, person)


def present_name(catalog: Catalog, name: str) -> str:
    """Return the present slug of a service by code or slug, also by one that was renamed."""
    if name in catalog.by_code:
        return catalog.by_code[name].slug
    entries = catalog.register.services
    coded = {entry.code: slug for slug, entry in entries.items() if entry.code}
    return catalog.register.present("services", coded.get(name, name))


def withdrawn(catalog: Catalog, name: str) -> Entry | None:
    """Return what the register says of a service that was withdrawn, by its present name."""
    entry = catalog.register.services.get(name)
    gone = name not in catalog.services and entry is not None and entry.state == "withdrawn"
    return entry if gone else None


def _service(catalog: Catalog, given: object, faults: Faults) -> str | None:
    """Return the slug of the service that is asked about."""
    if given is None:
        what = Words("layanan mana belum disebut", "it is not said which service")
        remedy = Words("tulis kode atau nama layanan", "write the code or slug of a service")
        faults.add("missing-field", "service", what, remedy)
        return None
    if not isinstance(given, str) or not given:
        known = kind(given)
        what = Words(f"ini {known.id}", f"this is {known.en}")
        remedy = Words("tulis kode atau nama layanan", "write the code or slug of a service")
        faults.add("wrong-type", "service", what, remedy)
        return None
    name = present_name(catalog, given)
    if name in catalog.services:
        return name
    text = shown(given)
    gone = withdrawn(catalog, name)
    if gone is not None:
        what = Words(f"layanan '{text}' sudah ditarik", f"the service '{text}' was withdrawn")
        new = gone.replaced_by
        faults.add(
            "withdrawn-service",
            "service",
            what,
            Words(f"pakai '{new}'", f"use '{new}'") if new else None,
        )
        return None
    what = Words(f"layanan '{text}' tidak ada", f"there is no service '{text}'")
    search = Words("cari: lifejourney services", "search: lifejourney services")
    near = choose(given, (*catalog.services, *catalog.by_code))
    faults.add("unknown-service", "service", what, near or search)
    return None


def _person(catalog: Catalog, request: Request | None, given: object, faults: Faults) -> str | None:
    """Return the member that is asked about, None for everybody."""
    if given is None:
        return None
    if not isinstance(given, str):
        faults.wrong_type("person", given, Words("orang, misalnya child[1]", "a person: child[1]"))
        return None
    if request is None:
        return None
    cast = build_cast(catalog, request.events, request.persons)
    if given in cast.members:
        return given
    return Names(catalog, cast, faults).member(given, "person")
