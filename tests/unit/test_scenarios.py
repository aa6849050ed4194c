"""Check that a scenario fails where the advice differs from it, in every kind of expectation."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.loading import load_catalog
from lifejourney.scenarios import Failure, run_scenario
from lifejourney.scenarios.failure import same_name
from lifejourney.vocabulary import Call, Cost, Expectation, Result, Scenario, Sum
from tests.unit.planning import tiny

SMALL = Path(__file__).resolve().parents[1] / "data" / "small"
NAME = "birth-recorded"
REGISTER = "pencatatan-kelahiran@child"
LETTER = "surat-lahir-faskes@child"
NOBODY = "imunisasi@mother"
COPIES = 1
VISITS = ((LETTER, "imunisasi@child"), ("perubahan-kk@family",))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog."""
    return load_catalog(SMALL)


def failures(catalog: Catalog, mourning: bool = False, **expected: Any) -> list[str]:  # noqa: FBT001, FBT002, ANN401
    """Return which expectations fail for the same person with other expectations."""
    scenario = replace(catalog.scenarios[NAME], expect=Expectation(**expected), mourning=mourning)
    return [failure.expectation for failure in run_scenario(catalog, scenario)]


def test_every_scenario_of_the_small_catalog_holds(catalog: Catalog) -> None:
    """What they say is so."""
    found = {name: run_scenario(catalog, one) for name, one in catalog.scenarios.items()}
    assert {name: failures for name, failures in found.items() if failures} == {}


@pytest.mark.parametrize(
    "expected",
    [
        {"verdicts": {"akta-kelahiran@child[1]": "applies"}},
        {"with_steps": (REGISTER,), "without_steps": (NOBODY,)},
        {"order": ((LETTER, REGISTER),)},
        {"papers": {REGISTER: ("surat-lahir@child-1",)}},
        {"asks_not": ("child.condition",)},
        {"asks": ("child.birth_date",)},
        {"steps": (LETTER, "imunisasi@child", REGISTER, "perubahan-kk@family")},
        {"certain": (REGISTER,)},
        {"copies": {"kartu-keluarga@family": COPIES}},
        {"fee": Sum(max=0, unknown=0), "benefit": Sum(0, 0, 0)},
        {"fee": Sum()},
        {"visits": VISITS},
        {"visits": VISITS[::-1]},
        {"starts": {REGISTER: date(2026, 11, 23)}, "finish": date(2026, 11, 24)},
        {"critical": (LETTER, REGISTER, "perubahan-kk@family"), "finish_open": True},
        {
            "titles": {REGISTER: "Pencatatan kelahiran"},
            "laws": {REGISTER: ("UU 24/2013 pasal 27",)},
            "compared": {},
            "rivals": {},
        },
        {"infeasible": (), "closed": (), "next_times": {REGISTER: ()}},
    ],
)
def test_what_holds(catalog: Catalog, expected: dict[str, Any]) -> None:
    """Nothing is said against what is so, however the one child is written."""
    assert failures(catalog, **expected) == []


