"""Advise one person: from what is known to verdicts, plan and questions.

The only place where the stages meet; none of them calls its neighbour.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from lifejourney.advice import (
    Advice,
    Explanation,
    PlannedStep,
    Said,
    Upcoming,
    advise_in,
    explain_in,
    no_plan,
    upcoming_in,
)
from lifejourney.advice.apart import over, taken_before
from lifejourney.advice.going import FewestVisits
from lifejourney.advice.world import World
from lifejourney.answers import Outlook, Request
from lifejourney.answers.identities import differ, may_exist, may_play, meant_by
from lifejourney.answers.situating import place, situate
from lifejourney.catalog import SELF, Catalog
from lifejourney.explanation import present
from lifejourney.planning import AGAIN, Compiled, Layout, build_ground, look_ahead
from lifejourney.planning.nodes import Paper
from lifejourney.planning.objectives import LeastFees, Objective
from lifejourney.program import FactAtom
from lifejourney.situation import (
    OTHER,
    Cast,
    Identity,
    Situation,
    build_cast,
    open_identities,
)
from lifejourney.vocabulary import FactTest, leaves

KEPT = 64
"""Compiled casts and first advices that are kept; they hold numbers of people, never answers."""

MOST = 110
"""Unknowns up to which all completions are held; no event alone has more in the catalog."""


class Advisor:
    """Advise by one catalog; share it between threads and requests."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._compiled: OrderedDict[object, Compiled] = OrderedDict()
        self._first: OrderedDict[object, Advice] = OrderedDict()

    def advise(self, request: Request) -> Advice:
        """Return the advice for a request."""
        if request.tells_nothing:
            return self._advise_first(request)
        told, before = self._before(request)
        return self._advise(told, self._that_differ(told, self._worlds(told)), before)

    def _advise_first(self, request: Request) -> Advice:
        """Return the advice before any answer: the same for everybody, and the dearest of all."""
        key = (request.events, request.day, request.lang, request.prefer, request.channel)
        advice = self._first.get(key)
        if advice is None:
            advice = self._first[key] = self._advise(request, self._worlds(request))
            while len(self._first) > KEPT:
                self._first.popitem(last=False)
        return advice

    def explain(self, request: Request, service: str, person: str | None = None) -> Explanation:
        """Return why a service is in the plan for a request or not, and what would change it.

        `service` is a slug of the catalog of that day; `person` a role or member, None for each
        whom it could be for.
        """
        told, before = self._before(request)
        worlds = self._worlds(told)
        advice = self._advise(told, worlds, before)
        member = None if person is None else place(worlds[0].cast, person) or person
        return explain_in(advice, worlds, worlds[0].ground.catalog.services[service], member)

    def upcoming(self, outlook: Outlook) -> Upcoming:
        """Return what falls due in the months ahead, with the plan for the events chosen."""
        request = outlook.request
        if outlook.chosen:
            advice = self.advise(request)
        else:
            catalog = self._there(request).on(request.day)
            cast = build_cast(catalog, request.events, _with_derived(catalog, request))
            advice = no_plan(catalog, situate(request, cast), request.lang)
        return upcoming_in(advice, outlook.chosen, outlook.months)

    def _there(self, request: Request) -> Catalog:
        """Return the catalog as it reads where the person lives."""
        region = request.facts.get((SELF, "region"), "")
        return self.catalog.at(region) if isinstance(region, str) else self.catalog

    def _worlds(self, request: Request) -> list[World]:
        """Return every way in which who-is-who may be, the likeliest first."""
        catalog = self._there(request).on(request.day)
        said = _with_derived(catalog, request)
        open_ = _open(catalog, request, said)
        worlds: list[World] = []
        shapes: dict[object, None] = {}
        for choice in product(*(one.may_be for one in open_)):
            chosen = dict(zip((one.role for one in open_), choice, strict=True))
            told = {role: who for role, who in chosen.items() if who != OTHER}
            # Who can be one alone is not supposed to be that one.
            supposed = {one.role: chosen[one.role] for one in open_ if len(one.may_be) > 1}
            cast = build_cast(catalog, request.events, {**said, **told})
            known = len(shapes)
            shapes.setdefault(_shape(cast))
            if len(shapes) > known and not (worlds and worlds[0].is_large):
                worlds.append(self._world(catalog, request, cast, supposed, open_))
        if len(shapes) == 1:
            worlds = [replace(worlds[0], supposed={})]
        return worlds

    def _that_differ(self, request: Request, worlds: list[World]) -> list[World]:
        """Return one world alone where it changes nothing any more who is who.

        Looked at once nothing else is left to ask: before that, who is who is the first question.
        """
        if len(worlds) == 1 or any(world.outlook.relevant for world in worlds):
            return worlds
        there = self._there(request)
        alone = [replace(world, supposed={}) for world in worlds]
        told = [present(advise_in(there, [one], request.lang, Said())) for one in alone]
        # That somebody is somebody else counts as said in a world of its own.
        if any({**one, "said": []} != {**told[0], "said": []} for one in told):
            return worlds
        nobody = min(worlds, key=lambda one: sum(who != OTHER for who in one.supposed.values()))
        return [replace(nobody, supposed={})]

    def _before(self, request: Request) -> tuple[Request, tuple[PlannedStep, ...]]:
        """Return the steps done at an earlier time, and the request with what they made at hand.

        Which results such a step is for is told by the plans without it.
        """
        times = [id_ for id_ in request.done if AGAIN in id_]
        if not times:
            return request, ()
        whole = tuple(id_ for id_ in request.done if AGAIN not in id_)
        # Undone first: there the step is taken for what it was taken for when it was shown.
        plans = [self.advise(replace(request, done=done)) for done in dict.fromkeys(((), whole))]
        found = (taken_before(plans, id_) for id_ in times)
        before = tuple(over(step) for step in found if step is not None)
        made = {paper: True for step in before for paper in step.makes}
        return replace(request, papers={**request.papers, **made}), before

    def _advise(
        self, request: Request, worlds: list[World], before: tuple[PlannedStep, ...] = ()
    ) -> Advice:
        said = Said(_unused(request, worlds, before), _set_aside(request, worlds[0]), before)
        advice = advise_in(self._there(request), worlds, request.lang, said)
        return replace(advice, ignored=request.ignored)

    def _world(
        self,
        catalog: Catalog,
        request: Request,
        cast: Cast,
        supposed: Mapping[str, str],
        open_: list[Identity],
    ) -> World:
        situation = situate(request, cast)
        wanted = tuple(sorted(w for w in situation.wanted if w[0] in catalog.documents))
        compiled = self._compile(catalog, cast, wanted)
        layout = Layout(compiled, situation, objective=_objective(request, compiled, situation))
        outlook = look_ahead(layout, MOST)
        options = {one.role: one.may_be for one in open_}
        return World(outlook, supposed, options, frozenset(o.role for o in open_ if not o.sure))

    def _compile(self, catalog: Catalog, cast: Cast, wanted: tuple[Paper, ...]) -> Compiled:
        key = (catalog.version, catalog.since, catalog.region, _shape(cast), wanted)
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = Compiled(build_ground(catalog, cast, wanted))
            while len(self._compiled) > KEPT:
                self._compiled.popitem(last=False)
        return compiled


