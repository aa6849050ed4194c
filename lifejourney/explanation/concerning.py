"""Which remarks of the catalog concern a person, by what is known and what the plan supposes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial

from lifejourney.advice import Advice
from lifejourney.catalog import GENERIC, SELF
from lifejourney.planning.left import known_atom
from lifejourney.program import FactAtom, Formulas, Grounder, Trace
from lifejourney.program.grounding import IT, Bindings
from lifejourney.situation import Part
from lifejourney.vocabulary import Condition, Remark, Service, Text


class Concerning:
    """Read the conditions of remarks, for the people of one advice."""

    def __init__(self, advice: Advice) -> None:
        self._advice = advice
        self._grounder = Grounder(advice.catalog, advice.cast, Formulas())
        known = partial(known_atom, situation=advice.situation)
        self._trace = Trace(self._grounder.formulas, known)
        facts = {one.fact: one.value for one in advice.assumed if one.fact is not None}
        supposed = replace(advice.situation, facts={**facts, **advice.situation.facts})
        shown = partial(known_atom, situation=supposed)
        self._shown = Trace(self._grounder.formulas, shown)

    def texts(
        self, remarks: Iterable[Remark], service: Service, member: str, *, cautious: bool
    ) -> Iterator[Text]:
        """Yield the remarks of a step, but those about others than the plan that is shown.

        `cautious`: what is only supposed rules none out.
        """
        trace = self._trace if cautious else self._shown
        for remark in remarks:
            if self._holds_of(remark, service, member, trace) is not False:
                yield remark.text

    def sayings(self, remarks: Iterable[Remark], service: Service, member: str) -> Iterator[Text]:
        """Yield what may be said at the counter: only what is known, as nobody says "perhaps"."""
        for remark in remarks:
            if remark.when is None or self._holds_of(remark, service, member, self._trace) is True:
                yield remark.text

    def _holds_of(self, remark: Remark, service: Service, member: str, trace: Trace) -> bool | None:
        """Tell whether a remark concerns the one who is served; None if that is not known."""
        found = self._advice.cast.members.get(member)
        if found is None:  # takes part only if somebody is another one than is supposed
            return None
        served = (role for role in found.roles if {role, GENERIC} & set(service.serves))
        bound = {IT: member, **dict.fromkeys(served, member)}
        return trace.value(self._grounder.ground(remark.when, bound))

    @cached_property
    def asking(self) -> frozenset[str]:
        """Return the members who are known to be the one who asks, beside `self` itself."""
        catalog, cast = self._advice.catalog, self._advice.cast
        roles = {
            role
            for event in cast.events
            for role, person in catalog.events[event].persons.items()
            if SELF in person.is_role
        }
        return frozenset(
            part.member
            for role in roles
            for part in cast.parts[role]
            if part.member != SELF
            and all(self._value(when, {r: m}) is True for when, r, m in part.when)
        )

    def may_play(self, part: Part) -> bool:
        """Tell whether somebody may play a role by way of another one."""
        return all(self._value(when, {role: who}) is not False for when, role, who in part.when)

    def holds(self, condition: Condition | None) -> bool:
        """Tell whether a condition of an event is known to hold."""
        return self._value(condition, {}) is True

    def fits(self, condition: Condition | None, member: str) -> bool:
        """Tell whether a condition of a fact is known to hold of this member."""
        found = self._advice.cast.members.get(member)
        own = {} if found is None else {found.roles[0]: member}
        return self._value(condition, own) is True

    def open_about(self, member: str, condition: Condition | None) -> tuple[str, str] | None:
        """Return the fact of a member on which alone it hangs if a condition holds; else None."""
        formula = self._grounder.ground(condition, {})
        if self._trace.value(formula) is not None:
            return None
        atoms = self._trace.deciding(formula)
        facts = {(atom.member, atom.name) for atom in atoms if isinstance(atom, FactAtom)}
        return facts.pop() if len(facts) == 1 and {who for who, _ in facts} == {member} else None

    def _value(self, condition: Condition | None, bound: Bindings) -> bool | None:
        return self._trace.value(self._grounder.ground(condition, bound))
