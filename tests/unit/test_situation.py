"""Check who plays which role in the chosen events."""

from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.situation import (
    OTHER,
    Bound,
    Cast,
    Identity,
    Part,
    build_cast,
    identities,
    open_identities,
)
from lifejourney.vocabulary import AllOf, AnyOf, Condition, EventTest, Not, Person, Same
from tests.unit.planning.tiny import catalog, event, fact, is_, text

BOTH = ("birth", "death")
GROUP: dict[str, Any] = {"group": True}
MARRIED = is_("mother", "married")
DIED = is_("child", "died")


def two_events(same_when: Condition | None = None, **persons: Person) -> Catalog:
    """Return a birth and a death, each with a household."""
    birth = {
        "child": Person(text("child"), many=True, minimum=1, maximum=4),
        "mother": Person(),
        "family": Person(**GROUP),
    }
    death = {
        "deceased": Person(may_be=(OTHER, "mother", "child", "nobody"), dead=True),
        "family": Person(**GROUP, same_when=same_when),
    }
    events = [event([], **birth | persons), event([], "death", child=None, **death)]
    return catalog(events, facts=[fact("died")])


def players(cast: Cast, role: str) -> list[str]:
    """Return the members that play a role."""
    return [part.member for part in cast.parts.get(role, ())]


def test_identities() -> None:
    """A role may be who takes part, and one household may be the other."""
    expected = (
        Identity("deceased", (OTHER, "mother", "child")),
        Identity("family-death", (OTHER, "family")),
    )
    assert expected == identities(two_events(), BOTH)


def test_what_is_open_is_led_by_the_likeliest() -> None:
    """Whose mother died is a widow's son: the father is supposed to be the widower."""
    spouse = Person(
        may_be=(OTHER, "father", "mother"), likely_when={"father": Same(("deceased", "mother"))}
    )
    both = two_events(Same(("deceased", "mother")), spouse=spouse, father=Person())
    unsaid = {one.role: one.may_be for one in open_identities(both, BOTH, {})}
    assert unsaid["spouse"] == (OTHER, "father", "mother")
    assert "family-death" in unsaid
    said = {one.role: one.may_be for one in open_identities(both, BOTH, {"deceased": "mother"})}
    assert said == {"spouse": ("father", OTHER, "mother")}


def test_who_is_meant_by_a_role() -> None:
    """Of several who may play a role, the one who was said to; nobody as long as it is open."""
    died = Person(is_role={"child": DIED}, dead=True)
    both = two_events(deceased=died)
    assert build_cast(both, BOTH, {"deceased": "mother"}).meant("deceased") == "mother"
    assert build_cast(both, BOTH, {"child": 2}).meant("child") is None
    assert build_cast(both, BOTH, {}).meant("mother") == "mother"


def test_an_identity_with_nobody_to_be() -> None:
    """Where none of the others takes part there is nothing to ask."""
    assert identities(two_events(), ("death",)) == ()


def test_self_takes_part_in_every_event() -> None:
    """Who asks is there, unless the event says how."""
    told = build_cast(two_events(self=Person(text("you"))), BOTH, {})
    assert set(BOTH) == set(told.members["self"].events)
    cast = build_cast(two_events(), BOTH, {})
    assert cast.members["self"].events == BOTH
    assert [member.id for member in cast.humans()] == ["self", "child-1", "mother", "deceased"]


def test_members_of_a_role() -> None:
    """Members are numbered; their number is known or not."""
    small = two_events()
    open_, two = build_cast(small, ("birth",), {}), build_cast(small, ("birth",), {"child": 2})
    assert players(open_, "child") == ["child-1"]
    assert open_.counts == {"child": None}
    assert open_.many == {"child"}
    assert players(two, "child") == ["child-1", "child-2"]
    assert two.counts == {"child": 2}
    assert build_cast(small, ("birth",), {"child": 0}).parts.get("child", ()) == ()


