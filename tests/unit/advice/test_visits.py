"""Where the steps of a plan are taken, which of them at once, and what needs no visit."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Advice
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    Alternative,
    Authority,
    Complaint,
    Person,
    Region,
    Service,
    Source,
    Span,
    SuppliedLater,
    Text,
    Time,
    Unit,
    Usual,
)
from tests.unit.planning.tiny import catalog, event, fact, need, paper, request, service, text

QUICK = Time("minute", max=30)


def mall(region: str, *hosts: str) -> Unit:
    """Return a mall; that of a province stands for one in each of its regencies."""
    each = "." not in region
    sources = {"news": Source("https://example.id", date(2026, 11, 1), "secondary")}
    name = f"mall-{region}"
    return Unit(
        name, Text("MPP"), region, "news", mall=True, each=each, hosts=hosts, sources=sources
    )


OFFICES = {
    slug: Authority(slug, text(slug), level, Complaint(text("call")))  # type: ignore[arg-type]
    for slug, level in (("office", "regency"), ("court", "province"), ("bank", "private"))
}
REGIONS = {
    code: Region(code, name, "city", "WIB") for code, name in (("34.71", "A"), ("34.72", "B"))
}


def at(authority: str, one: Service, **more: Any) -> Service:  # noqa: ANN401
    """Return a service of another authority."""
    return replace(one, authority=authority, **more)


def birth(*services: Service, calls: str = "ab", **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog in which an event calls for papers of the child."""
    persons: dict[str, Person] = more.pop("persons", {})
    return catalog(
        event(list(calls), **persons),
        services,
        more.pop("papers", list(calls)),
        [fact("region", "text", of="person", regions=True)],
        authorities=OFFICES,
        regions=REGIONS,
        **more,
    )


def advised(small: Catalog, channel: str = "electronic", **said: Any) -> Advice:  # noqa: ANN401
    """Return the advice to somebody who would rather take one channel."""
    return Advisor(small).advise(replace(request(**said), channel=channel))


def visits(small: Catalog, **said: Any) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:  # noqa: ANN401
    """Return of each visit the authorities and the services."""
    return [
        (one.authorities, tuple(id_.partition("@")[0] for id_ in one.steps))
        for one in advised(small, **said).visits
    ]


ONE, TWO = service(1, ["a"]), service(2, ["b"])
AFTER = service(2, ["b"], ["a"])


def test_one_office_is_one_visit() -> None:
    """What waits for nothing is done at once; every step knows its visit."""
    advice = advised(birth(ONE, TWO))
    assert [(one.authorities, one.after) for one in advice.visits] == [(("office",), ())]
    assert [step.visit for step in advice.steps] == [1, 1]
    assert not any(step.online for step in advice.steps)
    assert advice.fewest


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (QUICK, 1),
        (Time("hour", max=1), 1),
        (Time("minute", max=61), 2),
        (Time("minute", min=5), 2),
        (Time(max=5), 2),
        (Time(), 2),
    ],
)
def test_what_is_made_while_one_waits(time: Time, expected: int) -> None:
    """Only a result that is known to be there within the hour is not fetched another day."""
    found = advised(birth(replace(ONE, processing_time=time), AFTER)).visits
    assert len(found) == expected
    assert found[-1].after == ((1,) if expected > 1 else ())


def test_what_can_be_done_online() -> None:
    """No visit is needed, unless the person would rather go and may."""
    small = birth(replace(ONE, channels=("electronic", "counter")))
    assert advised(small).visits == ()
    assert [(one.visit, one.online) for one in advised(small).steps] == [(None, True)]
    assert [one.online for one in advised(small, "counter").steps] == [False]
    assert len(advised(small, "counter").visits) == 1
    online = birth(replace(ONE, channels=("electronic",)))
    assert advised(online, "counter").visits == ()
    for_fingerprints = birth(replace(ONE, channels=("electronic",), in_person=True))
    assert [(one.visit, one.online) for one in advised(for_fingerprints).steps] == [(1, False)]


@pytest.mark.parametrize("channel", ["mobile", "self_service"])
def test_what_is_visited_all_the_same(channel: Any) -> None:  # noqa: ANN401
    """Where an office comes by, or a machine stands, one still has to go."""
    assert len(advised(birth(replace(ONE, channels=(channel,)))).visits) == 1


def test_what_somebody_else_does() -> None:
    """What others do needs no visit, is not done online, and is waited for."""
    between = replace(service(3, ["c"], ["a"]), acts="other", processing_time=QUICK)
    quick = replace(ONE, processing_time=QUICK)
    small = birth(quick, between, service(2, ["b"], ["c"]), calls="b", papers=["a", "b", "c"])
    advice = advised(small)
    assert [step.visit for step in advice.steps] == [1, None, 2]
    assert not any(step.online for step in advice.steps)


def test_what_is_done_is_not_gone_for() -> None:
    """A step that is done is on no visit."""
    advice = advised(birth(ONE, AFTER), done=["LJ-0001@child"])
    assert [(step.status, step.visit, step.online) for step in advice.steps] == [
        ("done", None, False),
        ("certain", 1, False),
    ]


