"""Speak HTTP, and answer what is no HTTP at all as a problem too."""

from typing import Final

from uvicorn.protocols.http.h11_impl import H11Protocol

from lifejourney import Words, as_json

from .problems import MEDIA_TYPE, NO_HTTP

_WHAT: Final = Words("Permintaan ini bukan HTTP yang sah.", "The request is no valid HTTP.")
_REMEDY: Final = Words(
    "periksa baris pertama, tajuk dan panjang isinya; satu tajuk Host, satu Content-Length",
    "check the first line, headers and length of the body; one Host, one Content-Length",
)


def _both(words: Words) -> str:
    """Return a text in both languages: nobody knows which one the asker reads."""
    return f"{words.id} / {words.en}"


REFUSAL: Final = as_json(
    {
        "type": f"/docs#{NO_HTTP.name}",
        "title": _both(NO_HTTP.title),
        "status": NO_HTTP.status,
        "detail": _both(_WHAT),
        "errors": [{"field": "", "message": _both(_WHAT), "remedy": _both(_REMEDY)}],
        "request": "",
    }
)


class Wire(H11Protocol):
    """Refuse in our own words."""

    def send_400_response(self, _msg: str) -> None:
        """Answer in the place of the application, which never sees such a request."""
        head = (
            f"HTTP/1.1 400 Bad Request\r\nContent-Type: {MEDIA_TYPE}\r\n"
            f"Content-Length: {len(REFUSAL)}\r\nConnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + REFUSAL)
        self.transport.close()
