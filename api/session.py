"""What a person has said so far, as it travels from page to page and is kept nowhere."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lifejourney import as_member

from .sealing import NotSealed

Value = str | int | bool | None
Step = Mapping[str, Value]
DOCUMENT: Final = "document:"
PERSONS: Final = "persons:"
CHOICE: Final = "choice:"
HELD: Final = "held"
LACKING: Final = "lacking"
FORMAT: Final = 1
PREFERENCES: Final = ("fastest", "cheapest", "fewest-visits")
CHANNELS: Final = ("electronic", "counter")
_PERIOD: Final = re.compile(r"[0-9]{4}(-[0-9]{2})?|age .*")


@dataclass(frozen=True)
class Wrong:
    """Hold what was typed on one page and cannot be used, to be shown again beside the reason."""

    number: int
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Session:
    """Hold the answers of one person; each step is one page, None an answer not given.

    `papers`: what was ticked on the plan, which goes before what was answered. `desk`: a clerk
    asks, all questions of a topic at once.
    """

    events: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    prefer: str = PREFERENCES[0]
    channel: str = CHANNELS[0]
    desk: bool = False
    wrong: Wrong | None = None

    # Changes, each a new session.

    def with_step(self, number: int, step: Step) -> "Session":
        """Return it with the answers of one page, from 1; those of a page behind it stay."""
        steps = [*self.steps[: number - 1], step, *self.steps[number:]]
        gone = {id_.removeprefix(DOCUMENT) for id_ in step if id_.startswith(DOCUMENT)}
        papers = {name: told for name, told in self.papers.items() if name not in gone}
        return replace(self, steps=tuple(steps), papers=papers, wrong=None)

    def without_step(self, number: int) -> "Session":
        """Return it as if one page had not been answered."""
        steps = tuple(one for at, one in enumerate(self.steps, start=1) if at != number)
        return replace(self, steps=steps, wrong=None)

    def with_papers(self, told: Mapping[str, str]) -> "Session":
        """Return it with papers that were ticked."""
        return replace(self, papers={**self.papers, **told})

    def with_events(self, events: Sequence[str]) -> "Session":
        """Return it for some life events; what was said stays."""
        return replace(self, events=tuple(dict.fromkeys(events)), wrong=None)

    # What it says.

    def number_of(self, id_: str) -> int | None:
        """Return the page, from 1, on which something was answered first."""
        for number, step in enumerate(self.steps, start=1):
            if as_member(id_) in map(as_member, step):
                return number
        return None

    def body(self, lang: str = "id") -> dict[str, Any]:
        """Return the body of the same request to the engine."""
        said: dict[str, Value] = {}
        declined: dict[str, None] = {}
        for id_, value in self._said():
            if value is not None:
                said[id_] = value
                declined.pop(id_, None)
            elif not _is_period(said.get(id_)):
                said.pop(id_, None)
                declined[id_] = None
            else:  # not known more exactly
                declined[id_] = None
        found: dict[str, Any] = {
            "events": list(self.events),
            "answers": {i: v for i, v in said.items() if not i.startswith(_PREFIXES)},
            "declined": list(declined),
            "persons": _below(said, PERSONS),
            "documents": _papers(_below(said, DOCUMENT)),
            "wanted": list(_below(said, CHOICE).values()),
            "done": list(self.done),
            "prefer": self.prefer,
            "channel": self.channel,
            "lang": lang,
        }
        return {name: value for name, value in found.items() if value not in ([], {})}

    def _said(self) -> Iterator[tuple[str, Value]]:
        for step in self.steps:
            yield from step.items()
        for name, told in self.papers.items():
            yield f"{DOCUMENT}{name}", told

    # Its coding.

    def pack(self) -> bytes:
        """Return it as short JSON."""
        wrong = [self.wrong.number, dict(self.wrong.fields)] if self.wrong else 0
        steps = [list(map(list, step.items())) for step in self.steps]
        choices = [
            PREFERENCES.index(self.prefer),
            CHANNELS.index(self.channel),
            int(self.desk),
        ]
        packed = [FORMAT, self.events, steps, self.papers, self.done, choices, wrong]
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "Session":
        """Return the session of its coding; raises NotSealed for any other."""
        try:
            format_, events, steps, papers, done, (prefer, channel, desk), wrong = json.loads(
                packed
            )
            if format_ != FORMAT:
                raise NotSealed
            return cls(
                tuple(map(str, events)),
                tuple({str(id_): value for id_, value in step} for step in steps),
                {str(name): str(told) for name, told in papers.items()},
                tuple(map(str, done)),
                PREFERENCES[prefer],
                CHANNELS[channel],
                bool(desk),
                Wrong(wrong[0], wrong[1]) if wrong else None,
            )
        except (ValueError, TypeError, AttributeError, IndexError):
            raise NotSealed from None


_PREFIXES: Final = (DOCUMENT, PERSONS, CHOICE)


def _below(said: Mapping[str, Value], prefix: str) -> dict[str, Value]:
    return {i.removeprefix(prefix): v for i, v in said.items() if i.startswith(prefix)}


def _papers(told: Mapping[str, Value]) -> dict[str, list[str]]:
    """Return the papers by whether they are at hand."""
    found = {how: [name for name, said in told.items() if said == how] for how in (HELD, LACKING)}
    return {how: names for how, names in found.items() if names}


def _is_period(value: Value) -> bool:
    return isinstance(value, str) and _PERIOD.fullmatch(value) is not None
