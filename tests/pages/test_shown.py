"""Whatever the advice says to a person stands on the page: field by field, in every state."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from api.pages.visit import COOKIE
from api.views.advice import AdviceView
from api.views.plan import Needed, Plan, Received, Step, Totals, Visit
from lifejourney import Catalog
from tests.pages.browsing import client_of
from tests.pages.personas import STATES, session_of
from tests.pages.serving import sealed_by

Json = Mapping[str, Any]

# Texts that stand on the page as they are; what is inside a field, by its own path.
SHOWN: Mapping[type[BaseModel], set[str]] = {
    AdviceView: {"title"},
    Plan: {"empty", "visits_notes"},
    Step: {
        "title", "person_title", "authority", "plain", "actor", "when", "when_notes",
        "visit_label", "procedure", "say", "sent_back_when", "proxy", "check_result", "note",
        "regional", "why", "legal",
    },
    Visit: {"authority_title"},
    Needed: {"title", "person_title", "where_to_get"},
    Received: {"title", "what", "condition", "status_label"},
    Totals: {"finish_text"},
}  # fmt: skip
# What is shown in other words, is looked at below, or is only for programs.
OTHERWISE: Mapping[type[BaseModel], set[str]] = {
    AdviceView: {
        "catalog", "date", "lang", "events", "zone", "said", "done", "prefer", "channel", "notice",
        "greeting", "unused", "set_aside", "ignored", "verdicts", "plan", "assumed", "questions",
        "remaining",
    },
    Plan: {
        "steps", "possible", "alternatives", "never_assumed", "branches", "not_chosen", "rivals",
        "compared", "documents", "benefits", "visits", "special_treatment", "ease_question",
        "totals",
    },
    Step: {
        "id", "service", "slug", "person", "kind", "kind_label", "called_for", "tone", "status",
        "status_label", "depends_on", "depends_on_titles", "blocked_by", "acts", "follow_up",
        "wave", "after", "unlocks", "requires", "produces", "time", "cost", "deadline", "start",
        "start_open", "finish", "finish_open", "finish_latest", "latest_start",
        "latest_start_for", "slack_days", "critical", "trouble", "dates_estimate", "lapses",
        "next_times", "changes_on", "channels", "visit", "office", "accommodations", "benefit",
        "complaint", "conflicts", "reasons", "sources",
    },
    Visit: {"counter", "authorities", "region", "office", "steps", "after"},
    Needed: {
        "document", "made", "of", "from_", "step", "issuer", "form", "copies", "original", "kept",
        "copy_first", "stamps", "substitutes", "substitute_titles", "for_", "for_titles",
    },
    Received: {
        "step", "person", "person_title", "min", "max", "per", "claim_by", "overdue", "status",
    },
    Totals: {"finish", "finish_latest", "finish_open", "finish_vague", "fee", "benefit", "visits"},
}  # fmt: skip


@pytest.mark.parametrize("view", SHOWN, ids=lambda one: one.__name__)
def test_every_field_of_the_advice_has_a_place(view: type[BaseModel]) -> None:
    """Whoever adds one decides how a person sees it."""
    assert SHOWN[view] | OTHERWISE[view] == set(view.model_fields)
    assert not SHOWN[view] & OTHERWISE[view]


class Text(HTMLParser):
    """Read the text of a page, without markup."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plainly(text: str) -> str:
    """Return a text without what layout may change: spaces, capitals, full stops."""
    return re.sub(r"[\s.]+", " ", text).strip().casefold()


def texts(view: type[BaseModel], one: Json) -> Iterator[str]:
    """Yield the texts of an object that a page shows as they are."""
    for name in sorted(SHOWN[view]):
        value = one.get(name)
        yield from value if isinstance(value, list) else [value] if value else []


