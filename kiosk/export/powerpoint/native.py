"""Charts that PowerPoint draws itself, so that whoever receives the file can change their numbers."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from kiosk.charts import ChartJob
from kiosk.charts.job import Cell, Row
from kiosk.deck.model import Chart
from kiosk.deck.numbers import SIGNS
from kiosk.deck.times import moments
from kiosk.export.powerpoint.shapes import describe
from kiosk.export.powerpoint.template import ACCENTS

_NAMES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_LETTERS: Final = 12.0
_MOST_LABELS: Final = 24
"""Of so many marks each has its number written on it."""
_DECIMALS: Final = 4
_DAYS: Final = 31


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """How PowerPoint is to draw a chart."""

    kind: str
    """The name of one of its chart types."""
    finish: Callable[[Any, ChartJob, str], None]
    """Makes it look like ours; gets the chart, the job and the accent's name."""


def add_native(slot: Any, job: ChartJob, chart: Chart, accent: str, spoken: str) -> bool:
    """Put a chart into a placeholder; False, and nothing happens, where PowerPoint has no such chart."""
    plan = _plan(job, chart)
    if plan is None:
        return False
    from pptx.enum.chart import XL_CHART_TYPE

    placed = slot.insert_chart(getattr(XL_CHART_TYPE, plan.kind), _data(job))
    describe(placed, spoken)
    drawn = placed.chart
    drawn.font.size = _points(_LETTERS)
    _tint(drawn.font.color, "tx1")
    drawn.has_title = False
    plan.finish(drawn, job, accent)
    for number in drawn._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # noqa: SLF001 - there is no public way
        number.set("val", number.get("val").lstrip("-"))  # the library's are less than the format allows
    return True


def says_all(job: ChartJob) -> bool:
    """Whether a chart that PowerPoint draws says all that is in ours: not its rows' notes, nor labels of its own."""
    return not any(row.note for row in job.rows) and (not _dates(job) or all(row.label == row.key for row in job.rows))


def _plan(job: ChartJob, chart: Chart) -> _Plan | None:
    """None where PowerPoint has no such chart, or would leave out something that ours says."""
    options = dict(job.options)
    if chart.table.kept or _has_more(job.kind, options) or (job.kind == "area" and _is_broken(job)):
        return None
    several = len(job.series) > 1
    match job.kind:
        case "bar":
            form = {"grouped": "CLUSTERED", "stacked": "STACKED", "percent": "STACKED_100"}[options["arrange"]]
            name = f"{'BAR' if options['direction'] == 'horizontal' else 'COLUMN'}_{form}"
            return _Plan(kind=name, finish=_bars)
        case "scatter":
            return _Plan(kind="BUBBLE" if options["size"] else "XY_SCATTER", finish=_points_apart)
        case _:
            known = {
                "share": _Plan(kind="BAR_CLUSTERED", finish=_bars),
                "line": _Plan(kind="LINE_MARKERS", finish=_lines),
                "area": _Plan(kind="AREA_STACKED" if several else "AREA", finish=_lines),
                "donut": _Plan(kind="DOUGHNUT", finish=_donut),
            }
            return known.get(job.kind)


def _is_broken(job: ChartJob) -> bool:
    """Whether an area has a gap, which PowerPoint would draw as a fall to zero, or one moment alone."""
    return len(job.rows) == 1 or any(cell.value is None for row in job.rows for cell in row.cells)


def _has_more(kind: str, options: dict[str, Any]) -> bool:
    """Whether a chart has what PowerPoint has no place for: events, or a line across anything but upright bars."""
    if options.get("events"):
        return True
    upright = kind == "bar" and (options["direction"], options["arrange"]) == ("vertical", "grouped")
    return options.get("reference") is not None and not upright


# Numbers


def _data(job: ChartJob) -> Any:
    from pptx.chart import data as kinds

    of: Any = kinds
    pattern = number_format(job)
    if job.kind == "scatter":
        sized = dict(job.options)["size"] is not None
        data: Any = of.BubbleChartData(pattern) if sized else of.XyChartData(pattern)
        series = data.add_series(job.series[0] or job.heading or job.name)
        for row in job.rows:
            place = row.number("across").value, row.cells[0].value
            if None not in place and not (sized and row.number("size").value is None):
                series.add_data_point(*place, *([row.number("size").value] if sized else []))
        return data
    data = of.CategoryChartData(pattern)
    dates = _dates(job)
    data.categories = dates or [row.label for row in job.rows]
    for at, name in enumerate(job.series):
        data.add_series(name or job.heading or job.name, [_round(row.cells[at].value) for row in job.rows])
    reference = dict(job.options).get("reference")
    if reference is not None:
        data.add_series(reference.label, [reference.value] * len(job.rows))
    return data


def _round(value: float | None) -> float | None:
    """A number as it was typed, without what a change of its unit adds to it."""
    return None if value is None else float(f"{value:.12g}")


