"""Seals what a visitor left with the organiser's public key, as a libsodium sealed box: the private half opens it."""

from __future__ import annotations

from typing import Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.deck.leadkey import PRINT, fingerprint

_FORM: Final = b"KL1"
_STEP: Final = 512
"""Sizes are rounded up to these, so that they tell nothing of how much was written."""


class NotOpenedError(Exception):
    """A seal that a key does not open; `wanted` is the fingerprint of the one that does, None for what is no seal."""

    def __init__(self, wanted: bytes | None) -> None:
        super().__init__("not opened")
        self.wanted = wanted


def seal(data: bytes, public: bytes) -> bytes:
    """The data, which ends in no space, for the owner of the key alone; at its front the key's fingerprint."""
    padded = data + b" " * (-len(data) % _STEP)
    return _FORM + fingerprint(public) + SealedBox(PublicKey(public)).encrypt(padded)


def sealed_for(sealed: bytes) -> bytes | None:
    """The fingerprint of the key that something is sealed with; None for what is no seal."""
    size = len(_FORM) + PRINT
    return sealed[len(_FORM) : size] if sealed.startswith(_FORM) and len(sealed) > size else None


def unseal(sealed: bytes, private: bytes) -> bytes:
    """What was sealed. Raises NotOpenedError."""
    key = PrivateKey(private)
    wanted = sealed_for(sealed)
    if wanted != fingerprint(bytes(key.public_key)):
        raise NotOpenedError(wanted)
    try:
        return SealedBox(key).decrypt(sealed[len(_FORM) + PRINT :]).rstrip(b" ")
    except (CryptoError, ValueError, TypeError) as error:
        raise NotOpenedError(None) from error
