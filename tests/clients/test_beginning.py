"""Whoever does what the beginning of `/docs` says gets from an event to a plan."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.views.questions import AskedFact, Question
from lifejourney import SHIPPED, open_catalog

Body = dict[str, Any]
Tell = Callable[[Body, Question], None]
WRITTEN = {"date": "2026-11-20", "integer": "40", "money": "0", "text": "34.71"}
MOST = 60


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(open_catalog(SHIPPED)))


def answer(body: Body, question: Question) -> None:
    """Put the answer to a question where the table says."""
    for one in question.ask:
        if isinstance(one, AskedFact):
            body["answers"][one.fact] = one.options[0].value if one.options else WRITTEN[one.type]
        else:
            body["documents"]["held"].append(one.document)
    if (choice := question.choice) is not None:
        body["wanted"].append(f"{choice.options[0].document}@{choice.of}")
    if (people := question.persons) is not None:
        first = people.options[0].value if people.options else people.minimum
        body["persons"][people.role] = first


def decline(body: Body, question: Question) -> None:
    """Say that the answer to a question is not known, as the table says."""
    declined: list[str] = body["declined"]
    declined.extend(
        one.fact if isinstance(one, AskedFact) else f"document:{one.document}"
        for one in question.ask
    )
    if (choice := question.choice) is not None:
        declined.append(f"choice:{choice.document}@{choice.of}")
    if (people := question.persons) is not None:
        declined.append(f"persons:{people.role}")


def shape(value: object) -> object:
    """Return the names in a value, without what they hold."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else None


def walk(client: TestClient, event: str, tell: Tell) -> tuple[set[str], Body]:
    """Return the kinds of questions on the way, and the plan at its end."""
    body: Body = {"events": [event], "lang": "id", "answers": {}, "persons": {}, "wanted": []}
    body |= {"documents": {"held": [], "lacking": []}, "declined": []}
    kinds: set[str] = set()
    for _ in range(MOST):
        found = client.post("/v1/advice", json={**body, "include": ["questions"]}).json()
        asked = found["questions"]
        if not asked:
            found = client.post("/v1/advice", json={**body, "include": ["plan"]}).json()
            return kinds, found["plan"]
        question = Question.model_validate(asked[0])
        assert shape(question.model_dump(exclude_unset=True)) == shape(asked[0])
        kinds.add(question.kind)
        tell(body, question)
    pytest.fail("the questions never end")


@pytest.mark.slow
@pytest.mark.parametrize("event", ["birth", "death"])
def test_the_table_leads_from_an_event_to_a_plan(client: TestClient, event: str) -> None:
    kinds, plan = walk(client, event, answer)
    unknown, vague = walk(client, event, decline)
    assert {"facts", "documents", "persons"} <= kinds | unknown
    assert plan["steps"]
    assert vague["steps"] or vague["empty"]
