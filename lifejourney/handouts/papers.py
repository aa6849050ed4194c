"""Papers in words: original or copy, whether handed in, where from, and what else to mind.

The one place where the screen and what is handed out say it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lifejourney.errors import Words
from lifejourney.explanation.words import FROM, ORIGINAL
from lifejourney.handouts import words

Json = Mapping[str, Any]


def forms(paper: Json, lang: str) -> str:
    """Return in which form a paper is needed: "asli dan fotokopi 2 lembar, diserahkan".

    What one makes or fills in oneself is an original as a matter of course, unless copies go too.
    """
    count = paper["copies"]
    told = paper["original"] and (count or paper["from"] != "self")
    found = [ORIGINAL.in_language(lang)] if told else []
    if count:
        phrase = words.COPY if count == 1 else words.COPIES
        found.append(phrase.in_language(lang).format(count=count))
    text = words.AND.in_language(lang).join(found)
    return ", ".join(
        part for part in (text, paper["kept"] and words.KEPT.in_language(lang)) if part
    )


def origin(paper: Json, numbers: Mapping[str, int], lang: str) -> str:
    """Return where a paper comes from; `numbers` gives the number of each step by its id."""

    def say(phrase: Words, **values: object) -> str:
        return phrase.in_language(lang).format(**values)

    match paper["from"]:
        case "step" if paper["step"] in numbers:
            return say(words.FROM_STEP, number=numbers[paper["step"]])
        case "step":
            return say(words.FROM_OPEN_STEP)
        case "self" if paper["form"] or paper["where_to_get"]:
            return f"{say(words.FILLED_IN)}. {paper['where_to_get'] or ''}".rstrip(". ")
        case "outside" if paper["issuer"]:
            return say(words.ASK_OF, issuer=paper["issuer"])
        case source:
            return say(FROM[source])


def notes(paper: Json, lang: str) -> list[str]:
    """Return what else to mind of one of all papers: stamps, copying first, what may stand in."""
    found: list[str] = []
    if paper["stamps"]:
        phrase = words.STAMP if paper["stamps"] == 1 else words.STAMPS
        found.append(phrase.in_language(lang).format(count=paper["stamps"]))
    if paper["copy_first"]:
        found.append(words.COPY_FIRST.in_language(lang))
    if paper["substitutes"] and paper["from"] not in {"held", "step", "self"}:
        others = words.OR.in_language(lang).join(paper["substitute_titles"])
        found.append(words.IF_MISSING.in_language(lang).format(papers=others))
    return found


def by_holder(papers: Iterable[Json]) -> Mapping[str, list[Json]]:
    """Return papers by whose they are; what a step makes comes last."""
    found: dict[str, list[Json]] = {}
    for paper in papers:
        found.setdefault(str(paper["person_title"]), []).append(paper)
    return {
        holder: sorted(each, key=lambda one: bool(one["from"] == "step"))
        for holder, each in found.items()
    }
