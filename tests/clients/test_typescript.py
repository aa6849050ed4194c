"""A TypeScript client generated from the description compiles and works."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from api.app import create_app
from lifejourney import load_catalog
from tests.pages.serving import served
from tests.serving import SMALL

HERE = Path(__file__).parent
COMPILE = ("tsc", "--strict", "--target", "es2020", "--lib", "es2020,dom", "--module", "commonjs")
# Debian's TypeScript 4.8 does not yet see that `"x" in value` makes value["x"] known, and the
# generator looks before it takes; newer ones compile it without this.
NARROWS_LESS = ("--noImplicitAny", "false")


def run(*command: str | Path) -> str:
    """Run a command to its good end, and return what it said."""
    ended = subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_names_are_those_of_the_calls_and_shapes() -> None:
    """They do not tell how the program is laid out, so moving a module breaks no client."""
    described = create_app(load_catalog(SMALL)).openapi()
    calls = [call["operationId"] for path in described["paths"].values() for call in path.values()]
    names = [*calls, *described["components"]["schemas"]]
    assert [name for name in names if not re.fullmatch(r"[a-z_]+|[A-Z][A-Za-z]+", name)] == []
    assert len(set(calls)) == len(calls)


@pytest.mark.slow
def test_the_generated_client_compiles_and_works(tmp_path: Path) -> None:
    catalog = load_catalog(SMALL)
    described = tmp_path / "openapi.json"
    described.write_text(json.dumps(create_app(catalog).openapi()), encoding="utf-8")
    generator = Path(sys.executable).with_name("openapi-generator-cli")
    run(
        generator,
        "generate",
        "-g",
        "typescript-fetch",
        "-i",
        described,
        "-o",
        tmp_path / "generated",
    )
    shutil.copy(HERE / "use.ts", tmp_path)
    run(*COMPILE, *NARROWS_LESS, "--outDir", tmp_path / "made", tmp_path / "use.ts")
    with served(catalog) as api:
        told = json.loads(run("node", tmp_path / "made" / "use.js", api))
    assert told["refused"] == "events[0]"
    assert told["service"] == "imunisasi"
    assert len(told["steps"]) >= 2
