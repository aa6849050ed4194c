"""Read the body of a request strictly: one JSON text in UTF-8, with nothing said twice."""

import json
import math
from collections import Counter
from collections.abc import Iterable
from typing import Final, NoReturn

from starlette.requests import Request

from lifejourney import Words

from .problems import BAD_JSON, MEDIA, TOO_LARGE, Fault, Refused
from .settings import Settings

DEEPEST: Final = 16
MOST_DIGITS: Final = 20


async def read_body(request: Request) -> bytes:
    """Return the body of a JSON request.

    Raises Refused for another media type or what is larger than the operator allows; that is not
    read to its end.
    """
    _check_media_type(request)
    return await read_limited(request)


async def read_limited(request: Request) -> bytes:
    """Return the body of a request, which can then be read again; raises Refused if too large."""
    settings: Settings = request.app.state.settings
    most = settings.most_bytes
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        _refuse_size(most)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            _refuse_size(most)
    request._body = bytes(body)  # noqa: SLF001 - where Starlette looks for what was read
    return request._body  # noqa: SLF001 - as above


def _check_media_type(request: Request) -> None:
    """Refuse all but plain JSON in UTF-8."""
    given = request.headers.get("content-type", "")
    media_type, _, parameters = given.partition(";")
    charset = parameters.strip().lower().removeprefix("charset=").strip('"')
    encoding = request.headers.get("content-encoding", "identity")
    is_json = media_type.strip().lower() == "application/json"
    if is_json and charset in {"", "utf-8"} and encoding == "identity":
        return
    detail = Words(
        "Isi harus application/json dalam UTF-8.", "The body must be application/json in UTF-8."
    )
    remedy = Words(
        "kirim dengan tajuk 'Content-Type: application/json', tanpa dimampatkan",
        "send it with the header 'Content-Type: application/json', not compressed",
    )
    raise Refused(MEDIA, detail, [Fault("", detail, remedy)])


def _refuse_size(most: int) -> NoReturn:
    """Refuse a body that is too large."""
    size = f"{most // 1024} KiB"
    detail = Words(f"Isi lebih dari {size}.", f"The body is larger than {size}.")
    remedy = Words("kirim hanya jawaban yang ada", "send only the answers there are")
    raise Refused(TOO_LARGE, detail, [Fault("", detail, remedy)])


class _Pairs(dict[str, object]):
    """Hold an object, and the names that were said twice in it."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated: list[str] = []
        if len(self) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            self.repeated = [name for name, count in counts.items() if count > 1]


class _NoNumber(str):
    """Hold what stands where a number should, and is none that anybody could reckon with."""

    __slots__ = ()


def read_json(body: bytes) -> object:
    """Return the value of a JSON text.

    Raises Refused for bad JSON, names said twice, NaN, infinite and endless numbers, half
    characters, and what is nested deeper than 16.
    """
    try:
        value: object = json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_Pairs,
            parse_constant=_NoNumber,
            parse_float=_finite,
            parse_int=_short,
        )
    except RecursionError:
        raise _too_deep() from None
    except json.JSONDecodeError as error:
        place = Words(
            f"Baris {error.lineno}, kolom {error.colno}: ini bukan JSON.",
            f"Line {error.lineno}, column {error.colno}: this is not JSON.",
        )
        remedy = Words("periksa tanda kutip, koma dan kurung", "check quotes, commas and brackets")
        raise _bad(place, remedy) from None
    except UnicodeDecodeError:
        what = Words("Ada huruf yang tidak sah.", "A character is not valid.")
        raise _bad(what, Words("kirim JSON dalam UTF-8", "send JSON in UTF-8")) from None
    # Half characters can be written as escapes alone.
    faults = [] if b"\\u" not in body and _is_sound(value) else _faults(value)
    if faults:
        detail = Words("Isi tidak dapat dipakai.", "The body cannot be used.")
        raise Refused(BAD_JSON, detail, faults)
    return value


def _bad(what: Words, remedy: Words, field: str = "") -> Refused:
    return Refused(BAD_JSON, what, [Fault(field, what, remedy)])


def _too_deep() -> Refused:
    return _bad(
        Words("Isi bersarang terlalu dalam.", "The body is nested too deeply."),
        Words(f"paling banyak {DEEPEST} tingkat", f"at most {DEEPEST} levels"),
    )


def _finite(written: str) -> float | _NoNumber:
    """Return a number with a fraction or exponent, unless it is too large for one."""
    value = float(written)
    return value if math.isfinite(value) else _NoNumber(written)


def _short(written: str) -> int | _NoNumber:
    """Return a whole number, unless nobody counts so far."""
    return int(written) if len(written) <= MOST_DIGITS else _NoNumber(written)


def _is_sound(value: object, depth: int = 1) -> bool:
    """Tell at once whether nothing is said twice or nested too deeply, as in most bodies."""
    if not isinstance(value, list | _Pairs):
        return not isinstance(value, _NoNumber)
    is_flat = depth < DEEPEST or not value
    inner: Iterable[object] = value if isinstance(value, list) else value.values()
    repeated = isinstance(value, _Pairs) and value.repeated
    return is_flat and not repeated and all(_is_sound(each, depth + 1) for each in inner)


def _faults(value: object) -> list[Fault]:
    """Return what is wrong inside a value, each with its field; raises Refused if too deep."""
    found: list[Fault] = []
    waiting: list[tuple[str, int, object]] = [("", 1, value)]
    while waiting:
        field, depth, part = waiting.pop()
        if depth > DEEPEST:
            raise _too_deep()
        inner: list[tuple[str, int, object]] = []
        match part:
            case _NoNumber():
                found.append(_no_number(field, part))
            case str():
                found += _half_characters(field, part)
            case list():
                inner = [(f"{field}[{at}]", depth + 1, each) for at, each in enumerate(part)]
            case _Pairs():
                for name in part.repeated:
                    found.append(_said_twice(_below(field, name)))
                for name, each in part.items():
                    found += _half_characters(_below(field, name), name)
                    inner.append((_below(field, name), depth + 1, each))
            case _:
                pass
        waiting += reversed(inner)
    return found


def _below(field: str, name: str) -> str:
    """Return the field of a name inside a field; half characters are shown as `?`."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    return f"{field}.{whole}" if field else whole


def _no_number(field: str, written: str) -> Fault:
    told = written if len(written) <= MOST_DIGITS else f"{written[:MOST_DIGITS]}…"
    what = Words(f"{told} bukan angka yang dapat dipakai", f"{told} is no number to work with")
    return Fault(field, what, Words("tulis angka biasa", "write an ordinary number"))


def _said_twice(field: str) -> Fault:
    return Fault(
        field,
        Words("nama ini ditulis dua kali", "this name is written twice"),
        Words("tulis satu kali saja", "write it once"),
    )


def _half_characters(field: str, text: str) -> list[Fault]:
    """Report a lone surrogate: half of a character, which no text can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        what = Words("ada separuh huruf (surrogate)", "there is half a character (surrogate)")
        return [Fault(field, what, Words("tulis huruf yang utuh", "write whole characters"))]
    return []
