"""What a person has answered so far, and the body of a request that it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lifejourney.answers.periods import is_period
from lifejourney.cli.asking.asked import DOCUMENT, HELD, LACKING
from lifejourney.explanation import Asked

Json = Mapping[str, Any]
Value = object
CHOICE: Final = "choice:"
PERSONS: Final = "persons:"


@dataclass(frozen=True, slots=True)
class SoFar:
    """Hold a date that is told by month, year or age, and declined more exactly."""

    told: str


@dataclass(frozen=True)
class Step:
    """Hold one answer to one question: a value for each id, None where it is declined.

    `labels` say each value as the person saw it. A step without values is a question put off.
    `asked` is None for what was said before the questions began.
    """

    asked: Asked | None
    values: Mapping[str, Value | None] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_put_off(self) -> bool:
        """Tell whether the question was put off."""
        return not self.values

    @property
    def is_declined(self) -> bool:
        """Tell whether nothing was answered to the question, nor was it put off."""
        return bool(self.values) and all(value is None for value in self.values.values())


@dataclass(frozen=True)
class Given:
    """Hold the answers in the order in which they were given; the later one holds.

    `frame`: the rest of the request, which no question is about.
    """

    frame: Json
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, body: Json) -> "Given":
        """Return what a request body says, as answers that can be changed."""
        papers: Mapping[str, Sequence[Any]] = body.get("documents", {})
        frame = {
            name: value
            for name, value in body.items()
            if name in ("events", "done", "date", "prefer", "channel", "lang")
        }
        answers = body.get("answers", {})
        declined = [_persons_id(one) for one in body.get("declined", ())]
        said: dict[str, Value | None] = {
            **{f"{PERSONS}{role}": value for role, value in body.get("persons", {}).items()},
            **answers,
            **{id_: SoFar(answers[id_]) if id_ in answers else None for id_ in declined},
            **{_paper_id(item): _told(item, LACKING) for item in papers.get("lacking", ())},
            **{_paper_id(item): _told(item, HELD) for item in papers.get("held", ())},
            **{
                f"{CHOICE}{_paper_id(one).removeprefix(DOCUMENT)}": one
                for one in body.get("wanted", ())
            },
        }
        return cls(frame, tuple(Step(None, {id_: value}) for id_, value in said.items()))

    def plus(self, step: Step) -> "Given":
        """Return it with one more answer."""
        return Given(self.frame, (*self.steps, step))

    def joined(self, other: "Given") -> "Given":
        """Return both, the events of both, and of two answers that of the other."""
        events = dict.fromkeys((*self.frame.get("events", ()), *other.frame.get("events", ())))
        frame = {**self.frame, **other.frame, "events": list(events)}
        return Given(frame, (*self.steps, *other.steps))

    def without_last(self) -> "Given":
        """Return it without the last answer."""
        return Given(self.frame, self.steps[:-1])

    @property
    def last(self) -> Step | None:
        """Return the last answer to a question, None if there is none to undo."""
        return self.steps[-1] if self.steps and self.steps[-1].asked is not None else None

    @property
    def values(self) -> Mapping[str, Value | None]:
        """Return what holds now for each id, in the order in which it was first said."""
        return {id_: value for step in self.steps for id_, value in step.values.items()}

    @property
    def labels(self) -> Mapping[str, str]:
        """Return the words of what holds now."""
        return {id_: label for step in self.steps for id_, label in step.labels.items()}

    @property
    def counts(self) -> Mapping[str, object]:
        """Return the numbers and names of people told so far."""
        return {
            id_.removeprefix(PERSONS): value
            for id_, value in self.values.items()
            if id_.startswith(PERSONS) and value is not None
        }

    def put_off(self, least: int) -> frozenset[str]:
        """Return the ids of what was put off so many times, and not answered since."""
        times: dict[str, int] = {}
        for step in self.steps:
            for id_ in step.values:
                times.pop(id_, None)
            if step.is_put_off and step.asked is not None:
                for id_ in step.asked.ids:
                    times[id_] = times.get(id_, 0) + 1
        return frozenset(id_ for id_, n in times.items() if n >= least)

    @property
    def settled(self) -> frozenset[str]:
        """Return the ids that need not be asked again, as a date by month or year still may be."""
        return frozenset(
            id_
            for id_, value in self.values.items()
            if not (isinstance(value, str) and is_period(value))
        )

    def body(self, also_declined: Sequence[str] = ()) -> dict[str, Any]:
        """Return the body of a request."""
        answers: dict[str, Value] = {}
        declined: list[str] = []
        persons: dict[str, Value] = {}
        papers: dict[str, list[Value]] = {}
        wanted: list[Value] = []
        for id_, value in self.values.items():
            if value is None:
                declined.append(id_)
            elif isinstance(value, SoFar):
                declined.append(id_)
                answers[id_] = value.told
            elif id_.startswith(PERSONS):
                persons[id_.removeprefix(PERSONS)] = value
            elif id_.startswith(DOCUMENT):
                told, item = value if isinstance(value, tuple) else (value, None)
                papers.setdefault(str(told), []).append(item or id_.removeprefix(DOCUMENT))
            elif id_.startswith(CHOICE):
                wanted.append(value)
            else:
                answers[id_] = value
        found = {
            **self.frame,
            "answers": answers,
            "declined": [*declined, *(one for one in also_declined if one not in declined)],
            "persons": persons,
            "documents": papers,
            "wanted": wanted,
        }
        return {name: value for name, value in found.items() if value not in (None, [], {}, ())}


def _persons_id(declined: str) -> str:
    """Return the id of a declined question: `heir.count` is another name of `persons:heir`."""
    role, dot, name = declined.rpartition(".")
    return f"{PERSONS}{role}" if dot and name == "count" else declined


def _paper_id(item: object) -> str:
    """Return the id of a paper in a request: a text, or an object with days."""
    return f"{DOCUMENT}{item.get('document') if isinstance(item, Mapping) else item}"


def _told(item: object, told: str) -> Value:
    """Return whether a paper is held; with the whole entry where it names days."""
    return (told, item) if isinstance(item, Mapping) else told
