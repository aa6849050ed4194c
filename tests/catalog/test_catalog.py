"""Check the shipped catalog as a whole: nothing wrong in it, nothing in it for nobody."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from lifejourney.advice import Advice
from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import Problem
from lifejourney.journey import Advisor
from lifejourney.loading import read_catalog
from lifejourney.planning import Instance, build_ground
from lifejourney.scenarios import as_raw
from lifejourney.situation import build_cast
from lifejourney.vocabulary import Source, Text, parts
from tests.unit.planning.tiny import request

ROOT = Path(__file__).resolve().parents[2] / "catalog"
DEAD = {"stillborn", "died_after_birth"}
"""The conditions of a child after which nothing of joy is shown."""
RETIRED = ("SIUP", "TDP", "IMB", "e-KTP", "Akte", "Jamsostek", "Askes", "Kemenkumham")
"""Names that were official once, or never, and stand nowhere in a title."""


@cache
def read() -> tuple[Catalog, tuple[Problem, ...]]:
    """Return the shipped catalog and what is wrong in it."""
    catalog, problems = read_catalog(ROOT)
    assert catalog is not None, "\n".join(one.in_language("en") for one in problems)
    return catalog, tuple(problems)


@cache
def advisor() -> Advisor:
    """Return the advisor of the shipped catalog."""
    return Advisor(read()[0])


@cache
def advice_of(name: str) -> Advice:
    """Return the advice in a scenario."""
    scenario = read()[0].scenarios[name]
    return advisor().advise(read_request(read()[0], as_raw(scenario), scenario.date))


def taken(advice: Advice) -> set[str]:
    """Return the services whose steps are shown or possible."""
    return {step.service.slug for step in (*advice.steps, *advice.possible)}


SCENARIOS = sorted(name for name, one in read()[0].scenarios.items() if one.events)
"""Those with a plan; what only falls due has none."""


def test_every_text_is_translated() -> None:
    """The English of a plan holds no Indonesian sentence; only official names stay as they are."""
    catalog, _ = read()
    nouns = (
        *catalog.services.values(),
        *catalog.documents.values(),
        *catalog.events.values(),
        *catalog.authorities.values(),
        *catalog.units.values(),
        *catalog.facts,
    )
    untold = [
        (getattr(noun, "slug", noun), path)
        for noun in nouns
        for path, part in parts(noun)
        if isinstance(part, Text) and part.en is None and path != ("full_name",)
    ]
    assert untold == []


def test_nothing_is_wrong() -> None:
    """There is no error; a hint is a hint, and every name is registered."""
    problems = read()[1]
    assert [one.in_language("en") for one in problems if one.severity != "hint"] == []
    assert [one for one in problems if one.code == "not-registered"] == []


def test_there_is_enough() -> None:
    """Birth and death are told in full depth."""
    catalog, _ = read()
    assert len(catalog.services) >= 40
    assert len(catalog.scenarios) >= 36
    assert {"birth", "death"} <= set(catalog.events)


def test_every_service_has_a_witness() -> None:
    """Each can be a step for somebody: under some answers to one of the events, or as told."""
    catalog, _ = read()
    found: set[str] = set()
    for event in catalog.events:
        found |= taken(advisor().advise(request(event)))
    missing = set(catalog.services) - found
    for name in SCENARIOS:
        if missing:
            missing -= taken(advice_of(name))
    assert missing == set()


def test_every_service_is_called_for_in_an_event() -> None:
    """None stands alone: the graph of some event holds it, now or from a later day on."""
    catalog, _ = read()
    reached = {instance.service.slug for event in catalog.events for instance in _ground(event)}
    assert set(catalog.services) == reached


def _ground(event: str) -> Iterator[Instance]:
    """Yield the services that could lead to what an event calls for."""
    catalog, _ = read()
    for one in (catalog, *(variant for _, variant in catalog.variants)):
        yield from build_ground(one, build_cast(one, (event,), {})).instances


def dead_children(advice: Advice) -> set[str]:
    """Return the children who have died, as far as was said."""
    cast = advice.situation.cast
    deceased = {
        part.member
        for part in cast.parts.get("deceased", ())
        if not part.when and "child" in cast.members[part.member].roles
    }
    said = {
        member
        for (member, fact), value in advice.situation.facts.items()
        if fact == "condition" and value in DEAD
    }
    return deceased | said


def joys(advice: Advice, child: str) -> list[str]:
    """Return every trace of joy for one child."""
    calls = [
        call
        for event in advice.catalog.events.values()
        for call in event.calls_for
        if call.tone == "joy"
    ]
    joyful = {call.target for call in calls}
    steps = [
        step.id
        for step in (*advice.steps, *advice.possible)
        if step.member == child and (step.joyful or step.service.slug in joyful)
    ]
    blocked = [
        goal.id
        for goal in (*advice.blocked, *advice.possible_blocked)
        if goal.member == child and goal.call.tone == "joy"
    ]
    verdicts = [
        verdict.call.target
        for verdict in advice.verdicts
        if verdict.member == child
        and verdict.call.tone == "joy"
        and verdict.truth != "does_not_apply"
    ]
    return [*steps, *blocked, *verdicts]


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_joy_after_the_death_of_a_child(name: str) -> None:
    """After a stillbirth or a child's death nothing of joy is shown for that child, ever."""
    scenario = read()[0].scenarios[name]
    if not (set(scenario.answers.values()) & DEAD or "child" in str(scenario.persons)):
        return
    advice = advice_of(name)
    assert {child: [] for child in dead_children(advice)} == {
        child: joys(advice, child) for child in dead_children(advice)
    }


