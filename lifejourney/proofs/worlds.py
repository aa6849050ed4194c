"""Every way in which who-is-who may be in some events, each with all its completions."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import combinations, product
from typing import Final

from lifejourney.advice.world import World
from lifejourney.answers import Request
from lifejourney.answers.situating import situate
from lifejourney.catalog import Catalog
from lifejourney.planning import Compiled, Layout, build_ground, look_ahead
from lifejourney.situation import OTHER, Cast, Situation, build_cast, identities

Events = tuple[str, ...]
Said = Mapping[str, int | str]
Sketch = tuple[Mapping[str, str], Layout]
"""Whom the open roles are supposed to be, and the cast that follows, not worked out yet."""
MOST: Final = 4
"""Worlds of two events at once that are worked out before a question is left undecided."""


def casts_of(
    catalog: Catalog, events: Events, said: Said | None = None
) -> Iterator[tuple[dict[str, str], Cast]]:
    """Yield each different cast of some events, with whom the open roles are supposed to be."""
    known = dict(said or {})
    open_ = [one for one in identities(catalog, events) if one.role not in known]
    seen: list[Cast] = []
    for choice in product(*(one.may_be for one in open_)):
        supposed = {one.role: who for one, who in zip(open_, choice, strict=True)}
        told = {role: who for role, who in supposed.items() if who != OTHER}
        cast = build_cast(catalog, events, {**known, **told})
        if cast not in seen:
            seen.append(cast)
            yield supposed, cast


def pairs_of(catalog: Catalog) -> tuple[Events, ...]:
    """Return the events two by two, in the order of the catalog."""
    return tuple(combinations(catalog.events, 2))


class Worlds:
    """Work out the worlds of one catalog on one day, each once and only when asked for."""

    def __init__(self, catalog: Catalog, day: date) -> None:
        """Begin with none."""
        self.catalog = catalog
        self.day = day
        self.undecided = False
        self._alone: dict[Events, tuple[World, ...]] = {}
        self._together: dict[int, World] = {}
        self._compiled: dict[object, Compiled] = {}

    def alone(self) -> Iterator[World]:
        """Yield the worlds of each event by itself."""
        for event in self.catalog.events:
            yield from self.of((event,))

    def of(self, events: Events, said: Said | None = None) -> tuple[World, ...]:
        """Return the worlds of some events, where something may be said of the persons."""
        if not said and events in self._alone:
            return self._alone[events]
        sketches = (self._sketch(*one) for one in casts_of(self.catalog, events, said))
        found = tuple(_world(*one) for one in sketches)
        if not said:
            self._alone[events] = found
        return found

    def told(self, request: Request) -> World:
        """Return the world of a request that leaves open nobody's identity."""
        cast = build_cast(self.catalog, request.events, request.persons)
        key = (request.events, frozenset(request.persons.items()), request.wanted)
        if key not in self._compiled:
            also = tuple(sorted(w for w in request.wanted if w[0] in self.catalog.documents))
            self._compiled[key] = Compiled(build_ground(self.catalog, cast, also))
        return World(look_ahead(Layout(self._compiled[key], situate(request, cast))), {})

    def together(self, is_worth: Callable[[Layout], bool]) -> Iterator[World]:
        """Yield the worlds of two events at once that are worth it.

        At most `MOST` are worked out; where there are more, `undecided` is set.
        """
        for number, (supposed, layout) in enumerate(self._pairs):
            if number not in self._together:
                if not is_worth(layout):
                    continue
                if len(self._together) == MOST:
                    self.undecided = True
                    return
                self._together[number] = _world(supposed, layout)
            yield self._together[number]

    @cached_property
    def _pairs(self) -> tuple[Sketch, ...]:
        return tuple(
            self._sketch(*one)
            for events in pairs_of(self.catalog)
            for one in casts_of(self.catalog, events)
        )

    def _sketch(self, supposed: Mapping[str, str], cast: Cast) -> Sketch:
        layout = Layout(Compiled(build_ground(self.catalog, cast)), Situation(cast, self.day))
        return supposed, layout


def _world(supposed: Mapping[str, str], layout: Layout) -> World:
    """Work out all completions of a cast."""
    catalog, events = layout.compiled.ground.catalog, layout.situation.cast.events
    options = {one.role: one.may_be for one in identities(catalog, events)}
    return World(look_ahead(layout), supposed, options)
