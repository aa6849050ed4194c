"""What an operator sets by the environment, and how a wrong value is told."""

from pathlib import Path

import pytest

from api.app import start_settings
from api.settings import PREFIX, InvalidSetting, Settings, read_settings
from tests.serving import ROOT


def test_without_any_the_key_is_made_by_chance() -> None:
    assert read_settings().key != read_settings().key
    assert len(read_settings().key) == 32


def test_a_key_is_the_same_for_every_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIFEJOURNEY_KEY", "x" * 40)
    assert read_settings().key == read_settings().key
    assert "x" * 40 not in repr(read_settings())


def test_what_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIFEJOURNEY_LOOK", "")
    monkeypatch.setenv("LIFEJOURNEY_LEAVE", "")
    assert read_settings().look is None
    assert read_settings().leave.startswith("https://")


@pytest.mark.parametrize(
    "written", ["https://a.go.id,http://localhost:3000", "https://a.go.id http://localhost:3000"]
)
def test_several_stand_between_commas_or_spaces(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("LIFEJOURNEY_CORS", written)
    assert read_settings().cors == ("https://a.go.id", "http://localhost:3000")


def test_every_site_may_be_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIFEJOURNEY_CORS", "*")
    assert read_settings().cors == ("*",)


WRONG = (
    ("KEY", "s3cret", "32"),
    ("LOOK", "no/such/folder", "is no folder"),
    ("CATALOG", "no/such/folder", "is no folder"),
    ("CORS", "https://a.go.id/", "is no origin"),
    ("CORS", "a.go.id", "is no origin"),
    ("LEAVE", "javascript:alert(1)", "is no address"),
    ("MOST_BYTES", "many", "use a whole number"),
    ("SECONDS", "soon", "pakai angka. / .* use a number"),
    ("RELOAD_CATALOG", "perhaps", "true atau false. / .* true or false"),
    ("MOST_BYTES", "1", "1024"),
    ("LOG_LEVEL", "loud", "'warning'"),
)


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_a_wrong_value_is_told_with_its_name_and_a_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"LIFEJOURNEY_{name}", value)
    with pytest.raises(InvalidSetting, match=f"(?s)LIFEJOURNEY_{name}: .*{said}") as refused:
        read_settings()
    if name == "KEY":
        assert value not in str(refused.value)


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIFEJOURNEY_KEY", "short")
    monkeypatch.setenv("LIFEJOURNEY_LOG_FORMAT", "xml")
    with pytest.raises(SystemExit) as ended:
        start_settings()
    assert len(str(ended.value).splitlines()) == 2


def test_every_setting_is_explained_to_operators() -> None:
    told = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert [
        name for name in Settings.model_fields if f"| `{PREFIX}{name.upper()}` |" not in told
    ] == []


def test_what_is_given_needs_no_words_for_the_environment(tmp_path: Path) -> None:
    given = Settings(look=tmp_path, cors=("https://a.go.id",), proxies=("10.0.0.0/8",))
    assert (given.look, given.proxies) == (tmp_path, ("10.0.0.0/8",))
