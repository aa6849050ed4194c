"""Check the words: names, figures, reasons, steps and questions, in both languages."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Advice, Assumption, Branch, Question, Reason
from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.explanation import PARTS, as_json, present, words
from lifejourney.explanation.figures import cost_json, deadline_json, law, time_json
from lifejourney.explanation.naming import Naming, rupiah
from lifejourney.explanation.telling import reason_text
from lifejourney.vocabulary import (
    AllOf,
    Authority,
    Benefit,
    Call,
    Complaint,
    Cost,
    Deadline,
    Fact,
    LegalBasis,
    Option,
    Person,
    Region,
    Same,
    Service,
    Source,
    Span,
    SuppliedLater,
    Text,
    Time,
    Usual,
)
from tests.unit.planning.tiny import (
    DAY,
    NEVER,
    advise,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    service,
    text,
)

LIKELY = {"true": 9, "false": 1}
SOURCE = Source("https://example.id", date(2026, 11, 1), "verified", "UU 24/2013", "gratis")
COMPLAINT = Complaint(Text("Loket", "Desk"), phone="112")
OFFICES = {
    "office": Authority("office", Text("Disdukcapil", "Registry"), "regency", COMPLAINT),
    "province": Authority("province", Text("Dinas", "Agency"), "province", COMPLAINT),
    "court": Authority("court", Text("Pengadilan", "Court"), "national", COMPLAINT),
}
REGIONS = {
    "34": Region("34", "Daerah Istimewa Yogyakarta", "province", "WIB"),
    "34.71": Region("34.71", "Kota Yogyakarta", "city", "WIB"),
}
FACTS = (
    Fact("ill", ("child",), "boolean", Text("Anak sakit?", "Is the child ill?"), text("why")),
    Fact("income", ("person",), "money", Text("Penghasilan", "Income"), text("why")),
    Fact("born", ("person",), "date", Text("Tanggal lahir", "Date of birth"), text("why")),
    Fact("region", ("person",), "text", Text("Daerah", "Region"), text("why"), regions=True),
    Fact(
        "kind",
        ("child",),
        "choice",
        Text("Jenis", "Kind"),
        text("why"),
        options={"one": Option(Text("Satu", "One")), "two": Option(Text("Dua", "Two"))},
        topic="health",
    ),
)


def small(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog of a birth with a step for each child."""
    birth = event(
        [
            Call("child", "duty", document="a", when=is_("child", "kind", "one")),
            Call("child", "advice", service="s2"),
        ],
        child=Person(Text("anak", "child"), many=True, maximum=4, ask=Text("Berapa?", "How many?")),
        mother=Person(Text("ibu", "mother")),
        guest=Person(),
    )
    one = replace(
        service(1, ["a"], ["b"]),
        title=Text("Pencatatan", "Registration"),
        legal=(LegalBasis("UU 24/2013", "27"),),
        sources={"uu": SOURCE},
    )
    papers = [
        replace(paper("a"), title=Text("Akta", "Certificate")),
        replace(paper("b"), title=Text("Surat", "Letter"), usual=Usual("held")),
    ]
    services = [one, service(2), service(3, ["b"])]
    more.setdefault("facts", FACTS)
    return catalog(birth, services, papers, authorities=OFFICES, regions=REGIONS, **more)


@pytest.fixture(scope="module")
def told() -> dict[str, Naming]:
    """Return the names in one advice, in both languages."""
    facts = {
        ("child-1", "kind"): "one",
        ("mother", "region"): "34.71",
        ("child-2", "kind"): "two",
        ("child-2", "region"): "99.99",
    }
    return {
        lang: Naming(advise(small(), facts=facts, persons={"child": 2}, lang=lang))
        for lang in ("id", "en")
    }


# Names.


@pytest.mark.parametrize(
    ("amount", "expected"), [(0, "Rp0"), (1500, "Rp1.500"), (1000000, "Rp1.000.000")]
)
def test_money(amount: int, expected: str) -> None:
    """A dot stands for each thousand and no space after Rp."""
    assert expected == rupiah(amount)


def test_days(told: dict[str, Naming]) -> None:
    """The month is written out in the language of the person."""
    assert told["id"].day(date(2026, 8, 1)) == "1 Agustus 2026"
    assert told["en"].day(date(2026, 8, 1)) == "1 August 2026"


