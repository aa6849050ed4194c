"""Check what orders questions: how likely an answer is thought to be, and how hard to give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.places import Path, Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Fact

EFFORTS: Final = range(1, 4)
SPECIFIC: Final = 2
"""The least effort of an answer that is specific data (UU 27/2022 article 4)."""
_REMEDIES: Final = {
    "boolean": Words(
        "contoh likelihood: {true: 70, false: 30}", "likelihood: {true: 70, false: 30}"
    ),
    "choice": Words(
        "beri setiap pilihan 'likelihood', misalnya 70 dan 30",
        "give each option a 'likelihood', such as 70 and 30",
    ),
}
_USUAL: Final = Words("tambahkan 'likely', nilai yang biasa", "add 'likely', the usual value")


def check_likelihoods(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the estimates of facts that are asked."""
    for fact in catalog.facts:
        yield from _below_zero(fact, places)
        if fact.derived is None:
            yield from _effort(fact, places)
            if not _is_estimated(fact):
                what = Words(
                    f"perkiraan jawaban '{fact.name}' belum ada",
                    f"nothing says which answer of '{fact.name}' is likely",
                )
                remedy = _REMEDIES.get(fact.type, _USUAL)
                yield Problem("likelihood-missing", places(fact), what, remedy, "hint")


def _is_estimated(fact: Fact) -> bool:
    """Tell whether a fact says which answer is likely; a text never does."""
    match fact.type:
        case "boolean":
            return fact.likelihood.keys() == {"true", "false"}
        case "choice":
            return any(option.likelihood != 1 for option in fact.options.values())
        case "text":
            return True
        case _:
            return fact.likely is not None


def _below_zero(fact: Fact, places: Places) -> Iterator[Problem]:
    """Report weights that are none."""
    weights: dict[Path, int] = {("likelihood", key): n for key, n in fact.likelihood.items()}
    weights |= {("options", key, "likelihood"): one.likelihood for key, one in fact.options.items()}
    for path, weight in weights.items():
        if weight < 0:
            what = Words("perkiraan di bawah nol", "a likelihood below zero")
            yield Problem("below-zero", places(fact, path), what, Words("tulis 0", "write 0"))


def _effort(fact: Fact, places: Places) -> Iterator[Problem]:
    """Report an effort that does not exist, or that makes light of specific data."""
    where = places(fact, ("effort",))
    if fact.effort not in EFFORTS:
        what = Words(f"upaya {fact.effort} tidak ada", f"there is no effort {fact.effort}")
        remedy = Words(
            "1 hafal, 2 perlu dicari, 3 perlu surat atau orang lain",
            "1 by heart, 2 to look up, 3 a paper or somebody else",
        )
        yield Problem("bad-effort", where, what, remedy)
    elif fact.data_class == "specific" and fact.effort < SPECIFIC:
        what = Words("data spesifik tidak ringan dijawab", "specific data is not lightly told")
        remedy = Words(f"tulis effort: {SPECIFIC}", f"write effort: {SPECIFIC}")
        yield Problem("effort-low", where, what, remedy, "hint")
