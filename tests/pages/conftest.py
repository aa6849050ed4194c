"""Serve the pages on a fixed day: of the shipped catalog, and of the small one of the tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import playwright.sync_api as playwright
import pytest
from starlette.testclient import TestClient

from lifejourney import SHIPPED, Catalog, load_catalog
from tests.pages.browsing import Browser, client_of
from tests.pages.serving import Remembering, chromium, served

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shipped() -> Catalog:
    return load_catalog(SHIPPED)


@pytest.fixture(scope="session")
def small() -> Catalog:
    return load_catalog(ROOT / "tests" / "data" / "small")


@pytest.fixture(scope="session")
def serve_pages() -> Callable[..., TestClient]:
    return client_of


@pytest.fixture
def browser(small: Catalog) -> Browser:
    return Browser(client_of(small))


@pytest.fixture(scope="module")
def base(shipped: Catalog) -> Iterator[str]:
    """Serve the shipped catalog to a real browser, and give the address."""
    with served(shipped, Remembering(shipped)) as address:
        yield address


@pytest.fixture(scope="module")
def chrome() -> Iterator[playwright.Browser]:
    """Start the Chromium of the system."""
    with chromium() as browser:
        yield browser
