"""Check what is read as a unary test, and how refusals point and advise."""

import copy
import pickle
import string

import pytest

from lifejourney import feel
from lifejourney.feel import InvalidTest, Span, parse_test
from lifejourney.feel.invalid import REFUSALS, invalid
from lifejourney.feel.parser import MAX_DEPTH


def refusal(text: str) -> InvalidTest:
    """Read a text that has to be refused."""
    with pytest.raises(InvalidTest) as caught:
        parse_test(text)
    return caught.value


class TestReading:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("-5", "-5"),
            ("- 5", "-5"),
            ("[-5..-1]", "[-5..-1]"),
            ("(1, < 5, >=10)", "1, < 5, >= 10"),
            ("(=10)", "10"),
            ("[[2..4], ]5..6]]", "[2..4], (5..6]"),
            ("[]2..4[]", "(2..4)"),
            ("[< 5, 7]", "< 5, 7"),
            ("17,5", "17, 5"),
            ("< 17, 5", "< 17, 5"),
            ("< 17 ,5", "< 17, 5"),
            ("date, time", '"date", "time"'),
            ('date("2026-11-01")', 'date("2026-11-01")'),
            ('date and time("2026-11-01")', 'date and time("2026-11-01T00:00:00")'),
            ('@"P14D"', 'duration("P14D")'),
            ("\n[1\n..\n2]\n", "[1..2]"),
            ("(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH, "1"),
            (", ".join(["(1)"] * (MAX_DEPTH + 1)), ", ".join("1" * (MAX_DEPTH + 1))),
        ],
    )
    def test_table(self, text: str, canonical: str) -> None:
        """The text is read as the test that its canonical text shows."""
        assert str(parse_test(text)) == canonical


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "code", "span"),
        [
            ("", "feel-empty", (0, 0)),
            ("  ", "feel-empty", (2, 2)),
            ("< <", "feel-expected-value", (2, 3)),
            ("<", "feel-expected-value", (1, 1)),
            ("1,", "feel-expected-value", (2, 2)),
            (")", "feel-expected-value", (0, 1)),
            ("[1, ]", "feel-expected-value", (4, 5)),
            ("--5", "feel-expected-value", (0, 1)),
            ("not(-)", "feel-expected-value", (4, 5)),
            ("17 .. 60", "feel-interval-without-brackets", (3, 5)),
            ("[1..5..9]", "feel-missing-bracket", (5, 7)),
            ("[17..60", "feel-missing-bracket", (7, 7)),
            ("(1]", "feel-missing-bracket", (2, 3)),
            ("[1, 2", "feel-missing-bracket", (5, 5)),
            ("not(1", "feel-missing-bracket", (5, 5)),
            ('date("2026-11-01"', "feel-missing-bracket", (17, 17)),
            ("]1, 2[", "feel-missing-dots", (2, 3)),
            ("1)", "feel-extra-bracket", (1, 2)),
            ("[]", "feel-empty-list", (0, 2)),
            ("[], 1", "feel-empty-list", (0, 2)),
            ("not( )", "feel-empty-list", (3, 6)),
            ("1 2", "feel-expected-comma", (2, 3)),
            ("in care", "feel-expected-comma", (3, 7)),
            (">= 17 < 60", "feel-expected-comma", (6, 7)),
            ("1 [2..3]", "feel-expected-comma", (2, 3)),
            ("(1 (2))", "feel-expected-comma", (3, 4)),
            ("[60..17]", "feel-bounds-reversed", (0, 8)),
            ('[1.."a"]', "feel-mixed-bounds", (0, 8)),
            ('[duration("P1Y")..duration("P9D")]', "feel-mixed-bounds", (0, 34)),
            ("(5..5]", "feel-empty-interval", (0, 6)),
            ("]5..5[", "feel-empty-interval", (0, 6)),
            ("[true..false]", "feel-unordered", (1, 5)),
            ("< true", "feel-unordered", (2, 6)),
            ("null", "feel-null", (0, 4)),
            ("[null..10]", "feel-null", (1, 5)),
            ("[1..null)", "feel-null", (4, 8)),
            ("> 5 and < 9", "feel-and-or", (4, 7)),
            ("(1 or 2)", "feel-and-or", (3, 5)),
            ("and", "feel-and-or", (0, 3)),
            ("not 5", "feel-not", (0, 3)),
            ("not(not(1))", "feel-not", (4, 7)),
            ("1, not(2)", "feel-not", (3, 6)),
            ("not(1), 2", "feel-not", (0, 3)),
            ("17 - 60", "feel-dash", (3, 4)),
            ("< 17,5", "feel-decimal-comma", (2, 6)),
            ("[5,000,000..60]", "feel-decimal-comma", (1, 10)),
            ("[17,5..60]", "feel-decimal-comma", (1, 5)),
            ("[17..60,5]", "feel-decimal-comma", (5, 9)),
            ("today()", "feel-unknown-function", (0, 5)),
            ("date(2026, 11, 1)", "feel-expected-text", (5, 9)),
            ("date and time 5", "feel-expected-text", (0, 4)),
            ("@5", "feel-expected-text", (1, 2)),
            ("2026-02-30", "feel-invalid-date", (0, 10)),
            ('date("2026-02-30")', "feel-invalid-date", (0, 18)),
            ('time("8")', "feel-invalid-literal", (0, 9)),
            ('@"x"', "feel-invalid-literal", (0, 4)),
            ("(" * (MAX_DEPTH + 1), "feel-too-deep", (MAX_DEPTH, MAX_DEPTH + 1)),
        ],
    )
    def test_table(self, text: str, code: str, span: tuple[int, int]) -> None:
        """Each mistake is refused with its code, pointing at its place."""
        refused = refusal(text)
        assert (refused.code, refused.span, refused.source) == (code, span, text)
        assert refused.message.id != refused.message.en
        assert refused.remedy.id

    @pytest.mark.parametrize(
        ("text", "remedy"),
        [
            ("[60..17)", "Swap the bounds: [17..60)."),
            ("< 17,5", "Write 17.5, or put a space after the comma if you mean two values."),
            (
                "> 1,000,000",
                "Write 1000000, or put a space after the comma if you mean two values.",
            ),
            ("(5..5]", "Write just 5, or include both bounds."),
        ],
    )
    def test_remedies(self, text: str, remedy: str) -> None:
        """Where it can be known, the remedy is the text put right."""
        assert refusal(text).remedy.en == remedy


