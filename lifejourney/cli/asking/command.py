"""`lifejourney ask`: one question after the other, then the plan."""

import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.console import Console

from lifejourney.cli.asking.counter import Counter
from lifejourney.cli.asking.given import Given
from lifejourney.cli.asking.interview import Ending, Interview
from lifejourney.cli.asking.menu import Menu
from lifejourney.cli.asking.naming import title_of
from lifejourney.cli.asking.reader import AnswerReader, reader_for
from lifejourney.cli.asking.replies import DECLINED, STEERING, TRUTHS, TRUTHS_TOO, UNKNOWN
from lifejourney.cli.asking.saved import load, save
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, both, option
from lifejourney.cli.plan import Everything
from lifejourney.cli.plan_page import PlanPage
from lifejourney.cli.said import Answer, Day, Decline, Have, Lack, Persons, Want, body_of
from lifejourney.errors import system_words

Events = Annotated[
    list[str] | None, typer.Argument(metavar="EVENT", help=both("peristiwa", "life events"))
]
Resume = Annotated[
    str | None,
    option("--resume", "FILE", "lanjutkan dari berkas simpanan", "go on from a saved file"),
]
Plain = Annotated[
    bool,
    option("--plain", None, "tanpa panah, baris demi baris", "no arrow keys, line by line"),
]


def ask(  # noqa: PLR0917 - as many parameters as options
    events: Events = None,
    answer: Answer = [],  # noqa: B006 - typer copies it
    decline: Decline = [],  # noqa: B006
    have: Have = [],  # noqa: B006
    lack: Lack = [],  # noqa: B006
    want: Want = [],  # noqa: B006
    person: Persons = [],  # noqa: B006
    day: Day = None,
    resume: Resume = None,
    everything: Everything = False,
    plain: Plain = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Ask."""
    before, version = load(resume) if resume else ({}, "")
    desk = Desk.of(lang or before.get("lang"), json, folder)
    told = body_of(
        events=events,
        answers=answer,
        declined=decline,
        persons=person,
        held=have,
        lacking=lack,
        wanted=want,
        date=day,
        lang=desk.lang,
    )
    talk = _talking(desk)
    counter = Counter(talk)
    given = Given.of(told)
    if resume:
        given = _resumed(talk, counter, Given.of(before), version).joined(given)
    reader = reader_for(talk, plain=plain)
    interview = Interview(talk, counter, reader, given)
    ending = interview.run()
    _finish(desk, interview, everything=everything)
    _offer_to_save(talk, interview, ending, resume)


def _talking(desk: Desk) -> Desk:
    """Return the desk for the questions: beside the plan, where that goes into a file or a pipe."""
    if not desk.json and (sys.stdout.isatty() or not sys.stdin.isatty()):
        return desk
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    return Desk(desk.lang, folder=desk.folder, now=desk.now, console=console)


def _resumed(talk: Desk, counter: Counter, given: Given, version: str) -> Given:
    """Return what was saved; what a newer catalog does not know any more is named."""
    kept, lost = counter.sift(given)
    if version != talk.catalog.version and lost:
        talk.line(
            talk.words(
                "Katalog telah diperbarui sejak jawaban disimpan. Tidak lagi dipakai:",
                "The catalog has changed since the answers were saved. No longer used:",
            )
        )
    for id_ in lost:
        talk.line(f"- {title_of(talk, id_, given)}", 2, 2)
    return kept


def _finish(desk: Desk, interview: Interview, *, everything: bool) -> None:
    """Print the plan; what was said at the beginning is not said again."""
    advice = interview.counter.plan(interview.given)
    if desk.json:
        desk.give(advice)
        return
    desk.line()
    desk.line("-" * 40, style="dim")
    said = advice["greeting"] == interview.greeted
    shown: Mapping[str, Any] = {**advice, "greeting": None} if said else advice
    PlanPage(desk, shown, everything).show()


def _offer_to_save(talk: Desk, interview: Interview, ending: Ending, resume: str | None) -> None:
    """Ask for the name of a file; without a name nothing is written."""
    if ending == "input ended" or not interview.given.last:
        return
    talk.line()
    again = talk.words(f" (tadi: {resume})", f" (before: {resume})") if resume else ""
    talk.line(
        talk.words(
            f"Simpan jawaban untuk dilanjutkan nanti? Tulis nama berkas{again}. "
            "Enter saja: tidak disimpan.",
            f"Save your answers to go on later? Write the name of a file{again}. "
            "Just Enter: not saved.",
        )
    )
    while name := _name(interview.reader):
        if _saved(talk, name, interview.given, resume):
            return


def _saved(talk: Desk, name: str, given: Given, resume: str | None) -> bool:
    """Save what was given and say where; else say why not, and that another name may do."""
    try:
        path = save(name, given.body(), talk.catalog.version, over=resume)
    except FileExistsError:
        why = talk.words("Berkas itu sudah ada. Tulis nama lain.", "It exists. Another name?")
        talk.line(why, 6)
        return False
    except OSError as error:
        reason = system_words(error)
        why = talk.words(
            f"Tidak dapat ditulis di situ: {reason.id}. Tulis nama lain.",
            f"It cannot be written there: {reason.en}. Another name?",
        )
        talk.line(why, 6)
        return False
    where = talk.words(
        f"Tersimpan, hanya untuk Anda. Lanjutkan: lifejourney ask --resume {path}",
        f"Saved, for you alone. Go on: lifejourney ask --resume {path}",
    )
    talk.line(where, 2, 2)
    return True


def _name(reader: AnswerReader) -> str:
    """Return the name of a file, nothing for none; a reply to a question is no name."""
    try:
        name = reader.read(Menu()).strip()
    except (EOFError, KeyboardInterrupt):
        return ""
    word = name.casefold()
    is_reply = word.isdigit() or word in {*STEERING, *UNKNOWN, *DECLINED, *TRUTHS, *TRUTHS_TOO}
    return "" if is_reply else name