@pytest.mark.parametrize(
    ("expected", "which"),
    [
        ({"verdicts": {"akta-kelahiran@child": "unknown"}}, "verdicts.akta-kelahiran@child"),
        ({"steps": (REGISTER,)}, "steps"),
        ({"with_steps": (NOBODY,)}, "with_steps"),
        ({"without_steps": (REGISTER,)}, "without_steps"),
        ({"blocked": (REGISTER,)}, f"blocked.{REGISTER}"),
        ({"certain": (NOBODY,)}, f"certain.{NOBODY}"),
        ({"order": ((REGISTER, LETTER),)}, "order"),
        ({"order": ((REGISTER, NOBODY),)}, "order"),
        ({"papers": {REGISTER: ("ktp-el@child",)}}, f"papers.{REGISTER}"),
        ({"produces": {NOBODY: ("ktp-el@child",)}}, f"produces.{NOBODY}"),
        ({"deadlines": {REGISTER: date(2026, 1, 1)}}, f"deadlines.{REGISTER}"),
        ({"overdue": (REGISTER,)}, f"overdue.{REGISTER}"),
        ({"estimates": (REGISTER,)}, "estimates"),
        ({"visits": ()}, "visits"),
        ({"visits": VISITS[1:]}, "visits"),
        ({"visits": (*VISITS, ())}, "visits"),
        ({"visits": (VISITS[0], (*VISITS[1], REGISTER))}, "visits"),
        ({"visits": (VISITS[0], (REGISTER, REGISTER))}, "visits"),
        ({"starts": {REGISTER: date(2026, 1, 1)}}, f"starts.{REGISTER}"),
        ({"latest_start": {NOBODY: date(2026, 1, 1)}}, f"latest_start.{NOBODY}"),
        ({"slack": {REGISTER: 1}}, f"slack.{REGISTER}"),
        ({"next_times": {REGISTER: (date(2026, 1, 1),)}}, f"next_times.{REGISTER}"),
        ({"changes_on": {REGISTER: date(2026, 1, 1)}}, f"changes_on.{REGISTER}"),
        ({"titles": {REGISTER: "Lain"}}, f"titles.{REGISTER}"),
        ({"laws": {REGISTER: ("UU 1/1",)}}, f"laws.{REGISTER}"),
        ({"laws": {NOBODY: ()}}, f"laws.{NOBODY}"),
        ({"compared": {"akta-kelahiran@child-1": ()}}, "compared"),
        ({"rivals": {"akta-kelahiran@child-1": "better"}}, "rivals"),
        ({"infeasible": (REGISTER,)}, "infeasible"),
        ({"closed": (REGISTER,)}, "closed"),
        ({"lapses": {REGISTER: ("surat-lahir@child",)}}, f"lapses.{REGISTER}"),
        ({"finish": date(2026, 1, 1)}, "finish"),
        ({"finish_latest": date(2026, 1, 1)}, "finish_latest"),
        ({"finish_open": False}, "finish_open"),
        ({"critical": (REGISTER,)}, "critical"),
        ({"asks": ("child.condition",)}, "asks"),
        ({"asks_not": ("child.birth_date",)}, "asks_not"),
        ({"copies": {"kartu-keluarga@family": COPIES + 1}}, "copies.kartu-keluarga@family"),
        ({"copies": {"paspor@child": 0}}, "copies.paspor@child"),
        ({"fee": Sum(min=1)}, "fee.min"),
        ({"fee": Sum(unknown=1)}, "fee.unknown"),
        ({"fee": Sum(unbounded=True)}, "fee.unbounded"),
        ({"benefit": Sum(max=1)}, "benefit.max"),
    ],
)
def test_what_does_not_hold(catalog: Catalog, expected: dict[str, Any], which: str) -> None:
    """Each kind of expectation is compared."""
    assert failures(catalog, **expected) == [which]


def test_days_that_hold(catalog: Catalog) -> None:
    """A deadline that falls on its day and is past, as expected, is no failure."""
    born = replace(
        catalog.scenarios[NAME],
        answers={**catalog.scenarios[NAME].answers, "child.birth_date": "2026-01-10"},
        expect=Expectation(deadlines={REGISTER: date(2026, 3, 11)}, overdue=(REGISTER,)),
    )
    assert run_scenario(catalog, born) == ()


@pytest.mark.parametrize("name", ["days-holidays", "days-past-the-calendar", "days-too-late"])
def test_working_days_in_scenarios(catalog: Catalog, name: str) -> None:
    """A stretch of holidays, and what lies past the last calendar: these and no other estimates."""
    scenario = catalog.scenarios[name]
    assert run_scenario(catalog, scenario) == ()
    no_more = replace(scenario, expect=replace(scenario.expect, estimates=()))
    assert bool(run_scenario(catalog, no_more)) is bool(scenario.expect.estimates)
    wrong = replace(scenario.expect, estimates=("pencatatan-kematian@deceased", NOBODY))
    found = run_scenario(catalog, replace(scenario, expect=wrong))
    assert [one.expectation for one in found] == ["estimates"]


def test_every_kind_of_question_is_looked_for(catalog: Catalog) -> None:
    """Papers and persons that are asked for are found by their names."""
    asks = ("deceased", "heir", "child.condition", "kartu-keluarga@family-death")
    scenario = replace(
        catalog.scenarios[NAME],
        events=("birth", "death"),
        answers={},
        held=(),
        expect=Expectation(asks=asks),
    )
    assert run_scenario(catalog, scenario) == ()


def test_rivals_are_looked_for() -> None:
    """Of two goals that exclude one another the one that takes less is the better."""
    calls = ["e", Call("child", "duty", document="f", excludes=("e",))]
    services = [tiny.service(1, ["e"]), tiny.service(2, ["f"], cost=Cost(max=50000))]
    small = tiny.catalog(tiny.event(calls), services, ["e", "f"])
    expect = Expectation(rivals={"e@child": "better", "f@child": "other"})
    scenario = Scenario("s", tiny.text("s"), ("birth",), tiny.DAY, expect)
    assert run_scenario(small, scenario) == ()
    turned = replace(expect, rivals={"e@child": "other", "f@child": "better"})
    found = run_scenario(small, replace(scenario, expect=turned))
    assert [one.expectation for one in found] == ["rivals"]


def test_a_choice_is_looked_for() -> None:
    """Which of two papers is wanted is asked by the name of the general one."""
    kinds = [tiny.paper(slug, kind_of="d") for slug in ("d1", "d2")]
    services = [tiny.service(1, ["d1"]), tiny.service(2, ["d2"])]
    small = tiny.catalog(tiny.event(["d"]), services, ["d", *kinds])
    expect = Expectation(asks=("d@child", "choice:d@child"))
    scenario = Scenario("choice", tiny.text("choice"), ("birth",), tiny.DAY, expect)
    assert run_scenario(small, scenario) == ()
    unasked = replace(scenario, expect=Expectation(asks_not=("choice:d@child",)))
    assert [failure.expectation for failure in run_scenario(small, unasked)] == ["asks_not"]


