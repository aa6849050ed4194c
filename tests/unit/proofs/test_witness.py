"""A witness is told by as few answers as lead to the step, and is found wherever there is one."""

import pytest

from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import Place
from lifejourney.journey import Advisor
from lifejourney.planning import columns
from lifejourney.proofs import Witness, Worlds, find_witness, tell, worlds
from lifejourney.proofs.services import prove_services
from lifejourney.proofs.worlds import casts_of
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    AnyOf,
    Call,
    Constraint,
    Derived,
    EventTest,
    Not,
    Person,
    Result,
    Same,
    Service,
    Some,
    Time,
    Usual,
)
from tests.unit.planning import tiny
from tests.unit.planning.tiny import DAY, NEVER, fact, is_, need, paper, service

GOAL = Call("child", "duty", service="s1")
PAPER = "letter"


def calling(*services: Service, facts: tuple[object, ...] = (), **more: object) -> Catalog:
    """Return a catalog of which the birth calls for each of these services."""
    calls = [Call(one.serves[0], "duty", service=one.slug) for one in services]
    people = more.pop("people", {})
    return tiny.catalog(tiny.event(calls, **people), services, [], facts, **more)  # type: ignore[arg-type]


def witness(catalog: Catalog, slug: str = "s1") -> Witness:
    """Return the witness of a service; said as a request it leads to its step."""
    search = find_witness(Worlds(catalog, DAY), slug)
    assert search.found is not None
    found = tell(search.found)
    advice = Advisor(catalog).advise(read_request(catalog, found.body(), DAY))
    assert found.step in {step.id for step in advice.steps}
    return found


def none(catalog: Catalog, slug: str = "s1") -> bool:
    """Tell whether it is decided that there is no witness."""
    search = find_witness(Worlds(catalog, DAY), slug)
    assert search.found is None
    return search.decided


def test_what_is_usual_is_not_said() -> None:
    """A service for everybody needs no answer at all."""
    catalog = calling(service(1), facts=(fact("blind"),))
    assert witness(catalog).arguments() == ("plan", "birth")


def test_what_is_unusual_is_said() -> None:
    """Only the fact that decides is said, as a request and as a command."""
    colours = fact("colour", "choice", likelihoods={"red": 9, "blue": 1})
    blue = service(1, applies=AllOf((is_("it", "blind"), is_("it", "colour", "blue"))))
    found = witness(calling(blue, facts=(fact("blind"), colours, fact("deaf"))))
    assert found.body() == {
        "events": ["birth"],
        "answers": {"child.blind": True, "child.colour": "blue"},
    }
    assert "--answer child.blind=true --answer child.colour=blue" in " ".join(found.arguments())


def test_what_is_grave_is_said_where_it_decides() -> None:
    """What is never supposed must be said although it is the likeliest."""
    lives = fact("lives", never_assumed=True, likelihood={"true": 9, "false": 1})
    well = fact("well", never_assumed=True, likelihood={"true": 9, "false": 1})
    catalog = calling(service(1, applies=is_("it", "lives")), facts=(lives, well))
    assert witness(catalog).answers == {"child.lives": True}


def test_days_that_must_compare_are_said_so() -> None:
    """Two days of one class each are moved until no declared order is broken."""
    late = '> date("2028-01-01")'
    both = AllOf((is_("child", "born", late), is_("mother", "born", late)))
    days = tuple(fact("born", "date", of=role, likely=5) for role in ("child", "mother"))
    catalog = calling(
        service(1, applies=both),
        facts=days,
        people={"mother": Person(tiny.text("mother"))},
        constraints=(Constraint(compare="child.born > mother.born"),),
    )
    found = witness(catalog)
    answers = found.body()["answers"]
    assert isinstance(answers, dict)
    assert answers["child.born"] > answers["mother.born"] > "2028"
    assert found.arguments()[-2:] == ("--date", "2026-11-22")


def test_other_texts_need_no_word() -> None:
    """A text that no test names is what is usual."""
    catalog = calling(
        service(1, applies=Not(is_("it", "place", '"Ngawi"'))), facts=(fact("place", "text"),)
    )
    assert witness(catalog).answers == {}


def papers(held: str) -> Catalog:
    """Return a birth that calls for a paper made from another."""
    return tiny.catalog(
        tiny.event(["end"]),
        [service(1, [PAPER]), service(2, ["end"], [PAPER])],
        ["end", paper(PAPER, usual=Usual(held))],  # type: ignore[arg-type]
    )


def test_papers_are_lacking_or_at_hand() -> None:
    """Who usually has a paper says that it is lacking; else nothing."""
    assert witness(papers("held")).lacking == ["letter@child"]
    assert witness(papers("lacking")).lacking == []


