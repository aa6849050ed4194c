"""Keep of what was said only what still fits: about people and papers that there are."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from lifejourney import Catalog, InvalidRequest, Problem, as_member

from ..session import Session

TRIES: Final = 3
LISTED: Final = re.compile(r"(declined|documents\.held|documents\.lacking|wanted|done)\[(\d+)\]")


R = TypeVar("R")
Read = Callable[[Catalog, object, date], R]


def fit(
    catalog: Catalog, session: Session, lang: str, today: date, read: Read[R]
) -> tuple[Session, R]:
    """Return the answers without those that the engine refuses, and what `read` makes of them.

    Those are about a second child where there is one, or an option of an older catalog. Raises
    InvalidRequest if what is left cannot be read either.
    """
    for _ in range(TRIES):
        body = session.body(lang)
        try:
            return session, read(catalog, body, today)
        except InvalidRequest as refused:
            session = without(session, about(body, refused.problems))
    return session, read(catalog, session.body(lang), today)


def about(body: Mapping[str, Any], problems: Iterable[Problem]) -> set[str]:
    """Return the ids of what problems are about, members as the engine numbers them."""
    return {as_member(whose_field(body, one.where.field or "")) for one in problems}


def without(session: Session, ids: set[str]) -> Session:
    """Return answers without some; the pages stay in their places."""
    steps = tuple(
        {
            id_: value
            for id_, value in step.items()
            if as_member(id_) not in ids and as_member(str(value)) not in ids
        }
        for step in session.steps
    )
    papers = {n: t for n, t in session.papers.items() if as_member(f"document:{n}") not in ids}
    done = tuple(one for one in session.done if as_member(one) not in ids)
    return replace(session, steps=steps, papers=papers, done=done)


def whose_field(body: Mapping[str, Any], where: str) -> str:
    """Return the id of what a problem of the engine is about, from the field that it names."""
    found = LISTED.fullmatch(where)
    if found is None:
        return where.removeprefix("answers.").replace("persons.", "persons:", 1)
    part: Any = body
    for key in found[1].split("."):
        part = part[key]
    item = str(part[int(found[2])])
    return f"document:{item}" if found[1].startswith("documents") else item
