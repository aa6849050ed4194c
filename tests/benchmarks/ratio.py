"""What a line of the benchmark is, and how its figures are printed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Hold a measured ratio and the bar it must not pass."""

    name: str
    measured: float
    bar: float

    def row(self) -> str:
        """Return the row that `make bench` ends with."""
        verdict = "holds" if self.measured <= self.bar else "short"
        return f"{self.name}\t{self.measured:.3f}\t{self.bar:.2f}\t{verdict}"


@dataclass(frozen=True)
class Line:
    """Name a line and what measures it; `measure` may print information before it returns."""

    name: str
    measure: Callable[[], Iterable[Ratio]]
