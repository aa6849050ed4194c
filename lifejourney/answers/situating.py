"""Say what a request tells of whom in one cast."""

from collections.abc import Mapping
from typing import TypeVar

from lifejourney.answers.request import Request
from lifejourney.situation import Cast, Situation, placed_id

Pair = tuple[str, str]
T = TypeVar("T")


def place(cast: Cast, who: str) -> str | None:
    """Return the member that a role or member id means in a cast, or None if that is not one."""
    if who in cast.members:
        return who
    return cast.meant(who)


def _placed(cast: Cast, said: Mapping[Pair, T], at: int) -> dict[Pair, T]:
    """Return what was said, by member; `at`: where in the key it stands of whom it was said.

    What was said of one member by two names is what was said by its own, in whatever order.
    """
    found: dict[Pair, T] = {}
    for key in sorted(said, key=lambda one: (one[at] in cast.members, one)):
        member = place(cast, key[at])
        if member is not None:
            found[(key[0], member) if at else (member, key[1])] = said[key]
    return found


def situate(request: Request, cast: Cast) -> Situation:
    """Say what is known of whom in one cast; what is about nobody there is left out."""
    facts = _placed(cast, request.facts, 0)
    papers = _placed(cast, request.papers, 1)
    valid_until = _placed(cast, request.valid_until, 1)
    wanted = frozenset(
        (document, member)
        for document, who in request.wanted
        if (member := place(cast, who)) is not None
    )
    declined = frozenset(placed_id(cast, id_) for id_ in request.declined)
    done = frozenset(request.done)
    return Situation(
        cast,
        request.day,
        facts,
        papers,
        wanted,
        declined,
        done,
        channel=request.channel,
        prefer=request.prefer,
        valid_until=valid_until,
    )
