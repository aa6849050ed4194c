"""Straight-line code for conditions: one assignment a formula, the same over every column.

Both lanes of a three-valued answer, *true* (known to hold) and *possible* (not known to fail),
travel in one mask twice as wide: without `not`, `and` is `&` and `or` is `|` in both.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lifejourney.program.formulas import FALSE, Formulas, Join

Lanes = Any
Run = Callable[[Sequence[Lanes], Sequence[Lanes], Lanes, Lanes], tuple[Lanes, ...]]


class Program:
    """Run the compiled conditions `outputs` of a table of formulas.

    The source holds numbered names only, never a text of the catalog.
    """

    def __init__(self, formulas: Formulas, outputs: Sequence[int]) -> None:
        self.atoms = tuple(formulas.atoms)
        self.outputs = tuple(outputs)
        self._run = _compile(formulas, self.outputs)

    def run(
        self, holds: Sequence[Lanes], fails: Sequence[Lanes], everybody: Lanes, nobody: Lanes
    ) -> dict[int, Lanes]:
        """Return the mask of each output, by its formula.

        `holds[i]` and `fails[i]` are the masks of atom i and of its opposite.
        """
        return dict(zip(self.outputs, self._run(holds, fails, everybody, nobody), strict=True))


def _compile(formulas: Formulas, outputs: tuple[int, ...]) -> Run:
    numbers = formulas.below(outputs)
    spent = _spent(formulas, numbers, outputs)
    names: dict[int, str] = {}
    free: list[str] = []
    lines = ["def run(h, f, everybody, nobody):"]
    for number in numbers:
        value = _value(formulas, number, names)
        # What is spent makes room: a mask of many people is large, and its place is still warm.
        free += [names[part] for part in spent.get(number, ())]
        names[number] = free.pop() if free else f"x{number}"
        lines.append(f"    {names[number]} = {value}")
    lines.append(f"    return ({''.join(f'{names[number]}, ' for number in outputs)})")
    return _defined(lines)


def _value(formulas: Formulas, number: int, names: Mapping[int, str]) -> str:
    node = formulas.nodes[number]
    if not isinstance(node, Join):
        return f"{'h' if node.positive else 'f'}[{node.atom}]"
    if not node.of:
        return "nobody" if number == FALSE else "everybody"
    return (" & " if node.how == "all" else " | ").join(names[part] for part in node.of)


def _spent(
    formulas: Formulas, numbers: Sequence[int], outputs: Sequence[int]
) -> dict[int, list[int]]:
    """Return for each formula the parts that nothing asks for after it."""
    last: dict[int, int] = {}
    for number in numbers:
        node = formulas.nodes[number]
        last.update(dict.fromkeys(node.of if isinstance(node, Join) else (), number))
    kept = frozenset(outputs)
    spent: dict[int, list[int]] = {}
    for part, number in last.items():
        if part not in kept:
            spent.setdefault(number, []).append(part)
    return spent


def _defined(lines: Sequence[str]) -> Run:
    names: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<conditions>", "exec"), names)  # noqa: S102 - own source
    run: Run = names["run"]
    return run


def three_valued(program: Program, known: Sequence[bool | None]) -> dict[int, bool | None]:
    """Return for one person what each output is: true, false, or None for unknown.

    `known[i]` is what is known of atom i.
    """
    # Bit 0 is the lane "true", bit 1 the lane "possible".
    holds = [2 if value is None else 3 if value else 0 for value in known]
    fails = [2 if value is None else 0 if value else 3 for value in known]
    lanes = program.run(holds, fails, 3, 0)
    meaning = {0: False, 2: None, 3: True}
    return {formula: meaning[lane] for formula, lane in lanes.items()}
