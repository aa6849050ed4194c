"""The whole catalog: what is read, in which order, on which day."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lifejourney.errors import InvalidCatalog, Place
from lifejourney.loading import load_catalog, read_catalog
from lifejourney.loading.findings import Positions
from lifejourney.vocabulary import AllOf, AnyOf, Cost, Deadline, FactTest, Remark, Some, Text, Time
from tests.unit.loading.changing import change, codes


class TestLoad:
    def test_returns_a_sound_catalog(self, small: Path) -> None:
        """Every noun by its slug, in the order of the file names."""
        catalog = load_catalog(str(small))
        assert list(catalog.events) == ["birth", "death"]
        assert list(catalog.services) == sorted(catalog.services)
        assert [fact.name for fact in catalog.facts[:3]] == ["condition", "birth_date", "at_home"]
        assert list(catalog.regions) == ["34", "34.04", "34.71"]
        assert len(catalog.constraints) == 2
        assert list(catalog.topics) == ["bayi", "keluarga", "almarhum"]
        assert catalog.topics["almarhum"].title == Text("Yang meninggal")

    def test_a_question_has_the_topic_of_its_fact_or_of_its_role(self, small: Path) -> None:
        """Where neither names one it has none."""
        catalog = load_catalog(small)
        assert catalog.topic_of("child", "condition") == "bayi"
        assert catalog.topic_of("mother", "birth_date") == "keluarga"
        assert catalog.topic_of("deceased") == "almarhum"
        assert catalog.topic_of("child") is None

    def test_raises_with_every_problem(self, small: Path) -> None:
        """All that is wrong comes in one error."""
        change(small / "events" / "birth.yaml", "stage: birth", "stag: birth")
        change(small / "events" / "death.yaml", "stage: death", "stag: death")
        with pytest.raises(InvalidCatalog) as caught:
            load_catalog(small)
        assert len(caught.value.problems) == 4

    def test_hints_do_not_stop_it(self, small: Path) -> None:
        """A catalog that is not registered yet can be used."""
        (small / "register.yaml").unlink()
        assert load_catalog(small).events
        assert set(codes(small)) == {"not-registered"}

    def test_hints_do_not_hide_what_stops_it(self, small: Path) -> None:
        """Whoever wants a plan is told what is wrong, not what could be better."""
        (small / "register.yaml").unlink()
        change(small / "services" / "imunisasi.yaml", "cost: 0", "cost: free")
        with pytest.raises(InvalidCatalog) as caught:
            load_catalog(small)
        assert [problem.code for problem in caught.value.problems] == ["bad-number"]

    def test_two_readings_are_the_same(self, small: Path, tmp_path: Path) -> None:
        """The version follows from names and bytes, not from where the folder stands."""
        other = Path(shutil.copytree(small, tmp_path / "other"))
        first, second = load_catalog(small), load_catalog(other)
        assert first.version == second.version
        assert first.services == second.services
        change(other / "events" / "birth.yaml", "Kelahiran", "Lahir")
        assert load_catalog(other).version != first.version


class TestShorthand:
    def test_reads_what_is_written_in_short(self, small: Path) -> None:
        """Bare texts, single values, unknown and bare figures, and documents by their slug."""
        services = load_catalog(small).services
        letter = services["surat-lahir-faskes"]
        assert letter.serves == ("child",)
        assert letter.procedure == (Remark(Text("Minta di loket.")),)
        assert letter.processing_time == Time()
        assert letter.cost == Cost(0, 0)
        assert letter.legal[0].act == "Permenkes 21/2021"
        assert letter.produces[0].document == "surat-lahir"
        assert services["surat-lahir-salinan"].cost == Cost()
        assert services["surat-lahir-salinan"].requires[0].any[0].document == "salinan-surat-lahir"

    def test_defaults_hold_for_every_way(self, small: Path) -> None:
        """What stands outside `any` is said of all its ways, unless one says otherwise."""
        change(
            small / "services" / "pencatatan-kelahiran.yaml",
            "- {document: kartu-keluarga, of: family, copies: 1}",
            "- {any: [kartu-keluarga, {document: kk-baru, of: family}], of: family, copies: 2,"
            " when: {event: birth}}\n  - any: ktp-el\n    of: mother",
        )
        requires = load_catalog(small).services["pencatatan-kelahiran"].requires
        assert [way.of for way in requires[1].any] == ["family", "family"]
        assert (requires[1].copies, requires[1].when is not None) == (2, True)
        assert (requires[2].any[0].document, requires[2].any[0].of) == ("ktp-el", "mother")

    def test_texts_may_speak_further_languages(self, small: Path) -> None:
        """Beside `id` and `en`."""
        change(small / "events" / "birth.yaml", "en: Birth}", "en: Birth, jv: Lairan}")
        title = load_catalog(small).events["birth"].title
        assert title.in_language("jv") == "Lairan"
        assert title.in_language("fr") == "Kelahiran"

    def test_conditions_become_trees(self, small: Path) -> None:
        """Several entries are all of them; one is itself."""
        when = load_catalog(small).events["death"].calls_for[1].when
        assert isinstance(when, AllOf)
        assert isinstance(when.of[0], FactTest)
        assert when.of[0].path == ("heir.count",)
        change(
            small / "events" / "death.yaml",
            "when: {some: {heir: {is_minor: true}}}",
            "when: {any: [{some: {heir: {is_minor: true}, deceased: {is_minor: true}}},"
            " {all: [{every: {heir: {age: '> 3', heir.region: '\"34\"'}}}]}]}",
        )
        when = load_catalog(small).events["death"].calls_for[2].when
        assert isinstance(when, AnyOf)
        assert isinstance(when.of[0], AllOf)
        assert isinstance(when.of[0].of[0], Some)

    def test_what_was_reported_is_not_reported_again(self, small: Path) -> None:
        """An alias in a condition is one problem, not two."""
        change(
            small / "services" / "perubahan-kk.yaml",
            "produces: {",
            "applies: {not: *a, any: *a, event: *a, same: *a, some: *a, it.alive: *a, "
            "every: {child: {alive: [*a]}}}\nproduces: {",
        )
        assert codes(small) == ["yaml-alias"] * 7

    @pytest.mark.parametrize("text", ["[[ktp-el]]", "{any: [[ktp-el]]}", "[{any: {a: b}}]"])
    def test_a_requirement_of_the_wrong_shape_is_reported(self, small: Path, text: str) -> None:
        """Lists in lists are no documents."""
        path = small / "services" / "surat-lahir-salinan.yaml"
        change(path, "requires: salinan-surat-lahir", f"requires: {text}")
        assert {"wrong-type", "unknown-key"} & set(codes(small))


class TestVariants:
    def test_hold_what_changes_by_day(self, small: Path) -> None:
        """Each later day has its own catalog, changes adding up."""
        path = small / "services" / "pencatatan-kelahiran.yaml"
        change(
            path,
            "changes:\n",
            "changes:\n  - {from: 2028-01-01, set: {channels: [mobile], sources: {baru: {url: "
            "https://a.id, checked: 2026-11-01, status: secondary}}, note: x}, source: baru}\n",
        )
        catalog = load_catalog(small)
        assert [day for day, _ in catalog.variants] == [date(2027, 1, 1), date(2028, 1, 1)]
        before, after = (
            catalog.on(day).services["pencatatan-kelahiran"]
            for day in (date(2026, 12, 31), date(2028, 1, 1))
        )
        assert (before.cost.max, before.channels) == (0, ("counter", "electronic"))
        assert (after.cost.max, after.channels) == (10000, ("mobile",))
        assert set(after.sources) == {"uu24", "baru"}

    def test_a_key_may_end(self, small: Path) -> None:
        """From that day on the service is without it; a later change may bring another."""
        path = small / "services" / "pencatatan-kelahiran.yaml"
        change(
            path,
            "changes:\n",
            "changes:\n  - {from: 2028-01-01, ends: [deadline, complaint]}\n"
            "  - {from: 2029-01-01, deadline: {on: 2029-06-01}}\n",
        )
        catalog = load_catalog(small)
        days = (date(2027, 12, 31), date(2028, 1, 1), date(2029, 1, 1))
        one, other, last = (catalog.on(day).services["pencatatan-kelahiran"] for day in days)
        assert (one.deadline and one.deadline.within, one.complaint is None) == (60, False)
        assert (other.deadline, other.complaint, other.cost) == (None, None, one.cost)
        assert last.deadline == Deadline(on=date(2029, 6, 1))

    def test_one_change_needs_no_list(self, small: Path) -> None:
        """A single change may stand alone, and bring the first sources there are."""
        path = small / "services" / "imunisasi.yaml"
        text = path.read_text("utf-8").split("sources:")[0].replace(", source: uu24", "")
        text = text.replace("    source: uu24\n", "")
        text += (
            "changes: {from: 2027-05-01, set: {cost: 5, sources: {a: {url: https://a.id, "
            "checked: 2026-11-01, status: unverified}}}}\n"
        )
        path.write_text(text, "utf-8")
        catalog = load_catalog(small)
        assert catalog.on(date(2027, 6, 1)).services["imunisasi"].cost == Cost(5, 5)
        assert catalog.on(date(2026, 6, 1)).services["imunisasi"].cost == Cost(0, 0)

    def test_a_change_is_checked_like_the_service(self, small: Path) -> None:
        """At its own place."""
        path = small / "services" / "pencatatan-kelahiran.yaml"
        change(path, "set: {cost: {max: 10000, source: uu24}}", "set: {authority: dukcapli}")
        found = read_catalog(small)[1]
        assert [one.code for one in found] == ["unknown-authority"]
        line = (
            path.read_text("utf-8")
            .split("\n")
            .index("  - {from: 2027-01-01, set: {authority: dukcapli}, source: uu24}")
        )
        assert (found[0].where.line, found[0].where.column) == (line + 1, 41)
        change(path, "authority: dukcapli", "requires: [{of: mother}]")
        assert codes(small) == ["missing-key"]
        change(path, "set: {requires: [{of: mother}]}", "set: 3")
        assert codes(small) == ["wrong-type"]

    def test_a_faulty_mapping_of_sources_is_replaced(self, small: Path) -> None:
        """Sources that are no mapping are a fault of their own."""
        path = small / "services" / "imunisasi.yaml"
        head = path.read_text("utf-8").split("sources:")[0]
        tail = "sources: x\nchanges: {from: 2027-05-01, set: {sources: {}}}\n"
        path.write_text(head + tail, "utf-8")
        assert "wrong-type" in codes(small)


class TestFiles:
    def test_a_folder_has_to_be_there(self, tmp_path: Path) -> None:
        """Else there is one problem, and no catalog."""
        catalog, found = read_catalog(tmp_path / "nothing")
        assert catalog is None
        assert [one.code for one in found] == ["no-catalog"]

    def test_an_empty_folder_is_no_catalog(self, tmp_path: Path) -> None:
        """It is told that there is none."""
        catalog, (problem,) = read_catalog(tmp_path)
        assert (catalog, problem.code) == (None, "no-catalog")

    def test_nothing_is_ignored_in_silence(self, small: Path) -> None:
        """A file that would not be read is named; hidden files and those for people are not."""
        (small / "service").mkdir()
        (small / "services" / "inner").mkdir()
        names = ("service/x.yaml", "services/y.yml", "services/inner/w.yaml", "z.yaml")
        for name in (*names, "README.md", "LICENSE", ".a"):
            (small / name).write_text("a: b\n", "utf-8")
        found = {Path(str(one.where.file)).name: one for one in read_catalog(small)[1]}
        assert {one.code for one in found.values()} == {"unknown-file"}
        remedies = {name: one.remedy.en for name, one in found.items() if one.remedy}
        assert remedies["x.yaml"] == "did you mean 'services'?"
        assert remedies["y.yml"] == "name it y.yaml"
        assert remedies["w.yaml"] == "no folders within: move it to services/w.yaml"
        assert remedies["z.yaml"].startswith("move it to one of")

    @pytest.mark.parametrize(
        ("name", "to"),
        [
            ("services/imunisasi.yaml", "documents/imunisasi.yaml"),
            ("documents/kartu-keluarga.yaml", "services/kartu-keluarga.yaml"),
        ],
    )
    def test_a_file_in_the_folder_of_another_noun(self, small: Path, name: str, to: str) -> None:
        """It is told once, not once for each of its keys."""
        (small / name).rename(small / to)
        found = [one for one in read_catalog(small)[1] if one.where.file == str(small / to)]
        (problem,) = found
        assert problem.code == "unknown-file"
        assert problem.remedy is not None
        assert problem.remedy.en == f"move it to {name}"

    @pytest.mark.parametrize("name", ["26", "Maret", "3027"])
    def test_a_calendar_is_named_by_its_year(self, small: Path, name: str) -> None:
        """Hence it has to be one."""
        year = small / "calendars" / "2026.yaml"
        year.rename(year.with_stem(name))
        (found,) = read_catalog(small)[1]
        assert (found.code, found.where.file) == ("bad-year", str(year.with_stem(name)))
        assert found.remedy is not None
        assert found.remedy.en == "for example 2027.yaml"

    def test_a_file_has_to_open(self, small: Path) -> None:
        """A folder in the place of a file is named as well."""
        (small / "services" / "x.yaml").mkdir()
        assert codes(small) == ["unreadable"]

    def test_the_file_name_is_the_slug(self, small: Path) -> None:
        """Hence it has to be one."""
        for name in ("Akta Lahir.yaml", "123.yaml"):
            shutil.copy(small / "services" / "imunisasi.yaml", small / "services" / name)
        found = read_catalog(small)[1]
        assert [one.code for one in found] == ["bad-slug", "bad-slug"]
        assert [one.remedy.en for one in found if one.remedy] == [
            "for example akta-kelahiran",
            "write 'akta-lahir'",
        ]

    @pytest.mark.parametrize(
        "name",
        ["events/birth.yaml", "documents/ktp-el.yaml", "facts/child.yaml", "register.yaml",
         "authorities/dukcapil.yaml", "scenarios/birth-recorded.yaml"],
    )  # fmt: skip
    @pytest.mark.parametrize("text", ["[]\n", "x\n", "facts: {a: b}\n", "constraints: [x]\n"])
    def test_a_file_of_the_wrong_shape_is_reported(self, small: Path, name: str, text: str) -> None:
        """Whatever noun it should hold."""
        (small / name).write_text(text, "utf-8")
        assert read_catalog(small)[1]

    def test_what_can_be_left_out_does_not_hide_the_rest(self, small: Path) -> None:
        """A faulty optional key and a dangling reference are found in one run."""
        path = small / "services" / "pencatatan-kelahiran.yaml"
        change(path, "copies: 1", "copies: satu")
        change(path, "authority: dukcapil", "authority: dukcapli")
        assert sorted(codes(small)) == ["bad-number", "unknown-authority"]
        change(path, "sources:\n", "sources:\n  UU: {url: https://a.id}\n")
        assert set(codes(small)) == {"bad-number", "bad-slug", "missing-key"}

    def test_a_bad_key_of_a_mapping_is_left_out(self, small: Path) -> None:
        """The others stay."""
        path = small / "services" / "pencatatan-kelahiran.yaml"
        source = "{url: https://a.id, checked: 2026-11-01, status: secondary}"
        change(path, "sources:\n", f"sources:\n  UU: {source}\n")
        assert codes(small) == ["bad-slug"]

    def test_a_huge_number_is_no_number(self, small: Path) -> None:
        """Digits by the thousand are refused as well."""
        change(small / "services" / "imunisasi.yaml", "max: 30", f"max: {'9' * 5000}")
        assert codes(small) == ["bad-number"]


def test_what_was_never_written_has_no_place() -> None:
    """A noun made by hand points nowhere."""
    assert Positions()(object(), ("a",)) == Place()


class TestInPart:
    def test_a_file_that_cannot_be_read_hides_nothing_elsewhere(self, small: Path) -> None:
        """What does not follow from the loss is told at once; what follows from it is not."""
        change(small / "services" / "imunisasi.yaml", "authority:", "autority:")
        change(small / "services" / "pencatatan-kelahiran.yaml", "of: family", "of: famly")
        change(small / "events" / "birth.yaml", "child.condition:", "child.conditon:")
        change(small / "scenarios" / "coming.yaml", "birth_date", "birth_dat")
        assert set(codes(small)) == {
            "missing-key",
            "unknown-key",
            "unknown-person",
            "unknown-fact",
        }

    def test_what_may_follow_from_the_loss_is_not_told(self, small: Path) -> None:
        """Without the facts every condition would name one that is not there."""
        (small / "facts" / "child.yaml").write_text("of: [child\n", "utf-8")
        assert codes(small) == ["yaml-syntax"]
        (small / "events" / "birth.yaml").write_text("title: [\n", "utf-8")
        assert codes(small) == ["yaml-syntax", "yaml-syntax"]
