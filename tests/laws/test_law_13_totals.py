"""Law 13 of sums: an unknown amount is never 0, and no copy is counted twice or forgotten."""

# ruff: noqa: ANN401 - looks at the outside of things

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.explanation import present
from lifejourney.journey import Advisor
from lifejourney.schedule import Amount, Use, list_papers, total
from lifejourney.vocabulary import Requirement, Service
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, law

RUPIAH = st.integers(0, 10**9)
EACH = 10_000
KNOWN = st.tuples(RUPIAH, RUPIAH).map(sorted)
AMOUNTS = st.lists(
    st.builds(
        lambda step, bounds, low, high, by_region: Amount(
            step, bounds[0] if low else None, bounds[1] if high else None, by_region
        ),
        st.text("abc", min_size=1, max_size=3),
        KNOWN,
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
)
USES = st.lists(
    st.builds(
        Use,
        step=st.sampled_from("abcde"),
        asked=st.just("d"),
        paper=st.tuples(st.sampled_from("def"), st.sampled_from(("heir-1", "heir-2"))),
        source=st.just("held"),
        original=st.booleans(),
        copies=st.integers(0, 4),
        kept=st.booleans(),
        stamps=st.integers(0, 2),
    ),
    max_size=12,
)


@law(200)
@given(AMOUNTS, st.integers(0, 5))
def test_the_bounds_of_a_sum(amounts: list[Amount], stamps: int) -> None:
    """The least is at most the most, which is known only where every upper bound is."""
    found = total(amounts, stamps, EACH)
    assert found.max is None or found.min <= found.max
    assert (found.max is None) == any(one.max is None for one in amounts)
    assert len(found.unknown) == sum(one.min is one.max is None for one in amounts)
    opened = {*found.unknown, *found.by_region, *found.unbounded}
    assert opened == {one.step for one in amounts if one.max is None}
    assert found.min >= stamps * EACH


@law(200)
@given(AMOUNTS, AMOUNTS, st.integers(0, 5))
def test_one_more_step_never_lowers_a_sum(
    some: list[Amount], more: list[Amount], stamps: int
) -> None:
    """Neither what is paid at least nor at most, nor how much is unknown."""
    before, after = total(some, stamps), total([*some, *more], stamps)
    assert after.min >= before.min
    assert after.max is None or (before.max is not None and after.max >= before.max)
    assert len(after.unknown) >= len(before.unknown)


@law(200)
@given(USES)
def test_every_copy_is_counted_once(uses: list[Use]) -> None:
    """The copies of the list are those that the steps ask for, by holder and in all."""
    listed = list_papers(uses)
    assert len({paper.first.paper for paper in listed}) == len(listed)
    for paper in listed:
        own = [use for use in uses if use.paper == paper.first.paper]
        assert paper.copies == sum(use.copies for use in own)
        assert paper.original == any(use.original for use in own)
    assert sum(paper.copies for paper in listed) == sum(use.copies for use in uses)


@law(60)
@given(ADVISED, RANDOM)
def test_the_totals_of_a_plan(drawn: Advised, chance: Any) -> None:
    """What the answer says in all is what its steps say, whatever is asked for."""
    catalog, request = drawn
    services = {slug: _demanding(one, chance) for slug, one in catalog.services.items()}
    assert_totals(
        present(Advisor(replace(catalog, services=services, version="other")).advise(request))
    )


def _demanding(service: Service, chance: Any) -> Service:
    """Return a service that asks for copies and keeps papers."""
    results = [replace(one, requires=_drawn(one.requires, chance)) for one in service.produces]
    return replace(service, requires=_drawn(service.requires, chance), produces=tuple(results))


def _drawn(asked: tuple[Requirement, ...], chance: Any) -> tuple[Requirement, ...]:
    return tuple(
        replace(
            one,
            copies=chance.randrange(4),
            original=chance.random() < 0.5,
            kept=chance.random() < 0.5,
        )
        for one in asked
    )


def assert_totals(answer: dict[str, Any]) -> None:
    """Check the list of papers and the sums of an answer against its steps, one by one."""
    plan = answer["plan"]
    ahead = [step for step in plan["steps"] if step["status"] in {"certain", "possible"}]
    copies: dict[tuple[str, str], int] = {}
    follow_ups = {(step["id"].partition("+")[0], _paper(step["requires"][0]))
                  for step in ahead if step["follow_up"]}  # fmt: skip
    for step in ahead:
        for asked in step["requires"]:
            paper = _paper(asked)
            again = asked["supplied_later"] is not None and (step["id"], paper) in follow_ups
            if (asked["original"] or asked["copies"]) and not again:
                copies[paper] = copies.get(paper, 0) + asked["copies"]
    assert copies == {_paper(one): one["copies"] for one in plan["documents"]}
    assert len(copies) == len(plan["documents"])
    costs = [step["cost"] for step in ahead if not step["follow_up"]]
    fee = plan["totals"]["fee"]
    stamps = EACH * sum(one["stamps"] for one in plan["documents"])
    assert fee["min"] == stamps + sum(cost["min"] or 0 for cost in costs)
    assert fee["unknown"] == sum(cost["min"] is None and cost["max"] is None for cost in costs)
    if any(cost["max"] is None for cost in costs):
        assert fee["max"] is None
    else:
        assert fee["max"] == stamps + sum(cost["max"] for cost in costs)


def _paper(asked: dict[str, Any]) -> tuple[str, str]:
    return asked["made"], asked["of"]
