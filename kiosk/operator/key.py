"""The operator's key: a file on a stick that opens the panel without a PIN; only its fingerprint is kept."""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from kiosk import atomic

FILE: Final = "kiosk-operator.key"
_BYTES: Final = 32


def make(folder: Path) -> str:
    """Write a new key into a folder; its fingerprint. Raises OSError."""
    key = os.urandom(_BYTES)
    atomic.write(folder / FILE, key.hex().encode() + b"\n", mode=0o600)
    return fingerprint(key)


def fingerprint(key: bytes) -> str:
    """What is kept of a key. It is random and long, so that a fast hash does."""
    return sha256(key).hexdigest()


def is_on(folders: Iterable[Path], kept: str) -> bool:
    """Whether one of the folders holds the key that was made."""
    return any(hmac.compare_digest(fingerprint(key), kept) for key in filter(None, map(_read, folders)))


def _read(folder: Path) -> bytes:
    with suppress(OSError, ValueError):
        file = folder / FILE
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                return bytes.fromhex(opened.read(4 * _BYTES).decode("ascii").strip())
    return b""