@pytest.mark.parametrize(
    ("member", "indonesian", "english"),
    [
        ("child-2", "anak ke-2", "child 2"),
        ("mother", "ibu", "mother"),
        ("self", "Anda", "you"),
        ("guest", "guest", "guest"),
        ("child-9", "anak", "child"),
        ("aunt", "aunt", "aunt"),
    ],
)
def test_persons(told: dict[str, Naming], member: str, indonesian: str, english: str) -> None:
    """Of several each has its number; who asks is addressed."""
    assert told["id"].person(member) == indonesian
    assert told["en"].person(member) == english


def test_one_of_many_has_no_number() -> None:
    """A single member needs none."""
    assert Naming(advise(small(), persons={"child": 1})).person("child-1") == "child"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ill", True, "yes"),
        ("ill", False, "no"),
        ("born", date(2020, 1, 2), "2 January 2020"),
        ("kind", "two", "Two"),
        ("region", "34.71", "Kota Yogyakarta"),
        ("region", "99", "99"),
        ("income", 2000, "Rp2.000"),
    ],
)
def test_answers(told: dict[str, Naming], name: str, value: object, expected: str) -> None:
    """An answer is shown as a person would say it."""
    definition = told["en"].definition("child-1", name)
    assert definition is not None
    assert told["en"].value(definition, value) == expected


@pytest.mark.parametrize(
    ("office", "member", "expected"),
    [
        ("court", "mother", "Court"),
        ("office", "mother", "Registry Kota Yogyakarta"),
        ("province", "mother", "Agency Daerah Istimewa Yogyakarta"),
        ("office", "child-1", "Registry"),
        ("office", "child-2", "Registry"),
    ],
)
def test_offices(told: dict[str, Naming], office: str, member: str, expected: str) -> None:
    """An office of a region bears its name where the region is known."""
    one = replace(told["en"].advice.catalog.services["s1"], authority=office)
    assert told["en"].authority(one, member) == expected


def test_names_of_what_is_not_there(told: dict[str, Naming]) -> None:
    """An unknown id stands for itself."""
    assert told["en"].step("LJ-0001@child-1") == "Registration"
    assert told["en"].step("LJ-9999@child-1") == "LJ-9999@child-1"
    assert told["en"].unknown("mother.nothing") == "mother.nothing"
    assert told["en"].text(None) is None
    assert told["en"].definition("aunt", "income") is None


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [
        ("document:b@child-2", "Do you have Letter (child 2)?"),
        ("persons:child", "How many?"),
        ("persons:mother", "Who is mother?"),
    ],
)
def test_questions_behind_unknowns(told: dict[str, Naming], unknown: str, expected: str) -> None:
    """Each unknown has a question that a person can answer."""
    assert told["en"].unknown(unknown) == expected


def test_the_question_of_a_fact(told: dict[str, Naming]) -> None:
    """It says about whom it is, where that is not clear."""
    assert told["id"].unknown("child-2.ill").startswith("Anak sakit?")
    assert "child 2" in told["en"].unknown("child-2.ill")
    assert told["en"].unknown("mother.income") == "Income (mother)"


# Figures.


@pytest.mark.parametrize(
    ("time", "indonesian", "english"),
    [
        (Time("hour", max=24), "paling lama 24 jam", "at most 24 hours"),
        (Time("working_day", min=2), "sedikitnya 2 hari kerja", "at least 2 working days"),
        (Time("week", min=1, max=3), "1 sampai 3 minggu", "1 to 3 weeks"),
        (Time("month", min=3, max=3), "paling lama 3 bulan", "at most 3 months"),
        (Time(), words.UNKNOWN.id, words.UNKNOWN.en),
    ],
)
def test_times(told: dict[str, Naming], time: Time, indonesian: str, english: str) -> None:
    """What is not known says so."""
    one = told["en"].advice.catalog.services["s1"]
    assert time_json(told["id"], one, time)["text"] == indonesian
    assert time_json(told["en"], one, time)["text"] == english


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (Cost(max=0), "Free of charge"),
        (Cost(0, 5000), "Rp0 to Rp5.000"),
        (Cost(1000, 5000), "Rp1.000 to Rp5.000"),
        (Cost(5000, 5000), "Rp5.000"),
        (Cost(max=5000), "Rp5.000"),
        (Cost(5000), "from Rp5.000"),
        (Cost(by_region=True), words.BY_REGION.en),
        (Cost(), words.UNKNOWN.en),
    ],
)
def test_costs(told: dict[str, Naming], cost: Cost, expected: str) -> None:
    """A missing fee is never free."""
    one = told["en"].advice.catalog.services["s1"]
    assert cost_json(told["en"], one, cost)["text"] == expected


