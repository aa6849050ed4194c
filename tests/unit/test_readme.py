"""What README shows is what the commands print."""

import json
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lifejourney import Advisor, as_json, load_catalog, present, read_request

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
COMMANDS = [block for block in BLOCKS if block.startswith("$ .venv/bin/lifejourney")]
CALLS = [block for block in BLOCKS if block.startswith("$ curl")]


def stands_in_order(shown: str, printed: str) -> str | None:
    """Return the first line shown that does not follow in what was printed ("…" skips)."""
    lines = iter(printed.splitlines())
    for line in shown.splitlines():
        wanted = line.rstrip()
        if wanted in {"…", ""}:
            continue
        if not any(found.rstrip() == wanted for found in lines):
            return line
    return None


@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: block.split("\n")[0][:60])
def test_readme_shows_what_the_terminal_prints(block: str) -> None:
    """Each command of README prints the lines that stand below it."""
    command, shown = block.split("\n", 1)
    arguments = shlex.split(command)[2:]
    done = subprocess.run(
        [sys.executable, "-m", "lifejourney", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
    )
    assert stands_in_order(shown, done.stdout) is None


@pytest.mark.parametrize("block", CALLS, ids=["curl"])
def test_readme_shows_what_the_api_answers(block: str) -> None:
    """The call of README is answered with the lines that stand below it."""
    command, shown = block.split("\n", 1)
    words = shlex.split(command)
    body = json.loads(words[words.index("-d") + 1])
    catalog = load_catalog(ROOT / "catalog")
    request = read_request(catalog, body, date.fromisoformat(body["date"]))
    answer = present(Advisor(catalog).advise(request), body["include"])
    assert stands_in_order(shown, as_json(answer).decode()) is None
