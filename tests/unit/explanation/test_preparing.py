"""Check papers, fees and benefits as they are told: every figure with what is not known of it."""

from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest

from lifejourney.explanation.amounts import benefit_text
from lifejourney.vocabulary import (
    Alternative,
    Benefit,
    Call,
    Cost,
    Person,
    Requirement,
    Service,
    Span,
    Usual,
)
from tests.unit.explanation.births import SOURCE, answer
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, need, paper, service, text

ASKED = "Bila diminta membayar, tanyakan tandanya dan adukan kepada instansi itu."
WHERE_FREE = f"Untuk yang tidak dipungut biaya: {ASKED}"


def plan(services: list[Service], **said: Any) -> Any:  # noqa: ANN401
    """Return the plan of services that are all called for."""
    calls = [Call("child", "right", service=one.slug) for one in services]
    facts = [fact("born", "date"), fact("ill")]
    return answer(catalog(event(calls), services, said.pop("papers_", ()), facts), **said)["plan"]


def fee(*costs: Cost, lang: str = "id") -> Any:  # noqa: ANN401
    """Return what services cost in all."""
    services = [service(number, cost=cost) for number, cost in enumerate(costs)]
    return plan(services, lang=lang)["totals"]["fee"]


@pytest.mark.parametrize(
    ("costs", "text_", "note"),
    [
        ([], None, None),
        ([Cost(max=0), Cost(0, 0)], "Tidak dipungut biaya", ASKED),
        ([Cost(max=100000)], "Rp100.000", None),
        ([Cost(1000, 5000), Cost(max=0)], "Rp1.000 sampai Rp5.000", WHERE_FREE),
        ([Cost(), Cost()], "2 biaya belum diketahui", None),
        ([Cost(max=2000), Cost()], "sedikitnya Rp2.000; 1 biaya belum diketahui", None),
        ([Cost(by_region=True)], "1 biaya menurut aturan daerah", None),
        (
            [Cost(620000, by_region=True), Cost()],
            "sedikitnya Rp620.000; 1 biaya belum diketahui; 1 biaya menurut aturan daerah",
            None,
        ),
        ([Cost(0), Cost(max=0)], "1 biaya dapat lebih besar", WHERE_FREE),
    ],
)
def test_fees_in_words(costs: list[Cost], text_: str | None, note: str | None) -> None:
    """An unknown fee is counted and never passes for free."""
    found = fee(*costs)
    assert (found["text"], found["note"]) == (text_, note)
    assert (fee(*costs, lang="en")["text"] is None) == (text_ is None)


def test_stamps_in_words() -> None:
    """They are named in the sum."""
    one = service(1, [], ["b", "c"])
    papers = [paper("b", origin="self", stamps=2), paper("c", origin="self", stamps=1)]
    found = plan([one], papers_=papers, lang="id")
    fees = found["totals"]["fee"]
    assert (fees["text"], fees["stamps"]) == ("Rp30.000; termasuk 3 meterai Rp10.000", 3)
    assert [listed["stamps"] for listed in found["documents"]] == [2, 1]


def test_the_list_of_papers() -> None:
    """Each says whose it is, from where, what could stand in, and for which steps."""
    ways = (Alternative("b"), Alternative("d", substitute=True))
    first = service(1, ["a"], [Requirement(ways, copies=1, kept=True)])
    second = service(2, ["c"], ["a", need("b", copies=2, original=False)])
    papers = [
        *("a", "c"),
        paper("b", origin="other", issuer=text("village"), usual=Usual("held"), form="F-1"),
        paper("d", origin="self", where_to_get=text("at the desk")),
    ]
    found = answer(catalog(event(["c"]), [first, second], papers))["plan"]["documents"]
    assert found[0] == {
        "document": "b",
        "made": "b",
        "title": "b",
        "of": "child",
        "person_title": "child",
        "from": "assumed",
        "step": None,
        "where_to_get": "village",
        "issuer": "village",
        "form": "F-1",
        "copies": 3,
        "original": True,
        "kept": True,
        "copy_first": True,
        "stamps": 0,
        "substitutes": ["d"],
        "substitute_titles": ["d"],
        "for": ["LJ-0001@child", "LJ-0002@child"],
        "for_titles": ["s1", "s2"],
    }
    assert (found[1]["from"], found[1]["step"]) == ("step", "LJ-0001@child")


