"""Put the advice together from the outlooks of every way in which who-is-who may be.

The first world is the likeliest: its plan is shown. What another world does differently is
possible, and depends on who is who.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from lifejourney.advice.apart import in_time, is_due
from lifejourney.advice.asking import Asking
from lifejourney.advice.assuming import assumed
from lifejourney.advice.blocked import Blocking
from lifejourney.advice.dates import claim_by, due_date, last_claim, once, supplied_by
from lifejourney.advice.model import (
    Advice,
    BlockedGoal,
    Branch,
    FollowUp,
    PlannedStep,
    Status,
    Verdict,
)
from lifejourney.advice.otherwise import with_others
from lifejourney.advice.preparing import prepared
from lifejourney.advice.questions import Gathering
from lifejourney.advice.reasons import step_reasons, verdict_reasons
from lifejourney.advice.shown import renewed, standing_alone
from lifejourney.advice.timetable import begin_by, timetable
from lifejourney.advice.trips import with_visits
from lifejourney.advice.world import World
from lifejourney.catalog import Catalog
from lifejourney.planning import Asked, Plan, Step, step_id
from lifejourney.planning.plan import Part
from lifejourney.situation import fact_id
from lifejourney.vocabulary.due import Kind

KINDS: tuple[Kind, ...] = ("duty", "right", "advice")


@dataclass(frozen=True, slots=True)
class Said:
    """Hold what was said and stands in no world.

    `unused` and `set_aside`: answers, as in the advice. `before`: the earlier times of steps that
    are taken more than once, done.
    """

    unused: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()
    before: tuple[PlannedStep, ...] = ()


NOTHING: Final = Said()


class _Building:
    """Build one advice."""

    def __init__(self, catalog: Catalog, worlds: Sequence[World], lang: str, said: Said) -> None:
        self.catalog = catalog
        self.main = worlds[0]
        self.worlds = worlds
        self.lang = lang
        self.said = said
        self.identities = tuple(f"persons:{role}" for role in worlds[0].supposed)
        self.bounded = bool(self.identities) and len(worlds) == 1

    def build(self) -> Advice:
        plan = in_time(self.main.outlook.plan, self._dated)
        sure = {n for n in self.main.outlook.shown if self.main.step_key(n) in self._sure}
        shown = standing_alone(plan, self.main.outlook.shown, sure)
        steps = self._timed(self._steps(self.main, plan, shown))
        possible = self._possible({step.id for step in steps})
        blocking = Blocking(self.worlds, plan, self.identities, self._unspoken)
        blocked, open_blocked = blocking.shown, blocking.beside
        gathering = Gathering(self.worlds, steps, (*steps, *possible))
        page, later = Asking(self.main, gathering.questions).in_order()
        return Advice(
            self.main.ground.catalog,
            self.main.situation,
            self.lang,
            tuple(self._verdict(number) for number in range(len(self.main.ground.goals))),
            steps,
            blocked,
            possible,
            open_blocked,
            self._alternatives(possible, open_blocked),
            page,
            later,
            self._at_most(gathering),
            assumed(self.worlds, self.identities),
            self._branches({step.id for step in steps}),
            self.said.unused,
            self.said.set_aside,
        )

    # Verdicts.

    def _verdict(self, number: int) -> Verdict:
        goal = self.main.ground.goals[number]
        key = self.main.goal_key(goal)
        statuses = {world.verdicts.get(key, "never") for world in self.worlds}
        if self.bounded and self.main.touches(goal) and not self.main.is_refuted(goal):
            statuses.add("possible")
        standing = self.main.outlook.called_for(number)
        missing = self.main.ids(standing.depends_on)
        if statuses == {"certain"}:
            reasons = verdict_reasons(self.main, number, sure=True)
            return Verdict(goal.event, goal.call, goal.member, "applies", reasons=reasons)
        if statuses == {"never"}:
            reasons = verdict_reasons(self.main, number, sure=False)
            return Verdict(goal.event, goal.call, goal.member, "does_not_apply", reasons=reasons)
        missing = missing if len(statuses) == 1 else (*self.identities, *missing)
        reasons = verdict_reasons(self.main, number, sure=None)
        return Verdict(goal.event, goal.call, goal.member, "unknown", missing, reasons)

    # Steps.

    @cached_property
    def _sure(self) -> frozenset[tuple[str, str]]:
        sure = frozenset.intersection(*(world.sure_steps for world in self.worlds))
        some = frozenset[tuple[str, str]]().union(*(world.sure_steps for world in self.worlds))
        sure |= {step for step in some - sure if self._is_needed(step)}
        touched = self.main.touched if self.bounded else ()
        return sure - {self.main.step_key(number) for number in touched}

    def _is_needed(self, step: tuple[str, str]) -> bool:
        """Tell whether a goal is reached with a step alone, in every world that can reach it.

        A goal that the likeliest one can reach: what is blocked there makes no step of it certain.
        """
        needing = frozenset.intersection(*(world.needing(step) for world in self.worlds))
        return bool(needing - self.main.hopeless)

    def steps(self, plan: Plan) -> tuple[PlannedStep, ...]:
        """Return every step of a plan in the likeliest world."""
        return self._dated(in_time(plan, self._dated))

    def _dated(self, plan: Plan) -> tuple[PlannedStep, ...]:
        return self._timed(self._steps(self.main, plan, plan.steps))

    def _steps(
        self, world: World, plan: Plan, steps: Iterable[Step], known: Collection[str] = ()
    ) -> tuple[PlannedStep, ...]:
        """Return steps as they are planned, without those `known` to which nothing is added."""
        chosen = list(steps)
        parts = {step.part: step for step in chosen}
        planned = [
            self._planned(world, plan, renewed(step, chosen, world.ground), parts)
            for step in chosen
            if step.id not in known or _can_be_followed(step)
        ]
        later = once(one for step in planned for one in self._follow_ups(world, step, parts))
        return tuple(sorted([*planned, *later], key=lambda s: (s.wave, KINDS.index(s.kind))))

    def _timed(self, steps: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
        """Give the shown steps their dates; of equal ones, first what must be begun first."""
        timed = timetable(self.catalog, self.main.situation, (*self.said.before, *steps))

        def first(step: PlannedStep) -> tuple[int, int, date, date]:
            return step.wave, KINDS.index(step.kind), last_claim(step), begin_by(step)

        # What can be done at the same time: duties first, then what lapses or must begin first.
        # Sorting is stable, codes stay in order.
        return tuple(sorted(timed, key=first))

    def _planned(
        self, world: World, plan: Plan, step: Step, parts: Mapping[Part, Step]
    ) -> PlannedStep:
        number = step.instance.number
        standing = world.outlook.step(number)
        depends = world.ids(self._first_deciders(world, number, standing.depends_on))
        status: Status = "certain"
        if step.done:
            status = "done"
        elif (key := world.step_key(number)) not in self._sure:
            status = "possible"
            everywhere = {one.standings.get(key, "never") for one in self.worlds}
            if len(everywhere) > 1 or standing.status == "certain":
                depends = tuple(dict.fromkeys((*depends, *self.identities)))
        goals = [world.ground.goals[n].call for n in step.goals]
        due = due_date(self.catalog, world.situation, step.instance, world.may_apply)
        return PlannedStep(
            step.id,
            step.instance.service,
            step.instance.member,
            status,
            min((call.kind for call in goals), key=KINDS.index, default="advice"),
            step.wave,
            tuple(parts[part].id for part in step.after if part in parts),
            step.asks,
            tuple(self._ask_step(world, ask) for ask in step.asks),
            step.makes,
            step_reasons(world, plan, step),
            depends,
            due if is_due(world, due, step) else None,
            step=step,
            joyful=bool(goals) and all(call.tone == "joy" for call in goals),
            claim_by=claim_by(self.catalog, world.situation, step.instance),
        )

    def _first_deciders(
        self, world: World, instance: int, depends_on: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Put the unknowns first that could alone bring a step in or take it out."""
        if world is not self.main or not depends_on:
            return depends_on
        variations, outlook = world.outlook.variations, world.outlook
        first = variations.deciding(instance)
        if not first and instance not in outlook.shown:
            first = variations.nearest(outlook.chosen.steps[instance], outlook)
        return tuple(dict.fromkeys((*(u for u in first if u in depends_on), *depends_on)))

    def _ask_step(self, world: World, ask: Asked) -> str | None:
        if ask.step is None:
            return None
        return step_id(world.ground.instances[ask.step[0]], ask.step)

    def _follow_ups(
        self, world: World, planned: PlannedStep, parts: Mapping[Part, Step]
    ) -> Iterable[PlannedStep]:
        """Add for each paper that may follow a step that brings it, after both."""
        for ask in planned.asks:
            later = ask.need.requirement.supplied_later
            if later is None or ask.step is None or ask.step not in parts:
                continue
            calendar = self.catalog.calendar_of(planned.service.authority)
            by = supplied_by(calendar, world.situation, planned.member, later)
            maker = parts[ask.step]
            yield PlannedStep(
                f"{planned.id}+{ask.paper[0]}@{ask.paper[1]}",
                planned.service,
                planned.member,
                planned.status,
                planned.kind,
                1 + max(planned.wave, maker.wave),
                tuple(dict.fromkeys((planned.id, maker.id))),
                (ask,),
                (maker.id,),
                (),
                planned.reasons,
                planned.depends_on,
                follow_up=FollowUp(planned.id, ask, *by),
                joyful=planned.joyful,
            )

    def _possible(self, shown: set[str]) -> tuple[PlannedStep, ...]:
        """Return the steps that some completion takes and the shown plan does not."""
        found: dict[str, PlannedStep] = {}
        for world in self.worlds:
            branches = [plan for _, _, plan in world.outlook.branches]
            for plan in (*branches, world.outlook.plan, *world.outlook.beside):
                known = shown | found.keys()
                if all(step.id in known for step in plan.steps):
                    continue
                for step in self._steps(world, plan, plan.steps, known):
                    new = step.id not in known and step.id not in found
                    if new and step.status != "done" and not self._unspoken & set(step.depends_on):
                        found[step.id] = self._as_possible(world, step, found)
        order = sorted(
            found.values(), key=lambda s: (s.wave, KINDS.index(s.kind), s.service.code, s.id)
        )
        return tuple(order)

    @cached_property
    def _unspoken(self) -> frozenset[str]:
        """Return the grave questions that the person declined: nothing is said under them."""
        layout = self.main.outlook.layout
        return frozenset(
            self.main.ids((number,))[0]
            for number, unknown in enumerate(layout.unknowns)
            if unknown.never_assumed and fact_id(*unknown.key) in layout.situation.declined
        )

    def _as_possible(
        self, world: World, step: PlannedStep, beside: Mapping[str, PlannedStep]
    ) -> PlannedStep:
        """Name what decides a step beside the plan: it may be certain once its goal is reached."""
        who = () if step.step is None else world.unlike(self.main, step.step.instance.id)
        if who:
            others = filter(self.main.may_ask, step.depends_on)
            return replace(step, status="possible", depends_on=(*who, *others))
        if step.status == "possible" and step.depends_on:
            return step
        depends = step.depends_on or self.identities
        if step.step is not None and not depends:
            taken = world.outlook.chosen.steps[step.step.instance.number]
            depends = world.ids(world.outlook.depends_on(taken))
        earlier = (beside[id_].depends_on for id_ in step.after if id_ in beside)
        return replace(step, status="possible", depends_on=depends or next(earlier, ()))

    def _branches(self, shown: AbstractSet[str]) -> tuple[Branch, ...]:
        """Return the further steps, in order, under each answer to the gravest open question."""
        outlook = self.main.outlook
        found: list[Branch] = []
        for number, value, plan in outlook.branches:
            unknown = outlook.layout.unknowns[number]
            steps = tuple(
                step.id for step in self._steps(self.main, plan, plan.steps) if step.id not in shown
            )
            (id_,) = self.main.ids((number,))
            if id_ in self._unspoken:
                continue
            key = (unknown.key[0], unknown.key[1])
            found.append(Branch(id_, unknown.values[value], key, steps))
        return tuple(found)

    def _alternatives(
        self, possible: tuple[PlannedStep, ...], blocked: tuple[BlockedGoal, ...]
    ) -> Mapping[str, tuple[str, ...]]:
        """Return the possible steps, each under the unknowns that could alone bring it in."""
        found: dict[str, list[str]] = {}
        waiting = [(step.id, self._deciders(step)) for step in possible]
        waiting += [(goal.id, goal.depends_on[:1]) for goal in blocked]
        for id_, deciders in waiting:
            for unknown in deciders:
                found.setdefault(unknown, []).append(id_)
        return {unknown: tuple(steps) for unknown, steps in found.items()}

    def _deciders(self, step: PlannedStep) -> tuple[str, ...]:
        if step.step is not None and step.step.instance in self.main.ground.instances:
            alone = self.main.outlook.variations.deciding(step.step.instance.number)
            if alone:
                return self.main.ids(alone)
        return step.depends_on[:1]

    # What is open, and what is supposed of it.

    def _at_most(self, here: Gathering) -> int:
        """Return how many questions there can still be, whoever turns out to be who."""
        others = self.worlds[1:] if here.questions else ()
        elsewhere = (Gathering((world,), (), ()).at_most() for world in others)
        return max([here.at_most(), *elsewhere])


def _can_be_followed(step: Step) -> bool:
    """Tell whether a paper that a step asks for may be brought later."""
    return any(ask.need.requirement.supplied_later is not None for ask in step.asks)


def advise_in(
    catalog: Catalog,
    worlds: Sequence[World],
    lang: str,
    said: Said = NOTHING,
) -> Advice:
    """Build the advice from the worlds, the likeliest first; `catalog` knows every change."""
    building = _Building(catalog, worlds, lang, said)
    advice = building.build()

    def arranged(plan: Plan) -> Advice:
        return _arranged(replace(advice, steps=building.steps(plan)))

    return with_others(_arranged(advice), worlds[0].outlook, arranged)


def _arranged(advice: Advice) -> Advice:
    """Return the advice with all that is reckoned from its steps."""
    return with_visits(prepared(advice))
