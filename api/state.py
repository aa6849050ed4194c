"""What the application holds from its start to its end: the catalog, its advisor, the clock."""

import hashlib
import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from threading import Lock
from typing import Final

from starlette.requests import Request

from lifejourney import Advisor, Catalog

_WIB: Final = timezone(timedelta(hours=7), "WIB")
SOFTWARE: Final = importlib.metadata.version("lifejourney")


def today_in_jakarta() -> date:
    """Return the day in Western Indonesia, wherever the server stands."""
    return datetime.now(_WIB).date()


@dataclass(frozen=True)
class State:
    """Hold the catalog and what is made of it once.

    `turn`: one advice is worked out at a time; its work never waits for anything, so threads
    side by side would gain nothing, and what is compiled is shared.
    """

    catalog: Catalog
    today: Callable[[], date] = today_in_jakarta
    turn: Lock = field(default_factory=Lock)
    advisor: Advisor = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "advisor", Advisor(self.catalog))

    @property
    def current(self) -> Catalog:
        """Return the catalog in force today."""
        return self.catalog.on(self.today())

    @property
    def tag(self) -> str:
        """Return the entity tag of everything that follows from the catalog in force today."""
        begun = sum(start <= self.today() for start, _ in self.catalog.variants)
        software = hashlib.sha256(SOFTWARE.encode()).hexdigest()[:8]
        return f'"{self.catalog.version}-{begun}-{software}"'


def state_of(request: Request) -> State:
    """Return what the application of a request holds."""
    state: State = request.app.state.held
    return state
