"""Calls made up from the description alone are answered as the description says.

A few of each in the suite; `HYPOTHESIS_PROFILE=long` makes up others each time, and many more.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from lifejourney import load_catalog

CHECKS = (
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SMALL = Path(__file__).resolve().parents[1] / "data" / "small"
schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(load_catalog(SMALL)))


@pytest.mark.slow
@schema.parametrize()
@settings(
    max_examples=300 if IS_LONG else 15,
    derandomize=not IS_LONG,
    deadline=None,
    phases=[Phase.generate],
)
def test_every_call_answers_as_described(case: "schemathesis.Case[Any]") -> None:
    case.call_and_validate(checks=list(CHECKS))
