"""`check` and `test`: is the catalog sound, and does it say what it must."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from lifejourney.catalog import Catalog
from lifejourney.cli.desk import FOUND, AsJson, Desk, Folder, Lang, Misuse, both, several
from lifejourney.errors import Problem, Words, did_you_mean
from lifejourney.journey import Advisor
from lifejourney.loading import by_place, read_with_places
from lifejourney.proofs import prove_catalog, prove_pins
from lifejourney.scenarios import run_scenario

Where = Annotated[
    str | None,
    typer.Argument(metavar="CATALOG", help=both("folder katalog", "folder of the catalog")),
]
Pins = Annotated[
    bool,
    typer.Option(
        "--pins",
        help=both(
            "ukur juga tambahan pertanyaan karena urutan tetap; sekitar satu menit",
            "also measure how many questions pinned orders add; about a minute",
        ),
    ),
]
Scenarios = Annotated[
    list[str] | None,
    typer.Argument(metavar="SCENARIO", help=both("skenario; tanpa ini: semua", "which; else all")),
]


_TITLES: Final = {
    "events": Words("peristiwa", "event"),
    "services": Words("layanan", "service"),
    "documents": Words("dokumen", "document"),
    "facts": Words("fakta", "fact"),
    "authorities": Words("instansi", "authority"),
    "regions": Words("wilayah", "region"),
    "calendars": Words("kalender", "calendar"),
    "scenarios": Words("skenario", "scenario"),
}


def check(
    where: Where = None,
    pins: Pins = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Find every problem of a catalog."""
    desk = Desk.of(lang, json, where or folder)
    # Old sources are named; without a catalog there is no region to tell the day by.
    today = desk.now().date()
    catalog, problems = _problems(desk.folder, today, pins=pins)
    errors = [problem for problem in problems if problem.severity == "error"]
    counts = _counts(catalog)
    if desk.json:
        desk.give(
            {"counts": counts, "problems": [_problem_json(desk, problem) for problem in problems]}
        )
    else:
        for problem in problems:
            desk.finding(problem)
        _summary(desk, counts, len(errors), len(problems) - len(errors))
    if errors or catalog is None:
        raise typer.Exit(FOUND)


def _problems(
    folder: Path, today: date, *, pins: bool
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return a catalog and what is wrong in it; where nothing is, also what is of no use in it.

    `pins`: also what pinned orders cost.
    """
    catalog, problems, places = read_with_places(folder, today)
    if catalog is None or any(problem.severity == "error" for problem in problems):
        return catalog, problems
    found = dict.fromkeys((*problems, *prove_catalog(catalog, places, today)))
    found.update(dict.fromkeys(prove_pins(catalog, places, today) if pins else ()))
    return catalog, tuple(sorted(found, key=by_place))


def _counts(catalog: Catalog | None) -> dict[str, int]:
    """Count the nouns."""
    if catalog is None:
        return {}
    return {
        "events": len(catalog.events),
        "services": len(catalog.services),
        "documents": len(catalog.documents),
        "facts": len(catalog.facts),
        "authorities": len(catalog.authorities),
        "regions": len(catalog.regions),
        "calendars": len(catalog.calendars),
        "scenarios": len(catalog.scenarios),
    }


def _summary(desk: Desk, counts: dict[str, int], errors: int, hints: int) -> None:
    listed = ", ".join(
        desk.words(f"{number} {_TITLES[name].id}", several(number, _TITLES[name].en))
        for name, number in counts.items()
    )
    found = desk.words(f"{hints} saran", several(hints, "hint"))
    if errors:
        wrong = desk.words(f"{errors} kesalahan", several(errors, "error"))
        desk.line(f"{wrong}, {found}.")
    else:
        more = f" ({found})" if hints else ""
        desk.line(desk.words(f"Katalog baik: {listed}{more}.", f"Sound: {listed}{more}."))


def _problem_json(desk: Desk, problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.what.in_language(desk.lang),
        "remedy": problem.remedy.in_language(desk.lang) if problem.remedy else None,
    }


def run_scenarios(
    names: Scenarios = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """Run the scenarios of the catalog."""
    desk = Desk.of(lang, json, folder)
    catalog = desk.catalog
    chosen = [Path(name).stem for name in names or catalog.scenarios]
    for name in chosen:
        if name not in catalog.scenarios:
            what = Words(f"skenario '{name}' tidak ada", f"there is no scenario '{name}'")
            near = did_you_mean(name, catalog.scenarios)
            raise Misuse(what, near or Words("lihat catalog/scenarios/", "see catalog/scenarios/"))
    advisor = Advisor(catalog)
    results = {}
    for name in chosen:
        results[name] = run_scenario(catalog, catalog.scenarios[name], advisor)
        if not desk.json:
            good = not results[name]
            desk.line(f"{'✓' if good else '✗'} {name}", style="" if good else "bold red")
            for failure in results[name]:
                desk.line(failure.in_language(desk.lang), 4, 2)
    failed = [name for name, failures in results.items() if failures]
    if desk.json:
        desk.give(
            {name: [one.as_json(desk.lang) for one in found] for name, found in results.items()}
        )
    else:
        held, every = len(chosen) - len(failed), len(chosen)
        desk.line(desk.words(f"{held} dari {every} cocok.", f"{held} of {every} hold."))
    if failed:
        raise typer.Exit(FOUND)
