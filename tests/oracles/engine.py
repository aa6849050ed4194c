"""Put what the engine found beside what the oracle found, by names alone."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.planning import Layout, Outlook, look_ahead
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Point
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Need, Paper
from lifejourney.planning.state import AVAILABLE, HAND, Chosen, Given
from lifejourney.situation import Situation
from tests.oracles.completions import Key, completions
from tests.oracles.ours import compiled
from tests.oracles.plain_result import Met, Result, place_of


def point_of(layout: Layout, supposed: Mapping[Key, Any]) -> Point:
    """Return the engine's name of a completion; what was not asked for gets any value."""
    atoms = layout.left.atoms
    day = layout.situation.day
    point: list[object] = []
    for unknown in layout.unknowns:
        key = ("rivals", unknown.key) if unknown.kind == "rivals" else (unknown.kind, *unknown.key)
        value = unknown.values[0]
        if key in supposed and unknown.kind == "fact":
            mine = [
                (number, atom) for number, atom in atoms.items()
                if (getattr(atom, "member", None), getattr(atom, "name", None)) == unknown.key
            ]  # fmt: skip
            makes = frozenset(n for n, atom in mine if atom.holds(supposed[key], day))  # type: ignore[union-attr]
            value = unknown.values[unknown.makes.index(makes)]
        elif key in supposed and unknown.kind == "count":
            highest = max(unknown.values)
            value = min(supposed[key], highest)
        elif key in supposed:
            value = supposed[key]
        point.append(value)
    return tuple(point)


def _met(
    ground: Ground,
    chosen: Chosen[Any],
    steps: set[int],
    makes: set[int],
    has: Callable[[Any], bool],
) -> Iterator[Met]:
    """Yield how each requirement of the steps, and of what they make, is met."""
    name = [instance.id for instance in ground.instances]
    asked: list[tuple[int, Paper | None, Need]] = [
        (number, None, need) for number in steps for need in ground.instances[number].needs
    ]
    for making in (ground.makings[number] for number in makes):
        asked += [(making.instance, making.paper, need) for need in making.needs]
    for number, made, need in asked:
        for way, who in chosen.found.way.get(need.number, {}).items():
            if has(who):
                paper = need.ways[way].paper
                sources = chosen.found.source[paper]
                source = next(s for s, some in sources.items() if has(some))
                origin = {HAND: "hand", AVAILABLE: "out"}.get(source)
                place = place_of(ground.instances[number].service, need.requirement)
                yield Met(
                    name[number],
                    made,
                    place,
                    paper,
                    origin or name[ground.makings[source].instance],
                )


def result_of(
    ground: Ground, given: Given[Any], chosen: Chosen[Any], has: Callable[[Any], bool]
) -> Result:
    """Return the plan of one person of a column; `has` tells whether a mask holds for it."""
    name = [instance.id for instance in ground.instances]
    truth = [has(given.truth[goal.when]) for goal in ground.goals]
    asked = [
        has(given.asked[n]) if n in given.asked else truth[n] for n in range(len(ground.goals))
    ]
    called = [
        t
        and (
            g.call.service is None
            or (g.instance is not None and has(given.truth[ground.instances[g.instance].applies]))
        )
        for t, g in zip(truth, ground.goals, strict=True)
    ]
    reached = [has(mask) for mask in chosen.goals]
    steps = {n for n, mask in chosen.steps.items() if has(mask)}
    makes = {n for n, mask in chosen.makes.items() if has(mask)}
    return Result(
        tuple(called),
        tuple(asked),
        tuple(reached),
        tuple(
            a and not r and (g.call.service is None or c)
            for a, r, c, g in zip(asked, reached, called, ground.goals, strict=True)
        ),
        frozenset(name[n] for n in steps),
        frozenset((name[ground.makings[m].instance], ground.makings[m].paper) for m in makes),
        frozenset((name[a], name[b]) for (a, b), mask in chosen.edges.items() if has(mask)),
        frozenset(_met(ground, chosen, steps, makes, has)),
    )


