"""The key that visitors' contacts are sealed with, as one line of text, and what people compare of it."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

_PREFIX: Final = "kiosk-leads-"
_SIZE: Final = 32
_CHECK: Final = 4
"""Bytes that tell a line with a slip in it from a key."""
PRINT: Final = 8
"""Bytes of a key's fingerprint."""


def as_text(key: bytes) -> str:
    """A public key as one line: small letters and digits, so that neither mail nor a printed page changes it."""
    return _PREFIX + base64.b32encode(key + _sum(key, b"check")[:_CHECK]).decode().rstrip("=").lower()


def of_text(text: str) -> bytes:
    """The public key that a line says, however it was broken or spaced. Raises ValueError where that is none."""
    line = "".join(text.split()).lower()
    if not line.startswith(_PREFIX):
        raise ValueError("no key")
    letters = line.removeprefix(_PREFIX).upper()
    data = base64.b32decode(letters + "=" * (-len(letters) % 8))  # raises ValueError
    key, check = data[:_SIZE], data[_SIZE:]
    if len(key) != _SIZE or check != _sum(key, b"check")[:_CHECK]:
        raise ValueError("not whole")
    return key


def fingerprint(key: bytes) -> bytes:
    """What stands for a public key."""
    return _sum(key, b"print")[:PRINT]


def shown(print_: bytes) -> str:
    """A fingerprint as people read it to one another: `3f2a 91c0 77de 0b1c`."""
    return print_.hex(" ", 2)


def _sum(key: bytes, purpose: bytes) -> bytes:
    return hashlib.sha256(b"Kiosk leads " + purpose + b"\n" + key).digest()
