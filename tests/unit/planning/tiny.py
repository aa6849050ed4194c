"""Tiny catalogs, built from the nouns themselves: one office, a few facts, papers and services."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lifejourney.advice import Advice
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.feel import parse_test
from lifejourney.journey import Advisor
from lifejourney.planning import Compiled, Layout, Outlook, build_ground, look_ahead
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    Authority,
    Call,
    Complaint,
    Cost,
    Document,
    Fact,
    FactTest,
    LegalBasis,
    LifeEvent,
    Not,
    Option,
    Person,
    Remark,
    Requirement,
    Result,
    Service,
    Text,
    Time,
)

DAY = date(2026, 11, 22)
NEVER = Not(AllOf(()))


def text(words: str) -> Text:
    """Return the same words in both languages."""
    return Text(words, words)


def is_(role: str, name: str, test: str = "true") -> FactTest:
    """Return a condition on one fact."""
    return FactTest(role, name, parse_test(test))


def fact(name: str, kind: str = "boolean", of: str = "child", **more: Any) -> Fact:  # noqa: ANN401
    """Return a fact; a choice has the options that are given as `likelihoods`."""
    weights: Mapping[str, int] = more.pop("likelihoods", {})
    options = {slug: Option(text(slug), weight) for slug, weight in weights.items()}
    return Fact(name, (of,), kind, text(name), text("why"), options=options, **more)  # type: ignore[arg-type]


def paper(slug: str, of: str = "child", origin: str = "service", **more: Any) -> Document:  # noqa: ANN401
    """Return a document."""
    return Document(slug, text(slug), (of,), origin, **more)  # type: ignore[arg-type]


def need(*ways: str | Alternative, **more: Any) -> Requirement:  # noqa: ANN401
    """Return a requirement met by any of these papers, the best first."""
    return Requirement(
        tuple(Alternative(way) if isinstance(way, str) else way for way in ways), **more
    )


def service(
    number: int,
    makes: Iterable[str | Result] = (),
    needs: Iterable[str | Requirement] = (),
    of: str = "child",
    **more: Any,  # noqa: ANN401
) -> Service:
    """Return the service `s1` with the code LJ-0001, free and done in a day."""
    slug = more.pop("slug", f"s{number}")
    more.setdefault("cost", Cost(max=0))
    more.setdefault("processing_time", Time("calendar_day", max=1))
    return Service(
        slug,
        f"LJ-{number:04}",
        text(slug),
        text(slug),
        more.pop("serves", (of,)),
        "office",
        more.pop("procedure", (Remark(text("go")),)),
        channels=more.pop("channels", ("counter",)),
        legal=(LegalBasis("UU 24/2013"),),
        requires=tuple(need(one) if isinstance(one, str) else one for one in needs),
        produces=tuple(Result(one) if isinstance(one, str) else one for one in makes),
        **more,
    )


def event(
    calls: Iterable[Any],
    slug: str = "birth",
    /,
    **persons: Person | None,
) -> LifeEvent:
    """Return an event of a child (unless it is None) and whoever else is named.

    A bare goal is the child's paper.
    """
    named = {"child": Person(text("child"))} | persons
    people = {role: person for role, person in named.items() if person is not None}
    called = tuple(
        Call("child", "duty", document=one) if isinstance(one, str) else one for one in calls
    )
    return LifeEvent(slug, text(slug), text(slug), slug, people, called)


def catalog(
    events: LifeEvent | Iterable[LifeEvent],
    services: Iterable[Service] = (),
    papers: Iterable[Any] = (),
    facts: Iterable[Fact] = (),
    **more: Any,  # noqa: ANN401
) -> Catalog:
    """Return a catalog; a bare name is a paper of the child that services make."""
    chosen = [events] if isinstance(events, LifeEvent) else list(events)
    documents = [paper(one) if isinstance(one, str) else one for one in papers]
    office = Authority("office", text("office"), "national", Complaint(text("call"), phone="112"))
    more.setdefault("authorities", {"office": office})
    return Catalog(
        {one.slug: one for one in chosen},
        {one.slug: one for one in services},
        {one.slug: one for one in documents},
        tuple(facts),
        **more,
    )


def request(  # noqa: PLR0913 - as many as a request has
    *events: str,
    facts: Mapping[tuple[str, str], object] | None = None,
    papers: Mapping[tuple[str, str], bool] | None = None,
    wanted: Iterable[tuple[str, str]] = (),
    declined: Iterable[str] = (),
    persons: Mapping[str, int | str] | None = None,
    done: Iterable[str] = (),
    lang: str = "en",
) -> Request:
    """Return a request as the door lets it in; without events for a birth."""
    return Request(
        events or ("birth",),
        DAY,
        facts or {},
        frozenset(declined),
        persons or {},
        papers or {},
        frozenset(wanted),
        tuple(done),
        lang=lang,
    )


def advise(catalog: Catalog, *events: str, **said: Any) -> Advice:  # noqa: ANN401
    """Return the advice for a request."""
    return Advisor(catalog).advise(request(*events, **said))


@dataclass(frozen=True)
class Looking:
    """Hold an outlook, and tell of steps by the slugs of their services."""

    outlook: Outlook

    def steps(self) -> list[str]:
        """Return the steps of the likeliest plan, in their order."""
        return [step.id for step in self.outlook.plan.steps]

    def number(self, id_: str) -> int:
        """Return the number of the service for a member."""
        (number,) = (one.number for one in self.outlook.ground.instances if one.id == id_)
        return number

    def standing(self, id_: str) -> str:
        """Return whether a step is certain, possible or never."""
        return self.outlook.step(self.number(id_)).status

    def shown(self) -> list[str]:
        """Return the steps that are shown whatever the grave answers."""
        return sorted(self.outlook.ground.instances[n].id for n in self.outlook.shown)


def look(  # noqa: PLR0913, PLR0917 - as a situation has
    catalog: Catalog,
    facts: Mapping[tuple[str, str], object] | None = None,
    papers: Mapping[tuple[str, str], bool] | None = None,
    wanted: Iterable[tuple[str, str]] = (),
    done: Iterable[str] = (),
    persons: Mapping[str, int | str] | None = None,
    events: tuple[str, ...] = ("birth",),
) -> Looking:
    """Return the outlook of one cast."""
    cast = build_cast(catalog, events, persons or {})
    also = tuple(sorted(wanted))
    situation = Situation(
        cast, DAY, facts or {}, papers or {}, frozenset(also), done=frozenset(done)
    )
    return Looking(look_ahead(Layout(Compiled(build_ground(catalog, cast, also)), situation)))
