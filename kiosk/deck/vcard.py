"""vCards of version 3.0 (RFC 2426), written so that a phone reads them from a code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_LINE: Final = 75
"""Bytes of a line, without its end; a longer one goes on in the next, which begins with a space."""
_ESCAPED: Final = (("\\", "\\\\"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n"), (",", "\\,"), (";", "\\;"))


def vcard(properties: Iterable[tuple[str, str]]) -> str:
    """A card with these properties; a value is a text that was `escaped`, or several with `;` between them."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in properties), "END:VCARD"]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def escaped(text: str) -> str:
    """A text as it stands in a value."""
    for character, written in _ESCAPED:
        text = text.replace(character, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """A line in parts of `_LINE` bytes at most, none of which ends within a character."""
    part, size = "", 0
    for character in line:
        wide = len(character.encode())
        if size + wide > _LINE:
            yield part
            part, size = " ", 1
        part += character
        size += wide
    yield part
