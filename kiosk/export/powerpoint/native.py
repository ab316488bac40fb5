"""Charts that PowerPoint draws itself, so that whoever receives the file can change their numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.charts import ChartJob
from kiosk.deck.model import Chart
from kiosk.export.powerpoint.chartdata import chart_data, dates_of
from kiosk.export.powerpoint.looks import bars, donut, lines, points_apart
from kiosk.export.powerpoint.paint import LETTERS, points, tint
from kiosk.export.powerpoint.shapes import describe


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

    placed = slot.insert_chart(getattr(XL_CHART_TYPE, plan.kind), chart_data(job))
    describe(placed, spoken)
    drawn = placed.chart
    drawn.font.size = points(LETTERS)
    tint(drawn.font.color, "tx1")
    drawn.has_title = False
    plan.finish(drawn, job, accent)
    for number in drawn._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # noqa: SLF001 - there is no public way
        number.set("val", number.get("val").lstrip("-"))  # the library's are less than the format allows
    return True


def says_all(job: ChartJob) -> bool:
    """Whether a chart that PowerPoint draws says all that is in ours: not its rows' notes, nor labels of its own."""
    named = not dates_of(job) or all(row.label == row.key for row in job.rows)
    return named and not any(row.note for row in job.rows)


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
            return _Plan(kind=name, finish=bars)
        case "scatter":
            return _Plan(kind="BUBBLE" if options["size"] else "XY_SCATTER", finish=points_apart)
        case _:
            known = {
                "share": _Plan(kind="BAR_CLUSTERED", finish=bars),
                "line": _Plan(kind="LINE_MARKERS", finish=lines),
                "area": _Plan(kind="AREA_STACKED" if several else "AREA", finish=lines),
                "donut": _Plan(kind="DOUGHNUT", finish=donut),
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
