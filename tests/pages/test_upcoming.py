"""What comes next in life, asked for little by little."""

import pytest

from lifejourney import Catalog
from tests.pages.browsing import Browser, client_of


@pytest.fixture
def ahead(shipped: Catalog) -> Browser:
    return Browser(client_of(shipped)).open("/mendatang")


def test_a_birthday_tells_what_is_due(ahead: Browser) -> None:
    form = ahead.question
    assert ahead.asked() == ["self.birth_date"]
    typed = {"q0-d": "4", "q0-m": "3", "q0-y": "2010", "act": "answer"}
    ahead.send(form.action, {**form.hidden, **typed})
    assert ahead.path == "/mendatang"
    assert "KTP-el" in ahead.text
    assert "4 Maret 2027" in ahead.text


def test_what_cannot_be_is_said_beside_the_question(ahead: Browser) -> None:
    form = ahead.question
    ahead.send(form.action, {**form.hidden, "act": "answer"})
    assert "belum diisi" in ahead.text
    ahead.send(form.action, {**form.hidden, "q0-y": "1700", "act": "answer"})
    assert "tahun 1700 di luar batas" in ahead.text


def test_what_is_not_known_is_not_asked_again(ahead: Browser) -> None:
    form = ahead.question
    ahead.send(form.action, {**form.hidden, "act": "unknown"})
    assert ahead.asked() != ["self.birth_date"]
