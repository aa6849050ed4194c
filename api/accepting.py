"""Choose the media type of an answer by the Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Sequence

from starlette.requests import Request

from lifejourney import Words

from .language import weight_of
from .problems import ACCEPTABLE, Fault, Refused


def accepted_type(request: Request, offered: Sequence[str]) -> str:
    """Return the offered media type that the reader likes best, the first one if none is named.

    Among those it likes alike the one offered first. Raises Refused (406) where it likes none.
    """
    header = ",".join(request.headers.getlist("accept"))
    ranges = [_range(part) for part in header.split(",") if part.strip()]
    if not ranges:
        return offered[0]
    liked = {media: _liking(media, ranges) for media in offered}
    best = max(offered, key=lambda media: liked[media])
    if liked[best] <= 0:
        listed = ", ".join(offered)
        detail = Words(
            "Jawaban ini tidak ada dalam jenis yang diminta.",
            "This answer is not made in a type asked for.",
        )
        remedy = Words(f"minta salah satu: {listed}", f"ask for one of: {listed}")
        raise Refused(ACCEPTABLE, detail, [Fault("", detail, remedy)])
    return best


def _range(part: str) -> tuple[str, float]:
    """Return a media range and its weight; further parameters are not looked at."""
    media, *parameters = (each.strip() for each in part.split(";"))
    weights = [each for each in parameters if each.lower().startswith("q=")]
    return media.lower(), weight_of(weights[0].lower()) if weights else 1.0


def _liking(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a media type is liked: by the narrowest range that holds it."""
    weights = dict(ranges)
    kind = media.partition("/")[0]
    for name in (media, f"{kind}/*", "*/*"):
        if name in weights:
            return weights[name]
    return 0.0
