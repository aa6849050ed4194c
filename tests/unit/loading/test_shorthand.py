"""What may be written in short, or by another name, and what it stands for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.loading import load_catalog
from lifejourney.loading.findings import Findings
from lifejourney.loading.nouns import build
from lifejourney.loading.yaml_text import read_node
from lifejourney.vocabulary import (
    Change,
    Constraint,
    Cost,
    Deadline,
    Due,
    Fact,
    Person,
    Span,
    SuppliedLater,
    Text,
    Time,
    Validity,
)


def read(kind: type[Any], text: str) -> tuple[Any, list[str]]:
    """Return the noun that a text holds, and the codes of what is wrong with it."""
    findings = Findings("x.yaml")
    node = read_node(text.encode(), findings)
    assert node is not None
    noun, _ = build(kind, node, findings, {"name": "x"} if kind is Fact else {})
    return noun, [problem.code for problem in findings.problems]


@pytest.mark.parametrize(
    ("kind", "text", "noun"),
    [
        (Constraint, "child.day >= mother.day", Constraint(compare="child.day >= mother.day")),
        (
            SuppliedLater,
            "{within: 60, unit: calendar_day, after: it.day}",
            SuppliedLater(Span(60, "calendar_day"), "it.day"),
        ),
        (
            SuppliedLater,
            "{within: 2 month, after: it.day}",
            SuppliedLater(Span(2, "month"), "it.day"),
        ),
        (
            Due,
            "{kind: duty, why: W, within: 1, unit: year, after: it.day}",
            Due("duty", Text("W"), within=Span(1, "year"), after="it.day"),
        ),
        (
            Deadline,
            "{within: 6 month, after: it.day}",
            Deadline(within=6, unit="month", after="it.day"),
        ),
        (Validity, "6 month", Validity(6, "month")),
        (Time, "2 week", Time("week", max=2)),
        (Time, "unknown", Time()),
        (Person, "{is: mother}", Person(is_role={"mother": None})),
        (
            Change,
            "{from: 2027-01-01, cost: 10, source: s}",
            Change(date(2027, 1, 1), {"cost": "10"}, "s"),
        ),
        (
            Fact,
            "{of: [child], type: boolean, title: T, why: W, changeable: forward}",
            Fact("x", ("child",), "boolean", Text("T"), Text("W"), changeable=True, forward=True),
        ),
        (
            Text,
            "{id: Lahir, et: Sünd, sw: Uzazi}",
            Text("Lahir", None, {"et": "Sünd", "sw": "Uzazi"}),
        ),
    ],
)
def test_short_forms(kind: type[Any], text: str, noun: object) -> None:
    """Each stands for the full noun, and nothing is wrong with it."""
    assert read(kind, text) == (noun, [])


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        (Constraint, "[a]", ["wrong-type"]),
        (SuppliedLater, "60", ["wrong-type"]),
        (SuppliedLater, "{within: 60, after: it.day}", ["wrong-type"]),
        (SuppliedLater, "{within: {value: 6, unit: day}, after: it.day}", ["unknown-word"]),
        (Validity, "6 moons", ["unknown-word"]),
        (Validity, "six months", ["wrong-type"]),
        (Time, "soon", ["wrong-type"]),
        (Cost, "5.50", ["bad-number"]),
        (Fact, "{of: [a], type: boolean, title: T, why: W, changeable: back}", ["bad-flag"]),
        (Fact, "fact", ["wrong-type"]),
        (Change, "soon", ["wrong-type"]),
        (Change, "{from: 2027-01-01, set: {cost: 1}, title: X}", ["unknown-key"]),
        (Text, "{id: Lahir, xq: Sünd}", ["unknown-key"]),
    ],
)
def test_what_is_no_short_form(kind: type[Any], text: str, codes: list[str]) -> None:
    """It is refused where it stands."""
    assert read(kind, text)[1] == codes


@pytest.fixture
def vaccination(small: Path) -> Path:
    """Return the file of a service without changes."""
    return small / "services" / "imunisasi.yaml"


def _rewritten(path: Path, **keys: str) -> None:
    """Write other values for keys of a service, or add them."""
    kept = [row for row in path.read_text("utf-8").splitlines() if row.split(":")[0] not in keys]
    path.write_text("\n".join([*kept, *(f"{k}: {v}" for k, v in keys.items()), ""]), "utf-8")


def test_who_acts_may_stand_with_the_word_other(small: Path, vaccination: Path) -> None:
    """`acts: {other: who}` names the actor at once."""
    _rewritten(vaccination, acts="{other: {id: Bidan, en: The midwife}}")
    service = load_catalog(small).services["imunisasi"]
    assert (service.acts, service.actor) == ("other", Text("Bidan", "The midwife"))


def test_channels_have_other_names(small: Path, vaccination: Path) -> None:
    """What people call them is read as the channel that it is."""
    _rewritten(vaccination, channels="[counter, online, mobile, kiosk]")
    channels = load_catalog(small).services["imunisasi"].channels
    assert channels == ("counter", "electronic", "mobile", "self_service")
    _rewritten(vaccination, channels="online")
    assert load_catalog(small).services["imunisasi"].channels == ("electronic",)
    _rewritten(vaccination, channels="{online: yes}")


def test_what_changes_may_stand_beside_its_day(small: Path, vaccination: Path) -> None:
    """Without `set`, every other key is one of the service."""
    _rewritten(vaccination, changes="[{from: 2027-01-01, cost: 10}]")
    catalog = load_catalog(small)
    later = catalog.on(date(2027, 1, 1)).services["imunisasi"]
    assert (later.cost, catalog.services["imunisasi"].cost == later.cost) == (Cost(10, 10), False)
