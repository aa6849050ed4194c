"""Check the door: what it lets in, and that every fault is named at its field with a remedy."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.answers import Request, read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest, Problem
from lifejourney.feel import parse_test
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import Derived, Entry, Fact, FactTest, Register, Span, Text

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)
BIRTH = {"events": ["birth"]}
DEATH = {"events": ["death"]}
BOTH = {"events": ["birth", "death"]}


def _fact(name: str, kind: Any, **more: Any) -> Fact:  # noqa: ANN401 - as Fact takes it
    text = Text(name)
    return Fact(name, more.pop("of", ("mother",)), kind, text, text, **more)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog, with facts and entries that it has no use for itself."""
    small = load_catalog(SMALL)
    more = (
        _fact("children", "integer", minimum="0", maximum="20"),
        _fact("income", "money"),
        _fact("married_on", "date", minimum="1950-01-01"),
        _fact("retired_on", "date", maximum="2030-01-01"),
        _fact("nickname", "text"),
        _fact("loop", "boolean", derived=Derived(years_since="loop")),
        _fact("lost", "boolean", derived=Derived(years_since="nowhere")),
        _fact("recorded", "boolean", of=("child",), derived=_recorded(small)),
        _fact("alone", "boolean", of=("heir",), derived=_recorded(small)),
    )
    facts = (*more, *small.facts)
    services = {
        **small.register.services,
        "lama": Entry("withdrawn", code="LJ-0900", replaced_by="LJ-0001"),
        "hilang": Entry("withdrawn", code="LJ-0901"),
    }
    documents = {**small.register.documents, "surat-lama": Entry("renamed", to="surat-lahir")}
    register = Register(services=services, documents=documents)
    letter = replace(small.documents["surat-lahir"], valid_for=Span(1, "month"))
    death = small.events["death"]
    deceased = replace(death.persons["deceased"], may_be=("other", "mother", "child", "heir"))
    events = {
        **small.events,
        "death": replace(death, persons={**death.persons, "deceased": deceased}),
    }
    return replace(
        small,
        events=events,
        facts=facts,
        register=register,
        documents={**small.documents, "surat-lahir": letter},
    )


def _recorded(small: Catalog) -> Derived:
    condition = small.documents["buku-nikah"].usual
    assert condition is not None
    marriage = small.events["birth"].persons["father"].when
    return Derived(condition=marriage)


def problems(catalog: Catalog, raw: object) -> tuple[Problem, ...]:
    """Return what the door says against some input."""
    with pytest.raises(InvalidRequest) as refused:
        read_request(catalog, raw, TODAY)
    return refused.value.problems


def read(catalog: Catalog, **raw: object) -> Request:
    """Let a request in."""
    return read_request(catalog, raw, TODAY)


