"""What the oracle takes from the engine: which errands are done for good, their results once held.

An errand that renews what it asks for itself never is. The oracle reads no condition in this; the
engine leaves out what can hold of nobody, so that it sees fewer such circles, never more.
"""

from lifejourney.catalog import Catalog
from lifejourney.planning import Compiled, build_ground
from lifejourney.situation import Situation
from tests.oracles.plain_graph import Graph


def compiled(catalog: Catalog, situation: Situation) -> Compiled:
    """Compile the catalog for a cast, as the advisor does."""
    wanted = tuple(sorted(w for w in situation.wanted if w[0] in catalog.documents))
    return Compiled(build_ground(catalog, situation.cast, wanted))


def graph_of(catalog: Catalog, situation: Situation) -> Graph:
    """Return the oracle's graph, with the engine's word on what is done for good."""
    also = tuple(sorted(paper for paper in situation.wanted if paper[0] in catalog.documents))
    graph = Graph(catalog, situation.cast, also)
    ground = compiled(catalog, situation).ground
    once = {one.id for one in ground.instances if one.number in ground.done_once}
    missing = graph.done_once() & {one.id for one in ground.instances} - once
    if missing:
        raise AssertionError(f"done for good, whatever is read: {sorted(missing)}")
    graph.once = once
    return graph
