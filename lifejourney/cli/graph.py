"""`lifejourney graph`: how services and documents depend on one another."""

import sys
from typing import Annotated

import typer

from lifejourney.cli.desk import EVENT, Desk, Folder, Lang, both, check_name, option
from lifejourney.errors import Words
from lifejourney.exports import PICTURES, draw_graph

FORMATS = ("json", *PICTURES)

Event = Annotated[
    str | None,
    typer.Argument(metavar="EVENT", help=both("peristiwa; tanpa ini: semua", "which; else all")),
]
Format = Annotated[
    str | None,
    option("--format", "json|mermaid|dot|svg", "bentuk keluaran (json)", "what to print (json)"),
]
AlsoJson = Annotated[bool, option("--json", None, "sama dengan --format json", "json")]


def graph(
    event: Event = None,
    form: Format = None,
    json: AlsoJson = False,
    lang: Lang = None,
    folder: Folder = None,
) -> None:
    """Print the dependency graph."""
    desk = Desk.of(lang, json, folder)
    wanted = "json" if json else form or "json"
    check_name(Words("bentuk", "format"), wanted, FORMATS)
    events = [event] if event is not None else []
    for slug in events:
        check_name(EVENT, slug, desk.catalog.events)
    if wanted == "json":
        desk.give(desk.nouns.graph(events))
    else:
        sys.stdout.write(draw_graph(desk.current, events, wanted, desk.lang))
