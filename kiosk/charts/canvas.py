"""What charts are drawn on: two layers of one size, in logical pixels counted from the upper left corner."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Literal

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox
from PIL import Image

from kiosk.charts.job import Job, pixels
from kiosk.charts.lettering import CAPITALS, LEADING, Block, Weight, font, width_of
from kiosk.charts.picture import WHOLE
from kiosk.charts.picture import Box as View

Align = Literal["left", "center", "right"]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_RUNS = 3
"""zlib's Z_RLE."""
_SETTINGS: Any = {"text.hinting": "none", "text.antialiased": True, "path.simplify": False}


class Layer:
    """One transparent picture. Later things lie on earlier ones."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pixels = pixels(job)
        self._figure = Figure()
        self._figure.patch.set_visible(False)
        self._transform = Affine2D()
        self._things: list[tuple[Any, Box | None]] = []
        """What is drawn, and what it lies within; None for what may lie anywhere."""

    def fill(self, outline: Outline, colour: str, opacity: float = 1.0, *, within: Outline | Box | None = None) -> None:
        """Fill an outline, or the part of it that lies within another, or within a box."""
        self.add(PathPatch(outline, facecolor=colour, alpha=opacity, linewidth=0), within, _box(outline.vertices))

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, opacity: float = 1.0) -> None:
        """Fill a rectangle."""
        self.fill(Outline([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]), colour, opacity)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float,
        *,
        dashes: tuple[float, ...] = (),
        opacity: float = 1.0,
        within: Outline | Box | None = None,
    ) -> None:
        """Draw a line with round ends, or what of it lies within; `dashes` are lengths on and off in logical pixels."""
        xs, ys = zip(*points, strict=True)
        style: Any = (0, tuple(dash / width for dash in dashes)) if dashes else "-"
        cap: Any = "butt" if dashes else "round"
        self.add(
            Line2D(
                xs,
                ys,
                color=colour,
                linewidth=width,
                linestyle=style,
                alpha=opacity,
                solid_capstyle=cap,
                solid_joinstyle="round",
                dash_capstyle=cap,
            ),
            within,
            _box(points, width),
        )

    def strokes(
        self,
        segments: Sequence[tuple[Point, Point]],
        colour: str,
        width: float,
        opacity: float = 1.0,
        *,
        within: Outline | None = None,
    ) -> None:
        """Draw straight lines with flat ends, all alike; or the parts of them that lie within an outline."""
        if segments:
            points = [point for segment in segments for point in segment]
            outline = Outline(points, [Outline.MOVETO, Outline.LINETO] * len(segments))
            self.add(
                PathPatch(outline, facecolor="none", edgecolor=colour, linewidth=width, alpha=opacity, capstyle="butt"),
                within,
            )

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self.fill(Outline.circle((x, y), radius), colour)

    def write(
        self,
        text: str,
        x: float,
        baseline: float,
        size: float,
        colour: str,
        *,
        weight: Weight = "Regular",
        align: Align = "left",
        halo: str = "",
    ) -> None:
        """Write one line; `halo` is the colour that keeps what is beneath away from it."""
        wide = width_of(text, size, weight)
        left = x - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        label = Text(left, baseline, text, color=colour, fontproperties=font(weight, size), va="baseline", ha="left")
        label.set_parse_math(False)  # a dollar sign is one; the settings below come too late for a text that is made
        if halo:
            label.set_path_effects([Stroke(linewidth=size * 0.28, foreground=halo, joinstyle="round"), Normal()])
        self.add(label, around=(left - 2 * size, baseline - 2 * size, left + wide + 2 * size, baseline + 2 * size))

    def block(self, block: Block, x: float, top: float, colour: str, *, align: Align = "left", halo: str = "") -> None:
        """Write lines below one another, the first one's capitals beginning at `top`."""
        for at, line in enumerate(block.lines):
            baseline = top + block.size * (CAPITALS + LEADING * at)
            self.write(line, x, baseline, block.size, colour, weight=block.weight, align=align, halo=halo)

    def add(self, artist: Any, within: Outline | Box | None = None, around: Box | None = None) -> None:
        """Draw any artist whose coordinates are logical pixels, or what of it lies within an outline or a box.

        `around` is a box that it lies in, lest it be drawn where only another part is looked at.
        """
        artist.set_zorder(len(self._things))
        artist.set_transform(self._transform)
        if isinstance(within, Outline):
            artist.set_clip_path(within, self._transform)
        elif within is not None:  # ten times as fast, its edges on whole pixels
            left, top, right, bottom = within
            artist.set_clip_box(TransformedBbox(Bbox([[left, bottom], [right, top]]), self._transform))
        self._figure.add_artist(artist, clip=False)
        self._things.append((artist, around))

    def png(self, view: View = WHOLE) -> bytes:
        """A part of the layer as a PNG file."""
        return encoded(self.image(view))

    def image(self, view: View = WHOLE) -> Image.Image:
        """A part of the layer as a picture, as large as the whole would be."""
        self._look_at(view)
        canvas: Any = FigureCanvasAgg(self._figure)
        with mpl.rc_context(_SETTINGS):
            canvas.draw()
        FigureCanvasAgg(self._figure)  # another one, so that the pixels are the picture's alone and go with it
        return Image.frombuffer("RGBA", self._pixels, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)

    def draw_on(self, renderer: Any) -> None:
        """Draw the whole on another of matplotlib's renderers; text stays text there, its halo an outline."""
        self._look_at(WHOLE)
        with mpl.rc_context(_SETTINGS):
            for thing, _ in self._things:
                halo = thing.get_path_effects()
                if halo:
                    thing.set_path_effects(halo[:-1])
                    thing.draw(renderer)
                    thing.set_path_effects([])
                thing.draw(renderer)
                thing.set_path_effects(halo)

    def _look_at(self, view: View) -> None:
        wide, high = self._pixels
        left, top, share, _ = view
        scale = self._job.ratio / share
        dots = 72 * scale  # so that a point is a logical pixel
        self._figure.set_dpi(dots)
        # A hair more, lest the canvas round down to one pixel less.
        self._figure.set_size_inches((wide + 0.01) / dots, (high + 0.01) / dots)
        self._transform.clear().scale(scale, -scale).translate(-left / share * wide, high * (1 + top / share))
        west, north = left * self._job.width, top * self._job.height
        east, south = west + share * self._job.width, north + share * self._job.height
        for thing, box in self._things:
            seen = box is None or (box[0] <= east and box[2] >= west and box[1] <= south and box[3] >= north)
            thing.set_visible(seen)


def _box(points: Any, reach: float = 0.0) -> Box:
    """The box that reaches so far around points, and a hair's breadth more."""
    low, high = np.min(points, axis=0) - reach - 1, np.max(points, axis=0) + reach + 1
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


class Canvas:
    """A chart's two layers, and its area in logical pixels."""

    def __init__(self, job: Job) -> None:
        self.base = Layer(job)
        """What stands still."""
        self.data = Layer(job)
        """What grows in."""
        self.turns: list[tuple[Outline, int]] = []
        """Where marks come in one after the other: their outlines, and the turn of each, counted from 0."""
        self.width = float(job.width)
        self.height = float(job.height)


def encoded(picture: Image.Image) -> bytes:
    """A picture as a PNG file, packed quickly rather than tightly: large even areas are all that is looked for."""
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=1, compress_type=_RUNS)
    return file.getvalue()
