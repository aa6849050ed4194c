"""What ticking off a step makes possible."""

from collections.abc import Iterable, Mapping

from lifejourney.advice.model import PlannedStep


def unlocked_by(steps: Iterable[PlannedStep]) -> Mapping[str, tuple[str, ...]]:
    """Return for each step the ids of those that can be started once it, too, is done.

    A step that still waits for another one is not named; nothing waits for what is done.
    """
    planned = tuple(steps)
    open_ = {step.id for step in planned if step.status != "done"}
    found: dict[str, list[str]] = {}
    for step in planned:
        waits_for = [before for before in step.after if before in open_]
        if step.id in open_ and len(waits_for) == 1:
            found.setdefault(waits_for[0], []).append(step.id)
    return {before: tuple(after) for before, after in found.items()}