@pytest.mark.parametrize(
    ("source", "expected"), [("uu", "verified"), ("none", "unverified"), (None, "unverified")]
)
def test_a_figure_is_as_sure_as_its_source(
    told: dict[str, Naming], source: str | None, expected: str
) -> None:
    """Without a source it is unverified."""
    one = told["en"].advice.catalog.services["s1"]
    assert cost_json(told["en"], one, Cost(max=0, source=source))["status"] == expected


def test_laws(told: dict[str, Naming]) -> None:
    """An act is cited with its article where that is known."""
    assert law(told["id"], LegalBasis("UU 24/2013", "27")) == "UU 24/2013 pasal 27"
    assert law(told["en"], LegalBasis("UU 24/2013", "27")) == "UU 24/2013 article 27"
    assert law(told["en"], LegalBasis("KHI")) == "KHI"


def test_every_phrase_has_both_languages() -> None:
    """Both say something and are filled in with the same things."""
    phrases = [one for one in vars(words).values() if isinstance(one, Words)]
    for table in (one for one in vars(words).values() if isinstance(one, dict)):
        phrases += [one for one in table.values() if isinstance(one, Words)]
    for phrase in phrases:
        assert bool(phrase.id) is bool(phrase.en)
        assert phrase.id.count("{") == phrase.en.count("{")


# Reasons.


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason("event", of="a@child-1", value="birth"), "Called for by birth: Certificate."),
        (
            Reason("needed", paper=("b", "child-1"), of="LJ-0001@child-1"),
            "Letter from this step is needed for Registration.",
        ),
        (
            Reason("answer", "child-2", "kind", value="two"),
            "Your answer about child 2: Kind Two.",
        ),
        (Reason("answer", "mother", "nothing", value=1), "mother.nothing: 1"),
    ],
)
def test_reasons(told: dict[str, Naming], reason: Reason, expected: str) -> None:
    """A reason is a sentence made of what was said."""
    assert reason_text(told["en"], reason) == expected


def test_a_reason_about_one_person(told: dict[str, Naming]) -> None:
    """Of a single person it is clear whom the answer is about."""
    found = reason_text(told["en"], Reason("answer", "mother", "income", value=1000))
    assert "Rp1.000" in found


# The whole answer.


def answer(small: Catalog, *events: str, **said: Any) -> Any:  # noqa: ANN401
    """Return the whole answer."""
    return present(advise(small, *events, **said))


def test_the_parts_of_an_answer() -> None:
    """Only the parts that were asked for are made."""
    advice = advise(small())
    for part in PARTS:
        found = present(advice, (part,))
        assert part in found
        assert not set(PARTS) - {part} & set(found)
    assert {"verdicts", "plan", "questions", "assumed", "remaining"} <= set(present(advice))


def test_the_bytes_of_an_answer() -> None:
    """It is UTF-8 that ends with a line, and the same every time."""
    first, second = as_json(answer(small())), as_json(answer(small()))
    assert first == second
    assert first.endswith(b"\n")
    assert json.loads(first)["catalog"]["date"] == "2026-11-01"


def test_a_catalog_without_sources_has_no_day() -> None:
    """Nothing is invented."""
    plain = catalog(event(["a"]), [service(1, ["a"])], ["a"])
    assert answer(plain)["catalog"]["date"] is None
    assert answer(plain)["greeting"] is None


def test_a_greeting() -> None:
    """The first event that has one is greeted with it."""
    birth, death = event([]), replace(event([], "death"), greeting=Text("Turut berduka", "Sorry"))
    both = catalog([birth, death])
    assert answer(both, "birth", "death")["greeting"] == "Sorry"


