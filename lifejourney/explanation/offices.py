"""Where a step or a visit is, as far as anybody knows: a real office, else one by rule."""

from typing import Any

from lifejourney.advice import PlannedStep, Visit
from lifejourney.advice.offices import WITHOUT_REGION, office_region, region_of
from lifejourney.catalog import SELF
from lifejourney.explanation import words
from lifejourney.explanation.naming import Naming
from lifejourney.vocabulary import Accommodation, Authority, Unit, province_of, status_of

Json = dict[str, Any]


def unit_of(naming: Naming, step: PlannedStep) -> Unit | None:
    """Return the office where a step is taken, if it is known which one that is."""
    region = region_of(naming.advice.situation, step.member)
    catalog = naming.advice.catalog
    return None if region is None else catalog.unit(step.service.authority, region)


def step_office(naming: Naming, step: PlannedStep) -> Json | None:
    """Return where a step is taken; None where nobody goes, or where that is the person's choice.

    Without a known office it is the one by rule: the title with the name of the region, and what
    to look for on a map.
    """
    if step.service.acts != "citizen":
        return None
    authority = naming.advice.catalog.authorities[step.service.authority]
    region = region_of(naming.advice.situation, step.member)
    unit = unit_of(naming, step)
    if unit is None and authority.level == "private":
        return None
    title = naming.authority(step.service, step.member)
    query = _by_rule(naming, authority, region)
    return _office(
        naming, unit, title, query, office_region(authority, naming.advice.situation, step.member)
    )


def visit_office(naming: Naming, visit: Visit, steps: dict[str, PlannedStep]) -> Json | None:
    """Return where a visit leads to."""
    if visit.mall is None:
        return step_office(naming, steps[visit.steps[0]])
    return _office(
        naming, visit.mall, mall_title(naming, visit), mall_title(naming, visit), visit.region
    )


def mall_title(naming: Naming, visit: Visit) -> str:
    """Return the name of a mall, by rule with the name of its region."""
    if visit.mall is not None and not visit.mall.each:
        return visit.mall.title.in_language(naming.lang)
    region = naming.advice.catalog.regions.get(visit.region or "")
    name = mall_name(naming)
    title = f"{name[:1].upper()}{name[1:]}"
    return title if region is None else f"{title} {region.name}"


def mall_name(naming: Naming) -> str:
    """Return what malls are called in the country."""
    return naming.text(naming.advice.catalog.country.mall) or naming.say(words.MALL)


def accommodations_of(naming: Naming, step: PlannedStep) -> tuple[Accommodation, ...]:
    """Return what makes a step easier, by the service and at the office."""
    unit = unit_of(naming, step)
    own = () if unit is None else unit.accommodations
    return tuple(dict.fromkeys((*step.service.accommodations, *own)))


def regional_note(naming: Naming, step: PlannedStep) -> str | None:
    """Return that the rule of a step differs by region; None where it does not matter."""
    catalog = naming.advice.catalog
    where = region_of(naming.advice.situation, SELF)
    codes = [c for c, rules in sorted(catalog.rules.items()) if step.service.slug in rules.services]
    names = {code: catalog.regions[code].name for code in codes}
    here = [code for code in names if where is not None and code in (where, province_of(where))]
    if here:
        return naming.say(words.RULES_HERE, region=names[here[-1]])
    if not names or where is not None:
        return None
    return naming.say(words.RULES_ELSEWHERE, regions=", ".join(names.values()))


def _by_rule(naming: Naming, authority: Authority, region: str | None) -> str | None:
    """Return what to look for on a map; None where that would lead anywhere."""
    known = naming.advice.catalog.regions.get(region or "")
    if known is None or authority.level in ("village", *WITHOUT_REGION):
        return None
    if authority.level == "province":
        known = naming.advice.catalog.regions.get(province_of(known.code), known)
    name = authority.full_name or authority.title
    return f"{name.id} {known.name}"


def _office(
    naming: Naming, unit: Unit | None, title: str, query: str | None, region: str | None
) -> Json:
    """Return an office: its name, and what is known of it."""
    known = unit is not None and not unit.each
    source = None if unit is None else unit.sources.get(unit.source)
    status = status_of(unit, source)
    day = "" if source is None else naming.day(source.checked)
    return {
        "unit": unit.slug if unit is not None and known else None,
        "title": title,
        "region": region,
        "address": _told(naming, unit, "address"),
        "map_query": (unit.map_query or unit.title.id) if unit is not None and known else query,
        "hours": _told(naming, unit, "hours"),
        "phone": None if unit is None else unit.phone,
        "website": None if unit is None else unit.website,
        "standard_reported": None if unit is None else unit.standard_reported,
        "status": status if unit is not None else None,
        "status_label": naming.say(words.CHECKED[status], day=day) if unit is not None else None,
    }


def _told(naming: Naming, unit: Unit | None, key: str) -> str | None:
    """Return what is told of an office."""
    told = None if unit is None else getattr(unit, key)
    return None if told is None else naming.text(told.text)
