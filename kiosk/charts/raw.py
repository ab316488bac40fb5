"""The background's file: its pixels as the screen has them in memory, since decoding any other costs a first frame."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import BinaryIO, Final

_MAGIC: Final = b"kiosk rgb32\n"
_HEADER: Final = struct.Struct(f"<{len(_MAGIC)}sII")
PIXEL: Final = 4
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
        return _is_whole(path.stat().st_size, *size_in(file))


class Pixels:
    """The pixels of a file, mapped into memory: not read before they are needed, which is ten times as quick.

    The file may be deleted or replaced meanwhile, but not written to or cut off, which nothing does: the cache's files
    are written once. Raises OSError where it cannot be read, and ValueError where it is no background, or not a whole
    one.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb", buffering=0) as file:
            self.width, self.height = size_in(file)
            self._whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        if not _is_whole(len(self._whole), self.width, self.height):
            raise ValueError("this background is cut off")

    @property
    def row_by_row(self) -> memoryview:
        """From the top; whoever has it keeps the memory."""
        return memoryview(self._whole)[_HEADER.size :]

    def own(self) -> None:
        """Read no more of the file: each page of memory that is written to becomes a copy."""
        for at in range(0, len(self._whole), mmap.PAGESIZE):
            self._whole[at] = self._whole[at]


def _is_whole(size: int, width: int, height: int) -> bool:
    return size == _HEADER.size + PIXEL * width * height
