"""Bars, standing or lying."""

from __future__ import annotations

from kiosk.charts import across, upright
from kiosk.charts.canvas import Canvas
from kiosk.charts.job import ChartJob
from kiosk.charts.picture import Layout


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars in the direction that the chart asks for."""
    if job.option("direction") == "horizontal":
        return across.draw(job, canvas)
    return upright.draw(job, canvas)
