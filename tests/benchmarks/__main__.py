"""Print every ratio: `python -m benchmarks [--only NAME]`, NAME a ratio or its beginning."""

import argparse
import importlib
import pkgutil

from tests.benchmarks import lines
from tests.benchmarks.ratio import Line


def main() -> None:
    """Measure the lines and end with one row per ratio: name, measured, bar, holds or short."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--only", default="")
    only = parser.parse_args().only
    found: list[Line] = [
        importlib.import_module(f"{lines.__name__}.{module.name}").LINE
        for module in pkgutil.iter_modules(lines.__path__)
    ]
    chosen = [line for line in found if line.name.startswith(only) or only.startswith(line.name)]
    if not chosen:
        print("Tidak ada baris / no line:", only, "·", ", ".join(line.name for line in found))
    ratios = [ratio for line in chosen for ratio in line.measure()]
    print()
    for ratio in ratios:
        if ratio.name.startswith(only):
            print(ratio.row())


if __name__ == "__main__":
    main()
