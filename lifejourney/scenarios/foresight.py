"""Compare what falls due with what a scenario expects of it."""

from collections.abc import Iterable, Iterator, Sequence

from lifejourney.scenarios.failure import Failure, Json, asked_in, same_name, same_question
from lifejourney.vocabulary import Foresight


def compare_foresight(expected: Foresight, answer: Json) -> Iterator[Failure]:
    """Yield every expectation of what falls due that does not hold."""
    certain = [one for one in answer["due"] if one["status"] == "certain"]
    perhaps = [one for one in answer["due"] if one["status"] != "certain"]
    yield from _days(expected, certain)
    for name in expected.perhaps:
        if not _named(name, perhaps):
            sure = "certain" if _named(name, certain) else "-"
            yield Failure(f"upcoming.perhaps.{name}", "possible", sure)
    for name in expected.not_due:
        if found := [one["status"] for one in _named(name, answer["due"])]:
            yield Failure(f"upcoming.not_due.{name}", "-", ", ".join(found))
    yield from _questions(expected, list(asked_in(answer["questions"])))


def _days(expected: Foresight, certain: Sequence[Json]) -> Iterator[Failure]:
    """Compare what is certain: on which days, and that there is nothing else."""
    for name, days in expected.due.items():
        wanted = [day.isoformat() for day in days]
        found = [str(one["date"] or _range(one)) for one in _named(name, certain)]
        if found != wanted:
            yield Failure(f"upcoming.due.{name}", ", ".join(wanted), ", ".join(found) or "-")
    more = [_name(one) for one in certain if not _is_named(one, expected.due)]
    if expected.nothing_else and more:
        yield Failure("upcoming.nothing_else", "-", ", ".join(more))


def _questions(expected: Foresight, asked: Sequence[str]) -> Iterator[Failure]:
    for key in expected.asks:
        if not any(same_question(key, one) for one in asked):
            yield Failure("upcoming.asks", key, ", ".join(asked) or "-")
    for key in expected.asks_not:
        if any(same_question(key, one) for one in asked):
            yield Failure("upcoming.asks_not", f"- {key}", key)


def _name(one: Json) -> str:
    return f"{one['slug']}@{one['person']}"


def _range(one: Json) -> str:
    return f"{one['earliest']}..{one['latest']}"


def _named(name: str, ones: Iterable[Json]) -> list[Json]:
    return [one for one in ones if same_name(name, _name(one))]


def _is_named(one: Json, names: Iterable[str]) -> bool:
    return any(same_name(name, _name(one)) for name in names)
