"""Who takes part in the chosen events, and what is known of them.

A `Cast` says which persons there are and which roles they play; a `Situation` adds the facts,
papers and wishes that are known. Both are frozen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from lifejourney.catalog import SELF, Catalog
from lifejourney.vocabulary import AllOf, AnyOf, Condition, EventTest, Not, Person, Same

OTHER = "other"
Bound = tuple[Condition, str, str]
"""A condition, read with a role standing for one member."""


@dataclass(frozen=True, slots=True)
class Member:
    """Name one person or group: its roles (its own first) and the events it takes part in."""

    id: str
    roles: tuple[str, ...]
    events: tuple[str, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Say that a member plays a role, when all of `when` hold.

    `count`: only if the role has at least so many members (0: for certain).
    """

    member: str
    when: tuple[Bound, ...] = ()
    count: int = 0
    dead: bool = False


@dataclass(frozen=True)
class Cast:
    """Say who plays which role in the chosen events.

    `counts` holds the roles with several members: their known number, or None.
    """

    events: tuple[str, ...]
    members: Mapping[str, Member]
    parts: Mapping[str, tuple[Part, ...]]
    counts: Mapping[str, int | None] = field(default_factory=dict)

    @cached_property
    def many(self) -> frozenset[str]:
        """Return the roles that may have several members."""
        return frozenset(self.counts) | {r for r, parts in self.parts.items() if len(parts) > 1}

    def others(self, role: str) -> tuple[Part, ...]:
        """Return who plays a role besides its own members: those that are counted apart."""
        parts = self.parts.get(role, ())
        return tuple(p for p in parts if self.members[p.member].roles[0] != role)

    def role_parts(self, role: str, beside: str | None = None) -> tuple[Part, ...]:
        """Return who plays a role; of several groups, the one in an event of `beside`."""
        parts = self.parts.get(role, ())
        if len(parts) <= 1 or not self.members[parts[0].member].group:
            return parts
        member = self.members.get(beside or "")
        events = self.events if member is None else member.events
        near = [p for p in parts if set(self.members[p.member].events) & set(events)]
        return tuple(near[:1]) or parts[:1]

    def meant(self, role: str) -> str | None:
        """Return the one member that a role means: of several, the one who surely plays it."""
        parts = self.parts.get(role, ())
        sure = {part.member for part in parts if not part.when} or {part.member for part in parts}
        return sure.pop() if len(sure) == 1 else None

    def humans(self) -> tuple[Member, ...]:
        """Return the members that are human beings, in the order of the events."""
        return tuple(member for member in self.members.values() if not member.group)


@dataclass(frozen=True, slots=True)
class Situation:
    """Hold what is known: facts and papers by member id, wishes, steps done, the day.

    `papers` maps (document, member) to held or lacking, `valid_until` those held that lapse to
    their last day; `declined` holds the ids of what the person will not or cannot answer, see
    `fact_id`. `channel`: the way the person would rather take where a service offers both;
    `prefer`: which of several plans.
    """

    cast: Cast
    day: date
    facts: Mapping[tuple[str, str], object] = field(default_factory=dict)
    papers: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    wanted: frozenset[tuple[str, str]] = frozenset()
    declined: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    channel: str = "electronic"
    prefer: str = "fastest"
    valid_until: Mapping[tuple[str, str], date] = field(default_factory=dict)


def fact_id(member: str, fact: str) -> str:
    """Return the id of a question for a fact: `child-1.condition`."""
    return f"{member}.{fact}"


def paper_id(paper: tuple[str, str]) -> str:
    """Return the id of a question whether a paper is held: `document:ktp-el@father`."""
    return f"document:{paper[0]}@{paper[1]}"


def choice_id(target: str, member: str) -> str:
    """Return the id of a question which of several results is wanted: `choice:…@child-1`."""
    return f"choice:{target}@{member}"


def persons_id(role: str) -> str:
    """Return the id of a question who plays a role, or how many do: `persons:heir`."""
    return f"persons:{role}"


def placed_id(cast: Cast, id_: str) -> str:
    """Return the id by which a question about a role is asked of the member it means."""
    kind, about_, thing = id_.rpartition(":")
    if kind == "persons":
        return id_
    mark = "@" if about_ else "."
    first, _, second = thing.rpartition(mark)
    who = second if about_ else first
    member = who if who in cast.members else cast.meant(who) or who
    return f"{kind}:{first}@{member}" if about_ else fact_id(member, second)


