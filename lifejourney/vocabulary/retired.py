"""Names that are no longer in use, and what took their place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lifejourney.vocabulary.scalars import Flag, Line, Noun, Slug, Source, Text


@dataclass(frozen=True, slots=True)
class Retired(Noun):
    """Say what took the place of a name, and why.

    `in_titles_only`: an everyday word that is still understood, but is nothing's name.
    """

    instead: Text
    source: Slug | None = None
    in_titles_only: Flag = False


@dataclass(frozen=True, slots=True)
class RetiredNames(Noun):
    """Hold the retired names of a country.

    `history`: words that mark a sentence as history ("dahulu"), in which such a name may stand.
    """

    names: Mapping[Line, Retired] = field(default_factory=dict)
    history: tuple[Line, ...] = ()
    sources: Mapping[Slug, Source] = field(default_factory=dict)
