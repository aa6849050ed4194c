"""Find which questions matter by comparing every completion with every other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.situation import Situation, choice_id, fact_id, paper_id, persons_id
from tests.oracles.completions import Key, TooMany, completions
from tests.oracles.plain_result import Result

MOST_ROWS = 3000
Told = tuple[frozenset[Any], frozenset[Any]]


def id_of(key: Key, goals: tuple[str, ...], catalog: Catalog) -> str:
    """Return the id of a question as the advice names it.

    A choice between goals is named by one of which no kind is to be chosen, if there is one.
    """
    match key[0]:
        case "fact":
            return fact_id(key[1], key[2])
        case "paper":
            return paper_id((key[1], key[2]))
        case "choice":
            return choice_id(key[1], key[2])
        case "rivals":
            named = [goals[number].partition("@") for number in key[1]]
            plain = [one for one in named if len(_kinds(catalog, one[0])) <= 1]
            target, _, member = (plain or named)[0]
            return choice_id(target, member)
        case _:
            return persons_id(key[1])


def _kinds(catalog: Catalog, target: str) -> tuple[str, ...]:
    return catalog.kinds(target) if target in catalog.documents else ()


def _parts(result: Result) -> frozenset[Any]:
    """Return all that an advice says of one completion."""
    ways = {replace(met, source="") for met in result.ways}
    return frozenset(
        {
            *(("called", n) for n, called in enumerate(result.called) if called),
            *(("blocked", n) for n, blocked in enumerate(result.blocked) if blocked),
            *(("step", step) for step in result.steps),
            *(("makes", made) for made in result.makes),
            *(("edge", edge) for edge in result.edges),
            *(("way", way) for way in ways),
        }
    )


def mattering(
    catalog: Catalog, situation: Situation, goals: tuple[str, ...], most: int
) -> frozenset[str]:
    """Return the ids of the questions that matter; what is declined stays open in the advice."""
    found = completions(catalog, situation, most)
    if not found:  # answers that contradict each other: nothing to compare
        raise TooMany
    keys = list(dict.fromkeys(key for supposed, _ in found for key in supposed))
    values = {
        key: list(dict.fromkeys(supposed[key] for supposed, _ in found if key in supposed))
        for key in keys
    }
    size = 1
    for key in keys:
        size *= len(values[key])
    if size > MOST_ROWS:
        raise TooMany
    ids = {key: id_of(key, goals, catalog) for key in keys}
    unheard = [k for k in keys if k[0] == "rest" or ids[k] in situation.declined]
    grave = [k for k in unheard if k[0] == "fact" and _is_grave(catalog, situation, k)]
    silent = [k for k in unheard if k not in grave]
    told = _told(found, [k for k in keys if k not in unheard], (silent, grave), values)
    return frozenset(ids[key] for one in _smallest(told) for key in one)


def _is_grave(catalog: Catalog, situation: Situation, key: Key) -> bool:
    roles = situation.cast.members[key[1]].roles
    found = (catalog.fact(role, key[2]) for role in roles)
    return next(fact.never_assumed for fact in found if fact is not None)


def _told(
    found: list[tuple[dict[Key, Any], Result]],
    asked: list[Key],
    unheard: tuple[list[Key], list[Key]],
    values: Mapping[Key, list[Any]],
) -> list[tuple[dict[Key, Any], Told]]:
    """Return for every way to answer what the advice says for sure, and what it says at all.

    Under what was declined and is too grave to be supposed only what is common to all is said.
    """
    rows: list[tuple[dict[Key, Any], Told]] = []
    silent, grave = unheard
    for said in _each(asked, values):
        parts = []
        for hidden in _each(silent, values):
            wholes = (said | hidden | left for left in _each(grave, values))
            results = [
                _parts(result)
                for whole in wholes
                for supposed, result in found
                if supposed.items() <= whole.items()
            ]
            if results:
                parts.append(frozenset.intersection(*results))
        if parts:
            rows.append((said, (frozenset.intersection(*parts), frozenset.union(*parts))))
    return rows


def _each(keys: list[Key], values: Mapping[Key, list[Any]]) -> Iterator[dict[Key, Any]]:
    for chosen in product(*(values[key] for key in keys)):
        yield dict(zip(keys, chosen, strict=True))


def _smallest(rows: list[tuple[dict[Key, Any], Told]]) -> Iterable[frozenset[Key]]:
    """Return the smallest sets of answers in which two ways with different advice differ."""
    sets = {
        frozenset(key for key in one if one[key] != other[key])
        for (one, told), (other, also) in combinations(rows, 2)
        if told != also
    }
    return [one for one in sets if not any(other < one for other in sets)]
