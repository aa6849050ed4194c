"""The laws on the catalog that is shipped: answers drawn from its own questions."""

# ruff: noqa: S311 - chance makes examples

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from lifejourney import Advisor, Catalog, Request, as_json, open_catalog, present, read_request
from lifejourney.errors import InvalidRequest
from tests.oracles.catalogs import examples
from tests.oracles.loading import load
from tests.oracles.requests import refine
from tests.unit.planning.tiny import DAY

HERE = Path(__file__).resolve().parent
LAWS = {
    name: load(str(HERE / f"test_law_{name}.py"))
    for name in ("02_answers", "06_order", "07_papers", "09_reasons", "13_figures", "13_totals")
}


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_catalog(HERE.parents[1] / "catalog")


@pytest.fixture(scope="module")
def advisor(shipped: Catalog) -> Advisor:
    return Advisor(shipped)


def _is_let_in(catalog: Catalog, request: Request) -> bool:
    """Tell whether the door would take these answers: no declared contradiction."""
    answers = {f"{who}.{fact}": str(value) for (who, fact), value in request.facts.items()}
    answers = {
        key: {"True": "true", "False": "false"}.get(value, value) for key, value in answers.items()
    }
    try:
        read_request(catalog, {"events": list(request.events), "answers": answers}, DAY)
    except InvalidRequest:
        return False
    return True


@pytest.mark.parametrize("seed", range(examples(3)))
@pytest.mark.parametrize("event", ["birth", "death"])
def test_the_laws_hold_on_the_shipped_catalog(
    shipped: Catalog, advisor: Advisor, event: str, seed: int
) -> None:
    """Laws 1, 2, 6, 7, 9, 10, 13 and 14, while more and more is answered."""
    chance = Random(f"{event}-{seed}")
    request = read_request(shipped, {"events": [event]}, DAY)
    before = advisor.advise(request)
    for _ in range(2):
        more = refine(chance, shipped, request, before, 12)
        if not _is_let_in(shipped, more):
            continue
        request = more
        after = advisor.advise(request)
        LAWS["02_answers"].assert_surer(before, after)
        LAWS["06_order"].assert_ordered(after)
        LAWS["07_papers"].assert_held_is_done(after, request.papers)
        LAWS["07_papers"].assert_own(after, request)
        LAWS["09_reasons"].assert_justified(after)
        LAWS["09_reasons"].assert_nothing_vanishes(after)
        LAWS["13_figures"].assert_figures(shipped, present(after))
        LAWS["13_totals"].assert_totals(present(after))
        before = after
    shuffled = replace(request, facts=dict(reversed(list(request.facts.items()))))
    assert as_json(present(advisor.advise(shuffled))) == as_json(present(before))