def test_a_paper_at_hand() -> None:
    """A service that only those can use who hold what nobody makes."""
    card = paper("card", usual=Usual("lacking"))
    catalog = tiny.catalog(tiny.event([GOAL]), [service(1, needs=["card"])], [card])
    assert witness(catalog).held == ["card@child"]


def test_wishes() -> None:
    """The kind that is not usual is wanted by name; so is a rival goal."""
    general = paper("end", usual=None)
    kinds = [paper(slug, kind_of="end") for slug in ("one", "two")]
    calls = [Call("child", "right", document="end", usual="one")]
    catalog = tiny.catalog(
        tiny.event(calls), [service(1, ["two"]), service(2, ["one"])], [general, *kinds]
    )
    assert witness(catalog).wanted == ["two@child"]


def test_rivals() -> None:
    """Of two goals that exclude one another the second is wanted by the paper it leads to."""
    calls = [
        Call("child", "right", document="one", excludes=("s1",)),
        Call("child", "right", service="s1"),
    ]
    services = [service(1, ["two"]), service(2, ["one"])]
    catalog = tiny.catalog(tiny.event(calls), services, ["one", "two"])
    assert witness(catalog).wanted == ["two@child"]
    assert witness(catalog, "s2").wanted == []


def test_a_rival_without_a_name_is_left_undecided() -> None:
    """A goal that nobody can ask for is not said to be reached."""
    calls = [
        Call("child", "right", document="one", excludes=("s1",)),
        Call("child", "right", service="s1"),
    ]
    catalog = tiny.catalog(tiny.event(calls), [service(1), service(2, ["one"])], ["one"])
    assert not none(catalog)


def test_a_substitute_on_wish() -> None:
    """What is used only in need is reached by those who want it."""
    ways = need("letter", Alternative("oath", substitute=True))
    services = [service(1, ["oath"]), service(2, ["letter"]), service(3, ["end"], [ways])]
    catalog = tiny.catalog(tiny.event(["end"]), services, ["end", "letter", "oath"])
    assert witness(catalog).wanted == ["oath@child"]


HEIRS = {"heir": Person(tiny.text("heir"), many=True, minimum=0, maximum=4, likely=0)}


def test_people_are_counted() -> None:
    """A service for an heir needs one; nothing is said of people who are not there."""
    heir = service(1, of="heir")
    catalog = tiny.catalog(tiny.event([Call("heir", "right", service="s1")], **HEIRS), [heir])
    assert witness(catalog).persons == {"heir": 1}


def test_people_who_are_not_counted_yet_are_looked_at() -> None:
    """Two heirs who differ are found once it is said that there are two."""
    differ = AllOf(
        (Some("heir", is_("heir", "blind")), Some("heir", is_("heir", "blind", "false")))
    )
    catalog = calling(service(1, applies=differ), facts=(fact("blind", of="heir"),), people=HEIRS)
    found = witness(catalog)
    assert found.persons == {"heir": 2}
    assert list(found.answers.values()) == [True]


DECEASED = Person(tiny.text("deceased"), dead=True, may_be=("other", "mother"))
"""Somebody who may be the mother."""


def test_two_events_and_who_is_who() -> None:
    """A step of those alone who meet both events, and of whom the mother died."""
    mother = {"mother": Person(tiny.text("mother"))}
    birth = tiny.event([GOAL], "birth", **mother)
    death = tiny.event([Call("deceased", "duty", service="s2")], "death", deceased=DECEASED)
    orphan = service(1, applies=AllOf((EventTest(("death",)), Same(("deceased", "mother")))))
    catalog = tiny.catalog([birth, death], [orphan, service(2, of="deceased")])
    found = witness(catalog)
    assert found.events == ("birth", "death")
    assert found.persons == {"deceased": "mother"}
    assert "--person deceased=mother" in " ".join(found.arguments())
    assert witness(catalog, "s2").events == ("death",)


def test_no_witness() -> None:
    """Contradictions, papers that cannot be had, services in nobody's reach: all are decided."""
    contradiction = AllOf((is_("it", "blind"), is_("it", "blind", "false")))
    assert none(calling(service(1, applies=contradiction), facts=(fact("blind"),)))
    assert none(_lost())
    assert none(
        tiny.catalog(tiny.event([Call("child", "duty", service="s2")]), [service(1), service(2)])
    )


def _lost() -> Catalog:
    """Return a service that needs what it makes itself."""
    return tiny.catalog(tiny.event(["end"]), [service(1, ["end"], ["end"])], ["end"])


