"""Check that a figure is verified only where the quotation shows it."""

from datetime import date

import pytest

from lifejourney.vocabulary import (
    Benefit,
    Complaint,
    Cost,
    Deadline,
    Due,
    LegalBasis,
    Opening,
    Repeat,
    Source,
    Span,
    Status,
    SuppliedLater,
    Text,
    Time,
    Validity,
    shows,
    status_of,
)

MONTH = Span(1, "month")


@pytest.mark.parametrize(
    ("quote", "figure", "shown"),
    [
        ("selesai dalam 24 jam", Time("hour", max=24), True),
        ("selesai dalam tiga hari kerja", Time("working_day", max=3), True),
        ("Done within Three working days", Time("working_day", max=3), True),
        ("14 hari kerja", Time("working_day", 1, 14), False),
        ("ditandatangani oleh wali", Time("minute", max=45), False),
        ("nomor 245", Time("minute", max=45), False),
        ("tiganya hadir", Time("minute", max=3), False),
        ("apa saja", Time(), True),
        ("", Time(), False),
        ("GRATIS", Cost(0, 0), True),
        ("Tidak dipungut biaya", Cost(max=0), True),
        ("membawa pas foto", Cost(0, 0), False),
        ("sebesar Rp 30.000,-", Cost(30000, 30000), True),
        ("Rp332.500,00", Cost(332500, 332500), True),
        ("Rp332.500,00", Cost(108000), False),
        ("paling lambat 60 (enam puluh) hari", Deadline(60, "calendar_day", "it.x"), True),
        ("paling lambat 30 hari", Deadline(60, "calendar_day", "it.x"), False),
        ("sampai 18 Juni 2026", Deadline(on=date(2026, 6, 18)), True),
        ("sampai Juni 2026", Deadline(on=date(2026, 6, 18)), False),
        ("berlaku 2 (dua) tahun", Validity(2, "year"), True),
        ("menyusul paling lama seminggu", SuppliedLater(Span(7, "calendar_day"), "it.x"), True),
        ("paling cepat sebulan", Opening(not_before=MONTH), True),
        ("dibuka 3 sampai 28 Juni", Opening(None, None, date(2027, 6, 3), date(2027, 6, 28)), True),
        ("dibuka 3 sampai 28 Juni", Opening(None, None, date(2027, 6, 4), None), False),
        ("tiap 1 bulan, 10 kali", Repeat(MONTH, times=10), True),
        ("tiap 1 bulan", Repeat(MONTH, until_age=5), False),
        ("Rp42.000.000", Benefit(Text("Uang"), 42000000, 42000000), True),
        ("Rp42.000.000", Benefit(Text("Uang"), 42000000, claim_within=Span(5, "year")), False),
        ("Pasal 27 UU 24/2013", LegalBasis("UU 24/2013", "27"), True),
        ("Pasal 28 UU 24/2013", LegalBasis("UU 24/2013", "27"), False),
        ("adukan di loket", Complaint(Text("Loket")), True),
        ("mulai umur 17 tahun", Due("duty", Text("x"), at_age=17), True),
        ("30 Juni 2027", Due("duty", Text("x"), on=date(2027, 6, 30)), True),
        ("akhir Juni 2027", Due("duty", Text("x"), on=date(2027, 6, 30)), False),
        ("sejak 90 hari", Due("duty", Text("x"), before_expiry=Span(14, "week")), False),
    ],
)
def test_a_quotation_shows_every_number_or_none_counts(
    quote: str, figure: object, *, shown: bool
) -> None:
    """In digits, with dots for thousands, or in words; free of charge is zero."""
    assert shows(quote, figure) is shown


def test_the_status_is_never_better_than_the_quotation() -> None:
    """What a verified source does not show is as good as any other page."""
    day = date(2026, 11, 1)
    verified = Source("https://example.id", day, "verified", quote="24 jam")
    assert status_of(Time("hour", max=24), verified) == "verified"
    assert status_of(Time("hour", max=25), verified) == "secondary"
    assert status_of(Time("hour", max=24), None) == "unverified"
    page = Source("https://x.id", day, "secondary", quote="buka setiap hari")
    assert status_of(Time("hour", max=24), page) == "secondary"


@pytest.mark.parametrize("status", ["secondary", "verified"])
def test_without_a_quotation_a_number_cannot_be_checked_again(status: Status) -> None:
    """What has no number, such as the address of an office, is as sure as its page."""
    page = Source("https://x.id", date(2026, 11, 1), status)
    assert status_of(Time("hour", max=24), page) == "unverified"
    assert status_of(Complaint(Text("Loket")), page) == "secondary"


@pytest.mark.parametrize(
    ("title", "quote", "article", "status"),
    [
        (None, "Pasal 37 sampai Pasal 39", "37-39", "secondary"),
        (None, "Pasal 37 dan seterusnya", "37-39", "unverified"),
        ("Pasal 37", "dan Pasal 39", "37-39", "secondary"),
        ("Bunyi Pasal 79A", None, "79A", "secondary"),
        (None, None, "27", "unverified"),
        (None, None, None, "secondary"),
    ],
)
def test_an_article_is_as_sure_as_its_source_only_where_it_is_named(
    title: str | None, quote: str | None, article: str | None, status: str
) -> None:
    """A page that only mentions the act does not make its articles sure."""
    day = date(2026, 11, 1)
    source = Source("https://example.id", day, "secondary", title=title, quote=quote)
    assert status_of(LegalBasis("UU 1/2020", article), source) == status
