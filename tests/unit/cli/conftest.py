"""Give each test somebody to talk to, and an answer to print."""

import copy
from pathlib import Path
from typing import Any

import pytest

from lifejourney.answers import read_request
from lifejourney.cli.desk import Desk
from lifejourney.explanation import present
from lifejourney.journey import Advisor
from tests.unit.cli.printing import SMALL, TODAY
from tests.unit.cli.talking import Asking

ANSWERS = {"child.condition": "healthy", "parents.marriage": "recorded"}


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a desk with the small catalog."""
    return Desk(folder=SMALL)


@pytest.fixture(scope="module")
def made(desk: Desk) -> dict[str, Any]:
    """Return the answer for a healthy child."""
    request = read_request(desk.catalog, {"events": ["birth"], "answers": ANSWERS}, TODAY)
    return present(Advisor(desk.catalog).advise(request))


@pytest.fixture
def answer(made: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of that answer, to be changed."""
    return copy.deepcopy(made)


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Asking":
    """Return a talk in a folder of its own: who quits may name a file for the answers."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return Asking(monkeypatch)
