"""What the checks need to know about files: where a noun, or a part of it, was written."""

from __future__ import annotations

from typing import Protocol

from lifejourney.errors import Place

Path = tuple[str | int, ...]


class Places(Protocol):
    """Point at parts of nouns."""

    def __call__(self, noun: object, path: Path = (), offset: int | None = None) -> Place:
        """Return the place of the part on a path of field names and positions.

        `offset` counts characters into its text. A path that leads nowhere ends where it can.
        """
