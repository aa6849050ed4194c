"""`lifejourney plan`: what to do, in which order, with what in hand."""

from typing import Annotated

from lifejourney.answers import read_request
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, option
from lifejourney.cli.next_answers import NextAnswers
from lifejourney.cli.plan_page import PlanPage
from lifejourney.cli.said import (
    Answer,
    Channel,
    Day,
    Decline,
    Done,
    Events,
    Have,
    Lack,
    Persons,
    Prefer,
    Want,
    body_of,
)
from lifejourney.explanation import present
from lifejourney.journey import Advisor

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
    channel: Channel = None,
    everything: Everything = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Plan."""
    desk = Desk.of(lang, json, folder)
    body = body_of(
        events=events,
        answers=answer,
        declined=decline,
        persons=person,
        held=have,
        lacking=lack,
        wanted=want,
        done=done,
        date=day,
        prefer=prefer,
        channel=channel,
        lang=desk.lang,
    )
    request = read_request(desk.catalog, body, desk.today(body))
    advice = present(Advisor(desk.catalog).advise(request))
    if desk.json:
        desk.give(advice)
    else:
        PlanPage(desk, advice, everything).show()
        NextAnswers(desk, advice).show()