@dataclass(frozen=True, slots=True)
class Identity:
    """Name a role of whom it is open who plays it, and the roles it may be, likeliest first.

    `sure`: somebody plays it, whoever it is.
    """

    role: str
    may_be: tuple[str, ...]
    sure: bool = True


def _declared(catalog: Catalog, events: Iterable[str]) -> list[tuple[str, str, Person]]:
    found: list[tuple[str, str, Person]] = []
    for event in events:
        persons = catalog.events[event].persons
        if SELF not in persons:
            found.append((event, SELF, Person()))
        found.extend((event, role, person) for role, person in persons.items())
    return found


def identities(catalog: Catalog, events: tuple[str, ...]) -> tuple[Identity, ...]:
    """Return the roles of these events of whom it must be said who plays them."""
    declared = _declared(catalog, events)
    present = {role for _, role, _ in declared}
    found: list[Identity] = []
    groups: dict[str, str] = {}
    for event, role, person in declared:
        targets = tuple(t for t in person.may_be if t == OTHER or (t in present and t != role))
        if set(targets) - {OTHER}:
            found.append(Identity(role, targets))
        if person.group and groups.setdefault(role, event) != event:
            found.append(Identity(f"{role}-{event}", (OTHER, role)))
    return tuple(found)


class _Casting:
    """Build one cast, event by event."""

    def __init__(
        self, catalog: Catalog, events: tuple[str, ...], said: Mapping[str, int | str]
    ) -> None:
        self.events = events
        self.said = said
        self.declared = _declared(catalog, events)
        self.open = {identity.role: identity for identity in identities(catalog, events)}
        self.members: dict[str, Member] = {}
        self.parts: dict[str, list[Part]] = {}
        self.counts: dict[str, int | None] = {}

    def cast(self) -> Cast:
        for event, role, person in self.declared:
            if not person.is_role and not self._alias(role):
                self._own(event, role, person)
        for event, role, person in sorted(self.declared, key=self._follows_others):
            for other, when in person.is_role.items():
                self._derive(role, other, when, person)
            for other, when in person.also.items():
                self._derive(role, other, when, replace(person, when=None))
            if not person.is_role:
                self._be(event, role, person)
        parts = {role: tuple(found) for role, found in self.parts.items()}
        return Cast(self.events, self.members, parts, self.counts)

    def _follows_others(self, declared: tuple[str, str, Person]) -> bool:
        """Tell whether who plays a role hangs on others of whom that must be told first."""
        return not self.open.keys().isdisjoint(declared[2].is_role)

    def _derive(self, role: str, other: str, when: Condition | None, person: Person) -> None:
        """Let who plays another role, or one member of it, play this one under a condition.

        Nobody plays it unless it exists.
        """
        own = self.members[other].roles[0] if other in self.members else other
        for part in self.parts.get(own, ()):
            if other in (own, part.member):
                bound = _bound((when, own, part.member), (person.when, role, part.member))
                for also in (e for e, r, _ in self.declared if r == role):
                    self._join(also, role, Part(part.member, bound, dead=person.dead))

    def _be(self, event: str, role: str, person: Person) -> None:
        """Let the one who is said to play a role play it, if it exists."""
        target = self._alias(role)
        for part in () if target is None else self.parts.get(target, (Part(target),)):
            if part.member in self.members:
                bound = _bound((person.when, role, part.member))
                self._join(event, role, Part(part.member, bound, dead=person.dead))
                if not bound:
                    self._surely(part.member)

    def _alias(self, role: str) -> str | None:
        target = self.said.get(role)
        if role not in self.open or not isinstance(target, str) or target == OTHER:
            return None
        return target

    def _own(self, event: str, role: str, person: Person) -> None:
        name = self._group_name(event, role) if person.group else role
        count = 1
        if person.many:
            said = self.said.get(role)
            self.counts[role] = said if isinstance(said, int) else None
            count = said if isinstance(said, int) else max(1, person.minimum)
        for number in range(1, count + 1):
            id_ = f"{role}-{number}" if person.many else name
            when = () if person.when is None else ((person.when, role, id_),)
            unsure = self.counts.get(role, 0) is None and number > person.minimum
            self._enter(event, id_, tuple(dict.fromkeys((role, name))), group=person.group)
            part = Part(id_, when, count=number if unsure else 0, dead=person.dead)
            for played in {role: None, name: None}:
                parts = self.parts.setdefault(played, [])
                known = next((one for one in parts if one.member == id_), None)
                if known is None:
                    parts.append(part)
                else:
                    parts[parts.index(known)] = _either(known, part)

    def _group_name(self, event: str, role: str) -> str:
        """Return the name of a group: that of an event before, if either says it is the same."""
        if role not in self.members or event in self.members[role].events:
            return role
        said = self.said.get(f"{role}-{event}")
        until = self.events.index(event) + 1
        saying = [
            person.same_when
            for other, of, person in self.declared
            if of == role and other in self.events[:until]
        ]
        if said == role or (said is None and any(map(self._is_same, saying))):
            return role
        return f"{role}-{event}"

    def likely(self, role: str) -> tuple[str, ...]:
        """Return whom a role may be, the likeliest by what was said of others first."""
        person = next((p for _, r, p in self.declared if r == role), Person())
        first = [who for who, when in person.likely_when.items() if self._is_same(when)]
        return tuple(sorted(self.open[role].may_be, key=lambda who: who not in first))

    def _is_same(self, condition: Condition | None) -> bool:
        """Tell whether a condition on who is who is met by the identities that were said."""
        match condition:
            case AnyOf(of):
                return any(self._is_same(part) for part in of)
            case AllOf(of):
                return bool(of) and all(self._is_same(part) for part in of)
            case Not(of):
                return not self._is_same(of)
            case EventTest(events):
                return not set(events).isdisjoint(self.events)
            case Same(roles):
                played = {(self._alias(role) or role).partition("-")[0] for role in roles}
                return len(played) == 1
            case _:
                return False

    def _enter(self, event: str, id_: str, roles: tuple[str, ...], *, group: bool) -> None:
        known = self.members.get(id_, Member(id_, (), (), group))
        self.members[id_] = Member(
            id_,
            tuple(dict.fromkeys((*known.roles, *roles))),
            tuple(dict.fromkeys((*known.events, event))),
            group,
        )

    def _join(self, event: str, role: str, part: Part) -> None:
        self._enter(event, part.member, (role,), group=self.members[part.member].group)
        known = [p for p in self.parts.setdefault(role, []) if p.member != part.member]
        self.parts[role] = [*known, part]

    def _surely(self, member: str) -> None:
        """Let a person who is said to be somebody exist for certain."""
        own = self.members[member].roles[0]
        self.parts[own] = [
            Part(p.member, dead=p.dead) if p.member == member else p for p in self.parts[own]
        ]


