"""The plan in the media type that the reader asks for, and the difference of two requests."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import vobject
from starlette.testclient import TestClient

from api.views import DifferenceRequest, DifferenceView
from lifejourney import Advisor, Catalog, as_json, hand_out, present, read_request

Problem = Callable[[Any], dict[str, Any]]
ASKED = {"events": ["birth"], "answers": {"child.condition": "healthy"}, "date": "2026-11-22"}
HANDED_OUT = {
    "text/calendar": "ics",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "image/svg+xml": "svg",
}


@pytest.mark.parametrize("media", HANDED_OUT)
def test_a_plan_to_take_away(client: TestClient, small: Catalog, media: str) -> None:
    """It is what the engine hands out, whatever parts of JSON are asked for; nobody keeps it."""
    body = {**ASKED, "include": ["verdicts"], "lang": "en"}
    response = client.post("/v1/advice", json=body, headers={"Accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    assert response.headers["cache-control"] == "no-store"
    request = read_request(small, body, date(2026, 11, 22))
    answer = present(Advisor(small).advise(request))
    assert response.content == hand_out(answer, HANDED_OUT[media])


def test_a_calendar_is_read_back(client: TestClient) -> None:
    """By another library."""
    response = client.post("/v1/advice", json=ASKED, headers={"Accept": "text/calendar"})
    assert vobject.readOne(response.text).vtodo.summary.value.startswith("1. ")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/calendar"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv"),
        ("text/csv;q=0, text/*", "text/calendar"),
        ("TEXT/CSV", "text/csv"),
        ("text/html, text/markdown;variant=CommonMark;q=0.9", "text/markdown"),
        ("text/csv;q=nan, image/svg+xml;q=1", "image/svg+xml"),
        (",", "application/json"),
    ],
)
def test_the_reader_chooses(client: TestClient, accept: str, expected: str) -> None:
    """By weight, the narrowest range first; what is liked alike in our order."""
    response = client.post("/v1/advice", json=ASKED, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == expected


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/png, text/csv;q=x"])
def test_what_nobody_makes(client: TestClient, problem: Problem, accept: str) -> None:
    """It is refused with the choices."""
    found = problem(client.post("/v1/advice?lang=en", json=ASKED, headers={"Accept": accept}))
    assert (found["status"], found["title"]) == (406, "Not acceptable")
    assert "text/calendar" in found["errors"][0]["remedy"]


def test_a_problem_stays_a_problem(client: TestClient, problem: Problem) -> None:
    """Whatever is accepted."""
    wrong = {"events": ["brith"]}
    found = problem(client.post("/v1/advice", json=wrong, headers={"Accept": "text/calendar"}))
    assert found["status"] == 422


class TestDifference:
    def test_two_requests(self, client: TestClient) -> None:
        """The answer is as described, and tells what changed and why."""
        after = {**ASKED, "answers": {"child.condition": "in_care"}, "done": ["LJ-0006@child-1"]}
        body = {"before": ASKED, "after": after, "lang": "en"}
        DifferenceRequest.model_validate(body)
        response = client.post("/v1/difference", json=body)
        assert response.status_code == 200
        DifferenceView.model_validate_json(response.content, strict=True, extra="forbid")
        found = response.json()
        assert found["lang"] == "en"
        assert {one["kind"] for one in found["why"]} == {"answer", "done"}
        assert found["after"]["date"] == "2026-11-22"

    def test_there_and_back(self, client: TestClient) -> None:
        """What one way adds the other takes away."""
        other = {**ASKED, "answers": {"child.condition": "healthy", "parents.marriage": "none"}}
        there, back = (
            client.post("/v1/difference", json={"before": one, "after": two}).json()
            for one, two in ((ASKED, other), (other, ASKED))
        )
        assert there["added"] == back["removed"]
        assert there["removed"] == back["added"]
        assert [one["from"] for one in there["why"]] == [one["to"] for one in back["why"]]

    def test_the_same_as_the_terminal_keeps(self, client: TestClient, small: Catalog) -> None:
        """An answer with itself has no difference, and the bytes are ours."""
        response = client.post("/v1/difference", json={"before": ASKED, "after": ASKED})
        side = {name: client.post("/v1/advice", json=ASKED).json()[name] for name in
                ("catalog", "date")}  # fmt: skip
        empty: dict[str, object] = {part: [] for part in
                                    ("why", "added", "removed", "moved", "papers")}  # fmt: skip
        assert response.content == as_json({"lang": "id", "before": side, "after": side, **empty})
        assert side["catalog"]["version"] == small.version

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ([], ""),
            ({}, "before"),
            ({"before": ASKED, "after": {"events": ["brith"]}}, "after.events[0]"),
        ],
    )
    def test_problems_name_their_side(
        self, client: TestClient, problem: Problem, body: object, field: str
    ) -> None:
        """Each with the field."""
        found = problem(client.post("/v1/difference", json=body))
        assert found["status"] == 422
        assert found["errors"][0]["field"] == field
