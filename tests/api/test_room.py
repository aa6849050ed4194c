"""The process in which advices are worked out: ended, lost, failed, and back again."""

import os
import signal
import time
from collections.abc import Iterator
from typing import NoReturn

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.logs import TaskFailed, places
from api.problems import Refused
from api.room import Clerk, OwnRoom, SameRoom
from api.settings import Settings
from lifejourney import Advisor, Catalog

TOLD = "2026-10-31"


def version(advisor: Advisor, more: str) -> str:
    return f"{advisor.catalog.version}{more}"


def number(_advisor: Advisor) -> int:
    return os.getpid()


def last_for_ever(_advisor: Advisor) -> NoReturn:
    while True:
        time.sleep(1)


def fail(_advisor: Advisor) -> int:
    return int(TOLD)


@pytest.fixture(scope="module")
def clerk() -> Iterator[Clerk]:
    made = Clerk(60)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def room(small: Catalog, clerk: Clerk) -> OwnRoom:
    return OwnRoom(small, clerk)


def kind(room: OwnRoom, task: object) -> str:
    with pytest.raises(Refused) as refused:
        room.do(task)  # type: ignore[arg-type]
    assert refused.value.faults[0].remedy is not None
    return refused.value.kind.name


@pytest.mark.slow
class TestOwnRoom:
    def test_it_works_beside_the_server(self, room: OwnRoom, small: Catalog) -> None:
        assert room.do(version, "!") == f"{small.version}!"
        assert room.do(number) != os.getpid()

    def test_what_takes_too_long_is_ended_and_the_next_is_served(
        self, room: OwnRoom, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = room.do(number)
        with monkeypatch.context() as short:
            short.setattr(clerk, "_seconds", 0.3)
            assert kind(room, last_for_ever) == "too-long"
        assert room.do(number) != before

    def test_an_error_nobody_expected_gives_its_places_alone(self, room: OwnRoom) -> None:
        with pytest.raises(TaskFailed) as failed:
            room.do(fail)
        assert places(failed.value).startswith("ValueError at ")
        assert TOLD not in places(failed.value)

    def test_a_process_that_is_lost_is_replaced(self, room: OwnRoom) -> None:
        os.kill(room.do(number), signal.SIGKILL)
        assert kind(room, number) == "busy"
        assert room.do(number)

    def test_whose_turn_does_not_come_is_told_so(
        self, room: OwnRoom, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(clerk, "_seconds", 0.1)
        with clerk._turn:
            assert kind(room, number) == "busy"

    def test_what_is_over_is_not_begun_again(self, small: Catalog) -> None:
        clerk = Clerk(60)
        clerk.begin()
        room = OwnRoom(small, clerk)
        os.kill(room.do(number), signal.SIGKILL)
        process = clerk._process
        clerk._is_over = True
        assert kind(room, number) == "busy"
        assert clerk._process is process


@pytest.mark.slow
def test_a_server_leaves_the_work_to_it(small: Catalog) -> None:
    app = create_app(small, settings=Settings(seconds=60))
    body = {"events": ["birth"]}
    alone = TestClient(app).post("/v1/advice", json=body)
    with TestClient(app) as served:
        assert isinstance(app.state.held.room, OwnRoom)
        assert served.post("/v1/advice", json=body).content == alone.content
        pair = {"before": body, "after": body}
        assert served.post("/v1/difference", json=pair).status_code == 200
        assert served.post("/v1/upcoming", json=body).status_code == 200
    assert isinstance(app.state.held.room, SameRoom)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_plan_that_takes_too_long_is_told_in_a_problem(
    small: Catalog, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    app = create_app(small)
    clerk = Clerk(0.01)
    clerk._turn.acquire()
    monkeypatch.setattr(app.state.held.room, "do", OwnRoom(small, clerk).do)
    answer = TestClient(app).post("/v1/advice", json={"events": ["birth"], "lang": lang})
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["errors"][0]["remedy"]
    page = TestClient(app).get("/rencana", headers={"Accept": "text/html"})
    assert page.status_code == 200  # nothing was asked of the room
