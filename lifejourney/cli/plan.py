"""`lifejourney plan`: what to do, in which order, with what in hand."""

from typing import Annotated

import typer

from lifejourney.answers import read_request
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, both, option
from lifejourney.cli.next_answers import NextAnswers
from lifejourney.cli.plan_page import PlanPage
from lifejourney.cli.raw import pairs, without_empty
from lifejourney.explanation import present
from lifejourney.journey import Advisor

Texts = list[str]
Events = Annotated[Texts, typer.Argument(metavar="EVENT", help=both("peristiwa", "life events"))]
Answer = Annotated[
    Texts, option("--answer", "FACT=VALUE", "jawaban: orang.fakta=nilai", "an answer")
]
Decline = Annotated[
    Texts, option("--decline", "FACT", "tidak ingin atau tidak bisa menjawab", "no answer")
]
Have = Annotated[Texts, option("--have", "DOC[@PERSON]", "dokumen yang ada", "a paper at hand")]
Lack = Annotated[
    Texts, option("--lack", "DOC[@PERSON]", "dokumen yang tidak ada", "a paper not at hand")
]
Want = Annotated[
    Texts, option("--want", "DOC[@PERSON]", "dokumen yang diinginkan", "a paper wanted")
]
Persons = Annotated[
    Texts,
    option(
        "--person",
        "ROLE=COUNT|ROLE",
        "ada berapa (child=2), atau siapa (deceased=mother)",
        "how many, or who",
    ),
]
Done = Annotated[
    Texts, option("--done", "STEP", "langkah yang sudah selesai", "a step that is done")
]
Day = Annotated[
    str | None, option("--date", "YYYY-MM-DD", "hari yang dipakai", "day of the advice")
]
Prefer = Annotated[
    str | None, option("--prefer", "fastest", "utamakan yang tercepat", "what to prefer")
]
Everything = Annotated[
    bool, option("--all", None, "tampilkan semuanya, tanpa dipersingkat", "show everything")
]


def plan(  # noqa: PLR0917 - as many parameters as options
    events: Events,
    answer: Answer = [],  # noqa: B006 - typer copies it
    decline: Decline = [],  # noqa: B006
    have: Have = [],  # noqa: B006
    lack: Lack = [],  # noqa: B006
    want: Want = [],  # noqa: B006
    person: Persons = [],  # noqa: B006
    done: Done = [],  # noqa: B006
    day: Day = None,
    prefer: Prefer = None,
    everything: Everything = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Plan."""
    desk = Desk.of(lang, json, folder)
    body = without_empty(
        {
            "events": events,
            "answers": pairs("--answer", answer),
            "declined": decline,
            "persons": pairs("--person", person),
            "documents": without_empty({"held": have, "lacking": lack}),
            "wanted": want,
            "done": done,
            "date": day,
            "prefer": prefer,
            "lang": desk.lang,
        }
    )
    request = read_request(desk.catalog, body, desk.today(body))
    advice = present(Advisor(desk.catalog).advise(request))
    if desk.json:
        desk.give(advice)
    else:
        PlanPage(desk, advice, everything).show()
        NextAnswers(desk, advice).show()
