"""Straight-line code for one person: from what is known of each fact to every condition at once.

Each fact is looked up once. What its value makes of all the tests on it stands ready by the class
of the value: by the option of a choice, between which endpoints of the tests a number or day lies.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from lifejourney.days import Days
from lifejourney.program.atoms import FactAtom
from lifejourney.program.formulas import FALSE, Formulas, Join, Leaf

FAILS: Final = 0
UNKNOWN: Final = 2
HOLDS: Final = 3
"""Both lanes of an answer as bits: known to hold (1), not known to fail (2)."""
Lane = Literal[0, 2, 3]
Key = tuple[str, str]
"""A member and the name of a fact."""
Get = Callable[[Key], object]
_OTHER: Final = "-"
"""Stands for every word that no test names; never an option, see the catalog's format."""


@dataclass(frozen=True)
class _Fact:
    """Hold the literals on one fact, and what they are for each class of its values."""

    key: Key
    literals: tuple[tuple[int, FactAtom, bool], ...]
    day: date

    def row(self, value: object) -> tuple[Lane, ...]:
        """Return the lanes of all literals for a value; None is an unknown one."""
        return tuple(self._lane(atom, value, positive) for _, atom, positive in self.literals)

    def _lane(self, atom: FactAtom, value: object, positive: bool) -> Lane:  # noqa: FBT001
        told = None if value is None else atom.known(value, self.day)
        return UNKNOWN if told is None else HOLDS if told is positive else FAILS

    @property
    def turns(self) -> list[Any]:
        """Return the values at which a test changes, from the least on."""
        return sorted({turn for _, atom, _ in self.literals for turn in atom.turns(self.day)})

    def words(self, named: Sequence[object]) -> dict[object, tuple[Lane, ...]]:
        """Return the rows of the words or truth values that tests name, and of an unknown one."""
        return {value: self.row(value) for value in (*named, True, False, None)}

    def steps(self, turns: Sequence[Any]) -> tuple[list[Any], list[tuple[Lane, ...]]]:
        """Return the turns at which a row changes, and the row before the first and from each."""
        cuts: list[Any] = []
        rows = [self.row(turns[0])]
        for turn in turns:
            if (row := self.row(turn)) != rows[-1]:
                cuts.append(turn)
                rows.append(row)
        return cuts, rows


class Verdicts:
    """Tell of one person what every output is, by what is known of the facts on one day."""

    def __init__(self, formulas: Formulas, outputs: Sequence[int], day: date) -> None:
        self.outputs = tuple(outputs)
        self._names: dict[str, Any] = {"bisect": bisect_right, "Days": Days}
        self._lines: list[str] = []
        below = formulas.below(self.outputs)
        self._literals(formulas, below, day)
        for number in below:
            node = formulas.nodes[number]
            if isinstance(node, Join):
                joined = (" & " if node.how == "all" else " | ").join(f"x{n}" for n in node.of)
                self._lines.append(f"x{number} = {joined or (FAILS if number == FALSE else HOLDS)}")
        self._lines.append(f"return ({''.join(f'x{number}, ' for number in self.outputs)})")
        source = "\n    ".join(["def of(get):", *self._lines])
        exec(compile(source, "<verdicts>", "exec"), self._names)  # noqa: S102 - own source
        self._of: Callable[[Get], tuple[Lane, ...]] = self._names["of"]

    def of(self, facts: Mapping[Key, object]) -> tuple[Lane, ...]:
        """Return the lanes of each output, in their order."""
        return self._of(facts.get)

    def _literals(self, formulas: Formulas, below: Sequence[int], day: date) -> None:
        grouped: dict[Key, list[tuple[int, FactAtom, bool]]] = {}
        for number in below:
            node = formulas.nodes[number]
            if isinstance(node, Leaf):
                atom = formulas.atoms[node.atom]
                if isinstance(atom, FactAtom):
                    literals = grouped.setdefault((atom.member, atom.name), [])
                    literals.append((number, atom, node.positive))
                else:
                    # How many there are, and who they are, is no fact of anybody.
                    self._lines.append(f"x{number} = {UNKNOWN}")
        for at, (key, literals) in enumerate(grouped.items()):
            self._look_up(at, _Fact(key, tuple(literals), day))

    def _look_up(self, at: int, fact: _Fact) -> None:
        """Write the line that looks a fact up; the source holds numbered names only."""
        targets = "".join(f"x{number}, " for number, _, _ in fact.literals)
        turns = fact.turns
        self._names |= {f"k{at}": fact.key, f"u{at}": fact.row(None)}
        if not turns or isinstance(turns[0], str | bool):
            self._names |= {f"t{at}": fact.words(turns).get, f"o{at}": fact.row(_OTHER)}
            self._lines.append(f"{targets}= t{at}(get(k{at}), o{at})")
            return
        cuts, rows = fact.steps(turns)
        self._names |= {f"c{at}": cuts, f"r{at}": rows, f"f{at}": fact.row}
        row = f"r{at}[bisect(c{at}, v)]"
        if isinstance(turns[0], date):
            # Of a day that is less exact, each test by itself.
            row = f"f{at}(v) if type(v) is Days else {row}"
        self._lines += [f"v = get(k{at})", f"{targets}= u{at} if v is None else {row}"]
