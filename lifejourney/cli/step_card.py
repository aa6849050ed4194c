"""One step on the screen: where, with what, how long, how much, until when, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.cli.desk import Desk
from lifejourney.cli.visits import where_text
from lifejourney.explanation import channels_text
from lifejourney.handouts import deadline_text, forms, origin, unsure_text, whose

Json = Mapping[str, Any]
INDENT: Final = 4


@dataclass(frozen=True)
class StepCard:
    """Show one step; `numbers` gives the number of each step by its id.

    `everything`: with every reason, not those that decide alone.
    """

    desk: Desk
    step: Json
    numbers: Mapping[str, int]
    everything: bool = False

    def show(self) -> None:
        """Print the card."""
        desk, step = self.desk, self.step
        number = self.numbers.get(step["id"], 0)
        desk.line(f"{number:>2}. {step['title']}: {step['person_title']}", 0, INDENT, "bold")
        if step.get("follow_up"):
            self._where()
            self._bring()
            self._when()
            self._until()
            return
        desk.line(f"{step['kind_label']}. {self._status()}", INDENT)
        desk.line(step["plain"], INDENT)
        self._where()
        self._bring()
        done = step["procedure"]
        steps = [f"{at}. {text}" for at, text in enumerate(done, 1)] if len(done) > 1 else done
        self._items(desk.words("Urutan", "Do"), steps)
        made = [self._whose(one) for one in step["produces"]]
        self._items(desk.words("Hasil", "You get"), made)
        self._figures()
        self._unlocks()
        self._advice()
        self._grounds()

    def _unlocks(self) -> None:
        """Print which steps can be started once this one is done."""
        numbers = [str(self.numbers[id_]) for id_ in self.step["unlocks"] if id_ in self.numbers]
        if numbers:
            word = self.desk.words("langkah", "step" if len(numbers) == 1 else "steps")
            text = f"{word} {', '.join(numbers)}"
            self._field(self.desk.words("Membuka", "Unlocks"), text)

    def _field(self, label: str, text: object) -> None:
        self.desk.field(label, str(text or ""), INDENT)

    def _items(self, label: str, texts: list[str]) -> None:
        self.desk.items(label, texts, INDENT)

    def _status(self) -> str:
        """Return the status, with the questions on which it depends."""
        step, desk = self.step, self.desk
        if step["status"] != "possible":
            return f"{step['status_label']}."
        titles = step["depends_on_titles"][:2]
        if not titles:
            return f"{step['status_label']}."
        by = desk.words("tergantung", "depending on")
        return f"{step['status_label']}, {by}: {' / '.join(titles)}"

    def _where(self) -> None:
        step, desk = self.step, self.desk
        self._field(desk.words("Di mana", "Where"), step["authority"])
        office = step["office"]
        if office is not None and office["unit"] is not None:
            self._field("", where_text(desk, office))
        if step["actor"]:
            self._field("", step["actor"])
        self._field(desk.words("Cara", "How"), channels_text(step["channels"], desk.lang))
        self._field(desk.words("Datang", "Go"), step["visit_label"])

    def _bring(self) -> None:
        """Print what to bring: whose, original or copy, from where."""
        papers = [self._paper(one) for one in self.step["requires"] if _is_brought(one)]
        self._items(self.desk.words("Bawa", "Bring"), papers)

    def _paper(self, paper: Json) -> str:
        desk = self.desk
        parts = [
            self._whose(paper),
            forms(paper, desk.lang),
            origin(paper, self.numbers, desk.lang),
        ]
        text = "; ".join(part for part in parts if part)
        if paper.get("substitute"):
            text += desk.words(" (sebagai pengganti)", " (instead)")
        if paper.get("supplied_later") and not self.step.get("follow_up"):
            text += f" ({paper['supplied_later']['text']})"
        return f"{text}. {paper['note']}" if paper.get("note") else text

    def _whose(self, paper: Json) -> str:
        """Return a paper with whose it is, unless it is of the one whom the card is about."""
        own = paper["of"] == self.step["person"]
        return str(paper["title"]) if own else whose(paper)

    def _checked(self, paper: Json) -> str:
        """Return a paper that is only looked at before going, with what is to be said of it."""
        whose_ = self._whose(paper)
        return f"{whose_}. {paper['note']}" if paper.get("note") else whose_

    def _figures(self) -> None:
        step, desk = self.step, self.desk
        self._field(desk.words("Waktu", "Time"), _with_note(step["time"]))
        self._field(desk.words("Biaya", "Cost"), _with_note(step["cost"]))
        self._when()
        self._until()

    def _when(self) -> None:
        """Print from when and by when, and what time does to it meanwhile."""
        step = self.step
        self._field(self.desk.words("Kapan", "When"), step.get("when"))
        for note in step.get("when_notes", ()):
            self._field("", note)

    def _until(self) -> None:
        """Print the deadline; only one that binds and is past is marked."""
        desk, deadline = self.desk, self.step["deadline"]
        if deadline is not None:
            text = deadline_text(deadline, desk.lang)
            style = "bold red" if deadline["overdue"] and deadline["binding"] else ""
            desk.line(f"{desk.words('Batas', 'By'):<8} {text}", INDENT, 9, style)

    def _advice(self) -> None:
        step, desk = self.step, self.desk
        if step["say"]:
            self._field(desk.words("Katakan", "Say"), f"“{step['say']}”")
        checked = [self._checked(one) for one in step["requires"] if not _is_brought(one)]
        self._items(desk.words("Cek dulu", "Check"), checked)
        # What must not be so stands apart from what must be.
        self._items(desk.words("Awas", "Mind"), step["sent_back_when"])
        self._field(desk.words("Wakil", "Proxy"), step["proxy"])
        eased = [
            one["title"]
            for one in step["accommodations"]
            if not (step["proxy"] and one["accommodation"] == "proxy")
        ]
        self._field(desk.words("Bantuan", "Help"), ", ".join(eased))
        self._field(desk.words("Pulang", "Leave"), step["check_result"])
        benefit = step["benefit"]
        if benefit is not None:
            self._field(desk.words("Manfaat", "Benefit"), benefit["what"])
        self._field(desk.words("Catatan", "Note"), step["note"])
        self._field(desk.words("Daerah", "Region"), step["regional"])
        for conflict in step["conflicts"]:
            self._field(desk.words("Hati-hati", "Beware"), conflict["text"])

    def _grounds(self) -> None:
        """Print law, where the figures come from, and why the step is there."""
        step, desk = self.step, self.desk
        self._field(desk.words("Hukum", "Law"), "; ".join(step["legal"]))
        unsure = unsure_text(step, desk.lang)
        labels = dict.fromkeys(
            source["status_label"]
            for source in step["sources"]
            if not unsure or source["status"] != "unverified"
        )
        told = [*labels, unsure]
        self._field(desk.words("Sumber", "Source"), "; ".join(filter(None, told)))
        reasons = step["reasons"] if self.everything else step["why"]
        self._field(desk.words("Mengapa", "Why"), " ".join(reasons))


def _is_brought(paper: Json) -> bool:
    """Tell whether a paper is to be brought, not just checked beforehand."""
    return bool(paper["original"] or paper["copies"])


def _with_note(figure: Json) -> str:
    """Return the text of a figure with its note."""
    return f"{figure['text']}. {figure['note']}" if figure.get("note") else str(figure["text"])
