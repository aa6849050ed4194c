"""Find services that no answers ever make a step of the plan."""

from collections.abc import Iterator
from typing import Final

from lifejourney.checks import Places
from lifejourney.errors import Problem, Words
from lifejourney.proofs.witness import find_witness
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import Service

_NOWHERE: Final = (
    Words(
        "tidak ada peristiwa yang memanggilnya, dan tidak ada langkah yang perlu dokumennya",
        "no event calls for it, and no step needs what it makes",
    ),
    Words(
        "panggil di 'calls_for' sebuah peristiwa, atau minta dokumennya di 'requires'",
        "call for it in 'calls_for' of an event, or ask for its paper in 'requires'",
    ),
)
_NEVER_APPLIES: Final = (
    Words("tidak pernah berlaku bagi siapa pun", "it never applies to anybody"),
    Words(
        "perbaiki 'applies' atau batasan fakta yang melarangnya",
        "correct 'applies', or the constraint that rules it out",
    ),
)
_NEVER_TAKEN: Final = (
    Words(
        "syaratnya tidak pernah dapat dipenuhi, atau cara lain selalu lebih dulu",
        "its papers can never be had, or another way always comes first",
    ),
    Words(
        "periksa 'requires' dan 'produces', juga layanan lain yang membuat dokumen yang sama",
        "look at 'requires' and 'produces', and at other services that make the same paper",
    ),
)


def prove_services(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield the services that are a step for nobody, or of which that was not decided."""
    for service in worlds.catalog.services.values():
        search = find_witness(worlds, service.slug)
        if search.found is None:
            yield _problem(worlds, service, places, decided=search.decided)


def _problem(worlds: Worlds, service: Service, places: Places, *, decided: bool) -> Problem:
    name = f"{service.code} {service.slug}"
    why, remedy = _reason(worlds, service.slug)
    where = places(service, ("applies",) if why is _NEVER_APPLIES[0] else ("code",))
    if not decided:
        what = Words(
            f"belum dapat dipastikan dalam batas pencarian apakah {name} pernah menjadi langkah",
            f"whether {name} is ever a step was not decided within the limit",
        )
        return Problem("not-decided", where, what, remedy, "hint")
    what = Words(
        f"{name} tidak pernah menjadi langkah: {why.id}", f"{name} is never a step: {why.en}"
    )
    return Problem("no-witness", where, what, remedy)


def _reason(worlds: Worlds, slug: str) -> tuple[Words, Words]:
    """Return why a service is never a step, as far as single events tell, and the remedy."""
    reason = _NOWHERE
    for world in worlds.alone():
        given = world.outlook.given
        for instance in world.ground.instances:
            if instance.service.slug == slug:
                if given.column.some(given.truth[instance.applies] & given.column.all):
                    return _NEVER_TAKEN
                reason = _NEVER_APPLIES
    return reason
