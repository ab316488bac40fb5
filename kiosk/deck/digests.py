"""Names made of contents: the same bytes give the same name, other bytes another."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # where hashlib has it from; hashlib itself loads OpenSSL, 3 ms before the first screen
except ImportError:
    from hashlib import blake2b

SIZE = 32
"""Bytes of a digest."""


def digest(data: bytes) -> bytes:
    """A digest of some bytes, SIZE long."""
    return blake2b(data, digest_size=SIZE).digest()


def name_of(data: bytes) -> str:
    """A digest fit for a file's name, 64 characters."""
    return digest(data).hex()
