"""Check how a reply is understood."""

import pytest

from lifejourney.cli.asking.places import find_places
from lifejourney.cli.asking.replies import NotUnderstood, Replies
from lifejourney.cli.desk import Desk
from lifejourney.explanation import Asked, Option
from lifejourney.vocabulary import Region
from tests.unit.cli.replying import PAPERS, SMALL, TODAY, YES_NO, replies, value

REGIONS = {
    code: Region(code, name, "regency", "WIB")
    for code, name in (
        ("32.04", "Kabupaten Bandung"),
        ("32.73", "Kota Bandung"),
        ("34.71", "Kota Yogyakarta"),
    )
}


def test_values() -> None:
    assert value("boolean", "Ya", *YES_NO) == "true"
    assert value("boolean", "2", *YES_NO) == "false"
    assert value("boolean", "no", *YES_NO) == "false"
    assert value("choice", "WNI", Option("wni", "Indonesia (WNI)"), Option("wna", "Asing")) == "wni"
    assert value("choice", "indo", Option("wni", "Indonesia (WNI)")) == "wni"
    assert value("integer", "30 tahun") == 30
    assert value("integer", "tidak ada") == 0
    assert value("money", "Rp1.500.000,-") == 1_500_000
    assert value("text", "Apa saja") == "Apa saja"
    assert value("text", "?") is None
    assert value("date", "-") is None
    assert replies("money").answer("1500000").labels["self.it"] == "Rp1.500.000"


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("integer", "dua"),
        ("text", " "),
        ("boolean", "mungkin"),
        ("region", "Atlantis"),
        ("date", ""),
    ],
)
def test_values_that_do_not_fit(type_: str, text: str) -> None:
    with pytest.raises(NotUnderstood):
        value(type_, text, *(YES_NO if type_ == "boolean" else ()))


def test_a_word_that_steers_gives_way_to_an_option() -> None:
    assert replies("boolean", *YES_NO).steering("Kembali") == "back"
    assert replies("choice", Option("back", "Kembali")).steering("kembali") is None


def test_a_result_may_wait() -> None:
    step = replies("result", Option("a@self", "Satu")).answer("belum memutuskan")
    assert step.values == {"self.it": None}
    assert step.labels == {"self.it": "belum memutuskan"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 3 -2", ["held", "lacking", "held", None]),
        ("2-3, -1", ["lacking", "held", "held", None]),
        ("semua", ["held"] * 4),
        ("tidak ada", ["lacking"] * 4),
        ("?", [None] * 4),
    ],
)
def test_a_checklist(text: str, told: list[str | None]) -> None:
    assert list(replies("papers", *PAPERS).answer(text).values.values()) == told


@pytest.mark.parametrize("text", ["", "5", "0", "KTP", "3-9"])
def test_a_checklist_that_does_not_fit(text: str) -> None:
    with pytest.raises(NotUnderstood):
        replies("papers", *PAPERS).answer(text)


def test_the_last_day_of_a_paper() -> None:
    """Of one in a list, and of one that is asked for alone; a day of each kind of writing."""
    step = replies("papers", *PAPERS).answer("1:2027-02-01 -2 3")
    first, second, third, _ = step.values.values()
    assert first == ("held", {"document": "surat-1@self", "valid_until": "2027-02-01"})
    assert (second, third) == ("lacking", "held")
    assert step.labels["document:surat-1@self"] == "ada, sampai 1 Februari 2027"
    ways = (Option("held", "ada"), Option("lacking", "tidak ada"))
    assert value("paper", "1:1/2/2027", *ways) == (
        "held",
        {"document": "self.it", "valid_until": "2027-02-01"},
    )


@pytest.mark.parametrize("text", ["-1:2027-02-01", "1:2027", "1:", "1:besok"])
def test_a_last_day_that_does_not_fit(text: str) -> None:
    with pytest.raises(NotUnderstood, match="as 1:2027-02-01"):
        replies("papers", *PAPERS).answer(text)


def test_places() -> None:
    def named(text: str) -> list[str]:
        return [one.code for one in find_places(REGIONS, text)]

    assert named("34.71") == ["34.71"]
    assert named("kemendagri:34.71") == ["34.71"]
    assert named("yogyakarta") == ["34.71"]
    assert named("Kab. Bandung") == ["32.04"]
    assert named("bandung") == ["32.04", "32.73"]
    assert named("yogya") == ["34.71"]
    assert named("x") == []


def test_a_place_of_two_names() -> None:
    with pytest.raises(NotUnderstood) as refused:
        Replies(_desk_with_regions(), Asked(("self.it",), "region", "?"), TODAY).answer("bandung")
    assert "Kota Bandung (32.73)" in refused.value.remedy.id
    step = Replies(_desk_with_regions(), Asked(("self.it",), "region", "?"), TODAY).answer("34.71")
    assert step.labels == {"self.it": "Kota Yogyakarta"}


def _desk_with_regions() -> Desk:
    desk = Desk(folder=SMALL)
    desk.catalog.__dict__["regions"] = REGIONS
    return desk
