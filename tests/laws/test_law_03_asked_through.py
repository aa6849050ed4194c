"""Laws 3, 4 and 5: whoever answers to the end knows everything; what is declined is let be."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given

from lifejourney.advice import Advice, Question
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import AllOf, AnyOf, Call, Person, Result
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, law, value_of
from tests.unit.planning.tiny import catalog, event, fact, is_, paper, request, service, text

MOST = 60


def reply(chance: Random, advice: Advice, asked: Request, question: Question) -> Request:
    """Answer one question at random."""
    if question.fact is not None:
        member, name = question.fact
        roles = advice.cast.members[member].roles
        found = (advice.catalog.fact(role, name) for role in roles)
        definition = next(one for one in found if one is not None)
        value = value_of(chance, definition)
        return replace(asked, facts={**asked.facts, question.fact: value})
    if question.papers:
        held = {one: chance.randrange(2) == 0 for one in question.papers}
        return replace(asked, papers={**asked.papers, **held})
    if question.choice is not None:
        return replace(asked, wanted=asked.wanted | {chance.choice(question.choice[1])})
    role = question.role or ""
    if question.may_be:
        return replace(asked, persons={**asked.persons, role: chance.choice(question.may_be)})
    events = (advice.catalog.events[event] for event in advice.cast.events)
    person = next(event.persons[role] for event in events if role in event.persons)
    number = chance.randrange(person.minimum, min(person.maximum, 3) + 1)
    return replace(asked, persons={**asked.persons, role: number})


def asked_through(chance: Random, catalog: Catalog, asked: Request) -> tuple[Advice, list[str]]:
    """Answer until nothing is asked; return the last advice, and the ids that were asked for."""
    advisor = Advisor(catalog)
    ids: list[str] = []
    left: int | None = None
    for number in range(MOST):
        advice = advisor.advise(asked)
        left = advice.at_most + number if left is None else left
        if not advice.page:
            return advice, ids
        assert number < left, "more questions than was said"
        question = chance.choice(advice.page)
        assert not set(question.ids) & set(ids), "asked twice"
        ids += question.ids
        if question.kind == "persons":
            left = None  # further people are further questions
        asked = reply(chance, advice, asked, question)
    raise AssertionError("the questions never end")


@law(40)
@given(ADVISED, RANDOM)
def test_nothing_is_left_open_at_the_end(drawn: Advised, chance: Random) -> None:
    """Law 4: when nothing is relevant, no verdict is unknown and no step merely possible."""
    advice, _ = asked_through(chance, *drawn)
    assert {verdict.truth for verdict in advice.verdicts} <= {"applies", "does_not_apply"}
    assert {step.status for step in advice.steps} <= {"certain", "done"}
    assert advice.possible == ()


def citizens() -> Catalog:
    """Return a right of a child of whose parents exactly one is a citizen."""
    one = AllOf((is_("mother", "citizen"), is_("father", "citizen", "false")))
    other = AllOf((is_("mother", "citizen", "false"), is_("father", "citizen")))
    call = Call("child", "right", document="a", when=AnyOf((one, other)))
    return catalog(
        event([call], mother=Person(text("mother")), father=Person(text("father"))),
        [service(1, [Result("a")])],
        [paper("a")],
        [fact("citizen", of="person")],
    )


@pytest.mark.parametrize("mother", [True, False])
def test_exactly_one_is_asked_through_to_the_end(mother: bool) -> None:  # noqa: FBT001
    """Neither answer alone decides: the second is asked whatever the first is."""
    advisor = Advisor(citizens())
    first = advisor.advise(request())
    assert {one.fact for one in first.questions} == {("mother", "citizen"), ("father", "citizen")}
    second = advisor.advise(request(facts={("mother", "citizen"): mother}))
    assert [one.fact for one in second.questions] == [("father", "citizen")]


def test_declining_one_lets_the_other_be() -> None:
    """What the second answer cannot decide without the first is not asked for."""
    advice = Advisor(citizens()).advise(request(declined=["mother.citizen"]))
    assert advice.questions == ()
    assert [verdict.truth for verdict in advice.verdicts] == ["unknown"]
