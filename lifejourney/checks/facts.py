"""Check facts: their types, options and bounds, what they follow from, and circles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.circles import circles
from lifejourney.checks.holdings import fact_type
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Places
from lifejourney.checks.scopes import expand
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import ALWAYS, Condition, Fact, FactTest, leaves

FORBIDDEN_OPTIONS: Final = frozenset({"yes", "no", "true", "false", "null", "not", "-"})
FEWEST_OPTIONS: Final = 2
_NUMBERS: Final = ("integer", "money")
_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")


def check_facts(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with facts."""
    for fact in catalog.facts:
        yield from _shape(fact, places)
        yield from _bounds(fact, places)
        yield from _derived(fact, catalog, places)
    yield from _twice(catalog, places)
    yield from _circles(catalog, places)


def _misfit(where: Place, key: str, kind: str) -> Problem:
    """Report a key that does not go with the type of a fact."""
    what = Words(
        f"'{key}' tidak cocok dengan jenis {kind}", f"'{key}' does not go with the type {kind}"
    )
    remedy = Words("hapus, atau ubah 'type'", "remove it, or change 'type'")
    return Problem("misfit-key", where, what, remedy)


def _shape(fact: Fact, places: Places) -> Iterator[Problem]:
    """Check what a type needs and what it forbids."""
    if not fact.of:
        what = Words("belum jelas ini fakta siapa", "it is not said whose fact this is")
        remedy = Words("tulis 'of' di awal berkas", "write 'of' at the head of the file")
        yield Problem("missing-key", places(fact), what, remedy)
    fewest = 1 if fact.derived is not None and fact.derived.value is not None else FEWEST_OPTIONS
    if fact.type == "choice" and len(fact.options) < fewest:
        what = Words(
            "fakta pilihan memerlukan paling sedikit dua pilihan",
            "a choice needs two options at least",
        )
        remedy = Words("tambahkan options: {…}", "add options: {…}")
        yield Problem("missing-options", places(fact), what, remedy)
    misfits = (
        ("options", fact.type != "choice" and fact.options),
        ("likelihood", fact.type != "boolean" and fact.likelihood),
        ("likely", fact.type not in (*_NUMBERS, "date") and fact.likely is not None),
        ("regions", fact.type != "text" and fact.regions),
        ("minimum", fact.type not in (*_NUMBERS, "date") and fact.minimum),
        ("forward", fact.forward and (fact.type == "text" or not fact.changeable)),
        ("maximum", fact.type not in (*_NUMBERS, "date") and fact.maximum),
    )
    for key, wrong in misfits:
        if wrong:
            yield _misfit(places(fact, (key,)), key, fact.type)
    for option in fact.options:
        if option in FORBIDDEN_OPTIONS:
            yield _forbidden(option, places(fact, ("options", option, "[key]")))
    if fact.name == "count":
        what = Words(f"nama '{fact.name}' sudah terpakai", f"the name '{fact.name}' is taken")
        remedy = Words("pilih nama lain", "choose another name")
        yield Problem("reserved-name", places(fact), what, remedy)
    if fact.name == "alive" and fact.type != "boolean":
        yield _misfit(places(fact, ("type",)), "alive", fact.type)


def _forbidden(option: str, where: Place) -> Problem:
    """Report an option that looks like something else."""
    what = Words(
        f"'{option}' tidak boleh menjadi pilihan", f"'{option}' cannot be an option's name"
    )
    remedy = Words(
        "pakai kata yang jelas, atau type: boolean", "use a telling word, or type: boolean"
    )
    return Problem("forbidden-option", where, what, remedy)


def _bounds(fact: Fact, places: Places) -> Iterator[Problem]:
    """Check that minimum and maximum are values of the fact's type, and in order."""
    if fact.type not in (*_NUMBERS, "date"):
        return
    found: list[int] = []
    for key, text in (("minimum", fact.minimum), ("maximum", fact.maximum)):
        if text is None:
            continue
        value = _value(text, fact.type)
        if value is None:
            what = Words(
                f"'{text}' bukan nilai jenis {fact.type}", f"'{text}' is no value of {fact.type}"
            )
            example = "2026-11-22" if fact.type == "date" else "17"
            remedy = Words(f"contoh: {example}", f"for example {example}")
            yield Problem("bad-bound", places(fact, (key,)), what, remedy)
        else:
            found.append(value)
    if found != sorted(found):
        yield reversed_range(places(fact, ("minimum",)))


def reversed_range(where: Place) -> Problem:
    """Report a least value above the greatest."""
    what = Words("nilai terkecil di atas nilai terbesar", "the least is above the greatest")
    return Problem("bad-range", where, what, Words("tukar keduanya", "swap them"))


