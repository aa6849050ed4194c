"""A catalog that was found good is opened again without being read."""

import os
import shutil
from pathlib import Path

import pytest

from lifejourney.errors import InvalidCatalog
from lifejourney.loading import (
    keep_catalog,
    last_good,
    load_catalog,
    open_catalog,
    pack_catalog,
    unpack_catalog,
)
from lifejourney.loading.kept import MOST, NOTED, VARIABLE

SMALL = Path(__file__).parents[2] / "data" / "small"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where catalogs are kept."""
    folder = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """Return a catalog that may be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "catalog"))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note each time that the YAML is read."""
    noted: list[Path] = []

    def noting(path: Path) -> object:
        noted.append(path)
        return load_catalog(path)

    monkeypatch.setattr("lifejourney.loading.kept.load_catalog", noting)
    return noted


def test_the_second_time_nothing_is_read(kept: Path, catalog: Path, readings: list[Path]) -> None:
    first, second = open_catalog(catalog), open_catalog(str(catalog))
    assert readings == [catalog]
    assert first == second == load_catalog(SMALL)
    assert [one.stat().st_mode & 0o777 for one in kept.glob("*.catalog")] == [0o600]


def test_an_edit_is_seen(kept: Path, catalog: Path) -> None:
    before = open_catalog(catalog)
    service = min((catalog / "services").glob("*.yaml"))
    service.write_text(service.read_text() + "\n# a remark\n")
    assert open_catalog(catalog).version != before.version
    assert len(list(kept.glob("*.catalog"))) == 2


@pytest.mark.usefixtures("kept")
def test_faults_are_told_each_time(catalog: Path) -> None:
    open_catalog(catalog)
    (catalog / "services" / "broken.yaml").write_text("title: [")
    for _ in range(2):
        with pytest.raises(InvalidCatalog, match=r"broken\.yaml:2"):
            open_catalog(catalog)


@pytest.mark.usefixtures("kept")
def test_a_file_that_nobody_would_read_is_told_though_the_rest_is_kept(catalog: Path) -> None:
    open_catalog(catalog)
    (catalog / "servces").mkdir()
    (catalog / "servces" / "new.yaml").write_text("title: x")
    with pytest.raises(InvalidCatalog, match="unknown-file"):
        open_catalog(catalog)


def test_what_is_torn_is_read_anew(kept: Path, catalog: Path, readings: list[Path]) -> None:
    open_catalog(catalog)
    (file,) = kept.glob("*.catalog")
    file.write_bytes(file.read_bytes()[:-1])
    assert open_catalog(catalog) == load_catalog(SMALL)
    assert len(readings) == 2


def test_the_least_used_goes_first(kept: Path, catalog: Path) -> None:
    open_catalog(catalog)
    (first,) = kept.glob("*.catalog")
    topics = catalog / "topics.yaml"
    for number in range(MOST):
        for age, one in enumerate(
            sorted(kept.glob("*.catalog"), key=lambda one: one.stat().st_mtime_ns)
        ):
            os.utime(one, (age, age))
        topics.write_text(f"{topics.read_text() if topics.exists() else ''}# {number}\n")
        open_catalog(catalog)
    assert len(list(kept.glob("*.catalog"))) == MOST
    assert not first.exists()


def test_a_folder_in_which_others_may_write_is_not_trusted(
    kept: Path, catalog: Path, readings: list[Path]
) -> None:
    kept.mkdir()
    kept.chmod(0o777)
    open_catalog(catalog)
    open_catalog(catalog)
    assert len(readings) == 2
    assert not list(kept.glob("*.catalog"))


def test_without_a_folder_the_yaml_is_read(
    catalog: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("", str(catalog / "topics.yaml" / "no-folder")):
        (catalog / "topics.yaml").touch()
        monkeypatch.setenv(VARIABLE, name)
        assert open_catalog(catalog) == load_catalog(catalog)
    assert len(readings) == 2


def test_without_a_home_the_usual_folder_is_taken(
    tmp_path: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    open_catalog(catalog)
    assert len(list((tmp_path / "cache" / "lifejourney").glob("*.catalog"))) == 1


def test_a_full_disk_stops_nobody(
    kept: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lifejourney.loading.kept.NamedTemporaryFile", full)
    assert open_catalog(catalog) == load_catalog(SMALL)
    assert not list(kept.glob("*.catalog"))


def test_what_is_packed_is_the_same_to_the_last_field() -> None:
    catalog = load_catalog(SMALL)
    again = unpack_catalog(pack_catalog(catalog))
    assert again == catalog
    assert repr(again) == repr(catalog)


def test_what_others_found_good_is_opened_without_being_read(
    kept: Path, catalog: Path, readings: list[Path]
) -> None:
    found = load_catalog(catalog)
    keep_catalog(catalog, found, pack_catalog(found))
    assert open_catalog(catalog) == found
    assert readings == []
    assert len(list(kept.glob("*.catalog"))) == 1


def test_nothing_is_kept_where_nothing_shall_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    found = load_catalog(SMALL)
    keep_catalog(SMALL, found, pack_catalog(found))
    assert last_good(SMALL) is None


def test_the_last_good_one_is_known_while_the_folder_is_broken(kept: Path, catalog: Path) -> None:
    assert last_good(catalog) is None
    good = open_catalog(catalog)
    (catalog / "topics.yaml").write_text("[")
    with pytest.raises(InvalidCatalog):
        open_catalog(catalog)
    assert last_good(catalog) == good
    (note,) = kept.glob(f"*{NOTED}")
    note.write_text("0123456789abcdef-of-another-program.catalog")
    assert last_good(catalog) is None
