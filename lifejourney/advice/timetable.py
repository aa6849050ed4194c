"""The dates of the steps that are shown: what `schedule` wants of them, and what it finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from lifejourney.advice.dates import UNTIL_AGE_FROM, counted_from, day_of
from lifejourney.advice.model import Finish, PlannedStep, When
from lifejourney.catalog import Catalog
from lifejourney.days import Calendar, Duration
from lifejourney.planning import Asked, Paper
from lifejourney.schedule import Kept, Task, Used, Window, keep_valid, next_times, window
from lifejourney.situation import Situation
from lifejourney.vocabulary import Time

_AT_ONCE: Final = Duration(0, "minute")
# By these one may begin on any day of the week.
_ALWAYS_OPEN: Final = frozenset({"electronic", "self_service"})


def timetable(
    catalog: Catalog, situation: Situation, steps: Sequence[PlannedStep]
) -> tuple[PlannedStep, ...]:
    """Return the steps of a plan with their dates; `catalog` knows every change to come.

    Steps that are done have none.
    """
    return _Timetable(catalog, situation, steps).timed()


def begin_by(step: PlannedStep) -> date:
    """Return the day by which a step is to begin, or had better; the last there is without one."""
    limit = step.when.timing.limit if step.when is not None else None
    days = (None if limit is None else limit.day, step.due_day)
    return min((day for day in days if day is not None), default=date.max)


def finish_of(steps: Sequence[PlannedStep]) -> Finish | None:
    """Return when the last of the steps is done, None if nothing is left to do."""
    todo = [step for step in steps if step.when is not None]
    timings = [step.when.timing for step in todo if step.when is not None]
    if not timings:
        return None
    latest = [one.finish_latest for one in timings]
    return Finish(
        max(one.finish for one in timings),
        max((day for day in latest if day is not None), default=None) if all(latest) else None,
        sum(_takes(step)[1] is None for step in todo),
        len(todo),
        any(one.estimate for one in timings),
    )


@dataclass(frozen=True)
class _Timetable:
    """Reckon the dates of the steps of one plan."""

    catalog: Catalog
    situation: Situation
    steps: Sequence[PlannedStep]

    def timed(self) -> tuple[PlannedStep, ...]:
        """Return the steps with their dates."""
        kept = self._kept()
        while later := self._missed(kept):
            self._later.update(later)
            kept = self._kept()
        return tuple(replace(step, when=self._when(step, kept)) for step in self.steps)

    def _kept(self) -> Kept:
        tasks = [self._task(step) for step in self.steps]
        uses = [use for step in self.steps for use in self._uses(step)]
        return keep_valid(tasks, uses, self.situation.day)

    @cached_property
    def _later(self) -> dict[str, date]:
        """Return from when on the next window of a step counts, where it opens each year."""
        return {}

    def _missed(self, kept: Kept) -> dict[str, date]:
        """Return the steps that can begin only once this year's window is over, and when."""
        starts = {
            step.id: kept.timings[step.id].start
            for step in self.steps
            if step.service.opens is not None and step.service.opens.each_year
            if step.id in kept.timings and kept.timings[step.id].trouble == "closed"
        }
        return {id_: day for id_, day in starts.items() if day > self._later.get(id_, date.min)}

    @cached_property
    def _calendars(self) -> Mapping[str, Calendar]:
        offices = {step.service.authority for step in self.steps}
        return {office: self.catalog.calendar_of(office) for office in offices}

    def _calendar(self, step: PlannedStep) -> Calendar:
        return self._calendars[step.service.authority]

    # What is known of a step.

    def _task(self, step: PlannedStep) -> Task:
        opening = self._window(step)
        return Task(
            step.id,
            step.after,
            *_takes(step),
            self._calendar(step),
            not_before=opening.not_before,
            until=opening.until,
            deadline=step.due_day if step.due is None or step.due.rule.binding else None,
            use_by=min(filter(None, map(self._valid_until, step.asks)), default=None),
            done=step.status == "done",
            attended=self._is_attended(step),
            sure_to_open=opening.known,
        )

    def _window(self, step: PlannedStep) -> Window:
        """Return when a step can be taken; a paper that follows has no window of its own."""
        opening = step.service.opens
        if opening is None or step.follow_up is not None:
            return Window()
        day = day_of(self.situation, step.member, opening.after)
        from_then = max(self.situation.day, self._later.get(step.id, self.situation.day))
        found = window(opening, day, self._calendar(step), from_then)
        if self._opens_after(step) is not None:
            return found
        return replace(found, known=opening.announced is None)

    def _opens_after(self, step: PlannedStep) -> tuple[str, str] | None:
        """Return the fact from whose day the opening counts; None of nobody's."""
        after = step.service.opens.after if step.service.opens is not None else None
        return None if after is None else counted_from(self.situation.cast, step.member, after)

    def _is_attended(self, step: PlannedStep) -> bool:
        """Tell whether a step begins at an office of the state, on the days on which it works."""
        service = step.service
        private = self.catalog.authorities[service.authority].level == "private"
        free = private or service.always_open or not _ALWAYS_OPEN.isdisjoint(service.channels)
        return service.acts == "citizen" and not free

    def _uses(self, step: PlannedStep) -> Iterator[Used]:
        """Yield the papers that a step uses and that lapse, each once."""
        found: dict[tuple[Paper, str | None], Used] = {}
        for ask, maker in zip(step.asks, step.ask_steps, strict=True):
            span = self.catalog.documents[ask.paper[0]].valid_for
            until = self._valid_until(ask)
            if maker is not None and span is not None and maker in step.after:
                found[ask.paper, maker] = Used(
                    ask.paper, step.id, maker, span.duration, up_to=span.until
                )
            elif until is not None:
                found[ask.paper, None] = Used(ask.paper, step.id, until=until)
        yield from found.values()

    def _valid_until(self, ask: Asked) -> date | None:
        """Return the last day of a paper at hand, of several kinds the longest; None without."""
        if ask.source != "held":
            return None
        kinds = [(kind, ask.paper[1]) for kind in self.catalog.kinds(ask.paper[0])]
        held = [kind for kind in kinds if self.situation.papers.get(kind)]
        days = [self.situation.valid_until.get(kind) for kind in held]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None

    # What follows.

    def _when(self, step: PlannedStep, kept: Kept) -> When | None:
        timing = kept.timings.get(step.id)
        if timing is None:
            return None
        opening = self._window(step)
        return When(
            timing,
            None if opening.known else self._opens_after(step),
            opening.until,
            tuple(one for one in kept.lapses if step.id in (one.use.user, one.use.maker)),
            self._next_times(step, timing.start) if timing.start_known else (),
            self._change(step, timing.start),
            opening.not_before,
        )

    def _next_times(self, step: PlannedStep, first: date) -> tuple[date, ...]:
        repeat = step.service.repeats
        if repeat is None or step.follow_up is not None:
            return ()
        birth = day_of(self.situation, step.member, UNTIL_AGE_FROM)
        return next_times(repeat, first, birth, self._calendar(step))

    def _change(self, step: PlannedStep, start: date) -> date | None:
        """Return the first day from which a service is another, if the step begins no sooner."""
        return next(
            (
                day
                for day, variant in self.catalog.variants
                if self.situation.day < day <= start
                and variant.services.get(step.service.slug) != step.service
            ),
            None,
        )


def _takes(step: PlannedStep) -> tuple[Duration | None, Duration | None]:
    """Return how long a step takes, at least and at most.

    A paper that follows is just handed in, and what somebody else does without making anything is
    done, for the person, once told. Of a single figure both: what an office promises at most is
    what it can be held to.
    """
    service = step.service
    if step.follow_up is not None or (service.acts == "other" and not service.produces):
        return _AT_ONCE, _AT_ONCE
    time = service.processing_time
    return _duration(time, time.min if time.min is not None else time.max), _duration(
        time, time.max
    )


def _duration(time: Time, value: int | None) -> Duration | None:
    return None if value is None or time.unit is None else Duration(value, time.unit)