def _objective(request: Request, compiled: Compiled, situation: Situation) -> Objective | None:
    """Return what the person prefers beside the earliest finish, if there is a choice at all."""
    if not compiled.competing.pairs or request.prefer == "fastest":
        return None
    if request.prefer == "cheapest":
        return LeastFees()
    return FewestVisits(compiled.ground.catalog, situation)


def _shape(cast: Cast) -> object:
    members = tuple(cast.members.values())
    parts = tuple((role, found) for role, found in cast.parts.items())
    return cast.events, members, repr(parts), tuple(sorted(cast.counts.items(), key=repr))


def _with_derived(catalog: Catalog, request: Request) -> dict[str, int | str]:
    """Return who is said to be who, and who must be by what was answered."""
    cast = build_cast(catalog, request.events, request.persons)
    derived = meant_by(catalog, situate(request, cast), request.persons)
    return {**request.persons, **derived}


def _open(catalog: Catalog, request: Request, said: Mapping[str, int | str]) -> list[Identity]:
    """Return who is still to be told, without those whom the answers rule out."""
    cast = build_cast(catalog, request.events, said)
    situation = situate(request, cast)
    players = may_play(catalog, situation)
    open_ = open_identities(catalog, request.events, said)
    exist = may_exist(catalog, situation, [one.role for one in open_])
    found: list[Identity] = []
    for one in open_:
        if exist[one.role] is False:
            continue
        out = {
            role
            for role in one.may_be
            if (members := [p.member for p in cast.parts.get(role, ())])
            and all(
                players[one.role].get(member) is False or differ(request, one.role, member)
                for member in members
            )
        }
        # Where nobody is left the answers contradict each other: they are taken as they were said.
        may_be = tuple(r for r in one.may_be if r not in out) or one.may_be
        found.append(Identity(one.role, may_be, sure=exist[one.role] is True))
    return found


