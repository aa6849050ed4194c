"""Find questions of which no answer ever changes anything."""

from collections.abc import Iterator
from typing import Final

from lifejourney.advice.world import World
from lifejourney.catalog import GENERIC, Catalog
from lifejourney.checks import Places
from lifejourney.checks.scopes import conditions, expand
from lifejourney.errors import Problem, Words
from lifejourney.lanes.completions import Node
from lifejourney.planning import Layout, Outlook
from lifejourney.program import FactAtom
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import ALWAYS, Fact, FactTest, leaves

Key = tuple[str, str]
FEW: Final = 3
"""Options from which on some that are alike are worth a word."""
_UNUSED: Final = Words(
    "hapus, atau pakai dalam syarat layanan atau peristiwa",
    "remove it, or use it in a condition of a service or an event",
)


def matters(world: World) -> frozenset[int]:
    """Return the unknowns of which another value changes the advice in some completion.

    Where declared constraints let none change alone, those that change together count.
    """
    outlook = world.outlook
    bound = frozenset(outlook.diagram.depends_on(outlook.given.column.all))
    found = set(outlook.relevant)
    for mask in _masks(outlook):
        together = bound & set(outlook.diagram.depends_on(mask)) - found
        if together and _can_change(outlook, mask, bound):
            found |= together
    return frozenset(found)


def _masks(outlook: Outlook) -> Iterator[Node]:
    chosen = outlook.chosen
    yield from outlook.asked
    yield from chosen.goals
    yield from chosen.steps.values()
    yield from chosen.makes.values()
    yield from chosen.edges.values()


def _listed(world: World) -> set[str]:
    """Return the papers that some step shows: at hand or from elsewhere, the list says which."""
    ground, chosen = world.ground, world.outlook.chosen
    some = world.outlook.given.column.some
    found: set[str] = set()
    for instance, who in chosen.steps.items():
        for need in ground.needs_of(ground.instances[instance]):
            for way, mask in chosen.found.way.get(need.number, {}).items():
                if some(mask & who):
                    paper = need.ways[way].paper
                    found |= {kind for kind, _ in ground.kinds[paper]}
    return found


def _can_change(outlook: Outlook, mask: Node, bound: frozenset[int]) -> bool:
    """Tell whether other values of these unknowns alone bring a mask in, or take it out."""
    inside = outlook.diagram.forget(mask, bound)
    outside = outlook.diagram.forget(outlook.given.column.without(mask), bound)
    return outlook.given.column.some(inside & outside)


def _ahead(catalog: Catalog) -> Iterator[Key]:
    """Yield the facts by which it is told what falls due, without any event being chosen."""
    rules = [
        (rule, rule.of or service.serves)
        for service in catalog.services.values()
        for rule in service.due
    ]
    rules += [(rule, rule.of) for event in catalog.events.values() for rule in event.due]
    for rule, of in rules:
        told = [leaf for leaf in leaves(rule.when or ALWAYS) if isinstance(leaf, FactTest)]
        named = {(leaf.role, leaf.name) for leaf in told}
        named |= {("it", "birth_date")} if rule.at_age is not None else set()
        for role, name in sorted(named):
            roles = expand(of, catalog) if role == "it" else (role,)
            yield from ((one, name) for one in roles)


def _eased(catalog: Catalog) -> Iterator[Key]:
    """Yield the facts by which it is told who may ask for special treatment."""
    for event in catalog.events.values():
        for treatment in event.special_treatment:
            told = (one for one in leaves(treatment.when) if isinstance(one, FactTest))
            yield from ((one.role, one.name) for one in told)


def _dated(catalog: Catalog) -> Iterator[Key]:
    """Yield the facts from whose day it counts when something opens or can be claimed."""
    for service in catalog.services.values():
        days = (
            service.opens and service.opens.after,
            service.benefit and service.benefit.claim_after,
        )
        for role, _, name in (day.partition(".") for day in days if day):
            roles = expand(service.serves, catalog) if role == "it" else (role,)
            yield from ((one, name) for one in roles)


def _supposed(catalog: Catalog, slug: str) -> Iterator[Key]:
    """Yield the facts by which a paper is supposed to be at hand, or to be had elsewhere."""
    document = catalog.documents[slug]
    when = document.usual.when if document.usual is not None else None
    for leaf in leaves(when or ALWAYS):
        if isinstance(leaf, FactTest):
            for role in expand(document.of, catalog) if leaf.role == "it" else (leaf.role,):
                fact = catalog.fact(role, leaf.name)
                derived = None if fact is None else fact.derived
                since = derived and (derived.years_since or derived.days_since)
                yield role, since or leaf.name


