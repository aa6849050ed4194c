"""The counter at which the answers are handed in: the next page of questions, or the plan."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lifejourney.answers import Request, read_request
from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.desk import Desk
from lifejourney.errors import InvalidRequest
from lifejourney.explanation import present
from lifejourney.journey import Advisor

Json = dict[str, Any]


@dataclass
class Counter:
    """Advise on answers; `today` is the day of the last advice."""

    desk: Desk
    today: date = date.min

    @cached_property
    def advisor(self) -> Advisor:
        """Return who advises."""
        return Advisor(self.desk.catalog)

    def page(self, given: Given, rounds: int) -> Json:
        """Return the next page of questions; raises InvalidRequest.

        What was put off counts as declined meanwhile, so that the page after it comes.
        """
        return self._advise(given.body(sorted(given.put_off(rounds))), ("questions",))

    def plan(self, given: Given) -> Json:
        """Return the whole advice; raises InvalidRequest."""
        return self._advise(given.body(), ("verdicts", "plan", "questions"))

    def sift(self, given: Given) -> tuple[Given, list[str]]:
        """Return the answers that a catalog can still read, and the ids of those it cannot."""
        kept, lost = Given(given.frame), list[str]()
        for step in given.steps:
            more = kept.plus(Step(None, step.values))
            try:
                self._read(more.body())
            except InvalidRequest:
                lost += step.values
            else:
                kept = more
        return kept, lost

    def _advise(self, body: Json, include: tuple[str, ...]) -> Json:
        return present(self.advisor.advise(self._read(body)), include)

    def _read(self, body: Json) -> Request:
        request = read_request(self.desk.catalog, body, self.desk.today(body))
        self.today = request.day
        return request
