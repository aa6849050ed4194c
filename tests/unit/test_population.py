"""Law 11: whoever stands in a population gets what they would get alone."""

from dataclasses import replace

import numpy as np
import pytest

from lifejourney.planning import Compiled, Layout, build_ground
from lifejourney.planning.reach import within_reach
from lifejourney.population import Census, Population, packed, unpacked
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import Person
from tests.benchmarks.crowd import Crowd
from tests.unit.planning import tiny
from tests.unit.planning.tiny import DAY

PEOPLE = 70
CROWD = Crowd(160)


def _alone(population: Population, person: int) -> Situation:
    """Return what one of them would have answered."""
    facts = {}
    for key, values in population.facts.items():
        fact, value = CROWD.facts[key], values[person].item()
        if fact.type == "choice":
            facts[key] = list(fact.options)[value]
        else:
            facts[key] = DAY.fromordinal(value) if fact.type == "date" else value
    papers = {paper: bool(held[person]) for paper, held in population.papers.items()}
    return Situation(CROWD.compiled.ground.cast, DAY, facts, papers)


def test_verdicts_and_papers_are_those_of_each_alone() -> None:
    population = CROWD.draw(PEOPLE, 1)
    ground = CROWD.compiled.ground
    applies = [unpacked(mask, PEOPLE) for mask in population.applies]
    had = {paper: unpacked(mask, PEOPLE) for paper, mask in population.within_reach.items()}
    for person in (0, 1, 63, 64, PEOPLE - 1):
        given = Layout(CROWD.compiled, _alone(population, person), exact=True).people([()])
        found = within_reach(ground, given, ground.whole)
        assert [bool(given.truth[one.applies]) for one in ground.instances] == [
            bool(flags[person]) for flags in applies
        ]
        assert {paper for paper, who in found.had.items() if who} == {
            paper for paper, flags in had.items() if flags[person]
        }


def test_a_paper_that_nobody_can_hold_is_held_by_nobody() -> None:
    population = CROWD.draw(PEOPLE, 1)
    made = next(p for p in CROWD.compiled.ground.papers if p not in population.papers)
    more = replace(population, papers={**population.papers, made: np.ones(PEOPLE, np.bool_)})
    before, after = (one.within_reach.get(made, one.column.none) for one in (population, more))
    assert np.array_equal(before, after)


@pytest.mark.parametrize("people", [0, 1, 64, 65, 200])
def test_truth_values_as_words_and_back(people: int) -> None:
    flags = np.arange(people) % 3 == 0
    assert np.array_equal(unpacked(packed(flags), people), flags)


def test_what_cannot_stand_in_a_column_is_refused() -> None:
    """Words of one's own, and how many there are."""
    words = tiny.fact("name", "text")
    by_name = tiny.service(1, ["goal"], applies=tiny.is_("it", "name", '"a"'))
    by_count = tiny.service(1, ["goal"], applies=tiny.is_("child", "count", "> 1"))
    for service, refused in ((by_name, "child-1.name"), (by_count, "child")):
        children = Person(tiny.text("child"), many=True, maximum=3)
        small = tiny.catalog(tiny.event(["goal"], child=children), [service], ["goal"], [words])
        cast = build_cast(small, ("birth",), {})
        with pytest.raises(ValueError, match=f"cannot stand in a column: {refused}$"):
            Census(Compiled(build_ground(small, cast)), DAY)
