"""What both pictures stand on: a narrow white sheet, text that fits, words for who cannot see it.

Lengths are pixels. A picture is 360 wide, as a phone is, and says nothing by colour alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

WIDTH: Final = 360
MARGIN: Final = 12
INK: Final = "#111"
GREY: Final = "#444"
PALE: Final = "#e4e4e4"
LEADING: Final = 1.3
TITLE, BODY, SMALL = 16, 13, 12
# Rough widths of a letter as shares of its size, in the widest sans-serif in use (DejaVu Sans):
# in a narrower one a line ends a little early, and nothing ever runs over an edge.
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]/ ·-\N{NO-BREAK SPACE}")
_WIDE: Final = frozenset("mwMWABCDGHKNOQRUVXYZ@%&")
_SHARES: Final = (0.37, 0.63, 0.85)
_BOLD: Final = 1.14
_BREAKS: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """Hold lines of one size that stand below each other."""

    lines: tuple[str, ...]
    size: int = BODY
    bold: bool = False

    @property
    def height(self) -> float:
        """Return how much room the lines take."""
        return len(self.lines) * self.size * LEADING

    def draw(self, x: float, y: float, ink: str = INK) -> str:
        """Return the text with its upper left corner at (x, y)."""
        rows = "".join(
            f'<tspan x="{x:g}" y="{y + self.size * (1 + LEADING * number):.1f}">'
            f"{clean(line)}</tspan>"
            for number, line in enumerate(self.lines)
        )
        weight = ' font-weight="bold"' if self.bold else ""
        return f'<text font-size="{self.size}" fill="{ink}"{weight}>{rows}</text>'


def clean(text: str) -> str:
    """Return a text as XML holds it, without what XML cannot hold."""
    return escape("".join(char if char.isprintable() else " " for char in text))


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is."""
    shares = (
        _SHARES[0] if char in _NARROW else _SHARES[2] if char in _WIDE else _SHARES[1]
        for char in text
    )
    return sum(shares) * size * (_BOLD if bold else 1)


def wrap(text: str, width: float, size: int = BODY, *, bold: bool = False) -> Block:
    """Return a text in lines that fit; a word that is too long for a line is broken."""
    lines: list[str] = []
    for word in filter(None, _BREAKS.split(text)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        *broken, rest = _pieces(word, width, size, bold=bold)
        lines += [*broken, rest]
    return Block(tuple(lines), size, bold)


def _pieces(word: str, width: float, size: int, *, bold: bool) -> list[str]:
    """Return a word in pieces that fit."""
    pieces = [""]
    for char in word:
        if pieces[-1] and measure(pieces[-1] + char, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def head(title: str, key: str) -> tuple[list[str], float]:
    """Return title and key as drawn at the top, and where they end."""
    room = WIDTH - 2 * MARGIN
    parts: list[str] = []
    y = float(MARGIN)
    for block, gap in (
        (wrap(title, room, TITLE, bold=True), 4),
        (wrap(key, room, SMALL), MARGIN),
    ):
        parts.append(block.draw(MARGIN, y))
        y += block.height + gap
    return parts, y


def sheet(name: str, words: tuple[str, Sequence[str]], parts: Iterable[str], height: float) -> str:
    """Return the picture: its title and description in `words`, then what is drawn.

    `name` begins every id, so that two pictures can stand in one page.
    """
    title, described = words
    tall = round(height)
    return "\n".join(
        (
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
                f'aria-labelledby="{name}-title {name}-desc" width="{WIDTH}" height="{tall}" '
                f'viewBox="0 0 {WIDTH} {tall}" font-family="sans-serif">'
            ),
            f'<title id="{name}-title">{clean(title)}</title>',
            f'<desc id="{name}-desc">{clean(" ".join(described))}</desc>',
            f'<rect width="{WIDTH}" height="{tall}" fill="#fff"/>',
            *parts,
            "</svg>",
            "",
        )
    )
