"""What each kind of figure of the catalog says, in one line."""

from datetime import date
from functools import singledispatch

from babel.dates import format_date

from lifejourney.errors import Words, spoken
from lifejourney.explanation import ledger_words as told
from lifejourney.explanation import words
from lifejourney.explanation.amounts import cost_text, day_of_year, limit_text, span_text, time_text
from lifejourney.vocabulary import (
    Benefit,
    Change,
    Complaint,
    Cost,
    Deadline,
    Decree,
    Due,
    LegalBasis,
    Opening,
    Repeat,
    Retired,
    Span,
    SuppliedLater,
    Time,
    Told,
    Treatment,
    Unit,
    Validity,
)


@singledispatch
def figure_text(part: object, lang: str) -> str | None:  # noqa: ARG001 - for the kinds below
    """Return what a figure says; None for what is no figure."""
    return None


figure_text.register(Time, time_text)
figure_text.register(Cost, cost_text)


@figure_text.register
def _(part: Deadline, lang: str) -> str:
    limit = limit_text(part, lang)
    if part.on is not None:
        return _say(told.UNTIL_DAY, lang, day=limit)
    if part.by is not None:
        from_ = _say(told.EACH_YEAR, lang) if part.after is None else part.after
        return _say(told.BY, lang, day=limit, after=from_)
    if part.before is not None:
        return _say(told.BEFORE, lang, span=limit, before=part.before)
    return _say(told.AFTER, lang, span=limit, after=part.after or "")


@figure_text.register
def _(part: Due, lang: str) -> str:
    if part.at_age is not None:
        by = "" if part.by is None else f" ({part.by})"
        return _say(told.AT_AGE, lang, age=part.at_age) + by
    if part.before_expiry is not None:
        return _say(told.BEFORE_EXPIRY, lang, span=span_text(part.before_expiry, lang))
    if part.on is not None:
        return _day(part.on, lang)
    return "" if part.within is None else _after(part.within, part.after or "", lang)


@figure_text.register
def _(part: SuppliedLater, lang: str) -> str:
    return _after(part.within, part.after, lang)


@figure_text.register
def _(part: Opening, lang: str) -> str:
    found: list[str] = []
    if part.from_day is not None:
        found.append(_say(told.FROM_DAY, lang, day=_day(part.from_day, lang)))
    if part.until_day is not None:
        found.append(_say(told.UNTIL_DAY, lang, day=_day(part.until_day, lang)))
    if part.each_year:
        found.append(_say(told.EACH_YEAR, lang))
    if part.not_before is not None:
        span = span_text(part.not_before, lang)
        found.append(_say(told.NOT_BEFORE, lang, span=span, after=part.after))
    return ", ".join(found)


@figure_text.register
def _(part: Repeat, lang: str) -> str:
    found = [_say(told.EVERY, lang, span=span_text(part.every, lang))]
    if part.times is not None:
        found.append(_say(told.TIMES, lang, times=part.times))
    if part.until_age is not None:
        found.append(_say(told.UNTIL_AGE, lang, age=part.until_age))
    return ", ".join(found)


@figure_text.register
def _(part: Validity, lang: str) -> str:
    found = [_say(told.VALID, lang, span=span_text(part, lang))] if part.value else []
    if part.until is not None:
        found.append(_say(told.UNTIL_DAY, lang, day=day_of_year(part.until, lang)))
    return ", ".join(found)


@figure_text.register
def _(part: Change, lang: str) -> str:
    return _say(
        told.SINCE, lang, day=_day(part.from_day, lang), keys=", ".join((*part.set, *part.ends))
    )


@figure_text.register
def _(part: Benefit, lang: str) -> str:
    what = part.what.in_language(lang)
    if part.claim_within is None:
        return what
    span = span_text(part.claim_within, lang)
    return _say(told.CLAIM, lang, what=what, span=span, after=part.claim_after)


@figure_text.register
def _(part: LegalBasis, lang: str) -> str:
    if part.article is None:
        return part.act
    return _say(words.ARTICLE, lang, act=part.act, article=part.article)


@figure_text.register
def _(part: Complaint, lang: str) -> str:
    return _joined(part.channel.in_language(lang), part.phone, part.url)


@figure_text.register
def _(part: Treatment, lang: str) -> str:
    asked = [words.ACCOMMODATION[one].in_language(lang) for one in part.accommodations]
    return f"{part.who.in_language(lang)}: {', '.join(asked)}"


@figure_text.register
def _(part: Decree, lang: str) -> str:
    return f"{part.title.in_language(lang)}: {', '.join(part.numbers)}"


@figure_text.register
def _(part: Retired, lang: str) -> str:
    return f"→ {part.instead.in_language(lang)}"


@figure_text.register
def _(part: Told, lang: str) -> str:
    return part.text.in_language(lang)


@figure_text.register
def _(part: Unit, lang: str) -> str:
    return _joined(part.title.in_language(lang), part.phone, part.website, ", ".join(part.hosts))


def _after(span: Span, after: str, lang: str) -> str:
    return _say(told.AFTER, lang, span=span_text(span, lang), after=after)


def _joined(*texts: str | None) -> str:
    return "; ".join(text for text in texts if text)


def _say(phrase: Words, lang: str, **values: object) -> str:
    return phrase.in_language(lang).format(**values)


def _day(day: date, lang: str) -> str:
    return format_date(day, "d MMMM yyyy", locale=spoken(lang))
