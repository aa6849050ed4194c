"""Which figures of a step nobody can vouch for: told wherever the figures are."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lifejourney.errors import Words

Json = Mapping[str, Any]
UNSURE: Final = Words(
    "Belum dipastikan, tanyakan di loket: {figures}",
    "Not yet confirmed, ask at the counter: {figures}",
)
_FIGURES: Final = {
    "time": (Words("waktu", "time"), ("min", "max")),
    "cost": (Words("biaya", "cost"), ("min", "max")),
    "deadline": (Words("batas", "deadline"), ("within", "by", "on")),
}


def unsure_text(step: Json, lang: str) -> str:
    """Return which of time, cost and deadline no source confirms, empty for none."""
    found = ", ".join(name.in_language(lang) for name in _unsure(step))
    return UNSURE.in_language(lang).format(figures=found) if found else ""


def _unsure(step: Json) -> Iterator[Words]:
    for key, (name, bounds) in _FIGURES.items():
        figure = step.get(key)
        # The day by which a paper follows is no figure of a service.
        if figure is None or step.get("follow_up"):
            continue
        told = any(figure.get(one) is not None for one in bounds)
        if told and figure.get("status") == "unverified":
            yield name
