"""Draw conditions by chance, over the facts that were drawn before them."""

# ruff: noqa: PLR0911 - one branch for each kind of condition

from dataclasses import dataclass, field
from random import Random

from lifejourney.feel import parse_test
from lifejourney.vocabulary import (
    AllOf,
    AnyOf,
    Condition,
    EventTest,
    Every,
    Fact,
    FactTest,
    Not,
    Same,
    Some,
)

HUMANS = ("child", "mother", "father", "deceased", "self")


@dataclass
class Drawing:
    """Hold the chance, and the facts drawn so far; `persons_known`: see `condition`."""

    chance: Random
    facts: list[Fact] = field(default_factory=list)
    persons_known: bool = False
    """Whether conditions may ask who is who, and who lives: not those that decide it."""

    def maybe(self, share: float) -> bool:
        return self.chance.randrange(100) < share * 100

    def condition(self, bound: tuple[str, ...], depth: int = 0) -> Condition:
        """Draw a condition where the roles in `bound` (and `it`) stand for one member."""
        kind = self.chance.randrange(10)
        if depth < 2 and kind < 3:
            parts = tuple(self.condition(bound, depth + 1) for _ in range(2))
            return AllOf(parts) if kind < 2 else AnyOf(parts)
        if depth < 2 and kind == 3:
            return Not(self.condition(bound, depth + 1))
        if kind == 4 and self.maybe(0.5):
            return EventTest((self.chance.choice(("birth", "death")),))
        if kind == 5 and self.persons_known and self.maybe(0.4):
            return Same(("deceased", "mother"))
        if kind in (6, 7) and "child" not in bound:
            if self.maybe(0.25):
                number = self.chance.choice(("0", "1", "> 0", ">= 2", "[1..2]"))
                return FactTest("child", "count", parse_test(number))
            inner = self._test("child", ("child",))
            return (Some if self.maybe(0.6) else Every)("child", inner)
        roles = [*bound, "mother", "family"]
        return self._test(self.chance.choice(roles), bound)

    def _test(self, role: str, bound: tuple[str, ...]) -> Condition:
        of = bound[0] if role == "it" and bound else role
        facts = self._facts_of(of)
        if self.persons_known and of in HUMANS and self.maybe(0.08):
            return FactTest(role, "alive", parse_test(self.chance.choice(("true", "false"))))
        if not facts:
            return AllOf(()) if self.maybe(0.5) else Not(AllOf(()))
        dated = [f for f in facts if f.name.endswith(f"day_of_{of}")]
        fact = self.chance.choice(dated if dated and self.maybe(0.6) else facts)
        return FactTest(role, fact.name, parse_test(self._unary(fact)))

    def _facts_of(self, role: str) -> list[Fact]:
        return [f for f in self.facts if role in f.of or ("person" in f.of and role != "family")]

    def _unary(self, fact: Fact) -> str:
        match fact.type:
            case "boolean":
                return self.chance.choice(("true", "true", "false"))
            case "choice":
                some = list(fact.options)
                one = self.chance.choice(some)
                return self.chance.choice((one, f"{one}, {some[0]}", f"not({one})"))
            case "date":
                return f'< date("{self.chance.randrange(2019, 2026)}-07-15")'
            case "integer" if fact.derived is not None and fact.derived.days_since:
                low = self.chance.randrange(2400)
                return self.chance.choice((f"< {low}", f">= {low}", f"[{low}..{low + 900})"))
            case _:
                low = self.chance.randrange(5)
                return self.chance.choice((f"< {low + 1}", f">= {low}", f"[{low}..{low + 2})"))
