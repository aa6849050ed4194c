"""Choose the language of an answer: Bahasa Indonesia unless English is asked for."""

from typing import Final, Literal

from starlette.requests import Request

Language = Literal["id", "en"]
_KNOWN: Final[dict[str, Language]] = {"id": "id", "in": "id", "en": "en"}  # "in": before 1989


def known_language(value: object) -> Language | None:
    """Return the language of a code, None for what is no code of ours."""
    return _KNOWN.get(value) if isinstance(value, str) and value != "in" else None


def problem_language(request: Request) -> Language:
    """Return the language for an error: `lang` of the address, else what the reader accepts."""
    asked = known_language(request.query_params.get("lang"))
    return asked or accepted_language(request.headers.get("accept-language", ""))


def accepted_language(header: str) -> Language:
    """Return the best language of an Accept-Language header (RFC 9110, 12.5.4)."""
    ranked: list[tuple[float, int, Language]] = []
    for place, part in enumerate(header.split(",")):
        tag, _, parameters = part.partition(";")
        language = _KNOWN.get(tag.strip().partition("-")[0].lower())
        weight = weight_of(parameters)
        if language is not None and weight > 0:
            ranked.append((-weight, place, language))
    return min(ranked)[2] if ranked else "id"


def weight_of(parameters: str) -> float:
    """Return the weight of one choice, 1 where none is given, 0 where it is none."""
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        found = float(value)
    except ValueError:
        return 0.0
    return found if 0 <= found <= 1 else 0.0
