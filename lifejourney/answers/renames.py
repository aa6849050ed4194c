"""Read what was asked by older names: what was renamed since goes by its present name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lifejourney.answers.shape import Shape
from lifejourney.vocabulary import Register

_KEY: Final = re.compile(r"([a-z][a-z0-9_-]*?)((?:\[[0-9]{1,3}\]|-[0-9]{1,3})?)\.([a-z0-9_-]+)")
_CHOICE: Final = "choice:"
_DOCUMENT: Final = "document:"
_ANYBODY: Final = "person"


def in_present_names(register: Register, shape: Shape) -> Shape:
    """Return a request with the present name of everything that was renamed.

    What was withdrawn keeps its name, and is refused by it.
    """
    renames = _Renames(register)
    if not renames.there_are:
        return shape
    return replace(
        shape,
        events=[(at, register.present("events", slug)) for at, slug in shape.events],
        answers=renames.answers(shape.answers),
        declined=[(at, renames.unknown(name)) for at, name in shape.declined],
        held=[(at, renames.paper(item)) for at, item in shape.held],
        lacking=[(at, renames.paper(item)) for at, item in shape.lacking],
        wanted=[(at, renames.paper(item)) for at, item in shape.wanted],
        done=[(at, renames.step(name)) for at, name in shape.done],
    )


@dataclass(frozen=True, slots=True)
class _Renames:
    """Follow the register."""

    register: Register

    @property
    def there_are(self) -> bool:
        own = self.register
        sections = (own.events, own.services, own.documents, own.facts, own.options)
        return any(entry.state == "renamed" for one in sections for entry in one.values())

    def answers(self, given: Mapping[str, object]) -> dict[str, object]:
        """Return the answers by their present names, unless that one is answered beside it."""
        found: dict[str, object] = {}
        for key, value in given.items():
            now = self.fact(key)
            kept = key if now in given else now
            found[kept] = self._option(now, value) if isinstance(value, str) else value
        return found

    def fact(self, key: str) -> str:
        """Return the present name of a fact; a number stays where the role does."""
        for role, number, name in _read(key):
            old = f"{role}.{name}"
            new = self.register.present("facts", old)
            holder, _, name_now = new.rpartition(".")
            if new != old:
                same = holder in (role, _ANYBODY)
                return f"{key.partition(number or '.')[0]}{number}.{name_now}" if same else new
        return key

    def _option(self, key: str, value: str) -> str:
        for role, _, name in _read(key):
            old = f"{role}.{name}.{value}"
            new = self.register.present("options", old)
            if new != old:
                return new.rpartition(".")[2]
        return value

    def unknown(self, name: str) -> str:
        """Return the present name of what is declined: a fact, a paper or a choice."""
        for before in (_DOCUMENT, _CHOICE):
            if name.startswith(before):
                return before + str(self.paper(name.removeprefix(before)))
        return self.fact(name)

    def paper(self, item: object) -> object:
        """Return a paper, or a service wanted, by its present name."""
        if isinstance(item, Mapping) and isinstance(item.get("document"), str):
            return {**item, "document": self.paper(item["document"])}
        if not isinstance(item, str):
            return item
        slug, at, person = item.partition("@")
        now = self.register.present("documents", slug)
        return (now if now != slug else self.register.present("services", slug)) + at + person

    def step(self, name: str) -> str:
        """Return a step by the present names of its service and of what it brings later."""
        slug, at, rest = name.partition("@")
        person, plus, later = rest.partition("+")
        service = self.register.present("services", slug)
        return f"{service}{at}{person}{plus}{self.paper(later)}"


def _read(key: str) -> Iterator[tuple[str, str, str]]:
    """Yield the names by which a fact may be registered: role, number as written, and fact."""
    parts = _KEY.fullmatch(key)
    if parts is not None:
        yield parts[1], parts[2], parts[3]
        yield _ANYBODY, parts[2], parts[3]
