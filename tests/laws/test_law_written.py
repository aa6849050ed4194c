"""What is written in YAML means the same as what was built: the loader adds and loses nothing."""

# ruff: noqa: S311 - chance makes examples

from dataclasses import replace
from random import Random

import pytest

from lifejourney import read_catalog
from lifejourney.explanation import as_json, present
from lifejourney.journey import Advisor
from tests.oracles.as_yaml import write
from tests.oracles.catalogs import draw_advised, examples


@pytest.mark.parametrize("seed", range(examples(12)))
def test_the_loader_gives_the_same_advice(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A random catalog, written and read again, gives the same bytes."""
    catalog, request = draw_advised(Random(seed))
    root = tmp_path_factory.mktemp("catalog")
    write(catalog, root)
    read, _ = read_catalog(root)  # the checks may well find random services to be useless
    assert read is not None
    loaded = replace(read, version=catalog.version, variants=())
    one, other = (as_json(present(Advisor(c).advise(request))) for c in (catalog, loaded))
    assert one == other
