"""Read how many members a role has, and who plays a role that may be somebody else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.situation import OTHER, identities

MOST_MEMBERS: Final = 20
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_MEMBER: Final = re.compile(r"([a-z][a-z0-9_-]*?)(?:\[([0-9]{1,3})\]|-([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class Roles:
    """Hold the roles of the chosen events that a request may speak about.

    `many`: least and greatest number of members; `open`: whom a role may be here; `declared`: whom
    each other role may be at all, with the events in which they take part.
    """

    many: Mapping[str, tuple[int, int]]
    open: Mapping[str, tuple[str, ...]]
    declared: Mapping[str, Mapping[str, tuple[str, ...]]]


def roles_of(catalog: Catalog, events: tuple[str, ...]) -> Roles:
    """Return the roles of these events that are counted, and those that may be another."""
    many: dict[str, tuple[int, int]] = {}
    for event in events:
        for role, person in catalog.events[event].persons.items():
            if person.many and not person.is_role:
                most = min(person.maximum, MOST_MEMBERS)
                least, before = many.get(role, (0, most))
                many[role] = (max(least, person.minimum), min(before, most))
    declared = {
        role: {other: _events_with(catalog, other) for other in person.may_be}
        for event in events
        for role, person in catalog.events[event].persons.items()
        if role not in many
    }
    return Roles(many, {one.role: one.may_be for one in identities(catalog, events)}, declared)


def _events_with(catalog: Catalog, role: str) -> tuple[str, ...]:
    return tuple(slug for slug, event in catalog.events.items() if role in event.persons)


class PersonReader:
    """Read what is said of the roles: how many members, or who plays it."""

    def __init__(self, roles: Roles, given: Mapping[str, object], faults: Faults) -> None:
        """Take the roles there are, and what is said of them."""
        self.roles = roles
        self.given = given
        self.faults = faults
        self.said: dict[str, int | str] = {}

    def read(self) -> dict[str, int | str]:
        """Return the numbers and names that fit; report those that do not."""
        named: list[tuple[str, str]] = []
        for role, value in self.given.items():
            number = int(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value
            if role in self.roles.many:
                self._count(role, number)
            elif role not in self.roles.open:
                self._alone(role, value)
            elif isinstance(value, str):
                named.append((role, value))
            else:
                listed = ", ".join(self.roles.open[role])
                self.faults.wrong_type(f"persons.{role}", value, Words(listed, listed))
        for role, value in named:
            self._name(role, value)
        return self.said

    def _alone(self, role: str, value: object) -> None:
        """Let pass that somebody is nobody else, as is so here; refuse anything else."""
        others = self.roles.declared.get(role)
        if value == OTHER and others is not None and OTHER in others:
            return
        text = shown(role)
        what = Words(
            f"tentang '{text}' tidak ada yang perlu disebut di sini",
            f"there is nothing to say about '{text}' here",
        )
        remedy: Words | None = Words("hapus ini", "leave this out")
        if others is None:
            remedy = choose(role, (*self.roles.many, *self.roles.open))
        elif isinstance(value, str) and (having := self._having(role, value)):
            what, remedy = takes_no_part(shown(value), having)
        self.faults.add("unknown-role", f"persons.{text}", what, remedy)

    def _having(self, role: str, value: str) -> tuple[str, ...]:
        """Return the events in which somebody takes part who may play this role."""
        return self.roles.declared.get(role, {}).get(_split(value, {})[0], ())

    def _count(self, role: str, number: object) -> None:
        """Read the number of members of a role."""
        field = f"persons.{role}"
        least, most = self.roles.many[role]
        if isinstance(number, bool) or not isinstance(number, int):
            wanted = Words(f"angka {least} sampai {most}", f"a number from {least} to {most}")
            self.faults.wrong_type(field, number, wanted)
        elif least <= number <= most:
            self.said[role] = number
        else:
            what = Words("jumlah ini di luar batas", "this number is out of bounds")
            remedy = Words(f"dari {least} sampai {most}", f"from {least} to {most}")
            self.faults.add("out-of-bounds", field, what, remedy)

    def _name(self, role: str, value: str) -> None:
        """Read who plays a role."""
        target, number = _split(value, self.roles.many)
        field = f"persons.{role}"
        if target not in self.roles.open[role]:
            what = Words(f"'{shown(value)}' tidak mungkin", f"'{shown(value)}' cannot be")
            remedy = choose(value, self.roles.open[role])
            if having := self._having(role, value):
                what, remedy = takes_no_part(shown(value), having)
            self.faults.add("unknown-role", field, what, remedy)
        elif self.given.get(target, OTHER) != OTHER and target in self.roles.open:
            what = Words(
                f"'{target}' sendiri dikatakan orang lain", f"'{target}' is said to be another"
            )
            remedy = Words("sebut orangnya langsung", "name that person directly")
            self.faults.add("unknown-role", field, what, remedy)
        elif target in self.roles.many:
            self._member(role, target, number)
        elif number is None:
            self.said[role] = target
        else:
            what = Words(f"'{target}' hanya satu orang", f"there is one '{target}' only")
            remedy = Words(f"tulis {target}", f"write {target}")
            self.faults.add("not-numbered", field, what, remedy)

    def _member(self, role: str, target: str, number: int | None) -> None:
        """Read which member of a role plays another role."""
        field = f"persons.{role}"
        count = self.said.get(target)
        shown_ = count if isinstance(count, int) else max(1, self.roles.many[target][0])
        if number is None and shown_ == 1:
            self.said[role] = f"{target}-1"
        elif number is not None and 1 <= number <= shown_:
            self.said[role] = f"{target}-{number}"
        elif number is not None and not isinstance(count, int):
            what, remedy = count_first(target, number)
            self.faults.add("unknown-member", field, what, remedy)
        elif shown_ == 0:
            what = Words(f"jumlah '{target}' nol", f"the number of '{target}' is zero")
            remedy = Words(f"perbaiki persons.{target}", f"correct persons.{target}")
            self.faults.add("unknown-member", field, what, remedy)
        else:
            what = Words(f"ada {shown_} '{target}': yang mana?", f"{shown_} '{target}': which one?")
            which = choose("", [f"{target}-{n}" for n in range(1, shown_ + 1)])
            self.faults.add("needs-number", field, what, which)


def takes_no_part(role: str, having: Sequence[str]) -> tuple[Words, Words]:
    """Say that somebody was named who takes part in other events only."""
    what = Words(
        f"'{role}' tidak ikut dalam peristiwa yang dipilih",
        f"'{role}' takes no part in the chosen events",
    )
    listed = ", ".join(having)
    return what, Words(
        f"tambahkan peristiwa {listed}, atau hapus ini",
        f"add the event {listed}, or leave this out",
    )


def count_first(role: str, number: int) -> tuple[Words, Words]:
    """Say that a member beyond those known of was named before the number was said."""
    what = Words(f"jumlah '{role}' belum disebut", f"the number of '{role}' was not said")
    told = f'persons: {{"{role}": {number}}}'
    return what, Words(
        f"sebutkan dulu: {told} (di terminal: --person {role}={number})",
        f"say it first: {told} (in the terminal: --person {role}={number})",
    )


def _split(value: str, many: Mapping[str, object]) -> tuple[str, int | None]:
    """Return role and number of `child-2` or `child[2]`."""
    found = _MEMBER.fullmatch(value)
    if found is None or (found[2] is None and found[1] + f"-{found[3]}" in many):
        return value, None
    digits = found[2] or found[3]
    return found[1], int(digits) if digits else None
