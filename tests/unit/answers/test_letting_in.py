"""Check what the door lets in, and in which shape."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.feel import parse_test
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import CalendarYear, FactTest, Text, Validity
from tests.unit.answers.asking import BIRTH, BOTH, DEATH, TODAY, problems, read
from tests.unit.answers.conftest import SMALL


class TestLetsIn:
    def test_one_event(self, catalog: Catalog) -> None:
        """An event alone is a request for today, in Bahasa Indonesia, as fast as can be."""
        expected = Request(("birth",), TODAY, {}, frozenset(), {}, {}, frozenset(), ())
        assert read(catalog, events=["birth"]) == expected

    def test_that_somebody_is_nobody_else(self) -> None:
        """Where none of those takes part whom a role may be, it goes without saying."""
        small = load_catalog(SMALL)
        assert read(small, **DEATH, persons={"deceased": "other"}) == read(small, **DEATH)
        found = problems(small, {**DEATH, "persons": {"deceased": "mother"}})
        assert [one.remedy and one.remedy.en for one in found] == [
            "add the event birth, or leave this out"
        ]

    def test_a_full_request(self, catalog: Catalog) -> None:
        """Every field is read, and every name becomes the id of a member."""
        request = read(
            catalog,
            **BOTH,
            answers={"child[1].birth_date": "2026-11-01", "deceased.region": "kemendagri:34.71"},
            declined=["parents.marriage", "heir.count"],
            persons={"child": 2, "deceased": "mother", "family-death": "family"},
            documents={
                "held": ["kartu-keluarga", {"document": "ktp-el@self", "issued": "2024-02-01"}],
                "lacking": ["ktp-el@father"],
            },
            wanted=["akta-kelahiran-ibu@child-2"],
            done=["LJ-0001@child-2", "pencatatan-kelahiran@child[2]"],
            date="2026-11-20",
            prefer="fastest",
            channel="counter",
            lang="en",
            include=["plan"],
        )
        assert request == Request(
            ("birth", "death"),
            date(2026, 11, 20),
            {("child-1", "birth_date"): date(2026, 11, 1), ("mother", "region"): "34.71"},
            frozenset({"parents.marriage", "persons:heir"}),
            {"child": 2, "deceased": "mother", "family-death": "family"},
            {
                ("kartu-keluarga", "family"): True,
                ("ktp-el", "self"): True,
                ("ktp-el", "father"): False,
            },
            frozenset({("akta-kelahiran-ibu", "child-2")}),
            ("LJ-0001@child-2",),
            lang="en",
            channel="counter",
            valid_until={("ktp-el", "self"): date(2029, 2, 1)},
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

    def test_how_long_a_held_paper_is_valid(self, catalog: Catalog) -> None:
        """Its last day is kept: as said, or counted from its issue; of two the longer."""
        letter = ("surat-lahir", "child-1")
        for papers, ends in (
            (
                [{"document": "surat-lahir", "valid_until": "2026-12-01"}],
                {letter: date(2026, 12, 1)},
            ),
            ([{"document": "surat-lahir", "issued": "2026-11-01"}], {letter: date(2026, 12, 1)}),
            ([{"document": "surat-lahir", "valid_until": "2026-11-21"}], {}),
            (["surat-lahir"], {}),
            ([{"document": "surat-lahir", "valid_until": "2026-12-01"}, "surat-lahir"], {}),
            (
                [
                    {"document": "surat-lahir", "valid_until": "2026-12-01"},
                    {"document": "surat-lahir", "valid_until": "2026-11-01"},
                ],
                {letter: date(2026, 12, 1)},
            ),
        ):
            request = read(catalog, **BIRTH, documents={"held": papers})
            assert request.valid_until == ends

    @pytest.mark.parametrize(("issued", "held"), [("2026-11-19", True), ("2026-11-18", False)])
    def test_a_paper_that_is_valid_for_working_days(
        self,
        catalog: Catalog,
        issued: str,
        held: bool,  # noqa: FBT001 - parametrised
    ) -> None:
        """They are those of the catalog's calendar: Friday 20 November 2026 is a holiday."""
        holiday = CalendarYear("2026", (), {date(2026, 11, 20): Text("Libur")})
        letter = replace(catalog.documents["surat-lahir"], valid_for=Validity(1, "working_day"))
        small = replace(
            catalog,
            calendars={"2026": holiday},
            documents={**catalog.documents, "surat-lahir": letter},
        )
        paper = {"document": "surat-lahir@child", "issued": issued}
        request = read(small, **BIRTH, documents={"held": [paper]})
        assert request.papers == {("surat-lahir", "child-1"): held}

    @pytest.mark.parametrize(
        ("validity", "issued", "ends"),
        [
            (Validity(until="12-31"), "2026-02-01", date(2026, 12, 31)),
            (Validity(until="12-31"), "2025-12-31", None),
            (Validity(1, "year", until="12-31"), "2025-02-01", date(2026, 12, 31)),
        ],
    )
    def test_a_paper_that_ends_on_a_day_of_the_year(
        self, catalog: Catalog, validity: Validity, issued: str, ends: date | None
    ) -> None:
        """At the end of the year in which it is made, or in which a period ends."""
        letter = replace(catalog.documents["surat-lahir"], valid_for=validity)
        small = replace(catalog, documents={**catalog.documents, "surat-lahir": letter})
        paper = {"document": "surat-lahir@child", "issued": issued}
        request = read(small, **BIRTH, documents={"held": [paper]})
        assert request.valid_until.get(("surat-lahir", "child-1")) == ends

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


