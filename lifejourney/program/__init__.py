"""Conditions compiled once, in a normal form without `not`, and run over columns of people."""

from lifejourney.program.atoms import Atom, Count, FactAtom, Rest
from lifejourney.program.explaining import Trace
from lifejourney.program.formulas import FALSE, TRUE, Formulas
from lifejourney.program.grounding import Grounder
from lifejourney.program.person import Verdicts
from lifejourney.program.straight import Program, three_valued

__all__ = [
    "FALSE",
    "TRUE",
    "Atom",
    "Count",
    "FactAtom",
    "Formulas",
    "Grounder",
    "Program",
    "Rest",
    "Trace",
    "Verdicts",
    "three_valued",
]
