"""Choose the language of an answer: that of the catalog unless another one is asked for."""

from typing import Any, Final

from starlette.requests import Request

Language = str
OURS: Final = ("id", "en")
"""In these the program speaks itself; the catalog may be written in one more."""
_BEFORE_1989: Final = {"in": "id"}


def home_language(request: Request) -> Language:
    """Return the language in which the catalog is written."""
    held: Any = getattr(request.app.state, "held", None)
    return "id" if held is None else str(held.catalog.country.language)


def known_language(value: object, home: Language) -> Language | None:
    """Return the language of a code, None for what is no code of ours."""
    return value if isinstance(value, str) and value in {home, *OURS} else None


def problem_language(request: Request) -> Language:
    """Return the language for an error: `lang` of the address, else what the reader accepts."""
    home = home_language(request)
    asked = known_language(request.query_params.get("lang"), home)
    return asked or accepted_language(request.headers.get("accept-language", ""), home)


def accepted_language(header: str, home: Language = "id") -> Language:
    """Return the best language of an Accept-Language header (RFC 9110, 12.5.4)."""
    ranked: list[tuple[float, int, Language]] = []
    for place, part in enumerate(header.split(",")):
        tag, _, parameters = part.partition(";")
        code = tag.strip().partition("-")[0].lower()
        language = known_language(_BEFORE_1989.get(code, code), home)
        weight = weight_of(parameters)
        if language is not None and weight > 0:
            ranked.append((-weight, place, language))
    return min(ranked)[2] if ranked else home


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