class TestLetsIn:
    def test_one_event(self, catalog: Catalog) -> None:
        """An event alone is a request for today, in Bahasa Indonesia, as fast as can be."""
        expected = Request(("birth",), TODAY, {}, frozenset(), {}, {}, frozenset(), ())
        assert read(catalog, events=["birth"]) == expected

    def test_a_full_request(self, catalog: Catalog) -> None:
        """Every field is read, and every name becomes the id of a member."""
        request = read(
            catalog,
            **BOTH,
            answers={"child[1].birth_date": "2026-11-01", "deceased.region": "kemendagri:34.71"},
            declined=["parents.marriage", "heir.count"],
            persons={"child": 2, "deceased": "mother", "family-death": "family"},
            documents={
                "held": ["kartu-keluarga", {"document": "ktp-el@self", "issued": "2020-02-01"}],
                "lacking": ["ktp-el@father"],
            },
            wanted=["akta-kelahiran-ibu@child-2"],
            done=["LJ-0001@child-2", "pencatatan-kelahiran@child[2]"],
            date="2026-11-20",
            prefer="fastest",
            lang="en",
            include=["plan"],
        )
        assert request == Request(
            ("birth", "death"),
            date(2026, 11, 20),
            {("child-1", "birth_date"): date(2026, 11, 1), ("mother", "region"): "34.71"},
            frozenset({("parents", "marriage"), ("heir", "count")}),
            {"child": 2, "deceased": "mother", "family-death": "family"},
            {
                ("kartu-keluarga", "family"): True,
                ("ktp-el", "self"): True,
                ("ktp-el", "father"): False,
            },
            frozenset({("akta-kelahiran-ibu", "child-2")}),
            ("LJ-0001@child-2",),
            lang="en",
        )

    @pytest.mark.parametrize(
        ("key", "given", "value"),
        [
            ("child.at_home", True, True),
            ("child[1].at_home", "false", False),
            ("child-1.condition", "healthy", "healthy"),
            ("mother.children", 3, 3),
            ("mother.income", "1500000", 1_500_000),
            ("mother.married_on", "1999-12-31", date(1999, 12, 31)),
            ("mother.retired_on", "2029-12-31", date(2029, 12, 31)),
            ("mother.nickname", " Ani ", "Ani"),
            ("self.region", "34", "34"),
        ],
    )
    def test_a_value(self, catalog: Catalog, key: str, given: object, value: object) -> None:
        """Values come in as JSON or as text, and leave in the type of their fact."""
        assert list(read(catalog, **BIRTH, answers={key: given}).facts.values()) == [value]

    @pytest.mark.parametrize(
        ("said", "kept"),
        [("child", "child-1"), ("child-1", "child-1"), ("child[1]", "child-1"), ("other", "other")],
    )
    def test_an_identity(self, catalog: Catalog, said: str, kept: str) -> None:
        """A role of several is always numbered."""
        assert read(catalog, **BOTH, persons={"deceased": said}).persons == {"deceased": kept}

    def test_a_number_as_text(self, catalog: Catalog) -> None:
        """The terminal says numbers as text."""
        assert read(catalog, **BIRTH, persons={"child": "2"}).persons == {"child": 2}

    def test_the_same_answer_by_two_names(self, catalog: Catalog) -> None:
        """An answer through either name of one person is the same answer."""
        answers = {"deceased.region": "34", "mother.region": "34"}
        request = read(catalog, **BOTH, persons={"deceased": "mother"}, answers=answers)
        assert request.facts == {("mother", "region"): "34"}

    @pytest.mark.parametrize(
        ("paper", "held"),
        [
            ({"document": "surat-lahir@child", "issued": "2026-11-01"}, True),
            ({"document": "surat-lahir@child", "issued": "2026-10-01"}, False),
            ({"document": "surat-lahir", "valid_until": "2026-11-22"}, True),
            ({"document": "surat-lahir", "valid_until": "2026-11-21"}, False),
            ({"document": "surat-lahir"}, True),
        ],
    )
    def test_a_held_paper(
        self,
        catalog: Catalog,
        paper: Mapping[str, str],
        held: bool,  # noqa: FBT001 - parametrised
    ) -> None:
        """A paper that has run out is lacking."""
        request = read(catalog, **BIRTH, documents={"held": [paper]})
        assert request.papers == {("surat-lahir", "child-1"): held}

    def test_a_paper_named_twice(self, catalog: Catalog) -> None:
        """One that is valid is enough."""
        old = {"document": "surat-lahir", "valid_until": "2020-01-01"}
        request = read(catalog, **BIRTH, documents={"held": [old, "surat-lahir"], "lacking": []})
        assert request.papers == {("surat-lahir", "child-1"): True}

    def test_a_paper_that_only_the_asker_surely_holds(self, catalog: Catalog) -> None:
        """Of several holders it is the one who asks."""
        request = read(catalog, **BIRTH, documents={"lacking": ["ktp-el"]})
        assert request.papers == {("ktp-el", "self"): False}

    @pytest.mark.parametrize(
        "step", ["LJ-0001@child-1", "LJ-0005@family#2", "LJ-0001@child-1+buku-nikah@parents"]
    )
    def test_a_step(self, catalog: Catalog, step: str) -> None:
        """Ids of steps go through as the answer writes them."""
        assert read(catalog, **BIRTH, done=[step]).done == (step,)


