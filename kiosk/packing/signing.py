"""Whose deck it is: Ed25519 keys, and signatures over a packed deck's manifest."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.machine import keyform
from kiosk.packing.fault import NotSignedError, PackError

if TYPE_CHECKING:
    from nacl.signing import SigningKey

_PURPOSE: Final = b"packed deck of Kiosk\n"
"""Signed along with each manifest, so that a signature is good for nothing else."""


def make_keys(file: Path) -> str:
    """Write a new key to a file that is not there yet, for its owner alone, and the other half to `.pub` beside it.

    Gives that half as a booth's `kiosk.toml` has it. Raises FileExistsError, and OSError.
    """
    from nacl.signing import SigningKey

    key = SigningKey.generate()
    with open(file, "x", encoding="ascii", opener=partial(os.open, mode=0o600)) as out:
        out.write(keyform.secret_file(bytes(key)))
    file.with_name(f"{file.name}.pub").write_text(keyform.public_file(bytes(key.verify_key)), encoding="ascii")
    return public_half(key)


def sign(key_file: Path, manifest: bytes) -> bytes:
    """The signature over a manifest with the key in a file. Raises PackError, and OSError."""
    return signature(key_in(key_file), _PURPOSE + manifest)


def is_signed(manifest: bytes, signature: bytes, keys: Iterable[str]) -> bool:
    """Whether a signature over a manifest is by one of the keys, which are as `make_keys` gives them."""
    return any(verifies(key, signature, _PURPOSE + manifest) for key in keys)


def key_in(file: Path) -> SigningKey:
    """The key in a file that `make_keys` wrote. Raises PackError where there is none in it, and OSError."""
    from nacl.signing import SigningKey

    try:
        return SigningKey(keyform.of_secret_file(file.read_text(encoding="ascii")))
    except ValueError:
        raise PackError(f"{file} is no key to sign with: `kiosk pack --keygen FILE` makes one") from None


def public_half(key: SigningKey) -> str:
    """The other half of a key, as a booth's `kiosk.toml` has it."""
    return keyform.public_line(bytes(key.verify_key))


def signature(key: SigningKey, data: bytes) -> bytes:
    """A key's signature over data, 64 bytes."""
    return key.sign(data).signature


def verifies(public: str, signature: bytes, data: bytes) -> bool:
    """Whether a signature over data is by the key whose other half `public_half` gives."""
    from nacl.exceptions import BadSignatureError
    from nacl.exceptions import ValueError as WrongSizeError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(keyform.of_line(public)).verify(data, signature)
    except (BadSignatureError, WrongSizeError):
        return False
    return True


def check(manifest: bytes, signature: bytes, keys: tuple[str, ...]) -> None:
    """Raise PackError where there are keys, and the signature is by none of them."""
    if not keys or (signature and is_signed(manifest, signature, keys)):
        return
    what = "is signed by somebody else" if signature else "is not signed"
    raise NotSignedError(
        f"this deck {what}, and this booth takes only decks signed by its keys (`keys` in kiosk.toml): "
        "have it packed with `kiosk pack --sign`"
    )
