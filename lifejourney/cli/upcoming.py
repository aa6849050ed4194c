"""`lifejourney upcoming`: what falls due in the months ahead, and what would tell the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any, Final

import typer

from lifejourney.answers import read_ahead
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, both, option
from lifejourney.cli.forms import wanted_form
from lifejourney.cli.said import Answer, Day, Decline, Done, Have, Lack, Persons, body_of
from lifejourney.explanation import as_json, present_upcoming
from lifejourney.handouts import CALENDARS, hand_out_upcoming, whose
from lifejourney.journey import Advisor

Json = Mapping[str, Any]
FORMS: Final = ("text", "json", *CALENDARS)

Chosen = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[EVENT]...",
        help=both("peristiwa yang sedang diurus", "life events under way"),
    ),
]
Months = Annotated[
    str | None, option("--months", "N", "berapa bulan ke depan (12)", "how many months ahead (12)")
]
Format = Annotated[
    str | None, option("--format", "|".join(FORMS), "bentuk keluaran (text)", "what to print")
]


def upcoming(  # noqa: PLR0917 - as many parameters as options
    events: Chosen = None,
    answer: Answer = [],  # noqa: B006 - typer copies it
    decline: Decline = [],  # noqa: B006
    have: Have = [],  # noqa: B006
    lack: Lack = [],  # noqa: B006
    person: Persons = [],  # noqa: B006
    done: Done = [],  # noqa: B006
    day: Day = None,
    months: Months = None,
    form: Format = None,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Tell what is coming."""
    desk = Desk.of(lang, json or form == "json", folder)
    wanted = wanted_form(json, form, FORMS)
    body = body_of(
        events=events or [],
        answers=answer,
        declined=decline,
        persons=person,
        held=have,
        lacking=lack,
        done=done,
        date=day,
        months=months,
        lang=desk.lang,
    )
    outlook = read_ahead(desk.catalog, body, desk.today(body))
    found = present_upcoming(Advisor(desk.catalog).upcoming(outlook))
    if wanted == "text":
        UpcomingPage(desk, found).show()
    else:
        desk.write(as_json(found) if wanted == "json" else hand_out_upcoming(found, wanted))


@dataclass(frozen=True)
class UpcomingPage:
    """Show one answer of `present_upcoming`."""

    desk: Desk
    found: Json

    def show(self) -> None:
        """Print what is certain by the day, then what is not, and the questions that decide it."""
        desk, due = self.desk, self.found["due"]
        desk.line(self.found["notice"], style="dim")
        certain = [one for one in due if one["status"] == "certain"]
        if self.found["nothing"]:
            desk.line()
            desk.line(self.found["nothing"])
        for month, ones in groupby(certain, key=lambda one: str(one["earliest"])[:7]):
            desk.heading(desk.month(month))
            for one in ones:
                self._certain(one)
        # What hangs on a grave answer is not spoken of before it is given.
        open_ = (one for one in due if one["status"] != "certain")
        self._perhaps([one for one in open_ if not one["grave"]])
        self._questions(self.found["questions"])

    def _certain(self, one: Json) -> None:
        """Print when, why, by which law, and what to do."""
        desk = self.desk
        desk.line()
        desk.line(f"{whose(one)}", 2, 2, "bold")
        desk.line(f"{one['kind_label']}. {one['text']}", 4)
        if one["why"]:
            desk.line(one["why"], 4)
        desk.field(desk.words("Urus", "See to"), self._leads_to(one["leads_to"]), 4)
        desk.field(desk.words("Hukum", "Law"), "; ".join(one["legal"]), 4)
        labels = dict.fromkeys(source["status_label"] for source in one["sources"])
        desk.field(desk.words("Sumber", "Source"), "; ".join(labels), 4)

    def _leads_to(self, to: Json) -> str:
        """Return what is to be done, and which command tells more of it."""
        command = {
            "service": f"lifejourney show {to['id']}",
            "event": f"lifejourney plan {to['id']}",
        }.get(to["kind"])
        parts = [to["title"], to["where"] or "", command or ""]
        return "; ".join(part for part in parts if part)

    def _perhaps(self, found: Sequence[Json]) -> None:
        """Print what may fall due, by what would tell."""
        desk = self.desk
        if found:
            desk.heading(desk.words("Mungkin juga", "Perhaps also"))
        for one in found:
            desk.line(f"- {whose(one)}: {one['text']}", 2, 2)

    def _questions(self, questions: Sequence[Json]) -> None:
        """Print what would tell, with the option to answer by."""
        desk = self.desk
        if questions:
            desk.heading(desk.words("Supaya lebih pasti", "To know more surely"))
        for question in questions:
            for ask in question.get("ask", ()):
                title = ask.get("question") or ask["title"]
                desk.line(f"- {title}", 2, 2)
                name = ask.get("fact") or ask.get("document")
                given = f"--answer {name}=…" if "fact" in ask else f"--have {name}:until=YYYY-MM-DD"
                desk.line(given, 4, 2, "dim")
