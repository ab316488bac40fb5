"""How large a picture says it is, and whether all of it is there: read from its headers, before anybody decodes it."""

from __future__ import annotations

from typing import BinaryIO, Final

from kiosk.deck.problems import DeckError
from kiosk.sentences import sentence

MOST_BYTES: Final = 128 * 1024 * 1024
"""What decoding one picture may take; Qt is told the same (`graphics.prepare`), and decodes nothing larger."""
SLIMMEST: Final = 20
"""How many times longer one side may be than the other: filling the screen, its width takes that of many screens."""

_PIXEL, _DEEP_PIXEL = 4, 8
"""Bytes of a decoded pixel, and of one with 16 bits a channel."""
_DEEP_BITS: Final = 16
_TAIL: Final = 64 * 1024
"""Some cameras put something after a JPEG's end."""
_NO_SIZE: Final = frozenset((0xC4, 0xC8, 0xCC))
"""JPEG markers among those of a frame's start that are none."""

Pixels = tuple[int, int, int]
"""Width, height, bytes of a decoded pixel."""


def check_pixels(file: BinaryIO, kind: str, name: str) -> None:
    """Raise DeckError where a PNG, JPEG or WebP is damaged or cut off, or takes too much to be decoded."""
    try:
        width, height, depth = {"PNG": _png, "JPEG": _jpeg, "WebP": _webp}[kind](file)
    except EOFError:
        raise DeckError(sentence("the picture {name} is cut off: copy it again", name=name)) from None
    except ValueError:
        raise DeckError(sentence("the picture {name} is damaged: save it again", name=name)) from None
    said = sentence("the picture {name} is {width} x {height} pixels", name=name, width=width, height=height)
    if width * height * depth > MOST_BYTES:
        most = MOST_BYTES // depth // 1_000_000
        raise DeckError(sentence("{said}: make it smaller, {most} million of them are the most", said=said, most=most))
    if max(width, height) > SLIMMEST * min(width, height):
        raise DeckError(
            sentence(
                "{said}: cut it, one side may be at most {slimmest} times as long as the other",
                said=said,
                slimmest=SLIMMEST,
            )
        )


def _png(file: BinaryIO) -> Pixels:
    """Of a PNG whose chunks lead to its end. Raises ValueError where it is damaged, EOFError where it is cut off."""
    file.seek(8)
    length, kind = _chunk(file)
    if (length, kind) != (13, b"IHDR"):
        raise ValueError
    header = _read(file, 13)
    file.seek(4, 1)
    while kind != b"IEND":
        length, kind = _chunk(file)
        file.seek(length + 4, 1)
        if length >= 1 << 31:
            raise ValueError
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    return _sound(width, height, _DEEP_PIXEL if header[8] == _DEEP_BITS else _PIXEL)


def _chunk(file: BinaryIO) -> tuple[int, bytes]:
    head = _read(file, 8)
    return int.from_bytes(head[:4], "big"), head[4:]


def _jpeg(file: BinaryIO) -> Pixels:
    """Of a JPEG with its end. Raises as `_png` does."""
    file.seek(2)
    found: Pixels | None = None
    while True:
        marker = _marker(file)
        if marker == 0xDA:  # noqa: PLR2004 - the picture's data begins here
            break
        length = int.from_bytes(_read(file, 2), "big")
        if length < 2:  # noqa: PLR2004 - the length counts itself
            raise ValueError
        body = _read(file, length - 2)
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:  # noqa: PLR2004 - a frame's start
            if len(body) < 5:  # noqa: PLR2004 - the precision, and the size
                raise ValueError
            found = _sound(int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"), _PIXEL)
    if found is None:
        raise ValueError
    begun = file.tell()
    file.seek(max(begun, file.seek(0, 2) - _TAIL))
    if b"\xff\xd9" not in file.read():
        raise EOFError
    return found


def _marker(file: BinaryIO) -> int:
    """The next marker, which any number of fill bytes may come before."""
    if _read(file, 1) != b"\xff":
        raise ValueError
    while (marker := _read(file, 1)[0]) == 0xFF:  # noqa: PLR2004 - a fill byte
        pass
    return marker


def _webp(file: BinaryIO) -> Pixels:
    """Of a WebP as long as it says. Raises as `_png` does."""
    file.seek(4)
    length = int.from_bytes(_read(file, 4), "little")
    head = _read(file, 22)
    if file.seek(0, 2) < length + 8:
        raise EOFError
    kind, body = head[4:8], head[12:]
    if kind == b"VP8X":
        return _sound(_little(body[4:7]) + 1, _little(body[7:10]) + 1, _PIXEL)
    if kind == b"VP8L" and body[0] == 0x2F:  # noqa: PLR2004 - its signature
        bits = _little(body[1:5])
        return _sound((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, _PIXEL)
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return _sound(_little(body[6:8]) & 0x3FFF, _little(body[8:10]) & 0x3FFF, _PIXEL)
    raise ValueError


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _sound(width: int, height: int, depth: int) -> Pixels:
    if not width or not height:
        raise ValueError
    return width, height, depth


def _read(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise EOFError
    return data
