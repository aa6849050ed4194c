"""What falls due as JSON: when, for whom, why, by which law, and what to do about it."""

from collections.abc import Iterator
from typing import Any

from lifejourney.advice import Coming, Question, Upcoming
from lifejourney.days import Days
from lifejourney.explanation import coming_words, when_words, words
from lifejourney.explanation.figures import law, sources_json
from lifejourney.explanation.known import said_json
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.presenting import catalog_day
from lifejourney.explanation.questions import question_json
from lifejourney.vocabulary import LegalBasis, Source, Span, Text

Json = dict[str, Any]


def present_upcoming(upcoming: Upcoming) -> Json:
    """Return what falls due, by the day, and what would have to be known for the rest."""
    advice = upcoming.advice
    naming = Naming(advice)
    last = upcoming.ahead.last
    chosen = [naming.event(slug) for slug in upcoming.chosen]
    return {
        "catalog": {"version": advice.catalog.version, "date": catalog_day(advice)},
        "date": advice.situation.day.isoformat(),
        "until": last.isoformat(),
        "months": upcoming.months,
        "lang": advice.lang,
        "events": list(upcoming.chosen),
        "title": naming.listed(chosen) if chosen else _ahead(naming, upcoming.months),
        "zone": naming.zone,
        "notice": naming.say(words.NOTICE),
        "nothing": None
        if any(one.is_certain for one in upcoming.due)
        else naming.say(coming_words.NOTHING_AHEAD, day=naming.day(last)),
        "said": said_json(naming) if chosen else _said(naming),
        "due": [_coming(naming, one) for one in upcoming.due],
        "questions": [_question(naming, one) for one in upcoming.questions],
    }


def _said(naming: Naming) -> list[Json]:
    """Return what was said of people who are in no chosen event: nobody is anybody yet."""
    return [one for one in said_json(naming) if not str(one["fact"]).startswith("persons:")]


def _ahead(naming: Naming, months: int) -> str:
    phrase = coming_words.MONTH_AHEAD if months == 1 else coming_words.AHEAD
    return naming.say(phrase, months=months)


def _coming(naming: Naming, one: Coming) -> Json:
    between = one.between
    status = "certain" if one.is_certain else "possible"
    return {
        "id": one.key if one.step else f"{one.key}@{one.member}",
        "slug": one.slug,
        "moment": one.moment,
        "date": _iso(between.first) if between and between.first == between.last else None,
        "earliest": _iso(between.first) if between else None,
        "latest": _iso(between.last) if between else None,
        "begin": _iso(one.begin) if one.begin else None,
        "estimate": one.estimate,
        "title": _title(naming, one),
        "person": one.member,
        "person_title": naming.person(one.member),
        "kind": one.kind,
        "kind_label": naming.say(words.KIND[one.kind]),
        "status": status,
        "status_label": naming.say(words.STATUS[status]),
        "grave": any(naming.is_grave(id_) for id_ in one.depends_on),
        "depends_on": naming.ids(one.depends_on),
        "depends_on_titles": [_unknown(naming, one, id_) for id_ in one.depends_on],
        "text": _sentence("; ".join(_when(naming, one))),
        "why": naming.text(_why(naming, one)),
        "leads_to": _leads_to(naming, one),
        "legal": [law(naming, basis) for basis in _legal(one)],
        "sources": sources_json(naming, _sources(naming, one)),
    }


def _iso(day: object) -> str:
    return str(day)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _title(naming: Naming, one: Coming) -> str:
    """Return what falls due: as its rule calls it, else the paper, service or event."""
    if one.rule is not None and one.rule.title is not None:
        return one.rule.title.in_language(naming.lang)
    if one.paper is not None:
        return naming.paper(one.paper)
    return naming.event(one.event) if one.event is not None else naming.target(one.slug)


def _unknown(naming: Naming, one: Coming, id_: str) -> str:
    """Return the question behind an id; of a paper at hand, until when it is valid."""
    held = one.paper is not None and naming.advice.situation.papers.get(one.paper)
    return naming.until(one.paper) if held and one.paper else naming.unknown(id_)


