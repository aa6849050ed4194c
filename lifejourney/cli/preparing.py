"""What to prepare for the whole plan, on the screen: papers to tick off, money, what may come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifejourney.cli.desk import Desk
from lifejourney.handouts import by_holder, claim_text, forms, notes, origin

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Preparing:
    """Show papers, fees and benefits; `numbers` gives the number of each step by its id."""

    desk: Desk
    plan: Json
    numbers: Mapping[str, int]

    def show(self) -> None:
        """Print each part that holds something."""
        self._papers(self.plan["documents"])
        self._fee(self.plan["totals"]["fee"])
        self._benefits(self.plan["benefits"], self.plan["totals"]["benefit"])
        self._others([*self.plan["not_chosen"], *self.plan["rivals"]])
        self._compared(self.plan["compared"])

    # What was not chosen.

    def _others(self, others: Sequence[Json]) -> None:
        """Tell of other ways, and of goals that exclude one another, what the plan would be."""
        desk = self.desk
        if others:
            desk.heading(desk.words("Cara lain", "Other ways"))
        for other in others:
            desk.line(f"- {other['text']}", 2, 2)

    def _compared(self, choices: Sequence[Json]) -> None:
        """Set the kinds of an open choice side by side: what follows, what the plan would be."""
        desk = self.desk
        for choice in choices:
            desk.heading(desk.words("Bandingkan dulu", "Compare first"))
            desk.line(choice["title"], 2)
            for kind in choice["kinds"]:
                shown = desk.words(" (dipakai dalam rencana ini)", " (used in this plan)")
                desk.line(f"- {kind['title']}{shown if kind['shown'] else ''}", 2, 2)
                for text in (kind["consequence"], self._figures(kind)):
                    if text:
                        desk.line(text, 4)

    def _figures(self, kind: Json) -> str:
        """Return what the plan takes with a kind, and the steps that not every kind takes."""
        only = ", ".join(kind["only_titles"])
        more = self.desk.words(f" Langkah khususnya: {only}.", f" Its own steps: {only}.")
        return f"{_sentence(kind['text'])} {kind['finish_text']}{more if only else ''}"

    # Papers.

    def _papers(self, papers: Sequence[Json]) -> None:
        """Print the checklist, by whose each paper is; what a step makes comes last."""
        desk = self.desk
        if not papers:
            return
        desk.heading(desk.words("Siapkan", "Prepare"))
        for holder, found in by_holder(papers).items():
            desk.line(holder, 2, 2, "italic")
            for paper in found:
                desk.line(f"☐ {self._paper(paper)}", 4, 2)

    def _paper(self, paper: Json) -> str:
        """Return one paper: what, in which form, from where, for which steps."""
        title, form = str(paper["title"]), paper["form"]
        named = title if not form or form in title else f"{title} ({form})"
        lang = self.desk.lang
        told = (forms(paper, lang), origin(paper, self.numbers, lang), *notes(paper, lang))
        return f"{named}: {'; '.join(one for one in (*told, self._for(paper['for'])) if one)}"

    def _for(self, ids: Sequence[str]) -> str:
        """Return for which steps a paper is."""
        return self.desk.words("untuk ", "for ") + self._steps(ids)

    def _steps(self, ids: Sequence[str]) -> str:
        """Return the numbers of steps."""
        numbers = ", ".join(str(self.numbers[id_]) for id_ in ids if id_ in self.numbers)
        many = "s" if len(ids) > 1 else ""
        return self.desk.words(f"langkah {numbers}", f"step{many} {numbers}")

    # Money.

    def _fee(self, fee: Json) -> None:
        desk = self.desk
        if fee["text"] is None:
            return
        desk.heading(desk.words("Biaya seluruhnya", "Fees in all"))
        desk.line(_sentence(fee["text"]), 2)
        by_region = set(fee["by_region_for"])
        opened = (
            (
                desk.words("Belum diketahui, tanyakan di loket", "Not known, ask at the counter"),
                [id_ for id_ in fee["unknown_for"] if id_ not in by_region],
            ),
            (desk.words("Menurut aturan daerah", "By regional rule"), fee["by_region_for"]),
            (
                desk.words("Batas atasnya belum diketahui", "No known upper bound"),
                fee["unbounded_for"],
            ),
            # Where everything is free the sum says so.
            (
                desk.words("Tidak dipungut biaya", "Free of charge"),
                fee["free_for"] * (fee["max"] != 0),
            ),
        )
        for label, ids in opened:
            if ids:
                desk.line(f"{label}: {self._steps(ids)}.", 2, 2)
        if fee["note"]:
            desk.line(fee["note"], 2)

    def _benefits(self, benefits: Sequence[Json], total: Json) -> None:
        desk = self.desk
        if not benefits:
            return
        desk.heading(desk.words("Yang mungkin Anda terima", "What you may receive"))
        for one in benefits:
            desk.line(f"- {one['title']} ({self._steps([one['step']])})", 2, 2)
            desk.line(f"{one['what']} {_sentence(one['condition'])}", 4)
            told = (claim_text(one, desk.lang), _sentence(one["status_label"]))
            desk.line(" ".join(part for part in told if part), 4)
        if total["text"]:
            desk.line(_sentence(total["text"]), 2, 2)


def _sentence(text: str) -> str:
    """Return a text as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}."