class TestPrinting:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("[18..65), <", ["Expected a value after '<'.", "[18..65), <", "           ^"]),
            ("[60..17]", ["The lower bound 60 is above the upper bound 17.", "[60..17]", "^" * 8]),
            ("\n\t1 2,\n3", ["Expected a comma before '2'.", "\t1 2,", "\t  ^"]),
            ("(1\n..\n1)", ["No value lies inside (1\n..\n1).", "(1", "^^"]),
        ],
    )
    def test_carets(self, text: str, lines: list[str]) -> None:
        """The line at fault is shown with carets under the place, no further than its end."""
        message, source, carets = lines
        assert str(refusal(text)) == f"{message}\n    {source}\n    {carets}"

    def test_languages(self) -> None:
        """A refusal speaks Bahasa Indonesia as well."""
        assert refusal("<").in_language("id") == "Perlu nilai setelah '<'.\n    <\n     ^"

    def test_copies(self) -> None:
        """A refusal survives copying and pickling."""
        refused = refusal("< <")
        thawed = pickle.loads(pickle.dumps(refused))  # noqa: S301 - our own bytes
        assert str(copy.copy(refused)) == str(refused) == str(thawed)

    @pytest.mark.parametrize("code", REFUSALS)
    def test_the_table_of_refusals(self, code: str) -> None:
        """Both languages of an entry have the same braces, and what fills them stays as it is."""
        for words in REFUSALS[code]:
            assert braces(words.id) == braces(words.en)
        filling = dict.fromkeys(braces("".join(words.en for words in REFUSALS[code])), "{x}")
        filled = invalid(code, "", Span(0, 0), **filling)
        assert ("{x}" in filled.message.id + filled.remedy.id) is bool(filling)


def braces(text: str) -> set[str]:
    """List the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_public_names() -> None:
    """The package names what it exports, in order."""
    assert feel.__all__ == sorted(feel.__all__)
    assert all(hasattr(feel, name) for name in feel.__all__)


def test_the_refusals_are_in_order() -> None:
    """The table of refusals is sorted by code."""
    assert list(REFUSALS) == sorted(REFUSALS)
