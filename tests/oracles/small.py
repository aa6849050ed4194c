"""Make one plain service, to be changed as a test needs it."""

from lifejourney.vocabulary import Cost, LegalBasis, Service, Text, Time


def service(number: int, *, days: int | None = 1, fee: int | None = 0) -> Service:
    """Return a service of the mother that needs and makes nothing."""
    words = Text(id=f"layanan {number}", en=f"service {number}")
    return Service(
        f"service-{number}",
        f"LJ-{number + 1:04}",
        words,
        words,
        ("mother",),
        "office",
        (words,),
        Time("calendar_day", max=days) if days is not None else Time(),
        Cost(max=fee),
        ("counter",),
        (LegalBasis("UU 24/2013"),),
    )