def test_verdicts_with_their_law() -> None:
    """A verdict names person, reasons and law, and whom it is not for."""
    calls = [Call("child", "right", service="s1"), Call("child", "right", document="a", when=NEVER)]
    found = answer(catalog(event(calls), [service(1)], ["a"]))["verdicts"]
    assert [one["verdict_label"] for one in found] == ["Applies", "Does not apply"]
    assert found[0]["reasons"][0]["law"] == "UU 24/2013"
    assert found[1]["reasons"] == [{"text": words.NOBODY.en, "fact": None, "law": None}]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, None),
        ({"acts": "automatic"}, words.AUTOMATIC.en),
        ({"acts": "other"}, words.AUTOMATIC.en),
        ({"acts": "other", "actor": Text("RT", "the RT")}, "Done by the RT; you only make sure"),
    ],
)
def test_who_acts(more: dict[str, Any], expected: str | None) -> None:
    """What others do is only checked by the person."""
    found = answer(catalog(event(["a"]), [service(1, ["a"], **more)], ["a"]))
    assert found["plan"]["steps"][0]["actor"] == expected


def test_a_step_in_full() -> None:
    """A step has everything that is needed to take it."""
    one = service(
        1,
        ["a"],
        [need("b", "c", copies=2, kept=True, note=text("bring it"))],
        benefit=Benefit(text("money"), 1, 2, "month"),
        complaint=Complaint(text("own desk"), phone="113"),
        deadline=Deadline(60, "calendar_day", "it.born", text("late"), binding=False),
        say=text("say"),
        sent_back_when=(text("never"),),
        sources={"uu": SOURCE},
    )
    small = catalog(event(["a"]), [one, service(2, ["b"])], ["a", "b", "c"], [fact("born", "date")])
    found = answer(small, facts={("child", "born"): date(2026, 1, 1)})
    first, last = found["plan"]["steps"]
    assert last["benefit"] == {"what": "money", "min": 1, "max": 2, "per": "month"}
    assert last["complaint"]["channel"] == "own desk"
    assert first["complaint"]["phone"] == "112"
    assert first["benefit"] is None
    assert first["deadline"] is None
    assert (last["deadline"]["overdue"], last["deadline"]["date"]) == (True, "2026-03-02")
    assert (last["deadline"]["late"], last["deadline"]["binding"]) == ("late", False)
    (asked,) = last["requires"]
    assert (asked["document"], asked["from"], asked["step"]) == ("b", "step", "LJ-0002@child")
    assert (asked["copies"], asked["kept"], asked["note"]) == (2, True, "bring it")
    assert last["sources"][0]["status_label"].endswith("1 November 2026")
    (listed,) = found["plan"]["documents"]
    assert (listed["copies"], listed["for"]) == (2, ["LJ-0001@child"])


def test_a_follow_up_in_words() -> None:
    """What may follow is a step of its own with its day."""
    follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    small = catalog(
        event(["a"]),
        [service(1, ["a"], [follows]), service(2, ["b"], ["a"])],
        ["a", "b"],
        [fact("born", "date")],
    )
    for born, day, late in ((DAY, "2026-12-22", False), (date(2026, 1, 1), "2026-02-01", True)):
        last = answer(small, facts={("child", "born"): born})["plan"]["steps"][-1]
        assert last["title"] == "Bring b for s1"
        assert last["follow_up"] is True
        assert (last["deadline"]["date"], last["deadline"]["overdue"]) == (day, late)
    open_ = answer(small)["plan"]
    assert open_["steps"][-1]["deadline"]["date"] is None
    assert open_["steps"][0]["requires"][0]["supplied_later"] == {
        "within": 1,
        "unit": "month",
        "after": "it.born",
    }


@pytest.mark.parametrize(
    ("papers", "expected"),
    [({}, "assumed"), ({("b", "child"): True}, "held"), ({("c", "child"): True}, "held")],
)
def test_papers_that_are_supposed_to_be_at_hand(
    papers: dict[tuple[str, str], bool], expected: str
) -> None:
    """What was not said is only supposed."""
    small = catalog(
        event(["a"]),
        [service(1, ["a"], ["b"])],
        ["a", paper("b", usual=Usual("held")), paper("c", kind_of="b")],
    )
    (only,) = answer(small, papers=papers)["plan"]["steps"]
    assert only["requires"][0]["from"] == expected