CASES: list[tuple[Mapping[str, object], str, str, str]] = [
    # The outer shape.
    ({"events": []}, "events", "no-event", "birth"),
    ({"events": ["brith"]}, "events[0]", "unknown-event", "'birth'"),
    ({"events": ["Lahiran"]}, "events[0]", "unknown-event", "'birth'"),
    ({"events": ["zzz"]}, "events[0]", "unknown-event", "pilih salah satu: birth, death"),
    ({"events": ["birth", "birth"]}, "events[1]", "repeated-event", "hapus satu"),
    ({"events": "birth"}, "events", "wrong-type", "daftar"),
    ({"events": [1]}, "events[0]", "wrong-type", "teks"),
    ({"events": [""]}, "events[0]", "bad-text", "huruf"),
    ({"events": ["birth"] * 21}, "events", "too-many", "kurangi"),
    ({**BIRTH, "answer": {}}, "answer", "unknown-field", "'answers'"),
    ({**BIRTH, "answers": []}, "answers", "wrong-type", "objek"),
    ({**BIRTH, "answers": {f"a{n}.b": 1 for n in range(501)}}, "answers", "too-many", "kurangi"),
    ({**BIRTH, "answers": {"": 1}}, "answers.", "bad-text", "huruf"),
    ({**BIRTH, "documents": {"have": []}}, "documents.have", "unknown-field", "held"),
    ({**BIRTH, "include": ["plans"]}, "include[0]", "unknown-word", "'plan'"),
    ({**BIRTH, "date": 3}, "date", "wrong-type", "2026-11-22"),
    ({**BIRTH, "date": "22-11-2026"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "date": "2026-02-30"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "date": "0001-01-01"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "prefer": "cheapest"}, "prefer", "not-available", "fastest"),
    ({**BIRTH, "prefer": "fast"}, "prefer", "unknown-word", "'fastest'"),
    ({**BIRTH, "lang": "jv"}, "lang", "unknown-word", "id, en"),
    ({**BIRTH, "date": None}, "date", "wrong-type", "2026-11-22"),
    # Persons.
    ({**BIRTH, "persons": {"mother": 2}}, "persons.mother", "unknown-role", "child"),
    ({**BIRTH, "persons": {"child": 9}}, "persons.child", "out-of-bounds", "dari 1 sampai 4"),
    ({**BIRTH, "persons": {"child": True}}, "persons.child", "wrong-type", "angka 1 sampai 4"),
    ({**BIRTH, "persons": {"child": "dua"}}, "persons.child", "wrong-type", "angka"),
    ({**BOTH, "persons": {"deceased": 1}}, "persons.deceased", "wrong-type", "mother"),
    ({**BOTH, "persons": {"deceased": "mothr"}}, "persons.deceased", "unknown-role", "'mother'"),
    ({**BOTH, "persons": {"deceased": "?"}}, "persons.deceased", "unknown-role", "other"),
    ({**BOTH, "persons": {"deceased": "mother-1"}}, "persons.deceased", "not-numbered", "mother"),
    ({**BOTH, "persons": {"deceased": "child-2"}}, "persons.deceased", "unknown-member", "child"),
    (
        {**BOTH, "persons": {"deceased": "child", "child": 2}},
        "persons.deceased",
        "needs-number",
        "child-1, child-2",
    ),
    (
        {**BOTH, "persons": {"deceased": "child-3", "child": 2}},
        "persons.deceased",
        "needs-number",
        "child-1, child-2",
    ),
    (
        {**BOTH, "persons": {"deceased": "heir", "heir": 0}},
        "persons.deceased",
        "unknown-member",
        "persons.heir",
    ),
    # Whose fact.
    ({**BIRTH, "answers": {"xx": 1}}, "answers.xx", "unknown-fact", "child.birth_date"),
    ({**BIRTH, "answers": {"?.x": 1}}, "answers.?.x", "unknown-role", "child"),
    (
        {**BIRTH, "answers": {"chid.at_home": True}},
        "answers.chid.at_home",
        "unknown-role",
        "'child'",
    ),
    ({**BIRTH, "answers": {"heir.region": "34"}}, "answers.heir.region", "unknown-role", "death"),
    (
        {**BIRTH, "persons": {"child": 2}, "answers": {"child.at_home": True}},
        "answers.child.at_home",
        "needs-number",
        "child[1], child[2]",
    ),
    (
        {**BIRTH, "persons": {"child": 2}, "answers": {"child[3].at_home": True}},
        "answers.child[3].at_home",
        "unknown-member",
        "child[1], child[2]",
    ),
    (
        {**BIRTH, "answers": {"child[2].at_home": True}},
        "answers.child[2].at_home",
        "unknown-member",
        'persons: {"child": 2}',
    ),
    (
        {**BIRTH, "answers": {"child[0].at_home": True}},
        "answers.child[0].at_home",
        "unknown-member",
        "child[1]",
    ),
    (
        {**DEATH, "persons": {"heir": 0}, "answers": {"heir.region": "34"}},
        "answers.heir.region",
        "unknown-member",
        "persons.heir",
    ),
    (
        {**BIRTH, "answers": {"mother[1].region": "34"}},
        "answers.mother[1].region",
        "not-numbered",
        "mother",
    ),
    (
        {**BIRTH, "answers": {"child-2.at_home": True}},
        "answers.child-2.at_home",
        "unknown-member",
        'persons: {"child": 2}',
    ),
    # Which fact.
    (
        {**BIRTH, "answers": {"child.at_hom": True}},
        "answers.child.at_hom",
        "unknown-fact",
        "'at_home'",
    ),
    (
        {**BIRTH, "answers": {"child.marriage": "none"}},
        "answers.child.marriage",
        "unknown-fact",
        "parents.marriage",
    ),
    (
        {**BIRTH, "answers": {"child.count": 2}},
        "answers.child.count",
        "unknown-fact",
        '{"child": 2}',
    ),
    (
        {**BIRTH, "answers": {"mother.alive": True}},
        "answers.mother.alive",
        "derived-fact",
        "hapus",
    ),
    (
        {**BIRTH, "answers": {"family.alive": True}},
        "answers.family.alive",
        "unknown-fact",
        "",
    ),
    (
        {**BIRTH, "answers": {"mother.is_minor": True}},
        "answers.mother.is_minor",
        "derived-fact",
        "jawab mother.birth_date",
    ),
    (
        {**BIRTH, "answers": {"child.recorded": True}},
        "answers.child.recorded",
        "derived-fact",
        "jawab parents.marriage",
    ),
    ({**DEATH, "answers": {"heir.alone": True}}, "answers.heir.alone", "derived-fact", ""),
    ({**BIRTH, "answers": {"mother.loop": True}}, "answers.mother.loop", "derived-fact", ""),
    ({**BIRTH, "answers": {"mother.lost": True}}, "answers.mother.lost", "derived-fact", ""),
    # Which value.
    ({**BIRTH, "answers": {"child.at_home": "ya"}}, "answers.child.at_home", "bad-value", "true"),
    ({**BIRTH, "answers": {"child.at_home": 1}}, "answers.child.at_home", "wrong-type", "true"),
    (
        {**BIRTH, "answers": {"child.at_home": None}},
        "answers.child.at_home",
        "wrong-type",
        "declined",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "helthy"}},
        "answers.child.condition",
        "unknown-option",
        "'healthy'",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "dirawat"}},
        "answers.child.condition",
        "unknown-option",
        "'in_care'",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "?"}},
        "answers.child.condition",
        "unknown-option",
        "healthy (Sehat)",
    ),
    (
        {**BIRTH, "answers": {"child.condition": {}}},
        "answers.child.condition",
        "wrong-type",
        "healthy (Sehat)",
    ),
    (
        {**BIRTH, "answers": {"mother.children": 2.0}},
        "answers.mother.children",
        "wrong-type",
        "angka",
    ),
    (
        {**BIRTH, "answers": {"mother.children": "2 x"}},
        "answers.mother.children",
        "bad-value",
        "angka",
    ),
    (
        {**BIRTH, "answers": {"mother.children": 21}},
        "answers.mother.children",
        "out-of-bounds",
        "dari 0 sampai 20",
    ),
    (
        {**BIRTH, "answers": {"mother.married_on": "1949-12-31"}},
        "answers.mother.married_on",
        "out-of-bounds",
        "1950-01-01",
    ),
    (
        {**BIRTH, "answers": {"mother.nickname": "a\nb"}},
        "answers.mother.nickname",
        "bad-value",
        "baris",
    ),
    (
        {**BIRTH, "answers": {"mother.nickname": []}},
        "answers.mother.nickname",
        "wrong-type",
        "baris",
    ),
    ({**BIRTH, "answers": {"self.region": 34}}, "answers.self.region", "wrong-type", "34.71"),
    (
        {**BIRTH, "answers": {"self.region": "3471"}},
        "answers.self.region",
        "unknown-region",
        "'34.71'",
    ),
    (
        {**BIRTH, "answers": {"self.region": "34.99.01"}},
        "answers.self.region",
        "unknown-region",
        "'34'",
    ),
    (
        {**BIRTH, "answers": {"self.region": "sleman"}},
        "answers.self.region",
        "unknown-region",
        "34.04 (Kabupaten Sleman)",
    ),
    (
        {**BIRTH, "answers": {"self.region": "kota yogyakarta"}},
        "answers.self.region",
        "unknown-region",
        "34.71",
    ),
    (
        {**BIRTH, "answers": {"self.region": "Slemen"}},
        "answers.self.region",
        "unknown-region",
        "'Sleman'",
    ),
    ({**BIRTH, "answers": {"self.region": "??"}}, "answers.self.region", "unknown-region", "34.71"),
    # What cannot be true together.
    (
        {
            **BIRTH,
            "answers": {"child[1].birth_date": "2026-11-01", "child-1.birth_date": "2026-11-02"},
        },
        "answers.child-1.birth_date",
        "contradiction",
        "hapus salah satunya",
    ),
    (
        {**BIRTH, "answers": {"child.birth_date": "1990-01-01", "mother.birth_date": "2000-01-01"}},
        "answers.mother.birth_date",
        "contradiction",
        "perbaiki salah satunya",
    ),
    (
        {**BIRTH, "answers": {"mother.birth_date": "2020-01-01"}},
        "answers.mother.birth_date",
        "contradiction",
        "perbaiki jawabannya",
    ),
    (
        {**BIRTH, "answers": {"child.at_home": True}, "declined": ["child.at_home"]},
        "declined[0]",
        "contradiction",
        "pilih satu",
    ),
    ({**BIRTH, "declined": ["child.age"]}, "declined[0]", "derived-fact", "child[1].birth_date"),
    # Papers.
    ({**BIRTH, "wanted": [3]}, "wanted[0]", "wrong-type", "dokumen@orang"),
    ({**BIRTH, "wanted": [{}]}, "wanted[0].document", "wrong-type", "dokumen@orang"),
    (
        {**BIRTH, "documents": {"lacking": [{"document": "ktp-el", "issued": "2020-01-01"}]}},
        "documents.lacking[0].issued",
        "unknown-field",
        "document",
    ),
    ({**BIRTH, "wanted": ["surat-lahr"]}, "wanted[0]", "unknown-document", "'surat-lahir'"),
    ({**BIRTH, "wanted": ["buku nikah"]}, "wanted[0]", "unknown-document", "'buku-nikah'"),
    ({**BIRTH, "wanted": ["surat-lama"]}, "wanted[0]", "unknown-document", "'surat-lahir'"),
    ({**BIRTH, "wanted": ["buku-nikah@chld"]}, "wanted[0]", "unknown-role", "'child'"),
    ({**BIRTH, "wanted": ["buku-nikah@child"]}, "wanted[0]", "wrong-holder", "buku-nikah@parents"),
    ({**BIRTH, "wanted": ["ktp-el@family"]}, "wanted[0]", "wrong-holder", "ktp-el@mother"),
    ({**BIRTH, "wanted": ["akta-kematian"]}, "wanted[0]", "needs-holder", "hapus"),
    (
        {**BIRTH, "persons": {"child": 2}, "wanted": ["surat-lahir"]},
        "wanted[0]",
        "needs-holder",
        "surat-lahir@child-1, surat-lahir@child-2",
    ),
    (
        {**BIRTH, "documents": {"held": [{"document": "ktp-el", "issued": 2026}]}},
        "documents.held[0].issued",
        "wrong-type",
        "tanggal",
    ),
    (
        {**BIRTH, "documents": {"held": [{"document": "ktp-el", "issued": "2026-11-23"}]}},
        "documents.held[0].issued",
        "bad-date",
        "tanggal",
    ),
    (
        {
            **BIRTH,
            "documents": {
                "held": [
                    {"document": "ktp-el", "issued": "2026-01-02", "valid_until": "2026-01-01"}
                ]
            },
        },
        "documents.held[0].valid_until",
        "bad-date",
        "tanggal",
    ),
    (
        {**BIRTH, "documents": {"held": ["akta-kelahiran-ibu"], "lacking": ["akta-kelahiran"]}},
        "documents.lacking[0]",
        "contradiction",
        "salah satu",
    ),
    ({**BIRTH, "documents": {"held": ["kk"]}}, "documents.held[0]", "unknown-document", "kk-baru"),
    # Steps.
    ({**BIRTH, "done": ["x"]}, "done[0]", "unknown-step", "LJ-0017@child-1"),
    ({**BIRTH, "done": ["LJ-000@child"]}, "done[0]", "unknown-service", "'LJ-0010'"),
    ({**BIRTH, "done": ["LJ-0900@child"]}, "done[0]", "withdrawn-service", "LJ-0001"),
    ({**BIRTH, "done": ["hilang@child"]}, "done[0]", "withdrawn-service", "hapus"),
    ({**BIRTH, "done": ["LJ-0001@mother"]}, "done[0]", "wrong-holder", "LJ-0001@child-1"),
    ({**BIRTH, "done": ["LJ-0001@moter"]}, "done[0]", "unknown-role", "'mother'"),
    ({**BIRTH, "done": ["LJ-0001@child+buku@parents"]}, "done[0]", "unknown-document", "buku"),
    ({**BIRTH, "done": ["LJ-0001@child+buku-nikah@child"]}, "done[0]", "wrong-holder", "parents"),
]


