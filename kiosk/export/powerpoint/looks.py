"""How a chart that PowerPoint draws comes to look like ours: its colours, axes, legend and lines."""

from __future__ import annotations

import copy
from typing import Any, Final

from kiosk.charts import ChartJob
from kiosk.export.powerpoint.chartdata import dates_of
from kiosk.export.powerpoint.numbered import SHOW_NAME, SHOW_NOTHING, label, label_named
from kiosk.export.powerpoint.paint import LETTERS, NAMES, circle, fill, points, stroke, text_xml, tint
from kiosk.export.powerpoint.template import ACCENTS

_MOST_LABELS: Final = 24
"""Of so many marks each has its number written on it."""


def bars(drawn: Any, job: ChartJob, accent: str) -> None:
    """Bars and columns, in one colour or a series each; `accent` is the theme's name of the first one."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION

    options = dict(job.options)
    plot = drawn.plots[0]
    count, several = len(job.series), len(job.series) > 1
    stacked = options.get("arrange", "grouped") != "grouped"
    plot.gap_width, plot.overlap = (45 if several and not stacked else 60), (100 if stacked else -5 if several else 0)
    sideways = job.kind == "share" or options.get("direction") == "horizontal"
    if sideways:
        drawn.category_axis.reverse_order = True
    colours = _colours(accent, count)
    labelled = len(job.rows) * count <= _MOST_LABELS
    for at, series in enumerate(list(plot.series)[:count]):
        fill(series.format, colours[at])
        series.invert_if_negative = False
        if job.highlight and not several:
            _step_back(series, job)
        if labelled:
            label(series, job, at, "ctr" if stacked else "outEnd", colour="bg1" if stacked else "tx1")
    if job.kind == "share":
        drawn.value_axis.maximum_scale = options["whole"]
    if options.get("arrange") != "percent":
        drawn.value_axis.minimum_scale = 0 if _lowest(job) >= 0 else None
    _axes(drawn, values=not labelled)
    _grouped(drawn.value_axis, job)
    if _lowest(job) < 0:
        drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if options.get("reference") is not None:
        reference_line(drawn, job)
    _legend(drawn, several=several)


def _step_back(series: Any, job: ChartJob) -> None:
    """Have all bars but the highlighted one step back."""
    for at, row in enumerate(job.rows):
        if row.key != job.highlight:
            fill(series.points[at].format, "tx2", 50_000)


def lines(drawn: Any, job: ChartJob, accent: str) -> None:
    """Lines and areas along a course."""
    count, several = len(job.series), len(job.series) > 1
    colours = _colours(accent, count)
    for at, series in enumerate(drawn.plots[0].series):
        if job.kind == "area":
            fill(series.format, colours[at], 85_000 if several else 60_000)
        else:
            series.smooth = False
            stroke(series.format, colours[at], 2.75)
            series.marker.style, series.marker.size = circle(), 7
            fill(series.marker.format, colours[at])
            stroke(series.marker.format, colours[at], 1)
            every = not several and len(job.rows) <= 12  # noqa: PLR2004 - of more, the last one alone
            label(series, job, at, "t", colour="tx1", only=None if every else len(job.rows) - 1)
    zero = dict(job.options).get("baseline", "zero") == "zero"
    if zero and _lowest(job) >= 0:
        drawn.value_axis.minimum_scale = 0
    _axes(drawn, values=True)
    _grouped(drawn.value_axis, job)
    dates = dates_of(job)
    if dates:
        years = all((date.month, date.day) == (1, 1) for date in dates)
        drawn.category_axis.tick_labels.number_format = "yyyy"
        drawn.category_axis.tick_labels.number_format_is_linked = False
        _years(drawn.category_axis._element, whole=years)  # noqa: SLF001 - there is no public way
    _legend(drawn, several=several)


def _years(axis: Any, *, whole: bool) -> None:
    """Have an axis of dates say the years."""
    from pptx.oxml import parse_xml

    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in axis.findall(f"{{*}}{name}"):
            axis.remove(old)
    base = "years" if whole else "months"
    for part in (
        f'baseTimeUnit {NAMES} val="{base}"',
        f'majorUnit {NAMES} val="1"',
        f'majorTimeUnit {NAMES} val="years"',
    ):
        axis.append(parse_xml(f"<c:{part}/>"))


def donut(drawn: Any, job: ChartJob, accent: str) -> None:
    """A ring of shares."""
    plot = drawn.plots[0]
    series = plot.series[0]
    colours = _colours(accent, len(job.rows))
    for at, row in enumerate(job.rows):
        point = series.points[at]
        faded = job.highlight and row.key != job.highlight
        fill(point.format, "tx2" if faded else colours[at], 50_000 if faded else 100_000)
        stroke(point.format, "bg2", 1.5)
    label(series, job, 0, "", colour="bg1")
    hole = plot._element.find("{*}holeSize")  # noqa: SLF001 - there is no public way
    if hole is not None:
        hole.set("val", "55")
    _legend(drawn, several=True, right=True)


def points_apart(drawn: Any, job: ChartJob, accent: str) -> None:
    """Points between two measures, or bubbles of a third."""
    options = dict(job.options)
    series = drawn.plots[0].series[0]
    sized = options["size"] is not None
    if sized:
        fill(series.format, accent, 70_000)
    else:
        stroke(series.format, "", 0)
        series.marker.style, series.marker.size = circle(), 11
        fill(series.marker.format, accent)
    rows = [row for row in job.rows if None not in (row.number("across").value, row.cells[0].value)]
    rows = [row for row in rows if not sized or row.number("size").value is not None]
    named = [(at, row.label) for at, row in enumerate(rows)] if len(rows) <= _MOST_LABELS else []
    label_named(series, named)
    _axes(drawn, values=True, grid_across=True)
    across: Any = options["across"]
    for axis, axis_title in ((drawn.category_axis, _listed(across.name, across.unit)), (drawn.value_axis, "")):
        if axis_title:
            axis.has_title = True
            axis.axis_title.text_frame.text = axis_title
            font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
            font.size, font.bold = points(LETTERS), False
            tint(font.color, "tx2")
    _legend(drawn, several=False)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _lowest(job: ChartJob) -> float:
    return min((cell.value for row in job.rows for cell in row.cells if cell.value is not None), default=0)


def _colours(accent: str, count: int) -> list[str]:
    """The colours of so many series: the group's own, then the others in the theme's order."""
    all_ = [f"accent{at}" for at in range(1, len(ACCENTS) + 1)]
    ordered = [accent, *(each for each in all_ if each != accent)]
    return [ordered[at % len(ordered)] for at in range(count)]


def _axes(drawn: Any, *, values: bool, grid_across: bool = False) -> None:
    """Axes that whisper; the values' one only where the marks do not say their numbers."""
    from pptx.enum.chart import XL_TICK_MARK

    across, up = drawn.category_axis, drawn.value_axis
    for axis in (across, up):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = points(LETTERS)
        tint(axis.tick_labels.font.color, "tx2")
        stroke(axis.format, "tx1", 0.75, 30_000)
        axis.has_major_gridlines = False
    up.has_major_gridlines = values
    across.has_major_gridlines = grid_across
    for axis in (across, up):
        if axis.has_major_gridlines:
            stroke(axis.major_gridlines.format, "tx1", 0.75, 14_000)
    up.visible = values
    if values:
        stroke(up.format, "", 0)


