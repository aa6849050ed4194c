"""The visits on the screen: how often to go out, where to, and for which steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifejourney.cli.desk import Desk

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Visits:
    """Show the visits of a plan; `numbers` gives the number of each step by its id."""

    desk: Desk
    plan: Json
    numbers: Mapping[str, int]

    def show(self) -> None:
        """Print them; nothing if the plan holds nothing that anybody would go for."""
        desk, visits = self.desk, self.plan["visits"]
        todo = [step for step in self.plan["steps"] if step["status"] in ("certain", "possible")]
        online = [step["id"] for step in todo if step["visit"] is None and step["visit_label"]]
        if not visits and not online:
            return
        desk.heading(desk.words("Kunjungan", "Visits"))
        for number, visit in enumerate(visits, start=1):
            desk.line(f"{number:>2}. {self._visit(visit)}", 0, 4)
            if where := where_text(desk, visit["office"]):
                desk.line(where, 4)
        if online:
            steps = self._steps(online)
            desk.line(
                desk.words(
                    f"Bisa daring, tidak perlu datang: {steps}.",
                    f"Can be done online, no need to go: {steps}.",
                ),
                4,
            )
        for note in self.plan["visits_notes"]:
            desk.line(note, 4)
        for treatment in self.plan["special_treatment"] if visits else ():
            desk.line(self._treatment(treatment), 4)
        asked = self.plan["ease_question"]
        if asked is not None:
            desk.line(f"{asked['title']} {asked['why']}", 4)
            desk.line(f"--answer {asked['fact']}=true", 6)

    def _visit(self, visit: Json) -> str:
        """Return where to, for what, and after which visits."""
        text = f"{visit['authority_title']}: {self._steps(visit['steps'])}"
        if not visit["after"]:
            return text
        before = ", ".join(str(number) for number in visit["after"])
        many = "s" if len(visit["after"]) > 1 else ""
        return text + self.desk.words(
            f", sesudah kunjungan {before}", f", after visit{many} {before}"
        )

    def _steps(self, ids: Sequence[str]) -> str:
        """Return the numbers of steps."""
        numbers = ", ".join(str(self.numbers[id_]) for id_ in ids)
        many = "s" if len(ids) > 1 else ""
        return self.desk.words(f"langkah {numbers}", f"step{many} {numbers}")

    def _treatment(self, treatment: Json) -> str:
        """Return who may ask for what."""
        asked = ", ".join(one["title"] for one in treatment["accommodations"])
        return self.desk.words(
            f"{treatment['who']} boleh meminta: {asked}.",
            f"{treatment['who']} may ask for: {asked}.",
        )


def where_text(desk: Desk, office: Json | None) -> str:
    """Return address and hours of an office, or what to look for on a map; empty for neither."""
    if office is None:
        return ""
    query = office["map_query"]
    on_map = desk.words(f"cari di peta: {query}", f"on a map: {query}") if query else None
    parts = [office["address"] or on_map, office["hours"], office["phone"]]
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
