"""Make one plain service, to be changed as a test needs it."""

from lifejourney.vocabulary import Cost, Service, Time
from tests.unit.planning import tiny


def service(number: int, *, days: int | None = 1, fee: int | None = 0) -> Service:
    """Return a service of the mother that needs and makes nothing."""
    return tiny.service(
        number + 1,
        of="mother",
        slug=f"service-{number}",
        processing_time=Time() if days is None else Time("calendar_day", max=days),
        cost=Cost(max=fee),
    )
