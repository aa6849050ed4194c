"""How much a plan must cost at least: landmarks of a task in which nothing is ever used up.

Papers stay once they are there, so the least set of steps is the delete-free task of automated
planning. The bound is LM-cut (Helmert and Domshlak 2009), the first plan by additive costs
(Bonet and Geffner 2001); both look at one source for a fact where one is prescribed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import Final

START: Final = 0
"""The fact that is there from the beginning."""
GOAL: Final = 1
"""The fact that the last action of a task gives."""
UNREACHED: Final = 1 << 90
Prescribed = Mapping[int, int]
"""The one action that may give a fact; facts that are left out may come from any."""


@dataclass(frozen=True, slots=True)
class Action:
    """Say what can be done once all `needs` are there: it gives facts, and costs.

    `later`: facts that are needed in the end, though not before.
    """

    needs: tuple[int, ...]
    gives: tuple[int, ...]
    cost: int
    later: tuple[int, ...] = ()


@dataclass(frozen=True)
class Task:
    """Hold the actions over numbered facts; the last one needs all goals and gives `GOAL`."""

    facts: int
    actions: Sequence[Action]

    @cached_property
    def _needing(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self.facts)]
        for number, action in enumerate(self.actions):
            for fact in action.needs or (START,):
                found[fact].append(number)
        return found

    @cached_property
    def givers(self) -> list[list[int]]:
        """Return for each fact the actions that give it."""
        found: list[list[int]] = [[] for _ in range(self.facts)]
        for number, action in enumerate(self.actions):
            for fact in action.gives:
                found[fact].append(number)
        return found

    def _spread(
        self, costs: Sequence[int], prescribed: Prescribed, *, add: bool
    ) -> tuple[list[int], list[int], list[int]]:
        """Return the cost of each fact, its cheapest giver, and the last need of each action.

        What an action needs counts together (`add`), or as much as the dearest of them alone.
        """
        reached = [UNREACHED] * self.facts
        giver, last = [-1] * self.facts, [-1] * len(self.actions)
        missing = [len(action.needs) or 1 for action in self.actions]
        total = list(costs)
        reached[START] = 0
        heap, settled = [(0, START)], [False] * self.facts
        while heap:
            cost, fact = heappop(heap)
            if settled[fact]:
                continue
            settled[fact] = True
            for number in self._needing[fact]:
                missing[number] -= 1
                total[number] += cost if add else 0
                if missing[number]:
                    continue
                last[number] = fact
                end = total[number] if add else costs[number] + cost
                for given in self.actions[number].gives:
                    if end < reached[given] and prescribed.get(given, number) == number:
                        reached[given], giver[given] = end, number
                        heappush(heap, (end, given))
        return reached, giver, last

    def bound(self, prescribed: Prescribed) -> int | None:
        """Return what every plan costs at least; None if there is none."""
        costs = [action.cost for action in self.actions]
        total = 0
        while True:
            reached, _, last = self._spread(costs, prescribed, add=False)
            if reached[GOAL] >= UNREACHED:
                return None
            if not reached[GOAL]:
                return total
            cut = self._cut(costs, last, prescribed)
            least = min(costs[number] for number in cut)
            total += least
            for number in cut:
                costs[number] -= least

    def _cut(self, costs: Sequence[int], last: Sequence[int], prescribed: Prescribed) -> list[int]:
        """Return actions of which every plan takes one: those that lead into the free end."""
        end, todo = {GOAL}, [GOAL]
        while todo:
            fact = todo.pop()
            for number in self.givers[fact]:
                free = not costs[number] and last[number] >= 0
                if free and last[number] not in end and prescribed.get(fact, number) == number:
                    end.add(last[number])
                    todo.append(last[number])
        followers: dict[int, list[int]] = {}
        for number, fact in enumerate(last):
            followers.setdefault(fact, []).append(number)
        cut: list[int] = []
        begin, todo = {START}, [START]
        while todo:
            for number in followers.get(todo.pop(), ()):
                given = [
                    fact
                    for fact in self.actions[number].gives
                    if prescribed.get(fact, number) == number
                ]
                if not end.isdisjoint(given):
                    cut.append(number)
                    given = [fact for fact in given if fact not in end]
                fresh = [fact for fact in given if fact not in begin]
                begin.update(fresh)
                todo += fresh
        return cut

    def plan(self, prescribed: Prescribed) -> dict[int, int] | None:
        """Return a good plan, as the giver of each fact that it needs; None if there is none."""
        costs = [action.cost for action in self.actions]
        reached, giver, _ = self._spread(costs, prescribed, add=True)
        chosen: dict[int, int] = {}
        todo = [GOAL]
        while todo:
            fact = todo.pop()
            if fact == START or fact in chosen:
                continue
            if reached[fact] >= UNREACHED:
                return None
            chosen[fact] = giver[fact]
            action = self.actions[giver[fact]]
            todo += [*action.needs, *action.later]
        return chosen
