"""The container: linted, and small, unprivileged and unwritable by what its file says."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

FILE = ROOT / "Containerfile"
TEXT = FILE.read_text(encoding="utf-8").replace("\\\n", " ")
LINES = [shlex.split(line, comments=True) for line in TEXT.splitlines()]
ORDERS = [line for line in LINES if line]


def last(order: str) -> list[str]:
    """Return what the last order of a name says."""
    return [line[1:] for line in ORDERS if line[0] == order][-1]


def test_the_linter_finds_nothing() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    ended = subprocess.run([linter, FILE], capture_output=True, check=False, text=True)
    assert (ended.returncode, ended.stdout) == (0, "")


def test_it_is_slim_and_pinned() -> None:
    images = [line[1] for line in ORDERS if line[0] == "FROM"]
    assert all("-slim" in image and not image.endswith(":latest") for image in images)
    assert "--constraint constraints.txt" in TEXT


def test_it_runs_as_nobody_in_particular_and_says_whether_it_is_well() -> None:
    user, _, group = last("USER")[0].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert "/healthz" in " ".join(last("HEALTHCHECK"))


def test_nothing_is_written_at_run_time() -> None:
    """The root may be read-only: no kept catalog, no compiled modules."""
    environment = last("ENV")
    assert "LIFEJOURNEY_CACHE=" in environment
    assert "PYTHONDONTWRITEBYTECODE=1" in environment


@pytest.mark.parametrize("name", ["api", "catalog", "lifejourney", "pyproject.toml", "README.md"])
def test_what_the_wheel_is_built_of_is_sent_to_the_builder(name: str) -> None:
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert sent[0] == "*"
    assert f"!{name}" in sent
