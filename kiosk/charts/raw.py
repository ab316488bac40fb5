"""The background's file: its pixels as the screen has them in memory, since decoding any other costs a first frame."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, Final

_MAGIC: Final = b"kiosk rgb32\n"
_HEADER: Final = struct.Struct(f"<{len(_MAGIC)}sII")
_PIXEL: Final = 4
"""Bytes: blue, green, red, 255."""


def packed(width: int, height: int, pixels: bytes) -> bytes:
    """A file of so many pixels, row by row from the top."""
    return _HEADER.pack(_MAGIC, width, height) + pixels


def size_in(file: BinaryIO) -> tuple[int, int]:
    """Width and height of an open file's picture; the file then stands at its first pixel. Raises ValueError."""
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(_MAGIC):
        raise ValueError("this is not a background")
    _, width, height = _HEADER.unpack(header)
    return width, height


def is_whole(path: Path) -> bool:
    """Whether a file has as many pixels as it says."""
    with path.open("rb") as file:
        width, height = size_in(file)
    return path.stat().st_size == _HEADER.size + _PIXEL * width * height
