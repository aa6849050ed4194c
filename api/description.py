"""The description of the calls as OpenAPI, with the bodies that the engine itself reads."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from .posted import JSON
from .state import SOFTWARE
from .views import AdviceRequest, DifferenceRequest, ExplainRequest, ProblemView, UpcomingRequest

TITLE: Final = "Lifejourney"
SUMMARY: Final = "Dari peristiwa hidup ke rencana layanan publik yang berurutan."
ANSWERED: Final = "Jawaban."
LANGUAGE: Final = {
    "name": "lang",
    "in": "query",
    "required": False,
    "description": "`id`, `en`, atau bahasa katalog, bila isinya tidak menyebut `lang`; tanpa ini "
    "menurut tajuk Accept-Language",
    "schema": {"type": "string", "maxLength": 20},
}
"""What a posted request may say in its address."""


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an application."""
    found = get_openapi(title=TITLE, version=SOFTWARE, summary=SUMMARY, routes=app.routes)
    schemas: dict[str, Any] = found["components"]["schemas"]
    for call in (call for path in found["paths"].values() for call in path.values()):
        if "requestBody" in call:
            call["parameters"] = [LANGUAGE]
        answered = call["responses"]["200"]
        answered["description"] = ANSWERED
        # Generators of clients take the first: JSON, which is what is answered unless asked.
        content = answered.get("content", {})
        answered["content"] = dict(sorted(content.items(), key=lambda one: one[0] != JSON))
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for model in (AdviceRequest, DifferenceRequest, ExplainRequest, ProblemView, UpcomingRequest):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= schema.pop("$defs", {})
        schemas[model.__name__] = schema
    found["components"]["schemas"] = dict(sorted(schemas.items()))
    return found
