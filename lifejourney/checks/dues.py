"""Check what falls due: one way to tell when, for roles that can be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from lifejourney.catalog import Catalog
from lifejourney.checks.dates import check_date
from lifejourney.checks.holdings import fact_names, fact_type
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Path, Places
from lifejourney.checks.scopes import expand
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import Document, Due, LifeEvent, Service

OLDEST: Final = 150


class _Placed(NamedTuple):
    """Hold a rule with its noun and path, and the roles that it can be about."""

    noun: Service | LifeEvent | Document
    path: Path
    rule: Due
    roles: tuple[str, ...]


def check_dues(nouns: Iterable[object], catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the rules in these nouns by which something falls due."""
    for placed in chain.from_iterable(map(_rules, nouns)):
        where = places(placed.noun, placed.path)
        yield from _moment(placed, where)
        if placed.rule.at_age is not None:
            yield from _age(placed, catalog, places)
        if placed.rule.after is not None:
            below = places(placed.noun, (*placed.path, "after"))
            yield from check_date(placed.rule.after, placed.roles, catalog, below)
        yield from _roles(placed, catalog, places)


def _rules(noun: object) -> Iterator[_Placed]:
    """Yield every rule of a noun."""
    if isinstance(noun, Service | LifeEvent):
        served = noun.serves if isinstance(noun, Service) else ()
        for at, rule in enumerate(noun.due):
            yield _Placed(noun, ("due", at), rule, rule.of or served)
    elif isinstance(noun, Document) and noun.due is not None:
        yield _Placed(noun, ("due",), noun.due, noun.of)


def _moment(placed: _Placed, where: Place) -> Iterator[Problem]:
    """Report a rule that tells in no way when it is due, or in more than one."""
    rule, of_paper = placed.rule, isinstance(placed.noun, Document)
    period = (rule.within is not None, rule.after is not None)
    on_a_day = rule.on is not None
    ways = (rule.at_age is not None, any(period), rule.before_expiry is not None, on_a_day)
    is_whole = period[0] == period[1] and (rule.by is None or rule.at_age is not None)
    if sum(ways) != 1 or not is_whole or ways[2] != of_paper or (of_paper and rule.of):
        what = Words("belum jelas kapan ini jatuh tempo", "it is not clear when this falls due")
        remedy = Words(
            "tulis tepat satu: at_age (boleh dengan by), within dan after, atau on",
            "write exactly one: at_age (with by if need be), within and after, or on",
        )
        if of_paper:
            remedy = Words(
                "pada dokumen hanya before_expiry, tanpa 'of'; aturan lain ditulis pada layanan "
                "atau peristiwanya",
                "on a document only before_expiry, without 'of'; write other rules on the "
                "service or the event",
            )
        yield Problem("due-when", where, what, remedy)


def _age(placed: _Placed, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report an age that nobody reaches, and roles of which no age can be known."""
    where = places(placed.noun, (*placed.path, "at_age"))
    if not 0 <= (placed.rule.at_age or 0) <= OLDEST:
        what = Words(f"umur {placed.rule.at_age} di luar batas", "nobody reaches that age")
        yield Problem("bad-range", where, what, Words(f"0 sampai {OLDEST}", f"0 to {OLDEST}"))
    for role in (one for one in expand(placed.roles, catalog) if one in catalog.roles):
        if not any(fact_type(catalog, role, name) for name in ("birth_date", "age")):
            known = {f"{role}.{name}" for name in fact_names(catalog, role)}
            below = places(placed.noun, (*placed.path, "of"))
            yield unknown("fact", f"{role}.birth_date", known, below)


def _roles(placed: _Placed, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report a rule of an event about nobody, and roles that a service is not for."""
    if not placed.roles:
        what = Words("belum jelas bagi siapa", "it is not said for whom it is")
        where = places(placed.noun, placed.path)
        yield Problem("missing-component", where, what, Words("isi 'of'", "fill 'of'"))
    if not isinstance(placed.noun, Service):
        return
    for at, role in enumerate(placed.rule.of):
        if role in catalog.roles and not catalog.covers(placed.noun.serves, role):
            listed = ", ".join(placed.noun.serves)
            what = Words(f"layanan ini bukan untuk '{role}'", f"the service is not for '{role}'")
            remedy = Words(f"pilih: {listed}", f"choose: {listed}")
            where = places(placed.noun, (*placed.path, "of", at))
            yield Problem("not-served", where, what, remedy)