def _dates(job: ChartJob) -> list[dt.date]:
    """The labels of a course as dates, where they are times that are not evenly apart; else nothing."""
    times = moments([row.key for row in job.rows]) if job.kind in {"line", "area"} else None
    if not times:
        return []
    steps = {round(after - before, 3) for before, after in pairwise(times)}
    if len(steps) == 1:
        return []
    dates = []
    for time in times:
        months = round((time % 1) * 12, 6)
        month = min(12, int(months) + 1)
        dates.append(dt.date(int(time), month, max(1, min(28, round((months % 1) * _DAYS) + 1))))
    return dates


def number_format(job: ChartJob) -> str:
    """How a chart's numbers are written, as spreadsheets say it."""
    cells = [cell for row in job.rows for cell in row.cells if cell.value is not None]
    written = [cell.written.lstrip("".join(SIGNS.values())).rstrip("%") for cell in cells]
    decimals = {len(text.partition(".")[2]) for text in written}
    after = '"%"' if any(cell.written.endswith("%") for cell in cells) else ""
    whole = "#,##0" if job.grouped else "0"
    if len(decimals) > 1 and not any("," in text for text in written):
        return f"General{after}"
    most = min(_DECIMALS, max(decimals, default=0))
    return whole + (f".{most * '0'}" if most else "") + after


# Looks


def _bars(drawn: Any, job: ChartJob, accent: str) -> None:
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
        _fill(series.format, colours[at])
        series.invert_if_negative = False
        if job.highlight and not several:
            _step_back(series, job)
        if labelled:
            _label(series, job, at, "ctr" if stacked else "outEnd", colour="bg1" if stacked else "tx1")
    if job.kind == "share":
        drawn.value_axis.maximum_scale = options["whole"]
    if options.get("arrange") != "percent":
        drawn.value_axis.minimum_scale = 0 if _lowest(job) >= 0 else None
    _axes(drawn, values=not labelled)
    _grouped(drawn.value_axis, job)
    if _lowest(job) < 0:
        drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if options.get("reference") is not None:
        _reference_line(drawn, job)
    _legend(drawn, several=several)


def _step_back(series: Any, job: ChartJob) -> None:
    """Have all bars but the highlighted one step back."""
    for at, row in enumerate(job.rows):
        if row.key != job.highlight:
            _fill(series.points[at].format, "tx2", 50_000)


def _lines(drawn: Any, job: ChartJob, accent: str) -> None:
    count, several = len(job.series), len(job.series) > 1
    colours = _colours(accent, count)
    for at, series in enumerate(drawn.plots[0].series):
        if job.kind == "area":
            _fill(series.format, colours[at], 85_000 if several else 60_000)
        else:
            series.smooth = False
            _stroke(series.format, colours[at], 2.75)
            series.marker.style, series.marker.size = _circle(), 7
            _fill(series.marker.format, colours[at])
            _stroke(series.marker.format, colours[at], 1)
            every = not several and len(job.rows) <= 12  # noqa: PLR2004 - of more, the last one alone
            _label(series, job, at, "t", colour="tx1", only=None if every else len(job.rows) - 1)
    zero = dict(job.options).get("baseline", "zero") == "zero"
    if zero and _lowest(job) >= 0:
        drawn.value_axis.minimum_scale = 0
    _axes(drawn, values=True)
    _grouped(drawn.value_axis, job)
    dates = _dates(job)
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
        f'baseTimeUnit {_NAMES} val="{base}"',
        f'majorUnit {_NAMES} val="1"',
        f'majorTimeUnit {_NAMES} val="years"',
    ):
        axis.append(parse_xml(f"<c:{part}/>"))


def _donut(drawn: Any, job: ChartJob, accent: str) -> None:
    plot = drawn.plots[0]
    series = plot.series[0]
    colours = _colours(accent, len(job.rows))
    for at, row in enumerate(job.rows):
        point = series.points[at]
        faded = job.highlight and row.key != job.highlight
        _fill(point.format, "tx2" if faded else colours[at], 50_000 if faded else 100_000)
        _stroke(point.format, "bg2", 1.5)
    _label(series, job, 0, "", colour="bg1")
    hole = plot._element.find("{*}holeSize")  # noqa: SLF001 - there is no public way
    if hole is not None:
        hole.set("val", "55")
    _legend(drawn, several=True, right=True)


def _points_apart(drawn: Any, job: ChartJob, accent: str) -> None:
    options = dict(job.options)
    series = drawn.plots[0].series[0]
    sized = options["size"] is not None
    if sized:
        _fill(series.format, accent, 70_000)
    else:
        _stroke(series.format, "", 0)
        series.marker.style, series.marker.size = _circle(), 11
        _fill(series.marker.format, accent)
    rows = [row for row in job.rows if None not in (row.number("across").value, row.cells[0].value)]
    rows = [row for row in rows if not sized or row.number("size").value is not None]
    named = [(at, row.label) for at, row in enumerate(rows)] if len(rows) <= _MOST_LABELS else []
    _label_named(series, named)
    _axes(drawn, values=True, grid_across=True)
    across: Any = options["across"]
    for axis, axis_title in ((drawn.category_axis, _listed(across.name, across.unit)), (drawn.value_axis, "")):
        if axis_title:
            axis.has_title = True
            axis.axis_title.text_frame.text = axis_title
            font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
            font.size, font.bold = _points(_LETTERS), False
            _tint(font.color, "tx2")
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
        axis.tick_labels.font.size = _points(_LETTERS)
        _tint(axis.tick_labels.font.color, "tx2")
        _stroke(axis.format, "tx1", 0.75, 30_000)
        axis.has_major_gridlines = False
    up.has_major_gridlines = values
    across.has_major_gridlines = grid_across
    for axis in (across, up):
        if axis.has_major_gridlines:
            _stroke(axis.major_gridlines.format, "tx1", 0.75, 14_000)
    up.visible = values
    if values:
        _stroke(up.format, "", 0)


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
        drawn.legend.font.size = _points(14 if right else _LETTERS)
        _tint(drawn.legend.font.color, "tx1")


