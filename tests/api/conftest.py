"""Serve the small catalog of the tests on a fixed day."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.app import create_app
from lifejourney import Catalog, load_catalog

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    """Put the logger of all back as it was before a server was started."""
    logger = logging.getLogger()
    kept = logger.handlers, logger.level
    yield
    logger.handlers = kept[0]
    logger.setLevel(kept[1])


@pytest.fixture(scope="session")
def small() -> Catalog:
    return load_catalog(ROOT / "tests" / "data" / "small")


@pytest.fixture(scope="session")
def serve() -> Callable[[Catalog], TestClient]:
    """Return a client of an application for any catalog; it follows no redirect."""

    def client_of(catalog: Catalog) -> TestClient:
        app = create_app(catalog, now=lambda: NOW)
        return TestClient(app, follow_redirects=False)

    return client_of


@pytest.fixture(scope="session")
def client(small: Catalog, serve: Callable[[Catalog], TestClient]) -> TestClient:
    return serve(small)


@pytest.fixture(scope="session")
def problem() -> Callable[[Any], dict[str, Any]]:
    """Return a check that an answer is a problem of RFC 9457, which gives its body."""

    def body_of(response: Response) -> dict[str, Any]:
        assert response.headers["content-type"] == "application/problem+json"
        body: dict[str, Any] = response.json()
        assert body["status"] == response.status_code
        assert {"type", "title", "status", "detail", "errors"} <= body.keys()
        assert "Traceback" not in response.text
        for error in body["errors"]:
            assert error.keys() == {"field", "message", "remedy"}
        return body

    return body_of
