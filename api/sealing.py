"""Seal what travels with a person from page to page, so that only this service can read it."""

import secrets
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE: Final = 12
CLOCK: Final = 4
OLDEST: Final = 12 * 60
"""Minutes after which nothing can be opened any more."""
LARGEST: Final = 256 * 1024


class NotSealed(Exception):
    """Refuse what was not sealed by this service, or too long ago."""


@dataclass(frozen=True)
class Seal:
    """Seal and open by one key: AES-256 in GCM, compressed, with the minute inside."""

    key: bytes

    def close(self, content: bytes, now: datetime) -> str:
        """Return sealed content as letters, digits, `-` and `_`."""
        nonce = secrets.token_bytes(NONCE)
        minute = _minute(now).to_bytes(CLOCK, "big")
        sealed = AESGCM(self.key).encrypt(nonce, minute + zlib.compress(content, 9), None)
        return urlsafe_b64encode(nonce + sealed).decode().rstrip("=")

    def open(self, text: str, now: datetime) -> bytes:
        """Return what was sealed; raises NotSealed."""
        try:
            raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
            opened = AESGCM(self.key).decrypt(raw[:NONCE], raw[NONCE:], None)
        except (Error, ValueError, InvalidTag):
            raise NotSealed from None
        age = _minute(now) - int.from_bytes(opened[:CLOCK], "big")
        if not 0 <= age <= OLDEST:
            raise NotSealed
        return inflate(opened[CLOCK:])


def inflate(packed: bytes) -> bytes:
    """Return what was compressed; raises NotSealed for anything else, and for a bomb."""
    opener = zlib.decompressobj()
    try:
        content = opener.decompress(packed, LARGEST)
    except zlib.error:
        raise NotSealed from None
    if not opener.eof:
        raise NotSealed
    return content


def _minute(now: datetime) -> int:
    return int(now.timestamp()) // 60
