"""Looking through the catalog: addresses that stay, data for machines, search that forgives."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from lifejourney import Catalog
from tests.pages.browsing import Browser, client_of


@pytest.fixture(scope="module")
def shipped_client(shipped: Catalog) -> TestClient:
    return client_of(shipped)


def test_an_address_with_an_older_name_leads_to_the_present_one(browser: Browser) -> None:
    service = browser.client.app.state.held.catalog.services["pencatatan-kelahiran"]  # type: ignore[attr-defined]
    for path in (f"/layanan/{service.code}", f"/layanan/{service.code}/lama"):
        answer = browser.client.get(path)
        assert answer.status_code == 308
        assert answer.headers["location"] == f"/layanan/{service.code}/{service.slug}"


def test_every_service_document_and_authority_has_its_page(
    shipped: Catalog, shipped_client: TestClient
) -> None:
    """Each is opened in one of the languages, in turn."""
    listed = ET.fromstring(shipped_client.get("/sitemap.xml").content)  # noqa: S314 - our own
    paths = [
        one.text.removeprefix("https://example.org")
        for one in listed.iter()
        if one.text and one.text.startswith("https")
    ]
    assert len(paths) > len(shipped.services) + len(shipped.documents)
    for number, path in enumerate(paths):
        lang = "?lang=en" if number % 2 else ""
        answer = shipped_client.get(f"{path}{lang}")
        assert answer.status_code == 200, path
        assert f'<html lang="{"en" if lang else "id"}">' in answer.text
        assert Browser(shipped_client, page=answer).title


def test_a_service_is_told_to_machines(shipped: Catalog, shipped_client: TestClient) -> None:
    service = shipped.services["pencatatan-kelahiran"]
    text = shipped_client.get(f"/layanan/{service.code}/{service.slug}").text
    data = json.loads(text.partition('application/ld+json">')[2].partition("</script>")[0])
    assert data["@type"] == "GovernmentService"
    assert data["identifier"] == service.code


def test_robots_are_kept_from_pages_about_a_person(shipped_client: TestClient) -> None:
    text = shipped_client.get("/robots.txt").text
    assert "Disallow: /rencana" in text
    assert "Sitemap: https://example.org/sitemap.xml" in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bikin akte", "Pencatatan kelahiran"),
        ("kelahirann", "Kelahiran"),
        ("buka warung", "Usaha"),
        ("birth certificate", "akta kelahiran"),
        ("qqqq", "Tidak ada yang cocok"),
        ("", "Pilih peristiwa hidup"),
    ],
)
def test_search_forgives(shipped_client: TestClient, words: str, found: str) -> None:
    assert found in Browser(shipped_client).open(f"/cari?q={words}").text


def test_a_withdrawn_service_names_what_replaced_it(small: Catalog) -> None:
    register = small.register
    slug, entry = next(iter(register.services.items()))
    other = next(name for name in register.services if name != slug)
    gone = replace(entry, state="withdrawn", replaced_by=other)
    services = {name: one for name, one in small.services.items() if name != slug}
    catalog = replace(
        small,
        services=services,
        register=replace(register, services={**register.services, slug: gone}),
    )
    answer = client_of(catalog).get(f"/layanan/{entry.code}/{slug}")
    assert answer.status_code == 410
    assert answer.json()["replaced_by"] == other


def test_documents_and_authorities_that_are_not_there(shipped_client: TestClient) -> None:
    for path in ("/dokumen/tidak-ada", "/instansi/tidak-ada", "/layanan/LJ-9999/x"):
        assert shipped_client.get(path).status_code == 404


def test_a_static_file_is_kept_for_ever_by_its_version(shipped_client: TestClient) -> None:
    look = shipped_client.app.state.look  # type: ignore[attr-defined]
    fixed = shipped_client.get(look.address("pages.css"))
    assert "immutable" in fixed.headers["cache-control"]
    assert fixed.headers["content-type"].startswith("text/css")
    assert shipped_client.get("/aset/pages.css?v=old").headers["cache-control"] == "no-cache"
    assert shipped_client.get("/pekerja.js").headers["content-type"].startswith("text/javascript")
