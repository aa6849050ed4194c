"""Check how problems are placed, worded and gathered."""

import errno
import socket

import pytest

from lifejourney import errors
from lifejourney.errors import (
    InvalidCatalog,
    InvalidRequest,
    LifejourneyError,
    Place,
    Problem,
    Words,
    did_you_mean,
    system_words,
)

WHAT = Words(id="tidak ada dokumen 'kk'", en="there is no document 'kk'")
REMEDY = Words(id="pakai 'kartu-keluarga'", en="use 'kartu-keluarga'")
PLACE = Place("services/paspor.yaml", 12, 5)


@pytest.mark.parametrize(("lang", "text"), [("id", "satu"), ("en", "one"), ("jv", "one")])
def test_words(lang: str, text: str) -> None:
    """Who reads in another language than these two is spoken to in English."""
    assert Words(id="satu", en="one").in_language(lang) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place(field="answers.child.birth_date"), "answers.child.birth_date"),
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 3), "a.yaml:3"),
        (Place("a.yaml", 3, 7), "a.yaml:3:7"),
        (Place("a.yaml", 3, 7, "applies"), "a.yaml:3:7"),
    ],
)
def test_place(place: Place, text: str) -> None:
    """A place prints as far as it is known, the file before the field."""
    assert str(place) == text


@pytest.mark.parametrize(
    ("problem", "lang", "line"),
    [
        (
            Problem("unknown-document", PLACE, WHAT, REMEDY),
            "en",
            f"{PLACE}: unknown-document: there is no document 'kk' — use 'kartu-keluarga'",
        ),
        (
            Problem("unknown-document", PLACE, WHAT),
            "id",
            "services/paspor.yaml:12:5: unknown-document: tidak ada dokumen 'kk'",
        ),
        (
            Problem("unknown-document", Place(), WHAT, None, "hint"),
            "en",
            "unknown-document: there is no document 'kk'",
        ),
    ],
)
def test_problem(problem: Problem, lang: str, line: str) -> None:
    """A problem is one line: where, code, what, remedy, as far as there are any."""
    assert problem.in_language(lang) == line


@pytest.mark.parametrize("kind", [InvalidCatalog, InvalidRequest])
def test_every_problem_is_reported(kind: type[InvalidCatalog] | type[InvalidRequest]) -> None:
    """The errors that hold problems keep all of them in order and print one per line."""
    first, second = Problem("a", PLACE, WHAT), Problem("b", Place(field="date"), WHAT)
    raised = kind(iter([first, second]))
    assert isinstance(raised, LifejourneyError)
    assert raised.problems == (first, second)
    assert str(raised) == raised.in_language("en")
    assert raised.in_language("id").splitlines() == [
        first.in_language("id"),
        second.in_language("id"),
    ]


class TestDidYouMean:
    @pytest.mark.parametrize(
        ("word", "choice"),
        [
            ("helthy", "healthy"),
            ("HEALTHY", "healthy"),
            ("in-care", "in_care"),
            ("wni", "WNI"),
        ],
    )
    def test_near(self, word: str, choice: str) -> None:
        """The nearest choice is suggested in both languages."""
        assert did_you_mean(word, ["WNI", "healthy", "in_care"]) == Words(
            id=f"mungkin maksud Anda '{choice}'?", en=f"did you mean '{choice}'?"
        )

    @pytest.mark.parametrize("choices", [[], ["healthy"]])
    def test_far(self, choices: list[str]) -> None:
        """Nothing is suggested when nothing comes near."""
        assert did_you_mean("xyz", choices) is None

    def test_order_of_choices(self) -> None:
        """The order in which choices are given does not matter."""
        assert did_you_mean("aab", ["aaa", "aac"]) == did_you_mean("aab", ["aac", "aaa"])


class TestSystemWords:
    @pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, socket.EAI_NONAME])
    def test_what_is_common_is_said_in_both_languages(self, number: int) -> None:
        """Nothing of the system's own English is left in the Indonesian words."""
        words = system_words(OSError(number, "ENGLISH"))
        assert words.id != words.en
        assert "ENGLISH" not in words.id + words.en

    def test_else_the_system_is_quoted(self) -> None:
        """What is rare is quoted, so that it can be looked up."""
        assert system_words(OSError(errno.EXDEV, "Rare")).id == "sistem menolak (Rare)"
        assert system_words(OSError()).en == "the system refuses (OSError)"


def test_the_public_names() -> None:
    """The module names what it exports, in order."""
    assert errors.__all__ == sorted(errors.__all__)
    assert all(hasattr(errors, name) for name in errors.__all__)
