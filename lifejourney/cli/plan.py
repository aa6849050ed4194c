"""`lifejourney plan`: what to do, in which order, with what in hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from lifejourney.answers import read_earlier, read_request
from lifejourney.cli.changes import ChangesPage
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, Misuse, option
from lifejourney.cli.forms import wanted_form
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
from lifejourney.errors import Words, system_words
from lifejourney.explanation import as_json, present, present_difference
from lifejourney.handouts import HANDOUTS, hand_out
from lifejourney.journey import Advisor

FORMATS: Final = ("text", "json", *HANDOUTS)

Format = Annotated[
    str | None, option("--format", "|".join(FORMATS), "bentuk keluaran (text)", "what to print")
]
Since = Annotated[
    str | None,
    option(
        "--since", "FILE.json", "yang berubah sejak rencana itu", "what changed since that plan"
    ),
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
    channel: Channel = None,
    everything: Everything = False,
    form: Format = None,
    since: Since = None,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Plan."""
    desk = Desk.of(lang, json or form == "json", folder)
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
    _answer(desk, body, _wanted(json, form, since), _earlier(since), everything=everything)


def _answer(
    desk: Desk,
    body: dict[str, Any],
    wanted: str,
    earlier: Mapping[str, Any] | None,
    *,
    everything: bool,
) -> None:
    """Show the advice on what was said, or what changed in it since an earlier plan."""
    request = read_request(desk.catalog, body, desk.today(body))
    advice = present(Advisor(desk.catalog).advise(request))
    if earlier is None:
        _show(desk, advice, wanted, everything=everything)
    else:
        _show_changes(desk, present_difference(earlier, advice))


def _show(desk: Desk, advice: dict[str, Any], wanted: str, *, everything: bool) -> None:
    """Show an advice in the format that is wanted."""
    if wanted == "text":
        PlanPage(desk, advice, everything).show()
        NextAnswers(desk, advice).show()
    else:
        desk.write(as_json(advice) if wanted == "json" else hand_out(advice, wanted))


def _show_changes(desk: Desk, changes: dict[str, Any]) -> None:
    """Show what changed since an earlier plan."""
    if desk.json:
        desk.give(changes)
    else:
        ChangesPage(desk, changes).show()


def _wanted(json: bool, form: str | None, since: str | None) -> str:
    """Return the format that is wanted; raises Misuse."""
    wanted = wanted_form(json, form, FORMATS)
    if since is not None and wanted in HANDOUTS:
        what = Words(
            f"perubahan tidak dapat ditulis sebagai {wanted}", f"changes have no form {wanted}"
        )
        raise Misuse(what, Words("pilih text atau json", "choose text or json"))
    return wanted


def _earlier(name: str | None) -> Mapping[str, Any] | None:
    """Return the earlier plan that is in a file; raises Misuse."""
    if name is None:
        return None
    try:
        return read_earlier(Path(name).read_bytes())
    except OSError as error:
        why = system_words(error)
        what = Words(
            f"berkas '{name}' tidak dapat dibaca: {why.id}",
            f"the file '{name}' cannot be read: {why.en}",
        )
        remedy = Words("periksa nama dan izinnya", "check its name and permissions")
        raise Misuse(what, remedy) from None