def _reference_line(drawn: Any, job: ChartJob) -> None:
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
        f'<c:dLbls><c:dLbl><c:idx val="{place}"/><c:spPr><a:noFill/></c:spPr>{_text("tx2", 11)}<c:dLblPos val="t"/>'
        f"{_SHOW_NAME}</c:dLbl>{_SHOW_NOTHING}</c:dLbls>"
    )
    after = series.index(named) + 1
    series[after:after] = list(parse_xml(f"<c:ser {_NAMES}>{look}</c:ser>"))
    series.append(parse_xml(f'<c:smooth {_NAMES} val="0"/>'))
    whole = parse_xml(f'<c:lineChart {_NAMES}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>')
    whole.append(series)
    for axis in bars.xpath("./c:axId"):
        whole.append(copy.deepcopy(axis))
    marker = parse_xml(f'<c:marker {_NAMES} val="1"/>')
    whole.insert(len(whole) - 2, marker)
    bars.addnext(whole)


# Numbers on marks

_SHOW_NOTHING: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_SHOW_NAME: Final = _SHOW_NOTHING.replace('showSerName val="0"', 'showSerName val="1"')
_SHOW_VALUE: Final = _SHOW_NOTHING.replace('showVal val="0"', 'showVal val="1"')


def _label(series: Any, job: ChartJob, of: int, where: str, *, colour: str, only: int | None = None) -> None:
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
                f"<a:noFill/></c:spPr>{_text(colour, _LETTERS, bold=bold)}{place}{_SHOW_VALUE}</c:dLbl>"
            )
    rest = (
        _SHOW_NOTHING
        if only is not None
        else f'<c:numFmt formatCode={quoteattr(pattern)} sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{_text(colour, _LETTERS)}{place}{_SHOW_VALUE}"
    )
    _put_labels(series, single + rest)


def _label_named(series: Any, named: Sequence[tuple[int, str]]) -> None:
    """Write names beside points."""
    single = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1100"><a:solidFill>'
        f'<a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t>{escape(name)}</a:t></a:r></a:p></c:rich></c:tx>'
        f'<c:dLblPos val="r"/>{_SHOW_VALUE}</c:dLbl>'
        for at, name in named
    )
    _put_labels(series, single + _SHOW_NOTHING)


def _put_labels(series: Any, inner: str) -> None:
    from pptx.oxml import parse_xml

    element = series._element  # noqa: SLF001 - there is no public way
    for old in element.findall("{*}dLbls"):
        element.remove(old)
    labels = parse_xml(f"<c:dLbls {_NAMES}>{inner}</c:dLbls>")
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


def _text(colour: str, size: float, *, bold: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{round(100 * size)}" b="{int(bold)}"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
    )


# PowerPoint's own names of things


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)


def _circle() -> Any:
    from pptx.enum.chart import XL_MARKER_STYLE

    return XL_MARKER_STYLE.CIRCLE


def _themed(name: str) -> Any:
    from pptx.enum.dml import MSO_THEME_COLOR

    return next(each for each in _members(MSO_THEME_COLOR) if each.xml_value == name)


def _members(enumeration: Any) -> Iterator[Any]:
    yield from enumeration


def _tint(colour: Any, name: str) -> None:
    colour.theme_color = _themed(name)


def _fill(format_: Any, name: str, opacity: int = 100_000) -> None:
    format_.fill.solid()
    _tint(format_.fill.fore_color, name)
    _fade(format_.fill._xPr, opacity)  # noqa: SLF001 - there is no public way


def _stroke(format_: Any, name: str, width: float, opacity: int = 100_000) -> None:
    """A line of a colour; none where it has no name."""
    if not name:
        format_.line.fill.background()
        return
    format_.line.width = _points(width)
    _tint(format_.line.color, name)
    _fade(format_.line._ln, opacity)  # noqa: SLF001 - there is no public way


def _fade(element: Any, opacity: int) -> None:
    from pptx.oxml import parse_xml

    if opacity < 100_000:  # noqa: PLR2004 - all of it, as PowerPoint counts
        for colour in element.xpath("./a:solidFill/a:schemeClr"):
            colour.append(parse_xml(f'<a:alpha {_NAMES} val="{opacity}"/>'))
