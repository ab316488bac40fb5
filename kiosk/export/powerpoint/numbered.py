"""Numbers and names on the marks of a chart that PowerPoint draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from kiosk.charts import ChartJob
from kiosk.charts.job import Cell, Row
from kiosk.deck.numbers import SIGNS
from kiosk.export.powerpoint.chartdata import number_format
from kiosk.export.powerpoint.paint import LETTERS, NAMES, text_xml

SHOW_NOTHING: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
SHOW_NAME: Final = SHOW_NOTHING.replace('showSerName val="0"', 'showSerName val="1"')
_SHOW_VALUE: Final = SHOW_NOTHING.replace('showVal val="0"', 'showVal val="1"')


def label(series: Any, job: ChartJob, of: int, where: str, *, colour: str, only: int | None = None) -> None:
    """Write the numbers of a series on its marks, with what bounds them, as our charts do."""
    pattern = number_format(job)
    place = f'<c:dLblPos val="{where}"/>' if where else ""
    shown = range(len(job.rows)) if only is None else [only]
    single = ""
    for at in shown:
        own, bold = _signed(job.rows[at], job.rows[at].cells[of], pattern), _stands_out(job, at)
        if only is not None or own != pattern or bold:
            single += (
                f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode={quoteattr(own)} sourceLinked="0"/><c:spPr>'
                f"<a:noFill/></c:spPr>{text_xml(colour, LETTERS, bold=bold)}{place}{_SHOW_VALUE}</c:dLbl>"
            )
    rest = (
        SHOW_NOTHING
        if only is not None
        else f'<c:numFmt formatCode={quoteattr(pattern)} sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{text_xml(colour, LETTERS)}{place}{_SHOW_VALUE}"
    )
    _put_labels(series, single + rest)


def label_named(series: Any, named: Sequence[tuple[int, str]]) -> None:
    """Write names beside points."""
    single = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1100"><a:solidFill>'
        f'<a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t>{escape(name)}</a:t></a:r></a:p></c:rich></c:tx>'
        f'<c:dLblPos val="r"/>{_SHOW_VALUE}</c:dLbl>'
        for at, name in named
    )
    _put_labels(series, single + SHOW_NOTHING)


def _put_labels(series: Any, inner: str) -> None:
    from pptx.oxml import parse_xml

    element = series._element  # noqa: SLF001 - there is no public way
    for old in element.findall("{*}dLbls"):
        element.remove(old)
    labels = parse_xml(f"<c:dLbls {NAMES}>{inner}</c:dLbls>")
    for name in ("trendline", "errBars", "cat", "xVal", "val", "yVal"):
        found = element.find(f"{{*}}{name}")
        if found is not None:
            found.addprevious(labels)
            return


def _stands_out(job: ChartJob, at: int) -> bool:
    return bool(job.highlight) and job.rows[at].key == job.highlight


def _signed(row: Row, cell: Cell, pattern: str) -> str:
    """The format of one number, with the sign of what bounds it."""
    sign = SIGNS.get(row.qualifier, "")
    return f'"{sign}"{pattern}' if sign and cell.value is not None else pattern
