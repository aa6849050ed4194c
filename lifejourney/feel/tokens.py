"""Cut the text of a FEEL unary test into tokens, each with its place in the text.

A token's kind is `number`, `date`, `string`, `word`, `end`, or the symbol itself. What
looks like a known slip (`=>`, curly quotes, `17-60`, `5.000.000`) is refused here.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lifejourney.feel.invalid import InvalidTest, Span, invalid

__all__ = ["Token", "tokenize"]

_LINE_ENDS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
_TOKEN: Final = re.compile(
    rf"""
      (?P<space>   [\s\ufeff]+ )
    | (?P<slip>    => | =< | == | <> | && | \|\| )
    | (?P<symbol>  <= | >= | != | \.\. | [<>=()\[\],@-] )
    | (?P<numeric> \.?[0-9] (?: [\w/:-] | \.(?!\.) )* )
    | (?P<string>  "[^"\\{_LINE_ENDS}]*(?:\\[^{_LINE_ENDS}][^"\\{_LINE_ENDS}]*)*" )
    | (?P<word>    [^\W\d]\w*(?:-\w+)* )
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:([\"'\\nrt])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|.)")
_PLAIN_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLUG: Final = re.compile(r"[a-z_][a-z0-9_]*(?:-[a-z0-9_]+)*")
# 1.500 and 5.000.000 are how Indonesians write thousands; nobody writes 1.5 as 1.500.
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}\.[0-9]{2}0")
_DASHED_RANGE: Final = re.compile(r"([0-9]+)-([0-9]+)")
_DATE_LIKE: Final = re.compile(r"[0-9]+([-/])[0-9]+\1[0-9]+")
_DATE_TIME_LIKE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]+")
_CLOCK_LIKE: Final = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")

_SLIPS: Final = {
    "=>": ">=", "=<": "<=", "==": "=", "<>": "!=", "!": "!=",
    "≤": "<=", "≥": ">=", "≠": "!=",
    "…": "..", ".": "..", "–": "-", "—": "-", "−": "-", ";": ",", "|": ",", "{": "[", "}": "]",  # noqa: RUF001
}  # fmt: skip
_QUOTES: Final = "“”„‟«»‘’‚‛'`"  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one token: what it is, its text (of a string: what it means), its place."""

    kind: str
    text: str
    span: Span


def tokenize(source: str) -> tuple[Token, ...]:
    """Cut a text into tokens, of which the last is `end`; raises InvalidTest."""
    found: list[Token] = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise _stray_character(source, at)
        if match.lastgroup != "space":
            found.append(_token(source, match))
        at = match.end()
    found.append(Token("end", "", Span(at, at)))
    return tuple(found)


def _token(source: str, match: re.Match[str]) -> Token:
    """Make the token for one match; raises InvalidTest for slips."""
    text, span = match[0], Span(match.start(), match.end())
    match match.lastgroup:
        case "numeric":
            return _numeric(source, text, span)
        case "string":
            return Token("string", _unescape(source, text[1:-1], span), span)
        case "word" if _SLUG.fullmatch(text):
            return Token("word", text, span)
        case "word" if text.casefold() == "null":
            raise invalid("feel-null", source, span)
        case "word":
            raise invalid("feel-not-a-word", source, span, word=text)
        case "slip" if text in ("&&", "||"):
            raise invalid("feel-and-or", source, span, word=text)
        case "slip":
            raise invalid("feel-wrong-symbol", source, span, wrong=text, right=_SLIPS[text])
        case _:
            return Token(text, text, span)


def _numeric(source: str, text: str, span: Span) -> Token:
    """Tell numbers and bare dates from what only starts like one; raises InvalidTest."""
    if _THOUSANDS.fullmatch(text):
        plain = text.replace(".", "")
        raise invalid("feel-thousands", source, span, wrong=text, right=plain)
    if _NUMBER.fullmatch(text):
        return Token("number", text, span)
    if _DATE.fullmatch(text):
        return Token("date", text, span)
    if pair := _DASHED_RANGE.fullmatch(text):
        low, high = sorted((pair[1], pair[2]), key=Decimal)
        raise invalid("feel-dash", source, span, right=f"[{low}..{high}]")
    if _DATE_TIME_LIKE.fullmatch(text):
        raise invalid("feel-bare-time", source, span, right=f'date and time("{text}")')
    if _CLOCK_LIKE.fullmatch(text):
        seconds = ":00" if text.count(":") == 1 else ""
        raise invalid("feel-bare-time", source, span, right=f'time("{text}{seconds}")')
    if _DATE_LIKE.fullmatch(text):
        raise invalid("feel-invalid-date", source, span, wrong=text)
    raise invalid("feel-invalid-number", source, span, wrong=text)


def _unescape(source: str, text: str, span: Span) -> str:
    r"""Resolve the escapes of a string (`\n`, `é`, `\U01F600`); raises InvalidTest."""
    if "\\" not in text:
        return text

    def resolve(match: re.Match[str]) -> str:
        """Resolve one escape."""
        if match[1]:
            return _PLAIN_ESCAPES.get(match[1], match[1])
        code = int(match[2] or match[3] or "110000", 16)
        if code > sys.maxunicode:
            start = span.start + 1 + match.start()
            where = Span(start, start + len(match[0]))
            raise invalid("feel-invalid-escape", source, where, wrong=match[0])
        return chr(code)

    resolved = _ESCAPE.sub(resolve, text)
    try:
        # Pairs of surrogates, as FEEL texts from Java tools have them, become one character.
        return resolved.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise invalid("feel-invalid-escape", source, span, wrong=text) from None


def _stray_character(source: str, at: int) -> InvalidTest:
    """Explain a character that begins no token."""
    char, span = source[at], Span(at, at + 1)
    if char == '"':
        return invalid("feel-open-string", source, span)
    if char in _QUOTES:
        return invalid("feel-curly-quote", source, span, wrong=char)
    if char in _SLIPS:
        return invalid("feel-wrong-symbol", source, span, wrong=char, right=_SLIPS[char])
    if char in "+*/^%":
        return invalid("feel-arithmetic", source, span, wrong=char)
    return invalid("feel-unexpected-character", source, span, wrong=char)