class TestDerivedIdentity:
    @pytest.fixture
    def derived(self, catalog: Catalog) -> Catalog:
        """Return a catalog in which a child that died is the deceased."""
        events = dict(catalog.events)
        birth = events["birth"]
        deceased = replace(
            birth.persons["child"],
            many=False,
            dead=True,
            is_role={"child": FactTest("child", "condition", parse_test("died_after_birth"))},
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


class TestDatesToldLessExactly:
    @pytest.mark.parametrize(
        ("key", "given", "days", "said"),
        [
            ("child.birth_date", "2026-10", (date(2026, 10, 1), date(2026, 10, 31)), "2026-10"),
            ("child.birth_date", "2026-11", (date(2026, 11, 1), TODAY), "2026-11"),
            ("child.birth_date", "2026", (date(2026, 1, 1), TODAY), "2026"),
            ("mother.birth_date", "age 30", (date(1995, 11, 23), date(1996, 11, 22)), "age 30"),
            (
                "mother.birth_date",
                " Umur  30..31 ",
                (date(1994, 11, 23), date(1996, 11, 22)),
                "age 30..31",
            ),
            ("mother.married_on", "1950", (date(1950, 1, 1), date(1950, 12, 31)), "1950"),
            ("mother.retired_on", "2029", (date(2029, 1, 1), date(2029, 12, 31)), "2029"),
            ("mother.retired_on", "2030-01", date(2030, 1, 1), "2030-01-01"),
        ],
    )
    def test_the_days_it_may_be(
        self, catalog: Catalog, key: str, given: str, days: object, said: str
    ) -> None:
        """Never before the least day of a fact, after the greatest, or after today for a birth."""
        (value,) = read(catalog, **BIRTH, answers={key: given}).facts.values()
        assert (Days(*days) if isinstance(days, tuple) else days) == value
        assert str(value) == said

    @pytest.mark.parametrize("exact", ["2026-10", "2026-10-05"])
    def test_the_more_exact_of_two(self, catalog: Catalog, exact: str) -> None:
        """Two names of one fact may tell it more and less exactly, in any order."""
        told = {"child.birth_date": "2026", "child-1.birth_date": exact}
        alone = read(catalog, **BIRTH, answers={"child.birth_date": exact}).facts
        for answers in (told, dict(reversed(told.items()))):
            assert read(catalog, **BIRTH, answers=answers).facts == alone

    def test_the_day_may_be_declined(self, catalog: Catalog) -> None:
        """Who has told the month need not know the day."""
        raw = {"answers": {"child.birth_date": "2026-10"}, "declined": ["child.birth_date"]}
        assert read(catalog, **BIRTH, **raw).declined == {"child-1.birth_date"}

    @pytest.mark.parametrize(
        "told",
        [
            {"mother.birth_date": "2009-06", "child.birth_date": "2009"},
            {"mother.birth_date": "age 9..30"},
        ],
    )
    def test_what_some_days_allow(self, catalog: Catalog, told: dict[str, str]) -> None:
        """Answers contradict each other only if no days could be true together."""
        assert len(read(catalog, **BIRTH, answers=told).facts) == len(told)