def _unused(
    request: Request, worlds: list[World], before: tuple[PlannedStep, ...]
) -> tuple[str, ...]:
    """Return the answers, papers, wishes and earlier steps on which no advice could depend."""
    used: set[tuple[str, str]] = set()
    for world in worlds:
        compiled = world.outlook.layout.compiled
        used |= {
            (atom.member, atom.name)
            for atom in compiled.open_atoms.values()
            if isinstance(atom, FactAtom)
        }
        used |= world.ground.papers.keys()
        used |= world.counted_facts
        used |= _eased(world)
    found = [
        f"answers.{who}.{fact}"
        for who, fact in request.facts
        if all((place(w.cast, who), fact) not in used for w in worlds)
    ]
    found += [
        f"documents.{document}@{who}"
        for document, who in request.papers
        if all((document, place(w.cast, who)) not in used for w in worlds)
    ]
    found += [
        f"wanted.{thing}@{who}"
        for thing, who in request.wanted
        if not any(_brings(w, (thing, place(w.cast, who) or who)) for w in worlds)
    ]
    known = {step.id for step in before}
    known |= {instance.id for world in worlds for instance in world.ground.instances}
    # What is brought later belongs to the step that it follows.
    found += [f"done.{id_}" for id_ in request.done if id_.partition("+")[0] not in known]
    return tuple(sorted(found))


def _brings(world: World, wanted: tuple[str, str]) -> bool:
    """Tell whether a result that is wanted stands in some plan, at hand, used or blocked."""
    outlook, ground = world.outlook, world.ground
    some, chosen = outlook.given.column.some, outlook.chosen
    if world.situation.papers.get(wanted):
        return True
    if any(wanted in ground.kinds[general] for general in outlook.given.settled):
        return True
    made = (ground.makings[number].paper for number, who in chosen.makes.items() if some(who))
    used = (
        ground.needs[number].ways[way].paper
        for number, ways in chosen.found.way.items()
        for way, who in ways.items()
        if some(who)
    )
    taken = (ground.instances[number] for number, who in chosen.steps.items() if some(who))
    return wanted in {*made, *used, *((one.service.slug, one.member) for one in taken)}


def _eased(world: World) -> set[tuple[str, str]]:
    """Return the facts by which it is told who may ask for special treatment."""
    events = (world.ground.catalog.events[slug] for slug in world.cast.events)
    tested = (leaves(one.when) for event in events for one in event.special_treatment)
    return {(x.role, x.name) for some in tested for x in some if isinstance(x, FactTest)}


def _set_aside(request: Request, world: World) -> tuple[tuple[str, str], ...]:
    """Return the answers that do not apply by what else was answered, and by which answer."""
    grounder, trace = world.outlook.layout.compiled.grounder, world.trace
    found: list[tuple[str, str]] = []
    for who, fact in request.facts:
        member = place(world.cast, who)
        if member is None:
            found.append((f"{who}.{fact}", ""))
            continue
        exists, applies = grounder.exists(member), grounder.applies(member, fact)
        formula = grounder.formulas.all_of([exists, applies])
        if trace.value(formula) is False:
            deciding = [a for a in trace.deciding(formula) if isinstance(a, FactAtom)]
            by = f"{deciding[0].member}.{deciding[0].name}" if deciding else ""
            found.append((f"{member}.{fact}", by))
    return tuple(sorted(found))
