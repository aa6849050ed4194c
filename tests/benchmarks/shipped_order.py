"""Ask as the engine does, but by what a question settles alone."""

from collections.abc import Sequence

from lifejourney.advice.asking import Asking
from lifejourney.advice.model import Question


class WithoutTopics(Asking):
    """Rank all questions by what they settle: no topic, no pin, none first or last by tact."""

    def _place(self, topic: str) -> int:  # noqa: ARG002
        return 0

    def _pinned(self, unpinned: str) -> tuple[Question, ...]:  # noqa: ARG002
        return ()

    def _preferred(self, measured: Sequence[Question]) -> tuple[int, ...]:  # noqa: ARG002
        return ()

    def _is_grave(self, question: Question) -> bool:  # noqa: ARG002
        return False

    def _turn(self, question: Question) -> int:  # noqa: ARG002
        return 0


def before_topics(asking: Asking) -> Sequence[Question]:
    """Return the next page as if all questions were of one topic."""
    return WithoutTopics(asking.world, asking.questions).in_order()[0]
