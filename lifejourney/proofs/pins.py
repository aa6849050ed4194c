"""Measure what a pinned order costs: how many more questions people are asked because of it.

The questionnaire is walked with pins and without by people drawn from the likelihoods, each from
where the topic begins: what earlier topics ask has been answered. The two walks are followed until
nothing that is pinned is open and they know the same of what still matters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from lifejourney.advice.asking import Asking, pinned_ids
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.checks import Places
from lifejourney.errors import Problem, Words
from lifejourney.planning.sample import Sample, draw
from lifejourney.proofs.walking import (
    Order,
    Stop,
    Values,
    Walk,
    Way,
    answers_of,
    asking_in,
    say,
)
from lifejourney.proofs.worlds import Events, Worlds, pairs_of
from lifejourney.situation import OTHER, identities
from lifejourney.vocabulary import Topic

PEOPLE: Final = 32
"""People who are followed for each topic and event."""
LEAST: Final = 0.05
"""Questions on average from which on a pin is worth a word."""
_REMEDY: Final = Words(
    "lepas pin yang tidak perlu; biarkan bila urutannya demi kesantunan",
    "unpin what need not come first; keep it if the order is a matter of tact",
)


def prove_pins(catalog: Catalog, places: Places, today: date) -> Iterator[Problem]:
    """Yield for each topic what its pins cost in each event that asks for what is pinned.

    A questionnaire is worked out anew after each answer: seconds for each topic and event.
    """
    worlds = Worlds(catalog.on(today), today)
    order = Order(worlds.told)
    for topic in worlds.catalog.topics.values():
        for events in _asking(worlds, topic):
            more = _Measuring(worlds, order, topic, events).more()
            if more >= LEAST:
                yield _problem(worlds, topic, events, more, places)


def _asking(worlds: Worlds, topic: Topic) -> Iterator[Events]:
    """Yield the events that ask for something pinned; two at once for what comes only so.

    Who somebody is comes first with a pin or without.
    """
    left = set(topic.pinned)
    for event in worlds.catalog.events if left else ():
        asked = _asked(_stop(worlds, (event,)), topic)
        left -= asked
        if asked:
            yield (event,)
    for events in pairs_of(worlds.catalog):
        left -= {one.role for one in identities(worlds.catalog, events)}
        if left and (asked := left & _asked(_stop(worlds, events), topic)):
            left -= asked
            yield events


def _stop(worlds: Worlds, events: Events) -> Stop:
    return Stop.of(asking_in(worlds.of(events)[0]))


def _asked(stop: Stop, topic: Topic) -> set[str]:
    """Return the pins of a topic by which something is still asked."""
    return {name for name in topic.pinned if pinned_ids(stop.cast, name) & stop.open}


@dataclass(frozen=True)
class _Measuring:
    """Measure the pins of one topic in one event, or two at once."""

    worlds: Worlds
    order: Order
    topic: Topic
    events: Events

    def more(self) -> float:
        """Return how many more questions are asked on average because of the pins."""
        return sum(self._more(person) for person in range(PEOPLE)) / PEOPLE

    @cached_property
    def _start(self) -> Asking:
        return asking_in(self.worlds.of(self.events)[0])

    @cached_property
    def _people(self) -> Sample:
        return draw(self._start.world.outlook, PEOPLE)

    @cached_property
    def _unpinned(self) -> Way:
        """Return how the questions would be ordered if nothing were pinned in the topic."""
        return lambda asking: asking.in_order(self.topic.slug)[0]

    def _more(self, person: int) -> int:
        values = answers_of(self._start.world, self._people.values[person].tolist())
        pinned = free = Walk(self._begun(person, values))
        while not self._are_level(pinned, free):
            pinned = self.order.stepped(pinned, values)
            free = self.order.stepped(free, values, self._unpinned)
        return len(pinned.asked) - len(free.asked)

    def _begun(self, person: int, values: Values) -> Request:
        """Return what a person has said when the topic begins: all that earlier topics ask."""
        world = self._start.world
        topics = tuple(world.ground.catalog.topics)
        earlier = topics[: topics.index(self.topic.slug)]
        applies = self._people.applies[person]
        told = {id_ for n, yes in enumerate(applies) if yes for id_ in world.ids((n,))}
        who = {role: who for role, who in world.supposed.items() if who != OTHER}
        request = Request(self.events, self.worlds.day, {}, frozenset(), who, {}, frozenset(), ())
        for question in self._start.questions:
            if question.topic in earlier and told.issuperset(question.ids):
                request = say(request, question, values)
        return request

    def _are_level(self, pinned: Walk, free: Walk) -> bool:
        """Tell whether no pin is left, and all that only one was asked is closed to the other."""
        one, other = self.order.at(pinned.request), self.order.at(free.request)
        return not (
            _asked(one, self.topic)
            or _asked(other, self.topic)
            or (pinned.ids - free.ids) & other.open
            or (free.ids - pinned.ids) & one.open
        )


def _problem(worlds: Worlds, topic: Topic, events: Events, more: float, places: Places) -> Problem:
    titles = [worlds.catalog.events[event].title for event in events]
    where = {
        lang: " + ".join(title.in_language(lang).lower() for title in titles)
        for lang in ("id", "en")
    }
    figure = f"{more:.1f}"
    what = Words(
        f"pin di topik '{topic.slug}' menambah rata-rata {figure.replace('.', ',')} pertanyaan"
        f" ({where['id']}; {PEOPLE} orang)",
        f"the pins of topic '{topic.slug}' add {figure} questions on average"
        f" ({where['en']}; {PEOPLE} people)",
    )
    return Problem("pin-cost", places(topic, ("pinned",)), what, _REMEDY, "hint")
