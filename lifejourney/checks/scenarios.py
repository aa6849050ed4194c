"""Check scenarios: every person, fact, paper and step that they name is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.holdings import fact_names, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.persons import OTHER
from lifejourney.checks.places import Path, Places
from lifejourney.checks.scopes import played_by
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Scenario

_FACT: Final = re.compile(r"([a-z][\w-]*?)(?:\[[1-9][0-9]*\])?\.([\w-]+)")
_BY_STEP: Final = (
    *("verdicts", "papers", "produces", "deadlines", "starts", "latest_start", "slack"),
    *("lapses", "next_times", "changes_on", "follows", "titles", "laws", "rivals"),
)
_NUMBER: Final = re.compile(r"-[0-9]+$|\[[0-9]+\]$")
_STEP: Final = re.compile(r"([\w-]+)(?:@([\w-]+?)(?:-[0-9]+)?)?(?:#[0-9]+)?")
_STEPS: Final = (
    *("steps", "with_steps", "without_steps", "certain", "possible", "blocked", "done"),
    *("overdue", "estimates", "critical", "infeasible", "closed"),
)
# What a question can be about beside facts: `choice:akta-kelahiran@child-1`.
_ASKED: Final = re.compile(r"(?:choice|document|documents|person|persons):")


def check_scenarios(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what scenarios name that is not there on their day."""
    players = _players(catalog)
    for scenario in catalog.scenarios.values():
        check = _Check(catalog.on(scenario.date), places, scenario, players)
        yield from check.request()
        yield from check.expectation()
        yield from check.foresight()


