"""How the pages look: templates and static files; a country may put its own in their place."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from lifejourney import Catalog, channels_text, claim_text, deadline_text, spoken, unsure_text

HERE: Final = Path(__file__).parent
TEMPLATES: Final = "templates"
STATIC: Final = "static"


@dataclass(frozen=True)
class Look:
    """Render pages; files in the folder `own` go before ours of the same name."""

    own: Path | None = None
    _kept: dict[str, tuple[bytes, str]] = field(default_factory=dict)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader([folder / TEMPLATES for folder in self._folders]),
            autoescape=True,  # a catalog text with markup in it shows as text
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals["asset"] = self.address
        environment.globals |= {
            "channels_text": channels_text,
            "claim_text": claim_text,
            "unsure_text": unsure_text,
            "deadline_text": deadline_text,
        }
        environment.filters["capitalize_first"] = _capitalize_first
        environment.filters["at_slashes"] = at_slashes
        environment.filters["drawn"] = Markup
        environment.filters["plain"] = Markup  # for text that is no markup at all
        return environment

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (self.own, HERE) if self.own is not None else (HERE,)

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Return a page."""
        return self._environment.get_template(template).render(context)

    def address(self, name: str) -> str:
        """Return the address of a static file, which changes when the file does."""
        return f"/aset/{name}?v={self.file(name)[1]}"

    def file(self, name: str) -> tuple[bytes, str]:
        """Return a static file and its version; raises FileNotFoundError."""
        if name not in self._kept:
            self._kept[name] = self._read(name)
        return self._kept[name]

    def _read(self, name: str) -> tuple[bytes, str]:
        for folder in self._folders:
            known = {path.name: path for path in (folder / STATIC).glob("*") if path.is_file()}
            if name in known:
                content = known[name].read_bytes()
                return content, hashlib.sha256(content).hexdigest()[:12]
        raise FileNotFoundError(name)


def at_slashes(text: str) -> Markup:
    """Let a text break after a slash: on a narrow screen `almarhum/almarhumah` is a long word."""
    return escape(text).replace("/", Markup("/<wbr>"))


def _capitalize_first(text: str) -> str:
    """Return a text with a capital first letter; the rest stays as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def media_type(name: str) -> str:
    """Return the media type of a static file."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def name_of(language: str) -> str:
    """Return what a language calls itself."""
    if language == "id":
        return "Bahasa Indonesia"
    try:
        return Locale.parse(language).get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language


@dataclass(frozen=True)
class Speech:
    """Say things in one language: words, days and amounts, and what the country calls its own."""

    lang: str
    catalog: Catalog

    def __call__(self, id_: str, en: str) -> str:
        """Return one of two texts of the same meaning."""
        return id_ if spoken(self.lang) == "id" else en

    def day(self, day: str | date) -> str:
        """Return a day as "22 November 2026"."""
        found = date.fromisoformat(day) if isinstance(day, str) else day
        return format_date(found, "d MMMM yyyy", locale=spoken(self.lang))

    def weekday(self, day: str | date) -> str:
        """Return a day as "Minggu, 22 November 2026"."""
        found = date.fromisoformat(day) if isinstance(day, str) else day
        return format_date(found, "EEEE, d MMMM yyyy", locale=spoken(self.lang))

    @property
    def complaint(self) -> dict[str, str | None] | None:
        """Return where anybody complains of any service; None where the country names nothing."""
        found = self.catalog.country.complaint
        if found is None:
            return None
        channel = found.channel.in_language(self.lang)
        return {"channel": channel, "url": found.url, "phone": found.phone}

    @property
    def money_sign(self) -> str:
        """Return what stands before an amount."""
        return self.catalog.country.money_sign

    @property
    def sample_place(self) -> str:
        """Return the name of a region, to show how one is written; empty where there is none."""
        found = self.catalog.sample_region
        return "" if found is None else found.name

    def number(self, number: int) -> str:
        """Return a number with its thousands apart."""
        return str(format_decimal(number, locale=spoken(self.lang)))
