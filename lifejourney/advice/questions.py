"""What is still to be asked: every question on which the advice depends."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lifejourney.advice.dates import counted_from
from lifejourney.advice.model import DueDate, PlannedStep, Precision, Question
from lifejourney.advice.regional import differing_by_region
from lifejourney.advice.world import World
from lifejourney.advice.worth import worth_asking
from lifejourney.catalog import SELF
from lifejourney.planning.nodes import Paper
from lifejourney.planning.unknowns import Unknown, naming_goal
from lifejourney.program import FactAtom
from lifejourney.situation import fact_id, persons_id

PAPERS = "papers"
RESULTS = "results"
PERSONS = "persons"
"""The topics of questions that are about no fact."""


class Gathering:
    """Gather the questions of the advice, each once; declined ones are not asked again."""

    def __init__(
        self,
        worlds: Sequence[World],
        steps: Sequence[PlannedStep],
        all_steps: Sequence[PlannedStep],
    ) -> None:
        self.main = worlds[0]
        self.worlds = worlds
        self.steps = steps
        self.decides = _deciding(all_steps)
        self.declined = self.main.situation.declined
        self.relevant = worth_asking(self.main.outlook)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions: who is who, how many, facts, papers as one list, results."""
        found = (*self._identities(), *self._unknowns(), *self._dates(), *self._papers())
        # Papers that only another plan would need are asked for when nothing else is left.
        # Who declined may leave open what is called for: that is never asked for.
        left = () if self.declined else self._relevant_papers
        return found or tuple(self._checklist(self._papers_to_ask or left))

    def _identities(self) -> Iterator[Question]:
        for role in self.main.supposed:
            id_ = persons_id(role)
            if id_ not in self.declined:
                may_be = tuple(self.main.options.get(role, ()))
                topic = self._topic_of([role])
                yield self._question("persons", topic, (id_,), role=role, may_be=may_be)

    def _unknowns(self) -> Iterator[Question]:
        for number in self.relevant:
            unknown = self.main.outlook.layout.unknowns[number]
            ids = self.main.ids((number,))
            match unknown.kind:
                case "fact" if self._can_be_spoken_of((unknown.key[0], unknown.key[1])):
                    yield self._fact((unknown.key[0], unknown.key[1]), number)
                case "count":
                    role = unknown.key[0]
                    yield self._question("persons", self._topic_of([role]), ids, role=role)
                case "choice" | "rivals":
                    yield self._choice(unknown, ids)
                case _:
                    pass
        yield from self._further()

    def _further(self) -> Iterator[Question]:
        """Ask how many people there are of whom the shown plan needs something.

        Of a role whose number is not known a plan shows one; what the next one has to bring
        stands in it only once it is known that there is a next one.
        """
        needed = {step.member for step in self.steps}
        needed |= {ask.way.paper[1] for step in self.steps for ask in step.asks}
        for role, first in self._uncounted():
            if first in needed:
                ids = (persons_id(role),)
                yield self._question("persons", self._topic_of([role]), ids, role=role)

    def _uncounted(self) -> Iterator[tuple[str, str]]:
        """Yield each role whose number is open though it decides nothing, with its first member."""
        cast, unknowns = self.main.cast, self.main.outlook.layout.unknowns
        asked = {unknowns[n].key for n in self.relevant if unknowns[n].kind == "count"}
        for role, count in cast.counts.items():
            is_open = count is None and (role,) not in asked
            first = f"{role}-1"
            is_there = any(part.member == first for part in cast.parts.get(role, ()))
            if is_open and is_there and persons_id(role) not in self.declined:
                yield role, first

    def _can_be_spoken_of(self, fact: tuple[str, str]) -> bool:
        """Tell whether a question stands without an answer that is too grave and was declined.

        Nobody who does not want to say how the baby is will be asked where it died.
        """
        ground = self.main.ground
        gate = self.main.outlook.layout.compiled.gates[fact]
        outlook = self.main.outlook
        grave = {outlook.layout.unknowns[number].key for number in outlook.unspoken}
        atoms = ground.formulas.atoms_in([gate])
        about = {(atom.member, atom.name) for atom in atoms if isinstance(atom, FactAtom)}
        return about.isdisjoint(grave) or self.main.trace.value(gate) is True

    def _topic_of(self, roles: Iterable[str], fact: str | None = None) -> str:
        """Return the topic of a question about whoever plays these roles."""
        return self.main.ground.catalog.topic_among(roles, fact) or PERSONS

    def _fact(self, fact: tuple[str, str], number: int | None = None) -> Question:
        topic = self._topic_of(self.main.cast.members[fact[0]].roles, fact[1])
        return self._question(
            "facts",
            topic,
            (fact_id(*fact),),
            fact=fact,
            precision=self._precision(fact),
            contradicted=() if number is None else self._contradicted(number),
        )

    def _contradicted(self, number: int) -> tuple[str, ...]:
        """Return the options of an unknown with which every completion breaks a constraint."""
        outlook = self.main.outlook
        unknown = outlook.layout.unknowns[number]
        definition = self.main.definition(*unknown.key)
        if definition is None or number not in outlook.relevance.bound:
            return ()
        tests = [
            (place, atom)
            for place, atom in outlook.layout.left.atoms.items()
            if isinstance(atom, FactAtom) and (atom.member, atom.name) == unknown.key
        ]
        day, none = self.main.situation.day, outlook.given.column.none
        # Options that make no difference are one value of the unknown.
        values = {makes: value for value, makes in enumerate(unknown.makes)}
        chosen = {
            slug: values[frozenset(place for place, atom in tests if atom.holds(slug, day))]
            for slug in definition.options
        }
        everybody = outlook.relevance.everybody
        return tuple(
            slug
            for slug, value in chosen.items()
            if outlook.diagram.given(everybody, {number: value}) == none
        )

    def _precision(self, fact: tuple[str, str]) -> Precision | None:
        """Return how exactly a date is asked for; None for what is no date.

        The day is needed where one is counted from it for the shown plan, and where less was said
        and did not decide.
        """
        definition = self.main.definition(*fact)
        if definition is None or definition.type != "date":
            return None
        due = (step.due for step in self.steps if step.due is not None)
        counted = any(one.fact == fact for one in due if _is_to_be_dated(one))
        return "day" if counted or fact in self.main.situation.facts else "year"

    def _dates(self) -> Iterator[Question]:
        """Ask for what shown dates and fees hang on, where nothing else depends on it."""
        asked = {
            fact_id(*self.main.outlook.layout.unknowns[number].key)
            for number in self.relevant
            if self.main.outlook.layout.unknowns[number].kind == "fact"
        }
        for fact in self._undated():
            id_ = fact_id(*fact)
            if id_ not in {*asked, *self.declined} and self.main.may_apply(fact):
                asked.add(id_)
                yield self._fact(fact)

    def _undated(self) -> Iterator[tuple[str, str]]:
        """Yield the facts that deadlines, last days to claim, openings and fees wait for."""
        for step in self.steps:
            if step.due is not None and step.due.fact and _is_to_be_dated(step.due):
                yield step.due.fact
            benefit = step.service.benefit
            if step.follow_up is None and benefit is not None and benefit.claim is not None:
                fact = counted_from(self.main.cast, step.member, benefit.claim[1])
                if fact is not None and step.claim_by is None:
                    yield fact
            if step.when is not None and step.when.opens_after is not None:
                yield step.when.opens_after
        yield from self._region()

    def _region(self) -> Iterator[tuple[str, str]]:
        """Yield the region as long as a fee, a time or a day of the shown plan depends on it."""
        fact = (SELF, "region")
        if fact in self.main.situation.facts or self.main.definition(*fact) is None:
            return
        differing = differing_by_region(self.main.ground.catalog)
        if any(step.service.slug in differing for step in self.steps if step.status != "done"):
            yield fact

    def _papers(self) -> Iterator[Question]:
        """Ask for the papers that the shown plan supposes; for others once it needs them."""
        outlook = self.main.outlook
        unknowns = outlook.layout.unknowns
        shown = (step for step in outlook.plan.steps if step.part[0] in outlook.shown)
        needed = {ask.way.paper for step in shown for ask in step.asks}
        yield from self._checklist(n for n in self._papers_to_ask if unknowns[n].key in needed)

    def _checklist(self, numbers: Iterable[int]) -> Iterator[Question]:
        """Ask for some papers at once."""
        unknowns, asked = self.main.outlook.layout.unknowns, tuple(numbers)
        if asked:
            papers = tuple((unknowns[n].key[0], unknowns[n].key[1]) for n in asked)
            yield self._question("documents", PAPERS, self.main.ids(asked), papers=papers)

    @cached_property
    def _relevant_papers(self) -> tuple[int, ...]:
        unknowns = self.main.outlook.layout.unknowns
        return tuple(n for n in self.relevant if unknowns[n].kind == "paper")

    @cached_property
    def _papers_to_ask(self) -> tuple[int, ...]:
        """Return the papers worth asking for, without those that the events may call for.

        What the event calls for is lacking unless said: whether it does is told first.
        """
        unknowns = self.main.outlook.layout.unknowns
        keys = {n: (unknowns[n].key[0], unknowns[n].key[1]) for n in self._relevant_papers}
        return tuple(
            n for n, key in keys.items() if not any(w.may_call_for(key) for w in self.worlds)
        )

    def at_most(self) -> int:
        """Return how many questions there can be about those whom the plan shows.

        Each paper that may come to be needed counts as one more, and how many there are of whom
        something may be; so do further people, once told. Where nothing is asked, none will be.
        """
        if not self.questions:
            return 0
        asked_now = sum(len(question.papers) for question in self.questions)
        numbers = {question.role for question in self.questions if question.kind == "persons"}
        needed = self._who_may_be_needed()
        later = [r for r, first in self._uncounted() if r not in numbers and first in needed]
        return len(self.questions) + len(self._relevant_papers) - asked_now + len(later)

    def _who_may_be_needed(self) -> set[str]:
        """Return of whom any step that may be taken needs something."""
        outlook, ground = self.main.outlook, self.main.ground
        steps = [ground.instances[number] for number in outlook.chosen.steps]
        ways = (way for one in steps for need in ground.needs_of(one) for way in need.ways)
        return {one.member for one in steps}.union(way.paper[1] for way in ways)

    def _choice(self, unknown: Unknown, ids: tuple[str, ...]) -> Question:
        ground = self.main.ground
        if unknown.kind == "choice":
            options = tuple(
                kind for kind in ground.papers if kind in unknown.values and self._can_be(kind)
            )
            about = (unknown.key[0], unknown.key[1])
        else:
            goals = [ground.goals[n] for n in unknown.values]
            options = tuple((goal.call.target, goal.member) for goal in goals)
            named = naming_goal(ground, unknown.key)
            about = (named.call.target, named.member)
        return self._question("choice", RESULTS, ids, choice=(about, options))

    def _can_be(self, kind: Paper) -> bool:
        """Tell whether some service may make a kind, by all that is known."""
        ground, trace = self.main.ground, self.main.trace
        return any(
            trace.value(making.when) is not False
            and trace.value(ground.instances[making.instance].applies) is not False
            for making in ground.makings
            if making.paper == kind
        )

    def _question(self, kind: str, topic: str, ids: tuple[str, ...], **more: object) -> Question:
        decides = max(self.decides.get(id_, 0) for id_ in ids)
        return Question(kind, ids, topic, decides=decides, **more)  # type: ignore[arg-type]


def _is_to_be_dated(due: DueDate) -> bool:
    """Tell whether a deadline lacks its day; that it is past is enough, whatever the day was."""
    return due.day is None and not due.overdue


def _deciding(steps: Sequence[PlannedStep]) -> dict[str, int]:
    """Count how many steps depend on each unknown."""
    found: dict[str, int] = {}
    for step in steps:
        for unknown in step.depends_on:
            found[unknown] = found.get(unknown, 0) + 1
    return found