def test_joy_in_mourning_fails(catalog: Catalog) -> None:
    """A step of joy is found in plan and verdicts."""
    assert set(failures(catalog, mourning=True)) == {"mourning"}


def test_a_scenario_that_the_door_refuses(catalog: Catalog) -> None:
    """What a scenario says wrongly is a failure with the place."""
    scenario = replace(catalog.scenarios[NAME], answers={"child.color": "red"})
    assert [one.expectation for one in run_scenario(catalog, scenario)] == ["answers.child.color"]


def test_a_failure_in_words() -> None:
    """A failure reads as a sentence in both languages."""
    failure = Failure("steps", "1", "2")
    assert failure.in_language("id") == "steps: diharapkan 1, ternyata 2"
    assert failure.in_language("en") == "steps: expected 1, found 2"


HEIRS = Scenario(
    "heirs",
    tiny.text("heirs"),
    ("death",),
    date(2026, 11, 22),
    Expectation(),
    persons={"heir": "1"},
    answers={"deceased.death_date": "2026-10", "deceased.birth_date": "1958"},
)


@pytest.mark.parametrize(
    ("told", "expect"),
    [
        (
            "age 30..39",
            Expectation(
                verdicts={
                    "surat-ahli-waris@deceased": "applies",
                    "penetapan-waris@deceased": "does_not_apply",
                },
                asks_not=("heir.birth_date",),
            ),
        ),
        (
            "umur 12",
            Expectation(
                verdicts={
                    "surat-ahli-waris@deceased": "does_not_apply",
                    "penetapan-waris@deceased": "applies",
                },
                asks_not=("heir.birth_date",),
            ),
        ),
        (
            "age 16..20",
            Expectation(
                verdicts={
                    "surat-ahli-waris@deceased": "unknown",
                    "penetapan-waris@deceased": "unknown",
                },
                asks=("heir.birth_date",),
            ),
        ),
        ("2008", Expectation(asks=("heir.birth_date",))),
        ("2008-11", Expectation(asks=("heir.birth_date",))),
        ("2008-12", Expectation(asks_not=("heir.birth_date",))),
    ],
)
def test_the_age_of_an_heir(catalog: Catalog, told: str, expect: Expectation) -> None:
    """The day of birth is asked only of who may or may not be 18; of the deceased the year does."""
    answers = {**HEIRS.answers, "heir.birth_date": told}
    assert run_scenario(catalog, replace(HEIRS, answers=answers, expect=expect)) == ()


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("s@child", "s@child-1", True),
        ("s@child[2]", "s@child-2", True),
        ("s@child", "s@child-2", False),
        ("s@family", "s@family#2", False),
        ("s@family#2", "s@family#2", True),
        ("s@child#2", "s@child-1#2", True),
    ],
)
def test_names_of_steps(expected: str, found: str, same: object) -> None:
    """A step that is taken twice has two names."""
    assert same_name(expected, found) is same


def test_an_earlier_time_is_looked_for() -> None:
    """It is named as it is told; the plain name is the last time."""
    services = [
        tiny.service(1, ["couple", Result("entered", requires=(tiny.need("cert"),))]),
        tiny.service(2, ["cert"], ["couple"]),
    ]
    small = tiny.catalog(tiny.event(["cert", "entered"]), services, ["couple", "entered", "cert"])
    expect = Expectation(
        steps=("s1@child#2", "s2@child", "s1@child"),
        order=(("s1@child#2", "s2@child", "s1@child"),),
        produces={"s1@child#2": ("couple@child",), "s1@child": ("entered@child",)},
    )
    scenario = Scenario("s", tiny.text("s"), ("birth",), tiny.DAY, expect)
    assert run_scenario(small, scenario) == ()


def test_what_is_not_let_in_is_told_in_the_language_asked_for() -> None:
    """Why, with the remedy, in the terminal and to programs."""
    small = tiny.catalog(tiny.event(["a"]), [tiny.service(1, ["a"])], ["a"])
    scenario = Scenario("s", tiny.text("s"), ("birth",), tiny.DAY, done=("s9@child",))
    (failure,) = run_scenario(small, scenario)
    assert "there is no service" in failure.in_language("en")
    assert "tidak ada" in str(failure.as_json("id")["found"])


def test_a_verdict_for_somebody_else_is_told(catalog: Catalog) -> None:
    """Who is called by another name than was expected finds it at once."""
    wrong = Expectation(verdicts={"akta-kelahiran@mother": "applies"})
    (failure,) = run_scenario(catalog, replace(catalog.scenarios[NAME], expect=wrong))
    assert failure.found == "akta-kelahiran@child-1: applies"
