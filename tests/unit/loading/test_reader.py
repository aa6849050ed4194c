"""A catalog that is read again: only what has changed, with the same result as at first."""

import re
from pathlib import Path

import pytest

from lifejourney.errors import InvalidCatalog
from lifejourney.loading import Reader, read_catalog

WORD = re.compile(r"""(?<=\bid: )(["']?)(?=[A-Za-z])|(?<=,)(?=Kota )""")
KINDS = (
    *("services", "documents", "facts", "events", "authorities", "units", "scenarios"),
    *("calendars", "regions"),
)


def edit(file: Path) -> None:
    """Put a word before the first text of a file."""
    before = file.read_text()
    file.write_text(WORD.sub(lambda quote: f"{quote[0]}Baru ", before, count=1))
    assert file.read_text() != before


@pytest.fixture
def reader(small: Path) -> Reader:
    """Return a reader that has read the small catalog once."""
    found = Reader(small)
    found.load()
    return found


def some_file(small: Path, kind: str) -> Path:
    return min(one for one in (small / kind).iterdir() if WORD.search(one.read_text()))


@pytest.mark.parametrize("kind", KINDS)
def test_an_edited_file_is_read_again_and_no_other(reader: Reader, small: Path, kind: str) -> None:
    file = some_file(small, kind)
    edit(file)
    catalog, problems, _ = reader.read()
    assert reader.anew == (file.relative_to(small).as_posix(),)
    assert (catalog, problems) == read_catalog(small)


def test_what_has_not_changed_is_not_read_again(reader: Reader, small: Path) -> None:
    (small / "topics.yaml").touch()
    first = reader.load()
    assert reader.anew == ()
    assert first == reader.load()


def test_a_broken_file_is_told_and_the_good_one_read_again(reader: Reader, small: Path) -> None:
    before = reader.load()
    file = some_file(small, "services")
    good = file.read_text()
    file.write_text(good.replace("authority:", "authorty:", 1))
    with pytest.raises(InvalidCatalog) as refused:
        reader.load()
    assert [one.where.file for one in refused.value.problems] == [str(file)] * 2
    file.write_text(good)
    assert reader.load() == before
    assert reader.anew == (f"services/{file.name}",)


@pytest.mark.parametrize("kind", ["services", "documents", "authorities", "events"])
def test_what_others_name_is_missed_once_it_is_gone(reader: Reader, small: Path, kind: str) -> None:
    for file in sorted((small / kind).iterdir()):
        text = file.read_text()
        file.unlink()
        _, problems, _ = reader.read()
        assert problems == read_catalog(small)[1]
        assert reader.anew == ()
        file.write_text(text)
        reader.load()


def test_a_fault_that_two_files_make_goes_with_either(reader: Reader, small: Path) -> None:
    retired = small / "retired.yaml"
    good = retired.read_text()
    title = reader.load().services["imunisasi"].title.id
    retired.write_text(f"names:\n  {title}: {{instead: {{id: lain, en: other}}}}\n")
    _, problems, _ = reader.read()
    assert {one.code for one in problems} == {"retired-name"}
    retired.write_text(good)
    reader.load()


def test_the_language_of_the_country_counts_for_every_file(reader: Reader, small: Path) -> None:
    (small / "country.yaml").write_text("language: en\n")
    _, problems, _ = reader.read()
    assert problems == read_catalog(small)[1]
    assert len(reader.anew) > 10
    (small / "country.yaml").unlink()
    reader.load()
