"""Explain why a file is no YAML, and name the remedy where the cause is a known slip."""

from __future__ import annotations

import re
from typing import Final

import yaml

from lifejourney.errors import Words
from lifejourney.loading.findings import Findings

QUOTE: Final = Words("beri tanda kutip", "put it in quotes")

_Spot = tuple[int, int]
# What begins an unquoted value and must not: an interval or comparison, or a sign of YAML's own.
_INTERVAL: Final = re.compile(r"(?:^|[:,{\[-]\s+|[\[{])([\[\](][^\s\"'\[\](){},]*\.\.[^,}\"']*)")
_COMPARISON: Final = re.compile(r"(?:^|[:,{-]\s+)(>=?\s*[^\s,}]+)")
_SIGN: Final = re.compile(r"(?:^|[:,{\[-]\s+)([@`%*&!|][^,}\]]*)")
_GLUED: Final = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*)([:\uff1a])(?!//)\S")
_KNOWN: Final = (
    ("mapping values are not", Words("':' di tempat yang tidak cocok", "a ':' where none fits")),
    ("expected ':'", Words("tidak ada ':' sesudah kunci", "no ':' after a key")),
    ("expected <block end>", Words("jorokan yang tidak cocok", "indentation that does not fit")),
    ("expected key", Words("jorokan yang tidak cocok", "indentation that does not fit")),
    ("expected '-'", Words("jorokan yang tidak cocok", "indentation that does not fit")),
    ("expected ',' or ']'", Words("kurung '[' yang belum ditutup", "a '[' that is not closed")),
    ("expected ',' or '}'", Words("kurung '{' yang belum ditutup", "a '{' that is not closed")),
    ("unexpected end", Words("tanda kutip yang belum ditutup", "a quote that is not closed")),
    ("node content", Words("nilai yang belum ada", "a value that is missing")),
)
"""What the parser, in C or in Python, says of the usual slips, and what they are."""


def explain(error: yaml.YAMLError, text: str, findings: Findings) -> None:
    """Report a fault of YAML's grammar."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        _report_character(error, text, findings)
        return
    lines = text.split("\n")
    end = (error.problem_mark.line, error.problem_mark.column)
    start = end
    if error.context_mark is not None and "block mapping" not in (error.context or ""):
        start = (error.context_mark.line, error.context_mark.column)
    before = lines[end[0]][: end[1] + 1] if end[0] < len(lines) else ""
    if "\t" in before and not before.strip():
        what = Words("tab tidak boleh dipakai untuk menjorokkan", "tabs cannot indent")
        remedy = Words("ganti tab dengan spasi", "replace the tab with spaces")
        findings.at("tab", (end[0] + 1, end[1] + 1), what, remedy)
        return
    if _report_glued(error, lines[: end[0]], findings):
        return
    if not _report_unquoted(lines, (start, end), findings):
        _report_syntax(error, (start, end), findings)


def _report_glued(error: yaml.MarkedYAMLError, before: list[str], findings: Findings) -> bool:
    """Report a key to which its value is glued, so that YAML took both for a text."""
    written = [(number, line) for number, line in enumerate(before, 1) if line.strip()]
    found = _GLUED.match(written[-1][1]) if written else None
    slips = ("mapping values are not", "expected ':'")
    if found is None or not any(slip in (error.problem or "") for slip in slips):
        return False
    what = Words(f"tidak ada spasi sesudah '{found[1]}:'", f"no blank after '{found[1]}:'")
    remedy = Words(f"tulis '{found[1]}: …'", f"write '{found[1]}: …'")
    findings.at("yaml-syntax", (written[-1][0], found.start(2) + 1), what, remedy)
    return True


def _report_unquoted(lines: list[str], between: tuple[_Spot, _Spot], findings: Findings) -> bool:
    """Report a value that lacks its quotes; tell whether there is one."""
    (first, _), (last, _) = between
    for number in range(first, min(last + 1, len(lines))):
        for pattern in (_INTERVAL, _COMPARISON, _SIGN):
            if found := pattern.search(lines[number]):
                value = found[1].rstrip().removesuffix("}").rstrip()
                quote_it(value, (number + 1, found.start(1) + 1), findings)
                return True
    return False


def quote_it(value: str, where: tuple[int, int], findings: Findings) -> None:
    """Report a value that YAML cannot take without quotes."""
    shown = value.replace('"', '\\"')
    what = Words(f"{value} tidak dapat dibaca tanpa tanda kutip", f"{value} needs quotes")
    remedy = Words(f'{QUOTE.id}: "{shown}"', f'{QUOTE.en}: "{shown}"')
    findings.at("unquoted-value", where, what, remedy)


def _report_syntax(
    error: yaml.MarkedYAMLError, between: tuple[_Spot, _Spot], findings: Findings
) -> None:
    """Report any other fault where the parser stopped, naming where the part began."""
    (begun, _), (line, column) = between
    problem = error.problem or ""
    slip = next((said for words, said in _KNOWN if words in problem), None)
    what = Words(
        "susunan YAML tidak terbaca" + (f": {slip.id}" if slip else ""),
        f"this is not readable as YAML: {slip.en if slip else problem}",
    )
    if begun != line:
        what = Words(
            f"{what.id}; bagian ini mulai di baris {begun + 1}",
            f"{what.en}; the part begins in line {begun + 1}",
        )
    remedy = Words(
        "periksa jorokan, tanda kutip dan kurung; beri tanda kutip pada teks yang memuat ': '",
        "check indentation, quotes and brackets; put a text that holds ': ' in quotes",
    )
    findings.at("yaml-syntax", (line + 1, column + 1), what, remedy)


def _report_character(error: yaml.YAMLError, text: str, findings: Findings) -> None:
    """Report a character that no YAML file may hold."""
    at = getattr(error, "position", 0)
    at = at if isinstance(at, int) and 0 <= at <= len(text) else 0
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    at = found.start() if found else at
    where = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    what = Words("karakter tak terlihat yang tidak boleh ada", "an invisible, forbidden character")
    findings.at("bad-character", where, what, Words("hapus karakter itu", "remove it"))