def test_a_member_beyond_the_minimum_is_not_sure() -> None:
    """One is shown until the number is known, and exists only if there are so many."""
    small = catalog(event([], heir=Person(many=True, minimum=0)))
    assert build_cast(small, ("birth",), {}).parts["heir"] == (Part("heir-1", count=1),)
    assert build_cast(small, ("birth",), {"heir": 1}).parts["heir"] == (Part("heir-1"),)


def test_a_person_who_exists_only_when() -> None:
    """The condition is read with the person."""
    small = catalog(event([], father=Person(when=MARRIED)))
    part = build_cast(small, ("birth",), {}).parts["father"]
    assert part == (Part("father", when=((MARRIED, "father", "father"),)),)


def test_said_who_it_is() -> None:
    """Who is said to be another plays both roles, exists for certain, and is dead."""
    small = two_events(mother=Person(when=MARRIED))
    cast = build_cast(small, BOTH, {"deceased": "mother"})
    assert cast.parts["deceased"] == (Part("mother", dead=True),)
    assert cast.parts["mother"] == (Part("mother"),)
    assert cast.members["mother"].roles == ("mother", "deceased")
    assert cast.members["mother"].events == BOTH
    assert "deceased" not in cast.members


def test_said_to_be_one_of_several() -> None:
    """Being a child means each child who is there."""
    cast = build_cast(two_events(), BOTH, {"deceased": "child", "child": 2})
    assert players(cast, "deceased") == ["child-1", "child-2"]
    one = build_cast(two_events(), BOTH, {"deceased": "child-2", "child": 2})
    assert players(one, "deceased") == ["child-2"]
    assert players(one, "child") == ["child-1", "child-2"]
    nobody = build_cast(two_events(), BOTH, {"deceased": "child-9"})
    assert players(nobody, "deceased") == []


def test_the_other_is_somebody_else() -> None:
    """`other` is nobody who was named."""
    cast = build_cast(two_events(), BOTH, {"deceased": OTHER})
    assert players(cast, "deceased") == ["deceased"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [({}, 2), ({"family-death": "family"}, 1), ({"family-death": OTHER}, 2)],
)
def test_two_households(said: dict[str, int | str], expected: int) -> None:
    """Households of two events are two unless said."""
    cast = build_cast(two_events(), BOTH, said)
    assert expected == len(players(cast, "family"))


def test_which_household_is_meant() -> None:
    """Of two the one in an event of the person beside, else the first."""
    cast = build_cast(two_events(), BOTH, {})
    assert [p.member for p in cast.role_parts("family", "deceased")] == ["family-death"]
    assert [p.member for p in cast.role_parts("family", "child-1")] == ["family"]
    assert [p.member for p in cast.role_parts("family")] == ["family"]
    assert cast.role_parts("nobody") == ()


def test_a_group_far_from_whom_it_is_asked_for() -> None:
    """Where no group shares an event with the person the first is meant."""
    third = event([], "move", guest=Person())
    small = two_events()
    small = catalog([*small.events.values(), third])
    cast = build_cast(small, ("birth", "death", "move"), {})
    assert [p.member for p in cast.role_parts("family", "guest")] == ["family"]


SAME = Same(("deceased", "mother"))


@pytest.mark.parametrize(
    ("same_when", "expected"),
    [
        (SAME, 1),
        (Not(SAME), 2),
        (AnyOf((EventTest(("work",)), SAME)), 1),
        (EventTest(("birth",)), 1),
        (AllOf((EventTest(("birth",)), Not(SAME))), 2),
        (AllOf((SAME, SAME)), 1),
        (AllOf(()), 2),
        (Same(("deceased", "child")), 2),
        (None, 2),
    ],
)
def test_same_when(same_when: Condition | None, expected: int) -> None:
    """Identities that were said can make two households one."""
    for events in (BOTH, BOTH[::-1]):
        cast = build_cast(two_events(same_when), events, {"deceased": "mother"})
        assert expected == len(players(cast, "family"))


