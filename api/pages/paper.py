"""The printed plan as PDF, where WeasyPrint is installed (an optional extra)."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

LIBRARY = "weasyprint"


@cache
def can_pdf() -> bool:
    """Tell whether PDF can be made: the package is there, and so are the libraries it needs."""
    if find_spec(LIBRARY) is None:
        return False
    try:
        import_module(LIBRARY)
    except OSError:  # Pango is not on this machine
        return False
    return True


def as_pdf(html: str, styles: list[str]) -> bytes:
    """Return a page as PDF; nothing is fetched from anywhere."""
    library: Any = import_module(LIBRARY)
    made = library.HTML(string=html, url_fetcher=_refuse)
    sheets = [library.CSS(string=style, url_fetcher=_refuse) for style in styles]
    pdf: bytes = made.write_pdf(stylesheets=sheets)
    return pdf


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    """Answer any address with nothing."""
    del url
    return {"string": b"", "mime_type": "text/plain"}
