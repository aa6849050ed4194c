"""Laws 3, 4 and 5: whoever answers to the end knows everything; what is declined is let be."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given

from lifejourney.advice import Advice, Question
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import AllOf, AnyOf, Call, Person, Result
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, draw_request, law, value_of
from tests.oracles.draft import Draft
from tests.unit.planning.tiny import catalog, event, fact, is_, paper, request, service, text

MOST = 60
TRIES = 12
Answering = Callable[[Random, Advice, Request, Question], Request]


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


def can_be(advisor: Advisor, asked: Request) -> bool:
    """Tell whether some completion of what was said breaks no constraint."""
    column = advisor._worlds(asked)[0].outlook.given.column
    return column.some(column.all)


def decline(asked: Request, question: Question) -> Request:
    """Leave a question unanswered for good."""
    return replace(asked, declined=asked.declined | set(question.ids))


def allowed(chance: Random, advice: Advice, asked: Request, question: Question) -> Request:
    """Answer one question so that no constraint is broken; decline it if chance finds no way."""
    advisor = Advisor(advice.catalog)
    for _ in range(TRIES):
        told = reply(chance, advice, asked, question)
        if can_be(advisor, told):
            return told
    return decline(asked, question)


def now_and_then(chance: Random, advice: Advice, asked: Request, question: Question) -> Request:
    """Answer one question, or decline it."""
    if chance.randrange(3) == 0:
        return decline(asked, question)
    return allowed(chance, advice, asked, question)


def asked_through(
    chance: Random, catalog: Catalog, asked: Request, answer: Answering = reply
) -> tuple[Advice, list[str]]:
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
        asked = answer(chance, advice, asked, question)
    raise AssertionError("the questions never end")


@law(40)
@given(ADVISED, RANDOM)
def test_nothing_is_left_open_at_the_end(drawn: Advised, chance: Random) -> None:
    """Law 4: when nothing is relevant, no verdict is unknown and no step merely possible."""
    advice, _ = asked_through(chance, *drawn)
    assert {verdict.truth for verdict in advice.verdicts} <= {"applies", "does_not_apply"}
    assert {step.status for step in advice.steps} <= {"certain", "done"}
    assert advice.possible == ()


def begun(chance: Random) -> tuple[Catalog, Request]:
    """Draw a catalog with constraints, and a request that breaks none."""
    catalog = Draft(chance).catalog()
    asked = draw_request(chance, catalog, 0.2)
    assume(can_be(Advisor(catalog), asked))
    return catalog, asked


@law(30)
@given(RANDOM)
def test_constraints_leave_nothing_open_either(chance: Random) -> None:
    """Law 4: what two answers decide only together is asked, as long as advices differ."""
    catalog, asked = begun(chance)
    advice, _ = asked_through(chance, catalog, asked, allowed)
    if not advice.situation.declined:
        assert {verdict.truth for verdict in advice.verdicts} <= {"applies", "does_not_apply"}
        assert {step.status for step in advice.steps} <= {"certain", "done"}


@law(30)
@given(RANDOM)
def test_what_is_left_open_hangs_on_what_was_declined(chance: Random) -> None:
    """Law 3: nothing declined is asked again, and what stays open names only such questions."""
    catalog, asked = begun(chance)
    advice, ids = asked_through(chance, catalog, asked, now_and_then)
    declined = advice.situation.declined
    assert len(ids) == len(set(ids))
    for step in (*advice.steps, *advice.possible):
        assert step.status != "possible" or set(step.depends_on) & declined, step.id
    for verdict in advice.verdicts:
        assert verdict.truth != "unknown" or set(verdict.missing) & declined, verdict


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
