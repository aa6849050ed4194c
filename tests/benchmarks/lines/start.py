"""Starting with 30,000 services: from YAML, and from the catalog that was kept; CPU and memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.synthetic import draw_catalog
from tests.oracles.as_yaml import write

SIZE = 30_000
BAR = 0.1
STARTING = """
import resource, sys
from lifejourney import open_catalog
catalog = open_catalog(sys.argv[1])
used = resource.getrusage(resource.RUSAGE_SELF)
print(len(catalog.services), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def start(folder: Path, kept: Path) -> tuple[int, float, float]:
    """Return the services, CPU seconds and MB of a process that opens a catalog."""
    command = [sys.executable, "-c", STARTING, str(folder)]
    environment = {**os.environ, "LIFEJOURNEY_CACHE": str(kept)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    services, seconds, memory = done.stdout.split()
    return int(services), float(seconds), float(memory)


def measure(size: int = SIZE) -> Iterator[Ratio]:
    """Print seconds and memory of both; yield the ratio of the seconds."""
    with TemporaryDirectory() as root:
        folder, kept = Path(root) / "catalog", Path(root) / "kept"
        write(draw_catalog(size), folder)
        read, opened = start(folder, kept), start(folder, kept)
    if read[0] != size or opened[0] != size:
        raise AssertionError(f"not the whole catalog: {read[0]}, {opened[0]}")
    print("start\tlayanan / services\tCPU s\tMB")
    for name, (services, seconds, memory) in (("YAML", read), ("simpanan / kept", opened)):
        print(f"{name}\t{services}\t{seconds:.2f}\t{memory:.0f}")
    yield Ratio(f"start/{size}", opened[1] / read[1], BAR)


LINE = Line("start", measure)
