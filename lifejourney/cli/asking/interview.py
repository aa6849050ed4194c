"""Ask until nothing is left to ask or the person stops; every answer can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

from lifejourney.cli.asking.asked import Reader as QuestionReader
from lifejourney.cli.asking.changing import Changing
from lifejourney.cli.asking.counter import Counter
from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.asking.reader import AnswerReader
from lifejourney.cli.asking.replies import NotUnderstood, Replies
from lifejourney.cli.asking.screen import Screen
from lifejourney.cli.desk import Desk
from lifejourney.errors import InvalidRequest
from lifejourney.explanation import Asked

Ending = Literal["finished", "stopped", "input ended"]
PATIENCE: Final = 3
"""Questions left unanswered in a row after which it is said that one may stop."""


@dataclass
class Interview:
    """Put one question after the other; `given` is what was answered.

    `again` is a question that was taken back, and is therefore the next one.
    """

    desk: Desk
    counter: Counter
    reader: AnswerReader
    given: Given
    again: Asked | None = None
    rounds: int = 1
    topic: str = ""
    greeted: str = ""
    reassured: bool = False
    page: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def screen(self) -> Screen:
        """Return what prints."""
        return Screen(self.desk)

    def run(self) -> Ending:
        """Ask, and return how it ended; raises InvalidRequest for what was said beforehand."""
        self.page = self.counter.page(self.given, self.rounds)
        self._greet()
        self.screen.introduce(
            any(self.desk.catalog.events[e].sensitive for e in self.page["events"])
        )
        try:
            while asked := self._next():
                if not self._put(asked):
                    return "stopped"
        except EOFError:
            return "input ended"
        except KeyboardInterrupt:
            self.desk.line()
            return "stopped"
        return "finished"

    def _greet(self) -> None:
        """Say the greeting, and again once it has become words of sympathy."""
        greeting = self.page["greeting"] or ""
        if greeting != self.greeted:
            self.screen.say(greeting)
            self.greeted = greeting

    def _next(self) -> Asked | None:
        """Return the next question: what was taken back, the page, then what was put off."""
        if self.again is not None:
            asked, self.again = self.again, None
            return asked
        found = self._first()
        if found is None and self.rounds == 1 and self.given.put_off(1):
            self.rounds += 1
            self.page = self.counter.page(self.given, self.rounds)
            found = self._first()
            if found is not None:
                self.screen.say(
                    self.desk.words(
                        "Tinggal pertanyaan yang tadi Anda lewati.",
                        "Only the questions that you put off are left.",
                    )
                )
        return found

    def _first(self) -> Asked | None:
        """Return the first question of the page that was neither answered nor put off."""
        hidden = self.given.settled | self.given.put_off(self.rounds)
        questions = QuestionReader(self.desk, self.given.counts)
        found = (questions.without(one, hidden) for one in questions.read(self.page["questions"]))
        return next((one for one in found if one is not None), None)

    def _put(self, asked: Asked) -> bool:
        """Put one question until it is dealt with; False if the person wants to stop."""
        if asked.topic and asked.topic != self.topic:
            self.screen.topic(asked.topic)
            self.topic = asked.topic
        self.screen.question(asked, self._left())
        replies = Replies(self.desk, asked, self.counter.today)
        menu = self.screen.menu(asked)
        while True:
            text = self.reader.read(menu)
            way = replies.steering(text)
            if way == "quit":
                return False
            if self._steer(way, asked) if way else self._answer(replies, text):
                return True

    def _steer(self, way: str, asked: Asked) -> bool:
        """Follow a word that steers; False if the question still stands."""
        match way:
            case "back":
                return self._back(asked)
            case "skip":
                self._skip(asked)
            case "change":
                self._change(asked)
            case "why":
                self.screen.why(asked)
                return False
            case _:
                self.screen.help(asked)
                return False
        return True

    def _left(self) -> int:
        """Return how many more questions there are at most, this one among them."""
        hidden = self.given.settled | self.given.put_off(self.rounds)
        questions = QuestionReader(self.desk, {})
        screens = [questions.screens(one, hidden) for one in questions.read(self.page["questions"])]
        # What was put off is not in the page, but comes again.
        later = self.given.put_off(1) if self.rounds == 1 else frozenset()
        waiting = {one.asked.ids for one in self.given.steps if one.asked and one.is_put_off}
        again = sum(ids[0] in later for ids in waiting)
        return max(int(self.page["remaining"]) + sum(screens) - len(screens) + again, 1)

    def _answer(self, replies: Replies, text: str) -> bool:
        """Take an answer, or say beside the question why it cannot be taken."""
        try:
            step = replies.answer(text)
        except NotUnderstood as refused:
            self.screen.remedy(refused.remedy)
            return False
        return self._take(step)

    def _take(self, step: Step) -> bool:
        """Keep an answer with which the rest can be true, and say what it sets aside."""
        trial = self.given.plus(step)
        try:
            page = self.counter.page(trial, self.rounds)
        except InvalidRequest as refused:
            self.screen.refused(refused.problems, trial)
            return False
        before = {one["fact"] for one in self.page["set_aside"]}
        self.given, self.page = trial, page
        self.screen.understood(step)
        self._greet()
        self._reassure()
        self.screen.set_aside((o for o in page["set_aside"] if o["fact"] not in before), trial)
        return True

    def _reassure(self) -> None:
        """Offer to stop to whoever has left several questions in a row unanswered."""
        last = self.given.steps[-PATIENCE:]
        if not self.reassured and len(last) == PATIENCE and all(one.is_declined for one in last):
            self.reassured = True
            self.screen.say(
                self.desk.words(
                    "Tidak apa-apa. Anda boleh berhenti di sini dengan menulis: berhenti. "
                    "Rencananya tetap ditunjukkan, menurut yang lazim.",
                    "That is all right. You may stop here by writing: quit. The plan is shown "
                    "all the same, as things usually are.",
                )
            )

    def _back(self, asked: Asked) -> bool:
        """Undo the last answer and put its question again; False if there is none."""
        last = self.given.last
        if last is None:
            self.screen.nothing_to_undo()
            return False
        self.given = self.given.without_last()
        self.page = self.counter.page(self.given, self.rounds)
        self.again = last.asked or asked
        return True

    def _skip(self, asked: Asked) -> None:
        """Put a question off: it comes again at the end."""
        self.given = self.given.plus(Step(asked))
        self.page = self.counter.page(self.given, self.rounds)

    def _change(self, asked: Asked) -> None:
        """Let one answer be changed, then come back to the question."""
        self.again = asked
        chosen = Changing(self.desk, self.reader, self.given).choose()
        if chosen is None:
            return
        self.screen.question(chosen, 0)
        replies = Replies(self.desk, chosen, self.counter.today)
        menu = self.screen.menu(chosen)
        way: str | None = "why"
        while way == "why":
            text = self.reader.read(menu)
            way = replies.steering(text)
            if way == "why":
                self.screen.why(chosen)
            elif way is None and self._answer(replies, text):
                self.again = self._still(asked)
            elif way is None:
                way = "why"

    def _still(self, asked: Asked) -> Asked | None:
        """Return a question if it is still asked after another answer has changed."""
        questions = QuestionReader(self.desk, self.given.counts)
        ids: Iterable[str] = (
            id_ for one in questions.read(self.page["questions"]) for id_ in one.ids
        )
        return asked if asked.ids[0] in set(ids) else None
