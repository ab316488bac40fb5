"""Dots that stand for numbers, and how they show that a number is a lower bound or only about right."""

from __future__ import annotations

from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Canvas
from kiosk.charts.job import ChartJob, Row

_CLEAR = 1.45
"""What a dot keeps free around itself, as a multiple of its radius."""
_HOLE = 0.55
_RING, _WIDEST_RING, _RING_OPACITY = 1.1, 9.0, 0.3
"""How far a soft ring reaches beyond its dot, as a part of the radius and in pixels at 1080 lines."""


def dot(job: ChartJob, canvas: Canvas, row: Row, x: float, y: float, radius: float, colour: str) -> None:
    """A row's dot: hollow where the true value lies above it, in a soft ring where it is only about right."""
    ground = job.palette.ground
    if row.qualifier == "about":
        around = radius + min(_RING * radius, _WIDEST_RING * job.text_scale)
        canvas.data.fill(Outline.circle((x, y), around), colour, _RING_OPACITY)
    else:
        canvas.data.dot(x, y, _CLEAR * radius, ground)
    canvas.data.dot(x, y, radius, colour)
    if row.qualifier == "at_least":
        canvas.data.dot(x, y, _HOLE * radius, ground)
