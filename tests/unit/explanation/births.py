"""Make births of which there is much to say, and say all of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.vocabulary import (
    Authority,
    Call,
    Complaint,
    Fact,
    LegalBasis,
    Option,
    Person,
    Region,
    Source,
    Text,
    Usual,
)
from tests.unit.planning.tiny import advise, catalog, event, is_, paper, service, text

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


def answer(small: Catalog, *events: str, **said: Any) -> Any:  # noqa: ANN401
    """Return the whole answer."""
    return present(advise(small, *events, **said))
