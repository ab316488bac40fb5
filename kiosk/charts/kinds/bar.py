"""Bars, standing or lying."""

from __future__ import annotations

from kiosk.charts import across, upright
from kiosk.charts.canvas import Canvas
from kiosk.charts.job import ChartJob
from kiosk.charts.picture import Layout


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars in the direction that the chart asks for."""
    direction = across if job.option("direction") == "horizontal" else upright
    return direction.draw(job, canvas)
