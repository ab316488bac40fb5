"""Charts as vectors, for what is printed and for browsers: the drawing of a picture, as outlines and lines of text.

No worker does this: an export draws in its own process, at whose screen nobody stands.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal
from xml.sax.saxutils import escape, quoteattr

from kiosk.charts.job import ChartJob

Stroke = tuple[str, tuple[float, ...]]
"""How SVG writes a part of an outline: M, L, Q, C or Z, and its points, one coordinate after the other."""
Trace = tuple[Stroke, ...]

_LETTERS: Final = {1: "M", 2: "L", 3: "Q", 4: "C", 79: "Z"}
"""By matplotlib's codes."""
_WEIGHTS: Final[dict[str, int]] = {"Regular": 400, "Medium": 500, "Bold": 700}


@dataclass(frozen=True, kw_only=True)
class Shape:
    """An outline that is filled, drawn along, or both. Colours are `#rrggbb`, or "" for none."""

    trace: Trace
    fill: str = ""
    fill_opacity: float = 1.0
    line: str = ""
    line_opacity: float = 1.0
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "round"
    within: Trace = ()
    """What it is cut off by; nothing for ()."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of text in one of Kiosk's fonts, from its left end on the baseline."""

    text: str
    x: float
    y: float
    size: float
    weight: int
    """As CSS and Qt count: 400, 500 or 700."""
    colour: str
    opacity: float
    width: float
    angle: float
    """Degrees against the clock."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A chart in logical pixels, counted from the upper left corner; later things lie on earlier ones."""

    width: int
    height: int
    things: tuple[Shape | Line, ...] = field(repr=False)


def keep_fonts_in(folder: Path) -> None:
    """Have matplotlib keep its list of fonts in a folder. Before anything is drawn."""
    os.environ.setdefault("MPLCONFIGDIR", str(folder / "matplotlib"))


def drawing(job: ChartJob) -> Drawing:
    """A whole chart as vectors. Raises ChartError where it cannot be drawn."""
    from matplotlib.backend_bases import RendererBase
    from matplotlib.colors import to_hex
    from matplotlib.textpath import text_to_path
    from matplotlib.transforms import Affine2D

    from kiosk.charts.canvas import Canvas
    from kiosk.charts.draw import drawn
    from kiosk.charts.lettering import width_of

    upright = Affine2D().scale(1, -1).translate(0, job.height)
    things: list[Shape | Line] = []

    class Recorder(RendererBase):
        """Notes what is drawn, instead of drawing it."""

        def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
            lined = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
            alpha = gc.get_alpha() if gc.get_forced_alpha() else None
            _, dashes = gc.get_dashes()
            things.append(
                Shape(
                    trace=_trace(path, transform + upright),
                    fill="" if rgbFace is None else to_hex(rgbFace),
                    fill_opacity=_opacity(rgbFace, alpha),
                    line=to_hex(gc.get_rgb()) if lined else "",
                    line_opacity=_opacity(gc.get_rgb(), alpha),
                    width=_rounded(gc.get_linewidth()),
                    dashes=tuple(_rounded(dash) for dash in dashes or ()),
                    cap={"projecting": "square"}.get(gc.get_capstyle(), gc.get_capstyle()),
                    join=gc.get_joinstyle(),
                    within=_clip(gc, upright),
                )
            )

        def draw_text(self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, *_: Any, **__: Any) -> None:
            named: Any = Path(prop.get_file()).stem.rpartition("-")[2]
            size = prop.get_size_in_points()
            things.append(
                Line(
                    text=s,
                    x=_rounded(x),
                    y=_rounded(y),
                    size=_rounded(size),
                    weight=_WEIGHTS[named],
                    colour=to_hex(gc.get_rgb()),
                    opacity=_opacity(gc.get_rgb(), gc.get_alpha() if gc.get_forced_alpha() else None),
                    width=_rounded(width_of(s, size, named)),
                    angle=angle,
                )
            )

        def get_canvas_width_height(self) -> tuple[int, int]:
            return job.width, job.height

        def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Any:
            return text_to_path.get_text_width_height_descent(s, prop, ismath)

    canvas = Canvas(job)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .+ missing from font")  # the deck's check names them, with their place
        drawn(job, canvas)
        canvas.base.draw_on(Recorder())
        canvas.data.draw_on(Recorder())
    return Drawing(width=job.width, height=job.height, things=tuple(things))


