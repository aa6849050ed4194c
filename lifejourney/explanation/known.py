"""What was said, and what is supposed of what was not: the question, and the answer in words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lifejourney.advice import Assumption
from lifejourney.explanation import words
from lifejourney.explanation.naming import Naming
from lifejourney.situation import (
    OTHER,
    Cast,
    Identity,
    fact_id,
    identities,
    paper_id,
    persons_id,
)

Json = dict[str, Any]


def known_json(naming: Naming, one: Assumption) -> Json:
    """Return the answer to one unknown, with its question; dates as YYYY-MM-DD and in words."""
    label = str(one.value)
    if one.fact is not None and (fact := naming.definition(*one.fact)) is not None:
        # An empty text is none of those that a test names.
        label = naming.value(fact, one.value) or naming.say(words.ANOTHER)
    elif isinstance(one.value, bool):
        label = naming.say(words.HELD if one.value else words.LACKING)
    elif isinstance(one.value, tuple):
        label = naming.target(str(one.value[0]))
    elif isinstance(one.value, str):
        label = who_label(naming, one.id.removeprefix("persons:"), one.value)
    value = one.value if isinstance(one.value, (bool, int, str)) else label
    if isinstance(one.value, date):
        value = one.value.isoformat()
    return {
        "fact": naming.id(one.id),
        "title": naming.unknown(one.id),
        "value": value,
        "label": label,
    }


def who_label(naming: Naming, role: str, one: str) -> str:
    """Return what it is called that a role is played by another one."""
    if naming.is_household(role):
        return naming.say(words.NO if one == OTHER else words.YES)
    return naming.say(words.OTHER) if one == OTHER else naming.person(one)


def said_json(naming: Naming) -> list[Json]:
    """Return all that was said, in a fixed order: who is who, answers, papers, wishes, silence."""
    situation = naming.advice.situation
    facts = [
        Assumption(fact_id(*key), value, fact=key) for key, value in sorted(situation.facts.items())
    ]
    papers = [
        Assumption(paper_id(paper), held, paper=paper)
        for paper, held in sorted(situation.papers.items())
    ]
    return [
        *(known_json(naming, one) for one in (*_persons(naming), *facts, *papers)),
        *(_wish(naming, paper) for paper in sorted(situation.wanted)),
        *(_silence(naming, id_) for id_ in sorted(situation.declined)),
    ]


def _persons(naming: Naming) -> Iterator[Assumption]:
    """Yield how many there are and who is who, as far as it was said."""
    advice = naming.advice
    supposed = {one.id for one in advice.assumed}
    for role, count in advice.cast.counts.items():
        if count is not None and persons_id(role) not in supposed:
            yield Assumption(persons_id(role), count)
    for one in identities(advice.catalog, advice.cast.events):
        player = _player(advice.cast, one)
        if player is not None and persons_id(one.role) not in supposed:
            yield Assumption(persons_id(one.role), player)


def _player(cast: Cast, identity: Identity) -> str | None:
    """Return who plays a role for certain: another one, `other` for none of those named."""
    role = identity.role
    if role in cast.members:
        is_sure = any(part.member == role and not part.when for part in cast.parts.get(role, ()))
        return OTHER if is_sure else None
    if role not in cast.parts:  # a household that is the same as that of another event
        return next(one for one in identity.may_be if one != OTHER)
    return cast.meant(role)


def _wish(naming: Naming, paper: tuple[str, str]) -> Json:
    title = f"{naming.target(paper[0])} ({naming.person(paper[1])})"
    id_ = f"wanted:{paper[0]}@{paper[1]}"
    return {"fact": id_, "title": title, "value": True, "label": naming.say(words.WANTED)}


def _silence(naming: Naming, id_: str) -> Json:
    """Return a question that the person will not or cannot answer.

    Nothing is said under one that is grave: that there may be more is.
    """
    label = naming.say(words.UNSPOKEN if naming.is_grave(id_) else words.NOT_ANSWERED)
    return {"fact": naming.id(id_), "title": naming.unknown(id_), "value": None, "label": label}
