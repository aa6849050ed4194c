"""What is different between two advices, and what that comes from."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

Held = tuple[str, str]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class StepOutline:
    """Hold what of a step is compared.

    `moments`: wave, status and the days that are known, by their names. `papers`: what is asked
    for, as (document, whose), with from where, how many copies, and whether the original.
    """

    moments: Mapping[str, object]
    papers: Mapping[Held, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Outline:
    """Hold what of an advice is compared.

    `said`: what is known, by the id of the unknown (`child[1].condition`), where the advice tells
    it. `wishes`: what is preferred (`prefer`, `channel`), as far as it tells that.
    """

    version: str
    day: str
    events: tuple[str, ...]
    said: Mapping[str, object] | None
    done: tuple[str, ...]
    steps: Mapping[str, StepOutline]
    wishes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Say that something was one thing before and is another after; None: it was not there."""

    of: object
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Cause:
    """Name one thing in which the two requests differ; `id`: of an answer, a wish or a step."""

    kind: Literal["catalog", "day", "event", "answer", "wish", "done"]
    id: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold the ids of the steps that came and went, what changed in the others, and why.

    `moved`: wave, status and days; `papers`: what else is to be brought.
    """

    causes: tuple[Cause, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    moved: Mapping[str, tuple[Change, ...]]
    papers: Mapping[str, tuple[Change, ...]]


def difference(before: Outline, after: Outline) -> Difference:
    """Return what changed from one advice to another, in the order of the plans."""
    both = [id_ for id_ in after.steps if id_ in before.steps]
    moved = {
        id_: _changes(before.steps[id_].moments, after.steps[id_].moments, only_known=True)
        for id_ in both
    }
    papers = {id_: _changes(before.steps[id_].papers, after.steps[id_].papers) for id_ in both}
    return Difference(
        _causes(before, after),
        tuple(id_ for id_ in after.steps if id_ not in before.steps),
        tuple(id_ for id_ in before.steps if id_ not in after.steps),
        {id_: changes for id_, changes in moved.items() if changes},
        {id_: changes for id_, changes in papers.items() if changes},
    )


def _changes(
    before: Mapping[K, V], after: Mapping[K, V], *, only_known: bool = False
) -> tuple[Change, ...]:
    """Return the entries that differ; `only_known`: those that both sides tell."""
    names = [*before, *(name for name in after if name not in before)]
    if only_known:
        names = [name for name in before if name in after]
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return tuple(Change(name, old, new) for name, old, new in pairs if old != new)


def _causes(before: Outline, after: Outline) -> tuple[Cause, ...]:
    """Return in what the two requests differ."""
    found: list[Cause] = []
    if before.version != after.version:
        found.append(Cause("catalog", "", before.version, after.version))
    if before.day != after.day:
        found.append(Cause("day", "", before.day, after.day))
    found += _membership("event", before.events, after.events)
    if before.said is not None and after.said is not None:
        changes = _changes(before.said, after.said)
        found += [Cause("answer", str(one.of), one.before, one.after) for one in changes]
    wishes = _changes(before.wishes, after.wishes, only_known=True)
    found += [Cause("wish", str(one.of), one.before, one.after) for one in wishes]
    found += _membership("done", before.done, after.done)
    return tuple(found)


def _membership(
    kind: Literal["event", "done"], before: Iterable[str], after: Iterable[str]
) -> list[Cause]:
    """Return what is on one of two lists only."""
    old, new = dict.fromkeys(before, True), dict.fromkeys(after, True)
    return [Cause(kind, str(one.of), one.before, one.after) for one in _changes(old, new)]
