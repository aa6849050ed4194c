"""Verdicts for one person against rule engines, of which each knows two values only."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lifejourney.program.person import HOLDS
from tests.benchmarks.lines.verdicts_python import ours
from tests.benchmarks.peers.encoded import codes, encode, in_numbers, name_of
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.timing import timed
from tests.benchmarks.verdict_case import VerdictCase, verdict_case

SERVICES = 300
PEOPLE = 100
KNOWN = 0.7
BARS = {"zen": 0.5, "json-logic": 0.05, "rule-engine": 0.05, "openfisca": 0.05}
Run = Callable[[Any], Sequence[bool]]


def peers(case: VerdictCase) -> dict[str, Run]:
    """Return each peer with all conditions."""
    # Only here: the peers are there in the environment of `make bench` alone.
    from tests.benchmarks.peers.engines import json_logic, rules, zen_engine  # noqa: PLC0415
    from tests.benchmarks.peers.openfisca import OpenFisca  # noqa: PLC0415

    conditions, code = case.conditions, codes(case.facts)
    system = OpenFisca(conditions, [name_of(key) for key in case.facts], code)
    return {
        "zen": zen_engine(conditions),
        "json-logic": json_logic(conditions),
        "rule-engine": rules(conditions),
        "openfisca": lambda known: system.alone(in_numbers(known, code)),
    }


def _each(run: Callable[[Any], object], people: Sequence[Mapping[Any, object]]) -> None:
    for person in people:
        run(person)


def measure() -> Iterator[Ratio]:
    """Print the microseconds of a person; yield the ratio to each peer."""
    case = verdict_case(SERVICES)
    people = [situation.facts for situation in case.situations(PEOPLE, KNOWN)]
    told = [encode(case.facts, person) for person in people]
    verdicts = ours(case)
    mine = timed(partial(_each, verdicts.of, people), 9)[0] / PEOPLE
    print(f"verdicts/engines\tµs\nkami / ours\t{mine * 1e6:.1f}")
    for name, run in peers(case).items():
        few = told if name == "zen" else told[:10]
        for person, known in zip(people, few, strict=False):
            if [lane == HOLDS for lane in verdicts.of(person)] != list(run(known)):
                raise AssertionError(f"the verdicts differ: {name}")
        seconds = timed(partial(_each, run, few))[0] / len(few)
        print(f"{name}\t{seconds * 1e6:.1f}")
        line = "verdicts/zen" if name == "zen" else f"verdicts/others-{name}"
        yield Ratio(line, mine / seconds, BARS[name])


LINE = Line("verdicts/", measure)
