"""The plan on the screen: for somebody who is tired, or grieving, and wants to know what first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lifejourney.cli.branches import Branches
from lifejourney.cli.desk import Desk, several
from lifejourney.cli.overview import Overview, told_apart
from lifejourney.cli.preparing import Preparing
from lifejourney.cli.step_card import StepCard
from lifejourney.cli.visits import Visits
from lifejourney.handouts import Beside, Stuck, Waiting, perhaps, whose

Json = Mapping[str, Any]
FEW: Final = 5
_WANTED: Final = "wanted."


@dataclass(frozen=True)
class PlanPage:
    """Show one answer of `present`; `everything`: nothing is cut short."""

    desk: Desk
    advice: Json
    everything: bool = False

    def show(self) -> None:
        """Print it: greeting, notice, steps, what to prepare, what is open, what was supposed."""
        desk, plan = self.desk, self.advice["plan"]
        if self.advice["greeting"]:
            desk.line(self.advice["greeting"])
            desk.line()
        desk.line(self.advice["notice"], style="dim")
        self._finish(plan)
        Overview(desk, plan, self._numbers).show()
        self._steps([step for step in plan["steps"] if step["status"] != "blocked"])
        Visits(desk, plan, self._numbers).show()
        Branches(desk, self._beside.forks).show()
        self._blocked(self._beside.stuck)
        Preparing(desk, plan, self._numbers).show()
        self._possible()
        self._supposed()
        self._set_aside()
        if self.everything:
            self._not_applying()

    def _finish(self, plan: Json) -> None:
        """Print when everything can be done, and which of several steps decide that."""
        desk, text = self.desk, plan["totals"].get("finish_text")
        if not text:
            return
        critical = [str(self._numbers[s["id"]]) for s in plan["steps"] if s.get("critical")]
        if 0 < len(critical) < len(self._numbers):
            listed = ", ".join(critical)
            text += desk.words(
                f" Yang menentukan: langkah {listed}.",
                f" What decides: step{'s' if len(critical) > 1 else ''} {listed}.",
            )
        desk.line()
        desk.line(text)

    @cached_property
    def _beside(self) -> Beside:
        """Return what stands beside the plan."""
        return Beside(self.advice, self.everything)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """Number the steps in the order in which they can be taken."""
        steps = [step for step in self.advice["plan"]["steps"] if step["wave"] is not None]
        return {step["id"]: number for number, step in enumerate(steps, start=1)}

    def _steps(self, steps: Sequence[Json]) -> None:
        desk = self.desk
        done = [step for step in steps if step["status"] == "done"]
        todo = [step for step in steps if step["status"] != "done"]
        for step in done:
            if step is done[0]:
                desk.heading(desk.words("Sudah selesai", "Done"))
            desk.line(f"- {told_apart(step, self.advice['plan']['steps'])}", 2, 2)
        if self.advice["plan"].get("empty"):
            desk.heading(desk.words("Langkah-langkah", "Steps"))
            desk.line(self.advice["plan"]["empty"])
        before: object = None
        for step in todo:
            if step["wave"] != before:
                desk.heading(self._wave(step["wave"], len(todo)))
                before = step["wave"]
            desk.line()
            StepCard(desk, step, self._numbers, self.everything).show()

        if todo:
            self._ticking(todo)

    def _ticking(self, steps: Sequence[Json]) -> None:
        """Print how to tick off what is done, once for all steps."""
        desk = self.desk
        desk.heading(desk.words("Bila satu langkah sudah selesai", "Once a step is done"))
        ids = "; ".join(f"{self._numbers[step['id']]}: --done {step['id']}" for step in steps)
        desk.line(desk.words("Tambahkan kodenya. Langkah ", "Add its code. Step ") + ids, 2)

    def _wave(self, wave: int, steps: int) -> str:
        """Return the heading of a wave."""
        if wave == 1:
            number = self.desk.words(f"{steps} langkah", several(steps, "step"))
            return self.desk.words(
                f"Yang dapat dikerjakan lebih dulu (seluruhnya {number})",
                f"What can be done first ({number} in all)",
            )
        return self.desk.words(f"Sesudah itu (tahap {wave})", f"After that (stage {wave})")

    def _blocked(self, found: Sequence[Stuck]) -> None:
        desk = self.desk
        if found:
            desk.heading(desk.words("Yang belum dapat diurus", "What cannot be had yet"))
        for stuck in found:
            for goal in stuck.goals:
                desk.line(f"- {whose(goal)}", 2, 2)
            for blocker in stuck.causes:
                desk.line(self._why_blocked(blocker), 4, 2)

    def _why_blocked(self, blocker: Json) -> str:
        """Return why a goal is blocked, and how to say that the paper is there after all."""
        if blocker["why"] == "not_applicable":
            return str(blocker["text"])
        have = f"--have {blocker['document']}@{blocker['of']}"
        return f"{blocker['text']} " + self.desk.words(
            f"Bila sudah ada, tambahkan {have}", f"Once you have it, add {have}"
        )

    def _possible(self) -> None:
        """Print the steps that wait for an answer, each under the question that decides it."""
        desk, beside = self.desk, self._beside
        if beside.waiting or beside.grave:
            desk.heading(
                desk.words("Mungkin juga, tergantung jawaban Anda", "Perhaps also, by your answers")
            )
        for group in beside.grave:
            self._grave(group)
        few = beside.waiting if self.everything else beside.waiting[:FEW]
        for group in few:
            self._group(group)
        left = sum(len(group.steps) for group in beside.waiting[len(few) :])
        if left:
            desk.line(
                desk.words(
                    f"… dan {left} langkah lain yang belum tentu perlu. Lihat semua: --all",
                    f"… and {left} more that may not be needed. See all: --all",
                ),
                2,
                2,
                "dim",
            )

    def _grave(self, group: Waiting) -> None:
        """Name a grave question; what follows from it is not spread out unasked."""
        if self.everything:
            self._group(group)
            return
        self.desk.line(group.title, 2, 2, "italic")
        number = len(group.steps)
        waiting = self.desk.words(
            f"{number} langkah menunggu jawaban ini. Kami tidak menebaknya.",
            f"Waiting for this answer: {several(number, 'step')}. We do not guess it.",
        )
        self.desk.line(waiting, 4)

    def _group(self, group: Waiting) -> None:
        desk, steps = self.desk, group.steps
        desk.line(group.title or desk.words("Lain-lain", "Others"), 2, 2, "italic")
        few = steps if self.everything else steps[:FEW]
        for step in few:
            desk.line(f"- {perhaps(step, desk.lang)}", 4, 2)
        if len(few) < len(steps):
            more = len(steps) - len(few)
            desk.line(desk.words(f"- dan {more} lagi", f"- and {more} more"), 4, 2, "dim")

    def _supposed(self) -> None:
        """Print what the shown plan supposes."""
        desk = self.desk
        supposed = self.advice["assumed"]
        if not supposed:
            return
        desk.heading(
            desk.words("Kami anggap begini, karena belum dijawab", "Supposed, as not answered yet")
        )
        few = supposed if self.everything else supposed[:FEW]
        for one in few:
            desk.line(f"- {one['title']} {one['label']}", 2, 2)
        if len(few) < len(supposed):
            more = len(supposed) - len(few)
            desk.line(desk.words(f"- dan {more} lagi (--all)", f"- and {more} more (--all)"), 2, 2)

    def _set_aside(self) -> None:
        desk = self.desk
        aside = self.advice["set_aside"]
        if aside:
            desk.heading(desk.words("Jawaban yang tidak dipakai", "Answers set aside"))
        for one in aside:
            desk.line(f"- {one['title']} {one['why']}", 2, 2)
        unmet = [one for one in self.advice["unused"] if one.startswith(_WANTED)]
        if unmet:
            desk.heading(desk.words("Diinginkan, tetapi tidak dapat", "Wanted, but not to be had"))
        for one in unmet:
            desk.line(f"- {one.removeprefix(_WANTED)}", 2, 2)

    def _not_applying(self) -> None:
        """Print what does not apply, and why."""
        desk = self.desk
        found = self._beside.not_applying
        if found:
            desk.heading(desk.words("Yang tidak berlaku bagi Anda", "What does not apply"))
        for verdict in found:
            desk.line(f"- {whose(verdict)}", 2, 2)
            for reason in verdict["reasons"]:
                desk.line(reason["text"], 4)
