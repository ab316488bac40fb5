"""Whose deck it is: Ed25519 keys, and signatures over a packed deck's manifest."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.packing.fault import NotSignedError, PackError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_PURPOSE: Final = b"packed deck of Kiosk\n"
"""Signed along with each manifest, so that a signature is good for nothing else."""


def make_keys(file: Path) -> str:
    """Write a new key to a file that is not there yet, for its owner alone, and the other half to `.pub` beside it.

    Gives that half as a booth's `kiosk.toml` has it. Raises FileExistsError, and OSError.
    """
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    public = key.public_key().public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo)
    with open(file, "xb", opener=partial(os.open, mode=0o600)) as out:
        out.write(secret)
    file.with_name(f"{file.name}.pub").write_bytes(public)
    return public_half(key)


def sign(key_file: Path, manifest: bytes) -> bytes:
    """The signature over a manifest with the key in a file. Raises PackError, and OSError."""
    return key_in(key_file).sign(_PURPOSE + manifest)


def is_signed(manifest: bytes, signature: bytes, keys: Iterable[str]) -> bool:
    """Whether a signature over a manifest is by one of the keys, which are as `make_keys` gives them."""
    return any(verifies(key, signature, _PURPOSE + manifest) for key in keys)


def key_in(file: Path) -> Ed25519PrivateKey:
    """The key in a file that `make_keys` wrote. Raises PackError where there is none in it, and OSError."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(file.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise PackError(f"{file} is no key to sign with: `kiosk pack --keygen FILE` makes one")
    return key


def public_half(key: Ed25519PrivateKey) -> str:
    """The other half of a key, as a booth's `kiosk.toml` has it."""
    from cryptography.hazmat.primitives import serialization as form

    half = key.public_key().public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(half).decode()


def verifies(public: str, signature: bytes, data: bytes) -> bool:
    """Whether a signature over data is by the key whose other half `public_half` gives."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    key = load_der_public_key(base64.b64decode(public))
    if not isinstance(key, Ed25519PublicKey):
        return False
    try:
        key.verify(signature, data)
    except InvalidSignature:
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
