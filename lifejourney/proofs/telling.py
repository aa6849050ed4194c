"""Tell a witness as a person would: by the answers that differ from what is usual."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lifejourney.answers.names import written
from lifejourney.lanes.completions import Node
from lifejourney.planning import Outlook
from lifejourney.planning.constraints import Ordered
from lifejourney.planning.unknowns import Unknown
from lifejourney.proofs.witness import Found, wish_for

Paper = tuple[str, str]
Key = tuple[str, str]


@dataclass
class Witness:
    """Hold what somebody says so that `step` is in the plan, in the words of a request."""

    step: str
    events: tuple[str, ...]
    day: date
    answers: dict[str, object] = field(default_factory=dict)
    persons: dict[str, int | str] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)

    def body(self) -> dict[str, object]:
        """Return the body of a request for advice."""
        papers = {"held": self.held, "lacking": self.lacking}
        body: dict[str, object] = {
            "events": list(self.events),
            "answers": {key: _plain(value) for key, value in self.answers.items()},
            "persons": self.persons,
            "documents": {name: found for name, found in papers.items() if found},
            "wanted": self.wanted,
            "date": self._reckoned,
        }
        return {name: value for name, value in body.items() if value}

    @property
    def _reckoned(self) -> str:
        """Return the day of the advice if an answer is a day; the usual ones go with any day."""
        days = any(isinstance(value, date) for value in self.answers.values())
        return self.day.isoformat() if days else ""

    def arguments(self) -> tuple[str, ...]:
        """Return the same as arguments of the terminal, from `plan` on."""
        options = [
            *(("--answer", f"{key}={_typed(value)}") for key, value in self.answers.items()),
            *(("--person", f"{role}={who}") for role, who in self.persons.items()),
            *(("--have", paper) for paper in self.held),
            *(("--lack", paper) for paper in self.lacking),
            *(("--want", paper) for paper in self.wanted),
            *([("--date", self._reckoned)] if self._reckoned else []),
        ]
        return ("plan", *self.events, *(word for option in options for word in option))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(_plain(value))


def tell(found: Found) -> Witness:
    """Return a witness in words: what differs from what is usual, and what is never supposed."""
    outlook = found.world.outlook
    unknowns = outlook.layout.unknowns
    chosen = _unusual(found)
    witness = Witness(
        outlook.ground.instances[found.instance].id,
        found.world.cast.events,
        outlook.layout.situation.day,
        persons={**found.said, **found.world.supposed},
        wanted=[f"{slug}@{who}" for slug, who in sorted(outlook.layout.situation.wanted)],
    )
    facts = [number for number in chosen if unknowns[number].kind == "fact"]
    for (member, name), value in _values(found, facts).items():
        # The empty text stands for whatever no test names: nothing to say.
        if value != "" and _exists(found, member):
            witness.answers[f"{written(member, found.world.cast)}.{name}"] = value
    for number in chosen:
        _add(witness, unknowns[number], found, found.point[number])
    return witness


def _add(witness: Witness, unknown: Unknown, found: Found, value: object) -> None:
    """Add what is said of a paper, a number of people or a wish."""
    if unknown.kind == "count":
        witness.persons[unknown.key[0]] = int(str(value))
    elif unknown.kind == "paper" and _exists(found, unknown.key[1]):
        papers = witness.held if value else witness.lacking
        papers.append("@".join(unknown.key))
    wish = _wish(found, unknown, value)
    if wish is not None and _exists(found, wish[1]):
        witness.wanted.append("@".join(wish))


def _wish(found: Found, unknown: Unknown, value: object) -> Paper | None:
    """Return the paper by which a choice is told."""
    if unknown.kind == "choice" and isinstance(value, tuple):
        return value[0], value[1]
    if unknown.kind == "rivals":
        return wish_for(found.world.ground, unknown.key, int(str(value)))
    return None


def _exists(found: Found, member: str) -> bool:
    """Tell whether a member is among as many as are said to be."""
    cast, unknowns = found.world.cast, found.world.outlook.layout.unknowns
    counts = {u.key[0]: found.point[n] for n, u in enumerate(unknowns) if u.kind == "count"}
    role = cast.members[member].roles[0]
    number = member.removeprefix(f"{role}-")
    return role not in counts or int(number) <= int(str(counts[role]))


def _unusual(found: Found) -> list[int]:
    """Return the unknowns that must be said for the rest to be supposed as it is.

    What is too grave to be supposed is said where the step depends on it.
    """
    outlook = found.world.outlook
    unknowns, column = outlook.layout.unknowns, outlook.given.column
    index = [unknown.values.index(found.point[n]) for n, unknown in enumerate(unknowns)]
    grave = {n for n, unknown in enumerate(unknowns) if unknown.never_assumed}
    within, said = column.all, sorted(_deciding(found, index, grave))
    for number in said:
        within = within & outlook.diagram.is_value(number, index[number])
    for number, unknown in enumerate(unknowns):
        if number in grave or unknown.kind in ("rest", "speed"):
            continue
        first = _first(outlook, within, number)
        within = within & outlook.diagram.is_value(number, index[number])
        if first != index[number]:
            said.append(number)
    return sorted(said)


def _first(outlook: Outlook, within: Node, number: int) -> int:
    """Return the likeliest value of an unknown that some completion has."""
    values = range(len(outlook.layout.unknowns[number].values))
    some = outlook.given.column.some
    return next(v for v in values if some(within & outlook.diagram.is_value(number, v)))


def _deciding(found: Found, index: list[int], grave: set[int]) -> set[int]:
    """Return the grave unknowns on which it depends, all else as it is, if the step is taken."""
    outlook = found.world.outlook
    mask = outlook.chosen.steps[found.instance]
    known = {n: value for n, value in enumerate(index) if n not in grave}
    return set(outlook.diagram.depends_on(outlook.diagram.given(mask, known))) & grave


def _values(found: Found, facts: list[int]) -> dict[Key, object]:
    """Return a value for each of these facts, so that declared orders hold."""
    outlook = found.world.outlook
    unknowns = outlook.layout.unknowns
    values: dict[Key, object] = {}
    ends: dict[Key, tuple[object, object]] = {}
    for number in facts:
        unknown = unknowns[number]
        key: Key = (unknown.key[0], unknown.key[1])
        values[key] = found.point[number]
        ends[key] = unknown.ranges[unknown.values.index(found.point[number])]
    point = {n: one.values.index(found.point[n]) for n, one in enumerate(unknowns)}
    for rule in outlook.ground.ordered:
        if rule.first in values and rule.second in values:
            binding = outlook.diagram.given(outlook.given.truth[rule.formula], point)
            if outlook.given.column.some(binding):
                _put_in_order(rule, values, ends)
    return values


def _put_in_order(
    rule: Ordered, values: dict[Key, object], ends: Mapping[Key, tuple[object, object]]
) -> None:
    """Move two values within their classes until they compare as they must."""
    late = 1 if rule.operator in (">", ">=") else 0
    for key, end in ((rule.first, late), (rule.second, 1 - late)):
        one, other = values[rule.first], values[rule.second]
        if not rule.possible((one, one), (other, other)):
            values[key] = ends[key][end]
