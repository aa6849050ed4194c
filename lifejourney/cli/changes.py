"""What changed since an earlier plan, on the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifejourney.cli.desk import Desk
from lifejourney.handouts import whose

Json = Mapping[str, Any]


@dataclass(frozen=True)
class ChangesPage:
    """Show one answer of `present_difference`."""

    desk: Desk
    changes: Json

    def show(self) -> None:
        """Print what came, went and moved, what else to bring, and what that comes from."""
        desk, changes = self.desk, self.changes
        parts = ("added", "removed", "moved", "papers")
        if not any(changes[part] for part in parts):
            desk.line(desk.words("Rencana Anda tidak berubah.", "Your plan has not changed."))
        self._list(desk.words("Langkah baru", "New steps"), changes["added"])
        self._list(desk.words("Tidak perlu lagi", "No longer needed"), changes["removed"])
        self._list(desk.words("Berubah waktunya atau kepastiannya", "Moved"), changes["moved"])
        self._list(desk.words("Suratnya berubah", "Other papers"), changes["papers"])
        why = changes["why"]
        if why:
            desk.heading(desk.words("Yang berbeda dari sebelumnya", "What is different"))
        for cause in why:
            desk.line(f"- {cause['text']}", 2, 2)

    def _list(self, title: str, steps: Sequence[Json]) -> None:
        if steps:
            self.desk.heading(title)
        for step in steps:
            self.desk.line(f"- {whose(step)}", 2, 2)
            for change in step.get("changes", ()):
                self.desk.line(change["text"], 4)
