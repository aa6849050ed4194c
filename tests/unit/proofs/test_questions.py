"""A question matters where some completion's advice changes with it, and nowhere else."""

from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.errors import Place
from lifejourney.proofs import Worlds, worlds
from lifejourney.proofs.conditions import prove_conditions, prove_options
from lifejourney.proofs.questions import prove_alike, prove_questions
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    AnyOf,
    Benefit,
    Call,
    Condition,
    Constraint,
    Deadline,
    Derived,
    EventTest,
    Fact,
    Not,
    Person,
    Same,
    Usual,
)
from tests.unit.planning import tiny
from tests.unit.planning.tiny import DAY, fact, is_, paper, service

GOAL = Call("child", "duty", service="s1")
MOTHER = {"mother": Person(tiny.text("mother"))}


def places(noun: object, path: tuple[str | int, ...] = (), offset: int | None = None) -> Place:
    """Return a path as if it were a place."""
    assert noun is not None
    assert offset is None
    return Place(field=".".join(map(str, path)))


def dead(catalog: Catalog) -> list[str]:
    """Return the names of what is asked for nothing."""
    found = prove_questions(Worlds(catalog, DAY), places)
    return [f"{one.code} {one.what.en.partition(' is asked')[0]}" for one in found]


def calling(applies: Condition | None, *facts: Fact, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog of one service that applies on a condition."""
    only = service(1, applies=applies, **more)
    return tiny.catalog(tiny.event([GOAL], **MOTHER), [only], [], facts)


def test_a_fact_that_decides_matters() -> None:
    assert dead(calling(AllOf((is_("it", "blind"),)), fact("blind"))) == []


def test_a_fact_that_nothing_asks_for() -> None:
    found = dead(calling(None, fact("blind"), fact("deaf", of="person")))
    assert found == [
        "question-never-matters 'child.blind'",
        "question-never-matters 'person.deaf'",
    ]


def test_a_fact_that_is_always_beaten() -> None:
    """A condition may name a fact and yet not depend on it."""
    either = AnyOf((is_("it", "blind"), AllOf((is_("it", "blind"), is_("it", "deaf")))))
    assert dead(calling(AllOf((either,)), fact("blind"), fact("deaf"))) == [
        "question-never-matters 'child.deaf'"
    ]


def test_facts_that_days_are_counted_from_matter() -> None:
    """A deadline, and a claim, are reckoned from a day."""
    catalog = calling(
        None,
        fact("born", "date"),
        fact("paid", "date"),
        deadline=Deadline(60, "calendar_day", "it.born"),
        benefit=Benefit(tiny.text("money"), claim_after="child.paid"),
    )
    assert dead(catalog) == []


def test_facts_that_only_change_together_matter() -> None:
    """Of two facts that never differ each alone changes nothing, both together do."""
    one, other = is_("child", "blind"), is_("child", "deaf")
    apart = AnyOf((AllOf((one, Not(other))), AllOf((other, Not(one)))))
    catalog = tiny.catalog(
        tiny.event([GOAL, Call("child", "duty", service="s2")]),
        [service(1, applies=one), service(2, applies=other)],
        [],
        [fact("blind"), fact("deaf")],
        constraints=(Constraint(never=apart),),
    )
    assert dead(catalog) == []


def test_a_paper_that_only_shows_where_it_is_from_matters() -> None:
    """A photo at hand or from elsewhere: the list of papers says which."""
    photo = paper("photo", origin="self", usual=Usual("held"))
    lost = paper("lost", usual=Usual("held"))
    catalog = tiny.catalog(tiny.event([GOAL]), [service(1, needs=["photo"])], [photo, lost])
    assert dead(catalog) == ["question-never-matters 'lost'"]


def test_facts_by_which_a_paper_is_supposed_matter() -> None:
    """Who is too young for a card is sent elsewhere for it, where one is asked for."""
    old = is_("it", "age", ">= 17")
    card = paper("card", origin="other", usual=Usual("held", old))
    age = fact("age", "integer", derived=Derived(years_since="born"))
    facts = [fact("born", "date"), age]
    shown = tiny.catalog(tiny.event([GOAL]), [service(1, needs=["card"])], [card], facts)
    assert dead(shown) == []
    unasked = tiny.catalog(tiny.event([GOAL]), [service(1)], [card], facts)
    assert "question-never-matters 'child.born'" in dead(unasked)


def two_events() -> Catalog:
    """Return a fact that matters to those alone who meet two events."""
    both = AllOf((EventTest(("birth",)), EventTest(("death",)), is_("it", "blind")))
    birth, death = tiny.event([GOAL]), tiny.event([GOAL], "death")
    return tiny.catalog([birth, death], [service(1, applies=both)], [], [fact("blind")])


def test_a_fact_that_matters_in_two_events_at_once() -> None:
    assert dead(two_events()) == []


def test_what_is_beyond_the_limit_is_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "MOST", 0)
    (found,) = dead(two_events())
    assert found.startswith("not-decided")


def conditions(catalog: Catalog) -> list[str]:
    """Return code and path of each condition of no use."""
    found = prove_conditions(Worlds(catalog, DAY), places)
    return [f"{one.code} {one.where}" for one in found]


def test_conditions_are_decided_over_all_values() -> None:
    """Numbers, days and gates are known by their classes."""
    number = fact("number", "integer", minimum="0", maximum="6")
    gated = fact("gated", applies_when=is_("it", "number", "> 3"))
    never = AllOf((is_("it", "number", "< 3"), is_("it", "gated")))
    assert conditions(calling(never, number, gated)) == ["never-true applies"]
    always = AllOf((is_("it", "number", "[0..6]"),))
    assert conditions(calling(always, number)) == ["always-true applies"]


def test_who_is_who_is_decided_over_every_cast() -> None:
    """The mother may have died where both events are chosen."""
    deceased = Person(tiny.text("deceased"), dead=True, may_be=("other", "mother"))
    same = AllOf((Same(("deceased", "mother")),))
    events = [
        tiny.event([GOAL], **MOTHER),
        tiny.event([Call("deceased", "duty", service="s2")], "death", deceased=deceased),
    ]
    services = [service(1, applies=same), service(2, of="deceased")]
    assert conditions(tiny.catalog(events, services)) == []
    assert conditions(tiny.catalog(events[:1], services)) == ["never-true applies"]


def test_conditions_about_each_of_several() -> None:
    """A requirement of each heir is read with that heir."""
    heirs = {"heir": Person(tiny.text("heir"), many=True, minimum=0, maximum=4)}
    ways = tiny.need(Alternative("card", of="heir"), when=is_("heir", "blind"))
    catalog = tiny.catalog(
        tiny.event([GOAL], **heirs),
        [service(1, needs=[ways])],
        [paper("card", of="heir", origin="self")],
        [fact("blind", of="heir")],
    )
    assert conditions(catalog) == []


def test_options() -> None:
    """What constraints forbid is dead; what no test tells apart is alike."""
    colours = fact("colour", "choice", likelihoods={"red": 1, "blue": 1, "green": 1, "grey": 1})
    catalog = tiny.catalog(
        tiny.event([GOAL]),
        [service(1, applies=is_("it", "colour", "red"))],
        [],
        [colours, fact("other", "choice", likelihoods={"a": 1, "b": 1})],
        constraints=(Constraint(never=is_("child", "colour", "grey")),),
    )
    found = [one.what.en for one in prove_options(Worlds(catalog, DAY), places)]
    assert found == ["'colour: grey' can never be chosen: constraints rule it out for everybody"]
    found = [one.what.en for one in prove_alike(Worlds(catalog, DAY), places)]
    assert found == ["'colour': the options blue, green are never told apart"]


def test_options_of_a_fact_that_never_applies_are_no_further_faults() -> None:
    gate = AllOf((is_("it", "blind"), is_("it", "blind", "false")))
    colours = fact("colour", "choice", likelihoods={"red": 1, "blue": 1}, applies_when=gate)
    catalog = calling(None, fact("blind"), colours)
    assert list(prove_options(Worlds(catalog, DAY), places)) == []
    assert conditions(catalog) == ["never-true applies_when"]


def test_a_fact_of_its_own_goes_before_a_general_one() -> None:
    """The options of the general fact are read for those alone who have it."""
    own = fact("colour", "choice", likelihoods={"red": 1, "blue": 1})
    general = fact("colour", "choice", of="person", likelihoods={"grey": 1, "pink": 1})
    catalog = calling(AllOf((is_("it", "colour", "red"),)), own, general)
    assert list(prove_options(Worlds(catalog, DAY), places)) == []
