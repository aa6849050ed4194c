"""Check the rules of regions: papers under a condition, figures in a view."""

import shutil
from pathlib import Path

import pytest

from lifejourney.checks import CODES
from lifejourney.loading import load_catalog, read_catalog
from lifejourney.vocabulary import AllOf, FactTest, Not

BIRTH = "pencatatan-kelahiran"
RULES = Path(__file__).parents[2] / "data" / "regional" / "34.71.yaml"


@pytest.fixture
def small(small: Path) -> Path:
    """Return the small catalog with the rules of one city."""
    shutil.copy(RULES, small / "regions")
    return small


def test_papers_depend_on_where_the_person_lives(small: Path) -> None:
    """What is asked for on top only there, what is not asked for only elsewhere."""
    *_, identity, extra = load_catalog(small).services[BIRTH].requires
    assert isinstance(identity.when, Not)
    assert isinstance(extra.when, AllOf)
    asked, here = extra.when.of
    assert isinstance(here, FactTest)
    assert (here.role, here.name, str(here.test)) == ("self", "region", '"34.71"')
    assert asked != here
    assert identity.when.of == here


def test_a_province_speaks_for_its_regencies(small: Path) -> None:
    """A rule of a province holds in every regency and city of it."""
    (small / "regions" / "34.71.yaml").rename(small / "regions" / "34.yaml")
    extra = load_catalog(small).services[BIRTH].requires[-1]
    assert isinstance(extra.when, AllOf)
    assert str(extra.when.of[1].test) == '"34", "34.04", "34.71"'  # type: ignore[union-attr]


def test_figures_and_words_are_read_where_the_person_lives(small: Path) -> None:
    """Everywhere else, and as long as nobody knows where, the general ones stand."""
    catalog = load_catalog(small)
    here, there = catalog.at("34.71"), catalog.at("34.04")
    assert there is catalog
    assert catalog.at("") is catalog
    assert here is catalog.at("34.71")
    assert here.at("34.71") is here
    assert here.services[BIRTH].note[0].text.id == "Antre sejak pagi."
    assert catalog.services[BIRTH].note == ()
    assert here.services[BIRTH].sources.keys() == {"uu24", "perda"}
    assert here.services[BIRTH].requires == catalog.services[BIRTH].requires
    later = here.on(catalog.variants[0][0])
    assert later.services[BIRTH].note[0].text.id == "Antre sejak pagi."
    assert later.services[BIRTH].cost.max == 10000


def test_a_city_goes_before_its_province(small: Path) -> None:
    """What both of them say is read from the rule of the city."""
    whole = "services: {pencatatan-kelahiran: {set: {note: Seluruh provinsi.}}}\n"
    (small / "regions" / "34.yaml").write_text(whole, "utf-8")
    catalog = load_catalog(small)
    notes = [catalog.at(c).services[BIRTH].note[0].text.id for c in ("34.71", "34.04", "34")]
    assert notes == ["Antre sejak pagi.", "Seluruh provinsi.", "Seluruh provinsi."]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("yogya kota.yaml", "bad-region"),
        ("yogya.yaml", "unknown-region"),
        ("99.yaml", "unknown-region"),
    ],
)
def test_the_file_is_named_by_its_region(small: Path, name: str, code: str) -> None:
    """A rule of no region would bind nobody."""
    (small / "regions" / "34.71.yaml").rename(small / "regions" / name)
    assert code in [one.code for one in read_catalog(small)[1]]


@pytest.mark.parametrize(
    ("good", "bad", "code", "hint"),
    [
        ("  pencatatan-kelahiran:", "  pencatatan-kelahirn:", "unknown-service", "'pencatatan-"),
        ("document: buku-nikah", "document: buku-nika", "unknown-document", "'buku-nikah'"),
        ("[ktp-el]", "[buku-nikah]", "nothing-to-remove", "it asks for"),
        ("set: {note", "set: {for: mother, note", "not-regional", "add_requires"),
        ("set: {note", "set: {cst: 0, note", "not-regional", "cost"),
        ("    source: perda", "    source: perdaa", "unknown-source", "'perda'"),
        ("checked: 2026-11-01", "checked: tomorrow", "bad-day", "2026-11-22"),
    ],
)
def test_finds_faults_where_they_stand(
    small: Path, good: str, bad: str, code: str, hint: str
) -> None:
    """Each with its code, its place in the file of the region, and a remedy."""
    path = small / "regions" / "34.71.yaml"
    text = path.read_text("utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), "utf-8")
    found = [one for one in read_catalog(small)[1] if one.code == code]
    assert found, read_catalog(small)[1]
    assert found[0].remedy is not None
    assert hint in found[0].remedy.en
    assert found[0].where.file == str(path)
    assert code in CODES


def test_no_figure_turns_the_plan_by_region(small: Path) -> None:
    """Where two services make the same paper, time and fee decide: they stay the same."""
    rules = "services: {surat-lahir-salinan: {set: {cost: {max: 5000}}}}\n"
    (small / "regions" / "34.yaml").write_text(rules, "utf-8")
    found = [one for one in read_catalog(small)[1] if one.code == "turns-by-region"]
    assert [one.where.line for one in found] == [1]


def test_papers_by_region_need_the_fact(small: Path) -> None:
    """Nobody could say where they live."""
    path = small / "facts" / "person.yaml"
    path.write_text(path.read_text("utf-8").replace("  region:", "  regio:"), "utf-8")
    what = {one.what.en for one in read_catalog(small)[1]}
    assert "there is no fact self.region" in what


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("of: parents, when", "of: child, when", "wrong-holder"),
        ("set: {note: Antre", "set: {deadline: {within: 5}, note: Antre", "deadline-when"),
        ("set: {note: Antre", "set: {processing_time: {max: 5}, note: Antre", "missing-unit"),
    ],
)
def test_what_a_region_adds_is_at_fault_in_its_file(
    small: Path, good: str, bad: str, code: str
) -> None:
    """Once, on the line on which the region says it, not on that line of the service."""
    path = small / "regions" / "34.71.yaml"
    text = path.read_text("utf-8").replace(good, bad, 1)
    path.write_text(text, "utf-8")
    (found,) = (one for one in read_catalog(small)[1] if one.code == code)
    line = next(at for at, row in enumerate(text.splitlines(), start=1) if bad in row)
    assert (found.where.file, found.where.line) == (str(path), line)


def test_what_a_service_says_is_not_at_fault_in_its_region(small: Path) -> None:
    """A fault of the service is named once, in its own file."""
    path = small / "services" / "pencatatan-kelahiran.yaml"
    path.write_text(path.read_text("utf-8").replace("of: mother", "of: family", 1), "utf-8")
    found = [one for one in read_catalog(small)[1] if one.code == "wrong-holder"]
    assert {one.where.file for one in found} == {str(path)}
