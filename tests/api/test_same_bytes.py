"""Terminal `--json` and API give the same bytes for the same input."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lifejourney import Catalog
from lifejourney.cli import desk
from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[1] / "data" / "small"
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)

Printed = Callable[..., bytes]


@pytest.fixture
def printed(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return a command that runs the terminal on the small catalog on the day of the API."""
    monkeypatch.setattr(desk.Desk.__init__, "__defaults__", _defaults())

    def output(*arguments: str) -> bytes:
        assert run([*arguments, "--catalog", str(SMALL)]) == 0
        return capfdbinary.readouterr().out

    return output


def _defaults() -> tuple[object, ...]:
    """Return the defaults of a desk with the clock stopped."""
    given = desk.Desk.__init__.__defaults__ or ()
    return tuple((lambda: NOW) if one is desk.now_in_utc else one for one in given)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("command", "path"),
    [
        (["events"], "events"),
        (["facts"], "facts"),
        (["facts", "birth"], "facts?event=birth"),
        (["facts", "death", "birth"], "facts?event=death&event=birth"),
        (["services"], "services"),
        (["services", "bikin", "akte"], "services?q=bikin+akte"),
        (["services", "--cursor", "LJ-0003"], "services?cursor=LJ-0003"),
        (["show", "LJ-0001"], "services/LJ-0001"),
        (["show", "imunisasi"], "services/imunisasi"),
        (["show", "birth"], "events/birth"),
        (["show", "kartu-keluarga"], "documents/kartu-keluarga"),
        (["show", "dukcapil"], "authorities/dukcapil"),
        (["graph"], "graph"),
        (["graph", "birth"], "graph?event=birth"),
    ],
)
def test_nouns(
    client: TestClient, printed: Printed, command: list[str], path: str, lang: str
) -> None:
    join = "&" if "?" in path else "?"
    sent = client.get(f"/v1/{path}{join}lang={lang}")
    assert sent.status_code == 200
    assert printed(*command, "--json", "--lang", lang) == sent.content


def test_every_noun_of_the_catalog(client: TestClient, printed: Printed, small: Catalog) -> None:
    for kind, collection, slugs in (
        ("event", "events", small.events),
        ("service", "services", small.services),
        ("document", "documents", small.documents),
        ("authority", "authorities", small.authorities),
    ):
        for slug in slugs:
            sent = client.get(f"/v1/{collection}/{slug}").content
            assert printed("show", f"{kind}:{slug}", "--json") == sent


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("region", [None, "34.71"])
def test_advice(client: TestClient, printed: Printed, region: str | None, lang: str) -> None:
    answers: dict[str, object] = {"child[1].birth_date": "2026-11-01"}
    told = ["--answer", "child[1].birth_date=2026-11-01"]
    if region is not None:
        answers["self.region"] = region
        told += ["--answer", f"self.region={region}"]
    body = {
        "events": ["birth", "death"],
        "answers": answers,
        "persons": {"child": 2, "deceased": "mother"},
        "documents": {"lacking": ["ktp-el@father"]},
        "lang": lang,
    }
    told += ["--person", "child=2", "--person", "deceased=mother", "--lack", "ktp-el@father"]
    sent = client.post("/v1/advice", json=body)
    assert sent.status_code == 200, sent.text
    assert printed("plan", "birth", "death", *told, "--json", "--lang", lang) == sent.content


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("events", [[], ["birth"]])
def test_upcoming(client: TestClient, printed: Printed, events: list[str], lang: str) -> None:
    held = {"document": "ktp-el@self", "issued": "2022-03-01"}
    body = {
        "events": events,
        "answers": {"child[1].birth_date": "2026-11-01"},
        "documents": {"held": [held]},
        "months": 24,
        "lang": lang,
    }
    sent = client.post("/v1/upcoming", json=body)
    assert sent.status_code == 200, sent.text
    told = ["--answer", "child[1].birth_date=2026-11-01", "--months", "24", "--lang", lang]
    told += ["--have", "ktp-el@self:issued=2022-03-01"]
    assert printed("upcoming", *events, *told, "--json") == sent.content
    calendar = client.post("/v1/upcoming", json=body, headers={"Accept": "text/calendar"})
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert printed("upcoming", *events, *told, "--format", "ics") == calendar.content


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("service", ["LJ-0001", "imunisasi", "penetapan-waris"])
def test_explanations(client: TestClient, printed: Printed, service: str, lang: str) -> None:
    body = {
        "service": service,
        "events": ["birth"],
        "answers": {"parents.marriage": "none", "child[1].condition": "healthy"},
        "persons": {"child": 2},
        "lang": lang,
    }
    told = ["--answer", "parents.marriage=none", "--answer", "child[1].condition=healthy"]
    told += ["--person", "child=2", "--json", "--lang", lang]
    sent = client.post("/v1/explain", json=body)
    assert sent.status_code == 200, sent.text
    assert printed("explain", service, "birth", *told) == sent.content
    one = client.post("/v1/explain", json={**body, "person": "child[2]"})
    assert printed("explain", service, "birth", *told, "--for", "child[2]") == one.content
