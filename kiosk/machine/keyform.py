"""The forms that an Ed25519 key has in files: RFC 8410's, which openssl reads and writes too."""

from __future__ import annotations

import base64
import binascii
import textwrap
from typing import Final

_PUBLIC: Final = bytes.fromhex("302a300506032b6570032100")
"""What every public half begins with (RFC 8410, section 4) …"""
_SECRET: Final = bytes.fromhex("302e020100300506032b657004220420")
"""… and every secret one (section 7), as long as nothing is said with it; 32 bytes follow each."""
_BYTES: Final = 32
_PUBLIC_LABEL, _SECRET_LABEL = "PUBLIC KEY", "PRIVATE KEY"
_WIDTH: Final = 64
"""Characters of a line (RFC 7468)."""


def public_line(half: bytes) -> str:
    """The public half, 32 bytes, as a booth's `kiosk.toml` has it."""
    return base64.b64encode(_PUBLIC + half).decode()


def of_line(line: str) -> bytes:
    """The public half that a line says. Raises ValueError where it says none."""
    return _bare(binascii.a2b_base64(line, strict_mode=True), _PUBLIC)


def public_file(half: bytes) -> str:
    """What a file has that keeps the public half."""
    return _pem(_PUBLIC + half, _PUBLIC_LABEL)


def secret_file(seed: bytes) -> str:
    """What a file has that keeps the secret half, 32 bytes."""
    return _pem(_SECRET + seed, _SECRET_LABEL)


def of_secret_file(text: str) -> bytes:
    """The secret half that a file keeps. Raises ValueError where it keeps none."""
    lines = [line.strip() for line in text.strip().splitlines()]
    ends = [_line(what, _SECRET_LABEL) for what in ("BEGIN", "END")]
    if [*lines[:1], *lines[1:][-1:]] != ends:
        raise ValueError("no private key")
    return _bare(binascii.a2b_base64("".join(lines[1:-1]), strict_mode=True), _SECRET)


def _bare(data: bytes, form: bytes) -> bytes:
    if not data.startswith(form) or len(data) != len(form) + _BYTES:
        raise ValueError("no Ed25519 key")
    return data[len(form) :]


def _pem(data: bytes, label: str) -> str:
    lines = textwrap.wrap(base64.b64encode(data).decode(), _WIDTH)
    return "\n".join((_line("BEGIN", label), *lines, _line("END", label), ""))


def _line(what: str, label: str) -> str:
    return f"-----{what} {label}-----"
