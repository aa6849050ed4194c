"""Whatever stands in a file: problems, never a traceback."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifejourney.catalog import Catalog
from lifejourney.checks import CODES
from lifejourney.loading import read_catalog

SMALL = Path(__file__).parents[2] / "data" / "small"
FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.*"))
SIGNS = (
    *("[", "]", "{", "}", ":", ": ", ", ", "- ", "&a ", "*a", "!!", "!x ", "|", ">", "> 5", "< 5"),
    *("'", '"', "\t", "\n", "\n  ", "#", "---\n", "...\n", "%", "@", "`", "?", "? ", "<<: ", "~"),
    *("it.", "any:", "not(", "[17..60)", "\x00", "\ufeff", "\u2028", "é", "null", "0", "9" * 5000),
    *("of", "when", "id", "unknown", "self", "person", "it", "other", "", "a.b", "''", '""', "[]"),
)
PIECES = st.sampled_from(SIGNS)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=20).map("".join)


def check_file(name: str, data: bytes) -> None:
    """Read the small catalog with one file replaced."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SMALL, Path(folder) / "catalog"))
        (root / name).write_bytes(data)
        catalog, problems = read_catalog(root)
    assert catalog is None or isinstance(catalog, Catalog)
    assert catalog is not None or problems
    for problem in problems:
        assert problem.code in CODES
        assert problem.where.file is not None
        assert problem.where.line is None or problem.where.line >= 1
        assert problem.where.column is None or problem.where.column >= 1
        assert problem.in_language("id")


@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_arbitrary_bytes_give_problems(name: str, data: bytes) -> None:
    """Bytes of any kind in place of a file."""
    check_file(name, data)


@given(st.sampled_from(FILES), TEXTS)
@example("services/imunisasi.yaml", "{" * 50_000)
@example("services/imunisasi.yaml", "- " * 50_000)
@example("services/imunisasi.yaml", "[" * 50_000)
@example("services/imunisasi.yaml", "9" * 50_000)
@example("services/imunisasi.yaml", "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n")
def test_arbitrary_text_gives_problems(name: str, text: str) -> None:
    """Text of any kind, made of what YAML and FEEL care about, in place of a file."""
    check_file(name, text.encode("utf-8", "replace"))


@pytest.mark.slow
@settings(max_examples=200)
@given(st.data())
def test_mutated_files_give_problems(data: st.DataObject) -> None:
    """A sound file from which a stretch was cut out and something else put in."""
    name = data.draw(st.sampled_from(FILES))
    text = (SMALL / name).read_text("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    check_file(name, (text[:start] + data.draw(TEXTS) + text[end:]).encode("utf-8", "replace"))


@pytest.mark.slow
@settings(max_examples=200)
@given(st.data())
def test_swapped_words_give_problems(data: st.DataObject) -> None:
    """A sound file in which one word was replaced by another of the catalog."""
    name = data.draw(st.sampled_from(FILES))
    words = [word for path in FILES for word in (SMALL / path).read_text("utf-8").split()]
    rows = (SMALL / name).read_text("utf-8").split(" ")
    rows[data.draw(st.integers(0, len(rows) - 1))] = data.draw(st.sampled_from(words))
    check_file(name, " ".join(rows).encode())
