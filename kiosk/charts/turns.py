"""Marks that come in one after the other: a layer cut into pieces, one for each turn."""

from __future__ import annotations

from typing import Final

import numpy as np
from matplotlib.patches import PathPatch
from PIL import Image

from kiosk.charts.canvas import Canvas, Layer
from kiosk.charts.job import Job

MOST: Final = 5
"""So many turns, so that the last mark is not long in coming."""
_RIM: Final = 3.0
"""Around each mark, in pixels: its smooth edge, and the halo of what is written, belong to it."""


def turn(at: int, count: int) -> int:
    """The turn of the mark that is at a place among so many in order."""
    return at * min(MOST, count) // max(1, count)


def pieces(job: Job, canvas: Canvas, layer: Image.Image) -> list[Image.Image]:
    """A layer's pieces, turn by turn; what belongs to no mark comes with the first. Together they are the layer."""
    if not canvas.turns:
        return []
    whole = np.asarray(layer)
    owners = _owners(job, canvas)
    count = 1 + max(number for _, number in canvas.turns)
    owners = np.maximum(owners, 1)
    return [Image.fromarray(np.where((owners == 1 + at)[..., None], whole, 0).astype(np.uint8)) for at in range(count)]


def _owners(job: Job, canvas: Canvas) -> np.ndarray:
    """For each pixel one more than the turn of the mark that it belongs to; 0 where it belongs to none."""
    plan = Layer(job)
    for outline, number in canvas.turns:
        colour = ((1 + number) / 255, 0.0, 0.0)
        plan.add(PathPatch(outline, facecolor=colour, edgecolor=colour, linewidth=2 * _RIM, antialiased=False))
    painted = np.asarray(plan.image())
    return np.where(painted[..., 3], painted[..., 0], 0)
