"""Prove of a sound catalog that every service, question and condition in it has its use."""

from datetime import date

from lifejourney.catalog import Catalog
from lifejourney.checks import Places
from lifejourney.errors import Problem
from lifejourney.proofs.codes import CODES
from lifejourney.proofs.conditions import prove_conditions, prove_options
from lifejourney.proofs.pins import prove_pins
from lifejourney.proofs.questions import prove_alike, prove_questions
from lifejourney.proofs.services import prove_services
from lifejourney.proofs.telling import Witness, tell
from lifejourney.proofs.witness import find_witness
from lifejourney.proofs.wording import prove_wording
from lifejourney.proofs.worlds import Worlds

__all__ = ["CODES", "Witness", "Worlds", "find_witness", "prove_catalog", "prove_pins", "tell"]

_PROOFS = (
    prove_services,
    prove_questions,
    prove_conditions,
    prove_options,
    prove_alike,
    prove_wording,
)


def prove_catalog(catalog: Catalog, places: Places, today: date) -> tuple[Problem, ...]:
    """Return what is of no use in a catalog without errors, today and after each later change."""
    later = (variant for start, variant in catalog.variants if start > today)
    found: dict[Problem, None] = {}
    for one in (catalog.on(today), *later):
        worlds = Worlds(one, today)
        for prove in _PROOFS:
            found.update(dict.fromkeys(prove(worlds, places)))
    return tuple(found)
