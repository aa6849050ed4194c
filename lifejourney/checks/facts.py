"""Check facts: their types, options and bounds, what they follow from, and circles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.circles import circles
from lifejourney.checks.holdings import FITTING, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Path, Places
from lifejourney.checks.scopes import expand, leaves_inside
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import Condition, Constraint, Fact, FactTest

FORBIDDEN_OPTIONS: Final = frozenset({"yes", "no", "true", "false", "null", "not", "-"})
_NUMBERS: Final = ("integer", "money")
_COMPARE: Final = re.compile(r"([\w-]+)\.([\w-]+) *(?:<=|>=|<|>) *([\w-]+)\.([\w-]+)")
_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")


def check_facts(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with facts and constraints."""
    for fact in catalog.facts:
        yield from _shape(fact, places)
        yield from _bounds(fact, places)
        yield from _derived(fact, catalog, places)
    yield from _twice(catalog, places)
    yield from _circles(catalog, places)
    for constraint in catalog.constraints:
        yield from _constraint(constraint, catalog, places)


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
    if fact.type == "choice" and len(fact.options) < 2:
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
        ("maximum", fact.type not in (*_NUMBERS, "date") and fact.maximum),
    )
    for key, wrong in misfits:
        if wrong:
            yield _misfit(places(fact, (key,)), key, fact.type)
    for option in fact.options:
        if option in FORBIDDEN_OPTIONS:
            yield _forbidden(option, places(fact, ("options", option, "[key]")))
    if fact.name in ("count", "known"):
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
    if len(found) == 2 and found[0] > found[1]:
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
    ways = (fact.derived.years_since, fact.derived.days_since, fact.derived.condition)
    if sum(way is not None for way in ways) != 1:
        what = Words("'derived' memerlukan tepat satu cara", "'derived' takes exactly one way")
        remedy = Words(
            "pilih years_since, days_since atau condition",
            "choose years_since, days_since or condition",
        )
        yield Problem("bad-derived", places(fact, ("derived",)), what, remedy)
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
        role, name = next((role, name) for role, name in circle if name)
        fact = catalog.fact(role, name)
        way = " → ".join(f"{role}.{name}" if name else role for role, name in circle)
        what = Words(f"fakta berputar: {way}", f"facts in a circle: {way}")
        remedy = Words(
            "putuskan satu 'applies_when', 'derived' atau 'when'",
            "cut one 'applies_when', 'derived' or 'when'",
        )
        yield Problem("fact-circle", places(fact), what, remedy)


_Node = tuple[str, str]


def _needs(catalog: Catalog) -> Mapping[_Node, tuple[_Node, ...]]:
    """Return for each fact, and for the existence of each role, what must be known first."""
    needs: dict[_Node, set[_Node]] = {}
    for event in catalog.events.values():
        for role, person in event.persons.items():
            if person.when is not None and person.is_role is None:
                needs.setdefault((role, ""), set()).update(_facts_in(person.when, role))
    for role in sorted(catalog.roles):
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
        for leaf, _ in leaves_inside(condition) if isinstance(leaf, FactTest)
    } if condition is not None else set()


def _constraint(constraint: Constraint, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Check a constraint: one way to say it, and facts that can be compared."""
    if (constraint.never is None) == (constraint.compare is None):
        what = Words("perlu tepat satu: 'never' atau 'compare'", "exactly one of 'never', 'compare'")
        remedy = Words("hapus atau tambahkan salah satu", "remove or add one of them")
        yield Problem("bad-constraint", places(constraint), what, remedy)
    if constraint.compare is None:
        return
    path: Path = ("compare",)
    found = _COMPARE.fullmatch(constraint.compare)
    if found is None:
        what = Words(
            f"'{constraint.compare}' bukan perbandingan dua fakta",
            f"'{constraint.compare}' does not compare two facts",
        )
        example = "child.birth_date >= mother.birth_date"
        remedy = Words(f"contoh: {example}", f"for example {example}")
        yield Problem("bad-constraint", places(constraint, path), what, remedy)
        return
    kinds = set()
    for group in (1, 3):
        role, name = found[group], found[group + 1]
        where = places(constraint, path, found.start(group))
        kind = fact_type(catalog, role, name)
        if role not in catalog.roles:
            yield unknown_role(role, catalog, where)
        elif kind is None:
            choices = {f"{role}.{one.name}" for one in catalog.facts_of(role)}
            yield unknown("fact", f"{role}.{name}", choices, where)
        else:
            kinds.add(FITTING[kind])
    if len(kinds) > 1 or kinds & {"boolean", "string"}:
        what = Words("kedua fakta tidak dapat dibandingkan", "the two facts cannot be compared")
        remedy = Words("bandingkan dua tanggal atau dua angka", "compare two dates or two numbers")
        yield Problem("bad-constraint", places(constraint, path), what, remedy)
