"""Hold the laws of dates: what must be so for every plan, and what walking all its paths says."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.days import Calendar, Duration, add
from lifejourney.schedule import Task, Used, keep_valid, schedule
from tests.oracles.catalogs import law
from tests.oracles.paths import Paths

DAY = date(2027, 2, 22)
DAYS_OFF = st.frozensets(st.dates(DAY, date(2027, 4, 30)), max_size=12)
CALENDARS = st.builds(
    Calendar,
    DAYS_OFF,
    DAYS_OFF,
    st.just(date(2027, 1, 1)),
    st.just(date(2027, 12, 31)),
    weekend=st.sampled_from([(5, 6), (6,), ()]),
)
TAKES = st.builds(
    Duration,
    st.integers(0, 12),
    st.sampled_from(["hour", "calendar_day", "working_day", "working_day"]),
) | st.builds(Duration, st.integers(0, 2), st.just("month"))
SPAN = 250
"""Days that no plan drawn here exceeds."""


@st.composite
def plans(draw: st.DrawFn, *, known: bool = False) -> list[Task]:
    """Draw up to six tasks without a circle; `known`: how long each takes is."""
    count = draw(st.integers(1, 6))
    days = st.none() | st.integers(-5, 40).map(lambda n: DAY + timedelta(days=n))
    tasks: list[Task] = []
    for number in range(count):
        after = [str(one) for one in range(number) if draw(st.booleans())]
        shortest = draw(TAKES if known else st.none() | TAKES)
        more = None if shortest is None else replace(shortest, value=shortest.value * 2)
        longest = draw(st.sampled_from([shortest, more] if known else [shortest, more, None]))
        tasks.append(
            Task(
                str(number), tuple(after), shortest, longest, draw(CALENDARS),
                not_before=draw(days), deadline=draw(days), until=draw(days),
                attended=draw(st.booleans()), done=draw(st.integers(0, 5)) == 0,
                sure_to_open=known or draw(st.integers(0, 5)) > 0,
            )
        )  # fmt: skip
    return tasks


@law(150)
@given(plans())
def test_the_dates_agree_with_all_paths(tasks: list[Task]) -> None:
    """A step begins when the slowest way to it is done; the latest is known if all of it is."""
    found, paths = schedule(tasks, DAY), Paths(tasks)
    assert found.keys() == paths.tasks.keys()
    for id_, timing in found.items():
        assert timing.start == paths.starts(id_, DAY)
        latest = None if paths.unknown(id_) else paths.starts(id_, DAY, longest=True)
        assert timing.start_latest == latest
        assert timing.finish_known or timing.finish_latest is None


@law(60)
@given(plans(known=True))
def test_the_last_safe_day_is_the_last(tasks: list[Task]) -> None:
    """Begun by then every limit after it is met, if all takes longest; a day later one is not."""
    found, paths = schedule(tasks, DAY), Paths(tasks)
    for id_, timing in found.items():
        limit = None if timing.limit is None else timing.limit.day
        assert limit == paths.last_safe(id_, DAY, SPAN)


@law(150)
@given(plans(known=True))
def test_a_day_lost_where_it_is_critical_delays_the_whole(tasks: list[Task]) -> None:
    """And nowhere else."""
    found, paths = schedule(tasks, DAY), Paths(tasks)
    ends = {id_: paths.starts(id_, DAY) for id_ in found}
    whole = max((found[id_].finish for id_ in ends), default=DAY)
    for id_, timing in found.items():
        begun = replace(paths.tasks[id_], not_before=timing.start + timedelta(days=1))
        late = schedule([begun if task.id == id_ else task for task in tasks], DAY)
        assert timing.critical == (max(one.finish for one in late.values()) > whole)


@law(100)
@given(plans())
def test_of_every_plan_something_is_critical(tasks: list[Task]) -> None:
    """Where nobody knows how long some steps take too, and then one of these."""
    found = schedule(tasks, DAY)
    critical = {id_ for id_, timing in found.items() if timing.critical}
    unknown = {task.id for task in tasks if task.id in found and task.shortest is None}
    assert bool(critical) == bool(found)
    assert not unknown or critical & unknown


@law(100)
@given(plans())
def test_no_step_before_its_inputs(tasks: list[Task]) -> None:
    """Each begins when those before it are done, or later."""
    found = schedule(tasks, DAY)
    for task in tasks:
        for one in task.after:
            if task.id in found and one in found:
                assert found[task.id].start >= found[one].finish


@law(100)
@given(plans(), st.integers(0, 60))
def test_a_later_deadline_makes_nothing_too_late(tasks: list[Task], days: int) -> None:
    """Neither infeasible nor closed, and no limit is nearer."""
    later = [
        replace(task, deadline=task.deadline and task.deadline + timedelta(days=days))
        for task in tasks
    ]
    before, after = schedule(tasks, DAY), schedule(later, DAY)
    for id_, timing in after.items():
        assert timing.trouble is None or before[id_].trouble is not None


@law(100)
@given(plans(), st.integers(0, 5))
def test_what_is_done_makes_nothing_longer(tasks: list[Task], number: int) -> None:
    """One step less never makes another begin or end later."""
    before = schedule(tasks, DAY)
    after = schedule([replace(t, done=t.done or t.id == str(number)) for t in tasks], DAY)
    for id_, timing in after.items():
        assert (timing.start, timing.finish) <= (before[id_].start, before[id_].finish)
        assert timing.start_known or not before[id_].start_known


@law(150)
@given(plans(), st.randoms(use_true_random=False))
def test_papers_are_got_later_and_nothing_is_delayed(tasks: list[Task], chance: Random) -> None:
    """Who is put off misses no limit, delays nobody, and makes a paper that then holds."""
    uses = [
        Used(("letter", task.id), task.id, maker, Duration(chance.randrange(1, 20), "calendar_day"))
        for task in tasks
        for maker in task.after
        if chance.randrange(2)
    ]
    plain, kept = schedule(tasks, DAY), keep_valid(tasks, uses, DAY)
    put_off = {one.use.maker: one for one in kept.lapses if one.not_before is not None}
    for id_, timing in kept.timings.items():
        if id_ not in put_off:
            assert timing.start == plain[id_].start
            continue
        limit = plain[id_].limit
        assert limit is None or timing.start <= limit.day
    for one in put_off.values():
        assert one.use.maker is not None
        assert one.use.valid_for is not None
        made, used = kept.timings[one.use.maker], kept.timings[one.use.user]
        assert add(made.finish, one.use.valid_for, tasks[0].calendar) >= used.start
