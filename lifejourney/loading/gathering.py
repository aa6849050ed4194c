"""Gather the nouns of all files to one catalog."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from lifejourney.catalog import Catalog
from lifejourney.errors import Problem
from lifejourney.loading.contents import Contents
from lifejourney.loading.differences import Differences
from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.nodes import Node
from lifejourney.loading.variants import Written, with_variants
from lifejourney.vocabulary import (
    Authority,
    CalendarRules,
    CalendarYear,
    Constraint,
    Country,
    Document,
    Fact,
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

# What is not said again where its key stands there with a fault of its own.
_LACKS: Final = frozenset(
    {
        "missing-unit",
        "missing-options",
        "deadline-when",
        "no-working-day",
        "changes-nothing",
        "never-valid",
    }
)
_BY_SLUG: Final = {
    LifeEvent: "events",
    Document: "documents",
    Authority: "authorities",
    Unit: "units",
    Topic: "topics",
    Scenario: "scenarios",
    CalendarYear: "calendars",
}
_ONE: Final = {
    CalendarRules: "calendar_rules",
    Country: "country",
    Register: "register",
    RetiredNames: "retired",
}
_LISTED: Final = {Fact: "facts", Constraint: "constraints"}


@dataclass
class Gathering:
    """Gather the nouns, file by file; `lost`: the folders of those that did not give all."""

    positions: Positions = field(default_factory=Positions)
    findings: list[Findings] = field(default_factory=list)
    services: dict[str, Written] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    rules: dict[str, tuple[RegionalRules, Node, Findings]] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

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

    def add(self, contents: Contents, folder: str) -> None:
        """Add what one file in a folder gave; it is left as it is, for another catalog."""
        findings = contents.findings.copy()
        self.findings.append(findings)
        if not contents.is_whole:
            self.lost.add(folder)
        for noun, shaped in contents.nouns:
            if shaped is not None:
                self.positions.remember(noun, findings.file, shaped)
            self._noun(noun, contents.node, findings)

    def _noun(self, noun: Any, node: Node | None, findings: Findings) -> None:  # noqa: ANN401
        """Keep one noun where others find it."""
        kind = type(noun)
        if isinstance(noun, Region):
            self.regions[noun.code] = noun
        elif isinstance(noun, Service) and node is not None:
            self.services[noun.slug] = Written(noun, node, findings)
        elif isinstance(noun, RegionalRules) and node is not None:
            self.rules[noun.slug] = noun, node, findings
        elif kind in _ONE:
            self.others[_ONE[kind]] = noun
        elif kind in _LISTED:
            name = _LISTED[kind]
            self.others[name] = (*self.others.get(name, ()), noun)
        else:
            self.others.setdefault(_BY_SLUG[kind], {})[noun.slug] = noun

    def catalog(self, version: str) -> Catalog:
        """Return the catalog of all that was gathered."""
        nothing: dict[str, Any] = {"events": {}, "documents": {}, "authorities": {}, "facts": ()}
        catalog = Catalog(
            **{**nothing, **self.others},
            services={slug: written.service for slug, written in self.services.items()},
            regions=self.regions,
            rules={code: rules for code, (rules, _, _) in self.rules.items()},
            version=version,
        )
        differences = Differences(tuple(self.rules.values()), self.positions)
        return with_variants(catalog, self.services, self.positions, differences.lay_over)