class _Asked:
    """Gather, world by world, which facts and papers matter."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.facts: set[Key] = {*_dated(catalog), *_ahead(catalog), *_eased(catalog)}
        self.papers: set[str] = set()

    def look_at(self, world: World) -> None:
        unknowns = world.outlook.layout.unknowns
        for number in matters(world):
            key = unknowns[number].key
            if unknowns[number].kind == "fact":
                self._fact(world, key[0], key[1])
            elif unknowns[number].kind == "paper":
                self.papers.add(key[0])
        for member, name in world.counted_facts:
            self._fact(world, member, name)
        listed = _listed(world)
        self.papers |= listed
        self.facts |= {key for slug in listed for key in _supposed(self.catalog, slug)}
        # What an event calls for is not asked for, but whoever has it may say so.
        self.papers |= {slug for slug, _ in world.ground.outcomes}

    def _fact(self, world: World, member: str, name: str) -> None:
        self.facts |= {(role, name) for role in world.cast.members[member].roles}

    def dead_roles(self, fact: Fact) -> tuple[str, ...]:
        """Return the roles named by a fact of which it never matters; all of them for `person`."""
        if GENERIC in fact.of:
            return () if any(name == fact.name for _, name in self.facts) else fact.of
        return tuple(role for role in fact.of if (role, fact.name) not in self.facts)

    def dead_papers(self) -> list[str]:
        documents = self.catalog.documents
        return [
            slug
            for slug, document in documents.items()
            if document.usual is not None and not document.made_by_event and slug not in self.papers
        ]

    def may_learn_from(self, layout: Layout) -> bool:
        """Tell whether something that has not mattered yet is asked for in a cast."""
        dead = {
            (role, fact.name)
            for fact in self.catalog.facts
            if fact.derived is None
            for role in self.dead_roles(fact)
        }
        names = {name for role, name in dead if role == GENERIC}
        compiled, members = layout.compiled, layout.situation.cast.members
        asked = [one for one in compiled.open_atoms.values() if isinstance(one, FactAtom)]
        return any(
            atom.name in names or any((r, atom.name) in dead for r in members[atom.member].roles)
            for atom in asked
        ) or bool({slug for slug, _ in compiled.ground.papers} & set(self.dead_papers()))


def prove_questions(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield the facts and papers that are asked for although no answer changes anything."""
    asked = _Asked(worlds.catalog)
    for world in worlds.alone():
        asked.look_at(world)
    for world in worlds.together(asked.may_learn_from):
        asked.look_at(world)
    for fact in worlds.catalog.facts:
        dead = asked.dead_roles(fact) if fact.derived is None else ()
        if dead == fact.of:
            yield _never(f"{'/'.join(fact.of)}.{fact.name}", fact, ("title",), places, worlds)
        else:
            for role in dead:
                path = ("of", fact.of.index(role))
                yield _never(f"{role}.{fact.name}", fact, path, places, worlds)
    for slug in asked.dead_papers():
        document = worlds.catalog.documents[slug]
        yield _never(slug, document, ("usual",), places, worlds)


def _never(
    name: str, noun: object, path: tuple[str | int, ...], places: Places, worlds: Worlds
) -> Problem:
    where = places(noun, path)
    if worlds.undecided:
        what = Words(
            f"belum dapat dipastikan dalam batas pencarian apakah '{name}' berpengaruh",
            f"whether '{name}' can matter was not decided within the limit",
        )
        return Problem("not-decided", where, what, _UNUSED, "hint")
    what = Words(
        f"'{name}' ditanyakan, tetapi jawabannya tidak pernah mengubah apa pun",
        f"'{name}' is asked, but no answer to it ever changes anything",
    )
    return Problem("question-never-matters", where, what, _UNUSED)


def prove_alike(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield the choices of three options or more of which no test tells some apart."""
    tests: dict[str, list[FactTest]] = {}
    for placed in conditions(worlds.catalog):
        for leaf in leaves(placed.condition):
            if isinstance(leaf, FactTest):
                tests.setdefault(leaf.name, []).append(leaf)
    for fact in worlds.catalog.facts:
        if len(fact.options) < FEW or fact.name not in tests:
            continue
        alike: dict[tuple[bool, ...], list[str]] = {}
        for slug in fact.options:
            holds = tuple(leaf.test.holds(slug) for leaf in tests[fact.name])
            alike.setdefault(holds, []).append(slug)
        for group in alike.values():
            if len(group) > 1:
                yield _alike(fact, group, places)


def _alike(fact: Fact, group: list[str], places: Places) -> Problem:
    listed = ", ".join(group)
    what = Words(
        f"'{fact.name}': pilihan {listed} tidak pernah dibedakan",
        f"'{fact.name}': the options {listed} are never told apart",
    )
    remedy = Words(
        "gabungkan jika orang tetap mudah memilih", "merge them if it is still easy to choose"
    )
    return Problem("options-alike", places(fact, ("options", group[-1])), what, remedy, "hint")
