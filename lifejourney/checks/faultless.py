"""Remember the nouns in which nothing was wrong, from one reading of a catalog to the next."""

from __future__ import annotations

from datetime import date

from lifejourney.vocabulary import RetiredNames


class Faultless:
    """Hold the nouns that were found good by themselves, by the same rules.

    A noun is known by its identity, so it is kept here as long as the catalog that holds it.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._rules: tuple[RetiredNames, date | None] | None = None
        self._before: dict[int, object] = {}
        self._now: dict[int, object] = {}

    def begin(self, retired: RetiredNames, today: date | None) -> None:
        """Begin another reading; what was good by other rules is forgotten."""
        is_same = self._rules is not None and self._rules == (retired, today)
        self._rules = retired, today
        self._before, self._now = self._now if is_same else {}, {}

    def __contains__(self, noun: object) -> bool:
        """Tell whether a noun was found good, in the last reading or in this one."""
        if id(noun) in self._before:
            self.add(noun)
        return id(noun) in self._now

    def add(self, noun: object) -> None:
        """Remember that nothing is wrong in a noun."""
        self._now[id(noun)] = noun
