"""Compare a plan with what a scenario expects of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.scenarios.failure import Failure, Json, asked_in, plain, same_name, same_question
from lifejourney.vocabulary import Scenario


class PlanComparison:
    """Compare one answer with one scenario; steps and goals are named `slug@person`."""

    def __init__(self, catalog: Catalog, scenario: Scenario, answer: Json) -> None:
        self.catalog = catalog
        self.scenario = scenario
        self.expect = scenario.expect
        self.answer = answer
        plan = answer["plan"]
        self.steps = [s for s in plan["steps"] if not s.get("follow_up")]
        self.taken = [s for s in self.steps if s["status"] != "blocked"]
        self.possible = [s for s in plan["possible"] if not s.get("follow_up")]

    def failures(self) -> Iterator[Failure]:
        """Yield every expectation that does not hold."""
        yield from self._verdicts()
        yield from self._members()
        yield from self._statuses()
        yield from self._order()
        yield from self._contents()
        yield from self._days()
        yield from self._papers()
        yield from self._sums()
        yield from self._visits()
        yield from self._dates()
        yield from self._following()
        yield from self._finish()
        yield from self._named()
        yield from self._compared()
        yield from self._rivals()
        yield from self._questions()
        if self.scenario.mourning:
            yield from self._joy()

    # Names: `child` means the one child.

    def _names(self, steps: Iterable[Json]) -> list[str]:
        return [_name(step) for step in steps]

    def _has(self, steps: Iterable[Json], name: str) -> bool:
        return any(same_name(name, found) for found in self._names(steps))

    def _find(self, name: str) -> Json | None:
        everything = [*self.steps, *self.possible]
        return next((s for s in everything if self._has([s], name)), None)

    # Expectations.

    def _verdicts(self) -> Iterator[Failure]:
        for name, expected in self.expect.verdicts.items():
            found = [
                v["verdict"]
                for v in self.answer["verdicts"]
                if same_name(name, f"{v['slug']}@{v['person']}")
            ]
            if expected not in found:
                told = found or self._verdicts_elsewhere(name)
                yield Failure(f"verdicts.{name}", expected, ", ".join(told) or "-")

    def _verdicts_elsewhere(self, name: str) -> list[str]:
        """Return what the same goal is for others, where it is not for whom it was expected."""
        slug = name.partition("@")[0]
        verdicts = self.answer["verdicts"]
        return [f"{slug}@{v['person']}: {v['verdict']}" for v in verdicts if v["slug"] == slug]

    def _members(self) -> Iterator[Failure]:
        """Compare which steps are there, and which are not."""
        expect, taken = self.expect, self.taken
        if expect.steps is not None:
            yield from self._exactly("steps", expect.steps, taken)
        for name in expect.with_steps:
            if not self._has(taken, name):
                yield Failure("with_steps", name, self._status(name))
        for name in expect.without_steps:
            if self._has([*self.taken, *self.possible], name):
                yield Failure("without_steps", f"- {name}", self._status(name))

    def _exactly(
        self, label: str, wanted: tuple[str, ...], steps: Iterable[Json]
    ) -> Iterator[Failure]:
        """Compare which steps are missing, and which there are besides."""
        names = self._names(steps)
        missing = [f"- {name}" for name in wanted if not any(same_name(name, n) for n in names)]
        more = [f"+ {name}" for name in names if not any(same_name(n, name) for n in wanted)]
        if missing or more:
            yield Failure(label, f"{len(wanted)}", "; ".join([*missing, *more]))

    def _status(self, name: str) -> str:
        found = self._find(name)
        return "-" if found is None else str(found["status"])

    def _statuses(self) -> Iterator[Failure]:
        expect = self.expect
        wanted = {
            "certain": expect.certain,
            "possible": expect.possible,
            "blocked": expect.blocked,
            "done": expect.done,
        }
        for status, names in wanted.items():
            for name in names:
                if self._status(name) != status:
                    yield Failure(f"{status}.{name}", status, self._status(name))

    def _order(self) -> Iterator[Failure]:
        names = self._names(self.taken)
        for chain in self.expect.order:
            places = [
                next((n for n, found in enumerate(names) if same_name(name, found)), None)
                for name in chain
            ]
            known = [place for place in places if place is not None]
            waves = [self.taken[place]["wave"] for place in known]
            # Each in a later wave than the one before it.
            if len(known) < len(places) or waves != sorted(set(waves)):
                found = [f"{name} {self._wave(name)}" for name in chain]
                yield Failure("order", " < ".join(chain), ", ".join(found))

    def _wave(self, name: str) -> str:
        found = self._find(name)
        return "-" if found is None else f"({found['wave']})"

    def _contents(self) -> Iterator[Failure]:
        """Compare papers asked for and papers made, each as among those found."""
        pairs = (
            ("papers", self.expect.papers, "requires"),
            ("produces", self.expect.produces, "produces"),
        )
        for label, wanted, key in pairs:
            for name, papers in wanted.items():
                step = self._find(name)
                listed = step[key] if step is not None else ()
                found = [f"{one['document']}@{one['of']}" for one in listed]
                for paper in papers:
                    if not any(same_name(paper, one) for one in found):
                        yield Failure(f"{label}.{name}", paper, ", ".join(found) or "-")

    def _days(self) -> Iterator[Failure]:
        for name, day in self.expect.deadlines.items():
            deadline = self._deadline(name)
            # The day to keep to: where the date is not told exactly, the earliest.
            if deadline.get("earliest") != day.isoformat():
                yield Failure(f"deadlines.{name}", day.isoformat(), str(deadline.get("earliest")))
        for name in self.expect.overdue:
            if not self._deadline(name).get("overdue"):
                yield Failure(f"overdue.{name}", "overdue", str(self._deadline(name).get("latest")))
        if self.expect.estimates is not None:
            found = [s for s in self.steps if (s["deadline"] or {}).get("estimate")]
            yield from self._exactly("estimates", self.expect.estimates, found)

    def _papers(self) -> Iterator[Failure]:
        """Compare how many copies of a paper the whole plan takes."""
        listed = self.answer["plan"]["documents"]
        for name, copies in self.expect.copies.items():
            found = [
                paper["copies"]
                for paper in listed
                if any(
                    same_name(name, f"{paper[key]}@{paper['of']}") for key in ("document", "made")
                )
            ]
            if not found or sum(found) != copies:
                yield Failure(f"copies.{name}", str(copies), ", ".join(map(str, found)) or "-")

    def _sums(self) -> Iterator[Failure]:
        """Compare what the plan costs and what it may bring."""
        totals = self.answer["plan"]["totals"]
        for label, wanted in (("fee", self.expect.fee), ("benefit", self.expect.benefit)):
            if wanted is None:
                continue
            found = totals[label]
            for key in ("min", "max", "unknown"):
                expected = getattr(wanted, key)
                if expected not in {None, found[key]}:
                    yield Failure(f"{label}.{key}", str(expected), str(found[key]))
            if wanted.unbounded and found["max"] is not None:
                yield Failure(f"{label}.unbounded", "-", str(found["max"]))

    def _visits(self) -> Iterator[Failure]:
        """Compare which steps are taken on one visit, and that there is no other visit."""
        expected = self.expect.visits
        if expected is None:
            return
        titles = {s["id"]: f"{s['slug']}@{s['person']}" for s in self.answer["plan"]["steps"]}
        found = [[titles[id_] for id_ in v["steps"]] for v in self.answer["plan"]["visits"]]
        left = [list(visit) for visit in expected]
        for visit in found:
            same = (one for one in left if self._same_steps(one, visit))
            if (one := next(same, None)) is not None:
                left.remove(one)
        if left or len(found) != len(expected):
            shown = ["; ".join(", ".join(visit) for visit in one) for one in (expected, found)]
            yield Failure("visits", shown[0] or "-", shown[1] or "-")

    def _same_steps(self, expected: Sequence[str], found: Sequence[str]) -> bool:
        """Tell whether two visits are for the same steps."""
        named = all(any(same_name(name, one) for one in found) for name in expected)
        return named and len(expected) == len(found)

    def _dates(self) -> Iterator[Failure]:
        """Compare when steps begin, what is too late, and what lapses."""
        expect = self.expect
        days: tuple[tuple[str, Mapping[str, Any], str], ...] = (
            ("starts", expect.starts, "start"),
            ("latest_start", expect.latest_start, "latest_start"),
            ("slack", expect.slack, "slack_days"),
            ("next_times", expect.next_times, "next_times"),
            ("changes_on", expect.changes_on, "changes_on"),
        )
        for label, wanted, key in days:
            for name, value in wanted.items():
                found = (self._find(name) or {}).get(key)
                if found != plain(value):
                    yield Failure(f"{label}.{name}", str(plain(value)), str(found))
        for trouble, names in (("infeasible", expect.infeasible), ("closed", expect.closed)):
            if names is not None:
                met = [step for step in self.steps if step["trouble"] == trouble]
                yield from self._exactly(trouble, names, met)
        for name, papers in expect.lapses.items():
            lapses = (self._find(name) or {}).get("lapses", ())
            listed = [f"{one['document']}@{one['of']}" for one in lapses]
            for paper in papers:
                if not any(same_name(paper, one) for one in listed):
                    yield Failure(f"lapses.{name}", paper, ", ".join(listed) or "-")

    def _named(self) -> Iterator[Failure]:
        """Compare by which title and which laws a step is told: both change with the day."""
        told: tuple[tuple[str, Mapping[str, Any], str], ...] = (
            ("titles", self.expect.titles, "title"),
            ("laws", self.expect.laws, "legal"),
        )
        for label, wanted, key in told:
            for name, value in wanted.items():
                found = (self._find(name) or {}).get(key)
                if found != plain(value):
                    yield Failure(f"{label}.{name}", str(plain(value)), str(found))

    def _compared(self) -> Iterator[Failure]:
        """Compare which open choices are set side by side, with which kinds."""
        expected = self.expect.compared
        if expected is None:
            return
        found = {
            f"{one['document']}@{one['of']}": tuple(kind["document"] for kind in one["kinds"])
            for one in self.answer["plan"]["compared"]
        }
        if {name: set(kinds) for name, kinds in expected.items()} != {
            name: set(kinds) for name, kinds in found.items()
        }:
            yield Failure("compared", str(dict(expected)), str(found))

    def _rivals(self) -> Iterator[Failure]:
        """Compare which goals exclude one another, and which of them is marked as the better."""
        expected = self.expect.rivals
        if expected is None:
            return
        found = {
            one["goal"].removeprefix("document:"): "better" if one["better"] else "other"
            for one in self.answer["plan"]["rivals"]
        }
        if dict(expected) != found:
            yield Failure("rivals", str(dict(expected)), str(found))

    def _following(self) -> Iterator[Failure]:
        """Compare by when papers are brought that may follow."""
        later = [step for step in self.answer["plan"]["steps"] if step.get("follow_up")]
        for name, day in self.expect.follows.items():
            found = [step["deadline"]["earliest"] for step in later if self._has([step], name)]
            if day.isoformat() not in found:
                yield Failure(f"follows.{name}", str(day), ", ".join(map(str, found)) or "-")

    def _finish(self) -> Iterator[Failure]:
        """Compare when everything is done, and which steps decide that."""
        expect, totals = self.expect, self.answer["plan"]["totals"]
        for key in ("finish", "finish_latest", "finish_open"):
            value = getattr(expect, key)
            if value is not None and totals[key] != plain(value):
                yield Failure(key, str(plain(value)), str(totals[key]))
        if expect.critical is not None:
            found = [step for step in self.steps if step["critical"]]
            yield from self._exactly("critical", expect.critical, found)

    def _deadline(self, name: str) -> Json:
        step = self._find(name)
        found: Json = (step or {}).get("deadline") or {}
        return found

    def _questions(self) -> Iterator[Failure]:
        asked = list(asked_in(self.answer["questions"]))
        for key in self.expect.asks:
            if not any(same_question(key, one) for one in asked):
                yield Failure("asks", key, ", ".join(asked) or "-")
        for key in self.expect.asks_not:
            if any(same_question(key, one) for one in asked):
                yield Failure("asks_not", f"- {key}", key)

    def _joy(self) -> Iterator[Failure]:
        """Find every trace of what must not be shown to somebody who mourns."""
        joyful = {
            call.target
            for event in self.catalog.events.values()
            for call in event.calls_for
            if call.tone == "joy"
        }
        verdicts = [v for v in self.answer["verdicts"] if v["verdict"] == "applies"]
        for label, found in (
            ("steps", self.steps),
            ("possible", self.possible),
            ("verdicts", verdicts),
        ):
            for one in found:
                if one["slug"] in joyful or one.get("tone") == "joy":
                    yield Failure("mourning", "-", f"{label}: {one['slug']}@{one['person']}")


def _name(step: Json) -> str:
    """Return the name of a step, with which time it is of a service used more than once."""
    _, again, time = step["id"].partition("#")
    return f"{step['slug']}@{step['person']}{again}{time}"
