"""Read a whole catalog, and report every problem of every file in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from lifejourney.catalog import Catalog
from lifejourney.checks import Places, check_catalog
from lifejourney.errors import InvalidCatalog, Place, Problem, Words
from lifejourney.loading.differences import Differences
from lifejourney.loading.facts import FactSheets
from lifejourney.loading.files import (
    COUNTRY,
    NOUNS,
    REGIONS,
    REGISTER,
    RETIRED,
    RULES,
    TOPICS,
    Found,
    find_files,
    fingerprint,
)
from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.languages import own_language
from lifejourney.loading.nodes import Entries, Node
from lifejourney.loading.nouns import bad_region, bad_slug, bad_year, build
from lifejourney.loading.regions import CODE, read_regions
from lifejourney.loading.topics import read_topics
from lifejourney.loading.variants import Written, with_variants
from lifejourney.loading.yaml_text import read_node
from lifejourney.vocabulary import (
    Authority,
    CalendarRules,
    CalendarYear,
    Country,
    Document,
    LifeEvent,
    Region,
    RegionalRules,
    Register,
    RetiredNames,
    Scenario,
    Service,
    Topic,
    Unit,
)
from lifejourney.vocabulary.calendar import YEAR
from lifejourney.vocabulary.scalars import SLUG

_SLUG: Final = re.compile(SLUG)
_YEAR: Final = re.compile(YEAR)
# What is not said again where its key stands there with a fault of its own.
_LACKS: Final = frozenset({"missing-unit", "missing-options", "deadline-when", "no-working-day"})
# The folders of which each file is one noun, kept by its slug.
_KEPT: Final[Mapping[str, type[Any]]] = {
    "events": LifeEvent,
    "documents": Document,
    "authorities": Authority,
    "units": Unit,
    "scenarios": Scenario,
    "calendars": CalendarYear,
}


def load_catalog(path: Path | str, today: date | None = None) -> Catalog:
    """Return the catalog of a folder; raises InvalidCatalog with all that is wrong in it.

    Hints do not stop it, and are not told.
    """
    catalog, problems = read_catalog(path, today)
    wrong = [problem for problem in problems if problem.severity == "error"]
    if catalog is None or wrong:
        raise InvalidCatalog(wrong)
    return catalog


def read_catalog(
    path: Path | str, today: date | None = None
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return the catalog as far as it could be built, and every problem, by place.

    The checks over the whole catalog run once each file gave its nouns. With `today` sources
    that are old are named too.
    """
    catalog, problems, _ = read_with_places(path, today)
    return catalog, problems


def read_with_places(
    path: Path | str, today: date | None = None
) -> tuple[Catalog | None, tuple[Problem, ...], Places]:
    """Return the same, and where each noun was written."""
    files, problems = find_files(Path(path))
    reading = _Reading()
    register = Entries((), 1, 1)
    reading.positions.remember(reading.register, str(Path(path) / REGISTER), register)
    # The country comes first: it names the language of the other files.
    for file in sorted(files, key=lambda one: one.name != COUNTRY):
        reading.read(file)
    catalog = reading.catalog(fingerprint(files)) if reading.is_whole and files else None
    found = [*problems, *reading.problems]
    if not files and not found:
        found = [_empty(path)]
    if catalog is not None:
        checked = check_catalog(catalog, reading.positions, today)
        found += [problem for problem in checked if not reading.follows(problem)]
    return catalog, tuple(sorted(dict.fromkeys(found), key=by_place)), reading.positions


def _empty(path: Path | str) -> Problem:
    """Report a folder that holds no file of a catalog."""
    what = Words(f"tidak ada katalog di '{path}'", f"there is no catalog in '{path}'")
    remedy = Words(
        "beri letak folder yang berisi events/, services/, …",
        "give the path of the folder that holds events/, services/, …",
    )
    return Problem("no-catalog", Place(str(path)), what, remedy)


def by_place(problem: Problem) -> tuple[str, int, int]:
    """Return file, line and column of a problem, to sort by."""
    where: Place = problem.where
    return where.file or "", where.line or 0, where.column or 0