def _when(naming: Naming, one: Coming) -> Iterator[str]:
    """Yield when it is due, and from when it can be seen to."""
    rule = one.rule
    if one.between is None:
        age = rule.at_age if rule is not None else None
        phrase = coming_words.UNTOLD if age is None else coming_words.AT_SOME_AGE
        yield naming.say(phrase, age=age)
        return
    day = _days(naming, one.between)
    phrase = coming_words.MOMENT[one.moment]
    if rule is not None and rule.by is not None:
        phrase = coming_words.OF_AGE
    age = rule.at_age if rule is not None else None
    span = _span(naming, rule.within) if rule is not None and rule.within is not None else ""
    yield naming.say(phrase, day=day, age=age, span=span, start=_start(naming, one))
    if one.begin is not None:
        now = one.begin <= naming.advice.situation.day
        phrase = coming_words.NOW_ON if now else coming_words.FROM_ON
        yield naming.say(phrase, day=naming.day(one.begin))


def _days(naming: Naming, between: Days) -> str:
    first, last = naming.day(between.first), naming.day(between.last)
    if first == last:
        return first
    return naming.say(coming_words.BETWEEN_THESE, first=first, last=last)


def _span(naming: Naming, span: Span) -> str:
    return naming.say(when_words.SPAN, value=span.value, unit=naming.unit(span.unit, span.value))


def _start(naming: Naming, one: Coming) -> str:
    """Return the answer from which a period counts."""
    if one.rule is None or one.rule.after is None:
        return ""
    name = one.rule.after.partition(".")[2]
    fact = naming.definition(one.member, name)
    value = naming.advice.situation.facts.get((one.member, name))
    return "" if fact is None or value is None else naming.value(fact, value)


def _why(naming: Naming, one: Coming) -> Text | None:
    if one.rule is not None:
        return one.rule.why
    if one.service is not None:
        return one.service.plain
    return naming.advice.catalog.documents[one.paper[0]].plain if one.paper else None


def _leads_to(naming: Naming, one: Coming) -> Json:
    """Return what is to be done about it: a service, an event, or a paper to be had elsewhere."""
    if one.service is not None:
        service = one.service
        return {
            "kind": "service",
            "id": service.code,
            "slug": service.slug,
            "title": service.title.in_language(naming.lang),
            "where": naming.authority(service, one.member),
            "step": one.step,
        }
    if one.event is not None:
        found = {"kind": "event", "id": one.event, "slug": one.event}
        return {**found, "title": naming.event(one.event), "where": None, "step": None}
    slug = one.slug
    document = naming.advice.catalog.documents[slug]
    return {
        "kind": "document",
        "id": slug,
        "slug": slug,
        "title": naming.say(coming_words.RENEWED, paper=document.title.in_language(naming.lang)),
        "where": naming.text(document.where_to_get or document.issuer),
        "step": None,
    }


def _legal(one: Coming) -> tuple[LegalBasis, ...]:
    if one.rule is not None and one.rule.legal:
        return one.rule.legal
    return () if one.service is None or one.moment == "expiry" else one.service.legal


def _sources(naming: Naming, one: Coming) -> tuple[Source, ...]:
    """Return where it is said: the sources that the rule names, else those of what it stands on."""
    catalog = naming.advice.catalog
    sources = dict(one.service.sources) if one.service is not None else {}
    if one.event is not None:
        sources |= catalog.events[one.event].sources
    if one.paper is not None:
        sources |= catalog.documents[one.paper[0]].sources
    if one.rule is None:
        return tuple(sources.values())
    named = {one.rule.source, *(basis.source for basis in one.rule.legal)}
    return tuple(source for name, source in sources.items() if name in named)


def _question(naming: Naming, question: Question) -> Json:
    """Return what is asked; of a paper at hand, until when it is valid."""
    shown = question_json(naming, question)
    for paper, ask in zip(question.papers, shown["ask"] if question.papers else (), strict=True):
        ask["until"] = bool(naming.advice.situation.papers.get(paper))
        if ask["until"]:
            ask["question"] = naming.until(paper)
    return shown
