"""Check conditions: the facts, options, roles and events in them, and who is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.holdings import FITTING, fact_names, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Places
from lifejourney.checks.scopes import Placed, conditions, expand
from lifejourney.errors import Place, Problem, Words
from lifejourney.feel import literal_types, words
from lifejourney.vocabulary import EventTest, Fact, FactTest, Leaf, Same, leaves_inside

_HAS: Final = ("has_", "have_", "punya_", "memiliki_", "ada_")


def check_conditions(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the conditions of a catalog."""
    for placed in conditions(catalog):
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
        where = self._at(*leaf.path, "[key]")
        if leaf.role == "it":
            roles = expand(self.placed.it, self.catalog)
            if not self.placed.it:
                yield _nobody_served(leaf, where)
        elif leaf.role in self.catalog.roles:
            roles = (leaf.role,)
            yield from self._member(leaf, inside, where)
        elif leaf.role in inside:
            return
        else:
            roles = ()
            yield unknown_role(leaf.role, self.catalog, where)
        yield from self._existing(leaf, roles, where)
        yield from _about_a_paper(leaf, self.catalog, where)

    def _member(self, leaf: FactTest, inside: frozenset[str], where: Place) -> Iterator[Problem]:
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
        yield Problem("which-member", where, what, remedy)

    def _existing(self, leaf: FactTest, roles: tuple[str, ...], where: Place) -> Iterator[Problem]:
        """Report roles without the fact; check the test against the fact of the others."""
        known = [role for role in roles if role in self.catalog.roles]
        missing = [role for role in known if not fact_type(self.catalog, role, leaf.name)]
        if missing and len(missing) == len(known):
            choices = {
                f"{leaf.role}.{name}" for role in known for name in fact_names(self.catalog, role)
            }
            yield unknown("fact", f"{leaf.role}.{leaf.name}", choices, where)
        elif missing:
            yield _lacking(leaf, missing, where)
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
        for word, span in words(leaf.test):
            where = self.places(self.placed.noun, (*self.placed.path, *leaf.path), span.start)
            if kind == "choice" and fact and word not in fact.options:
                yield unknown("option", word, fact.options, where)
            regions = self.catalog.regions
            if fact and fact.regions and regions and word not in regions:
                yield unknown("region", word, regions, where)


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


def _about_a_paper(leaf: FactTest, catalog: Catalog, where: Place) -> Iterator[Problem]:
    """Hint at a fact that says whether somebody has a document."""
    name = leaf.name
    for prefix in _HAS:
        name = name.removeprefix(prefix)
    spellings = (name, name.replace("_", "-"), name.replace("-", "_"))
    document = next((slug for slug in spellings if slug in catalog.documents), None)
    if document is None:
        return
    what = Words(
        f"'{leaf.name}' menanyakan dokumen '{document}'; dokumen bukan fakta",
        f"'{leaf.name}' asks for the document '{document}'; a paper is never a fact",
    )
    remedy = Words(
        f"hapus fakta ini; tulis 'usual' pada documents/{document}.yaml",
        f"remove the fact; write 'usual' in documents/{document}.yaml",
    )
    yield Problem("fact-is-a-paper", where, what, remedy, "hint")
