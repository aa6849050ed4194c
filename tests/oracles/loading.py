"""Load a test file as a module, for another process."""

# ruff: noqa: ANN401 - a loaded module has no type

import importlib.util
from typing import Any


def load(path: str) -> Any:
    """Return the module of a file."""
    spec = importlib.util.spec_from_file_location("loaded", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
