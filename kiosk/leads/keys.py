"""The organiser's key for leads: made as two files, and opened again, with a passphrase where it has one."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox
from nacl.utils import random

from kiosk.deck.leadkey import as_text

PRIVATE: Final = "leads.key"
PUBLIC: Final = "leads.pub"
_FORM: Final = "Kiosk leads: private key"
_MOST_BYTES: Final = 10_000
_MOST_OPS, _MOST_MEMORY = 64, 1 << 30
"""More than that no file may ask for."""


class KeyFileError(Exception):
    """Why a file is no key, or not opened: a sentence for people."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new key."""

    private: Path
    public: Path
    line: str
    """The public half, as deck.yaml has it."""


def make(folder: Path, passphrase: str = "") -> Made:
    """Write a new key to a folder, the private half for its owner alone. Raises FileExistsError, and OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    key = PrivateKey.generate()
    line = as_text(bytes(key.public_key))
    said = {"what": _FORM, "keep": "where nobody else reads it", "public": line} | _locked(bytes(key), passphrase)
    private, public = folder / PRIVATE, folder / PUBLIC
    if public.exists():
        raise FileExistsError(str(public))
    with open(private, "x", encoding="utf-8", opener=partial(os.open, mode=0o600)) as file:
        json.dump(said, file, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    public.write_text(f"{line}\n", encoding="utf-8")
    return Made(private, public, line)


def _locked(private: bytes, passphrase: str) -> dict[str, Any]:
    if not passphrase:
        return {"private": _text(private)}
    salt = random(pwhash.argon2id.SALTBYTES)
    cost = {"ops": pwhash.argon2id.OPSLIMIT_MODERATE, "memory": pwhash.argon2id.MEMLIMIT_MODERATE}
    return {"salt": _text(salt), **cost, "locked": _text(SecretBox(_key(passphrase, salt, **cost)).encrypt(private))}


def open_key(file: Path, ask: Callable[[], str]) -> bytes:
    """The private key in a file; `ask` gives the passphrase where it has one. Raises KeyFileError, and OSError."""
    said = _read(file)
    try:
        if "private" in said:
            private = base64.b64decode(said["private"], validate=True)
        else:
            ops, memory, salt = said["ops"], said["memory"], base64.b64decode(said["salt"], validate=True)
            if not (0 < ops <= _MOST_OPS and 0 < memory <= _MOST_MEMORY):
                raise KeyFileError(f"{file} asks for more work than a key of Kiosk does")
            locked = base64.b64decode(said["locked"], validate=True)
            try:
                private = SecretBox(_key(ask(), salt, ops, memory)).decrypt(locked)
            except CryptoError as error:
                raise KeyFileError("that is not the passphrase of this key") from error
        belongs = as_text(bytes(PrivateKey(private).public_key)) == said["public"]
    except (LookupError, ValueError, TypeError, CryptoError):
        belongs = False
    if not belongs:
        raise KeyFileError(f"{file} is damaged: its halves do not belong together")
    return private


def _read(file: Path) -> dict[str, Any]:
    """What a key's file says. Raises KeyFileError, and OSError."""
    with file.open("rb") as opened:
        data = opened.read(_MOST_BYTES)
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("what") != _FORM:
        more = ": this is the public half, and the private one opens" if data.startswith(b"kiosk-leads-") else ""
        raise KeyFileError(f"{file} is no private key of `kiosk leads keygen`{more}")
    return said


def _key(passphrase: str, salt: bytes, ops: int, memory: int) -> bytes:
    return pwhash.argon2id.kdf(SecretBox.KEY_SIZE, passphrase.encode(), salt, ops, memory)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
