"""The whole plan on a few lines, for who has no strength to read on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.cli.desk import Desk
from lifejourney.handouts import whose

Json = Mapping[str, Any]
LEAST: Final = 4
"""A plan with fewer steps is overlooked at a glance."""


@dataclass(frozen=True)
class Overview:
    """Show one line for each step that is not done."""

    desk: Desk
    plan: Json
    numbers: Mapping[str, int]

    def show(self) -> None:
        """Print number, title, office and deadline of each step."""
        desk = self.desk
        steps = [step for step in self.plan["steps"] if step["status"] in {"certain", "possible"}]
        if len(steps) < LEAST:
            return
        desk.heading(desk.words("Ringkasnya", "In short"))
        for step in steps:
            desk.line(f"{self.numbers[step['id']]:>2}. {'; '.join(self._parts(step))}", 1, 4)

    def _parts(self, step: Json) -> list[str]:
        desk, deadline = self.desk, step["deadline"]
        parts = [told_apart(step, self.plan["steps"]), step["authority"]]
        if deadline is not None and deadline["earliest"] is not None:
            day = desk.day(deadline["earliest"])
            binds = deadline["binding"]
            past = desk.words(", sudah lewat", ", now past") if deadline["overdue"] else ""
            parts.append(
                desk.words(
                    f"batas {day}" if binds else f"sebaiknya paling lambat {day}",
                    f"by {day}" if binds else f"better by {day}",
                )
                + past
            )
        return [part for part in parts if part]


def told_apart(step: Json, steps: Sequence[Json]) -> str:
    """Return the title of one of these steps, as far as it needs with whose and what it makes."""
    alike = [one for one in steps if one["title"] == step["title"]]
    if len(alike) == 1:
        return str(step["title"])
    made = ", ".join(paper["title"] for paper in step["produces"])
    twice = [one for one in alike if one["person"] == step["person"]]
    return f"{whose(step)}: {made}" if len(twice) > 1 and made else whose(step)
