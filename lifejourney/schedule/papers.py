"""One list of the papers for a whole plan: each once, with every step that asks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

Paper = tuple[str, str]
"""A document and its holder."""


@dataclass(frozen=True, slots=True)
class Use:
    """Say how one step asks for one paper.

    `asked`: the document that is asked for, of which `paper` may be a kind. `source`: `held`,
    `assumed`, `step` (`maker` makes it), `outside`, `self` or `lacking`. `kept`: it is handed in.
    `stamps`: how many duty stamps it takes to make it.
    """

    step: str
    asked: str
    paper: Paper
    source: str
    maker: str | None = None
    original: bool = True
    copies: int = 0
    kept: bool = False
    substitutes: tuple[str, ...] = ()
    stamps: int = 0

    @property
    def is_brought(self) -> bool:
        """Tell whether it is shown or left at the counter, not just checked beforehand."""
        return self.original or self.copies > 0


@dataclass(frozen=True, slots=True)
class Listed:
    """Hold one paper with all its uses, in the order of the steps; there is at least one."""

    uses: tuple[Use, ...]

    @property
    def first(self) -> Use:
        """Return the first use: it says whose the paper is and where it comes from."""
        return self.uses[0]

    @property
    def original(self) -> bool:
        """Tell whether a step asks for the original."""
        return any(use.original for use in self.uses)

    @property
    def copies(self) -> int:
        """Return how many photocopies are needed in all."""
        return sum(use.copies for use in self.uses)

    @property
    def stamps(self) -> int:
        """Return how many duty stamps it takes to make it, once."""
        return max(use.stamps for use in self.uses)

    @property
    def kept(self) -> bool:
        """Tell whether a step keeps it."""
        return any(use.kept for use in self.uses)

    @property
    def copied_first(self) -> bool:
        """Tell whether a step keeps the original that a later one asks for: copy it before."""
        return any(use.kept and use.original for use in self.uses[:-1])

    @property
    def substitutes(self) -> tuple[str, ...]:
        """Return the documents that may stand in where it is missing, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(use.substitutes for use in self.uses)))


def at_once(uses: Sequence[Use]) -> Use:
    """Return what several requirements of one step ask for that one paper meets."""
    return replace(
        uses[0],
        original=any(use.original for use in uses),
        copies=max(use.copies for use in uses),
        kept=any(use.kept for use in uses),
        substitutes=tuple(dict.fromkeys(chain.from_iterable(use.substitutes for use in uses))),
    )


def list_papers(uses: Iterable[Use]) -> tuple[Listed, ...]:
    """Return the papers to bring, each once per holder, in the order in which they are needed."""
    found: dict[Paper, list[Use]] = {}
    for use in uses:
        if use.is_brought:
            found.setdefault(use.paper, []).append(use)
    return tuple(Listed(tuple(of)) for of in found.values())
