"""Find the person and the fact that a name in a request means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.persons import count_first, takes_no_part
from lifejourney.catalog import GENERIC, SELF, Catalog
from lifejourney.errors import Words, did_you_mean
from lifejourney.situation import Cast
from lifejourney.vocabulary import Fact, FactTest, leaves

COUNT: Final = "count"
ALIVE: Final = "alive"
_PERSON: Final = re.compile(r"([a-z][a-z0-9_-]*)(?:\[([0-9]{1,3})\])?")
_NUMBERED: Final = re.compile(r"(.+)-([0-9]{1,3})")
_IN_BRACKETS: Final = re.compile(r"\[([0-9]+)\]")
FactKey = tuple[str, str]


def written(member: str, cast: Cast) -> str:
    """Return how a member is written in an answer: `child[2]` for `child-2`."""
    role, _, number = member.rpartition("-")
    return f"{role}[{number}]" if role in cast.counts and number.isdigit() else member


def as_member(id_: str) -> str:
    """Return an id with members as the engine numbers them: `child[2].x` is `child-2.x`."""
    return _IN_BRACKETS.sub(r"-\1", id_)


@dataclass(frozen=True)
class Names:
    """Find persons and facts of one cast; what is not found is reported at its field."""

    catalog: Catalog
    cast: Cast
    faults: Faults

    # Persons.

    def member(self, text: str, field: str) -> str | None:
        """Return the id of the member that a text names: a role, `role[2]` or `role-2`."""
        found = _PERSON.fullmatch(text)
        if found is None:
            self._unknown_role(text, field)
            return None
        role, number = found[1], found[2]
        if number is None and role in self.cast.members:
            return role
        numbered = _NUMBERED.fullmatch(role)
        if number is None and numbered and numbered[1] in self.cast.counts:
            role, number = numbered[1], numbered[2]
        if role in self.cast.counts:
            return self._of_many(role, number, field)
        return self._of_role(role, number, field)

    def _of_many(self, role: str, number: str | None, field: str) -> str | None:
        """Return a member of a role that is counted."""
        ids = [p.member for p in self.cast.parts.get(role, ()) if p.member.startswith(f"{role}-")]
        if number is None and len(ids) == 1:
            return ids[0]
        if number is not None and f"{role}-{int(number)}" in ids:
            return f"{role}-{int(number)}"
        if number is None and ids:
            what = Words(f"ada {len(ids)} '{role}': yang mana?", f"{len(ids)} '{role}': which one?")
            self.faults.add("needs-number", field, what, choose("", self._written(ids)))
        elif number is not None and self.cast.counts[role] is None and int(number):
            self.faults.add("unknown-member", field, *count_first(role, int(number)))
        else:
            what = Words(f"hanya ada {len(ids)} '{role}'", f"there are {len(ids)} '{role}' only")
            remedy = choose("", self._written(ids)) or Words(
                f"periksa jumlahnya: persons.{role}", f"check the number: persons.{role}"
            )
            self.faults.add("unknown-member", field, what, remedy)
        return None

    def _of_role(self, role: str, number: str | None, field: str) -> str | None:
        """Return who plays a role that is not counted."""
        ids = list(dict.fromkeys(part.member for part in self.cast.parts.get(role, ())))
        if not ids:
            self._unknown_role(role, field)
        elif number is not None:
            what = Words(f"'{role}' tidak bernomor", f"'{role}' has no number")
            self.faults.add("not-numbered", field, what, choose("", self._written(ids)))
        elif self.cast.meant(role) is None:
            what = Words(
                f"'{role}' bisa lebih dari satu orang", f"'{role}' may be more than one person"
            )
            self.faults.add("needs-number", field, what, choose("", self._written(ids)))
        else:
            return self.cast.meant(role)
        return None

    def _written(self, members: Iterable[str]) -> list[str]:
        return [written(member, self.cast) for member in members]

    def _unknown_role(self, role: str, field: str) -> None:
        text = shown(role)
        having = [slug for slug, event in self.catalog.events.items() if role in event.persons]
        known = [*dict.fromkeys((*self.cast.counts, *self.cast.parts))]
        remedy = choose(role, known)
        if having:
            what, remedy = takes_no_part(text, having)
        else:
            what = Words(f"tidak ada orang bernama '{text}'", f"there is no person '{text}'")
        self.faults.add("unknown-role", field, what, remedy)

    # Facts.

    def fact(self, key: str, field: str) -> tuple[str, Fact] | None:
        """Return member and fact of `role.fact`; report what cannot be answered."""
        person, dot, name = key.rpartition(".")
        if not dot or not person or not name:
            what = Words(f"'{shown(key)}' bukan orang.fakta", f"'{shown(key)}' is no person.fact")
            remedy = did_you_mean(key, self._all_keys()) or Words(
                "tulis seperti child.birth_date", "write it as child.birth_date"
            )
            self.faults.add("unknown-fact", field, what, remedy)
            return None
        if name == COUNT and (person in self.cast.counts or person in self.cast.parts):
            self._not_an_answer(person, field)
            return None
        member = self.member(person, field)
        if member is None:
            return None
        fact = self.definition(member, name)
        if fact is None:
            self._unknown_fact(member, name, field)
        elif fact.derived is not None:
            self._derived(member, fact, field)
        else:
            return member, fact
        return None

    def definition(self, member: str, name: str) -> Fact | None:
        """Return the fact `name` of a member: of the first of its roles that has it."""
        return self.catalog.fact_among(self.cast.members[member].roles, name)

    def _names(self, member: str) -> list[str]:
        facts = [f for r in self.cast.members[member].roles for f in self.catalog.facts_of(r)]
        return list(dict.fromkeys(fact.name for fact in facts if fact.derived is None))

    def _all_keys(self) -> list[str]:
        return [
            f"{written(member, self.cast)}.{name}"
            for member in self.cast.members
            for name in self._names(member)
        ]

    def _not_an_answer(self, role: str, field: str) -> None:
        what = Words("jumlah orang bukan jawaban", "a number of persons is no answer")
        remedy = Words(
            f'sebutkan di persons: {{"{role}": 2}} (di terminal: --person {role}=2)',
            f'say it in persons: {{"{role}": 2}} (in the terminal: --person {role}=2)',
        )
        self.faults.add("unknown-fact", field, what, remedy)

    def _unknown_fact(self, member: str, name: str, field: str) -> None:
        person, text = written(member, self.cast), shown(name)
        if name == ALIVE and not self.cast.members[member].group:
            what = Words(
                "ini sudah diketahui dari peristiwanya", "this is known from the event already"
            )
            remedy = Words("hapus jawaban ini", "leave this answer out")
            self.faults.add("derived-fact", field, what, remedy)
            return
        what = Words(f"tentang {person} tidak ada fakta '{text}'", f"{person} has no fact '{text}'")
        elsewhere = self._known_elsewhere(name)
        near = choose("", elsewhere) if elsewhere else choose(name, self._names(member))
        self.faults.add("unknown-fact", field, what, near)

    def _known_elsewhere(self, name: str) -> list[str]:
        """Return facts of others that bear a name, or the end of it: `region` of `birth_region`."""
        keys = {key: key.rpartition(".")[2] for key in self._all_keys()}
        same = [key for key, known in keys.items() if known == name]
        return same or [key for key, known in keys.items() if name.endswith(f"_{known}")]

    def _derived(self, member: str, fact: Fact, field: str) -> None:
        what = Words("ini dihitung dari jawaban lain", "this is reckoned from other answers")
        sources = self._sources(member, fact, frozenset())
        listed = ", ".join(dict.fromkeys(sources))
        remedy = Words(f"jawab {listed}", f"answer {listed}") if listed else None
        self.faults.add("derived-fact", field, what, remedy)

    def _sources(self, member: str, fact: Fact, seen: frozenset[FactKey]) -> list[str]:
        """Return the answers from which a derived fact follows."""
        key = (member, fact.name)
        if fact.derived is None or key in seen:
            return [] if key in seen else [f"{written(member, self.cast)}.{fact.name}"]
        base = fact.derived.years_since or fact.derived.days_since
        tested = [(member, base)] if base else []
        if fact.derived.condition is not None:
            tested = [
                (self._stands_for(leaf.role, member), leaf.name)
                for leaf in leaves(fact.derived.condition)
                if isinstance(leaf, FactTest)
            ]
        found: list[str] = []
        for who, name in tested:
            below = self.definition(who, name) if who in self.cast.members else None
            if below is not None:
                found += self._sources(who, below, seen | {key})
        return found

    def _stands_for(self, role: str, member: str) -> str:
        """Return the member that a role of a condition about `member` means."""
        if role == "it" or role in self.cast.members[member].roles:
            return member
        parts = self.cast.role_parts(role, beside=member)
        return parts[0].member if parts else role

    # Holders of papers.

    def holder(self, document: str, person: str | None, field: str) -> str | None:
        """Return whose a paper is; without `person` the only one whose it can be, else self."""
        of = self.catalog.documents[document].of
        if person is not None:
            return self._named_holder(document, person, field)
        able = [id_ for id_ in self.cast.members if self._covers(of, id_)]
        if len(able) == 1:
            return able[0]
        if SELF in able:
            return SELF
        if able:
            what = Words(f"'{document}' milik siapa?", f"whose is '{document}'?")
            remedy = choose("", [f"{document}@{id_}" for id_ in able])
        else:
            what = Words(
                f"'{document}' tidak dimiliki siapa pun dalam peristiwa ini",
                f"nobody in these events can hold '{document}'",
            )
            remedy = Words("hapus dokumen ini", "leave it out")
        self.faults.add("needs-holder", field, what, remedy)
        return None

    def _named_holder(self, document: str, person: str, field: str) -> str | None:
        of = self.catalog.documents[document].of
        member = self.member(person, field)
        if member is None or self._covers(of, member):
            return member
        able = [f"{document}@{id_}" for id_ in self.cast.members if self._covers(of, id_)]
        what = Words(
            f"'{document}' bukan milik {member}", f"'{document}' does not belong to {member}"
        )
        self.faults.add("wrong-holder", field, what, choose("", able))
        return None

    def _covers(self, holders: tuple[str, ...], member: str) -> bool:
        person = self.cast.members[member]
        if person.group and holders == (GENERIC,):
            return False
        return any(self.catalog.covers(holders, role) for role in person.roles)

    def serves(self, serves: tuple[str, ...], member: str) -> bool:
        """Tell whether a service for these roles can be for a member."""
        return self._covers(serves, member)