def of_step(step: Json) -> Iterator[str]:
    """Yield what one step tells: its own texts, and those of its parts."""
    yield from texts(Step, step)
    yield from (paper["title"] for paper in step["requires"])
    yield from (paper["note"] for paper in step["requires"] if paper["note"])
    yield from (made["title"] for made in step["produces"])
    for figure in (step["time"], step["cost"]):
        yield from (
            () if figure is None else (figure[key] for key in ("text", "note") if figure[key])
        )
    yield from (lapse["text"] for lapse in step["lapses"])
    yield from (one["text"] for one in step["conflicts"])
    yield from (source["status_label"] for source in step["sources"])
    eased = [one for one in step["accommodations"] if one["accommodation"] != "proxy"]
    yield from (one["title"] for one in eased)
    if step["complaint"]:
        yield step["complaint"]["channel"]
    if step["deadline"] and step["deadline"]["late"]:
        yield step["deadline"]["late"]
    if step["benefit"]:
        yield step["benefit"]["what"]


def of_plan(answer: Json) -> Iterator[str]:
    """Yield what the plan tells beside its steps."""
    plan = answer["plan"]
    yield from (*texts(AdviceView, answer), *texts(Plan, plan), *texts(Totals, plan["totals"]))
    for goal in (step for step in plan["steps"] if step["status"] == "blocked"):
        yield from (goal["title"], *(one["text"] for one in goal["blocked_by"]))
    for visit in plan["visits"]:
        yield from texts(Visit, visit)
        office = visit["office"] or {"unit": None}
        keys = ("title", "address", "hours", "phone", "status_label")
        yield from (office[key] for key in keys if office["unit"] and office[key])
    for paper in plan["documents"]:
        if paper["original"] or paper["copies"]:
            yield from texts(Needed, paper)
            if paper["from"] in {"assumed", "outside", "lacking"}:
                yield from paper["substitute_titles"]
    for received in plan["benefits"]:
        yield from texts(Received, received)
    yield from of_choices(plan)
    yield from (branch["title"] for branch in plan["branches"])
    yield from (text for one in answer["assumed"] for text in (one["title"], one["label"]))


def of_choices(plan: Json) -> Iterator[str]:
    """Yield what could be otherwise, and what may be asked for at the counter."""
    for kind in (kind for choice in plan["compared"] for kind in choice["kinds"]):
        yield from (kind["title"], kind["text"], kind["consequence"] or "", *kind["only_titles"])
    yield from (choice["title"] for choice in plan["compared"])
    yield from (one["text"] for one in (*plan["not_chosen"], *plan["rivals"]))
    for treatment in plan["special_treatment"] if plan["visits"] else ():
        yield from (treatment["who"], *(one["title"] for one in treatment["accommodations"]))
    if plan["ease_question"]:
        yield plan["ease_question"]["title"]


@pytest.fixture(scope="module")
def client(shipped: Catalog) -> TestClient:
    return client_of(shipped)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_that_the_advice_tells_is_left_out(
    shipped: Catalog, client: TestClient, state: str, lang: str
) -> None:
    session = session_of(shipped.scenarios[STATES[state]])
    cookie = {"Cookie": f"{COOKIE}={sealed_by(session)}"}
    page = client.get("/rencana", params={"lang": lang}, headers=cookie)
    answer = client.post("/v1/advice", json=session.body(lang)).json()
    shown = plainly(" ".join(Text(page.text).parts))
    steps = [step for step in answer["plan"]["steps"] if step["wave"] is not None]
    told = [*of_plan(answer), *(text for step in steps for text in of_step(step))]
    missing = {text for text in told if plainly(text) not in shown}
    assert missing == set()


@pytest.mark.slow
def test_each_state_is_one(shipped: Catalog, client: TestClient) -> None:
    """The people of the states above are still in them."""
    plans = {}
    for state, slug in STATES.items():
        body = session_of(shipped.scenarios[slug]).body()
        plans[state] = client.post("/v1/advice", json=body).json()["plan"]
    assert plans["branches"]["branches"]
    assert plans["empty"]["empty"]
    assert any(step["deadline"]["overdue"] for step in plans["late"]["steps"] if step["deadline"])
    assert any(v["office"]["unit"] for v in plans["mall"]["visits"] if v["office"])
    assert len(plans["long"]["steps"]) >= 15
    assert any(step["lapses"] for step in plans["lapsing"]["steps"])
    assert plans["lapsing"]["ease_question"]
    assert any(step["regional"] for step in plans["regional"]["steps"])
    assert plans["compared"]["compared"]
    assert any(step["status"] == "blocked" for step in plans["blocked"]["steps"])
    assert any(step["conflicts"] for step in plans["disputed"]["steps"])
