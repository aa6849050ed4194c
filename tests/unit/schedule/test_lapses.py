"""Check which papers lapse before their use, and that they are got as late as is safe."""

from dataclasses import replace
from datetime import date

from lifejourney.days import Duration
from lifejourney.schedule import Kept, Task, Used, keep_valid
from tests.unit.schedule.tasks import DAY, OFFICE, days, march, task

LETTER = ("letter", "self")
FORTNIGHT = days(14)


def kept(*tasks: Task, holds: Duration = FORTNIGHT, maker: str = "police") -> Kept:
    """Return the dates of tasks of which the last uses what the police make."""
    return keep_valid(tasks, [Used(LETTER, tasks[-1].id, maker, holds)], DAY)


def test_a_letter_that_is_got_in_time() -> None:
    """What holds until it is used is no matter."""
    found = kept(task("police"), task("court", takes=14), task("card", "police", "court"))
    assert found.lapses == ()
    assert found.timings["police"].start == DAY


def test_a_letter_is_got_later() -> None:
    """What would lapse while one waits for the court is got as late as is safe."""
    found = kept(task("police"), task("court", takes=20), task("card", "police", "court"))
    (lapse,) = found.lapses
    assert (lapse.until, lapse.surely, lapse.not_before) == (march(15), True, march(7))
    assert found.timings["police"].start == march(7)
    assert found.timings["card"].start == march(21)


def test_a_letter_that_ends_on_a_day_of_the_year() -> None:
    """What holds up to the 10th is got after it if it is used on the 21st; never too early else."""
    tasks = [task("police"), task("court", takes=20), task("card", "police", "court")]
    used = Used(LETTER, "card", "police", days(0), up_to="03-10")
    (lapse,) = (found := keep_valid(tasks, [used], DAY)).lapses
    assert (lapse.until, lapse.surely, lapse.not_before) == (march(10), True, march(11))
    assert found.timings["card"].start == march(21)
    assert keep_valid(tasks, [replace(used, up_to="03-21")], DAY).lapses == ()
    longer = replace(used, valid_for=days(14))
    assert keep_valid(tasks, [longer], DAY).lapses == ()


def test_it_begins_on_a_working_day() -> None:
    """An office that is closed on Sunday the 7th makes the letter after the holidays."""
    police = task("police", attended=True)
    found = kept(police, task("court", takes=20), task("card", "police", "court"))
    assert found.lapses[0].not_before == march(16)


def test_by_the_longest_case() -> None:
    """It lapses only if the court takes long; then it is still got later."""
    court = task("court", takes=(1, 20))
    found = kept(task("police"), court, task("card", "police", "court"))
    (lapse,) = found.lapses
    assert (lapse.until, lapse.surely, lapse.not_before) == (march(15), False, None)
    assert found.timings["card"].start == march(2)


def test_what_it_waits_for_itself_makes_no_difference() -> None:
    """A letter that takes long is not old when it comes."""
    found = kept(task("chief", takes=(1, 90)), task("police", "chief", takes=(1, 60)),
                 task("card", "police"))  # fmt: skip
    assert found.lapses == ()
    unsure = task("police", sure_to_open=False, takes=None)
    assert kept(unsure, task("card", "police")).lapses == ()


def test_nobody_knows_how_long_one_waits() -> None:
    """A letter that holds shortly may lapse; one that holds for years is not spoken of."""
    tasks = (task("police"), task("court", takes=None), task("card", "police", "court"))
    (lapse,) = kept(*tasks).lapses
    assert (lapse.until, lapse.surely, lapse.not_before) == (march(15), False, None)
    assert kept(*tasks, holds=days(3, "year")).lapses == ()


def test_the_letter_itself_takes_nobody_knows_how_long() -> None:
    """Then its last day is not known either."""
    police = task("police", takes=None)
    (lapse,) = kept(police, task("court", takes=20), task("card", "police", "court")).lapses
    assert (lapse.until, lapse.surely) == (None, False)


def test_a_limit_goes_before() -> None:
    """What is due earlier is not put off, and nothing else is delayed."""
    court, card = task("court", takes=20), task("card", "police", "court")
    due = kept(task("police", deadline=march(5)), court, card)
    assert (due.lapses[0].not_before, due.timings["police"].start) == (None, DAY)
    other = task("other", "police")
    waits = kept(task("police"), court, other, card)
    assert (waits.lapses[0].not_before, waits.timings["other"].start) == (None, DAY)
    slow = kept(task("police", takes=(1, 30)), court, card)
    assert slow.lapses[0].not_before is None


def test_one_letter_for_another() -> None:
    """The last use first: what is put off for it makes its own papers older."""
    tasks = [task("village"), task("police", "village"), task("court", takes=20)]
    tasks.append(task("card", "police", "court"))
    uses = [Used(("note", "self"), "police", "village", days(2)), Used(LETTER, "card", "police",
            FORTNIGHT)]  # fmt: skip
    found = keep_valid(tasks, uses, DAY)
    assert [one.use.maker for one in found.lapses] == ["police", "village"]
    assert (found.timings["police"].start, found.timings["village"].start) == (march(7), march(5))


def test_what_is_done_does_not_lapse() -> None:
    """Neither a step that is done nor the papers it has made are spoken of."""
    court, card = task("court", takes=20), task("card", "police", "court")
    assert kept(replace(task("police"), done=True), court, card).lapses == ()
    assert kept(task("police"), court, replace(card, done=True)).lapses == ()


class TestAtHand:
    """Papers that one has and that end on a day."""

    def lapses(self, until: date, **card: object) -> list[bool]:
        """Return for each lapse whether it is sure, for a card after a court of 3 to 9 days."""
        tasks = [task("court", takes=(3, 9)), task("card", "court", use_by=until, **card)]
        return [
            one.surely for one in keep_valid(tasks, [Used(LETTER, "card", until=until)], DAY).lapses
        ]

    def test_before_its_use(self) -> None:
        """It lapses surely, perhaps, or not; the last day counts."""
        assert self.lapses(march(3)) == [True]
        assert self.lapses(march(4)) == [False]
        assert self.lapses(march(10)) == []

    def test_nobody_knows_when_it_is_used(self) -> None:
        """Then the earliest day counts; by when it is to be used is a limit of the step."""
        assert self.lapses(march(4), sure_to_open=False) == []
        assert self.lapses(march(3), sure_to_open=False) == [True]


def test_the_calendar_of_who_makes_it() -> None:
    """A letter of five working days holds over the holidays."""
    court, card = task("court", takes=16), task("card", "police", "court")
    police = task("police", calendar=OFFICE, not_before=march(5))
    assert kept(police, court, card, holds=days(2, "working_day")).lapses == ()
    assert kept(police, court, card, holds=days(2)).lapses != ()