def test_a_benefit() -> None:
    """What, on which condition, until when, and how sure that is."""
    rule = Benefit(text("money"), 1000, None, "once", Span(6, "month"), "it.born", "uu")
    source = replace(SOURCE, quote="Rp1.000, within 6 months")
    one = service(1, benefit=rule, sources={"uu": source})
    found = plan([one], facts={("child", "born"): DAY})
    (told,) = found["benefits"]
    assert told["what"] == "money: from Rp1,000."
    assert (told["min"], told["max"], told["per"]) == (1000, None, "once")
    assert (told["claim_by"], told["overdue"]) == ("2027-05-22", False)
    assert (told["condition"], told["status"]) == ("if granted by office", "verified")
    assert told["status_label"].endswith("1 November 2026")
    total = found["totals"]["benefit"]
    assert (total["min"], total["max"], total["unknown"]) == (1000, None, 0)
    assert total["text"] == "paid once: at least Rp1,000"
    (late,) = plan([one], facts={("child", "born"): date(2026, 1, 1)})["benefits"]
    assert (late["claim_by"], late["overdue"]) == ("2026-07-01", True)


def test_a_benefit_that_is_not_certain() -> None:
    """It says on what it depends; without a source it is unverified."""
    ill = replace(fact("ill"), likelihood={"true": 9, "false": 1})
    one = service(1, benefit=Benefit(text("money")), applies=is_("child", "ill"))
    calls = [Call("child", "right", service="s1")]
    found = answer(catalog(event(calls, child=Person(text("child"))), [one], [], [ill]))["plan"]
    (told,) = found["benefits"]
    assert told["condition"] == "if granted by office; it also depends on: ill"
    assert (told["status"], told["claim_by"], told["overdue"]) == ("unverified", None, False)


def test_benefits_are_never_netted() -> None:
    """They stand apart from the fees; what comes monthly is not added up."""
    services = [
        service(1, benefit=Benefit(text("money"), 1000, 3000), cost=Cost(max=500)),
        service(2, benefit=Benefit(text("pension"), 100, 100, "month")),
        service(3, benefit=Benefit(text("more"))),
    ]
    totals = plan(services, lang="id")["totals"]
    assert totals["fee"]["max"] == 500
    assert (totals["benefit"]["min"], totals["benefit"]["max"]) == (1000, None)
    assert (totals["benefit"]["unknown"], totals["benefit"]["repeated"]) == (1, 1)
    assert totals["benefit"]["text"] == (
        "dibayar sekali: sedikitnya Rp1.000; 1 belum diketahui besarnya; "
        "1 dibayar tiap bulan atau tahun, tidak ikut dijumlahkan"
    )
    assert plan([services[1]])["totals"]["benefit"]["text"] == (
        "paid monthly or yearly and not in the sum: 1"
    )


@pytest.mark.parametrize(
    ("what", "least", "most", "per", "told"),
    [
        ("money", None, None, "once", "money."),
        ("money.", 5, 5, "once", "money: Rp5."),
        ("money", 5, 7, "month", "money: Rp5 to Rp7 a month."),
        ("money", None, 7, "year", "money: up to Rp7 a year."),
        ("money", 5, None, "once", "money: from Rp5."),
        ("money of Rp5 for each child.", 5, 7, "month", "money of Rp5 for each child."),
    ],
)
def test_the_amount_of_a_benefit(
    what: str, least: int | None, most: int | None, per: Literal["once", "month", "year"], told: str
) -> None:
    """It is told where the words of the catalog name no figure."""
    assert benefit_text(Benefit(text(what), least, most, per), "en") == told
