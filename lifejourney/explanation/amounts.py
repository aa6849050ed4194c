"""Figures of the catalog in words: how long, how much, by when, which way, how sure."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from lifejourney.errors import Words, spoken
from lifejourney.explanation import words
from lifejourney.vocabulary import RUPIAH, Benefit, Cost, Country, Deadline, Source, Span, Time

INDONESIA: Final = Country()


def money_text(amount: int, lang: str, country: Country = INDONESIA) -> str:
    """Return an amount: rupiah as Rp100.000 (in English Rp100,000; no space), else EUR 5.50."""
    if country.currency == RUPIAH:
        return f"Rp{amount:,}" if spoken(lang) == "en" else f"Rp{amount:,}".replace(",", ".")
    value = Decimal(amount) / 100 if country.in_cents else amount
    pattern = "#,##0.00" if country.in_cents else "#,##0"
    return f"{country.currency} {format_decimal(value, pattern, locale=spoken(lang))}"


def unit_word(unit: str, number: int, lang: str) -> str:
    """Return the name of a unit of time; in English it agrees with the number."""
    many = words.UNIT[unit].in_language(lang)
    return many.removesuffix("s") if number == 1 and spoken(lang) == "en" else many


def span_text(span: Span, lang: str) -> str:
    """Return a period as "60 hari"."""
    return f"{span.value} {unit_word(span.unit, span.value, lang)}"


def time_text(time: Time, lang: str) -> str:
    """Return how long something takes."""
    number = time.max if time.max is not None else time.min
    unit = "" if time.unit is None else unit_word(time.unit, number or 0, lang)
    if time.max is not None and time.min is not None and time.min != time.max:
        return _say(words.BETWEEN, lang, min=time.min, max=time.max, unit=unit)
    if time.max is not None:
        return _say(words.AT_MOST, lang, max=time.max, unit=unit)
    if time.min is not None:
        return _say(words.AT_LEAST, lang, min=time.min, unit=unit)
    return _say(words.UNKNOWN, lang)


def cost_text(cost: Cost, lang: str, country: Country = INDONESIA) -> str:
    """Return what is paid."""
    money = partial(money_text, lang=lang, country=country)
    if cost.max == 0:
        return _say(words.FREE, lang)
    if cost.max is not None and cost.min is not None and cost.min != cost.max:
        return _say(words.COST_BETWEEN, lang, min=money(cost.min), max=money(cost.max))
    if cost.max is not None:
        return money(cost.max)
    if cost.min is not None:
        return _say(words.COST_FROM, lang, min=money(cost.min))
    return _say(words.BY_REGION if cost.by_region else words.UNKNOWN, lang)


def benefit_text(benefit: Benefit, lang: str, country: Country = INDONESIA) -> str:
    """Return what may be received, with its amount where the words name no figure."""
    what = benefit.what.in_language(lang)
    amount = _received(benefit, lang, country)
    if amount and not any(letter.isdigit() for letter in what):
        what = f"{what.rstrip('.')}: {amount}{_say(words.EACH[benefit.per], lang)}"
    return what if what.endswith((".", "!", "?")) else f"{what}."


def _received(benefit: Benefit, lang: str, country: Country) -> str:
    money = partial(money_text, lang=lang, country=country)
    if benefit.min is not None and benefit.max is not None:
        low, high = money(benefit.min), money(benefit.max)
        return low if low == high else _say(words.COST_BETWEEN, lang, min=low, max=high)
    if benefit.min is not None:
        return _say(words.COST_FROM, lang, min=money(benefit.min))
    return "" if benefit.max is None else _say(words.UP_TO, lang, max=money(benefit.max))


def limit_text(deadline: Deadline, lang: str) -> str:
    """Return a limit without what it runs from: "60 hari", "31 Maret", "18 Juni 2026"."""
    if deadline.on is not None:
        return format_date(deadline.on, "d MMMM yyyy", locale=spoken(lang))
    if deadline.by is not None:
        return day_of_year(deadline.by, lang)
    return span_text(Span(deadline.within or 0, deadline.unit or "calendar_day"), lang)


def day_of_year(written: str, lang: str) -> str:
    """Return a day of each year (`03-31`) as "31 Maret"."""
    return format_date(date.fromisoformat(f"2023-{written}"), "d MMMM", locale=spoken(lang))


def channels_text(channels: Iterable[str], lang: str) -> str:
    """Return the ways to have something done: "di loket, daring"."""
    return ", ".join(words.CHANNEL[one].in_language(lang) for one in channels)


def checked_text(source: Source, lang: str) -> str:
    """Return how sure a source makes a figure, and when it was seen."""
    day = format_date(source.checked, "d MMMM yyyy", locale=spoken(lang))
    return _say(words.CHECKED[source.status], lang, day=day)


def _say(phrase: Words, lang: str, **values: object) -> str:
    return phrase.in_language(lang).format(**values)
