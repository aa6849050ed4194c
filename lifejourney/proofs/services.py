"""Find services that no answers ever make a step of the plan."""

from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks import Places
from lifejourney.checks.circles import circles
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
_CIRCLE: Final = Words(
    "tambahkan cara lain bagi salah satunya, misalnya pengganti (substitute: true)",
    "give one of them another way, such as a substitute (substitute: true)",
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
                    return _circle(worlds.catalog, slug) or _NEVER_TAKEN
                reason = _NEVER_APPLIES
    return reason


def _circle(catalog: Catalog, slug: str) -> tuple[Words, Words] | None:
    """Return that services wait for each other's papers, if this one is among them."""
    needs = {one.slug: _makers(catalog, one) for one in catalog.services.values()}
    for circle in circles(needs):
        if slug in circle:
            way = " → ".join(circle)
            why = Words(f"saling menunggu suratnya: {way}", f"each waits for the next: {way}")
            return why, _CIRCLE
    return None


def _makers(catalog: Catalog, service: Service) -> tuple[str, ...]:
    """Return the services that alone make what a service always asks for."""
    found: list[str] = []
    for need in service.requires:
        kinds = [kind for way in need.any for kind in catalog.kinds(way.document)]
        made = [maker for kind in kinds for maker in catalog.producers.get(kind, ())]
        elsewhere = any(catalog.documents[kind].origin != "service" for kind in kinds)
        at_hand = any(catalog.documents[kind].usual is not None for kind in kinds)
        if need.when is None and len(made) == 1 and not elsewhere and not at_hand:
            found += made
    return tuple(found)
