"""Check which values pass a unary test, and what a test tells of itself."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from lifejourney.feel import Span, boundaries, literal_types, parse_test, unary, words


class TestHolds:
    @pytest.mark.parametrize(
        ("text", "passing", "failing"),
        [
            ("-", [1, "a", True, None, 1.5], []),
            ("5", [5, Decimal("5.0")], [4, "5", True, None, 5.0]),
            ("1", [1], [True]),
            ("true", [True], [False, 1]),
            ("< 5", [4, -1], [5, "4"]),
            ("<= 5", [5], [6]),
            ("> 5", [6], [5]),
            (">= 5", [5], [4]),
            ("= 5", [5], [4]),
            ("!= 5", [4], [5, "5", None, True]),
            ("[17..60)", [17, 59], [16, 60, "17"]),
            ("(17..60]", [18, 60], [17, 61]),
            ("]17..60[", [18, 59], [17, 60]),
            ("[5..5]", [5], [4, 6]),
            ("1, [3..5], > 9", [1, 3, 10], [2, 9]),
            ("not(1, 2)", [3], [1, 2, "3", None, Decimal("NaN")]),
            ('not(1, "a")', [2, "b"], [1, "a", True]),
            ("religious_only", ["religious_only"], ["none"]),
            ('"Jawa Tengah"', ["Jawa Tengah"], ["jawa tengah"]),
            (
                "< 2026-11-01",
                [date(2026, 10, 31)],
                [date(2026, 11, 1), datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01"],
            ),
            ('< time("08:00:00")', [time(7)], [time(7, tzinfo=UTC), time(8)]),
        ],
    )
    def test_table(self, text: str, passing: list[object], failing: list[object]) -> None:
        """Values of the test's types pass or fail by value; all others fail."""
        test = parse_test(text)
        assert [value for value in passing + failing if test.holds(value)] == passing


class TestWhatItTells:
    def test_boundaries(self) -> None:
        """Every value is listed once, in order, and 1 is not true."""
        found = boundaries(parse_test("3, [1..3], true, 1, >= 7.5"))
        assert found == (Decimal(3), Decimal(1), True, Decimal("7.5"))
        assert boundaries(parse_test("-")) == ()

    def test_words(self) -> None:
        """Bare words and quoted strings are listed with their places."""
        text = 'not(healthy, "in care", 5)'
        found = words(parse_test(text))
        assert found == (("healthy", Span(4, 11)), ("in care", Span(13, 22)))
        assert [text[start:end] for _, (start, end) in found] == ["healthy", '"in care"']

    @pytest.mark.parametrize(
        ("text", "types"),
        [
            ("-", set()),
            ('1, "a", true', {"number", "string", "boolean"}),
            ("[2026-01-01..2026-02-01]", {"date"}),
            ('duration("P1Y"), duration("P1D")', {"duration"}),
            ('time("08:00:00"), time("08:00:00Z")', {"time"}),
            ('@"2026-01-01T08:00:00Z"', {"date and time"}),
        ],
    )
    def test_types(self, text: str, types: set[str]) -> None:
        """The types of the literals are named."""
        assert literal_types(parse_test(text)) == types


class TestCanonicalText:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            (" - ", "-"),
            ("05.0", "5"),
            ("=5", "5"),
            ("!=a", '!= "a"'),
            ("<2026-11-01", '< date("2026-11-01")'),
            ("]1 .. 2[", "(1..2)"),
            ("[1..2]", "[1..2]"),
            ("[a, (b, [c])]", '"a", "b", "c"'),
            ("not([1,2])", "not(1, 2)"),
        ],
    )
    def test_table(self, text: str, canonical: str) -> None:
        """Spellings of one test print alike, and are equal with equal hashes."""
        test, same = parse_test(text), parse_test(canonical)
        assert str(test) == canonical
        assert (test, hash(test)) == (same, hash(same))

    @pytest.mark.parametrize(("one", "other"), [("1", "true"), ("1", '"1"'), ("[1..2]", "[1..2)")])
    def test_different(self, one: str, other: str) -> None:
        """Tests of different meaning are not equal."""
        assert parse_test(one) != parse_test(other)

    def test_literals_are_feel_values(self) -> None:
        """A literal cannot be made of anything else."""
        with pytest.raises(ValueError, match="not a FEEL value"):
            unary.Literal.of(Decimal("NaN"), Span(0, 0))
