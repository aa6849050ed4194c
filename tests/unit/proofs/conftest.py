"""Give each test its own copy of the small catalog."""

import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[2] / "data" / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a fresh copy."""
    return Path(shutil.copytree(SMALL, tmp_path / "catalog"))
