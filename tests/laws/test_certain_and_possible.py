"""Certain and possible are exact: compared with the plans of all completions, found by an oracle.

The oracle plans each completion by plain loops; the engine plans all of them at once. Both must
agree on every plan, and the engine's certain and possible must be what the plans have in common.
"""

from dataclasses import replace

import pytest
from hypothesis import given

from lifejourney.catalog import Catalog
from lifejourney.feel import parse_test
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import (
    Alternative,
    Call,
    Constraint,
    Document,
    Fact,
    FactTest,
    LifeEvent,
    Person,
    Requirement,
    Result,
    Service,
    Text,
    Usual,
)
from tests.oracles.catalogs import CASES, Case, law
from tests.oracles.completions import TooMany, completions
from tests.oracles.engine import compare, unsound
from tests.oracles.small import service
from tests.unit.planning.tiny import DAY, NEVER

WORDS = Text(id="kata", en="words")

MOST = 160
"""Completions of one case; cases with more are left out."""


@law(140)
@given(CASES)
def test_the_engine_says_what_all_completions_say(case: Case) -> None:
    """Verdicts, blocked goals and steps are certain, possible or never as in all completions."""
    try:
        problems, _ = compare(case.catalog, case.situation, MOST)
    except TooMany:
        return
    assert not problems, "\n".join(problems)


@law(60)
@given(CASES)
def test_nothing_is_promised_wrongly_where_speed_is_left_open(case: Case) -> None:
    """With many unknowns less is called certain and more is possible, never the other way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lifejourney.planning.columns.MANY", -1)
        try:
            problems = unsound(case.catalog, case.situation, MOST)
        except TooMany:
            return
    assert not problems, "\n".join(problems)


def _catalog(
    calls: tuple[Call, ...], services: tuple[Service, ...], *documents: Document
) -> Catalog:
    persons = {
        "mother": Person(WORDS),
        "child": Person(WORDS, many=True, minimum=1, maximum=2),
    }
    return Catalog(
        {"birth": LifeEvent("birth", WORDS, WORDS, "birth", persons, calls)},
        {one.slug: one for one in services},
        {one.slug: one for one in documents},
        (),
        {},
    )


def _number(name: str, low: str, high: str) -> Fact:
    return Fact(name, ("mother",), "integer", WORDS, WORDS, minimum=low, maximum=high)


def _if(name: str, number: int, test: str) -> Service:
    return replace(service(number), applies=FactTest("mother", name, parse_test(test)))


@pytest.mark.parametrize("test", ["-", "< 10", "[2..3]"])
def test_numbers_stay_within_their_bounds(test: str) -> None:
    """A test that tells no allowed numbers apart leaves one class of them."""
    one = _if("number", 0, test)
    catalog = replace(
        _catalog((Call("mother", "duty", service=one.slug),), (one,)),
        facts=(_number("number", "1", "5"),),
    )
    problems, _ = compare(catalog, Situation(build_cast(catalog, ("birth",), {}), DAY), MOST)
    assert not problems


def test_numbers_are_compared_up_to_their_bounds() -> None:
    """The greatest of a class is what its maximum allows, not what stands in a test."""
    services = (_if("one", 0, ">= 3"), _if("other", 1, ">= 6"))
    calls = tuple(Call("mother", "duty", service=service.slug) for service in services)
    catalog = replace(
        _catalog(calls, services),
        facts=(_number("one", "0", "6"), _number("other", "0", "6")),
        constraints=(Constraint(compare="mother.one >= mother.other"),),
    )
    problems, _ = compare(catalog, Situation(build_cast(catalog, ("birth",), {}), DAY), MOST)
    assert not problems


def test_nobody_has_more_children_than_there_can_be() -> None:
    """A number beyond the maximum of a role is in no completion."""
    two = replace(service(0), applies=FactTest("child", "count", parse_test("[1..2]")))
    catalog = _catalog((Call("mother", "duty", service=two.slug),), (two,))
    situation = Situation(build_cast(catalog, ("birth",), {}), DAY)
    assert compare(catalog, situation, MOST) == ([], 2)


def test_a_wanted_paper_is_not_dropped() -> None:
    """What makes a paper wanted by name stays, also if another step might have made it."""
    maker = replace(service(0), produces=(Result("paper"),))
    needs = (Requirement((Alternative("never"),)),)
    other = replace(service(1, days=9), produces=(Result("paper", requires=needs),))
    documents = [Document(slug, WORDS, ("mother",), "service") for slug in ("paper", "never")]
    catalog = _catalog((Call("mother", "duty", service=other.slug),), (maker, other), *documents)
    cast = build_cast(catalog, ("birth",), {"child": 1})
    situation = Situation(cast, DAY, wanted=frozenset({("paper", "mother")}))
    assert compare(catalog, situation, MOST) == ([], 1)
    (plan,) = [plan for _, plan in completions(catalog, situation, MOST)]
    assert plan.steps == {"LJ-0001@mother", "LJ-0002@mother"}


def test_who_lacks_a_paper_lacks_its_kinds() -> None:
    """Also where nothing asks for it in general."""
    general, kind = (Document(slug, WORDS, ("mother",), "other") for slug in ("paper", "kind"))
    kind = replace(kind, origin="service", kind_of="paper", usual=Usual("held"))
    one = replace(service(0), requires=(Requirement((Alternative("kind"),)),))
    catalog = _catalog((Call("mother", "duty", service=one.slug),), (one,), general, kind)
    cast = build_cast(catalog, ("birth",), {"child": 1})
    lacking = Situation(cast, DAY, papers={("paper", "mother"): False})
    assert compare(catalog, lacking, MOST) == ([], 1)
    assert compare(catalog, Situation(cast, DAY), MOST) == ([], 2)


def test_a_result_that_is_not_made_asks_for_nothing() -> None:
    """Also where it asks for the same as another one that is made."""
    needs = (Requirement((Alternative("form"),)),)
    made = (Result("paper", when=NEVER, requires=needs), Result("other", requires=needs))
    one = replace(service(0), produces=made)
    documents = [Document(slug, WORDS, ("mother",), "service") for slug in ("paper", "other")]
    documents.append(Document("form", WORDS, ("mother",), "self"))
    catalog = _catalog((Call("mother", "duty", document="other"),), (one,), *documents)
    situation = Situation(build_cast(catalog, ("birth",), {"child": 1}), DAY)
    assert compare(catalog, situation, MOST) == ([], 1)
