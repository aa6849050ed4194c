"""Every call of the frozen interface answers with the fields that must be there."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from time import process_time
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.settings import Settings
from lifejourney import SHIPPED, Advisor, Catalog, open_catalog, read_request
from lifejourney.scenarios import as_raw

Json = dict[str, Any]
SHOWN = {
    "/v1/events": {"events": [{"event", "title", "stage", "persons", "summary"}]},
    "/v1/events/birth": {"event", "title", "stage", "persons", "summary"},
    "/v1/facts?event=birth": {
        "facts": [
            {
                *("fact", "person", "type", "options", "minimum", "maximum"),
                *("title", "why", "data_class", "applies_when"),
            }
        ]
    },
    "/v1/services?q=akte": {"services": [{"service", "slug", "title", "authority"}], "next": {}},
    "/v1/services/imunisasi": {"service", "slug", "title", "authority"},
    "/v1/services/LJ-0001": {"service", "slug", "title", "authority"},
    "/v1/documents/kartu-keluarga": {"document", "title"},
    "/v1/authorities/dukcapil": {"authority", "title"},
    "/v1/graph?event=birth": {},
    "/v1/regions?q=yogya": {},
    "/healthz": {"status"},
    "/readyz": {"status", "catalog"},
    "/openapi.json": {"openapi", "paths"},
}
STEP = {
    *("id", "service", "slug", "title", "person", "kind", "status", "depends_on", "blocked_by"),
    *("acts", "wave", "after", "requires", "produces", "time", "cost", "deadline", "channels"),
    *("reasons", "legal", "sources"),
}
PARTS = {
    "requires": [{"document", "of", "from", "step", "copies", "original", "substitutes"}],
    "produces": [{"document", "of"}],
    "time": {"min", "max", "kind"},
    "cost": {"min", "max", "status"},
    "deadline": {"within", "unit", "date"},
    "blocked_by": [{"document", "of", "why"}],
}
"""What stands in a step, where it has it."""
PLAN = {
    "possible": [STEP],
    "alternatives": [{"depends_on", "steps"}],
    "documents": [{"document", "of", "from", "copies", "original", "for"}],
    "totals": {"finish", "fee", "visits"},
}
QUESTION = {"kind", "topic", "facts", "documents", "choice", "persons", "decides"}
RESULT = {"document": {}, "of": {}, "options": [{"document", "title", "consequence"}]}
KINDS = {
    "facts": {},
    "choice": {"choice": RESULT},
    "persons": {"persons": {"role", "may_be", "minimum", "maximum"}},
}
OF_TWO = {
    "events": ["birth", "death"],
    "answers": {"child[1].birth_date": "2026-11-01"},
    "persons": {"child": 2, "deceased": "mother"},
    "documents": {
        "held": [
            "kartu-keluarga@family",
            {"document": "paspor@self", "issued": "2020-02-01", "valid_until": "2027-02-01"},
        ],
        "lacking": ["ktp-el@father"],
    },
    "done": ["LJ-0017@child-2"],
    "date": "2026-11-22",
}
OF_A_RESULT = {
    "events": ["birth"],
    "answers": {
        "child.condition": "healthy",
        "child.birth_date": "2026-11-12",
        "child.birth_place": "facility",
        "child.arrival_date": "2026-11-20",
        "parents.known": "both",
        "parents.marriage": "religious_only",
        "parents.religion": "islam",
        "parents.earlier_wife": "false",
        "mother.alive": "true",
        "mother.citizenship": "wni",
        "mother.age": "28",
        "father.alive": "true",
        "father.citizenship": "wni",
        "father.age": "31",
        "family.jkn": "not_member",
    },
    "declined": ["child[1].growth_concern"],
    "persons": {"child": 1, "sibling": 0},
    "documents": {
        "held": [
            *("kartu-keluarga@family", "ktp-el@mother", "ktp-el@father"),
            *("nama-sesuai@mother", "nama-sesuai@father"),
        ],
        "lacking": ["kartu-keluarga-suami-istri@family"],
    },
    "date": "2026-11-22",
}
OF_SEVERAL = ("birth-twins", "birth-death-mother", "death-heirs-disagree-other")
"""Scenarios in which a role has several members."""
PERSON_FACT = re.compile(r"[a-z][a-z_-]*(\[[0-9]+\])?\.[a-z][a-z0-9_]*")
BY_MEMBER = re.compile(r"(answers\.)?([a-z][a-z0-9_-]*)-([0-9]+)\.([a-z][a-z0-9_]*)")
OF_NOBODY = {"events": ["birth", "death"]}
ADVICE = {
    *("catalog", "date", "lang", "events", "unused", "set_aside", "ignored"),
    *("verdicts", "plan", "questions", "remaining"),
}
VERDICT = {
    *("service", "document", "slug", "title", "person", "event", "kind", "verdict"),
    *("missing", "reasons"),
}
ASKED = {
    "events": ["birth"],
    "answers": {"child[1].condition": "healthy", "child[1].birth_date": "2026-11-01"},
    "declined": [],
    "persons": {"child": 1},
    "documents": {"held": ["kartu-keluarga@family"], "lacking": []},
    "wanted": [],
    "done": [],
    "date": "2026-11-22",
    "prefer": "fastest",
    "lang": "id",
    "include": ["verdicts", "plan", "questions"],
}


def holds(shape: Any, body: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether a body has the fields of a shape, each thing of a list too."""
    if isinstance(shape, Mapping):
        return all(name in body and holds(inner, body[name]) for name, inner in shape.items())
    if isinstance(shape, list):
        return bool(body) and all(holds(shape[0], one) for one in body)
    return isinstance(body, Mapping) and set(shape) <= body.keys() if shape else True


