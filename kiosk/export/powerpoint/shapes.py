"""Shapes on a slide that are neither text of ours nor a chart: bars and dots, pictures, and what stands at its foot."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from kiosk.export.powerpoint.drawn import as_png
from kiosk.export.powerpoint.lettering import locale
from kiosk.export.powerpoint.measures import Box, emu, fitting
from kiosk.export.powerpoint.template import NAMESPACES, SOURCE, SOURCE_BOX, frame

_WHOLE: Final = 100_000
"""As opaque as can be."""


def move(shape: Any, box: Box) -> None:
    """Put a shape into a place."""
    shape.left, shape.top, shape.width, shape.height = map(emu, (box.left, box.top, box.width, box.height))


def add_box(slide: Any, box: Box, name: str) -> Any:
    """Add a box for text, without a margin."""
    shape = slide.shapes.add_textbox(*map(emu, (box.left, box.top, box.width, box.height)))
    shape.name = name
    shape.text_frame.word_wrap = True
    for edge in ("left", "right", "top", "bottom"):
        setattr(shape.text_frame, f"margin_{edge}", 0)
    return shape


def add_shape(slide: Any, form: str, box: Box, colour: str, name: str, *, opacity: int = _WHOLE) -> None:
    """Add a shape of one of PowerPoint's forms, filled with one of its theme's colours."""
    _append(
        slide,
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{frame(box)}<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"><a:alpha val="{opacity}"/></a:schemeClr></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr>",
        name,
    )


def add_picture(slide: Any, path: Path, box: Box, spoken: str, *, whole: bool) -> None:
    """Add a picture that fills a box, or stands whole in it; `spoken` is what it shows. Raises OSError."""
    data = path.read_bytes()
    if path.suffix.lower() == ".webp":
        data = as_png(data)
    placed = slide.shapes.add_picture(io.BytesIO(data), 0, 0)
    wide, high = placed.width / emu(1), placed.height / emu(1)
    scale = (min if whole else max)(box.width / wide, box.height / high)
    wide, high = wide * scale, high * scale
    if whole:
        move(placed, Box(box.left + (box.width - wide) / 2, box.top + (box.height - high) / 2, wide, high))
    else:
        placed.crop_left = placed.crop_right = (1 - box.width / wide) / 2
        placed.crop_top = placed.crop_bottom = (1 - box.height / high) / 2
        move(placed, box)
    describe(placed, spoken)


def describe(shape: Any, spoken: str) -> None:
    """Say what a picture or a chart shows to those who do not see it."""
    shape._element.xpath("./*/p:cNvPr")[0].set("descr", spoken)  # noqa: SLF001 - there is no public way


def add_source(slide: Any, text: str, language: str) -> None:
    """Say at a slide's foot where it all comes from."""
    size = max(7.0, fitting(text, SOURCE.size, SOURCE_BOX))
    run = f'<a:r><a:rPr lang={quoteattr(locale(language))} sz="{round(100 * size)}"/><a:t>{escape(text)}</a:t></a:r>'
    _add_foot(slide, "ftr", SOURCE.number, run)


def add_number(slide: Any, number: int, language: str) -> None:
    """Number a slide."""
    looks = f"<a:rPr lang={quoteattr(locale(language))}/>"
    field = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{looks}<a:t>{number}</a:t></a:fld>'
    _add_foot(slide, "sldNum", SOURCE.number + 1, field)


def _add_foot(slide: Any, kind: str, number: int, inner: str) -> None:
    _append(
        slide,
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{number}"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody>",
        kind,
    )


def _append(slide: Any, inner: str, name: str) -> None:
    from pptx.oxml import parse_xml

    tree = slide.shapes._spTree  # noqa: SLF001 - there is no public way
    number = max(int(each) for each in tree.xpath("//@id") if str(each).isdigit()) + 1
    head = f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/>'
    tree.append(parse_xml(f"{head}{inner}</p:sp>"))