@dataclass
class _Reading:
    """Gather the nouns, file by file."""

    positions: Positions = field(default_factory=Positions)
    findings: list[Findings] = field(default_factory=list)
    events: dict[str, LifeEvent] = field(default_factory=dict)
    services: dict[str, Written] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    calendars: dict[str, CalendarYear] = field(default_factory=dict)
    calendar_rules: CalendarRules = field(default_factory=CalendarRules)
    rules: dict[str, tuple[RegionalRules, Node, Findings]] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    retired: RetiredNames = field(default_factory=RetiredNames)
    country: Country = field(default_factory=Country)
    language: str = "id"
    whole: bool = True

    def __post_init__(self) -> None:
        """Gather facts at the same places."""
        self.sheets = FactSheets(self.positions)

    @property
    def is_whole(self) -> bool:
        """Tell whether every file gave its nouns."""
        return self.whole and self.sheets.whole

    @property
    def problems(self) -> list[Problem]:
        """Return the problems found so far."""
        return [problem for each in self.findings for problem in each.problems]

    def follows(self, problem: Problem) -> bool:
        """Tell whether something is only missing since what stands there is at fault."""
        if problem.code not in _LACKS:
            return False
        where = problem.where
        spot = (where.line or 0, where.column or 0)
        return any(one.file == where.file and spot in one.cut for one in self.findings)

    def read(self, file: Found) -> None:
        """Add what one file holds."""
        findings = Findings(file.shown, self.language)
        self.findings.append(findings)
        if file.name == REGIONS:
            self.regions.update(read_regions(file.data, findings))
            return
        node = read_node(file.data, findings)
        if node is None:
            self.whole = False
        elif misnamed := _misnamed(file):
            code, what, remedy = misnamed
            findings.at(code, (1, 1), what, remedy)
            self.whole = False
        elif file.name == TOPICS:
            self._topics(read_topics(node, findings, self.positions))
        elif file.folder == "facts":
            self.sheets.read(node, findings)
        else:
            if file.name == COUNTRY:
                self.language = findings.language = own_language(node, findings)
            self._noun(file, node, findings)

    def _topics(self, topics: dict[str, Topic] | None) -> None:
        """Keep the topics, if all could be built."""
        self.topics = topics or {}
        self.whole = self.whole and topics is not None

    def _noun(self, file: Found, node: Node, findings: Findings) -> None:
        """Add the noun of a file."""
        implied = {"slug": file.stem}
        noun: Any = None
        shaped = node
        match file.folder:
            case "calendars" if file.name == RULES:
                rules, shaped = build(CalendarRules, node, findings, {})
                self.calendar_rules = rules or self.calendar_rules
                noun = rules
            case folder if folder in _KEPT:
                noun, shaped = build(_KEPT[folder], node, findings, implied)
                if noun is not None:
                    getattr(self, folder)[noun.slug] = noun
            case "regions":
                noun, shaped = build(RegionalRules, node, findings, implied)
                if noun is not None:
                    self.rules[noun.slug] = (noun, node, findings)
            case "services":
                noun, shaped = self._service(node, findings, implied)
            case "" if file.name == COUNTRY:
                country, shaped = build(Country, node, findings, {})
                self.country = country or self.country
                noun = country
            case "" if file.name == RETIRED:
                retired, shaped = build(RetiredNames, node, findings, {})
                self.retired = retired or self.retired
                noun = retired
            case _:
                register, shaped = build(Register, node, findings, {})
                self.register = register or self.register
                noun = register
        if noun is None:
            self.whole = False
        else:
            self.positions.remember(noun, file.shown, shaped)

    def _service(
        self, node: Node, findings: Findings, implied: dict[str, str]
    ) -> tuple[Service | None, Node]:
        """Add a service, with the node that its changes are laid over."""
        service, shaped = build(Service, node, findings, implied)
        if service is not None:
            self.services[service.slug] = Written(service, node, findings)
        return service, shaped

    def catalog(self, version: str) -> Catalog:
        """Return the catalog of all that was read."""
        catalog = Catalog(
            events=self.events,
            services={slug: written.service for slug, written in self.services.items()},
            documents=self.documents,
            facts=tuple(self.sheets.facts),
            authorities=self.authorities,
            regions=self.regions,
            rules={code: rules for code, (rules, _, _) in self.rules.items()},
            units=self.units,
            constraints=tuple(self.sheets.constraints),
            topics=self.topics,
            scenarios=self.scenarios,
            calendars=self.calendars,
            calendar_rules=self.calendar_rules,
            register=self.register,
            retired=self.retired,
            country=self.country,
            version=version,
        )
        differences = Differences(tuple(self.rules.values()), self.positions)
        return with_variants(catalog, self.services, self.positions, differences.lay_over)


def _misnamed(file: Found) -> tuple[str, Words, Words] | None:
    """Explain what is wrong with the name of a noun's file; None if nothing is."""
    if file.folder == "calendars":
        named = file.name == RULES or _YEAR.fullmatch(file.stem)
        return None if named else bad_year(file.stem)
    if file.folder == "regions":
        return None if CODE.fullmatch(file.stem) else bad_region(file.stem)
    named = file.folder not in NOUNS or _SLUG.fullmatch(file.stem)
    return None if named else bad_slug(file.stem)