def test_a_derived_identity() -> None:
    """A role that another is under a condition takes part in each event that has the role."""
    dead = Person(is_role={"child": DIED}, dead=True)
    cast = build_cast(two_events(deceased=dead), ("birth",), {})
    assert cast.parts["deceased"] == (
        Part("child-1", when=((DIED, "child", "child-1"),), dead=True),
    )
    always = build_cast(two_events(deceased=Person(is_role={"mother": None})), ("birth",), {})
    assert always.parts["deceased"] == (Part("mother"),)
    nobody = build_cast(two_events(deceased=Person(is_role={"aunt": None})), ("birth",), {})
    assert players(nobody, "deceased") == []


def test_one_of_several_roles_by_the_answers() -> None:
    """Who applies is the mother, the first child, or the one who asks."""
    applicant = Person(is_role={"mother": DIED, "child-1": MARRIED, "self": None})
    cast = build_cast(two_events(applicant=applicant), ("birth",), {"child": 2})
    assert cast.parts["applicant"] == (
        Part("mother", when=((DIED, "mother", "mother"),)),
        Part("child-1", when=((MARRIED, "child", "child-1"),)),
        Part("self"),
    )


def test_who_is_somebody_follows_who_that_is() -> None:
    """Whoever declares it first: the widow who applies is the mother, once she is the widow."""
    applicant = Person(is_role={"spouse": DIED})
    spouse = Person(may_be=(OTHER, "mother"))
    cast = build_cast(two_events(applicant=applicant, spouse=spouse), BOTH, {"spouse": "mother"})
    assert players(cast, "applicant") == ["mother"]


def test_a_derived_identity_stands_beside_the_open_one() -> None:
    """The deceased may be the child if it died, beside whoever else it is."""
    dead = Person(is_role={"child": DIED}, dead=True)
    small = two_events(deceased=dead)
    bound = (DIED, "child", "child-1")
    open_ = build_cast(small, BOTH, {})
    assert open_.parts["deceased"] == (
        Part("deceased", dead=True),
        Part("child-1", when=(bound,), dead=True),
    )
    said = build_cast(small, BOTH, {"deceased": OTHER})
    assert said.parts["deceased"][0] == Part("deceased", dead=True)
    assert "death" in open_.members["child-1"].events


def test_groups_are_not_human() -> None:
    """Households are members, but no human beings."""
    cast = build_cast(two_events(), ("birth",), {})
    assert "family" in cast.members
    assert "family" not in [member.id for member in cast.humans()]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (MARRIED, None, ()),
        (None, DIED, ()),
        (MARRIED, MARRIED, ((MARRIED, "estate", "estate"),)),
        (MARRIED, DIED, ((AnyOf((MARRIED, DIED)), "estate", "estate"),)),
    ],
)
def test_who_is_in_two_events_is_there_if_either_says_so(
    first: Condition | None, second: Condition | None, expected: tuple[Bound, ...]
) -> None:
    """A group that two events share does not hang on the first of them alone."""
    one = event([], estate=Person(**GROUP, when=first))
    other = event([], "death", child=None, estate=Person(**GROUP, when=second))
    cast = build_cast(catalog([one, other]), BOTH, {"estate-death": "estate"})
    (part,) = cast.parts["estate"]
    assert part == Part("estate", expected)


def test_members_of_another_role_play_one_besides_its_own() -> None:
    """The child born is an heir of its mother, under its own name, and is counted apart."""
    when = Same(("deceased", "mother"))
    heir = Person(many=True, minimum=1, maximum=4, also={"child": when, "nobody": None})
    both = two_events(heir=heir)
    cast = build_cast(both, BOTH, {"child": 2, "heir": 1})
    assert players(cast, "heir") == ["heir-1", "child-1", "child-2"]
    assert [part.member for part in cast.others("heir")] == ["child-1", "child-2"]
    assert cast.members["child-1"].roles == ("child", "heir")
    assert cast.parts["heir"][1].when == ((when, "child", "child-1"),)
