"""Check conditions: the facts, options, roles and events in them, and who is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.holdings import FITTING, fact_names, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Places
from lifejourney.checks.scopes import Placed, conditions, expand
from lifejourney.errors import Place, Problem, Words
from lifejourney.feel import Span, Test, literal_types, words
from lifejourney.vocabulary import EventTest, Fact, FactTest, Leaf, Same, leaves_inside

_WHOLE: Final = frozenset({"integer", "money"})
_HAS: Final = ("has_", "have_", "punya_", "memiliki_", "ada_")


def check_conditions(
    nouns: Iterable[object], catalog: Catalog, places: Places
) -> Iterator[Problem]:
    """Yield what is wrong with the conditions of these nouns."""
    for placed in conditions(catalog, nouns):
        check = _Check(catalog, places, placed)
        for leaf, inside in leaves_inside(placed.condition):
            yield from check.leaf(leaf, inside)


@dataclass(frozen=True)
class _Check:
    """Check the leaves of one condition."""

    catalog: Catalog
    places: Places
    placed: Placed

    def leaf(self, leaf: Leaf, inside: frozenset[str]) -> Iterator[Problem]:
        """Yield what is wrong with one leaf, read over members of the roles `inside`."""
        if isinstance(leaf, FactTest):
            yield from self._fact(leaf, inside)
        elif isinstance(leaf, EventTest):
            for at, event in enumerate(leaf.events):
                if event not in self.catalog.events:
                    where = self._at(*leaf.path, at)
                    yield unknown("event", event, self.catalog.events, where)
        elif isinstance(leaf, Same):
            for at, role in enumerate(leaf.roles):
                yield from self._role(role, self._at(*leaf.path, at))
        else:
            yield from self._role(leaf.role, self._at(*leaf.path, "[key]"))

    def _at(self, *path: str | int) -> Place:
        """Return the place of a part of the condition."""
        return self.places(self.placed.noun, (*self.placed.path, *path))

    def _role(self, role: str, where: Place) -> Iterator[Problem]:
        """Report a role that is none."""
        if role not in self.catalog.roles:
            yield unknown_role(role, self.catalog, where)

    def _fact(self, leaf: FactTest, inside: frozenset[str]) -> Iterator[Problem]:
        """Yield what is wrong with the test on a fact."""
        if leaf.role == "it":
            roles = expand(self.placed.it, self.catalog)
            if not self.placed.it:
                yield _nobody_served(leaf, self._key(leaf))
        elif leaf.role in self.catalog.roles:
            roles = (leaf.role,)
            yield from self._member(leaf, inside)
        elif leaf.role in inside:
            return
        else:
            roles = ()
            yield unknown_role(leaf.role, self.catalog, self._key(leaf))
        yield from self._existing(leaf, roles)
        if document := _paper_asked(leaf, self.catalog):
            yield _about_a_paper(leaf, document, self._key(leaf))

    def _key(self, leaf: FactTest) -> Place:
        """Return the place of the key of a test: places are looked up for what is reported."""
        return self._at(*leaf.path, "[key]")

    def _member(self, leaf: FactTest, inside: frozenset[str]) -> Iterator[Problem]:
        """Report a bare fact of a role with several members where none of them is meant."""
        meant = leaf.role in inside or leaf.role in self.placed.members
        if meant or leaf.role not in self.placed.many or leaf.name == "count":
            return
        name = f"{leaf.role}.{leaf.name}"
        what = Words(
            f"'{name}': peran ini dapat beranggota banyak; anggota mana?",
            f"'{name}': this role can have several members; which of them?",
        )
        better = f"some: {{{leaf.role}: {{{leaf.name}: …}}}}"
        remedy = Words(f"pakai {better}, atau every", f"use {better}, or every")
        yield Problem("which-member", self._key(leaf), what, remedy)

    def _existing(self, leaf: FactTest, roles: tuple[str, ...]) -> Iterator[Problem]:
        """Report roles without the fact; check the test against the fact of the others."""
        known = [role for role in roles if role in self.catalog.roles]
        missing = [role for role in known if not fact_type(self.catalog, role, leaf.name)]
        if missing and len(missing) == len(known):
            choices = {
                f"{leaf.role}.{name}" for role in known for name in fact_names(self.catalog, role)
            }
            yield unknown("fact", f"{leaf.role}.{leaf.name}", choices, self._key(leaf))
        elif missing:
            yield _lacking(leaf, missing, self._key(leaf))
        facts = {id(one): one for role in known if (one := self.catalog.fact(role, leaf.name))}
        if facts:
            for fact in facts.values():
                yield from self._test(leaf, fact.type, fact)
        elif len(missing) < len(known):
            kind = fact_type(self.catalog, known[0], leaf.name) or "boolean"
            yield from self._test(leaf, kind, None)

    def _test(self, leaf: FactTest, kind: str, fact: Fact | None) -> Iterator[Problem]:
        """Check that a test fits the type of its fact, and its options."""
        wrong = sorted(literal_types(leaf.test) - {FITTING[kind]})
        if wrong:
            yield _unfit(leaf, kind, self._at(*leaf.path))
            return
        if kind in _WHOLE and (broken := _fraction(leaf.test)):
            yield _no_whole_number(leaf, kind, broken, self._at(*leaf.path))
        if fact is None:
            return
        regions = self.catalog.regions if fact.regions else {}
        for word, span in words(leaf.test):
            if kind == "choice" and word not in fact.options:
                yield unknown("option", word, fact.options, self._word(leaf, span))
            if regions and word not in regions:
                yield unknown("region", word, regions, self._word(leaf, span))

    def _word(self, leaf: FactTest, span: Span) -> Place:
        """Return the place of a word of a test."""
        path = (*self.placed.path, *leaf.path)
        return self.places(self.placed.noun, path, span.start)


def _nobody_served(leaf: FactTest, where: Place) -> Problem:
    """Report `it` where nobody is served."""
    what = Words("di sini 'it' tidak menunjuk siapa pun", "'it' means nobody here")
    remedy = Words(f"tulis peran.{leaf.name}", f"write role.{leaf.name}")
    return Problem("it-means-nobody", where, what, remedy)


def _lacking(leaf: FactTest, missing: list[str], where: Place) -> Problem:
    """Report a fact that only some of those served have."""
    listed = ", ".join(missing)
    what = Words(
        f"fakta '{leaf.name}' tidak dimiliki oleh: {listed}",
        f"the fact '{leaf.name}' is none of: {listed}",
    )
    remedy = Words(
        "tambahkan peran itu pada 'of' fakta tersebut, atau persempit 'for'",
        "add these roles to the fact's 'of', or narrow 'for'",
    )
    return Problem("unknown-fact", where, what, remedy)


def _fraction(test: Test) -> Decimal | None:
    """Return the first number of a test that is written with a decimal mark."""
    found = (one.value for one in test.literals() if isinstance(one.value, Decimal))
    return next((value for value in found if int(value.as_tuple().exponent) < 0), None)


def _no_whole_number(leaf: FactTest, kind: str, value: Decimal, where: Place) -> Problem:
    """Report a fraction against a fact that is counted in whole numbers."""
    name = f"{leaf.role}.{leaf.name}"
    what = Words(
        f"'{value}' bukan bilangan bulat: '{name}' berjenis {kind}",
        f"'{value}' is no whole number: '{name}' is of type {kind}",
    )
    remedy = Words(
        "tulis bilangan bulat, dalam satuan yang dipakai fakta itu (uang: lihat in_cents)",
        "write a whole number, in the unit of that fact (money: see in_cents)",
    )
    return Problem("wrong-test-type", where, what, remedy)


def _unfit(leaf: FactTest, kind: str, where: Place) -> Problem:
    """Report a test of another type than its fact."""
    name = f"{leaf.role}.{leaf.name}"
    what = Words(
        f"uji '{leaf.test}' tidak cocok: '{name}' berjenis {kind}",
        f"the test '{leaf.test}' does not fit: '{name}' is of type {kind}",
    )
    examples = {
        "boolean": "true",
        "choice": "healthy",
        "integer": "'>= 17'",
        "money": "'< 5000000'",
        "date": "'< 2026-11-22'",
        "text": "'\"34.71\"'",
    }
    remedy = Words(f"contoh: {examples[kind]}", f"for example {examples[kind]}")
    return Problem("wrong-test-type", where, what, remedy)


def _paper_asked(leaf: FactTest, catalog: Catalog) -> str | None:
    """Return the document of which a fact says whether somebody has it, None if of none."""
    name = leaf.name
    for prefix in _HAS:
        name = name.removeprefix(prefix)
    spellings = (name, name.replace("_", "-"), name.replace("-", "_"))
    return next((slug for slug in spellings if slug in catalog.documents), None)


def _about_a_paper(leaf: FactTest, document: str, where: Place) -> Problem:
    """Hint at a fact that says whether somebody has a document."""
    what = Words(
        f"'{leaf.name}' menanyakan dokumen '{document}'; dokumen bukan fakta",
        f"'{leaf.name}' asks for the document '{document}'; a paper is never a fact",
    )
    remedy = Words(
        f"hapus fakta ini; tulis 'usual' pada documents/{document}.yaml",
        f"remove the fact; write 'usual' in documents/{document}.yaml",
    )
    return Problem("fact-is-a-paper", where, what, remedy, "hint")
