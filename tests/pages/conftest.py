"""Serve the pages on a fixed day: of the shipped catalog, and of the small one of the tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from lifejourney import SHIPPED, Catalog, load_catalog
from tests.pages.browsing import Browser

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
KEY = bytes(range(32))


@pytest.fixture(scope="session")
def shipped() -> Catalog:
    return load_catalog(SHIPPED)


@pytest.fixture(scope="session")
def small() -> Catalog:
    return load_catalog(ROOT / "tests" / "data" / "small")


def client_of(catalog: Catalog, settings: Settings | None = None) -> TestClient:
    app = create_app(catalog, now=lambda: NOW, settings=settings or Settings(key=KEY))
    return TestClient(app, base_url="https://example.org", follow_redirects=False)


@pytest.fixture(scope="session")
def serve_pages() -> Callable[..., TestClient]:
    return client_of


@pytest.fixture
def browser(small: Catalog) -> Browser:
    return Browser(client_of(small))
