"""Run the unary-test cases of the OMG DMN conformance kit, where the file is at hand.

The kit's file is named by LIFEJOURNEY_DMN_CASES, or lies in a folder beside this repository;
without it this module defines no test.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from lifejourney.feel import InvalidTest, boundaries, parse_test

BESIDE = Path(__file__).resolve().parents[3].parent / "shared" / "cases" / "dmn-unary-tests.json"
KIT = Path(os.environ.get("LIFEJOURNEY_DMN_CASES", BESIDE))


def cases() -> list[dict[str, Any]]:
    """Read the unary cases; none if there is no file."""
    if not KIT.is_file():
        return []
    found: list[dict[str, Any]] = json.loads(KIT.read_text(encoding="utf-8"))["unary"]
    return found


def name(case: dict[str, Any]) -> str:
    """Name a case as the kit does."""
    return f"{case['src'][:4]}-{case['id']}"


def answer(test: str, fact: str) -> bool | None:
    """Answer a case; None for a test that is refused, where the kit expects null."""
    (value,) = boundaries(parse_test(fact))
    try:
        return parse_test(test).holds(value)
    except InvalidTest as refusal:
        assert refusal.code == "feel-null"  # noqa: PT017 - the kit expects null only for null
        return None


if CASES := cases():

    @pytest.mark.parametrize("case", CASES, ids=name)
    def test_a_case_of_the_kit(case: dict[str, Any]) -> None:
        """A test answers as the kit expects, and refuses what the kit makes null."""
        assert answer(case["test"], case["facts"]["x"]) is case["expected"]

    def test_the_kit_is_whole() -> None:
        """No case of the kit is left out."""
        assert len(CASES) == 251
