"""Check how amounts are read as people write them, and written so again."""

import pytest

from lifejourney.vocabulary import Country

RUPIAH = Country()
EURO = Country("EUR", in_cents=True)
YEN = Country("JPY")


@pytest.mark.parametrize(
    ("country", "text", "amount"),
    [
        (RUPIAH, "1500000", 1_500_000),
        (RUPIAH, "Rp 1.500.000,-", 1_500_000),
        (RUPIAH, "rp. 1,500,000", 1_500_000),
        (RUPIAH, "1 500 000 rupiah", 1_500_000),
        (RUPIAH, "IDR 5", None),
        (RUPIAH, "5,50", None),
        (RUPIAH, "lima", None),
        (RUPIAH, "", None),
        (RUPIAH, "-5", None),
        (EURO, "5", 500),
        (EURO, "5.50", 550),
        (EURO, "EUR 1.234,05", 123_405),
        (EURO, "1'234.5", None),
        (EURO, "1 234 eur", 123_400),
        (YEN, "JPY 1,500", 1500),
        (YEN, "1500.00", None),
    ],
)
def test_an_amount_that_somebody_writes(country: Country, text: str, amount: int | None) -> None:
    """With or without the sign, thousands apart or not; hundredths only where there are any."""
    assert country.read_amount(text) == amount


@pytest.mark.parametrize(("country", "amount"), [(RUPIAH, 1500), (EURO, 1505), (EURO, 5), (YEN, 0)])
def test_an_amount_is_written_as_it_is_read(country: Country, amount: int) -> None:
    """What stands in a field from before is read as the same."""
    assert country.read_amount(country.write_amount(amount)) == amount
