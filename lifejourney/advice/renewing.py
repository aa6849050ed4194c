"""Papers that an earlier step of the plan has replaced: they are asked for in their new form."""

from collections.abc import Sequence
from dataclasses import replace

from lifejourney.planning import Step
from lifejourney.planning.ground import Ground


def renewed(step: Step, steps: Sequence[Step], ground: Ground) -> Step:
    """Ask for the new paper where an earlier step of the plan has replaced the one at hand."""
    asks, after = list(step.asks), set(step.after)
    for one in steps:
        for paper in one.makes if one.wave < step.wave else ():
            for at, ask in enumerate(step.asks):
                replaced = one.instance.service.updates == ask.paper[0]
                if ask.source == "held" and replaced and paper in ground.kinds[ask.paper]:
                    asks[at] = replace(ask, source="step", step=one.part, paper=paper)
    after.update(
        ask.step
        for ask in asks
        if ask.step is not None and ask.need.requirement.supplied_later is None
    )
    return replace(step, asks=tuple(asks), after=tuple(sorted(after)))