class TestRefuses:
    @pytest.mark.parametrize(
        ("raw", "field", "code", "remedy"),
        CASES,
        ids=[f"{c[1]} {c[2]} {n}" for n, c in enumerate(CASES)],
    )
    def test_a_fault(
        self, catalog: Catalog, raw: object, field: str, code: str, remedy: str
    ) -> None:
        """Each fault is named at its field, with a remedy."""
        found = problems(catalog, raw)
        assert [(str(one.where), one.code) for one in found][:1] == [(field, code)]
        assert remedy in (found[0].remedy.id if found[0].remedy else "")
        assert all(one.what.en and one.what.id for one in found)

    @pytest.mark.parametrize("raw", [None, 3, "birth", [], True])
    def test_what_is_no_object(self, catalog: Catalog, raw: object) -> None:
        """A body that is no object is refused with one fault."""
        assert [one.code for one in problems(catalog, raw)] == ["wrong-type"]

    def test_every_fault_at_once(self, catalog: Catalog) -> None:
        """A mistyped event does not hide what is wrong with the rest."""
        found = problems(
            catalog,
            {"events": ["brith"], "answers": {"child.at_hom": 1}, "done": ["x"], "lang": "xx"},
        )
        assert [one.code for one in found] == [
            "unknown-event",
            "unknown-fact",
            "unknown-step",
            "unknown-word",
        ]

    def test_a_contradiction_is_named_once(self, catalog: Catalog) -> None:
        """Two constraints broken by the same answers are one contradiction."""
        twice = replace(catalog, constraints=catalog.constraints * 2)
        raw = {**BIRTH, "answers": {"mother.birth_date": "2020-01-01"}}
        assert len(problems(twice, raw)) == 1

    def test_a_long_name_is_cut(self, catalog: Catalog) -> None:
        """What is echoed is short and can be printed."""
        found = problems(catalog, {**BIRTH, "wanted": ["\ud800" + "x" * 100]})
        assert "\ud800" not in found[0].what.id
        assert len(found[0].what.id) < 100

    def test_two_open_roles_in_a_row(self, catalog: Catalog) -> None:
        """Who is said to be another is named directly."""
        events = dict(catalog.events)
        death = events["death"]
        persons = {
            **death.persons,
            "spouse": replace(death.persons["deceased"], may_be=("deceased",)),
        }
        events["death"] = replace(death, persons=persons)
        raw = {**BOTH, "persons": {"spouse": "deceased", "deceased": "mother"}}
        found = problems(replace(catalog, events=events), raw)
        assert [(str(one.where), one.code) for one in found] == [("persons.spouse", "unknown-role")]


