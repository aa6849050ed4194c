"""Reply to one question."""

from datetime import date
from pathlib import Path

from lifejourney.cli.asking.replies import Replies
from lifejourney.cli.desk import Desk
from lifejourney.explanation import Asked, Option

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)
YES_NO = (Option("true", "ya"), Option("false", "tidak"))
PAPERS = tuple(Option(f"surat-{n}@self", f"Surat {n}") for n in range(1, 5))


def replies(type_: str, *options: Option, lang: str = "id") -> Replies:
    ids = tuple(f"document:{one.value}" for one in options) if type_ == "papers" else ("self.it",)
    asked = Asked(ids, type_, "Apa?", options=options)  # type: ignore[arg-type]
    return Replies(Desk(lang, folder=SMALL), asked, TODAY)


def value(type_: str, text: str, *options: Option) -> object:
    return replies(type_, *options).answer(text).values["self.it"]
