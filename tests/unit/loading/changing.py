"""Change a file of a catalog, and see what is wrong with it then."""

from pathlib import Path

from lifejourney.loading import read_catalog


def change(path: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def codes(root: Path) -> list[str]:
    """Return the codes of all problems."""
    return [one.code for one in read_catalog(root)[1]]