def test_a_step_that_stands_beside() -> None:
    """It is on no visit; whether it can be done online is said."""
    other = replace(service(3, ["c"]), channels=("electronic",))
    papers = ["a", "b", paper("c", usual=Usual("held"))]
    either = replace(ONE, requires=(need("c"),))
    small = birth(either, TWO, other, papers=papers)
    advice = advised(small)
    assert [(step.online, step.visit) for step in advice.possible] == [(True, None)]
    assert [
        step.online
        for step in advised(
            birth(either, TWO, at("bank", other, channels=("counter",)), papers=papers)
        ).possible
    ] == [False]


# Applications.


def test_one_application() -> None:
    """What is filed with another is taken on the same visit, though it needs its paper."""
    assert visits(birth(ONE, AFTER)) == [(("office",), ("LJ-0001",)), (("office",), ("LJ-0002",))]
    together = replace(AFTER, filed_with=("s1",))
    assert visits(birth(ONE, together)) == [(("office",), ("LJ-0001", "LJ-0002"))]
    assert visits(birth(ONE, replace(together, filed_with=("s9",)))) == visits(birth(ONE, AFTER))


def test_an_application_is_for_one_person() -> None:
    """Each child's own steps are filed together; for a family all that it needs."""
    own = replace(AFTER, filed_with=("s1",))
    twins = {"child": Person(text("child"), many=True, maximum=2)}
    small = birth(ONE, own, persons=twins)
    advice = advised(small, persons={"child": 2})
    assert [one.steps for one in advice.visits] == [
        ("LJ-0001@child-1", "LJ-0001@child-2", "LJ-0002@child-1", "LJ-0002@child-2")
    ]


def test_an_application_of_more_than_two() -> None:
    """What is filed with the first, and needs only the paper of the second, is filed with both."""
    second = replace(AFTER, filed_with=("s1",))
    third = replace(service(3, ["c"], ["b"], of="mother"), filed_with=("s1",))
    papers = ["a", "b", paper("c", "mother")]
    born = event(["a", "b", replace(_call("c"), of="mother")], mother=Person(text("mother")))
    third = replace(third, requires=(need(Alternative("b", "child")),))
    small = replace(birth(ONE, second, third, papers=papers), events={"birth": born})
    assert visits(small) == [(("office",), ("LJ-0001", "LJ-0002", "LJ-0003"))]


def test_what_is_brought_later() -> None:
    """A paper that follows is brought on a visit of its own, after both."""
    later = SuppliedLater(Span(3, "month"), "it.region")
    asking = replace(TWO, requires=(need("a", supplied_later=later),), filed_with=("s1",))
    small = birth(at("court", ONE), asking, calls="ab")
    advice = advised(small)
    follow = advice.steps[-1]
    assert follow.follow_up is not None
    assert follow.visit == 3
    assert advice.visits[2].after == (1, 2)


# Places.


def test_an_office_of_each_region() -> None:
    """Two people of two regions go to two offices, of a province to one, of a bank to any."""
    mother = {"mother": Person(text("mother"))}
    for authority, expected in (("office", 2), ("court", 1), ("bank", 1)):
        services = [at(authority, ONE), at(authority, service(2, ["b"], of="mother"))]
        papers = ["a", paper("b", "mother")]
        born = event(["a", replace(_call("b"), of="mother")], **mother)
        small = replace(birth(*services, papers=papers), events={"birth": born})
        regions = {("child", "region"): "34.71", ("mother", "region"): "34.72"}
        found = advised(small, facts=regions).visits
        assert len(found) == expected
        assert found[0].region == {"office": "34.71", "court": "34", "bank": None}[authority]
        assert len(advised(small).visits) == 1


def _call(slug: str) -> Any:  # noqa: ANN401
    (call,) = event([slug]).calls_for
    return call


def test_a_mall_joins_counters() -> None:
    """Two authorities that have a desk there are gone to at once, elsewhere apart."""
    malls = {"a": mall("34.71", "office", "court"), "b": mall("34")}
    small = birth(ONE, at("court", TWO), units=malls)
    here = advised(small, facts={("child", "region"): "34.71"}).visits
    assert [(one.authorities, one.mall, one.region) for one in here] == [
        (("office", "court"), malls["a"], "34.71")
    ]
    there = advised(small, facts={("child", "region"): "34.72"}).visits
    assert [(one.authorities, one.mall) for one in there] == [
        (("office",), None),
        (("court",), None),
    ]
    assert len(advised(small).visits) == 2


def test_one_desk_at_a_mall_is_its_own_office() -> None:
    """Where the mall joins nothing, the office is named."""
    small = birth(ONE, at("bank", TWO), units={"a": mall("34.71", "office", "court")})
    found = advised(small, facts={("child", "region"): "34.71"}).visits
    assert [(one.authorities, one.mall) for one in found] == [
        (("office",), None),
        (("bank",), None),
    ]
