"""What questions are about: those of one topic are asked together."""

from dataclasses import dataclass

from lifejourney.vocabulary.scalars import Line, Noun, Slug, Text


@dataclass(frozen=True, slots=True)
class Topic(Noun):
    """Name one group of questions, in the words of a citizen.

    `pinned`: questions that are asked first, in this order, where they are asked at all. A fact
    is written `role.fact`, the question of how many or who somebody is by its role alone.
    """

    slug: Slug
    title: Text
    pinned: tuple[Line, ...] = ()