def test_fees_add_up() -> None:
    """What is not known is counted, never reckoned as nothing."""
    costs = [Cost(1000, 3000), Cost(max=2000), Cost(5000), Cost()]
    services = [service(n, [f"p{n}"], cost=cost) for n, cost in enumerate(costs)]
    papers = [f"p{n}" for n in range(4)]
    found = answer(catalog(event(papers), services, papers))
    assert found["plan"]["totals"]["fee"] == {"min": 8000, "max": 10000, "unknown": 1}


def test_a_goal_that_is_blocked() -> None:
    """It stands among the steps with what stands in the way."""
    calls = ["a", Call("child", "right", service="s1")]
    small = catalog(event(calls), [service(1, [], ["b"], sources={"uu": SOURCE})], ["a", "b"])
    first, second = answer(small)["plan"]["steps"]
    assert (first["status_label"], first["service"]) == ("Blocked", None)
    assert first["blocked_by"][0]["why"] == "lacking"
    assert (second["service"], second["channels"]) == ("LJ-0001", ["counter"])
    assert second["legal"] == ["UU 24/2013"]


def test_answers_set_aside() -> None:
    """It is said why: by which other answer, or because there is nobody."""
    small = catalog(
        event(["a"]),
        [service(1, ["a"], applies=is_("child", "ill"))],
        ["a"],
        [fact("ill", applies_when=is_("it", "born")), fact("born"), fact("no", applies_when=NEVER)],
    )
    facts = {("child", "ill"): True, ("child", "born"): False, ("child", "no"): True}
    found = {one["fact"]: one["why"] for one in answer(small, facts=facts)["set_aside"]}
    assert found["child.no"] == words.NOBODY.en
    assert found["child.ill"] == "Does not apply because of your answer: born no."
    strange = replace(advise(small), set_aside=(("child.ill", "child.lost"),))
    assert present(strange)["set_aside"][0]["why"] == "child.lost"


def test_questions_in_words() -> None:
    """Each kind of question can be asked as it stands."""
    calls = [
        "a",
        Call("child", "duty", document="d"),
        Call("child", "right", document="e", excludes=("f",)),
        Call("child", "right", document="f"),
    ]
    papers = [
        "a",
        paper("b", usual=Usual("held")),
        "d",
        paper("d1", kind_of="d"),
        paper("d2", kind_of="d", consequence=text("so be it")),
        "e",
        "f",
    ]
    both = AllOf((is_("child", "kind", "one"), is_("child", "ill")))
    services = [
        service(1, ["a"], ["b"], applies=both),
        service(2, ["b"]),
        service(3, ["d1"]),
        service(4, ["d2"]),
        service(5, ["e"]),
        service(6, ["f"]),
    ]
    kind = fact("kind", "choice", likelihoods={"one": 2, "two": 1}, topic="health")
    small = catalog(
        event(calls, child=Person(text("child"), many=True, maximum=2)),
        services,
        papers,
        [kind, fact("ill", likelihood=LIKELY), fact("sum", "money", of="child")],
    )
    questions = answer(small)["questions"]
    by_kind: dict[str, list[Any]] = {}
    for one in questions:
        by_kind.setdefault(one["kind"], []).append(one)
    first, second = by_kind["facts"]
    assert first["facts"] == ["child[1].kind"]
    assert first["topic"] == "health"
    assert [one["value"] for one in first["ask"][0]["options"]] == ["one", "two"]
    assert [one["label"] for one in second["ask"][0]["options"]] == ["yes", "no"]
    assert by_kind["documents"][0]["documents"] == ["b@child-1"]
    kinds, rivals = by_kind["choice"]
    assert [one["consequence"] for one in kinds["choice"]["options"]] == [None, "so be it"]
    assert [one["document"] for one in rivals["choice"]["options"]] == ["e", "f"]


