"""Whose deck it is: Ed25519 keys, and signatures over a packed deck's manifest."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from kiosk.packing.fault import NotSignedError, PackError

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
    return public.decode().splitlines()[1]


def sign(key_file: Path, manifest: bytes) -> bytes:
    """The signature over a manifest with the key in a file. Raises PackError, and OSError."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(key_file.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise PackError(f"{key_file} is no key to sign with: `kiosk pack --keygen FILE` makes one")
    return key.sign(_PURPOSE + manifest)


def is_signed(manifest: bytes, signature: bytes, keys: Iterable[str]) -> bool:
    """Whether a signature over a manifest is by one of the keys, which are as `make_keys` gives them."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    for each in keys:
        key = load_der_public_key(base64.b64decode(each))
        if isinstance(key, Ed25519PublicKey):
            try:
                key.verify(signature, _PURPOSE + manifest)
            except InvalidSignature:
                continue
            return True
    return False


def check(manifest: bytes, signature: bytes, keys: tuple[str, ...]) -> None:
    """Raise PackError where there are keys, and the signature is by none of them."""
    if not keys or (signature and is_signed(manifest, signature, keys)):
        return
    what = "is signed by somebody else" if signature else "is not signed"
    raise NotSignedError(
        f"this deck {what}, and this booth takes only decks signed by its keys (`keys` in kiosk.toml): "
        "have it packed with `kiosk pack --sign`"
    )
