"""Finds parts of a presentation's XML, whichever of the library's classes stands for an element."""

from __future__ import annotations

from typing import Any, Final

_NAMES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
LINK: Final = f"{{{_NAMES['r']}}}id"
"""The attribute that names a relation."""


def find(element: Any, path: str) -> list[Any]:
    """What an XPath with the prefixes a, c, p and r leads to."""
    from lxml import etree

    found = etree.ElementBase.xpath(element, path, namespaces=_NAMES)
    return [str(each) if isinstance(each, str) else each for each in found]


def find_in(thing: Any, path: str) -> list[Any]:
    """The same, from the element behind one of the library's objects."""
    return find(thing._element, path)  # noqa: SLF001 - there is no public way
