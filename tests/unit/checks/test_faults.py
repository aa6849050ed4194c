"""Put one fault at a time into a catalog: its place, its code, and a remedy that works."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from lifejourney.checks import CODES
from lifejourney.errors import Problem
from lifejourney.loading import read_catalog

TODAY = date(2026, 11, 22)
BIRTH, DEATH = "events/birth.yaml", "events/death.yaml"
TABLE = Path(__file__).parents[2] / "data" / "faults.yaml"
FILES = "scenarios/death-of-the-mother.yaml"


class Fault(NamedTuple):
    """Replace `good` by `bad` in a file; `§` in `bad` marks the place to be reported.

    `hint` stands in the remedy; who follows it writes `mended` instead of `bad`.
    """

    file: str
    good: str
    bad: str
    code: str
    hint: str
    mended: str


FAULTS = [Fault(**one) for one in yaml.safe_load(TABLE.read_text("utf-8"))]


def write(root: Path, fault: Fault, text: str) -> tuple[int, int] | None:
    """Put a text in place of what is good; return the line and column of its mark."""
    path = root / fault.file
    before = path.read_text("utf-8")
    assert before.count(fault.good) >= 1, fault
    after = before.replace(fault.good, text, 1)
    path.write_text(after.replace("§", ""), "utf-8")
    if "§" not in after:
        return None
    head = after[: after.index("§")]
    return head.count("\n") + 1, len(head) - head.rfind("\n")


def problems(root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a catalog on a fixed day."""
    return read_catalog(root, TODAY)[1]


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{one.code}-{one.file}" for one in FAULTS])
def test_finds_each_fault_where_it_stands(small: Path, tmp_path: Path, fault: Fault) -> None:
    """A fault is found with its code and place, and who follows the remedy is rid of it."""
    kept = shutil.copytree(small, tmp_path / "kept")
    place = write(small, fault, fault.bad)
    found = [one for one in problems(small) if one.code == fault.code]
    if place is not None:
        found = [one for one in found if (one.where.line, one.where.column) == place]
    assert found, [str(one) for one in problems(small)]
    assert found[0].remedy is not None
    assert found[0].what.id != found[0].what.en
    assert found[0].remedy.id
    assert fault.hint in found[0].remedy.en
    assert fault.code in CODES
    write(kept, fault, fault.mended)
    assert problems(kept) == ()


def test_says_nothing_about_a_sound_catalog(small: Path) -> None:
    """The small catalog is sound."""
    assert problems(small) == ()


def test_reports_everything_in_one_run(small: Path) -> None:
    """Faults in several files are all found at once, sorted by place."""
    wanted = {"unknown-word", "empty-value", "forbidden-option", "feel-not", "old-source"}
    chosen = {fault.code: fault for fault in FAULTS if fault.code in wanted}
    for fault in chosen.values():
        write(small, fault, fault.bad)
    found = problems(small)
    assert wanted <= {one.code for one in found}
    assert [str(one.where.file) for one in found] == sorted(str(one.where.file) for one in found)


@pytest.mark.parametrize(
    ("file", "good", "bad"),
    [
        ("services/pencatatan-kelahiran.yaml", "unit: hour", "unit: hours"),
        ("services/pencatatan-kelahiran.yaml", "unit: calendar_day", "unit: days"),
        ("services/imunisasi.yaml", "{max: 30, unit: minute, kind: experience}", "30 minutes"),
    ],
)
def test_a_wrong_unit_is_not_missing_as_well(small: Path, file: str, good: str, bad: str) -> None:
    """What is there with a fault is named once."""
    write(small, Fault(file, good, bad, "", "", ""), bad)
    assert [one.code for one in problems(small)] == ["unknown-word"]


class TestCodes:
    """Codes stay with the service that first bore them."""

    def test_two_services_cannot_share_one(self, small: Path) -> None:
        """The second is told a code that is free, and may take it."""
        path = small / "services" / "baru.yaml"
        text = (small / "services" / "imunisasi.yaml").read_text("utf-8")
        path.write_text(text, "utf-8")
        codes = {one.code: one for one in problems(small)}
        assert set(codes) == {"duplicate-code", "code-reused", "not-registered"}
        assert codes["duplicate-code"].remedy is not None
        assert codes["duplicate-code"].remedy.en == "a code that is free: LJ-0011"
        path.write_text(text.replace("LJ-0006", "LJ-0011"), "utf-8")
        assert {one.code for one in problems(small)} == {"not-registered"}

    def test_a_withdrawn_code_is_not_used_again(self, small: Path) -> None:
        """The code of a withdrawn service is gone for good."""
        register = small / "register.yaml"
        text = register.read_text("utf-8")
        old = "services:\n  lama: {code: LJ-0011, state: withdrawn}\n"
        register.write_text(text.replace("services:\n", old), "utf-8")
        assert problems(small) == ()
        path = small / "services" / "pembuatan-kk.yaml"
        path.write_text(path.read_text("utf-8").replace("LJ-0010", "LJ-0011"), "utf-8")
        assert {one.code for one in problems(small)} == {"code-changed", "code-reused"}

    def test_a_renamed_service_keeps_its_own(self, small: Path) -> None:
        """The code goes with the service to its new name."""
        (small / "services" / "imunisasi.yaml").rename(small / "services" / "vaksinasi.yaml")
        for path in (small / "events" / "birth.yaml", *(small / "scenarios").glob("*.yaml")):
            path.write_text(path.read_text("utf-8").replace("imunisasi", "vaksinasi"), "utf-8")
        register = small / "register.yaml"
        renamed = "{code: LJ-0006, state: renamed, to: vaksinasi}\n  vaksinasi: {code: LJ-0006}"
        text = register.read_text("utf-8").replace("{code: LJ-0006}", renamed)
        register.write_text(text, "utf-8")
        assert problems(small) == ()