def bit(person: int) -> Callable[[Any], bool]:
    """Read one person of a column of integers."""
    return lambda mask: bool(mask >> person & 1)


def differences(mine: Result, theirs: Result) -> list[str]:
    """Name what differs between two plans of one person."""
    return [
        f"{part}: {getattr(mine, part)} but the engine has {getattr(theirs, part)}"
        for part in ("called", "asked", "reached", "blocked", "steps", "makes", "edges", "ways")
        if getattr(mine, part) != getattr(theirs, part)
    ]


def standings(results: list[Result], goals: int) -> dict[str, dict[Any, str]]:
    """Read certain and possible off the plans of all completions."""

    def of(values: list[bool]) -> str:
        return "certain" if all(values) else "possible" if any(values) else "never"

    steps: dict[Any, str] = {}
    for step in sorted({step for result in results for step in result.steps}):
        steps[step] = of([step in result.steps for result in results])
        for goal in range(goals):
            sure = all(result.asked[goal] and result.called[goal] for result in results)
            reaching = [result for result in results if result.reached[goal]]
            if sure and reaching and all(step in result.steps for result in reaching):
                steps[step] = "certain"
    return {
        "verdicts": {n: of([r.called[n] for r in results]) for n in range(goals)},
        "blocked": {n: of([r.blocked[n] for r in results]) for n in range(goals)},
        "steps": steps,
    }


def standings_of(outlook: Outlook) -> dict[str, dict[Any, str]]:
    """Return the engine's own word on the same."""
    ground = outlook.ground
    goals = range(len(ground.goals))
    steps = {
        ground.instances[n].id: status
        for n in outlook.chosen.steps
        if (status := outlook.step(n).status) != "never"
    }
    return {
        "verdicts": {n: outlook.called_for(n).status for n in goals},
        "blocked": {n: outlook.blocked(n).status for n in goals},
        "steps": steps,
    }


def compare(catalog: Catalog, situation: Situation, most: int) -> tuple[list[str], int]:
    """Compare over all completions; return what differs, and how many there are."""
    found = completions(catalog, situation, most)
    if not found:
        return [], 0
    layout = Layout(compiled(catalog, situation), situation, exact=True)
    outlook = look_ahead(layout)
    ground = layout.compiled.ground
    points = [point_of(layout, supposed) for supposed, _ in found]
    given = settle(ground, layout.people(points))
    chosen = choose(ground, given, layout.compiled.competing)
    problems: list[str] = []
    for person, (supposed, mine) in enumerate(found):
        theirs = result_of(ground, given, chosen, bit(person))
        if different := differences(mine, theirs):
            problems += [*different, f"at {supposed}"]
            break
    expected = standings([plan for _, plan in found], len(ground.goals))
    told = standings_of(outlook)
    problems += [
        f"all {part}: {expected[part]} but the engine has {told[part]}"
        for part in expected
        if expected[part] != told[part]
    ]
    return problems, len(found)


def unsound(catalog: Catalog, situation: Situation, most: int) -> list[str]:
    """Name what the engine promises wrongly where it leaves open which service is faster."""
    found = completions(catalog, situation, most)
    if not found:
        return []
    outlook = look_ahead(Layout(compiled(catalog, situation), situation))
    expected = standings([plan for _, plan in found], len(outlook.ground.goals))
    told = standings_of(outlook)
    problems = [
        f"{step} is {told['steps'][step]} but {expected['steps'].get(step, 'never')}"
        for step in told["steps"]
        if told["steps"][step] == "certain" != expected["steps"].get(step)
    ]
    problems += [f"{step} is missing" for step in expected["steps"] if step not in told["steps"]]
    for part in ("verdicts", "blocked"):
        problems += [f"{part} differ"] if told[part] != expected[part] else []
    return problems
