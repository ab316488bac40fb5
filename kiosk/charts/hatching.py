"""Hatching: how a mark shows that its value is only about right."""

from __future__ import annotations

from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Layer

_STEP, _WIDTH = 14.0, 3.0
"""From one line to the next, and how thick each is, in pixels at 1080 lines."""
_OPACITY = 0.36


def hatch(layer: Layer, outline: Outline, colour: str, unit: float) -> None:
    """Slanting lines over a mark, in the colour of what lies beneath it; `unit` is the scale of the text."""
    extents = outline.get_extents()
    step, high = _STEP * unit, extents.height
    count = int((extents.width + high) / step) + 1
    starts = [extents.x0 - high + at * step for at in range(count)]
    segments = [((x, extents.y1), (x + high, extents.y0)) for x in starts]
    layer.strokes(segments, colour, _WIDTH * unit, _OPACITY, within=outline)
