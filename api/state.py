"""What the application holds from its start to its end: the catalog, its advisor, the clock."""

import hashlib
import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from threading import Lock
from typing import Final

from starlette.requests import Request

from lifejourney import Advisor, Catalog, civil_day

SOFTWARE: Final = importlib.metadata.version("lifejourney")


def now_in_utc() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class State:
    """Hold the catalog and what is made of it once.

    `turn`: one advice is worked out at a time; its work never waits for anything, so threads
    side by side would gain nothing, and what is compiled is shared.
    """

    catalog: Catalog
    now: Callable[[], datetime] = now_in_utc
    turn: Lock = field(default_factory=Lock)
    advisor: Advisor = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "advisor", Advisor(self.catalog))

    def today(self, raw: object = None) -> date:
        """Return the day where the person of a raw request lives, else in Western Indonesia."""
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
        """Return the entity tag of everything that follows from the catalog in force today."""
        today = self.today()
        begun = sum(start <= today for start, _ in self.catalog.variants)
        software = hashlib.sha256(SOFTWARE.encode()).hexdigest()[:8]
        return f'"{self.catalog.version}-{begun}-{software}"'


def state_of(request: Request) -> State:
    """Return what the application of a request holds."""
    state: State = request.app.state.held
    return state
