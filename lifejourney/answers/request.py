"""What a person asks and says, checked against the catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lifejourney.errors import Words


@dataclass(frozen=True, slots=True)
class Request:
    """Hold one request in which every name is known and every value fits.

    `facts`: (member, fact) to its typed value: bool, option slug, int, date, text or region code.
    `persons`: the number of members of a role, or whom a role is played by (`other`: by none of
    those named). `papers`: (document, member) to held or lacking on `day`; `valid_until`: the last
    day of those held that lapse. `declined`: ids of what the person will not or cannot answer.
    `done`: ids of steps. `channel`: `electronic` or `counter`, where a service offers both.
    `ignored`: fields that were left out since this catalog does not know them, and why.
    """

    events: tuple[str, ...]
    day: date
    facts: Mapping[tuple[str, str], object]
    declined: frozenset[str]
    persons: Mapping[str, int | str]
    papers: Mapping[tuple[str, str], bool]
    wanted: frozenset[tuple[str, str]]
    done: tuple[str, ...]
    prefer: str = "fastest"
    lang: str = "id"
    channel: str = "electronic"
    valid_until: Mapping[tuple[str, str], date] = field(default_factory=dict)
    ignored: tuple[tuple[str, Words], ...] = ()

    @property
    def tells_nothing(self) -> bool:
        """Tell whether nothing of a person is said but what happened."""
        said = (self.facts, self.persons, self.papers, self.declined, self.wanted, self.done)
        return not any(said)
