"""In which order to ask: what settles most of the advice first, one topic after the other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lifejourney.advice.model import Question
from lifejourney.advice.questions import PAPERS, PERSONS, RESULTS
from lifejourney.advice.world import World
from lifejourney.advice.worth import mattering_if
from lifejourney.planning.nodes import Paper
from lifejourney.planning.sample import Sample, draw
from lifejourney.questionnaire import Table, Topics, in_topics
from lifejourney.questionnaire.table import Whole
from lifejourney.situation import Cast, fact_id, persons_id

PEOPLE = 128
"""Hypothetical people by whom it is measured how much a question is expected to settle."""
PAPER_EFFORT = 0.25
"""What each paper on the checklist costs, where a question costs 1."""


@dataclass(frozen=True)
class Asking:
    """Order the questions of one world."""

    world: World
    questions: Sequence[Question]

    def in_order(self, unpinned: str = "") -> tuple[tuple[Question, ...], tuple[Question, ...]]:
        """Return the next page, the questions of one topic, and all that may come later.

        Who is who comes first: every other question is about somebody. Then what is too grave to
        be supposed, since nothing that depends on it is shown before; then what is pinned, except
        in the topic `unpinned`, which tells what its pins cost. Papers come last.
        """
        first = tuple(one for one in self._open if one.may_be)
        if first:
            return first, tuple(one for one in self.questions if one not in first)
        page = self._page(self._pinned(unpinned))
        return page, tuple(one for one in self.questions if one not in page)

    def _page(self, pinned: Sequence[Question]) -> tuple[Question, ...]:
        dates = [one for one in self._open if not self._numbers(one)]
        if not self._by_worth:
            topic = min((self._place(one.topic) for one in dates), default=0)
            return tuple(one for one in dates if self._place(one.topic) == topic)
        page = [one for one in pinned if one in self._by_worth]
        page += [one for one in self._by_worth if one not in page]
        grave = [one for one in page if self._is_grave(one)]
        rest = [one for one in page if one not in grave]
        here = [one for one in dates if one.topic == page[0].topic]
        # How many there are goes before what each of them is asked.
        people = [one for one in here if one.kind == "persons"]
        return (*grave, *people, *rest, *(one for one in here if one not in people))

    @cached_property
    def _open(self) -> tuple[Question, ...]:
        """Return what can be asked now."""
        turns = {one: self._turn(one) for one in self.questions}
        return tuple(one for one, turn in turns.items() if turn == min(turns.values()))

    def _turn(self, question: Question) -> int:
        """Return when a question comes: those of a later turn wait until no earlier one is left.

        Papers are the second turn, as which there can be, and of how many people, follows from the
        rest. What matters only to who lacks one comes after them, unless it is pinned, and last
        who plays a role of which it stays open whether anybody does.
        """
        if not self._is_sure(question):
            return 3
        if question.kind == "documents":
            return 1
        numbers = self._numbers(question)
        if not numbers or question in self._all_pinned:
            return 0
        return 2 if self._with_papers.isdisjoint(numbers) else 0

    @cached_property
    def _with_papers(self) -> frozenset[int]:
        """Return the unknowns that matter even if every paper asked about is at hand.

        Also those on which it depends whether a paper is to be brought at all.
        """
        outlook = self.world.outlook
        unknowns = outlook.layout.unknowns
        asked = [number for one in self.questions if one.papers for number in self._numbers(one)]
        if not asked:
            return frozenset(outlook.relevant)
        held = {number: unknowns[number].values.index(True) for number in asked}
        papers = {(unknowns[number].key[0], unknowns[number].key[1]) for number in asked}
        return mattering_if(outlook, held) | self._calling_for(papers)

    def _calling_for(self, papers: Collection[Paper]) -> frozenset[int]:
        """Return the unknowns on which it depends whether some service asks for a paper."""
        outlook = self.world.outlook
        masks = {
            outlook.given.truth[need.when]
            for need in outlook.ground.needs
            if any(way.paper in papers for way in need.ways)
        }
        return frozenset(n for mask in masks for n in outlook.diagram.depends_on(mask))

    @cached_property
    def _by_worth(self) -> tuple[Question, ...]:
        """Return the questions of the next topic on which more than a date depends, best first."""
        measured = [one for one in self._open if self._numbers(one)]
        if not measured:
            return ()
        columns = [self._numbers(one) for one in measured]
        order = in_topics(
            self._table(measured, columns),
            range(len(measured)),
            Topics(tuple(self._place(one.topic) for one in measured), self._preferred(measured)),
        )
        return self._in_turn([measured[number] for number in order])

    def _in_turn(self, page: Sequence[Question]) -> tuple[Question, ...]:
        """Let the members of a role take turns: the first is spoken of before the second."""
        cast, turn = self.world.cast, list(page)
        for role in cast.counts:
            own = [part.member for part in cast.parts.get(role, ())]
            places = [place for place, one in enumerate(turn) if _about(one) in own]
            asked = sorted(
                (turn[place] for place in places), key=lambda one: own.index(_about(one))
            )
            for place, one in zip(places, asked, strict=True):
                turn[place] = one
        return tuple(turn)

    # Topics.

    @cached_property
    def _topics(self) -> tuple[str, ...]:
        return (*self.world.ground.catalog.topics, PERSONS, PAPERS, RESULTS)

    def _place(self, topic: str) -> int:
        return self._topics.index(topic) if topic in self._topics else len(self._topics)

    def _preferred(self, measured: Sequence[Question]) -> tuple[int, ...]:
        """Return the topics to go on with: of a grave question, those begun, else the first.

        With which topic a questionnaire opens is a matter of tact: the catalog's order decides.
        """
        here = {self._place(one.topic) for one in measured}
        grave = {self._place(one.topic) for one in measured if self._is_grave(one)}
        begun = {self._place(topic) for topic in self._answered()}
        return (*sorted(grave), *sorted(begun or here))

    def _answered(self) -> set[str]:
        """Return the topics in which something was answered; numbers alone begin none."""
        catalog, cast = self.world.ground.catalog, self.world.cast
        said = [(cast.members[member].roles, fact) for member, fact in self.world.situation.facts]
        found = {catalog.topic_among(roles, fact) for roles, fact in said}
        counted = (role for role, count in cast.counts.items() if found and count is not None)
        found |= {catalog.topic_among([role]) for role in counted}
        return {topic for topic in found if topic is not None}

    def _pinned(self, unpinned: str) -> tuple[Question, ...]:
        """Return the questions of which maintainers fixed the order, in that order."""
        found: dict[Question, None] = {}
        for topic in self.world.ground.catalog.topics.values():
            for name in topic.pinned if topic.slug != unpinned else ():
                ids = pinned_ids(self.world.cast, name)
                found.update((one, None) for one in self.questions if ids.issuperset(one.ids))
        return tuple(found)

    @cached_property
    def _all_pinned(self) -> frozenset[Question]:
        return frozenset(self._pinned(""))

    def _is_sure(self, question: Question) -> bool:
        """Tell whether there is surely somebody about whom is asked."""
        return question.role not in self.world.doubtful

    def _is_grave(self, question: Question) -> bool:
        unknowns = self.world.outlook.layout.unknowns
        return any(unknowns[number].never_assumed for number in self._numbers(question))

    # How much a question settles.

    @cached_property
    def _number_of(self) -> dict[str, int]:
        outlook = self.world.outlook
        return {self.world.ids((number,))[0]: number for number in outlook.relevant}

    def _numbers(self, question: Question) -> tuple[int, ...]:
        """Return the unknowns that a question is about."""
        return tuple(self._number_of[id_] for id_ in question.ids if id_ in self._number_of)

    @cached_property
    def _sample(self) -> Sample:
        return draw(self.world.outlook, PEOPLE)

    def _table(self, measured: Sequence[Question], columns: list[tuple[int, ...]]) -> Table:
        """Lay the sample out with one column for each question."""
        sample = self._sample
        return Table(
            values=np.stack([self._answers[c][1] for c in columns], axis=1),
            applies=np.stack([sample.applies[:, c].all(axis=1) for c in columns], axis=1),
            outcome=np.arange(PEOPLE),
            weight=np.full(PEOPLE, 1 / PEOPLE),
            sizes=tuple(len(self._answers[c][0]) for c in columns),
            effort=tuple(self._effort(one) for one in measured),
            exact=False,
            matters=np.stack([sample.matters[:, c].any(axis=1) for c in columns], axis=1),
        )

    @cached_property
    def _answers(self) -> dict[tuple[int, ...], tuple[Whole, Whole]]:
        """Return for each question the answers in the sample, and which of them each person has."""
        found: dict[tuple[int, ...], tuple[Whole, Whole]] = {}
        for numbers in filter(None, map(self._numbers, self.questions)):
            answers, which = np.unique(self._sample.values[:, numbers], axis=0, return_inverse=True)
            found[numbers] = answers, which.ravel().astype(np.int64)
        return found

    def _effort(self, question: Question) -> float:
        if question.fact is None:
            return PAPER_EFFORT * len(question.papers) or 1.0
        fact = self.world.definition(*question.fact)
        return 1.0 if fact is None else float(fact.effort)


def _about(question: Question) -> str:
    """Return the member whose fact is asked, else nothing."""
    return "" if question.fact is None else question.fact[0]


def pinned_ids(cast: Cast, name: str) -> frozenset[str]:
    """Return the ids of the questions that a pin means: of a role, or of a fact of its members."""
    role, dot, fact = name.partition(".")
    if not dot:
        return frozenset({persons_id(role)})
    return frozenset(fact_id(part.member, fact) for part in cast.parts.get(role, ()))