@pytest.mark.parametrize("condition", sorted(DEAD))
def test_no_joy_whatever_else_is_unknown(condition: str) -> None:
    """The first answer alone is enough to be spared."""
    said = {("child-1", "condition"): condition}
    advice = advisor().advise(request("birth", facts=said, persons={"child": 1}))
    assert joys(advice, "child-1") == []


def test_some_scenario_tells_of_a_child_who_died() -> None:
    """The test above has something to look at."""
    catalog, _ = read()
    told = {value for one in catalog.scenarios.values() for value in one.answers.values()}
    assert told >= DEAD
    assert any(call.tone == "joy" for one in catalog.events.values() for call in one.calls_for)


# Figures and names.


def nouns(one: object) -> Iterator[object]:
    """Yield a noun of the catalog and every noun in it."""
    if isinstance(one, dict):
        for value in one.values():
            yield from nouns(value)
    elif isinstance(one, tuple):
        for value in one:
            yield from nouns(value)
    elif is_dataclass(one):
        yield one
        for field in fields(one):
            yield from nouns(getattr(one, field.name))


def whole() -> Iterator[tuple[str, object]]:
    """Yield every event, service, document and authority with its name."""
    catalog, _ = read()
    for noun in (catalog.events, catalog.services, catalog.documents, catalog.authorities):
        yield from noun.items()


def test_every_source_of_a_figure_exists() -> None:
    """A figure, a law or a channel names a source of its own file."""
    missing = [
        (slug, source)
        for slug, noun in whole()
        for one in nouns(noun)
        if isinstance(source := getattr(one, "source", None), str)
        and source not in getattr(noun, "sources", {})
    ]
    assert missing == []


def test_what_is_verified_is_quoted() -> None:
    """Only where the very words were seen is a source verified."""
    unquoted = [
        (slug, source.url)
        for slug, noun in whole()
        for source in nouns(noun)
        if isinstance(source, Source) and source.status == "verified" and not source.quote
    ]
    assert unquoted == []


def titles() -> Iterator[tuple[str, Text]]:
    """Yield every title of the catalog."""
    catalog, _ = read()
    for slug, noun in whole():
        yield slug, noun.title  # type: ignore[attr-defined]
    for fact in catalog.facts:
        yield fact.name, fact.title
    for name, scenario in catalog.scenarios.items():
        yield name, scenario.title


def test_no_retired_name_in_a_title() -> None:
    """Papers and offices bear the names they have today."""
    found = [
        (slug, retired)
        for slug, title in titles()
        for retired in RETIRED
        if f" {retired.casefold()} " in f" {title.id.casefold()} "
    ]
    assert found == []
