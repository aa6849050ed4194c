"""Hold the house in order: file sizes, docstrings, and nothing of one machine in the tree."""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
MODULES = sorted(
    path.relative_to(ROOT)
    for package in ("lifejourney", "api")
    for path in (ROOT / package).rglob("*.py")
)
# A path counts only where it begins: "https://example.org/home/x/" is an address, not a path.
MACHINE_PATH = re.compile(r"(?<![\w.~*/-])/(?:root|home/\w+|Users/\w+|work/(?:main|shared))/\w")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi|files\.pythonhosted|registry\.npmjs|registry\.yarnpkg|deb\.debian)\.(?:org|com)\b"
)


def texts_of_the_tree() -> Iterator[tuple[str, str]]:
    """Yield name and text of every file that is or would be tracked."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        path = ROOT / name
        if path.is_file():
            yield name, path.read_text(encoding="utf-8", errors="ignore")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Find the lines of the tree where the pattern occurs."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts_of_the_tree()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def is_public(module: Path) -> bool:
    """Tell whether no part of the module's name begins with one underscore."""
    return not any(re.match(r"_(?!_)", part) for part in module.parts)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_python_file_stays_short(module: Path) -> None:
    length = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST_FILE, f"{module} has {length} lines: split it by kind"


@pytest.mark.parametrize("module", [path for path in MODULES if is_public(path)], ids=str)
def test_a_public_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8")))
    assert docstring, f"{module} begins without a docstring"


def test_the_tree_names_no_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_the_tree_names_no_package_registry() -> None:
    assert lines_with(REGISTRY_HOST) == []


@pytest.mark.parametrize("folder", ["root", "home/ani", "Users/ani", "work/main"])
@pytest.mark.parametrize("before", ["", "cd ", "'", "="])
def test_a_path_of_one_machine_is_recognised(before: str, folder: str) -> None:
    assert MACHINE_PATH.search(f"{before}/{folder}/x")


@pytest.mark.parametrize("folder", ["root", "home/ani"])
@pytest.mark.parametrize("before", ["https://example.org", "catalog", "..", "~"])
def test_an_address_is_no_path_of_a_machine(before: str, folder: str) -> None:
    assert not MACHINE_PATH.search(f"{before}/{folder}/x")


@pytest.mark.parametrize("host", ["pypi", "files.pythonhosted", "registry.npmjs"])
def test_a_package_registry_is_recognised(host: str) -> None:
    assert REGISTRY_HOST.search(f"https://{host}.org/simple/")


def test_the_gate_runs_the_whole_suite() -> None:
    gate = ROOT / ".ci" / "run"
    assert os.access(gate, os.X_OK), ".ci/run is not executable"
    assert "make test" in gate.read_text(encoding="utf-8").splitlines()
