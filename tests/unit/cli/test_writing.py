"""Check where the terminal writes: a full disk, a closed door, one that knows few letters."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
PLAN = (sys.executable, "-m", "lifejourney", "plan", "birth", "--catalog", str(SMALL))


def run(command: str, **environment: str) -> tuple[int, bytes, bytes]:
    """Run a command of the shell, in which `"$@"` is a plan; return code, output and errors."""
    ended = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command, "bash", *PLAN],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("form", ["", "--json"])
def test_a_full_disk_is_told(form: str) -> None:
    code, _, said = run(f'"$@" {form} > /dev/full')
    assert (code, said.decode()) == (1, "tidak dapat ditulis: disk penuh\n")


def test_letters_that_the_terminal_has_not_are_replaced() -> None:
    answered = '"$@" --answer child.condition=healthy'
    code, shown, said = run(answered, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (code, said) == (0, b"")
    assert b"?" in shown


@pytest.mark.parametrize("form", ["", "--json"])
def test_who_does_not_listen_is_not_shouted_at(form: str) -> None:
    assert run(f'"$@" {form} >&-') == (0, b"", b"")


def test_who_has_heard_enough_may_go() -> None:
    assert run('"$@" --json | head -c 1') == (0, b"{", b"")