def _value(text: str, kind: str) -> int | None:
    """Return a bound as a number, of days for a date; None if it is no such value."""
    if kind != "date":
        return int(text) if _INTEGER.fullmatch(text) else None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _derived(fact: Fact, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Check from what a fact follows."""
    if fact.derived is None:
        return
    since = fact.derived.years_since or fact.derived.days_since
    ways = (
        fact.derived.years_since,
        fact.derived.days_since,
        fact.derived.condition,
        fact.derived.value,
    )
    if sum(way is not None for way in ways) != 1:
        what = Words("'derived' memerlukan tepat satu cara", "'derived' takes exactly one way")
        remedy = Words(
            "pilih years_since, days_since, condition, atau value",
            "choose years_since, days_since, condition or value",
        )
        yield Problem("bad-derived", places(fact, ("derived",)), what, remedy)
        return
    if fact.derived.value is not None:
        if fact.type != "choice":
            yield _misfit(places(fact, ("derived",)), "derived", fact.type)
        elif fact.derived.value not in fact.options:
            where = places(fact, ("derived", "value"))
            yield unknown("option", fact.derived.value, fact.options, where)
        return
    if fact.type != ("integer" if since else "boolean"):
        yield _misfit(places(fact, ("derived",)), "derived", fact.type)
    if since is None:
        return
    key = "years_since" if fact.derived.years_since else "days_since"
    roles = [role for role in expand(fact.of, catalog) if role in catalog.roles]
    if any(fact_type(catalog, role, since) != "date" for role in roles):
        dates = {one.name for role in roles for one in catalog.facts_of(role) if one.type == "date"}
        yield unknown("fact", since, dates, places(fact, ("derived", key)))


def _twice(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report facts defined twice for the same holder."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in catalog.facts:
        for role in fact.of:
            first = seen.setdefault((role, fact.name), fact)
            if first is not fact:
                before = places(first)
                what = Words(
                    f"fakta '{role}.{fact.name}' sudah ada di {before}",
                    f"the fact '{role}.{fact.name}' is defined at {before} already",
                )
                remedy = Words("gabungkan, atau ganti namanya", "merge them, or rename one")
                yield Problem("duplicate-fact", places(fact), what, remedy)


def _circles(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report facts that apply, or follow, only by way of themselves."""
    for circle in circles(_needs(catalog)):
        where = next(place for node in circle if (place := _place(node, catalog, places)))
        way = " → ".join(f"{role}.{name}" if name else role for role, name in circle)
        what = Words(f"fakta berputar: {way}", f"facts in a circle: {way}")
        remedy = Words(
            "putuskan satu 'applies_when', 'derived' atau 'when'",
            "cut one 'applies_when', 'derived' or 'when'",
        )
        yield Problem("fact-circle", where, what, remedy)


_Node = tuple[str, str]


def _place(node: _Node, catalog: Catalog, places: Places) -> Place | None:
    """Return where a fact is defined, or a role is declared; None for what is built in."""
    role, name = node
    if name:
        fact = catalog.fact(role, name)
        return places(fact) if fact else None
    declaring = (one for one in catalog.events.values() if role in one.persons)
    return next(places(event, ("persons", role, "when")) for event in declaring)


def _needs(catalog: Catalog) -> Mapping[_Node, tuple[_Node, ...]]:
    """Return for each fact, and for the existence of each role, what must be known first."""
    needs: dict[_Node, set[_Node]] = {}
    for event in catalog.events.values():
        for role, person in event.persons.items():
            if person.when is not None:
                needs.setdefault((role, ""), set()).update(_facts_in(person.when, role))
            for other, condition in person.also.items():
                needs.setdefault((role, ""), set()).update(_facts_in(condition, other))
    for role in sorted(catalog.roles):
        needs.setdefault((role, "alive"), {(role, "")})
        for fact in catalog.facts_of(role):
            found = needs.setdefault((role, fact.name), {(role, "")})
            if fact.derived is not None:
                derived = fact.derived
                found |= {(role, one) for one in (derived.years_since, derived.days_since) if one}
                found |= _facts_in(derived.condition, role)
            found |= _facts_in(fact.applies_when, role)
    return {node: tuple(sorted(after)) for node, after in needs.items()}


def _facts_in(condition: Condition | None, it: str) -> set[_Node]:
    """Return the facts in a condition, `it` being a role."""
    return {
        (it if leaf.role == "it" else leaf.role, leaf.name)
        for leaf in leaves(condition or ALWAYS)
        if isinstance(leaf, FactTest)
    }
