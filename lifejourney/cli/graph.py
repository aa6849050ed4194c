"""`lifejourney graph`: how services and documents depend on one another."""

import sys
from typing import Annotated

import typer

from lifejourney.cli.desk import Desk, Folder, Lang, Misuse, both
from lifejourney.errors import Words, did_you_mean
from lifejourney.exports import PICTURES, draw_graph

FORMATS = ("json", *PICTURES)

Event = Annotated[
    str | None,
    typer.Argument(metavar="EVENT", help=both("peristiwa; tanpa ini: semua", "which; else all")),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="json|mermaid|dot|svg",
        help=both("bentuk keluaran (json)", "what to print (json)"),
    ),
]
AlsoJson = Annotated[bool, typer.Option("--json", help=both("sama dengan --format json", "json"))]


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
    for kind, name, choices in (
        (Words("bentuk", "format"), wanted, FORMATS),
        (Words("peristiwa", "event"), event, tuple(desk.catalog.events)),
    ):
        if name is not None and name not in choices:
            listed = ", ".join(choices)
            what = Words(f"{kind.id} '{name}' tidak ada", f"there is no {kind.en} '{name}'")
            near = did_you_mean(name, choices)
            raise Misuse(what, near or Words(f"pilih: {listed}", f"choose: {listed}"))
    events = [event] if event is not None else []
    if wanted == "json":
        desk.give(desk.nouns.graph(events))
    else:
        sys.stdout.write(draw_graph(desk.current, events, wanted, desk.lang))