def test_a_fact_that_means_a_paper_is_a_hint(small: Path) -> None:
    """`has_buku_nikah` in a condition: the catalog can be used, but somebody should look."""
    path = small / "facts" / "parents.yaml"
    fact = (
        "facts:\n  has_buku_nikah: {type: boolean, title: x, why: y, topic: keluarga, "
        "likelihood: {true: 9, false: 1}}\n"
    )
    path.write_text(path.read_text("utf-8").replace("facts:\n", fact), "utf-8")
    path = small / BIRTH
    text = path.read_text("utf-8").replace("{parents.marriage: [", "{parents.has_buku_nikah: true, "
                                           "parents.marriage: [", 1)  # fmt: skip
    path.write_text(text, "utf-8")
    found = {one.code: one for one in problems(small)}
    assert found["fact-is-a-paper"].severity == "hint"
    assert set(found) == {"fact-is-a-paper", "not-registered"}


def test_topics_are_not_asked_for_where_there_are_none(small: Path) -> None:
    """A catalog may do without topics; then none may be named."""
    (small / "topics.yaml").unlink()
    assert {one.code for one in problems(small)} == {"unknown-topic"}
    for path in small.rglob("*.yaml"):
        text = re.sub(r"(?:\n    |, )topic: [a-z]+", "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    assert problems(small) == ()


def test_a_role_gives_its_questions_their_topic(small: Path) -> None:
    """What the facts of anybody, and how many there are, leave open is said at the role."""
    path = small / DEATH
    path.write_text(path.read_text("utf-8").replace("    topic: keluarga\n", ""), "utf-8")
    (found,) = problems(small)
    assert (found.code, found.severity) == ("topic-missing", "hint")
    assert found.what.en == "without a topic: heir, heir.birth_date"
    assert found.where.field == "persons.heir"


def test_an_event_that_calls_for_nothing_is_reported(small: Path) -> None:
    """An event without goals helps nobody."""
    path = small / DEATH
    head = path.read_text("utf-8").split("calls_for:")[0]
    path.write_text(f"{head}calls_for: []\n", "utf-8")
    assert [one.code for one in problems(small)] == ["missing-component"]


def test_no_year_is_left_out(small: Path) -> None:
    """Between two calendars stands every year; the later one is where the gap is told."""
    year = small / "calendars" / "2027.yaml"
    text = year.read_text("utf-8").replace("2027-", "2029-")
    year.rename(year.with_stem("2029")).write_text(text, "utf-8")
    found = problems(small)
    assert [one.code for one in found] == ["year-missing", "year-missing"]
    assert {one.where.file for one in found} == {str(year.with_stem("2029"))}
    assert {one.remedy.en for one in found if one.remedy} == {
        "create catalog/calendars/2027.yaml",
        "create catalog/calendars/2028.yaml",
    }


def test_every_code_is_explained_and_used() -> None:
    """The table of codes and the code agree."""
    root = Path(__file__).parents[3] / "lifejourney"
    sources = [path for name in ("loading", "checks") for path in (root / name).glob("*.py")]
    text = "".join(path.read_text("utf-8") for path in sources if path.name != "codes.py")
    built = {f"unknown-{kind}" for kind in ("authority", "document", "event", "fact", "goal")}
    built |= {f"unknown-{kind}" for kind in ("option", "person", "region", "service", "source")}
    built.add("unknown-topic")
    unused = {code for code in CODES if f'"{code}"' not in text and code not in built}
    assert all(code.startswith("feel-") for code in unused), unused


def test_a_scenario_may_call_people_by_any_of_their_names(small: Path) -> None:
    """The mother who died has the facts of the deceased; the family of a death is its own."""
    path = small / FILES
    text = path.read_text("utf-8")
    text = text.replace("deceased: mother}", "deceased: mother, family-death: other}")
    text = text.replace("answers: {", "answers: {mother.death_date: 2026-11-20, ")
    text = text.replace("lacking: [", "lacking: [kartu-keluarga@family-death, ")
    path.write_text(text, "utf-8")
    assert problems(small) == ()