@pytest.mark.parametrize("path", SHOWN)
def test_a_call_shows_what_it_must(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert holds(SHOWN[path], answer.json()), answer.text[:500]


def test_an_advice_has_all_its_parts(client: TestClient) -> None:
    body = client.post("/v1/advice", json=ASKED).json()
    assert holds(ADVICE, body)
    assert holds([VERDICT], body["verdicts"])
    assert holds([STEP], body["plan"]["steps"])
    assert {"steps", "possible", "alternatives", "documents", "totals"} <= body["plan"].keys()
    assert body["catalog"].keys() >= {"version", "date"}


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_catalog(SHIPPED)


@pytest.fixture(scope="module")
def told(shipped: Catalog, serve: Callable[[Catalog], TestClient]) -> list[Any]:
    """Return answers of the shipped catalog that have between them every part there is."""
    client = serve(shipped)
    return [
        client.post("/v1/advice", json=asked).json() for asked in (OF_TWO, OF_A_RESULT, OF_NOBODY)
    ]


def test_every_part_of_a_plan_has_its_fields(told: list[Any]) -> None:
    assert holds(PLAN, told[0]["plan"])
    reasons = [reason for verdict in told[0]["verdicts"] for reason in verdict["reasons"]]
    assert holds([{"text", "fact", "law"}], reasons)
    assert holds([{"fact", "why"}], told[1]["set_aside"])


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_step_has_its_fields(told: list[Any], part: str) -> None:
    steps = [s for one in told for s in (*one["plan"]["steps"], *one["plan"]["possible"])]
    found = [step[part] for step in steps if step[part]]
    assert found
    assert all(holds(PARTS[part], one) for one in found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_has_all_fields_and_those_of_its_kind(told: list[Any], kind: str) -> None:
    questions = [question for one in told for question in one["questions"]]
    found = [question for question in questions if question["kind"] == kind]
    assert holds([QUESTION], questions)
    assert found
    assert all(holds(KINDS[kind], one) for one in found)


def test_two_events_and_few_answers_are_advised_in_time(shipped: Catalog) -> None:
    """The call that interface.md shows takes less time than the service gives to one."""
    began = process_time()
    Advisor(shipped).advise(read_request(shipped, OF_TWO, date(2026, 11, 22)))
    assert process_time() - began < Settings().seconds


def test_what_is_not_needed_does_not_apply_or_is_from_before_is_named(client: TestClient) -> None:
    older = {"child[1].condition": "healthy", "child[1].no_longer_asked": "x"}
    asked = {"events": ["birth"], "answers": older, "unknown": "ignore"}
    body = client.post("/v1/advice", json=asked).json()
    assert [one["field"] for one in body["ignored"]] == ["answers.child[1].no_longer_asked"]
    refused = client.post("/v1/advice", json={"events": ["birth"], "answers": older})
    assert refused.json()["errors"][0]["field"] == "answers.child[1].no_longer_asked"


@pytest.mark.parametrize("path", ["/v1/events", "/v1/services/imunisasi"])
def test_the_reader_says_the_language_of_the_catalog(client: TestClient, path: str) -> None:
    english = client.get(path, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert english.headers["content-language"] == "en"
    assert english.headers["vary"].lower().startswith("accept-language")
    assert english.content == client.get(f"{path}?lang=en").content
    plain = client.get(path)
    assert plain.headers["content-language"] == "id"
    assert plain.headers["etag"] != english.headers["etag"]
    both = client.get(f"{path}?lang=id", headers={"Accept-Language": "en"})
    assert both.content == plain.content


def test_the_reader_says_the_language_of_an_advice(client: TestClient) -> None:
    english = {"Accept-Language": "en"}
    asked = {"events": ["birth"]}
    assert client.post("/v1/advice", json=asked, headers=english).json()["lang"] == "en"
    assert client.post("/v1/advice?lang=id", json=asked, headers=english).json()["lang"] == "id"
    named = {**asked, "lang": "id"}
    assert client.post("/v1/advice", json=named, headers=english).json()["lang"] == "id"


def texts(body: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield every text of a body."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, Mapping):
        for inner in body.values():
            yield from texts(inner)
    elif isinstance(body, list):
        for inner in body:
            yield from texts(inner)


def unknowns(answer: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield whatever an advice or an explanation names as known, open or deciding."""
    plan = answer["plan"]
    steps = [*plan["steps"], *plan["possible"]]
    for named in (*answer["said"], *answer["assumed"], *answer["set_aside"]):
        yield named["fact"]
    for verdict in answer["verdicts"]:
        yield from verdict["missing"]
        yield from (one["fact"] for one in verdict["reasons"] if one["fact"])
    for step in steps:
        yield from step["depends_on"]
        due = step["deadline"] or {}
        yield from filter(None, (due.get("after"), due.get("before")))
        later = [one["supplied_later"] for one in step["requires"]]
        yield from (one["after"] for one in later if one)
    yield from (one["depends_on"] for one in (*plan["alternatives"], *plan["branches"]))
    yield from plan["never_assumed"]
    yield from (one.removeprefix("answers.") for one in answer["unused"] if "@" not in one)


def as_one(fact: str) -> str:
    """Return a fact without the way in which the number of its member is written."""
    return re.sub(r"\[([0-9]+)\]", r"-\1", fact)


@pytest.fixture(scope="module")
def of_several(shipped: Catalog, serve: Callable[[Catalog], TestClient]) -> list[Any]:
    """Return advices about several children or heirs, with all answers and with every third."""
    client = serve(shipped)
    bodies: list[Json] = [dict(as_raw(shipped.scenarios[one])) for one in OF_SEVERAL]
    bodies += [{**one, "answers": dict([*one["answers"].items()][::3])} for one in bodies]
    return [client.post("/v1/advice", json=body).json() for body in bodies]


def test_a_fact_is_named_as_in_answers_everywhere(of_several: list[Any], told: list[Any]) -> None:
    found: list[str] = []
    for answer in (*of_several, *told):
        assert [one for one in texts(answer) if BY_MEMBER.fullmatch(one)] == []
        facts = [one for one in unknowns(answer) if ":" not in one]
        assert [one for one in facts if not PERSON_FACT.fullmatch(one)] == []
        found += facts
    assert {"child[2].birth_date", "mother.alive"} <= set(found)
    assert any(one.startswith("heir[2].") for one in found)


def test_what_decides_is_found_among_the_questions(of_several: list[Any]) -> None:
    """The page may look up the question of what a step waits for by its name alone."""
    linked = set()
    for answer in of_several:
        asked = {fact for question in answer["questions"] for fact in question["facts"]}
        alike = {as_one(fact): fact for fact in asked}
        for one in unknowns(answer):
            assert alike.get(as_one(one), one) == one
        linked |= asked & {fact for one in answer["plan"]["possible"] for fact in one["depends_on"]}
        linked |= asked & {fact for one in answer["verdicts"] for fact in one["missing"]}
    assert any("[2]" in one for one in linked)


TWINS: Json = {
    "events": ["birth"],
    "persons": {"child": 2},
    "answers": {"child[1].condition": "healthy", "child[1].birth_date": "2026-11-01"},
    "date": "2026-11-22",
}


@pytest.mark.parametrize(
    ("call", "body", "named"),
    [
        ("explain", {**TWINS, "service": "pencatatan-kelahiran"}, "child[2].condition"),
        ("upcoming", TWINS, "child[2].birth_date"),
        ("difference", {"before": {**TWINS, "answers": {}}, "after": TWINS}, "child[1].condition"),
    ],
)
def test_other_calls_name_facts_as_in_answers(
    shipped: Catalog, serve: Callable[[Catalog], TestClient], call: str, body: Json, named: str
) -> None:
    found = [*texts(serve(shipped).post(f"/v1/{call}", json=body).json())]
    assert named in found
    assert [one for one in found if BY_MEMBER.fullmatch(one)] == []


def test_an_answer_named_by_member_is_taken_still(client: TestClient) -> None:
    asked = {name: value for name, value in TWINS.items() if name != "answers"}
    ways = ("child[2].condition", "child-2.condition")
    bodies = [{**asked, "answers": {way: "healthy"}} for way in ways]
    now, before = (client.post("/v1/advice", json=body) for body in bodies)
    assert now.status_code == 200
    assert now.content == before.content