def test_what_is_faster_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where that is left open, completions are tried until one takes the slower way."""
    monkeypatch.setattr(columns, "MANY", 0)
    slow = service(2, ["end"], processing_time=Time("calendar_day", max=2))
    slowest = service(3, ["letter"], processing_time=Time("calendar_day", max=5))
    services = [service(1, ["end"], ["letter"]), slow, slowest]
    letter = paper("letter", usual=Usual("held"))
    sometimes = tiny.catalog(tiny.event(["end"]), services, ["end", letter])
    assert witness(sometimes, "s2").lacking == ["letter@child"]
    photo = paper("photo", origin="self", usual=Usual("held"))
    quick = service(1, ["end"], ["photo"])
    always = tiny.catalog(tiny.event(["end"]), [quick, slow], ["end", photo])
    assert not none(always, "s2")


def test_a_wish_in_two_events() -> None:
    """What somebody wants may be there for those alone who meet both events."""
    both = AllOf((EventTest(("birth",)), EventTest(("death",))))
    ways = need("letter", Alternative("oath", substitute=True))
    services = [
        service(1, ["oath"], applies=both),
        service(2, ["letter"]),
        service(3, ["end"], [ways]),
        service(4),
    ]
    events = [tiny.event(["end"]), tiny.event([Call("child", "duty", service="s4")], "death")]
    found = witness(tiny.catalog(events, services, ["end", "letter", "oath"]))
    assert (found.events, found.wanted) == (("birth", "death"), ["oath@child"])


def test_a_rest_that_nobody_can_be_is_left_undecided() -> None:
    """People not counted are supposed to be as a condition wants; those counted are not."""
    nobody = fact("nobody", of="heir", derived=Derived(condition=NEVER))
    some = Some("heir", is_("heir", "nobody"))
    assert not none(calling(service(1, applies=some), facts=(nobody,), people=HEIRS))


def problems(catalog: Catalog) -> list[str]:
    """Return code and reason of each service without a witness."""
    found = prove_services(Worlds(catalog, DAY), lambda *_: Place())
    return [f"{one.code}: {one.what.en}" for one in found]


def test_the_reason_is_named() -> None:
    """Whether nobody calls for it, it applies to nobody, or its papers cannot be had."""
    contradiction = AllOf((is_("it", "blind"), is_("it", "blind", "false")))
    never = calling(service(1, applies=contradiction), facts=(fact("blind"),))
    assert problems(never) == [
        "no-witness: LJ-0001 s1 is never a step: it never applies to anybody"
    ]
    assert "each waits for the next: s1 → s1" in problems(_lost())[0]
    event = tiny.event([Call("child", "duty", service="s2")])
    behind = tiny.catalog(event, [service(1, ["a"], ["a"]), service(2, [], ["a"])], ["a"])
    assert "its papers can never be had" in problems(behind)[1]
    lonely = tiny.catalog(tiny.event([GOAL]), [service(1), service(2)])
    assert "no event calls for it" in problems(lonely)[0]
    nobody = fact("nobody", of="heir", derived=Derived(condition=NEVER))
    some = Some("heir", is_("heir", "nobody"))
    open_ = calling(service(1, applies=some), facts=(nobody,), people=HEIRS)
    assert problems(open_)[0].startswith("not-decided: whether LJ-0001 s1 is ever a step")


def test_not_decided_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where more worlds of two events would have to be looked at, nothing is claimed."""
    monkeypatch.setattr(worlds, "MOST", 0)
    never = AllOf((EventTest(("birth",)), EventTest(("death",)), is_("it", "blind")))
    birth, death = tiny.event([GOAL]), tiny.event([GOAL], "death")
    catalog = tiny.catalog([birth, death], [service(1, applies=never)], [], [fact("blind")])
    assert not none(catalog)


def test_each_cast_is_looked_at_once() -> None:
    """Whoever is said to be somebody is not supposed to be another."""
    mother = {"mother": Person(tiny.text("mother"))}
    both = [tiny.event([GOAL], "birth", **mother), tiny.event([GOAL], "death", deceased=DECEASED)]
    catalog = tiny.catalog(both, [service(1, applies=AnyOf((NEVER, AllOf(()))))])
    events = ("birth", "death")
    assert [one for one, _ in casts_of(catalog, events)] == [
        {"deceased": "other"},
        {"deceased": "mother"},
    ]
    assert len(list(casts_of(catalog, events, {"deceased": "mother"}))) == 1


def test_who_competes_for_what_is_wished_for_is_told_as_in_an_advice() -> None:
    """Of two services that make it alike the first by code does: the other has no witness."""
    papers = [paper("g", origin="other"), "a", "b"]
    services = [
        service(2, ["a", Result("g", when=NEVER)], applies=is_("child", "x")),
        service(1, [Result("b", requires=(need("a"),)), "a"]),
    ]
    small = tiny.catalog(tiny.event(["g"]), services, papers, [fact("x")])
    assert find_witness(Worlds(small, DAY), "s2").found is None
    first = find_witness(Worlds(small, DAY), "s1").found
    assert first is not None
    request = read_request(small, tell(first).body(), DAY)
    assert [step.id for step in Advisor(small).advise(request).steps] == ["LJ-0001@child"]
