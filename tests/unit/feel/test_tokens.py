"""Check how a unary test is cut into tokens, and the slips that are recognised."""

import pytest

from lifejourney.feel import InvalidTest, Span
from lifejourney.feel.tokens import Token, tokenize


def refusal(text: str) -> InvalidTest:
    """Cut a text that has to be refused."""
    with pytest.raises(InvalidTest) as caught:
        tokenize(text)
    return caught.value


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "kinds"),
        [
            ("", []),
            (" \t\n\ufeff", []),
            ("<<=>>= = !=", ["<", "<=", ">", ">=", "=", "!="]),
            ("()[],-@..", ["(", ")", "[", "]", ",", "-", "@", ".."]),
            ("17 2.5 .5", ["number"] * 3),
            ("1..2", ["number", "..", "number"]),
            ("1...5", ["number", "..", "number"]),
            ("2026-11-01..2026-12-01", ["date", "..", "date"]),
            ("in-care religious_only _x a-1", ["word"] * 4),
            ('"a""b"', ["string", "string"]),
            ("not-married", ["word"]),
        ],
    )
    def test_kinds(self, text: str, kinds: list[str]) -> None:
        """Each stretch of text gets its kind, and an end follows."""
        assert [token.kind for token in tokenize(text)] == [*kinds, "end"]

    def test_places(self) -> None:
        """Every token knows where it stands; a string includes its quotes."""
        assert tokenize(' < "a"') == (
            Token("<", "<", Span(1, 2)),
            Token("string", "a", Span(3, 6)),
            Token("end", "", Span(6, 6)),
        )

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            (r'"a\"b\\c"', r'a"b\c'),
            (r'"\n\r\t\'"', "\n\r\t'"),
            (r'"\u00e9\U01F600"', "\xe9\U0001f600"),
            (r'"\uD83D\uDE00"', "\U0001f600"),
            ('"“"', "“"),
        ],
    )
    def test_escapes(self, text: str, meant: str) -> None:
        """A string's token holds what the string means."""
        assert tokenize(text)[0].text == meant


class TestSlips:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("=>", ">="), ("=<", "<="), ("==", "="), ("<>", "!="), ("!5", "!="),
            ("≤", "<="), ("≥", ">="), ("≠", "!="), ("…", ".."), ("1 . 2", ".."),
            ("\u2013", "-"), ("\u2014", "-"), ("\u2212", "-"), (";", ","), ("|", ","),
            ("{", "["), ("}", "]"),
        ],
    )  # fmt: skip
    def test_symbols(self, text: str, right: str) -> None:
        """The symbol that was meant is named."""
        refused = refusal(text)
        assert refused.code == "feel-wrong-symbol"
        assert refused.remedy.en == f"Write '{right}'."

    @pytest.mark.parametrize(
        ("text", "code", "span"),
        [
            ("“a”", "feel-curly-quote", (0, 1)),
            ("x, 'a'", "feel-curly-quote", (3, 4)),
            ('= "a', "feel-open-string", (2, 3)),
            ('"a\nb"', "feel-open-string", (0, 1)),
            ("5 + 3", "feel-arithmetic", (2, 3)),
            ("5 ? 3", "feel-unexpected-character", (2, 3)),
            ("1 && 2", "feel-and-or", (2, 4)),
            ("1 || 2", "feel-and-or", (2, 4)),
            ("Healthy", "feel-not-a-word", (0, 7)),
            ("anak-sé", "feel-not-a-word", (0, 7)),
            ("NULL", "feel-null", (0, 4)),
            ("5x", "feel-invalid-number", (0, 2)),
            ("5.", "feel-invalid-number", (0, 2)),
            ("1e3", "feel-invalid-number", (0, 3)),
            ("\u0663", "feel-unexpected-character", (0, 1)),
            ("01/11/2026", "feel-invalid-date", (0, 10)),
            ("2026-1-5", "feel-invalid-date", (0, 8)),
            (r'"ab\q"', "feel-invalid-escape", (3, 5)),
            (r'"\U110000"', "feel-invalid-escape", (1, 9)),
            (r'"\uD83D"', "feel-invalid-escape", (0, 8)),
        ],
    )
    def test_places(self, text: str, code: str, span: tuple[int, int]) -> None:
        """A slip is refused with its code, pointing at its place."""
        refused = refusal(text)
        assert (refused.code, refused.span) == (code, span)

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("5.000", "5000"),
            ("< 5.000.000", "5000000"),
            ("17-60", "[17..60]"),
            ("60-7", "[7..60]"),
            ("12:30", 'time("12:30:00")'),
            ("12:30:15", 'time("12:30:15")'),
            ("2026-11-01T10:00:00", 'date and time("2026-11-01T10:00:00")'),
        ],
    )
    def test_rewriting(self, text: str, right: str) -> None:
        """The remedy shows the text put right."""
        assert right in refusal(text).remedy.en

    @pytest.mark.parametrize("text", ["1.125", "0.500", "1000.500", "1.50"])
    def test_fractions_that_are_no_thousands(self, text: str) -> None:
        """Only what looks like Indonesian thousands is refused."""
        assert tokenize(text)[0].kind == "number"
