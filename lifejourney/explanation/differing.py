"""What changed from one answer to another, and why, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from lifejourney.advice.difference import (
    Cause,
    Change,
    Outline,
    StepOutline,
    difference,
)
from lifejourney.errors import Words, spoken
from lifejourney.explanation import words

Json = dict[str, Any]
Answer = Mapping[str, Any]
DAYS = ("start", "latest_start", "finish", "finish_latest")


def present_difference(before: Answer, after: Answer) -> Json:
    """Return what changed between two answers of `present` with a plan, in the second's language.

    Nothing is told of what the first answer, of an earlier version perhaps, does not hold.
    """
    found = difference(_outline(before), _outline(after))
    telling = _Telling(before, after)
    return {
        "lang": after["lang"],
        "before": {"catalog": before["catalog"], "date": before["date"]},
        "after": {"catalog": after["catalog"], "date": after["date"]},
        "why": [telling.cause(cause) for cause in found.causes],
        "added": [_named(telling.new[id_]) for id_ in found.added],
        "removed": [_named(telling.old[id_]) for id_ in found.removed],
        "moved": [
            _named(telling.new[id_]) | {"changes": [telling.moment(one) for one in changes]}
            for id_, changes in found.moved.items()
        ],
        "papers": [
            _named(telling.new[id_]) | {"changes": [telling.paper(id_, one) for one in changes]}
            for id_, changes in found.papers.items()
        ],
    }


def _outline(answer: Answer) -> Outline:
    """Return what of an answer is compared."""
    said = answer.get("said")
    return Outline(
        answer["catalog"]["version"],
        answer["date"],
        tuple(answer["events"]),
        None if said is None else {one["fact"]: (one["value"],) for one in said},
        tuple(answer.get("done", ())),
        {step["id"]: _step_outline(step) for step in answer["plan"]["steps"]},
        {name: answer[name] for name in words.WISH if name in answer},
    )


def _step_outline(step: Answer) -> StepOutline:
    moments = {name: step[name] for name in ("wave", "status", *DAYS) if name in step}
    deadline = step["deadline"]
    moments["deadline"] = None if deadline is None else deadline["date"]
    papers = {
        (one["document"], one["of"]): (one["from"], one["copies"], one["original"])
        for one in step["requires"]
    }
    return StepOutline(moments, papers)


def _named(step: Answer) -> Json:
    return {name: step[name] for name in ("id", "title", "person", "person_title")}


class _Telling:
    """Put the parts of a difference into the words of two answers."""

    def __init__(self, before: Answer, after: Answer) -> None:
        self.before, self.after = before, after
        self.old = {step["id"]: step for step in before["plan"]["steps"]}
        self.new = {step["id"]: step for step in after["plan"]["steps"]}

    def say(self, phrase: Words, **values: object) -> str:
        return phrase.in_language(self.after["lang"]).format(**values)

    def day(self, written: str | None) -> str:
        if written is None:
            return self.say(words.UNKNOWN_DAY)
        return format_date(
            date.fromisoformat(written), "d MMMM yyyy", locale=spoken(self.after["lang"])
        )

    def cause(self, cause: Cause) -> Json:
        """Return one thing in which the requests differ."""
        match cause.kind:
            case "catalog":
                title, labels = self.say(words.DIFFERENT_CATALOG), (cause.before, cause.after)
            case "day":
                title = self.say(words.DIFFERENT_DAY)
                labels = (self.day(str(cause.before)), self.day(str(cause.after)))
            case "answer":
                return self._answer(cause)
            case "wish":
                title = self.say(words.WISH[cause.id])
                labels = (self._wish(cause.before), self._wish(cause.after))
            case kind:
                title = cause.id if kind == "event" else self._step_title(cause.id)
                told = words.DIFFERENT_EVENT if kind == "event" else words.DIFFERENT_DONE
                title = self.say(told, title=title)
                labels = (self._yes(cause.before), self._yes(cause.after))
        shown = (_plain(cause.before), _plain(cause.after))
        return self._told(cause, title, shown, labels)

    def _told(
        self, cause: Cause, title: str, values: tuple[object, object], labels: tuple[object, object]
    ) -> Json:
        phrase = words.ANSWERED if cause.kind == "answer" else words.TURNED
        text = self.say(phrase, title=title, before=labels[0], after=labels[1])
        return {
            "kind": cause.kind,
            "id": cause.id,
            "title": title,
            "from": values[0],
            "from_label": labels[0],
            "to": values[1],
            "to_label": labels[1],
            "text": text,
        }

    def _answer(self, cause: Cause) -> Json:
        """Return an answer that was given, changed or taken back."""
        sides = (_said(self.before, cause.id), _said(self.after, cause.id))
        title = next(one["title"] for one in reversed(sides) if one is not None)
        nothing = self.say(words.NOT_ANSWERED_YET)
        values = [None if one is None else one["value"] for one in sides]
        labels = [nothing if one is None else one["label"] for one in sides]
        return self._told(cause, title, (values[0], values[1]), (labels[0], labels[1]))

    def _step_title(self, id_: str) -> str:
        step = self.new.get(id_) or self.old.get(id_)
        return id_ if step is None else f"{step['title']} ({step['person_title']})"

    def _wish(self, value: object) -> str:
        return self.say(words.WISHED[value]) if value in words.WISHED else str(value)

    def _yes(self, value: object) -> str:
        return self.say(words.YES if value else words.NO)

    def moment(self, change: Change) -> Json:
        """Return how wave, status or a day of a step changed."""
        name = str(change.of)
        labels = (self._moment(name, change.before), self._moment(name, change.after))
        title = self.say(words.MOMENT[name])
        text = self.say(words.TURNED, title=title, before=labels[0], after=labels[1])
        return {"what": name, "from": change.before, "to": change.after, "text": text}

    def _moment(self, name: str, value: Any) -> str:  # noqa: ANN401 - as JSON
        if name == "status":
            return self.say(words.STATUS[value])
        if name == "wave":
            return self.say(words.NONE) if value is None else str(value)
        return self.day(value)

    def paper(self, id_: str, change: Change) -> Json:
        """Return how one paper that a step asks for changed."""
        key = change.of
        asked = [*self.new[id_]["requires"], *self.old[id_]["requires"]]
        one = next(one for one in asked if (one["document"], one["of"]) == key)
        kind = (
            "added" if change.before is None else "removed" if change.after is None else "changed"
        )
        paper = f"{one['title']} ({one['person_title']})"
        return {
            **{name: one[name] for name in ("document", "of", "title", "person_title")},
            "change": kind,
            "text": self.say(words.PAPER_CHANGE[kind], paper=paper, how=self._how(change.after)),
        }

    def _how(self, asked: object) -> str:
        """Return from where a paper comes and how often it is copied."""
        if not isinstance(asked, tuple):
            return ""
        origin, copies, original = asked
        parts = [self.say(words.FROM[origin])]
        parts += [self.say(words.ORIGINAL)] if original else []
        parts += [self.say(words.COPIES, count=copies)] if copies else []
        return ", ".join(parts)


def _said(answer: Answer, id_: str) -> Answer | None:
    """Return what was said of one unknown, None if nothing was."""
    return next((one for one in answer["said"] if one["fact"] == id_), None)


def _plain(value: object) -> object:
    """Return whether something is on a list, or what it is."""
    return False if value is None else value