def _grouped(axis: Any, job: ChartJob) -> None:
    """Have an axis group the digits of large numbers, as the marks do."""
    if job.grouped and "," in "".join(cell.written for row in job.rows for cell in row.cells):
        axis.tick_labels.number_format = "#,##0"
        axis.tick_labels.number_format_is_linked = False


def _legend(drawn: Any, *, several: bool, right: bool = False) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    drawn.has_legend = several
    if several:
        drawn.legend.position = XL_LEGEND_POSITION.RIGHT if right else XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = points(14 if right else LETTERS)
        tint(drawn.legend.font.color, "tx1")


def reference_line(drawn: Any, job: ChartJob) -> None:
    """Make a line across the bars of the last series, with its words where a bar is missing, or else at its end."""
    from pptx.oxml import parse_xml

    bars = drawn._chartSpace.xpath(".//c:barChart")[0]  # noqa: SLF001 - there is no public way
    series = bars.xpath("./c:ser")[len(job.series)]
    missing = [at for at, row in enumerate(job.rows) if all(cell.value is None for cell in row.cells)]
    place = missing[-1] if missing else len(job.rows) - 1
    bars.remove(series)
    for name in ("invertIfNegative", "dLbls", "spPr"):
        for child in series.findall(f"{{*}}{name}"):
            series.remove(child)
    named = series.find("{*}tx")
    look = (
        '<c:spPr><a:ln w="19050"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
        '</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f'<c:dLbls><c:dLbl><c:idx val="{place}"/><c:spPr><a:noFill/></c:spPr>{text_xml("tx2", 11)}<c:dLblPos val="t"/>'
        f"{SHOW_NAME}</c:dLbl>{SHOW_NOTHING}</c:dLbls>"
    )
    after = series.index(named) + 1
    series[after:after] = list(parse_xml(f"<c:ser {NAMES}>{look}</c:ser>"))
    series.append(parse_xml(f'<c:smooth {NAMES} val="0"/>'))
    whole = parse_xml(f'<c:lineChart {NAMES}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>')
    whole.append(series)
    for axis in bars.xpath("./c:axId"):
        whole.append(copy.deepcopy(axis))
    marker = parse_xml(f'<c:marker {NAMES} val="1"/>')
    whole.insert(len(whole) - 2, marker)
    bars.addnext(whole)
