"""OpenFisca-core: facts and conditions as variables of a tax and benefit system."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from tests.benchmarks.peers.vectorised import vectorised
from tests.benchmarks.verdict_case import Plain

PERIOD = "2026-11"
Columns = Mapping[str, Any]


class OpenFisca:
    """Hold the system; `code` gives the number of each word of a fact."""

    def __init__(
        self, conditions: Sequence[Plain], names: Sequence[str], code: Mapping[str, Any]
    ) -> None:
        entity = build_entity(key="person", plural="persons", label="person", is_person=True)
        self.system = TaxBenefitSystem([entity])
        self.outputs = [f"verdict_{number}" for number in range(len(conditions))]
        common = {"entity": entity, "definition_period": MONTH, "label": "-"}
        for name in names:
            self.system.add_variable(type(name, (Variable,), {"value_type": int, **common}))
        for name, condition in zip(self.outputs, conditions, strict=True):
            formula = {"value_type": bool, "formula": _formula(condition, code)}
            self.system.add_variable(type(name, (Variable,), {**formula, **common}))

    def verdicts(self, columns: Columns) -> list[Any]:
        """Return the verdicts on each condition as a boolean array."""
        people = len(next(iter(columns.values())))
        simulation = SimulationBuilder().build_default_simulation(self.system, people)
        for name, values in columns.items():
            simulation.set_input(name, PERIOD, values)
        return [simulation.calculate(name, PERIOD) for name in self.outputs]

    def alone(self, known: Mapping[str, int]) -> list[bool]:
        """Return the verdicts of one person."""
        columns = {name: np.array([value], dtype=np.int32) for name, value in known.items()}
        return [bool(one[0]) for one in self.verdicts(columns)]


def _formula(condition: Plain, code: Mapping[str, Any]) -> Callable[[Any, Any], Any]:
    def formula(persons: Any, period: Any) -> Any:  # noqa: ANN401 - as OpenFisca calls it
        return vectorised(condition, lambda name: persons(name, period), code)

    return formula
