"""Which steps are shown, and what they ask for once earlier ones have made new papers."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from lifejourney.planning import Asked, Plan, Step
from lifejourney.planning.ground import Ground


def renewed(step: Step, steps: Sequence[Step], ground: Ground) -> Step:
    """Ask for the new paper where an earlier step of the plan has replaced the one at hand."""
    asks, after = list(step.asks), set(step.after)
    for one in steps:
        for paper in one.makes if one.wave < step.wave else ():
            for at, ask in enumerate(step.asks):
                replaced = one.instance.service.updates == ask.paper[0]
                if (
                    ask.source in ("held", "outside")
                    and replaced
                    and paper in ground.kinds[ask.paper]
                ):
                    asks[at] = ask._replace(source="step", step=one.part, paper=paper)
    after.update(ask.step for ask in asks if ask.step is not None and not _later(ask))
    return step._replace(asks=tuple(asks), after=tuple(sorted(after)))


def _later(ask: Asked) -> bool:
    return ask.need.requirement.supplied_later is not None


def standing_alone(plan: Plan, shown: AbstractSet[int], sure: AbstractSet[int]) -> list[Step]:
    """Return the steps that are shown, with all that must come before them.

    A step whose paper comes from elsewhere for each answer to a grave question stands beside,
    unless it is certain.
    """
    steps = [step for step in plan.steps if step.instance.number in shown]
    while True:
        parts = {step.part for step in steps}
        left = [s for s in steps if s.instance.number in sure or parts.issuperset(s.after)]
        if len(left) == len(steps):
            return steps
        steps = left
