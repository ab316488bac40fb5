"""The background: a night of contour lines, and the two rivers that meet in it, as bundles of fine strands."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
from contourpy import contour_generator
from matplotlib.collections import LineCollection
from numpy.typing import NDArray
from PIL import Image

from kiosk.charts import rivers
from kiosk.charts.canvas import Layer
from kiosk.charts.colours import mixed, rgba
from kiosk.charts.job import MotifJob, pixels
from kiosk.charts.raw import packed

Array = NDArray[np.float64]

_RIVERS: Final[tuple[rivers.River, rivers.River]] = ("yangtze", "jialing")
_SEED: Final = 1279
_CELLS: Final = 200
"""Of the landscape along the longer side."""
_MARGIN: Final = 12
"""Cells around the picture, so that nothing ends within it."""
_BLUR: Final = 3
_HILLS: Final = 60
_LEVELS: Final = 28
_INDEX: Final = 5
"""Every fifth contour line is a stronger one, as on maps."""
_DITHER: Final = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16 - 0.5
_AFTER_MEETING: Final = 0.36
"""How far the Jialing's water stays to be seen in the Yangtze, as a part of the picture's longer side."""


def motif(job: MotifJob) -> bytes:
    """The background as a file of `raw`, since it stands in the first frame."""
    layer = Layer(job)
    _contours(job, layer)
    centre = {river: _line(job, river) for river in _RIVERS}
    meeting = int(np.argmin(np.hypot(*(centre["yangtze"] - centre["jialing"][-1]).T)))
    _yangtze(job, layer, centre["yangtze"], meeting)
    _jialing(job, layer, centre, meeting)
    picture = _sky(job).convert("RGBA")
    picture.alpha_composite(layer.image())
    as_shown: bytes = picture.tobytes("raw", "BGRA")
    return packed(picture.width, picture.height, as_shown)


def _sky(job: MotifJob) -> Image.Image:
    """From the sky's upper colour to its lower one, lighter where the rivers meet, aglow along them; dithered."""
    wide, high = pixels(job)
    colours = job.theme.colours
    top, bottom, *glows = (
        np.array(rgba(colour)[:3])
        for colour in (colours.sky_top, colours.sky_bottom, colours.river_one, colours.river_two)
    )
    x, y = _grid(job)
    meeting = rivers.points("jialing", job.width, job.height)[-1]
    longer = max(job.width, job.height)
    light = np.exp(-(np.hypot(x - meeting[0] / longer, y - meeting[1] / longer) ** 2) / 0.12)
    part = np.clip((y * longer / job.height).clip(0, 1) ** 0.9 - 0.28 * light, 0, 1)[:, :, None]
    sky = top * (1 - part) + bottom * part
    for river, glow in zip(_RIVERS, glows, strict=True):
        near = _distance(job, river, x, y)
        shine = (0.15 * np.exp(-near / 0.024) + 0.06 * np.exp(-((near / 0.09) ** 2)))[:, :, None]
        sky = sky * (1 - shine) + glow * shine
    full = 255 * np.dstack([_enlarged(sky[:, :, channel], wide, high) for channel in range(3)])
    full += np.tile(_DITHER, (high // 4 + 1, wide // 4 + 1))[:high, :wide, None]
    return Image.fromarray(np.clip(np.rint(full), 0, 255).astype(np.uint8), "RGB")


def _enlarged(field: Array, wide: int, high: int) -> Array:
    """A field on the grid, without the grid's margin, as one value a pixel."""
    down, across = field.shape
    box = (_MARGIN, _MARGIN, across - _MARGIN, down - _MARGIN)
    picture = Image.fromarray(field.astype(np.float32)).resize((wide, high), Image.Resampling.BICUBIC, box)
    return np.asarray(picture, dtype=np.float64)


def _grid(job: MotifJob) -> tuple[Array, Array]:
    """Where each cell of the landscape lies, the longer side being 1."""
    longer = max(job.width, job.height)
    sides = [(side / longer, max(8, round(_CELLS * side / longer))) for side in (job.width, job.height)]
    x, y = (np.linspace(-_MARGIN / cells, 1 + _MARGIN / cells, cells + 2 * _MARGIN) * length for length, cells in sides)
    across, down = np.meshgrid(x, y)
    return across, down


def _contours(job: MotifJob, layer: Layer) -> None:
    """Contour lines of hills that fall off towards the rivers."""
    xs, ys, heights = _landscape(job)
    lines = contour_generator(xs, ys, heights)
    levels = np.linspace(heights.min() + 0.15 * np.ptp(heights), heights.max(), _LEVELS)
    unit = min(job.width, job.height) / 1080
    for at, level in enumerate(levels):
        strong = at % _INDEX == 0
        for found in lines.lines(level):
            points = np.asarray(found)
            if len(points) > 8:  # noqa: PLR2004 - smaller ones are specks
                opacity = (0.75 if strong else 0.42) * (0.8 if job.theme.dark else 1.0)
                width = (1.5 if strong else 1.05) * unit
                layer.line([(x, y) for x, y in points], job.theme.colours.contour, width, opacity=opacity)


def _landscape(job: MotifJob) -> tuple[Array, Array, Array]:
    """The grid in logical pixels, and the ground's height on it."""
    random = np.random.default_rng(_SEED)
    longer = max(job.width, job.height)
    x, y = _grid(job)
    heights = np.zeros_like(x)
    for _ in range(_HILLS):
        across, down = random.uniform(-0.1, x.max() + 0.1), random.uniform(-0.1, y.max() + 0.1)
        turn, long, size = random.uniform(0, np.pi), random.uniform(1.0, 2.2), random.uniform(0.03, 0.13)
        u = ((x - across) * np.cos(turn) + (y - down) * np.sin(turn)) / (size * long)
        v = ((y - down) * np.cos(turn) - (x - across) * np.sin(turn)) / size
        heights += random.uniform(0.3, 1.0) * (size / 0.1) ** 0.7 * np.exp(-(u**2 + v**2) / 2)
    near = np.minimum(_distance(job, "yangtze", x, y), _distance(job, "jialing", x, y))
    heights *= 1 - 0.85 * np.exp(-((near / 0.07) ** 2))
    heights += 0.95 * np.tanh(near / 0.15)
    for axis in (0, 1, 0, 1, 0, 1):
        heights = _blurred(heights, axis)
    return x * longer, y * longer, heights


def _blurred(field: Array, axis: int) -> Array:
    """Each cell the mean of its neighbours along one axis."""
    return np.asarray(sum(np.roll(field, shift, axis) for shift in range(-_BLUR, _BLUR + 1)) / (2 * _BLUR + 1))


def _distance(job: MotifJob, river: rivers.River, x: Array, y: Array) -> Array:
    """How far each cell is from a river."""
    line = np.array(rivers.points(river, job.width, job.height, 16)) / max(job.width, job.height)
    nearest = np.full_like(x, np.inf)
    for across, down in line:
        np.minimum(nearest, (x - across) ** 2 + (y - down) ** 2, out=nearest)
    return np.sqrt(nearest)


def _line(job: MotifJob, river: rivers.River) -> Array:
    """A river's centre line, its points evenly apart."""
    line = np.array(rivers.points(river, job.width, job.height))
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    even = np.linspace(0, length[-1], max(40, int(length[-1] / max(job.width, job.height) * 260)))
    return np.column_stack([np.interp(even, length, line[:, axis]) for axis in (0, 1)])


def _yangtze(job: MotifJob, layer: Layer, line: Array, meeting: int) -> None:
    """The Yangtze: broader once it has met the Jialing."""
    along = np.arange(len(line))
    grown = 1 / (1 + np.exp(-(along - meeting) / (0.03 * len(line))))
    width = (0.020 + 0.009 * grown) * (1 + 0.22 * np.sin(along / len(line) * 11 + 0.6))
    _bundle(job, layer, line, width, np.full(len(line), 1.0), job.theme.colours.river_one, 30)


def _jialing(job: MotifJob, layer: Layer, centre: dict[rivers.River, Array], meeting: int) -> None:
    """The Jialing, whose water keeps to the Yangtze's northern side for a while after they have met."""
    yangtze, jialing = centre["yangtze"], centre["jialing"]
    after = yangtze[meeting + 1 : meeting + 1 + int(_AFTER_MEETING * 260)]
    north = _normals(after) * (0.011 * max(job.width, job.height))
    ramp = np.clip(np.arange(len(after)) / max(1, len(after) // 5), 0, 1)[:, None]
    line = _smooth(np.vstack([jialing, after - north * ramp]), 9)
    along = np.arange(len(line))
    course = np.clip(along / len(jialing), 0, 1)
    beyond = np.clip((along - len(jialing)) / max(1, len(after)), 0, 1)
    width = (0.013 + 0.006 * np.sin(course * 8.5 + 0.4) ** 2) * (1 - 0.55 * course**6) * (1 - 0.4 * beyond)
    _bundle(job, layer, line, width, (1 - beyond) ** 1.5, job.theme.colours.river_two, 24)


def _bundle(job: MotifJob, layer: Layer, line: Array, width: Array, opacity: Array, colour: str, strands: int) -> None:
    """Strands side by side, denser and brighter towards the middle, that cross now and then; over a faint glow."""
    random = np.random.default_rng(_SEED + strands)
    longer, unit = max(job.width, job.height), min(job.width, job.height) / 1080
    normals, along = _normals(line), np.arange(len(line)) / len(line)
    light = 0.9 if job.theme.dark else 0.8
    for at in range(strands):
        place = (at + 0.5) / strands * 2 - 1
        place = np.sign(place) * abs(place) ** 1.25
        phase, turns, sway = random.uniform(0, 2 * np.pi), random.uniform(2.5, 6), random.uniform(0.05, 0.2)
        offset = place + sway * np.sin(2 * np.pi * turns * along + phase)
        strand = line + normals * (offset * width * longer)[:, None]
        shimmer = 0.62 + 0.38 * np.sin(2 * np.pi * (turns * 0.6) * along + 2 * phase)
        strength = light * opacity * shimmer * (0.10 + 0.42 * (1 - abs(place)) ** 1.1)
        tint = mixed(colour, job.theme.colours.text, 0.10) if abs(place) < 0.25 and job.theme.dark else colour  # noqa: PLR2004
        _strokes(layer, strand, np.full(len(line), random.uniform(0.9, 1.9) * unit), strength, tint)


def _strokes(layer: Layer, line: Array, widths: Array, strength: Array, colour: str) -> None:
    """A line whose width and opacity change along it, in overlapping pieces."""
    pieces = max(2, len(line) // 6)
    bounds = np.linspace(0, len(line) - 1, pieces + 1).astype(int)
    segments = [line[a : b + 1] for a, b in pairwise(bounds)]
    middles = (bounds[:-1] + bounds[1:]) // 2
    red, green, blue, _ = rgba(colour)
    shades = [(red, green, blue, float(np.clip(strength[at], 0, 1))) for at in middles]
    layer.add(LineCollection(segments, colors=shades, linewidths=widths[middles], capstyle="butt", joinstyle="round"))


def _normals(line: Array) -> Array:
    """Unit vectors to the left of a line's direction on the screen's plane: upwards where it flows to the right."""
    tangents = np.gradient(line, axis=0)
    normals: Array = np.column_stack([-tangents[:, 1], tangents[:, 0]]) / np.hypot(*tangents.T)[:, None]
    return normals


def _smooth(line: Array, reach: int) -> Array:
    """A line without kinks: each point the mean of its neighbours."""
    padded = np.pad(line, ((reach, reach), (0, 0)), mode="edge")
    window = np.ones(2 * reach + 1) / (2 * reach + 1)
    return np.column_stack([np.convolve(padded[:, axis], window, mode="valid") for axis in (0, 1)])
