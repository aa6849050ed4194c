"""Check facts from whose day something counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.holdings import fact_names, fact_type
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.scopes import expand
from lifejourney.errors import Place, Problem, Words

_FACT: Final = re.compile(r"([\w-]+)\.([\w-]+)")


def check_date(
    text: str, serves: tuple[str, ...], catalog: Catalog, where: Place
) -> Iterator[Problem]:
    """Check `role.fact`, `it` being one of `serves`: a fact, and one that is a date."""
    found = _FACT.fullmatch(text)
    if found is None:
        what = Words(f"'{text}' bukan peran.fakta", f"'{text}' is no role.fact")
        remedy = Words("contoh: it.birth_date", "for example it.birth_date")
        yield Problem("not-a-date", where, what, remedy)
        return
    role, name = found.groups()
    if role != "it" and role not in catalog.roles:
        yield unknown_role(role, catalog, where)
        return
    roles = expand(serves, catalog) if role == "it" else (role,)
    kinds = {fact_type(catalog, one, name) for one in roles if one in catalog.roles}
    dates = {
        f"{role}.{known}"
        for one in roles
        for known in fact_names(catalog, one)
        if fact_type(catalog, one, known) == "date"
    }
    if None in kinds:
        yield unknown("fact", text, dates, where)
    elif kinds - {"date"}:
        what = Words(f"'{text}' bukan tanggal", f"'{text}' is no date")
        listed = ", ".join(sorted(dates)) or "-"
        remedy = Words(f"pilih tanggal: {listed}", f"choose a date: {listed}")
        yield Problem("not-a-date", where, what, remedy)