class TestDerivedIdentity:
    @pytest.fixture
    def derived(self, catalog: Catalog) -> Catalog:
        """Return a catalog in which a child that died is the deceased."""
        events = dict(catalog.events)
        birth = events["birth"]
        deceased = replace(
            birth.persons["child"],
            many=False,
            is_role="child",
            dead=True,
            when=FactTest("child", "condition", parse_test("died_after_birth")),
        )
        events["birth"] = replace(birth, persons={**birth.persons, "deceased": deceased})
        return replace(catalog, events=events)

    def test_an_answer_about_the_deceased_is_about_the_child(self, derived: Catalog) -> None:
        """Once the child is known to be the deceased, answers go to it."""
        answers = {"child.condition": "died_after_birth", "deceased.death_date": "2026-11-20"}
        request = read(derived, **BOTH, answers=answers)
        assert ("child-1", "death_date") in request.facts

    def test_as_long_as_it_is_open_the_answer_stays(self, derived: Catalog) -> None:
        """Without that answer the deceased is a person of their own."""
        for condition in ({}, {"child.condition": "healthy"}):
            answers = {**condition, "deceased.death_date": "2026-11-20"}
            request = read(derived, **BOTH, answers=answers)
            assert ("deceased", "death_date") in request.facts
        request = read(derived, **BOTH, answers={"deceased.death_date": "2026-11-20"})
        assert request.facts == {("deceased", "death_date"): date(2026, 11, 20)}

    def test_if_both_children_died_the_answer_stays(self, derived: Catalog) -> None:
        """Nobody can tell which of two is meant."""
        answers = {f"child[{n}].condition": "died_after_birth" for n in (1, 2)}
        answers["deceased.death_date"] = "2026-11-20"
        request = read(derived, **BOTH, persons={"child": 2}, answers=answers)
        assert ("deceased", "death_date") in request.facts

    def test_of_two_children_it_is_open_which(self, derived: Catalog) -> None:
        """With several children that may have died, the deceased needs a number."""
        raw = {**BIRTH, "persons": {"child": 2}, "answers": {"deceased.death_date": "2026-11-20"}}
        found = problems(derived, raw)
        assert [one.code for one in found] == ["needs-number"]

    def test_a_role_that_is_not_counted_has_no_number(self, derived: Catalog) -> None:
        """`deceased[1]` is not a name of anybody."""
        found = problems(derived, {**BIRTH, "answers": {"deceased[1].death_date": "2026-11-20"}})
        assert [one.code for one in found] == ["not-numbered"]
