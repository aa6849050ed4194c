"""Read what the person does not want to answer, or cannot: facts, papers, results, persons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.names import COUNT, Names
from lifejourney.answers.papers import PaperReader
from lifejourney.answers.persons import Roles
from lifejourney.days import Days
from lifejourney.errors import Words
from lifejourney.situation import choice_id, fact_id, paper_id, persons_id

KINDS = ("document", "choice", "persons")


@dataclass(frozen=True)
class DeclinedReader:
    """Read the declined questions of one request; `answered` holds the facts that it answers."""

    papers: PaperReader
    roles: Roles
    answered: Mapping[tuple[str, str], object]

    @property
    def _names(self) -> Names:
        return self.papers.names

    @property
    def _faults(self) -> Faults:
        return self.papers.faults

    def read(self, items: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Return the ids of the questions, see `lifejourney.situation`."""
        found = (self._one(text, field) for field, text in items)
        return frozenset(id_ for id_ in found if id_ is not None)

    def _one(self, text: str, field: str) -> str | None:
        kind, colon, thing = text.partition(":")
        if not colon:
            return self._fact(text, field)
        match kind:
            case "document":
                paper = self.papers.one(thing, field)
                return None if paper is None else paper_id(paper)
            case "choice":
                return self._choice(thing, field)
            case "persons":
                return self._persons(thing, field)
            case _:
                what = Words(f"'{shown(kind)}:' tidak dikenal", f"'{shown(kind)}:' is unknown")
                self._faults.add("unknown-word", field, what, choose(kind, KINDS))
                return None

    def _fact(self, text: str, field: str) -> str | None:
        role = text.removesuffix(f".{COUNT}")
        if role != text and role in self.roles.many:
            return persons_id(role)
        fact = self._names.fact(text, field)
        if fact is None:
            return None
        key = (fact[0], fact[1].name)
        # A date told by month, year or age may be declined more exactly.
        if key in self.answered and not isinstance(self.answered[key], Days):
            what = Words("fakta ini juga dijawab", "this fact is answered too")
            remedy = Words("jawab, atau lewati: pilih satu", "answer it or decline it: not both")
            self._faults.add("contradiction", field, what, remedy)
        return fact_id(*key)

    def _choice(self, thing: str, field: str) -> str | None:
        """Return the id of a choice between results, or between services that exclude another."""
        slug, _, who = thing.partition("@")
        if slug in self._names.catalog.services:
            member = self._names.member(who, field)
            return None if member is None else choice_id(slug, member)
        paper = self.papers.one(thing, field)
        return None if paper is None else choice_id(*paper)

    def _persons(self, role: str, field: str) -> str | None:
        known = (*self.roles.many, *self.roles.open)
        if role in known:
            return persons_id(role)
        what = Words(
            f"tentang '{shown(role)}' tidak ada yang ditanyakan",
            f"nothing is asked about who is '{shown(role)}'",
        )
        self._faults.add("unknown-role", field, what, choose(role, known))
        return None
