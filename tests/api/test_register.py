"""What became of codes and slugs that were once published."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from lifejourney import Catalog
from lifejourney.vocabulary import Entry, Register

Problem = Callable[[Any], dict[str, Any]]


@pytest.fixture(scope="module")
def moved(small: Catalog, serve: Callable[[Catalog], TestClient]) -> TestClient:
    gone = Entry("withdrawn", replaced_by="imunisasi", code="LJ-0900")
    register = Register(
        events={"lahiran": Entry("renamed", to="birth"), "panen": Entry("withdrawn")},
        services={
            "vaksin": Entry("renamed", to="imunisasi-bayi"),
            "imunisasi-bayi": Entry("renamed", to="imunisasi"),
            "posyandu": gone,
            "putar": Entry("renamed", to="balik"),
            "balik": Entry("renamed", to="putar"),
            "imunisasi": Entry("active", code="LJ-0006"),
        },
        documents={"akte": Entry("renamed", to="akta-kelahiran")},
    )
    return serve(replace(small, register=register))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/v1/events/lahiran?lang=en", "/v1/events/birth?lang=en"),
        ("/v1/services/vaksin", "/v1/services/imunisasi"),
        ("/v1/documents/akte", "/v1/documents/akta-kelahiran"),
    ],
)
def test_an_old_name_leads_to_the_present_one(moved: TestClient, old: str, new: str) -> None:
    response = moved.get(old)
    assert response.status_code == 308
    assert response.headers["location"] == new
    assert response.json()["to"] == new.rpartition("/")[2].partition("?")[0]
    assert moved.get(new).status_code == 200


def test_an_old_name_of_an_event_still_filters(moved: TestClient) -> None:
    old, new = moved.get("/v1/facts?event=lahiran"), moved.get("/v1/facts?event=birth")
    assert old.content == new.content


@pytest.mark.parametrize("name", ["posyandu", "LJ-0900"])
def test_a_withdrawn_service_names_what_replaced_it(
    moved: TestClient, problem: Problem, name: str
) -> None:
    body = problem(moved.get(f"/v1/services/{name}?lang=en"))
    assert body["status"] == 410
    assert body["replaced_by"] == "imunisasi"
    assert body["errors"][0]["remedy"] == "use 'imunisasi'"


@pytest.mark.parametrize("path", ["/v1/events/panen", "/v1/services/putar"])
def test_what_has_no_successor_says_so(moved: TestClient, problem: Problem, path: str) -> None:
    body = problem(moved.get(path))
    assert body["status"] == (410 if "panen" in path else 404)
    assert body.get("replaced_by") is None
