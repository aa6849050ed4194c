"""Questions as they stand on a page: each with the fields in which it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal

from babel.dates import get_month_names

from lifejourney import Asked, AskedReader, Catalog, Option, spoken

from ..session import Session, Value

Json = Mapping[str, Any]
Kind = Literal["choice", "number", "money", "date", "place", "text", "papers"]
MOST_PAPERS: Final = 8
FEW: Final = 7
"""Up to so many numbers are shown to choose from."""
_KINDS: Final[Mapping[str, Kind]] = {
    "boolean": "choice",
    "choice": "choice",
    "result": "choice",
    "integer": "number",
    "money": "money",
    "date": "date",
    "region": "place",
    "papers": "papers",
}


@dataclass(frozen=True)
class OnPage(Asked):
    """Hold a question on a page; `name` begins the names of its fields.

    `typed`: what stands in the fields; `faults`: what was wrong with it.
    """

    name: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """Return with which fields it is answered."""
        return (
            "choice" if self.options and self.type == "integer" else _KINDS.get(self.type, "text")
        )

    def at(self, field_: str) -> str:
        """Return what stands in one of its fields."""
        return self.typed.get(field_, "")


def read_questions(
    questions: Sequence[Json], session: Session, lang: str, *, one: bool
) -> list[OnPage]:
    """Return the first question of a list, or all of them; papers only so many at a time."""
    counts = session.body().get("persons", {})
    found = list(AskedReader(lang, counts).read(questions))
    return [
        _on_page(asked, f"q{number}") for number, asked in enumerate(found[:1] if one else found)
    ]


def _on_page(asked: Asked, name: str) -> OnPage:
    """Return a question with names for its fields: a list in parts, few numbers to choose from."""
    told: dict[str, Any] = {each.name: getattr(asked, each.name) for each in fields(asked)}
    shown = OnPage(**told, name=name)
    if asked.is_checklist:
        return replace(shown, ids=asked.ids[:MOST_PAPERS], options=asked.options[:MOST_PAPERS])
    if asked.ids[0].startswith("persons:") and asked.bounds is not None:
        least, most = asked.bounds
        numbers = tuple(Option(str(one), str(one)) for one in range(least, most + 1))
        return replace(shown, options=numbers) if most - least < FEW else shown
    return shown


def typed_before(asked: OnPage, step: Mapping[str, Value], catalog: Catalog) -> dict[str, str]:
    """Return the fields of a question as an earlier answer would fill them."""
    if not step:
        return {}
    if asked.kind == "papers":
        told = {id_: step.get(id_) for id_ in asked.ids}
        return {f"p{at}": str(told[id_] or "unsure") for at, id_ in enumerate(asked.ids)}
    value = step.get(asked.ids[0])
    if value is None:
        return {}
    if asked.kind == "date":
        return _date_fields(str(value))
    if asked.kind == "money" and isinstance(value, int):
        return {"v": catalog.country.write_amount(value)}
    return {"v": str(value).lower() if isinstance(value, bool) else str(value)}


def _date_fields(value: str) -> dict[str, str]:
    if value.startswith("age "):
        return {"age": value.removeprefix("age ")}
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return {"y": year, "m": month.lstrip("0"), "d": day.lstrip("0")}


def months(lang: str) -> list[Option]:
    """Return the months by name."""
    names = get_month_names("wide", locale=spoken(lang))
    return [Option(str(number), names[number]) for number in range(1, 13)]