def test_a_question_how_many() -> None:
    """A number is asked for with its bounds."""
    heir = Person(text("heir"), many=True, minimum=0, maximum=5)
    small = catalog(
        event([Call("heir", "duty", document="a")], heir=heir),
        [service(1, ["a"], of="heir")],
        [paper("a", "heir")],
    )
    (asked,) = answer(small)["questions"]
    assert asked["title"] == "How many are there: heir?"
    assert (asked["persons"]["minimum"], asked["persons"]["maximum"]) == (0, 5)


def test_rivals_that_are_services() -> None:
    """A choice between services is asked by their titles."""
    calls = [
        Call("child", "right", service="s1", excludes=("s2",)),
        Call("child", "right", service="s2"),
    ]
    found = answer(catalog(event(calls), [service(1), service(2)]))
    (question,) = found["questions"]
    assert [one["title"] for one in question["choice"]["options"]] == ["s1", "s2"]
    assert found["assumed"][0]["label"] == "s1"
    assert found["plan"]["alternatives"][0]["title"] != ""


def two_events(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a birth and a death in which it is open who has died and whose household it is."""
    birth = event(
        ["a", Call("family", "duty", document="card")],
        mother=Person(text("mother")),
        family=Person(text("family"), group=True),
    )
    death = event(
        [Call("deceased", "duty", document="b"), Call("family", "duty", document="card")],
        "death",
        deceased=Person(
            text("deceased"),
            may_be=("other", "mother"),
            dead=True,
            ask=text("Who?"),
            why=text("For the papers."),
        ),
        family=Person(text("family"), group=True, same_when=Same(("deceased", "mother")), **more),
    )
    del death.persons["child"]  # type: ignore[attr-defined]
    services = [
        service(1, ["a"]),
        service(2, ["b"], of="deceased"),
        service(3, ["card"], of="family"),
    ]
    return catalog([birth, death], services, ["a", paper("b", "deceased"), paper("card", "family")])


def test_who_is_who_in_words() -> None:
    """It is asked who it is and whether two households are one, and said what is supposed."""
    found = answer(two_events(), "birth", "death")
    who, home = found["questions"]
    assert (who["title"], who["why"]) == ("Who?", "For the papers.")
    assert who["persons"]["may_be"] == ["other", "mother"]
    assert home["title"] == words.HOUSEHOLD_QUESTION.en
    assert home["why"] is None
    assert found["assumed"][0]["label"] == words.OTHER.en
    asked = answer(two_events(ask=text("One home?")), "birth", "death")["questions"][1]
    assert asked["title"] == "One home?"


def test_what_is_supposed_in_words() -> None:
    """Facts, papers, persons, results and numbers are each shown as they are said."""
    advice = advise(two_events(), "birth", "death")
    supposed = (
        Assumption("persons:deceased", "mother"),
        Assumption("persons:child", 2),
        Assumption("document:a@child", value=False),
        Assumption("choice:a@child", ("a", "child")),
        Assumption("mother.lost", "x", fact=("mother", "lost")),
    )
    found = present(replace(advice, assumed=supposed))["assumed"]
    assert [one["label"] for one in found[:4]] == ["mother", "2", words.LACKING.en, "a"]
    assert found[3]["value"] == "a"


def test_branches_in_words() -> None:
    """Each answer to a grave question has its steps."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    calls = [Call("child", "duty", document="a", when=is_("child", "condition", "dead"))]
    advice = advise(catalog(event(calls), [service(1, ["a"])], ["a"], [condition]))
    branches = present(advice)["plan"]["branches"]
    assert {one["label"]: one["steps"] for one in branches} == {
        "well": [],
        "dead": ["LJ-0001@child"],
    }
    strange = Branch("child.lost", 3, ("child", "lost"), ())
    assert present(replace(advice, branches=(strange,)))["plan"]["branches"][0]["label"] == "3"


def test_a_question_on_what_nobody_defines() -> None:
    """It is asked by its name."""
    advice: Advice = advise(small())
    lost = Question("facts", fact=("mother", "lost"))
    (asked,) = present(replace(advice, questions=(lost,)))["questions"]
    assert (asked["facts"], asked["ask"], asked["topic"]) == (["mother.lost"], [], None)


def test_no_deadline(told: dict[str, Naming]) -> None:
    """Where there is none nothing is said."""
    one: Service = told["en"].advice.catalog.services["s1"]
    assert deadline_json(told["en"], one, None) is None
