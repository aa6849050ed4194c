"""`lifejourney explain`: why a service is in the plan or not, and what would have to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

import typer

from lifejourney.answers import present_name, read_about
from lifejourney.catalog import Catalog
from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, both, option
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
from lifejourney.explanation import present_explanation
from lifejourney.exports import leading_to
from lifejourney.journey import Advisor

Json = Mapping[str, Any]
FEW: Final = 5
Service = Annotated[
    str,
    typer.Argument(metavar="SERVICE", help=both("kode atau nama layanan", "code or slug")),
]
For = Annotated[
    str | None,
    option("--for", "PERSON", "hanya untuk orang ini: child[1]", "for this person only: child[1]"),
]


def explain(  # noqa: PLR0917 - as many parameters as options
    service: Service,
    events: Events = [],  # noqa: B006 - typer copies it
    person_for: For = None,
    answer: Answer = [],  # noqa: B006
    decline: Decline = [],  # noqa: B006
    have: Have = [],  # noqa: B006
    lack: Lack = [],  # noqa: B006
    want: Want = [],  # noqa: B006
    person: Persons = [],  # noqa: B006
    done: Done = [],  # noqa: B006
    day: Day = None,
    prefer: Prefer = None,
    channel: Channel = None,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Explain one service, without events in those that may lead to it."""
    desk = Desk.of(lang, json, folder)
    body = body_of(
        service=service,
        person=person_for,
        events=events or _leading_to(desk.catalog, service),
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
    told = _told(desk, body)
    desk.give(told) if desk.json else ExplainPage(desk, told).show()


def _told(desk: Desk, body: dict[str, Any]) -> Json:
    """Return what there is to say of a service."""
    about = read_about(desk.catalog, body, desk.today(body))
    explained = Advisor(desk.catalog).explain(about.request, about.service, about.person)
    return present_explanation(explained)


def _leading_to(catalog: Catalog, service: str) -> list[str]:
    """Return the events that may lead to a service; all of them where none is known to."""
    slug = present_name(catalog, service)
    return [one for one in catalog.events if slug in leading_to(catalog, (one,))] or list(
        catalog.events
    )


@dataclass(frozen=True)
class ExplainPage:
    """Show one answer of `present_explanation`."""

    desk: Desk
    told: Json

    def show(self) -> None:
        """Print the service, then for each person how it stands and why."""
        self.desk.line(f"{self.told['title']} ({self.told['service']})", style="bold")
        for person in self.told["people"]:
            self.desk.line()
            self._person(person)

    def _person(self, one: Json) -> None:
        desk = self.desk
        named = one["person_title"]
        desk.line(f"{named}: {one['status_label']}" if named else one["status_label"])
        self._list(desk.words("Mengapa", "Why"), [_with_law(why) for why in one["why"]])
        against = [_with_law(why) for why in one["why_not"]]
        self._list(desk.words("Mengapa tidak", "Why not"), against)
        questions = [asked["title"] for asked in one["open"][:FEW]]
        more = len(one["open"]) - FEW
        if more > 0:
            questions.append(desk.words(f"dan {more} hal lain", f"and {more} more"))
        self._list(desk.words("Yang menentukan", "What decides it"), questions)
        changes = one["changes"]
        if changes is not None and changes["smallest"]:
            self._list(desk.words("Bila jawaban berubah", "What if"), [changes["text"]])
        elif changes is not None and not one["open"]:
            desk.line(changes["text"], 2, 2)

    def _list(self, label: str, texts: Sequence[str]) -> None:
        if texts:
            self.desk.line(f"{label}:", 2)
        for text in texts:
            self.desk.line(f"- {text}", 4, 2)


def _with_law(ground: Json) -> str:
    """Return a ground with the law behind it."""
    return f"{ground['text']} ({ground['law']})" if ground["law"] else str(ground["text"])
