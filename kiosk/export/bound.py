"""A PDF bound from painted pages: outline, links, title, and an identity that comes of what is in it alone."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kiosk import __version__
from kiosk.export.letters import look_alikes

_TAGGED: Final = re.compile(r"/[A-Z]{6}\+")
_TAG: Final = len("/ABCDEF")
"""What stands before the name of a font of which only a part is there."""
_CODE: Final = re.compile(rb"(?<=[\[ ])<([0-9A-Fa-f]{4})>(?=[\] ])")
"""A letter in the list that says which letter each shape of a font is."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """A box on a page (left, top, right, bottom in pixels) that leads to another page. Pages are counted from 0."""

    page: int
    box: tuple[float, float, float, float]
    target: int


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the outline, and how deep it stands."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, kw_only=True)
class Bound:
    """What is to be known of pages besides what is painted on them."""

    title: str
    language: str
    height: float
    """Of a page, in pixels …"""
    dpi: int
    """… of which so many are an inch."""
    links: tuple[Link, ...]
    entries: tuple[Entry, ...]
    written: frozenset[str]
    """Every letter on them."""


def bind(pages: bytes, bound: Bound) -> bytes:
    """The whole file. The same pages give the same bytes; it says nowhere when it was made."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Link as Leading
    from pypdf.generic import ArrayObject, ByteStringObject, NameObject, RectangleObject, TextStringObject

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pages)), import_outline=False)
    share = 72 / bound.dpi
    for link in bound.links:
        left, top, right, bottom = link.box
        box = (left * share, (bound.height - bottom) * share, right * share, (bound.height - top) * share)
        leading = Leading(rect=RectangleObject(box), target_page_index=link.target, border=[0, 0, 0])
        writer.add_annotation(link.page, leading)
    above: list[Any] = []
    for entry in bound.entries:
        del above[entry.level :]
        parent = above[-1] if above else None
        above.append(
            writer.add_outline_item(title=entry.title, page_number=entry.page, parent=parent, is_open=entry.level == 0)
        )
    _name_letters(writer, bound.written)
    writer.metadata = {"/Title": bound.title, "/Creator": "Kiosk", "/Producer": f"Kiosk {__version__}"}
    writer.root_object[NameObject("/Lang")] = TextStringObject(bound.language)
    writer.page_mode = "/UseOutlines"
    _name_fonts(writer)
    identity = ByteStringObject(hashlib.sha256(_bytes(writer)).digest()[:16])
    writer._ID = ArrayObject([identity, identity])  # noqa: SLF001 - there is no public way
    return _bytes(writer)


def _bytes(writer: Any) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _name_fonts(writer: Any) -> None:
    """Give the fonts' parts names by their order; Qt's come of an order that is another one each time."""
    from pypdf.generic import NameObject

    names: dict[str, str] = {}
    for thing in writer._objects:  # noqa: SLF001 - there is no public way
        for key in ("/BaseFont", "/FontName"):
            if isinstance(thing, dict) and _TAGGED.match(str(thing.get(key, ""))):
                name = str(thing[key])
                names.setdefault(name, f"/{_tag(len(names))}{name[_TAG:]}")
                thing[NameObject(key)] = NameObject(names[name])


def _tag(number: int) -> str:
    """Six capitals, as PDF has them before the name of a font of which only a part is there."""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in reversed(range(6)))


def _name_letters(writer: Any, written: frozenset[str]) -> None:
    """Have the fonts say that a shape is the letter that was written, and none of those that only look like it."""
    from pypdf.generic import DecodedStreamObject, NameObject

    meant = dict(_look_alikes(written))

    def name(found: re.Match[bytes]) -> bytes:
        code = int(found[1], 16)
        return b"<%04x>" % meant.get(code, code)

    for thing in writer._objects:  # noqa: SLF001 - there is no public way
        if isinstance(thing, dict) and "/ToUnicode" in thing:
            stream = thing["/ToUnicode"]
            named = DecodedStreamObject()
            named.set_data(_CODE.sub(name, stream.get_data()))
            thing[NameObject("/ToUnicode")] = writer._add_object(named.flate_encode())  # noqa: SLF001


def _look_alikes(written: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Letters that were not written but have the shape of one that was, and that one."""
    for shape in look_alikes().values():
        there = [code for code in shape if chr(code) in written]
        if len(there) == 1:
            yield from ((code, there[0]) for code in shape if code != there[0])
