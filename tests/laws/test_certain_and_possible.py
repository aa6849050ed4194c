"""Certain and possible are exact: compared with the plans of all completions, found by an oracle.

The oracle plans each completion by plain loops; the engine plans all of them at once. Both must
agree on every plan, and the engine's certain and possible must be what the plans have in common.
"""

from hypothesis import given

from tests.oracles.catalogs import CASES, Case, law
from tests.oracles.completions import TooMany
from tests.oracles.engine import compare

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
