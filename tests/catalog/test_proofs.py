"""The shipped catalog holds nothing of no use, and each service can be reached as printed."""

from datetime import date
from pathlib import Path

import pytest

from lifejourney.answers import read_request
from lifejourney.cli.program import run
from lifejourney.journey import Advisor
from lifejourney.loading import read_with_places
from lifejourney.proofs import Witness, Worlds, find_witness, prove_catalog, tell

TODAY = date(2026, 11, 22)
CATALOG, _, PLACES = read_with_places(Path(__file__).parents[2] / "catalog", TODAY)


def test_nothing_in_the_catalog_is_of_no_use() -> None:
    """Every service has a witness, every question can matter, no condition contradicts itself."""
    assert CATALOG is not None
    found = prove_catalog(CATALOG, PLACES, TODAY)
    errors = [one.in_language("en") for one in found if one.severity == "error"]
    assert not errors
    assert "not-decided" not in {one.code for one in found}


@pytest.mark.slow
def test_every_witness_leads_to_its_step() -> None:
    """What a witness says, said as a request, has the step in the plan that is shown."""
    assert CATALOG is not None
    worlds, advisor = Worlds(CATALOG.on(TODAY), TODAY), Advisor(CATALOG)
    said: dict[tuple[str, ...], list[Witness]] = {}
    for service in worlds.catalog.services:
        search = find_witness(worlds, service)
        assert search.found is not None, service
        witness = tell(search.found)
        said.setdefault(witness.arguments(), []).append(witness)
    lost = []
    for witnesses in said.values():
        advice = advisor.advise(read_request(CATALOG, witnesses[0].body(), TODAY))
        shown = {step.id for step in advice.steps}
        lost += [witness for witness in witnesses if witness.step not in shown]
    assert not lost


@pytest.mark.parametrize("code", ["LJ-0012", "LJ-0101"])
def test_the_command_can_be_copied(capsys: pytest.CaptureFixture[str], code: str) -> None:
    """`show CODE --witness` prints a command whose plan names the step."""
    assert run(["show", code, "--witness"]) == 0
    command = capsys.readouterr().out.splitlines()[-1]
    _, *arguments = command.replace("'", "").split()
    assert run([*arguments, "--all"]) == 0
    assert code in capsys.readouterr().out
