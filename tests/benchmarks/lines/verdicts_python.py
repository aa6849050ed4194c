"""Verdicts for one person against three-valued Python generated for the same conditions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lifejourney.program import Formulas, Grounder, Verdicts
from tests.benchmarks.peers.python_source import Source, named
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.synthetic import draw_catalog
from tests.benchmarks.timing import timed
from tests.benchmarks.verdict_case import DAY, VerdictCase, verdict_case

SERVICES = 300
PEOPLE = 300
KNOWN = 0.7
BAR = 1.2


def ours(case: VerdictCase) -> Verdicts:
    """Return the engine's program of the same conditions."""
    formulas = Formulas()
    grounder = Grounder(draw_catalog(2 * case.services), case.cast, formulas)
    return Verdicts(formulas, [grounder.ground(*bound) for bound in case.bound], DAY)


def _each(run: Callable[[Any], Sequence[int]], people: Sequence[Mapping[Any, object]]) -> None:
    for person in people:
        run(person)


def measure() -> Iterator[Ratio]:
    """Print the microseconds of a person; yield the ratio to the quicker of the two forms."""
    case = verdict_case(SERVICES)
    people = [situation.facts for situation in case.situations(PEOPLE, KNOWN)]
    plain = [named(person) for person in people]
    verdicts, source = ours(case), Source(case.conditions)
    forms = {"lanes": source.lanes(), "pair": source.pair()}
    for form, run in forms.items():
        if any(
            list(verdicts.of(one)) != list(run(same))
            for one, same in zip(people, plain, strict=True)
        ):
            raise AssertionError(f"the verdicts differ: {form}")
    mine = timed(partial(_each, verdicts.of, people), 9)[0]
    theirs = {form: timed(partial(_each, run, plain), 9)[0] for form, run in forms.items()}
    print("verdicts/python\tµs")
    for name, seconds in {"kami / ours": mine, **theirs}.items():
        print(f"{name}\t{seconds / PEOPLE * 1e6:.1f}")
    yield Ratio("verdicts/python", mine / min(theirs.values()), BAR)


LINE = Line("verdicts/python", measure)
