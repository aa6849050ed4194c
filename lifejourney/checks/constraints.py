"""Check constraints: one way to say each, and facts that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.holdings import FITTING, fact_names, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Path, Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Constraint

_COMPARE: Final = re.compile(r"([\w-]+)\.([\w-]+) *(?:<=|>=|<|>) *([\w-]+)\.([\w-]+)")
_PATH: Final[Path] = ("compare",)


def check_constraints(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with constraints."""
    for constraint in catalog.constraints:
        if (constraint.never is None) == (constraint.compare is None):
            what = Words(
                "perlu tepat satu: 'never' atau 'compare'",
                "needs exactly one: 'never' or 'compare'",
            )
            remedy = Words("hapus atau tambahkan salah satu", "remove or add one of them")
            yield Problem("bad-constraint", places(constraint), what, remedy)
        if constraint.compare is not None:
            yield from _comparison(constraint, constraint.compare, catalog, places)


def _comparison(
    constraint: Constraint, text: str, catalog: Catalog, places: Places
) -> Iterator[Problem]:
    """Check `role.fact >= role.fact`."""
    found = _COMPARE.fullmatch(text)
    if found is None:
        what = Words(
            f"'{text}' bukan perbandingan dua fakta", f"'{text}' does not compare two facts"
        )
        example = "child.birth_date >= mother.birth_date"
        remedy = Words(f"contoh: {example}", f"for example {example}")
        yield Problem("bad-constraint", places(constraint, _PATH), what, remedy)
        return
    kinds = set()
    for group in (1, 3):
        role, name = found[group], found[group + 1]
        where = places(constraint, _PATH, found.start(group))
        kind = fact_type(catalog, role, name)
        if role not in catalog.roles:
            yield unknown_role(role, catalog, where)
        elif kind is None:
            choices = {f"{role}.{one}" for one in fact_names(catalog, role)}
            yield unknown("fact", f"{role}.{name}", choices, where)
        else:
            kinds.add(FITTING[kind])
    if len(kinds) > 1 or kinds & {"boolean", "string"}:
        what = Words("kedua fakta tidak dapat dibandingkan", "the two facts cannot be compared")
        remedy = Words("bandingkan dua tanggal atau dua angka", "compare two dates or two numbers")
        yield Problem("bad-constraint", places(constraint, _PATH), what, remedy)
