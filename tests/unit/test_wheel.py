"""The wheel carries the catalog: what is installed plans without a checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_what_is_installed_has_its_catalog(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(build, check=True, cwd=ROOT, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    listed = subprocess.run(
        [sys.executable, "-m", "lifejourney", "events", "--json"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed), "LIFEJOURNEY_CACHE": ""},
        timeout=120,
    )
    assert '"event": "birth"' in listed.stdout
    assert (installed / "lifejourney" / "shipped" / "register.yaml").is_file()
