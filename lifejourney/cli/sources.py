"""`sources`: every figure with its source, its age and how sure it is; some drawn to be checked."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated, Any

import typer

from lifejourney.cli.desk import (
    EVENT,
    AsJson,
    Desk,
    Folder,
    Lang,
    Misuse,
    both,
    check_name,
    option,
    several,
)
from lifejourney.errors import Words, did_you_mean
from lifejourney.explanation import UNSETTLED, count_by_status, draw, list_figures, only_about
from lifejourney.exports import papers_of

Json = dict[str, Any]
Events = Annotated[
    list[str] | None, option("--event", "EVENT", "hanya peristiwa ini", "only of this event")
]
Services = Annotated[
    list[str] | None,
    option("--service", "CODE-OR-SLUG", "hanya layanan ini", "only of this service"),
]
Sample = Annotated[
    int | None, option("--sample", "N", "tarik N angka untuk dicek", "draw N figures to check")
]
Seed = Annotated[
    int, option("--seed", "S", "benih undian (bawaan 1)", "seed of the draw (default 1)")
]
Unverified = Annotated[
    bool,
    typer.Option(
        "--unverified",
        help=both("hanya yang belum pasti", "only what is still to be confirmed"),
    ),
]


def sources(
    *,
    event: Events = None,
    service: Services = None,
    sample: Sample = None,
    seed: Seed = 1,
    unverified: Unverified = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """List the figures of the catalog, or some of them."""
    desk = Desk.of(lang, json, folder)
    rows = list_figures(desk.current, desk.lang, desk.today())
    if event or service:
        rows = only_about(rows, _wanted(desk, event or [], service or []))
    if unverified:
        rows = [row for row in rows if row["status"] in UNSETTLED]
    if sample is not None:
        if sample < 1:
            what = Words(
                f"--sample {sample} tidak menarik apa pun", f"--sample {sample} draws none"
            )
            raise Misuse(what, Words("tulis 1 atau lebih", "write 1 or more"))
        rows = draw(rows, sample, seed)
    if desk.json:
        desk.give({"figures": rows, "counts": count_by_status(rows), "date": str(desk.today())})
        return
    for _, group in groupby(rows, key=lambda row: (row["noun"], row["slug"])):
        _show_noun(desk, list(group))
    _ending(desk, rows)


def _wanted(desk: Desk, events: list[str], services: list[str]) -> set[str]:
    """Return the slugs of the nouns that are asked for; raises Misuse."""
    catalog = desk.current
    found: set[str] = set()
    for slug in events:
        check_name(EVENT, slug, catalog.events)
    if events:
        found |= set(events) | {one.slug for one in desk.nouns.find("", events)}
    for name in services:
        slug = catalog.by_code[name].slug if name in catalog.by_code else name
        if slug not in catalog.services:
            what = Words(f"layanan '{name}' tidak ada", f"there is no service '{name}'")
            near = did_you_mean(name, [*catalog.services, *catalog.by_code])
            raise Misuse(
                what, near or Words("cari: lifejourney services", "see: lifejourney services")
            )
        found.add(slug)
    makers = [catalog.services[slug] for slug in found if slug in catalog.services]
    return found | papers_of(makers) | {one.authority for one in makers}


def _show_noun(desk: Desk, rows: Sequence[Json]) -> None:
    """Print the figures of one noun."""
    first = rows[0]
    desk.line(f"{first['code'] or first['slug']} {first['title']}", 0, 2, "bold")
    for row in rows:
        where = f", {row['region']}" if row["region"] else ""
        desk.line(f"{row['label']} ({row['field']}{where}): {row['value']}", 2, 4)
        desk.line(f"{row['status_label']}{_age(desk, row)}", 4, 2)
        _show_source(desk, row, 4)
        for one in row["conflicts"]:
            other = desk.words("Sumber lain menyebut", "Another source says")
            desk.line(f"{other}: {one['says']}{_age(desk, one)}", 4, 2)
            _show_source(desk, one, 6)


def _show_source(desk: Desk, row: Json, indent: int) -> None:
    """Print address and quotation of a source."""
    if row["url"] is not None:
        desk.line(row["url"], indent, 2)
    if row["quote"] is not None:
        desk.line(f"“{row['quote']}”", indent, 2)


def _age(desk: Desk, row: Json) -> str:
    """Return how long ago a source was seen."""
    if row["age_days"] is None:
        return desk.words(", tanpa sumber", ", without a source")
    days = row["age_days"]
    return desk.words(f", dilihat {days} hari lalu", f", seen {several(days, 'day')} ago")


def _ending(desk: Desk, rows: Sequence[Json]) -> None:
    """Say how many figures there are of each status."""
    if not rows:
        desk.line(desk.words("Tidak ada angka seperti itu.", "There is no such figure."))
        return
    counts = count_by_status(rows)
    labels = {row["status"]: row["status_label"] for row in rows}
    listed = ", ".join(f"{label}: {counts[status]}" for status, label in sorted(labels.items()))
    desk.line()
    desk.line(desk.words(f"{len(rows)} angka. {listed}.", f"{len(rows)} figures. {listed}."))
