"""Hold the laws of unary tests: what must be so for all tests, values and texts."""

import gc
import time as clock
from datetime import UTC, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.feel import InvalidTest, Value, YearMonths, boundaries, parse_test, words
from lifejourney.feel.values import classify, to_feel

OFFSETS = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(-timedelta(minutes=150))])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers(-9, 9).map(
    Decimal
)
FAMILIES: dict[str, st.SearchStrategy[Value]] = {
    "number": NUMBERS,
    "string": st.text(max_size=5),
    "boolean": st.booleans(),
    "date": st.dates(),
    "time": st.times(),
    "time with offset": st.times(timezones=OFFSETS),
    "date and time": st.datetimes(),
    "date and time with offset": st.datetimes(timezones=OFFSETS),
    "years and months": st.builds(YearMonths, st.integers(-(10**6), 10**6)),
    "days and time": st.timedeltas(),
}
VALUES = st.one_of(*FAMILIES.values())
ORDERED = st.sampled_from([name for name in FAMILIES if name != "boolean"])
OPERATORS = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])
INTERVAL_BRACKETS = st.tuples(st.sampled_from("[(]"), st.sampled_from("])["))


@st.composite
def families(draw: st.DrawFn, size: int) -> list[Value]:
    """Draw values of one family that has an order, sorted and different."""
    values = st.lists(FAMILIES[draw(ORDERED)], min_size=size, max_size=size, unique=True)
    return sorted(draw(values), key=lambda value: value)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Draw the text of an interval."""
    low, high = draw(families(2))
    opening, closing = draw(INTERVAL_BRACKETS)
    return f"{opening}{to_feel(low)} .. {to_feel(high)}{closing}"


@st.composite
def comparisons(draw: st.DrawFn) -> str:
    """Draw the text of a comparison."""
    sign = draw(OPERATORS)
    ordered = sign not in ("=", "!=")
    value = draw(ORDERED.flatmap(FAMILIES.__getitem__) if ordered else VALUES)
    return f"{sign}{to_feel(value)}"


SINGLES = (
    intervals()
    | comparisons()
    | VALUES.map(to_feel)
    | st.from_regex(r"(?!null|not|and|or)[a-z_][a-z0-9_]{0,5}(-[a-z0-9_]{1,3})?", fullmatch=True)
)
POSITIVES = SINGLES | st.lists(SINGLES, min_size=1, max_size=4).map(", ".join)
TESTS = POSITIVES | POSITIVES.map("not({})".format) | POSITIVES.map("({})".format) | st.just("-")
ODD_TEXTS = st.text() | st.text('[]().,<>=!-@"\\ 0129aeu:TPDnot/\n').map(str)


@given(TESTS)
def test_canonical_text_reads_as_the_same_test(text: str) -> None:
    """The printed test is equal to the one read, and prints as itself."""
    test = parse_test(text)
    again = parse_test(str(test))
    assert (again, hash(again), str(again)) == (test, hash(test), str(test))


@given(POSITIVES, VALUES)
def test_not_is_the_complement(text: str, value: Value) -> None:
    """Among values of the test's types exactly one of a test and its `not` holds."""
    test, opposite = parse_test(text), parse_test(f"not({text})")
    families_of_test = {_family(one) for one in boundaries(test)}
    for one in (*boundaries(test), value):
        expected = _family(one) in families_of_test and not test.holds(one)
        assert opposite.holds(one) is expected


@given(st.lists(SINGLES, min_size=1, max_size=4), VALUES)
def test_a_list_is_the_union(texts: list[str], value: Value) -> None:
    """A list passes what any of its tests passes, however it is put in brackets."""
    tests = [parse_test(text) for text in texts]
    listed = ", ".join(texts)
    for one in (value, *(bound for test in tests for bound in boundaries(test))):
        expected = any(test.holds(one) for test in tests)
        for text in (listed, f"[{listed}]", f"({listed})"):
            assert parse_test(text).holds(one) is expected


@given(families(3), INTERVAL_BRACKETS)
def test_an_interval_agrees_with_its_comparisons(
    values: list[Value], brackets: tuple[str, str]
) -> None:
    """An interval passes what passes the comparison with each of its ends."""
    opening, closing = brackets
    low, high = to_feel(values[0]), to_feel(values[-1])
    interval = parse_test(f"{opening}{low}..{high}{closing}")
    above = parse_test((">=" if opening == "[" else ">") + low)
    below = parse_test(("<=" if closing == "]" else "<") + high)
    for value in values:
        assert interval.holds(value) is (above.holds(value) and below.holds(value))


@given(TESTS, st.none() | st.floats() | st.lists(st.integers()) | st.decimals() | VALUES)
def test_holds_answers_for_any_value(text: str, value: object) -> None:
    """Whatever is put to a test, it answers yes or no."""
    assert parse_test(text).holds(value) in (True, False)


@given(POSITIVES)
def test_words_stand_where_they_say(text: str) -> None:
    """The text at a word's place reads as that word."""
    for word, (start, end) in words(parse_test(text)):
        assert boundaries(parse_test(text[start:end])) == (word,)


@given(ODD_TEXTS)
def test_reading_raises_nothing_but_invalid_test(text: str) -> None:
    """Any text is a test, or is refused with a place inside it and with words."""
    try:
        parse_test(text)
    except InvalidTest as refused:
        start, end = refused.span
        assert 0 <= start <= end <= len(text)
        assert str(refused)  # noqa: PT017
        assert refused.remedy.en  # noqa: PT017


@given(TESTS, st.data())
def test_a_broken_test_is_refused_or_read(text: str, data: st.DataObject) -> None:
    """Leaving out any stretch of a test raises nothing but InvalidTest."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        parse_test(text[:start] + text[end:])
    except InvalidTest as refused:
        assert str(refused)  # noqa: PT017 - not every text is refused


@pytest.mark.parametrize(
    ("piece", "end"),
    [
        ("1, ", "1"),
        ("[1..2], ", "1"),
        ("a", ""),
        ("9", ""),
        ("(", "1"),
        ("[", "1"),
        ("[1,", "1"),
        ('"a" ', ""),
        ('"', ""),
        (r"\"", '"'),
        ("1-", ""),
        ("1.", ""),
        (" ", "1"),
        ("not(", "1"),
        ('date("2026-01-01"), ', "1"),
    ],
)
def test_reading_takes_linear_time(piece: str, end: str) -> None:
    """Sixteen times the text takes nowhere near 256 times as long, however it is nested."""
    short, long = (_seconds(piece * count + end) for count in (1_000, 16_000))
    assert long < 80 * max(short, 0.001)


def _family(value: Value) -> str:
    """Name the family of a FEEL value."""
    known = classify(value)
    assert known is not None
    return known[0]


def _seconds(text: str) -> float:
    """Measure the quickest of three readings, in time of this process alone.

    Without the collector, which goes through all that other tests have left in memory.
    """
    taken = []
    gc.disable()
    for _ in range(3):
        start = clock.process_time()
        try:
            str(parse_test(text))
        except InvalidTest as refused:
            assert str(refused)  # noqa: PT017 - some texts are refused
        taken.append(clock.process_time() - start)
    gc.enable()
    return min(taken)