def _bound(*conditions: tuple[Condition | None, str, str]) -> tuple[Bound, ...]:
    """Return the conditions that there are."""
    return tuple((when, role, member) for when, role, member in conditions if when is not None)


def _either(one: Part, other: Part) -> Part:
    """Return the part of somebody who takes part in two events: there if either says so."""
    when = one.when if one.when == other.when else ()
    if one.when and other.when and not when:
        ((first, role, member),), ((second, _, _),) = one.when, other.when
        when = ((AnyOf((first, second)), role, member),)
    return Part(one.member, when, min(one.count, other.count), dead=one.dead or other.dead)


def build_cast(catalog: Catalog, events: tuple[str, ...], said: Mapping[str, int | str]) -> Cast:
    """Say who plays which role: `said` maps roles to a number of members or to another role."""
    return _Casting(catalog, events, said).cast()


def open_identities(
    catalog: Catalog, events: tuple[str, ...], said: Mapping[str, int | str]
) -> tuple[Identity, ...]:
    """Return the roles of whom it is still open who plays them, the likeliest first in each.

    A household that is the same by who has died is not asked for; it can be said to be another.
    """
    casting = _Casting(catalog, events, said)
    parts = casting.cast().parts
    return tuple(
        Identity(one.role, casting.likely(one.role))
        for one in casting.open.values()
        if one.role not in said and one.role in parts
    )
