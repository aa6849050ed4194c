"""Print a plan."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.cli.desk import Desk
from lifejourney.cli.next_answers import NextAnswers
from lifejourney.cli.plan_page import PlanPage

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)


def printed(
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, Any],
    *,
    lang: str = "id",
    everything: bool = False,
) -> str:
    """Return what is printed for an answer, in one line with single spaces."""
    desk = Desk(lang, folder=SMALL)
    PlanPage(desk, answer, everything).show()
    NextAnswers(desk, answer).show()
    return " ".join(capsys.readouterr().out.split())
