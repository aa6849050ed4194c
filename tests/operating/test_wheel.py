"""The wheel in an empty environment: it plans and serves without a checkout."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.serving import ROOT, running

# What is set for the tests themselves would let the checkout be found.
OURS = ("PYTHONPATH", "LIFEJOURNEY_CATALOG")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in OURS}


def run(*command: str | Path, **more: str) -> str:
    """Run a command to its good end, far from the checkout, and return what it said."""
    ended = subprocess.run(
        command,
        env={**ENVIRONMENT, **more},
        cwd=Path(sys.prefix),
        capture_output=True,
        check=False,
        text=True,
        timeout=600,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def pip(*arguments: str | Path, **more: str) -> str:
    return run(sys.executable, "-m", "pip", *arguments, **more)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with the wheel and what it declares, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    pinned: Mapping[str, str] = {"PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
    pip("wheel", "-q", "--no-deps", "-w", folder, ROOT, **pinned)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    pip("--python", environment, "install", "-q", "--no-compile", wheel, **pinned)
    return environment


@pytest.mark.slow
class TestWheel:
    def test_it_plans_by_its_own_catalog(self, installed: Path) -> None:
        told = run(installed / "bin" / "lifejourney", "plan", "birth", "--json")
        assert json.loads(told)["events"] == ["birth"]

    def test_it_serves(self, installed: Path, tmp_path: Path) -> None:
        command = (str(installed / "bin" / "lifejourney"), "serve")
        with running(command, tmp_path / "log", cwd=tmp_path, environment=ENVIRONMENT) as port:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
                assert b"/aset/pages.css" in page.read()
            with urlopen(f"http://127.0.0.1:{port}/v1/events", timeout=60) as events:
                assert any(one["event"] == "birth" for one in json.load(events)["events"])

    def test_nobody_gets_a_package_of_a_common_name(self, installed: Path) -> None:
        (packages,) = (installed / "lib").glob("python*/site-packages")
        names = {path.name for path in packages.iterdir()}
        assert "lifejourney" in names
        assert not names & {"api", "catalog", "tests"}


def test_the_web_does_not_know_its_own_name() -> None:
    """In the checkout it is `api`, in the wheel `lifejourney.api`."""
    named = [
        str(module)
        for module in (ROOT / "api").rglob("*.py")
        if "from api" in module.read_text() or "import api" in module.read_text()
    ]
    assert named == []
