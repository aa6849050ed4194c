"""Prefer the plan with the fewest visits: what a choice of producers takes of going."""

from collections.abc import Hashable
from dataclasses import dataclass

from lifejourney.advice.offices import region_of
from lifejourney.advice.trips import Going, Taken
from lifejourney.catalog import Catalog
from lifejourney.graph import circles
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Instance
from lifejourney.planning.objectives import Edges
from lifejourney.schedule import trips
from lifejourney.situation import Situation


@dataclass(frozen=True, slots=True)
class FewestVisits:
    """Prefer the plan with the fewest visits of one person."""

    catalog: Catalog
    situation: Situation

    def cost(self, instance: Instance) -> int:  # noqa: ARG002 - as every objective
        """Return 0: a step takes a visit together with others at its counter."""
        return 0

    def shared(self, instance: Instance) -> Hashable:
        """Return the counter of a step; None where several counters may be at one place."""
        mall = self.catalog.mall(region_of(self.situation, instance.member) or "")
        if mall is not None and instance.service.authority in mall.hosts:
            return None
        going = Going(self.catalog, self.situation, ())
        return going.shared(instance.service, instance.member)

    def total(self, ground: Ground, steps: frozenset[int], edges: Edges) -> int:
        """Return how many visits a plan takes."""
        # What is done twice, and so before and after another, is reckoned as done once.
        twice = [set(part) for part in circles(steps, edges)]
        apart = sorted(edge for edge in edges if not any(part >= set(edge) for part in twice))
        todo = [
            Taken(
                one.id,
                one.service,
                one.member,
                tuple(ground.instances[before].id for before, after in apart if after == number),
            )
            for number in sorted(steps)
            if (one := ground.instances[number]).id not in self.situation.done
        ]
        return len(trips(Going(self.catalog, self.situation, todo).stops).trips)
