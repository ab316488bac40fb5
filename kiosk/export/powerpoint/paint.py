"""PowerPoint's own names of colours, lines and letters, for the parts of a chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

NAMES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
"""What a piece of a chart's XML has to declare."""
LETTERS: Final = 12.0
"""The size of what is written in a chart, in points."""


def points(size: float) -> Any:
    """A size in points."""
    from pptx.util import Pt

    return Pt(size)


def circle() -> Any:
    """The round mark of a series."""
    from pptx.enum.chart import XL_MARKER_STYLE

    return XL_MARKER_STYLE.CIRCLE


def _themed(name: str) -> Any:
    from pptx.enum.dml import MSO_THEME_COLOR

    return next(each for each in _members(MSO_THEME_COLOR) if each.xml_value == name)


def _members(enumeration: Any) -> Iterator[Any]:
    yield from enumeration


def tint(colour: Any, name: str) -> None:
    """Give something the colour of the theme that has the name."""
    colour.theme_color = _themed(name)


def fill(format_: Any, name: str, opacity: int = 100_000) -> None:
    """Fill a shape with a colour of the theme; the opacity in thousandths of a percent."""
    format_.fill.solid()
    tint(format_.fill.fore_color, name)
    _fade(format_.fill._xPr, opacity)  # noqa: SLF001 - there is no public way


def stroke(format_: Any, name: str, width: float, opacity: int = 100_000) -> None:
    """A line of a colour; none where it has no name."""
    if not name:
        format_.line.fill.background()
        return
    format_.line.width = points(width)
    tint(format_.line.color, name)
    _fade(format_.line._ln, opacity)  # noqa: SLF001 - there is no public way


def _fade(element: Any, opacity: int) -> None:
    from pptx.oxml import parse_xml

    if opacity < 100_000:  # noqa: PLR2004 - all of it, as PowerPoint counts
        for colour in element.xpath("./a:solidFill/a:schemeClr"):
            colour.append(parse_xml(f'<a:alpha {NAMES} val="{opacity}"/>'))


def text_xml(colour: str, size: float, *, bold: bool = False) -> str:
    """How words on a chart look, as XML."""
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{round(100 * size)}" b="{int(bold)}"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
    )
