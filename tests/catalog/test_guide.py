"""The guide to the catalog cannot rot: its examples run, and every key is described."""

import re
from pathlib import Path
from typing import Any

import pytest

from lifejourney import vocabulary
from lifejourney.cli.program import run
from lifejourney.loading import read_catalog
from lifejourney.loading.shorthand import known_keys
from lifejourney.vocabulary.scalars import Noun

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("panduan-katalog.md", "catalog-guide.md")
BLOCK = re.compile(r"```(?:yaml|csv)\n# catalog/(\S+)\n(.*?)```", re.DOTALL)
SECTION = re.compile(r"^### [^\n]*: `([a-z-]+)`\n(.*?)(?=^### |\Z)", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| `([a-z_]+)` \| (\S.*) \|$", re.MULTILINE)
NOUNS: dict[str, Any] = {
    re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower(): noun
    for name, noun in vars(vocabulary).items()
    if isinstance(noun, type) and issubclass(noun, Noun)
}


def guide(name: str) -> str:
    """Return the text of a guide."""
    return (DOCS / name).read_text("utf-8")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return the folder of the catalog that the guide writes down."""
    for name, text in BLOCK.findall(guide(GUIDES[0])):
        path = tmp_path / "catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "catalog"


def test_the_example_is_a_sound_catalog(example: Path) -> None:
    """Nothing is wrong with it, nor missing, nor superfluous."""
    catalog, problems = read_catalog(example)
    assert problems == ()
    assert catalog is not None
    assert run(["check", str(example)]) == 0


def test_the_example_passes_its_scenario(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the leaflet says comes out."""
    assert run(["test", "--catalog", str(example)]) == 0
    assert "join-adult" in capsys.readouterr().out


def test_both_languages_show_the_same_files() -> None:
    """No block stands in one guide alone, or differs."""
    first, second = (BLOCK.findall(guide(name)) for name in GUIDES)
    assert first == second
    assert len(first) > 20


@pytest.mark.parametrize("name", GUIDES)
@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_every_key_is_described(name: str, noun: str) -> None:
    """Each noun has a section with a row for each of its keys, and for nothing else."""
    sections = dict(SECTION.findall(guide(name)))
    assert sorted(sections) == sorted(NOUNS)
    described = [key for key, _ in ROW.findall(sections[noun])]
    assert sorted(described) == sorted(known_keys(NOUNS[noun]))
