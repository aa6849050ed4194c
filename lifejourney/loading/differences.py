"""Lay the rules of regions over services: papers under a condition, figures in a view of their own.

Papers decide what is to be done, so that what differs there is a condition on where the person
lives: unknown as long as that is, and then asked for. Figures and words decide nothing; they are
read from the view of the region, once it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from lifejourney.catalog import SELF, Catalog
from lifejourney.errors import Words
from lifejourney.feel import parse_test
from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.nodes import Entries, Node, Scalar
from lifejourney.loading.variants import Written, rebuilt
from lifejourney.vocabulary import (
    AllOf,
    Condition,
    Difference,
    FactTest,
    Not,
    RegionalRules,
    Requirement,
    Service,
)

# What only words and figures say: nothing of it changes who is served, with what, or by whom.
SETTABLE: Final = frozenset(
    (
        *("accommodations", "benefit", "check_result", "complaint", "cost", "deadline", "legal"),
        *("note", "procedure", "processing_time", "proxy", "response_time", "say"),
        *("sent_back_when", "sources", "standard"),
    )
)


@dataclass(frozen=True, slots=True)
class Differences:
    """Hold the rules of regions, each with the mapping of its file and what was found in it."""

    rules: tuple[tuple[RegionalRules, Node, Findings], ...]
    positions: Positions
    # A service that is the same on two days is the same there with the rules of a region.
    _laid: dict[tuple[int, str], tuple[object, Service]] = field(default_factory=dict)

    def _once(self, before: object, way: str, make: Callable[[], Service]) -> Service:
        """Return what is made of something in some way, made the first time it is asked for."""
        key = id(before), way
        if key not in self._laid:  # what it is made of is kept, so that its identity is its own
            self._laid[key] = before, make()
        return self._laid[key][1]

    def lay_over(self, catalog: Catalog, written: Mapping[str, Written]) -> Catalog:
        """Return a catalog with the rules of its regions."""
        if not self.rules:
            return catalog
        views = self._regional(written)
        return replace(
            catalog,
            services=self._with_papers(catalog.services, catalog),
            regional={code: self._with_papers(view, catalog) for code, view in views.items()},
        )

    def _with_papers(self, services: Mapping[str, Service], catalog: Catalog) -> dict[str, Service]:
        """Return the services with the papers that regions ask for on top, or do not ask for."""
        found = dict(services)
        for rules, _, _ in self.rules:
            here = _lives_in(rules.slug, catalog)
            for slug in rules.services:
                if slug in found:
                    make = partial(self._with_rules, found[slug], rules, here)
                    found[slug] = self._once(found[slug], rules.slug, make)
        return found

    def _with_rules(self, before: Service, rules: RegionalRules, here: Condition | None) -> Service:
        """Return a service with the papers of a region, each at its place in the rules."""
        slug = before.slug
        difference = rules.services[slug]
        found = _with_papers(before, difference, here)
        self.positions.follow(found, before)
        for at in range(len(difference.add_requires)):
            own = ("requires", len(before.requires) + at)
            there = ("services", slug, "add_requires", at)
            self.positions.graft(found, own, rules, there)
        return found

    def _regional(self, written: Mapping[str, Written]) -> dict[str, dict[str, Service]]:
        """Return for each region the services whose figures or words differ there."""
        found: dict[str, dict[str, Service]] = {}
        for one, node, findings in self.rules:
            for slug, difference in one.services.items():
                if difference.set and slug in written:
                    make = partial(self._differing, written[slug], one, node, findings)
                    service = self._once(written[slug].node, f"set {one.slug}", make)
                    found.setdefault(one.slug, {})[slug] = service
        return found

    def _differing(
        self, written: Written, rules: RegionalRules, node: Node, findings: Findings
    ) -> Service:
        """Return a service with what is set in a region; as it was where that is no mapping."""
        slug = written.service.slug
        changed = _inner(_inner(_inner(node, "services"), slug), "set")
        if not isinstance(changed, Entries):
            return written.service
        whole = _with_sources(_settable(changed, findings), _inner(node, "sources"))
        here = Findings(written.findings.file, findings.language)
        service = rebuilt(replace(written, findings=here), [whole], self.positions).service
        _report_new(here, written.findings, findings)
        for key, _ in changed.entries:
            there = ("services", slug, "set", key.text)
            self.positions.graft(service, (key.text,), rules, there)
        return service


def _lives_in(code: str, catalog: Catalog) -> Condition | None:
    """Return the condition that the person lives in a region, or in one of a province.

    None where no fact tells where: that is reported once.
    """
    if catalog.fact(SELF, "region") is None:
        return None
    codes = [one for one in catalog.regions if one == code or one.startswith(f"{code}.")]
    test = parse_test(", ".join(f'"{one}"' for one in codes or [code]))
    return FactTest(SELF, "region", test)


def _with_papers(service: Service, difference: Difference, here: Condition | None) -> Service:
    """Return a service with papers more where the condition holds, and papers less."""
    elsewhere = None if here is None else Not(here)
    kept = tuple(
        _only_when(asked, elsewhere) if _asks_for(asked, difference.remove_requires) else asked
        for asked in service.requires
    )
    added = tuple(_only_when(asked, here) for asked in difference.add_requires)
    return replace(service, requires=(*kept, *added))


def _asks_for(asked: Requirement, documents: tuple[str, ...]) -> bool:
    """Tell whether a requirement is one of these documents."""
    return any(way.document in documents for way in asked.any)


def _only_when(asked: Requirement, when: Condition | None) -> Requirement:
    """Return a requirement under one condition more."""
    if when is None:
        return asked
    both = when if asked.when is None else AllOf((asked.when, when))
    return replace(asked, when=both)


def _report_new(found: Findings, before: Findings, here: Findings) -> None:
    """Report in the file of a region what is at fault there, and not in the service itself."""
    for problem in found.problems:
        if problem not in before.problems and problem.where.line is not None:
            spot = (problem.where.line, problem.where.column or 1)
            here.at(problem.code, spot, problem.what, problem.remedy)


def _settable(changed: Entries, findings: Findings) -> Entries:
    """Return what may differ by region; the rest is reported."""
    for key, _ in changed.entries:
        if key.text not in SETTABLE:
            what = Words(
                f"'{key.text}' tidak dapat berbeda menurut daerah",
                f"'{key.text}' cannot differ by region",
            )
            listed = ", ".join(sorted(SETTABLE))
            remedy = Words(
                f"yang dapat: {listed}; untuk surat: add_requires, remove_requires",
                f"what can: {listed}; for papers: add_requires, remove_requires",
            )
            findings.add("not-regional", key, what, remedy)
    kept = tuple(entry for entry in changed.entries if entry[0].text in SETTABLE)
    return replace(changed, entries=kept)


def _with_sources(changed: Entries, sources: Node | None) -> Entries:
    """Return what differs together with the sources of its file."""
    if sources is None or changed.get("sources") is not None:
        return changed
    key = Scalar("sources", sources.line, sources.column)
    return replace(changed, entries=(*changed.entries, (key, sources)))


def _inner(node: Node | None, key: str) -> Node | None:
    """Return the value of a key of a mapping, None if there is none."""
    return node.get(key) if isinstance(node, Entries) else None
