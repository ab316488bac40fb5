"""A map: marks at places, or areas in the colours of their values."""

from __future__ import annotations

from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import framed
from kiosk.charts.job import ChartJob
from kiosk.charts.map_areas import draw_areas
from kiosk.charts.map_marks import draw_marks
from kiosk.charts.picture import Layout


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a map."""
    area = framed(job, canvas, names=False)
    by_value = draw_areas if job.option("by") == "fill" else draw_marks
    return Layout(by_value(job, canvas, area), "steps")
