"""Law 1: silence is not "no". The program agrees with plain three-valued recursion."""

# ruff: noqa: ANN401 - an unknown has values of any type

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given

from lifejourney.feel import parse_test
from lifejourney.journey import Advisor
from lifejourney.planning import Compiled, build_ground
from lifejourney.planning.left import known_atom
from lifejourney.program import FactAtom, Formulas, Program, three_valued
from lifejourney.situation import Situation
from tests.oracles.catalogs import ADVISED, CASES, RANDOM, Advised, Case, law
from tests.oracles.completions import Key, OneOf, TooMany, Values, split
from tests.oracles.plain_graph import Graph
from tests.oracles.requests import advise, refine, verdicts
from tests.oracles.three_valued import Evaluator, Truth, both, either

KLEENE = [
    ("and", True, True, True), ("or", True, True, True),
    ("and", False, True, False), ("or", False, True, True),
    ("and", None, True, None), ("or", None, True, True),
    ("and", True, False, False), ("or", True, False, True),
    ("and", False, False, False), ("or", False, False, False),
    ("and", None, False, False), ("or", None, False, None),
    ("and", True, None, None), ("or", True, None, True),
    ("and", False, None, False), ("or", False, None, None),
    ("and", None, None, None), ("or", None, None, None),
    ("not", True, None, False), ("not", False, None, True), ("not", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("word", "one", "other", "expected"), KLEENE)
def test_the_program_follows_the_three_valued_table(
    word: str, one: Truth, other: Truth, expected: Truth
) -> None:
    formulas = Formulas()
    literals = [formulas.literal(FactAtom("a", n, parse_test("true"))) for n in ("x", "y")]
    whole = {
        "and": formulas.all_of(literals),
        "or": formulas.any_of(literals),
        "not": formulas.opposite(literals[0]),
    }[word]
    assert three_valued(Program(formulas, [whole]), [one, other])[whole] is expected


class _Silent(OneOf):
    """Know only what was said: whatever else is asked is not known."""

    def _ask(self, key: Key, _values: tuple[Any, ...]) -> Any:
        return None if key[0] in ("fact", "count", "rest") else False


def _applies(says: Evaluator, graph: Graph) -> dict[str, Truth]:
    """Return for each service and goal of a graph what its condition is."""
    found: dict[str, Truth] = {}
    for errand in graph.errands.values():
        plays = [
            says.plays(part, role)
            for role in errand.service.serves
            for part in graph.cast.parts.get(role, ())
            if part.member == errand.member
        ]
        group = graph.cast.members[errand.member].group
        anybody = "person" in errand.service.serves and not group
        found[errand.id] = both([
            says.exists(errand.member),
            True if anybody else either(plays),
            says.holds(errand.service.applies, errand.bound),
        ])  # fmt: skip
    return found


def _all_ways(graph: Graph, situation: Situation, values: Values, id_: str) -> set[Truth]:
    """Return what the condition of a service is in all completions."""

    def run(supposed: Mapping[Key, Any]) -> Truth:
        life = OneOf(graph, situation, values, supposed)
        return _applies_one(Evaluator(graph.catalog, graph.cast, situation.day, life), graph, id_)

    return {truth for _, truth in split(run, 400)}


def _applies_one(says: Evaluator, graph: Graph, id_: str) -> Truth:
    one = Graph.__new__(Graph)
    one.cast, one.errands = graph.cast, {id_: graph.errands[id_]}
    return _applies(says, one)[id_]


@law(80)
@given(CASES)
def test_the_program_agrees_with_plain_recursion(case: Case) -> None:
    """What recursion knows, the program says; what more it says holds in every completion."""
    catalog, situation = case.catalog, case.situation
    ground = build_ground(catalog, situation.cast)
    program = Compiled(ground).program
    told = three_valued(program, [known_atom(atom, situation) for atom in program.atoms])
    graph = Graph(catalog, situation.cast)
    values = Values(catalog, situation)
    silent = _Silent(graph, situation, values, {})
    plain = _applies(Evaluator(catalog, situation.cast, situation.day, silent), graph)
    # What can hold of nobody leads nowhere: the engine looks for nothing behind it.
    assert plain.keys() >= {instance.id for instance in ground.instances}
    for instance in ground.instances:
        expected, said = plain[instance.id], told[instance.applies]
        if expected is not None:
            assert said is expected, instance.id
        elif said is not None:
            try:
                assert _all_ways(graph, situation, values, instance.id) == {said}
            except TooMany:
                continue


@law(25)
@given(ADVISED, RANDOM)
def test_silence_never_excludes(drawn: Advised, chance: Random) -> None:
    """A goal that "does not apply" never comes to apply, whatever is answered after."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advise(advisor, request)
    out = {goal for goal, truth in verdicts(before).items() if truth == "does_not_apply"}
    for _ in range(4):
        request = refine(chance, catalog, request, advise(advisor, request), 2)
        for goal, truth in verdicts(advise(advisor, request)).items():
            assert goal not in out or truth == "does_not_apply"
