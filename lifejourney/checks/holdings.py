"""Which facts a role has, those built in among them, and what tests fit them."""

from __future__ import annotations

from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.scopes import many_roles

FITTING: Final = {
    "boolean": "boolean",
    "choice": "string",
    "integer": "number",
    "money": "number",
    "date": "date",
    "text": "string",
}


def fact_type(catalog: Catalog, role: str, name: str) -> str | None:
    """Return the type of a role's fact, None if it has none of that name."""
    fact = catalog.fact(role, name)
    if fact is not None:
        return fact.type
    if name == "alive" and role not in catalog.groups:
        return "boolean"
    return "integer" if name == "count" and role in many_roles(catalog) else None


def fact_names(catalog: Catalog, role: str) -> frozenset[str]:
    """Return the names of all facts that a role has."""
    own = {fact.name for fact in catalog.facts_of(role)}
    built_in = {name for name in ("alive", "count") if fact_type(catalog, role, name)}
    return frozenset(own | built_in)
