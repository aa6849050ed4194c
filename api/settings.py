"""What an operator may set from outside, each by a variable of the environment."""

import re
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, HttpUrl, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from lifejourney import Words

PREFIX: Final = "LIFEJOURNEY_"
ELSEWHERE: Final = "https://www.bmkg.go.id/"
SHORTEST_KEY: Final = 32
_ORIGIN: Final = re.compile(r"\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\]")
_HTTP: Final = TypeAdapter(HttpUrl)


class InvalidSetting(ValueError):
    """Refuse settings that cannot be used, and say how to mend each."""


def _wrong(id_: str, en: str) -> PydanticCustomError:
    return PydanticCustomError("wrong", "{id} / {en}", {"id": id_, "en": en})


def _key(given: object) -> object:
    """Return the 32 bytes of a secret of any length."""
    if not isinstance(given, str):
        return given
    if len(given) < SHORTEST_KEY:
        raise _wrong(
            f"terlalu pendek: paling sedikit {SHORTEST_KEY} huruf.",
            f"is too short: at least {SHORTEST_KEY} characters.",
        )
    return sha256(given.encode()).digest()


def _folder(given: object) -> object:
    """Return a folder that is there."""
    if isinstance(given, (str, Path)) and not Path(given).is_dir():
        raise _wrong(f"{given} bukan folder.", f"{given} is no folder.")
    return given


def _several(given: object) -> object:
    """Return what stands between commas or spaces."""
    return tuple(re.split(r"[,\s]+", given.strip())) if isinstance(given, str) else given


def _origins(given: object) -> object:
    """Return origins as browsers write them: scheme, host and port, nothing behind."""
    found = _several(given)
    for one in found if isinstance(found, tuple) else ():
        if not _ORIGIN.fullmatch(one):
            raise _wrong(
                f"'{one}' bukan asal; tulis seperti https://contoh.go.id, tanpa garis miring.",
                f"'{one}' is no origin; write it like https://example.org, without a slash.",
            )
    return found


def _address(given: object) -> object:
    """Return the address of a page."""
    try:
        _HTTP.validate_python(given)
    except ValidationError:
        raise _wrong(
            f"'{given}' bukan alamat; tulis seperti {ELSEWHERE}",
            f"'{given}' is no address; write it like {ELSEWHERE}",
        ) from None
    return given


Several = Annotated[tuple[str, ...], NoDecode]


class Settings(BaseSettings):
    """Hold the settings of one process; LIFEJOURNEY_KEY is `key`, and so on."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    # What is served.
    catalog: Annotated[Path | None, BeforeValidator(_folder)] = None
    """The folder of the catalog, else the shipped one."""
    reload_catalog: bool = False
    """Take an edited catalog while running, if it is good."""
    look: Annotated[Path | None, BeforeValidator(_folder)] = None
    """A folder whose `static/` and `templates/` go before ours."""
    feedback: str = ""
    """An e-mail address for messages about the advice; none, no link."""
    leave: Annotated[str, BeforeValidator(_address)] = ELSEWHERE
    """Where "leave quickly" goes."""

    # Who comes.
    key: Annotated[bytes, BeforeValidator(_key)] = Field(
        default_factory=lambda: secrets.token_bytes(32), repr=False
    )
    """Seals the answers between pages; 32 bytes, made of a secret of at least 32 characters.

    Without it one is made by chance for this process alone: after a restart, and with several
    workers on every other page, nobody can open what was sealed before.
    """
    cors: Annotated[Several, BeforeValidator(_origins)] = ()
    """Sites whose pages may call the API from a browser; `*` for all."""
    proxies: Annotated[Several, BeforeValidator(_several)] = ("127.0.0.1",)
    """Addresses or networks of proxies whose `X-Forwarded-Proto` and `-For` are believed."""

    # How much.
    most_bytes: Annotated[int, Field(ge=1024, le=16 * 1024 * 1024)] = 256 * 1024
    """The largest body of a request."""
    seconds: Annotated[float, Field(ge=0.1, le=600)] = 10
    """So long may one advice be worked out, and so long may it wait for its turn."""

    # What is told.
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "console"] = "json"


_KINDS: Final = {
    "int_parsing": Words("angka bulat", "a whole number"),
    "float_parsing": Words("angka", "a number"),
    "bool_parsing": Words("true atau false", "true or false"),
}
_OTHER: Final = Words("nilai lain", "another value")


def read_settings() -> Settings:
    """Return the settings of the environment; raises InvalidSetting with all that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise InvalidSetting("\n".join(_told(one) for one in error.errors())) from None


def _told(found: Any) -> str:  # noqa: ANN401 - a dictionary of pydantic
    """Return what is wrong with one setting, and never the value of a key."""
    name = f"{PREFIX}{found['loc'][0]}".upper()
    if found["type"] == "wrong":
        return f"{name}: {found['msg']}"
    context = found.get("ctx", {})
    expected = context.get("expected") or " … ".join(
        str(context[bound]) for bound in ("ge", "le") if bound in context
    )
    what = _KINDS.get(found["type"], _OTHER)
    if expected:
        what = Words(expected.replace(" or ", " atau "), expected)
    return (
        f"{name}: '{found['input']}' tidak dapat dipakai; pakai {what.id}. / "
        f"'{found['input']}' cannot be used; use {what.en}."
    )
