"""Check topics: that every question has one, and what is pinned inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lifejourney.catalog import GENERIC, SELF, Catalog
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Places
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import Topic


def check_topics(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with topics; a catalog without any asks its questions one by one."""
    yield from _unknown(catalog, places)
    questions = questions_of(catalog)
    if catalog.topics:
        yield from _missing(catalog, places, questions)
    for topic in catalog.topics.values():
        if topic.slug not in questions.values():
            what = Words(
                f"topik '{topic.slug}' tidak punya pertanyaan",
                f"the topic '{topic.slug}' has no questions",
            )
            remedy = Words(
                f"tulis topic: {topic.slug} pada sebuah fakta, atau hapus topik ini",
                f"write topic: {topic.slug} in a fact, or remove this topic",
            )
            yield Problem("topic-empty", places(topic), what, remedy, "hint")
        yield from _pinned(topic, places, questions)
        yield from _first_anyway(topic, catalog, places)


def questions_of(catalog: Catalog) -> Mapping[str, str | None]:
    """Return every question that the catalog can ask, with its topic.

    Facts are written `role.fact`, the question of how many or who somebody is by its role.
    """
    found: dict[str, str | None] = {}
    for event in catalog.events.values():
        for role, person in event.persons.items():
            if person.ask is not None:
                found[role] = person.topic or catalog.topic_of(role)
    for role in sorted(catalog.roles):
        for fact in catalog.facts_of(role):
            general = role == SELF and GENERIC in fact.of
            if fact.derived is None and not general:
                found[f"{role}.{fact.name}"] = catalog.topic_of(role, fact.name)
    return found


def _unknown(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report topics that are not there."""
    named: list[tuple[str | None, Place]] = [
        (fact.topic, places(fact, ("topic",))) for fact in catalog.facts
    ]
    named += [
        (person.topic, places(event, ("persons", role, "topic")))
        for event in catalog.events.values()
        for role, person in event.persons.items()
    ]
    for name, where in named:
        if name is not None and name not in catalog.topics:
            yield unknown("topic", name, catalog.topics, where)


def _missing(
    catalog: Catalog, places: Places, questions: Mapping[str, str | None]
) -> Iterator[Problem]:
    """Report questions without a topic, each where one would be written."""
    found: dict[Place, list[str]] = {}
    for question, topic in questions.items():
        if topic is None:
            found.setdefault(_home(question, catalog, places), []).append(question)
    for where, names in found.items():
        listed = ", ".join(names)
        what = Words(f"belum ada topik: {listed}", f"without a topic: {listed}")
        choices = ", ".join(catalog.topics)
        remedy = Words(f"tulis topic: salah satu dari {choices}", f"write topic: one of {choices}")
        yield Problem("topic-missing", where, what, remedy, "hint")


def _home(question: str, catalog: Catalog, places: Places) -> Place:
    """Return where the topic of a question would be written: at its fact, or its role."""
    role, _, name = question.partition(".")
    fact = catalog.fact(role, name)
    if fact is not None and GENERIC not in fact.of:
        return places(fact)
    event = next(one for one in catalog.events.values() if role in one.persons)
    return places(event, ("persons", role))


def _pinned(topic: Topic, places: Places, questions: Mapping[str, str | None]) -> Iterator[Problem]:
    """Report what is pinned and is no question of this topic, or stands there twice."""
    own = [name for name, where in questions.items() if where == topic.slug]
    for at, name in enumerate(topic.pinned):
        where = places(topic, ("pinned", at))
        if name not in questions:
            yield unknown("fact", name, own, where)
        elif name not in own:
            what = Words(
                f"'{name}' bukan pertanyaan topik ini", f"'{name}' is no question of this topic"
            )
            remedy = Words(
                f"hapus, atau beri topic: {topic.slug}", f"remove it, or give it {topic.slug}"
            )
            yield Problem("not-in-topic", where, what, remedy)
        elif name in topic.pinned[:at]:
            what = Words(f"'{name}' tertulis dua kali", f"'{name}' stands there twice")
            yield Problem("pinned-twice", where, what, Words("hapus satu", "remove one"))


def _first_anyway(topic: Topic, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report pins on who is who, which is asked before everything else without a pin."""
    open_ = {
        role
        for event in catalog.events.values()
        for role, person in event.persons.items()
        if person.may_be
    }
    for at, name in enumerate(topic.pinned):
        if name in open_:
            what = Words(
                f"siapa '{name}' sudah ditanyakan lebih dulu",
                f"who is '{name}' is asked first anyway",
            )
            remedy = Words("hapus dari 'pinned'", "remove it from 'pinned'")
            yield Problem("pinned-first", places(topic, ("pinned", at)), what, remedy, "hint")
