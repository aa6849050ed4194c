"""What a request is answered from: the catalog, the room where advices are made, the clock."""

import hashlib
import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final

from starlette.requests import Request

from lifejourney import Catalog, civil_day

from .room import Room

SOFTWARE: Final = importlib.metadata.version("lifejourney")


def now_in_utc() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class State:
    """Hold a catalog, the room where advices are worked out by it, and the clock.

    `problems`: what is wrong with an edit made since, which therefore is not served.
    """

    catalog: Catalog
    room: Room
    now: Callable[[], datetime] = now_in_utc
    problems: tuple[str, ...] = ()

    def today(self, raw: object = None) -> date:
        """Return the day where the person of a raw request lives, else in the country."""
        return civil_day(self.catalog, raw, self.now())

    @property
    def current(self) -> Catalog:
        """Return the catalog in force today."""
        return self.catalog.on(self.today())

    @cached_property
    def checked(self) -> date | None:
        """Return the day on which the catalog was last compared with its sources."""
        services = self.catalog.services.values()
        days = [one.checked for service in services for one in service.sources.values()]
        return max(days, default=None)

    @property
    def tag(self) -> str:
        """Return what names everything that follows from the catalog in force today."""
        today = self.today()
        begun = sum(start <= today for start, _ in self.catalog.variants)
        software = hashlib.sha256(SOFTWARE.encode()).hexdigest()[:8]
        return f"{self.catalog.version}-{begun}-{software}"


def state_of(request: Request) -> State:
    """Return what a request is answered from: the same to its end, whatever is edited meanwhile."""
    state: State = request.scope.setdefault("held", request.app.state.held)
    return state
