"""The days off of one year."""

from datetime import date, timedelta
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.exports.plain import Json, noun, plain

_TITLE: Final = Words("Hari libur nasional dan cuti bersama {0}", "Holidays and joint leave of {0}")


def show_calendar(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one year with everything, and its working days from Monday to Friday."""
    calendar, rules = catalog.calendars[slug], catalog.calendar_rules
    shown = noun(calendar, lang)
    del shown["slug"]
    days = (date(calendar.year, 1, 1) + timedelta(days=number) for number in range(366))
    working = [day for day in days if catalog.calendar.is_working_day(day)]
    return {
        "calendar": slug,
        "title": _TITLE.in_language(lang).format(slug),
        "working_days": sum(day.year == calendar.year for day in working),
        "joint_leave_counts": rules.joint_leave_counts,
        "note": plain(rules.note, lang),
        **shown,
    }
