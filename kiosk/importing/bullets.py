"""Whether a paragraph has a bullet: it says so itself, or else its placeholder, its layout or its master does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.importing.markup import find, find_in

_MARKS = ("buChar", "buAutoNum", "buBlip")


def has_bullet(paragraph: Any, shape: Any, slide: Any) -> bool:
    """Whether a reader sees a bullet or a number before it."""
    own = paragraph._p.pPr  # noqa: SLF001 - there is no public way
    for properties in (own, *_inherited(shape, slide, paragraph.level + 1)):
        if properties is None:
            continue
        if find(properties, "./a:buNone"):
            return False
        if any(find(properties, f"./a:{mark}") for mark in _MARKS):
            return True
    return False


def _inherited(shape: Any, slide: Any, level: int) -> Iterator[Any]:
    """What stands for a level of the shape's text, the nearest first."""
    styles = [find_in(shape, "./p:txBody/a:lstStyle")]
    if shape.is_placeholder:
        layout = slide.slide_layout
        number = shape.placeholder_format.idx
        slots = [slot._element for slot in layout.placeholders if slot.placeholder_format.idx == number]  # noqa: SLF001
        styles += [find(slot, "./p:txBody/a:lstStyle") for slot in slots]
        kind = shape.placeholder_format.type
        if kind is not None and kind.name in {"BODY", "OBJECT", "TEXT", "VERTICAL_BODY"}:
            styles.append(find_in(layout.slide_master, "./p:txStyles/p:bodyStyle"))
    for style in styles:
        for each in style:
            yield from find(each, f"./a:lvl{level}pPr")
