"""Check what is said of the day on which everything is done."""

from typing import Any

import pytest

from lifejourney.vocabulary import (
    Opening,
    Span,
    Time,
)
from tests.unit.explanation.dated import online, small, told
from tests.unit.planning.tiny import need


class TestFinish:
    @pytest.mark.parametrize(
        ("time", "more", "text", "latest"),
        [
            (
                Time("calendar_day", max=1),
                {},
                "Selesai paling cepat 23 November 2026.",
                "2026-11-23",
            ),
            (
                Time("calendar_day", 1, 2),
                {},
                (
                    "Selesai paling cepat 23 November 2026, paling lambat sekitar 24 November 2026 "
                    "bila tidak ditunda."
                ),
                "2026-11-24",
            ),
            (
                Time(),
                {},
                "Kapan selesai belum dapat dihitung: lama 1 dari 1 langkah belum diketahui.",
                None,
            ),
            (
                Time("hour", max=1),
                {"opens": Opening(Span(1, "week"), "it.born")},
                (
                    "Selesai paling cepat 22 November 2026, atau sesudahnya: ada tanggal yang "
                    "belum dijawab."
                ),
                None,
            ),
        ],
    )
    def test_of_the_whole(
        self, time: Time, more: dict[str, Any], text: str, latest: str | None
    ) -> None:
        """At the earliest, at the latest, or open."""
        totals = told(small(online(1, "a", processing_time=time, **more)))["totals"]
        assert totals["finish_text"] == text
        assert totals["finish_latest"] == latest
        assert totals["finish_open"] == (latest is None)
        assert totals["finish_vague"] == ("belum dapat dihitung" in text)

    def test_steps_of_unknown_length_in_english(self) -> None:
        """One takes, two take; where it is most of them nobody could name a day."""
        day = Time("calendar_day", max=1)

        def finish(*times: Time) -> str:
            """Return when steps are finished of which each needs the paper of the next."""
            needs = [[need(paper)] for paper in "bcd"[: len(times) - 1]] + [[]]
            steps = [
                online(number, "abcd"[number], *asked, processing_time=time)
                for number, (time, asked) in enumerate(zip(times, needs, strict=True))
            ]
            papers = {"papers": ["a", "b", "c", "d"]}
            text: str = told(small(*steps, **papers), lang="en")["totals"]["finish_text"]
            return text

        assert finish(day, Time()).endswith("it is not known how long 1 step takes.")
        assert finish(day, day, Time(), Time()).endswith("it is not known how long 2 steps take.")
        assert "cannot be told yet: for 2 of 3 steps" in finish(day, Time(), Time())
