"""Law 8: every service has a witness, or none of all completions takes it: compared with them all.

The oracle plans each completion of each cast by plain loops. What it finds the proofs must find,
and a witness must lead to its step when it is said to the engine as a request.
"""

from contextlib import suppress
from random import Random

from hypothesis import given

from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest
from lifejourney.journey import Advisor
from lifejourney.proofs import Worlds, find_witness, tell
from lifejourney.situation import Situation, build_cast
from tests.oracles.catalogs import RANDOM, law
from tests.oracles.completions import TooMany, completions
from tests.oracles.draft import Draft
from tests.unit.planning.tiny import DAY

MOST = 160
"""Completions of one cast; catalogs with more are left out."""
CASTS: tuple[tuple[tuple[str, ...], dict[str, int | str]], ...] = (
    (("birth",), {}),
    (("birth",), {"child": 2}),
    (("death",), {"deceased": "other"}),
    (("death",), {"deceased": "mother"}),
    (("birth", "death"), {"deceased": "other", "family-death": "other"}),
    (("birth", "death"), {"deceased": "other", "family-death": "family"}),
    (("birth", "death"), {"deceased": "mother", "family-death": "other"}),
    (("birth", "death"), {"deceased": "mother", "family-death": "family"}),
)


def steps(catalog: Catalog) -> set[str]:
    """Return the codes of all services that are a step in some completion of some cast."""
    found: set[str] = set()
    for events, said in CASTS:
        known: dict[str, int | str] = {}
        for role, who in said.items():
            persons = [catalog.events[event].persons.get(role) for event in events]
            if who in ("other", "family") or any(p and (p.many or p.may_be) for p in persons):
                known[role] = who
        cast = build_cast(catalog, events, known)
        for _, plan in completions(catalog, Situation(cast, DAY), MOST):
            found |= {step.partition("@")[0] for step in plan.steps}
    return found


@law(30)
@given(RANDOM)
def test_a_witness_is_found_where_there_is_one(chance: Random) -> None:
    """What some completion takes has a witness; what has none is taken in no completion."""
    catalog = Draft(chance).catalog()
    try:
        taken = steps(catalog)
    except TooMany:
        return
    worlds, advisor = Worlds(catalog, DAY), Advisor(catalog)
    for service in catalog.services.values():
        search = find_witness(worlds, service.slug)
        if search.found is None:
            assert service.code not in taken or not search.decided
            continue
        witness = tell(search.found)
        if witness.persons.get("child") == 0:
            # Once it is said that there are none, what is asked of them or of others falls away.
            continue
        with suppress(InvalidRequest):  # a catalog that makes papers for whom they are not
            request = read_request(catalog, witness.body(), DAY)
            advice = advisor.advise(request)
            assert witness.step in {step.id for step in (*advice.steps, *advice.possible)}