def _players(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """Return for each role the roles that whoever plays it may play too, over all events."""
    found: dict[str, set[str]] = {}
    for event in catalog.events.values():
        for name, declared in event.persons.items():
            played = (played_by(one, event) for one in declared.is_role)
            for role in (*declared.may_be, *declared.also, *played):
                found.setdefault(role, set()).add(name)
    return {role: frozenset(names) for role, names in found.items()}


@dataclass(frozen=True)
class _Check:
    """Check one scenario; `players`: who else may play a role."""

    catalog: Catalog
    places: Places
    scenario: Scenario
    players: Mapping[str, frozenset[str]]

    def request(self) -> Iterator[Problem]:
        """Check what the person says."""
        scenario = self.scenario
        for at, event in enumerate(scenario.events):
            if event not in self.catalog.events:
                where = self.places(scenario, ("events", at))
                yield unknown("event", event, self.catalog.events, where)
        for name, value in scenario.answers.items():
            yield from self._fact(name, ("answers", name, "[key]"))
            yield from self._value(name, value)
        for role, value in scenario.persons.items():
            yield from self._role(role, ("persons", role, "[key]"))
            if not value.isdecimal() and value != OTHER:
                yield from self._role(value, ("persons", role))
        yield from self._each(("declined",), scenario.declined, self._anything)
        yield from self._each(("done",), scenario.done, self._step)
        for key in ("held", "lacking", "wanted"):
            yield from self._each((key,), getattr(scenario, key), self._document)
        for name in scenario.valid_until:
            if name not in scenario.held:
                what = Words(f"'{name}' tidak ada dalam 'held'", f"'{name}' is not in 'held'")
                remedy = Words("tulis juga di 'held', atau hapus", "add it to 'held', or remove it")
                where = self.places(scenario, ("valid_until", name, "[key]"))
                yield Problem("not-held", where, what, remedy)

    def expectation(self) -> Iterator[Problem]:
        """Check what the advice must be."""
        expect = self.scenario.expect
        for key in _STEPS:
            yield from self._each(("expect", key), getattr(expect, key) or (), self._step)
        for row, names in enumerate(expect.order):
            yield from self._each(("expect", "order", row), names, self._step)
        for key in _BY_STEP:
            for step in getattr(expect, key) or ():
                yield from self._step(step, ("expect", key, step, "[key]"))
        for key in ("papers", "produces", "lapses"):
            for step, names in getattr(expect, key).items():
                yield from self._each(("expect", key, step), names, self._paper)
        for name in expect.copies:
            yield from self._paper(name, ("expect", "copies", name, "[key]"))
        for key in ("asks", "asks_not"):
            yield from self._each(("expect", key), getattr(expect, key), self._anything)

    def foresight(self) -> Iterator[Problem]:
        """Check what must fall due; without events nothing else can be expected."""
        expect, scenario = self.scenario.upcoming, self.scenario
        if expect is None:
            if not scenario.events:
                what = Words("skenario ini tanpa peristiwa", "this scenario names no event")
                remedy = Words("isi 'events', atau tulis 'upcoming'", "fill 'events' or 'upcoming'")
                where = self.places(scenario, ("events",))
                yield Problem("missing-component", where, what, remedy)
            return
        for name in expect.due:
            yield from self._falling_due(name, ("upcoming", "due", name, "[key]"))
        for key in ("perhaps", "not_due"):
            yield from self._each(("upcoming", key), getattr(expect, key), self._falling_due)
        for key in ("asks", "asks_not"):
            yield from self._each(("upcoming", key), getattr(expect, key), self._anything)

    def _falling_due(self, name: str, path: Path) -> Iterator[Problem]:
        """Check `slug@person` of a service, a document or an event."""
        return self._of_somebody(name, path, ("service", "document", "event"))

    def _each(
        self, path: Path, names: tuple[str, ...], check: Callable[[str, Path], Iterator[Problem]]
    ) -> Iterator[Problem]:
        """Check each name of a list."""
        for at, name in enumerate(names):
            yield from check(name, (*path, at))

    def _role(self, person: str, path: Path) -> Iterator[Problem]:
        """Report a person whom no event declares."""
        if not self._played(person):
            bare = _NUMBER.sub("", person)
            yield unknown_role(bare, self.catalog, self.places(self.scenario, path))

    def _played(self, person: str) -> tuple[str, ...]:
        """Return the roles of a person: `child-2` a child, `family-death` the family of a death.

        Who may also play another role is asked the facts of both.
        """
        role = _NUMBER.sub("", person)
        base, _, event = role.partition("-")
        if base in self.catalog.groups and event in self.catalog.events:
            role = base
        if role not in self.catalog.roles:
            return ()
        return (role, *sorted(self.players.get(role, frozenset()) - {role}))

    def _fact(self, name: str, path: Path) -> Iterator[Problem]:
        """Report a fact that is none."""
        found = _FACT.fullmatch(name)
        if found is None:
            what = Words(f"'{name}' bukan peran.fakta", f"'{name}' is no role.fact")
            remedy = Words(
                "contoh: child.condition, atau child[2].condition",
                "for example child.condition, or child[2].condition",
            )
            yield Problem("bad-fact-name", self.places(self.scenario, path), what, remedy)
            return
        person, fact = found.groups()
        roles = self._played(person)
        if not roles:
            yield from self._role(person, path)
        elif all(fact_type(self.catalog, role, fact) is None for role in roles):
            known = {one for role in roles for one in fact_names(self.catalog, role)}
            choices = {f"{person}.{one}" for one in known}
            where = self.places(self.scenario, path)
            yield unknown("fact", f"{person}.{fact}", choices, where)

    def _value(self, name: str, value: str) -> Iterator[Problem]:
        """Report an answer that is no option of its fact."""
        found = _FACT.fullmatch(name)
        roles = self._played(found[1]) if found else ()
        facts = [
            fact
            for role in roles
            if (fact := self.catalog.fact(role, name.rsplit(".", maxsplit=1)[-1]))
        ]
        options = {option for fact in facts for option in fact.options}
        if facts and all(fact.type == "choice" for fact in facts) and value not in options:
            where = self.places(self.scenario, ("answers", name))
            yield unknown("option", value, options, where)

    def _named(self, name: str, path: Path, kinds: tuple[str, ...]) -> Iterator[Problem]:
        """Report a `slug@person` of which slug or person is not there."""
        found = _STEP.fullmatch(name)
        slug, role = found.groups() if found else (name, None)
        bearers = {
            "service": self.catalog.services,
            "document": self.catalog.documents,
            "event": self.catalog.events,
        }
        known = {one for kind in kinds for one in bearers[kind]}
        if slug not in known:
            yield unknown(kinds[0], slug, known, self.places(self.scenario, path))
        elif role is not None:
            yield from self._role(role, path)

    def _of_somebody(self, name: str, path: Path, kinds: tuple[str, ...]) -> Iterator[Problem]:
        """Report a name without a person as well: it would be compared with nothing."""
        yield from self._named(name, path, kinds)
        if "@" not in name:
            what = Words(f"'{name}' tidak menyebut siapa", f"'{name}' does not say whose")
            remedy = Words(
                f"tulis {name}@orang, contoh: {name}@child", f"write {name}@person: {name}@child"
            )
            yield Problem("whose", self.places(self.scenario, path), what, remedy)

    def _document(self, name: str, path: Path) -> Iterator[Problem]:
        """Check `document@person`; whose it is may be left to the door."""
        return self._named(name, path, ("document",))

    def _paper(self, name: str, path: Path) -> Iterator[Problem]:
        """Check `document@person` in what must come out."""
        return self._of_somebody(name, path, ("document",))

    def _step(self, name: str, path: Path) -> Iterator[Problem]:
        """Check `service@person`, or a goal `document@person`."""
        return self._of_somebody(name.removeprefix("document:"), path, ("service", "document"))

    def _anything(self, name: str, path: Path) -> Iterator[Problem]:
        """Check what a question is about: a fact, a paper, a choice or a person."""
        bare = _ASKED.sub("", name)
        if "." in bare:
            return self._fact(bare, path)
        if "@" in bare:
            return self._document(bare, path)
        return self._role(bare, path)
