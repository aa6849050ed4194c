"""What the catalog answers by GET."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from api import views
from api.app import create_app
from lifejourney import Catalog, load_catalog
from lifejourney.exports import nouns
from lifejourney.exports.plain import condition, plain
from lifejourney.vocabulary import AllOf, AnyOf, EventTest, Every, Same, Service

Problem = Callable[[Any], dict[str, Any]]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("model", "paths"),
    [
        (views.Events, lambda _: ["/v1/events"]),
        (views.Event, lambda c: [f"/v1/events/{slug}" for slug in c.events]),
        (views.Facts, lambda c: ["/v1/facts", *(f"/v1/facts?event={slug}" for slug in c.events)]),
        (views.Services, lambda _: ["/v1/services"]),
        (views.ServiceDetail, lambda c: [f"/v1/services/{slug}" for slug in c.services]),
        (views.DocumentDetail, lambda c: [f"/v1/documents/{slug}" for slug in c.documents]),
        (views.Authority, lambda c: [f"/v1/authorities/{slug}" for slug in c.authorities]),
        (views.Regions, lambda _: ["/v1/regions"]),
        (views.Units, lambda c: ["/v1/units", *(f"/v1/units?region={one}" for one in c.regions)]),
        (views.UnitDetail, lambda c: [f"/v1/units/{slug}" for slug in c.units]),
        (views.Graph, lambda c: ["/v1/graph", *(f"/v1/graph?event={slug}" for slug in c.events)]),
    ],
)
def test_every_answer_is_as_described(
    client: TestClient,
    small: Catalog,
    model: type[BaseModel],
    paths: Callable[[Catalog], list[str]],
    lang: str,
) -> None:
    for path in paths(small):
        response = client.get(path, params={"lang": lang} if "?" not in path else None)
        assert response.status_code == 200, path
        model.model_validate_json(response.content, strict=True, extra="forbid")


def test_events_name_their_persons(client: TestClient) -> None:
    [birth, death] = client.get("/v1/events").json()["events"]
    assert birth["event"] == "birth"
    assert birth["title"] == "Kelahiran"
    assert birth["persons"][0] == birth["persons"][0] | {
        "person": "child",
        "title": "anak",
        "many": True,
    }
    assert death["greeting"] == "Kami turut berduka cita."


def test_an_event_tells_what_it_calls_for(client: TestClient) -> None:
    calls = client.get("/v1/events/birth?lang=en").json()["calls_for"]
    assert [(call["document"] or call["service"], call["title"]) for call in calls] == [
        ("akta-kelahiran", "Birth certificate"),
        ("kk-baru", "Family card with the child"),
        ("imunisasi", "Immunisation"),
    ]
    assert calls[1]["when"] == {"some": {"child": {"child.condition": '"healthy"'}}}


def test_facts_stand_by_role_with_options_ready_to_show(client: TestClient) -> None:
    found = {fact["fact"]: fact for fact in client.get("/v1/facts?event=birth").json()["facts"]}
    assert [option["value"] for option in found["child.condition"]["options"]] == [
        "healthy",
        "in_care",
        "died_after_birth",
    ]
    assert [(o["value"], o["label"]) for o in found["child.at_home"]["options"]] == [
        ("true", "Ya"),
        ("false", "Tidak"),
    ]
    assert found["child.at_home"]["applies_when"] == {"child.condition": '"healthy", "in_care"'}
    assert found["mother.is_minor"]["derived"]["condition"] == {"mother.age": "< 18"}
    assert found["child.birth_date"]["title"] == "Tanggal lahir anak"
    assert found["mother.birth_date"]["title"] == "Tanggal lahir"
    assert found["self.age"]["person_title"] == "Anda"
    assert "deceased.death_date" not in found


def test_facts_of_two_events_are_listed_once(client: TestClient) -> None:
    facts = client.get("/v1/facts?event=birth&event=death&event=birth").json()["facts"]
    names = [fact["fact"] for fact in facts]
    assert len(names) == len(set(names))
    assert names == [fact["fact"] for fact in client.get("/v1/facts").json()["facts"]]


def test_bounds_of_a_number_are_numbers(
    small: Catalog, serve: Callable[[Catalog], TestClient]
) -> None:
    facts = [
        replace(fact, minimum="0", maximum="120") if fact.name == "age" else fact
        for fact in small.facts
    ]
    [age] = [
        fact
        for fact in serve(replace(small, facts=tuple(facts))).get("/v1/facts").json()["facts"]
        if fact["fact"] == "self.age"
    ]
    assert (age["minimum"], age["maximum"]) == (0, 120)


def test_a_role_without_title_shows_its_name(
    small: Catalog, serve: Callable[[Catalog], TestClient]
) -> None:
    birth = small.events["birth"]
    persons = {**birth.persons, "mother": replace(birth.persons["mother"], title=None)}
    catalog = replace(small, events={"birth": replace(birth, persons=persons)})
    client = serve(catalog)
    [mother] = [
        p for p in client.get("/v1/events/birth").json()["persons"] if p["person"] == "mother"
    ]
    assert mother["title"] == "mother"
    titles = {f["person"]: f["person_title"] for f in client.get("/v1/facts").json()["facts"]}
    assert titles["mother"] == "mother"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("q=imunisasi", ["LJ-0006"]),
        ("q=BIKIN+akte", ["LJ-0001"]),
        ("q=kelahiran", ["LJ-0001"]),
        ("q=lj-0007", ["LJ-0007"]),
        ("q=tidak+ada+sama+sekali", []),
        ("authority=puskesmas&q=imunisasi", ["LJ-0006"]),
        ("event=death&q=imunisasi", []),
        ("event=birth&q=imunisasi", ["LJ-0006"]),
    ],
)
def test_services_are_found(client: TestClient, query: str, codes: list[str]) -> None:
    found = client.get(f"/v1/services?{query}").json()
    assert [service["service"] for service in found["services"]][: len(codes) or None] == codes
    assert found["next"] is None


def test_pages_of_services_join_to_the_whole(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [one["service"] for one in client.get("/v1/services").json()["services"]]
    monkeypatch.setattr(nouns, "PAGE", 3)
    found: list[str] = []
    cursor = ""
    while cursor is not None:
        page = client.get("/v1/services", params={"cursor": cursor} if cursor else None).json()
        found += [one["service"] for one in page["services"]]
        cursor = page["next"]
    assert found == whole == sorted(whole)


def test_a_service_is_there_with_everything_by_code_and_by_slug(
    client: TestClient, small: Catalog
) -> None:
    by_code = client.get("/v1/services/LJ-0001")
    assert by_code.content == client.get("/v1/services/pencatatan-kelahiran").content
    shown = by_code.json()
    names = {part.name for part in fields(Service)} - {"code", "serves"}
    assert names | {"service", "for"} <= shown.keys()
    assert shown["requires"][0]["any"][1] == {
        "document": "sptjm-kelahiran",
        "title": small.documents["sptjm-kelahiran"].title.id,
        "of": None,
        "when": None,
        "substitute": True,
    }
    assert shown["changes"][0]["from"] == "2027-01-01"


def test_the_catalog_in_force_today_is_shown(small: Catalog) -> None:
    new_year = datetime(2026, 12, 31, 17, tzinfo=UTC)  # midnight in the west
    later = TestClient(create_app(small, now=lambda: new_year))
    now = TestClient(create_app(small, now=lambda: new_year - timedelta(seconds=1)))
    after, before = (each.get("/v1/services/LJ-0001") for each in (later, now))
    assert (before.json()["cost"]["max"], after.json()["cost"]["max"]) == (0, 10000)
    assert before.headers["etag"] != after.headers["etag"]


def test_a_document_names_its_kinds_makers_and_askers(client: TestClient) -> None:
    shown = client.get("/v1/documents/akta-kelahiran").json()
    assert [kind["document"] for kind in shown["kinds"]] == [
        "akta-kelahiran-ayah-ibu",
        "akta-kelahiran-ibu",
    ]
    assert [service["service"] for service in shown["produced_by"]] == ["LJ-0001"]
    assert "LJ-0005" in [service["service"] for service in shown["required_by"]]


@pytest.mark.parametrize("asked", ["34.71", "kemendagri:34.71", "kota yogya"])
def test_regions_are_found_by_code_and_name(client: TestClient, asked: str) -> None:
    [found] = client.get("/v1/regions", params={"q": asked}).json()["regions"]
    assert (found["region"], found["name"], found["kind"]) == ("34.71", "Kota Yogyakarta", "city")


def test_edges_join_nodes(client: TestClient) -> None:
    graph = client.get("/v1/graph").json()
    nodes = {node["id"] for node in graph["nodes"]}
    assert {"event:birth", "service:imunisasi", "document:akta-kelahiran"} <= nodes
    assert all({edge["from"], edge["to"]} <= nodes for edge in graph["edges"])
    assert graph["events"] == ["birth", "death"]


@pytest.mark.parametrize(
    "path",
    ["events/brith", "services/LJ-9999", "services/imunisas", "documents/ktp", "authorities/kua-x"],
)
def test_an_unknown_name_is_not_found(client: TestClient, problem: Problem, path: str) -> None:
    body = problem(client.get(f"/v1/{path}"))
    assert body["status"] == 404
    assert body["type"] == "/docs#not-found"


def test_a_name_perhaps_meant_is_suggested(client: TestClient, problem: Problem) -> None:
    body = problem(client.get("/v1/services/imunisas?lang=en"))
    assert body["errors"][0]["remedy"] == "did you mean 'imunisasi'?"


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/facts?event=brith", "event"),
        ("/v1/services?authority=dukcapi", "authority"),
        ("/v1/services?cursor=LJ-9999", "cursor"),
        ("/v1/services?cursor=", None),
        ("/v1/events?lang=fr", "lang"),
        ("/v1/events?lagn=en", "lagn"),
        (f"/v1/regions?q={'x' * 201}", "q"),
        (f"/v1/events/{'x' * 201}", "slug"),
        ("/v1/facts?" + "&".join(["event=birth"] * 21), "event"),
    ],
)
def test_a_bad_parameter_is_named(
    client: TestClient, problem: Problem, path: str, field: str | None
) -> None:
    response = client.get(path)
    if field is None:
        assert response.status_code == 200
        return
    body = problem(response)
    assert body["status"] == 422
    assert body["errors"][0]["field"] == field


class TestETag:
    def test_the_same_catalog_is_not_sent_again(self, client: TestClient, small: Catalog) -> None:
        tag = client.get("/v1/events").headers["etag"]
        assert small.version in tag
        for known in (tag, f'"other", W/{tag}', "*"):
            response = client.get("/v1/events", headers={"If-None-Match": known})
            assert response.status_code == 304
            assert response.content == b""
            assert response.headers["etag"] == tag

    def test_another_tag_gets_the_whole(self, client: TestClient) -> None:
        response = client.get("/v1/events", headers={"If-None-Match": '"other"'})
        assert response.status_code == 200


def test_head_is_get_without_the_body(client: TestClient) -> None:
    head, get = client.head("/v1/events"), client.get("/v1/events")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]


class TestConditions:
    def test_they_are_shown_as_the_catalog_writes_them(self) -> None:
        birth, same = EventTest(("birth",)), Same(("deceased", "mother"))
        assert condition(AllOf((birth, birth))) == {"all": [{"event": ["birth"]}] * 2}
        assert condition(AnyOf((birth, same))) == {
            "any": [{"event": ["birth"]}, {"same": ["deceased", "mother"]}]
        }
        assert condition(Every("heir", same)) == {
            "every": {"heir": {"same": ["deceased", "mother"]}}
        }

    def test_what_is_no_noun_is_refused(self) -> None:
        with pytest.raises(TypeError, match="object is no part of a noun"):
            plain(object(), "id")


@pytest.mark.slow
def test_the_shipped_catalog_answers_as_described(serve: Callable[[Catalog], TestClient]) -> None:
    catalog = load_catalog("catalog")
    client = serve(catalog)
    for slug in catalog.services:
        shown = client.get(f"/v1/services/{slug}").content
        views.ServiceDetail.model_validate_json(shown, strict=True, extra="forbid")
    for slug in catalog.documents:
        shown = client.get(f"/v1/documents/{slug}").content
        views.DocumentDetail.model_validate_json(shown, strict=True, extra="forbid")
    for path, model in (("events", views.Events), ("facts", views.Facts), ("graph", views.Graph)):
        model.model_validate_json(client.get(f"/v1/{path}").content, strict=True, extra="forbid")


class TestUnits:
    """Offices and malls."""

    def test_by_region_and_authority(self, client: TestClient) -> None:
        """A province holds its regencies; a mall is an office of those who have a desk there."""

        def found(query: str) -> list[str]:
            return [one["unit"] for one in client.get(f"/v1/units{query}").json()["units"]]

        capil, mall, each = "disdukcapil-kota-yogyakarta", "mpp-kota-yogyakarta", "mpp-diy"
        assert found("") == found("?region=34") == [each, capil, mall]
        assert found("?region=kemendagri:34.71") == [capil, mall]
        assert found("?authority=dukcapil") == [capil, mall]
        assert found("?region=34.71&authority=puskesmas") == [mall]
        assert found("?region=34.04") == []

    def test_one(self, client: TestClient) -> None:
        """Everything of one, with the names of region and authority."""
        told = client.get("/v1/units/disdukcapil-kota-yogyakarta", params={"lang": "en"}).json()
        assert told["title"] == told["map_query"] == "Civil registry of Yogyakarta"
        assert (told["region_name"], told["authority_title"]) == (
            "Kota Yogyakarta",
            "Civil registry office",
        )
        assert told["address"] == {"text": "Jalan Kenari 56", "source": "peta"}
        assert client.get("/v1/units/mpp-diy").json()["map_query"] is None

    def test_named_by_authority_and_region(self, client: TestClient) -> None:
        """Who asks for an authority or a region learns of its offices."""
        units = client.get("/v1/authorities/dukcapil").json()["units"]
        assert [one["unit"] for one in units] == [
            "disdukcapil-kota-yogyakarta",
            "mpp-kota-yogyakarta",
        ]
        [region] = client.get("/v1/regions?q=34.71").json()["regions"]
        assert sorted(region["units"]) == ["disdukcapil-kota-yogyakarta", "mpp-kota-yogyakarta"]

    @pytest.mark.parametrize("query", ["region=34.99", "authority=dukcapi"])
    def test_refuses_what_is_not_there(self, client: TestClient, query: str) -> None:
        """A name that nothing bears is no empty answer."""
        assert client.get(f"/v1/units?{query}").status_code == 422
        assert client.get("/v1/units/dukcapil").status_code == 404
