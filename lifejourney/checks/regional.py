"""Check the rules of regions: about services there are, papers they ask for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from lifejourney.catalog import SELF, Catalog
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Difference, RegionalRules

# By these a way is chosen among several: one that is shorter or cheaper here would turn the plan.
_CHOSEN_BY = ("cost", "processing_time")


def check_regional(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the rules of regions."""
    for rules in catalog.rules.values():
        if rules.slug not in catalog.regions:
            yield unknown("region", rules.slug, catalog.regions, places(rules))
        papers = any(one.add_requires or one.remove_requires for one in rules.services.values())
        if papers and catalog.fact(SELF, "region") is None:
            what = Words("fakta self.region belum ada", "there is no fact self.region")
            remedy = Words(
                "tambahkan fakta region (type: text, regions: true) untuk self",
                "add a fact region (type: text, regions: true) of self",
            )
            yield Problem("unknown-fact", places(rules), what, remedy)
        for slug, difference in rules.services.items():
            yield from _difference(catalog, places, rules, slug, difference)


def _difference(
    catalog: Catalog, places: Places, rules: RegionalRules, slug: str, difference: Difference
) -> Iterator[Problem]:
    """Report what is wrong with the difference of one service."""
    service = catalog.services.get(slug)
    if service is None:
        where = places(rules, ("services", slug, "[key]"))
        yield unknown("service", slug, catalog.services, where)
        return
    added = {one.any for one in difference.add_requires}
    asked = {way.document for one in service.requires if one.any not in added for way in one.any}
    for at, document in enumerate(difference.remove_requires):
        if document not in asked:
            where = places(rules, ("services", slug, "remove_requires", at))
            what = Words(
                f"layanan itu tidak meminta '{document}'",
                f"that service does not ask for '{document}'",
            )
            listed = ", ".join(sorted(asked))
            remedy = Words(f"yang diminta: {listed}", f"it asks for: {listed}")
            yield Problem("nothing-to-remove", where, what, remedy)
    rivals = _rivals(catalog, slug)
    for key in _CHOSEN_BY:
        if key in difference.set and rivals:
            where = places(rules, ("services", slug, "set", key))
            what = Words(
                f"'{key}' menentukan pilihan antara layanan ini dan {rivals[0]}",
                f"'{key}' decides between this service and {rivals[0]}",
            )
            remedy = Words(
                "tulis di 'note' saja, agar rencana tidak berbalik begitu daerahnya diketahui",
                "say it in 'note' alone, so that no plan turns once the region is known",
            )
            yield Problem("turns-by-region", where, what, remedy)


def _rivals(catalog: Catalog, slug: str) -> list[str]:
    """Return the other services that make a document of the same kind."""
    made = {result.document for result in catalog.services[slug].produces}
    general = {catalog.documents[one].kind_of or one for one in made if one in catalog.documents}
    same = {kind for one in general if one in catalog.documents for kind in catalog.kinds(one)}
    found = {maker for one in same | made for maker in catalog.producers.get(one, ())}
    return sorted(found - {slug})
