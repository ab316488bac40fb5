"""The numbers of a chart that PowerPoint draws, as the sheet behind it has them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any, Final

from kiosk.charts import ChartJob
from kiosk.deck.numbers import SIGNS
from kiosk.deck.times import moments

_DECIMALS: Final = 4
_DAYS: Final = 31


def chart_data(job: ChartJob) -> Any:
    """The sheet of a chart."""
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
    dates = dates_of(job)
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


def dates_of(job: ChartJob) -> list[dt.date]:
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
