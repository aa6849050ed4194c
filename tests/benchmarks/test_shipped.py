"""Hold the walks over the shipped questionnaire to what the engine says."""

from lifejourney.proofs.walking import answers_of
from tests.benchmarks.knowledge import Walks, fixed, most_missing
from tests.benchmarks.personas import people

PEOPLE = people("birth")[:2]


def test_people_are_drawn_alike_each_time() -> None:
    assert people("birth")[:2] == PEOPLE


def test_before_any_answer_the_same_is_asked_as_by_the_engine() -> None:
    world = PEOPLE[0].world
    start = Walks(world).start
    assert sorted(n for ask in start.questions for n in ask) == list(world.outlook.relevant)


def test_a_walk_ends_when_nothing_is_open_and_asks_nothing_twice() -> None:
    walks = Walks(PEOPLE[0].world)
    for choose in (fixed, most_missing):
        for person in PEOPLE:
            asked = walks.walked(person, choose)
            numbers = [number for ask in asked for number in ask]
            assert len(numbers) == len(set(numbers))
            known = walks.start.after({n: person.values[n] for n in numbers})
            assert known.questions == ()


def test_everybody_has_an_answer_to_every_question() -> None:
    world = PEOPLE[0].world
    ids = answers_of(world, PEOPLE[0].values)
    assert set(world.ids(world.outlook.relevant)) <= set(ids)