def _opacity(colour: Any, forced: float | None) -> float:
    own = 1.0 if colour is None or len(colour) < 4 else colour[3]  # noqa: PLR2004 - red, green, blue, opacity
    return _rounded(own if forced is None else forced)


def _clip(gc: Any, upright: Any) -> Trace:
    """What a thing is cut off by: an outline, or else a rectangle."""
    path, affine = gc.get_clip_path()
    if path is not None:
        return _trace(path, affine + upright)
    box = gc.get_clip_rectangle()
    if box is None:
        return ()
    (left, bottom), (right, top) = upright.transform(box.get_points())
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return (*(("L" if at else "M", (_rounded(x), _rounded(y))) for at, (x, y) in enumerate(corners)), ("Z", ()))


def _trace(path: Any, transform: Any) -> Trace:
    return tuple(
        (_LETTERS[int(code)], () if _LETTERS[int(code)] == "Z" else tuple(map(_rounded, points)))
        for points, code in path.iter_segments(transform, simplify=False)
    )


def _rounded(value: float) -> float:
    return round(float(value), 2)


def svg(drawn: Drawing, name: str, *, spoken: str) -> str:
    """A drawing as an SVG element to stand in a page.

    `name` begins the ids in it, and is another one for each drawing of a page; `spoken` says what it shows.
    """
    return "".join(_svg(drawn, name, spoken))


def _svg(drawn: Drawing, name: str, spoken: str) -> Iterator[str]:
    yield f'<svg viewBox="0 0 {drawn.width} {drawn.height}" role="img" aria-label={quoteattr(spoken)}>\n'
    clips: dict[Trace, str] = {}
    for thing in drawn.things:
        if isinstance(thing, Line):
            yield _text(thing)
            continue
        if thing.within and thing.within not in clips:
            clips[thing.within] = f"{name}-{len(clips)}"
            yield f'<clipPath id="{clips[thing.within]}"><path d="{_data(thing.within)}"/></clipPath>\n'
        yield _path(thing, clips.get(thing.within, ""))
    yield "</svg>\n"


def _path(shape: Shape, clip: str) -> str:
    said = [f'd="{_data(shape.trace)}"', f'fill="{shape.fill or "none"}"']
    if shape.fill and shape.fill_opacity != 1:
        said.append(f'fill-opacity="{shape.fill_opacity:g}"')
    if shape.line:
        said.append(f'stroke="{shape.line}" stroke-width="{shape.width:g}"')
        said.append(f'stroke-linecap="{shape.cap}" stroke-linejoin="{shape.join}"')
        if shape.line_opacity != 1:
            said.append(f'stroke-opacity="{shape.line_opacity:g}"')
        if shape.dashes:
            said.append(f'stroke-dasharray="{" ".join(f"{dash:g}" for dash in shape.dashes)}"')
    if clip:
        said.append(f'clip-path="url(#{clip})"')
    return f"<path {' '.join(said)}/>\n"


def _text(line: Line) -> str:
    """A line of text as wide as it was laid out, whatever fonts a browser has."""
    turned = f' transform="rotate({-line.angle:g} {line.x:g} {line.y:g})"' if line.angle else ""
    faint = f' fill-opacity="{line.opacity:g}"' if line.opacity != 1 else ""
    return (
        f'<text x="{line.x:g}" y="{line.y:g}" font-size="{line.size:g}" font-weight="{line.weight}"'
        f' textLength="{line.width:g}" lengthAdjust="spacingAndGlyphs" fill="{line.colour}"{faint}{turned}>'
        f"{escape(line.text)}</text>\n"
    )


def _data(trace: Trace) -> str:
    return "".join(
        letter + " ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in points) for letter, points in trace
    )
