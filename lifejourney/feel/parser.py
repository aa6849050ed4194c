"""Read a FEEL unary test from its tokens; each method's docstring holds its rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from lifejourney.errors import Words
from lifejourney.feel.invalid import InvalidTest, Span, invalid
from lifejourney.feel.tokens import Token, tokenize
from lifejourney.feel.unary import AnyOf, Anything, Comparison, Interval, Literal, Not, Test
from lifejourney.feel.values import (
    Value,
    read_at,
    read_date,
    read_date_time,
    read_duration,
    read_time,
)

__all__ = ["MAX_DEPTH", "parse_test"]

MAX_DEPTH: Final = 20

_Positive = Comparison | Interval
_COMPARATORS: Final = frozenset({"<", "<=", ">", ">=", "=", "!="})
_ORDERING: Final = _COMPARATORS - {"=", "!="}
_VALUE_STARTS: Final = frozenset({"number", "date", "string", "word", "-", "@"})
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_CLOSING: Final = {"(": ")", "[": "]"}
_FUNCTIONS: Final[dict[str, tuple[Callable[[str], Value], str]]] = {
    "date": (read_date, 'date("2026-11-01")'),
    "time": (read_time, 'time("08:00:00")'),
    "date and time": (read_date_time, 'date and time("2026-11-01T08:00:00")'),
    "duration": (read_duration, 'duration("P1Y6M"), duration("P14D")'),
    "@": (read_at, '@"2026-11-01", @"P14D"'),
}


def parse_test(text: str) -> Test:
    """Read a unary test; raises InvalidTest, and nothing else, for what is none."""
    return _Parser(text).whole()


class _Parser:
    """Walk once through the tokens of one text."""

    def __init__(self, source: str) -> None:
        """Stand before the first token; raises InvalidTest."""
        self.source = source
        self.tokens = tokenize(source)
        self.at = 0
        self.depth = 0

    def peek(self, ahead: int = 0) -> Token:
        """Look at a token to come; beyond the last one it is the `end`."""
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def take(self) -> Token:
        """Step over a token."""
        token = self.peek()
        self.at += 1
        return token

    def fail(self, code: str, span: Span, **parts: str | Words) -> InvalidTest:
        """Make a refusal of this text."""
        return invalid(code, self.source, span, **parts)

    def whole(self) -> Test:
        """Read a whole test: "-" | "not" "(" items ")" | items, up to the end."""
        first, second = self.peek(), self.peek(1)
        test: Test
        if first.kind == "end":
            raise self.fail("feel-empty", first.span)
        if first.kind == "-" and second.kind == "end":
            return Anything()
        if first.text == "not" and first.kind == "word" and second.kind == "(":
            self.take()
            test = Not(_any_of(self.group(self.take())))
            if self.peek().kind == ",":
                raise self.fail("feel-not", first.span)
        else:
            test = _any_of(self.items())
        if self.peek().kind != "end":
            raise self.unfinished(None)
        return test

    def items(self, first: _Positive | None = None) -> list[_Positive]:
        """Read items: item ("," item)*, of which the first may have been read."""
        found = [first] if first else self.item()
        while self.peek().kind == ",":
            self.take()
            found += self.item()
        return found

    def item(self) -> list[_Positive]:
        """Read an item: comparison | "(" items ")" | "[" items "]" | interval | value."""
        token = self.peek()
        if token.kind in _COMPARATORS:
            return [self.comparison(self.take())]
        if token.kind in _CLOSING:
            return self.bracketed(self.take())
        if self.at_reversed_bracket():
            return [self.interval(self.take(), self.value())]
        return [Comparison("=", self.value())]

    def at_reversed_bracket(self) -> bool:
        """Say whether a "]" to come opens an interval, as in "]17..60["."""
        return self.peek().kind == "]" and self.peek(1).kind in _VALUE_STARTS

    def comparison(self, sign: Token) -> Comparison:
        """Read a comparison: ("<" | "<=" | ">" | ">=" | "=" | "!=") value."""
        literal = self.value()
        if sign.kind in _ORDERING:
            self.demand_order(literal)
        self.demand_no_decimal_comma(self.at)
        return Comparison(sign.kind, literal)

    def bracketed(self, opening: Token) -> list[_Positive]:
        """Read an interval or a group, told apart after the first value."""
        if self.peek().kind not in _VALUE_STARTS:
            return self.group(opening)
        literal = self.value()
        if self.peek().kind == "..":
            return [self.interval(opening, literal)]
        return self.group(opening, Comparison("=", literal))

    def group(self, opening: Token, first: _Positive | None = None) -> list[_Positive]:
        """Read a group: "(" items ")" | "[" items "]", its beginning already read."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail("feel-too-deep", opening.span)
        closed = self.peek().kind == _CLOSING[opening.kind] and not self.at_reversed_bracket()
        if closed and not first:
            raise self.fail("feel-empty-list", Span(opening.span.start, self.peek().span.end))
        found = self.items(first)
        if self.peek().kind != _CLOSING[opening.kind]:
            raise self.unfinished(opening)
        self.take()
        self.depth -= 1
        return found

    def interval(self, opening: Token, low: Literal) -> Interval:
        """Read an interval: ("[" | "(" | "]") value ".." value ("]" | ")" | "[")."""
        if self.peek().kind != "..":
            raise self.fail("feel-missing-dots", self.peek().span)
        self.take()
        high = self.value()
        self.demand_no_decimal_comma(self.at)
        closing = self.peek()
        if closing.kind not in (")", "]", "["):
            raise self.missing_bracket(opening, Words("')' atau ']'", "')' or ']'"))
        self.take()
        interval = Interval(low, high, opening.kind == "[", closing.kind == "]")
        self.demand_sense(interval, Span(opening.span.start, closing.span.end))
        return interval

    def value(self) -> Literal:
        """Read a value: "-"? number | date | string | word | "@" string | function."""
        token = self.take()
        match token.kind:
            case "number":
                return Literal.of(Decimal(token.text), token.span)
            case "-" if self.peek().kind == "number":
                number = self.take()
                negative = Decimal(number.text).copy_negate()
                return Literal.of(negative, Span(token.span.start, number.span.end))
            case "date":
                return self.read("date", token.text, token.span)
            case "string":
                return Literal.of(token.text, token.span)
            case "@":
                return self.call("@", token)
            case "word":
                return self.word(token)
        self.at -= 1
        raise self.no_value()

    def word(self, token: Token) -> Literal:
        """Read a word: "true" | "false" | function | slug."""
        if token.text in ("true", "false"):
            return Literal.of(token.text == "true", token.span)
        if token.text == "null":
            raise self.fail("feel-null", token.span)
        if token.text == "not":
            raise self.fail("feel-not", token.span)
        if token.text in ("and", "or"):
            raise self.fail("feel-and-or", token.span, word=token.text)
        name = token.text
        if name == "date" and (self.peek().text, self.peek(1).text) == ("and", "time"):
            self.take()
            self.take()
            name = "date and time"
        elif self.peek().kind != "(":
            return Literal.of(name, token.span)
        if name not in _FUNCTIONS:
            raise self.fail("feel-unknown-function", token.span, name=name)
        return self.call(name, token)

    def call(self, name: str, start: Token) -> Literal:
        """Read a call: "(" string ")", after the name of a function; after "@" just string."""
        opening = None if name == "@" else self.peek()
        after = name if opening is None else f"{name}("
        if opening is not None and self.take().kind != "(":
            raise self.fail("feel-expected-text", start.span, after=after, example=_example(name))
        text = self.take()
        if text.kind != "string":
            self.at -= 1
            raise self.fail("feel-expected-text", text.span, after=after, example=_example(name))
        if opening is not None:
            if self.peek().kind != ")":
                raise self.missing_bracket(opening, Words("')'", "')'"))
            self.take()
        return self.read(name, text.text, Span(start.span.start, self.tokens[self.at - 1].span.end))

    def read(self, name: str, text: str, span: Span) -> Literal:
        """Read the text of a date, time or duration; raises InvalidTest."""
        try:
            return Literal.of(_FUNCTIONS[name][0](text), span)
        except ValueError:
            code = "feel-invalid-date" if name == "date" else "feel-invalid-literal"
            raise self.fail(code, span, wrong=text, example=_example(name)) from None

    def demand_order(self, literal: Literal) -> None:
        """Refuse to order booleans."""
        if literal.family == "boolean":
            raise self.fail("feel-unordered", literal.span, value=str(literal))

    def demand_sense(self, interval: Interval, span: Span) -> None:
        """Refuse bounds that cannot be compared, are reversed, or let nothing through."""
        low, high = interval.low, interval.high
        names = {"low": str(low), "high": str(high)}
        if low.family != high.family:
            raise self.fail("feel-mixed-bounds", span, **names)
        self.demand_order(low)
        if Comparison(">", high).holds(low.value):
            right = f"{self.source[span.start]}{high}..{low}{self.source[span.end - 1]}"
            raise self.fail("feel-bounds-reversed", span, right=right, **names)
        if Comparison("=", high).holds(low.value) and not interval.holds(low.value):
            wrong = self.source[span.start : span.end]
            raise self.fail("feel-empty-interval", span, wrong=wrong, right=str(low))

    def demand_no_decimal_comma(self, comma: int) -> None:
        """Refuse `17,5` and `5,000` where a list without spaces is unlikely to be meant."""
        around = self.tokens[max(comma - 1, 0) : comma + 2]
        if [token.kind for token in around] != ["number", ",", "number"]:
            return
        before, mark, after = around
        if before.span.end == mark.span.start and mark.span.end == after.span.start:
            span = Span(before.span.start, after.span.end)
            right = f"{before.text}.{after.text}"
            for thousands in _THOUSANDS.finditer(self.source):
                if thousands.start() <= span.start < thousands.end():
                    span = Span(*thousands.span())
                    right = thousands[0].replace(",", "")
            raise self.fail("feel-decimal-comma", span, right=right)

    def no_value(self) -> InvalidTest:
        """Explain that there is no value where one is needed."""
        found = self.peek()
        if self.at == 0:
            place = Words(f"sebelum '{found.text}'", f"before '{found.text}'")
        else:
            before = self.source[slice(*self.tokens[self.at - 1].span)]
            place = Words(f"setelah '{before}'", f"after '{before}'")
        return self.fail("feel-expected-value", found.span, place=place)

    def missing_bracket(self, opening: Token, closing: Words) -> InvalidTest:
        """Explain that a bracket is not closed."""
        found = self.peek()
        place = Words(f"sebelum '{found.text}'", f"before '{found.text}'")
        if found.kind == "end":
            place = Words("di akhir", "at the end")
        opened = str(opening.span.start + 1)
        return self.fail(
            "feel-missing-bracket", found.span, closing=closing, place=place, opened=opened
        )

    def unfinished(self, opening: Token | None) -> InvalidTest:
        """Explain what stands where a comma, a closing bracket or the end should be."""
        found = self.peek()
        if found.kind == "..":
            self.demand_no_decimal_comma(self.at - 2)
            return self.fail("feel-interval-without-brackets", found.span)
        if found.kind == "-":
            return self.fail("feel-dash", found.span, right="[17..60]")
        if found.kind == "word" and found.text in ("and", "or"):
            return self.fail("feel-and-or", found.span, word=found.text)
        if found.kind in _VALUE_STARTS | _COMPARATORS | {"(", "["}:
            text = self.source[slice(*found.span)]
            return self.fail("feel-expected-comma", found.span, found=text)
        if opening is None:
            return self.fail("feel-extra-bracket", found.span, found=found.text)
        closing = f"'{_CLOSING[opening.kind]}'"
        return self.missing_bracket(opening, Words(closing, closing))


def _any_of(tests: list[_Positive]) -> _Positive | AnyOf:
    """Keep a single test as it is, and more as a list."""
    return tests[0] if len(tests) == 1 else AnyOf(tuple(tests))


def _example(name: str) -> str:
    """Show how a function is written."""
    return _FUNCTIONS[name][1]
