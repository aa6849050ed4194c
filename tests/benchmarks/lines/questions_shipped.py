"""Expected questions on the shipped events: the engine's order against other ways to ask."""

from collections.abc import Iterable, Sequence
from statistics import mean

import yaml

from lifejourney.proofs.walking import Order, Walk, answers_of, as_shipped
from tests.benchmarks.answered import with_days
from tests.benchmarks.knowledge import Walks, fixed, most_missing
from tests.benchmarks.personas import EVENTS, Persons, advisor, empty, people, world_of
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.rollout import COSTS, FIGURES
from tests.benchmarks.shipped_order import before_topics

WAYS = {
    "topics": "kami, menurut topik / ours, by topics",
    "free": "kami, tanpa topik / ours, before topics",
    "fixed": "urutan katalog / fixed order of the catalog",
    "missing": "yang paling sering belum diketahui / most often missing first (publicodes)",
    "least": "yang tidak dapat ditiadakan urutan mana pun / what no order can leave out",
}
Found = dict[str, dict[str, float]]
"""Of each way, the mean in each unit."""


def expected(event: str) -> Found:
    """Return how much the people of an event are asked in each way."""
    order = Order(world_of)
    ways = {"topics": as_shipped, "free": before_topics}
    others = {"fixed": fixed, "missing": most_missing}
    walks: dict[Persons, Walks] = {}
    found: dict[str, list[list[Sequence[str]]]] = {way: [] for way in WAYS}
    for person in people(event):
        if person.persons not in walks:
            walks[person.persons] = Walks(person.world)
        start = Walk(empty(event, person.persons))
        values = answers_of(person.world, person.values)
        asked = {
            way: [question.ids for question in order.walked(start, values, page).asked]
            for way, page in ways.items()
        }
        for way, choose in others.items():
            asked[way] = person.ids(walks[person.persons].walked(person, choose))
        asked["least"] = person.ids(walks[person.persons].indispensable(person))
        for way, ids in asked.items():
            found[way].append(with_days(person, ids))
    return {
        way: {unit: mean(map(count, asked)) for unit, count in COSTS.items()}
        for way, asked in found.items()
    }


def measure() -> Iterable[Ratio]:
    """Print the means of every way; return the ratios that have a bar."""
    found = {event: expected(event) for event in EVENTS}
    told = yaml.safe_load(FIGURES.read_text())
    if told["catalog"] != advisor().catalog.version:
        print("questions/shipped: katalog berubah sejak / the catalog has changed since", end=" ")
        print("python -m benchmarks.rollout")
    for event, ways in found.items():
        print(f"questions/shipped: {event}, {len(people(event))} orang / people")
        print("cara / way\tpertanyaan / questions\tsurat sebagai satu / papers as one")
        for way, title in WAYS.items():
            print(f"{title}\t{ways[way]['answers']:.2f}\t{ways[way]['pages']:.2f}")
        best = told["figures"][event]
        print(f"penjajakan / roll-out\t{best['answers']:.2f}\t{best['pages']:.2f}")
    return [ratio for event in EVENTS for ratio in _ratios(event, found[event], told["figures"])]


def _ratios(event: str, ways: Found, told: Found) -> list[Ratio]:
    # The papers are one checklist, not twenty questions (section 5 of the design).
    best, free, topics = (one["pages"] for one in (told[event], ways["free"], ways["topics"]))
    least = ways["least"]["pages"]
    name = f"questions/shipped/{event}"
    return [
        Ratio(f"{name}/before-topics", free / best, 1.05),
        Ratio(f"{name}/topics", topics / best, 1.15),
        Ratio(f"{name}/to-fixed", topics / ways["fixed"]["pages"], 0.95),
        Ratio(f"{name}/to-missing", topics / ways["missing"]["pages"], 0.95),
        # How low the line above could be at all.
        Ratio(f"{name}/least-to-missing", least / ways["missing"]["pages"], 0.95),
    ]


LINE = Line("questions/shipped", measure)
