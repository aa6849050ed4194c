"""Say what a request tells of whom in one cast."""

from lifejourney.answers.request import Request
from lifejourney.situation import Cast, Situation, placed_id


def place(cast: Cast, who: str) -> str | None:
    """Return the member that a role or member id means in a cast, or None if that is not one."""
    if who in cast.members:
        return who
    return cast.meant(who)


def situate(request: Request, cast: Cast) -> Situation:
    """Say what is known of whom in one cast; what is about nobody there is left out."""
    facts = {
        (member, fact): value
        for (who, fact), value in request.facts.items()
        if (member := place(cast, who)) is not None
    }
    papers = {
        (document, member): held
        for (document, who), held in request.papers.items()
        if (member := place(cast, who)) is not None
    }
    valid_until = {
        (document, member): day
        for (document, who), day in request.valid_until.items()
        if (member := place(cast, who)) is not None
    }
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
