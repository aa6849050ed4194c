"""Remarks: a text with, or without, whom it concerns."""

from pathlib import Path

import pytest

from lifejourney.loading import load_catalog, read_catalog
from lifejourney.vocabulary import EventTest, Remark, Text


def write(root: Path, text: str) -> Path:
    """Add lines to a service and return its file."""
    path = min((root / "services").glob("*.yaml"))
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "text", "when"),
    [
        ("Halo", Text("Halo"), None),
        ("{id: Halo, en: Hello}", Text("Halo", "Hello"), None),
        ("{id: Halo, jv: Sugeng}", Text("Halo", others={"jv": "Sugeng"}), None),
        ("{id: Halo, when: {event: death}}", Text("Halo"), ("death",)),
        ("{text: {id: Halo, en: Hello}, when: {event: death}}", Text("Halo", "Hello"), ("death",)),
        ("{text: Halo}", Text("Halo"), None),
    ],
)
def test_a_remark_in_short_and_in_full(
    small: Path, written: str, text: Text, when: tuple[str, ...] | None
) -> None:
    """A bare text, languages, languages with `when`, or both under their own keys."""
    path = write(small, f"note: {written}\n")
    (remark,) = load_catalog(small).services[path.stem].note
    assert isinstance(remark, Remark)
    assert remark.text == text
    events = remark.when.events if isinstance(remark.when, EventTest) else None
    assert events == when


def test_a_remark_about_a_result(small: Path) -> None:
    """It names one of the documents that the service makes."""
    service = next(one for one in load_catalog(small).services.values() if one.produces)
    path, made = small / "services" / f"{service.slug}.yaml", service.produces[0].document
    path.write_text(f"{path.read_text('utf-8')}note: {{id: Halo, result: {made}}}\n", "utf-8")
    assert load_catalog(small).services[service.slug].note == (Remark(Text("Halo"), None, made),)


def test_one_remark_or_several(small: Path) -> None:
    """A list is a list, a single remark one of its own."""
    path = write(small, "note: [Satu, {id: Dua}]\n")
    notes = load_catalog(small).services[path.stem].note
    assert [remark.text.id for remark in notes] == ["Satu", "Dua"]


@pytest.mark.parametrize(
    ("written", "code", "mark"),
    [
        ("{id: Halo, wen: {event: death}}", "unknown-key", "wen"),
        ("{id: Halo, when: {event: deth}}", "unknown-event", "deth"),
        ("[Halo, {id: Dua, when: {mother.alove: true}}]", "unknown-fact", "mother.alove"),
        ("{en: Hello, when: {event: death}}", "missing-key", "{en"),
        ("{id: Halo, result: akta-nikah}", "unknown-document", "akta-nikah"),
    ],
)
def test_faults_are_found_where_they_stand(small: Path, written: str, code: str, mark: str) -> None:
    """The conditions of remarks are checked like all others."""
    path = write(small, f"note: {written}\n")
    (problem,) = (one for one in read_catalog(small)[1] if one.code == code)
    assert problem.where.file == str(path)
    line = path.read_text("utf-8").splitlines()[-1]
    assert problem.where.line == len(path.read_text("utf-8").splitlines())
    assert problem.where.column == line.index(mark) + 1


def test_condolence_of_an_event(small: Path) -> None:
    """Its condition is checked too."""
    path = small / "events" / "birth.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "condolence: {id: Duka, when: {event: birth}}\n", "utf-8")
    condolence = load_catalog(small).events["birth"].condolence
    assert condolence is not None
    assert condolence.text == Text("Duka")
    path.write_text(text + "condolence: Duka\n", "utf-8")
    always = load_catalog(small).events["birth"].condolence
    assert always is not None
    assert (always.text, always.when) == (Text("Duka"), None)
    path.write_text(text + "condolence: {id: Duka, when: {event: brith}}\n", "utf-8")
    assert "unknown-event" in [one.code for one in read_catalog(small)[1]]
