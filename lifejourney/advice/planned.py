"""What of a plan falls due: its deadlines, what opens, comes again, or must be claimed."""

from collections.abc import Iterator
from datetime import date

from lifejourney.advice.coming import Coming, Moment
from lifejourney.advice.model import Advice, PlannedStep
from lifejourney.days import Days
from lifejourney.schedule import Ahead
from lifejourney.situation import fact_id


def planned(advice: Advice, ahead: Ahead) -> Iterator[Coming]:
    """Yield what the steps that are not done have in the window; a step without a day has none."""
    for step in advice.steps:
        if step.status == "done":
            continue
        for number, (moment, days, estimate) in enumerate(_moments(step, advice.situation.day)):
            between, wholly = ahead.meets(days)
            if between is None:
                continue
            depends = () if step.status == "certain" else step.depends_on
            yield Coming(
                moment,
                step.member,
                step.kind,
                f"{step.id}-{moment}-{number}",
                between,
                depends if wholly else tuple(dict.fromkeys((*_counted(step), *depends))),
                () if days.first == days.last else _counted(step),
                service=step.service,
                step=step.id,
                estimate=estimate,
            )


def _moments(step: PlannedStep, today: date) -> Iterator[tuple[Moment, Days, bool]]:
    """Yield the days of a step: on which it opens, by which it is due, on which it comes again."""
    timing = step.when.timing if step.when is not None else None
    opens_on = step.when.opens_on if step.when is not None else None
    # What only waits for other steps does not open on the day on which it can begin.
    if timing is not None and opens_on is not None and opens_on > today:
        yield "opens", Days(timing.start, timing.start), timing.estimate
    # What is due by a day of each year is told by that rule.
    yearly = step.service.repeats.by if step.service.repeats is not None else ()
    due = step.follow_up if step.follow_up is not None else step.due
    told = step.due is not None and step.due.rule.by in yearly
    if due is not None and due.between is not None and not told:
        yield "deadline", due.between, due.estimate
    if step.claim_by is not None:
        yield "claim", Days(step.claim_by, step.claim_by), False
    for day in step.when.next_times if step.when is not None and not yearly else ():
        yield "again", Days(day, day), False


def _counted(step: PlannedStep) -> tuple[str, ...]:
    """Return the fact from whose day the deadline of a step counts."""
    return () if step.due is None or step.due.fact is None else (fact_id(*step.due.fact),)
