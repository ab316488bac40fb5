"""What comes of a job: two layers, and the marks on them that a visitor can touch."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from kiosk.deck.records import record

Reveal = Literal["up", "right", "fade", "sweep", "steps"]
"""How marks come in: from their baseline up and down, from the left, all at once, around a ring, or layer by layer."""
Corner = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height."""
WHOLE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
Ring = tuple[tuple[float, float], ...]
Rings = tuple[Ring, ...]
"""The rings of an area; what lies within two of them is a hole."""


class ChartError(Exception):
    """A chart cannot be drawn; the message says why."""


@record
class Spot:
    """A mark that answers to a touch. Positions are shares (0 to 1) of the picture's width and height."""

    shape: Literal["rect", "wedge", "point", "area"]
    x: float
    y: float
    w: float
    h: float
    """The bounding box; no size for a point."""
    label: str
    value: str
    """Written, with its sign and unit."""
    colour: str
    series: str = ""
    period: str = ""
    source: str = ""
    note: str = ""
    cx: float = 0.0
    cy: float = 0.0
    r0: float = 0.0
    """A wedge's inner radius, as a share of the picture's width …"""
    r1: float = 0.0
    """… and its outer one."""
    a0: float = 0.0
    """Degrees clockwise from twelve o'clock, where a wedge begins …"""
    a1: float = 0.0
    """… and where it ends."""
    leads_to: str = ""
    """The id of the platform that its callout leads to."""
    outline: Rings = ()
    """An area's rings, of at most 60 points each."""
    row: int = -1
    """The row of the chart's table that it shows; -1 where it shows none …"""
    number: int = -1
    """… and which of the chart's series."""


@record
class Layout:
    """What a picture's files do not show: the marks, and how they come in."""

    spots: tuple[Spot, ...] = ()
    reveal: Reveal = "fade"
    origin: Corner = (0.0, 1.0)
    """From where the marks grow, as shares of the picture's size: across for "right", down for "up"."""
    steps: int = 0
    """How many layers come in one after the other, the first one first."""

    def within(self, view: Box) -> Layout:
        """The same seen through a part of the picture: the marks that are at least partly in it, as shares of it."""
        if view == WHOLE:
            return self
        spots = tuple(_within(spot, view) for spot in self.spots)
        seen = tuple(spot for spot in spots if -spot.w < spot.x < 1 and -spot.h < spot.y < 1)
        left, top, width, height = view
        across, down = self.origin
        return Layout(seen, self.reveal, ((across - left) / width, (down - top) / height))

    def as_json(self) -> dict[str, Any]:
        """As JSON has it."""
        spots = [vars(spot) for spot in self.spots]
        return vars(self) | {"spots": spots}

    @classmethod
    def from_json(cls, data: Any) -> Layout:
        """What `as_json` gave. Raises TypeError, KeyError or ValueError for anything else."""
        across, down = data["origin"]
        spots = (Spot(**(spot | {"outline": _rings(spot.get("outline", ()))})) for spot in data["spots"])
        return cls(tuple(spots), data["reveal"], (across, down), data["steps"])


def _within(spot: Spot, view: Box) -> Spot:
    """A mark in shares of a part of the picture."""
    from dataclasses import replace  # only a worker draws parts

    left, top, width, height = view
    return replace(
        spot,
        x=(spot.x - left) / width,
        y=(spot.y - top) / height,
        w=spot.w / width,
        h=spot.h / height,
        cx=(spot.cx - left) / width,
        cy=(spot.cy - top) / height,
        r0=spot.r0 / width,
        r1=spot.r1 / width,
        outline=tuple(tuple(((x - left) / width, (y - top) / height) for x, y in ring) for ring in spot.outline),
    )


def _rings(raw: Any) -> Rings:
    """Rings as JSON has them."""
    return tuple(tuple((float(x), float(y)) for x, y in ring) for ring in raw)


@record
class Picture:
    """A drawn job: the files of its layers, equal in size, and its marks."""

    key: str
    base: Path
    """What stands still: axes, labels, tracks; or the whole background."""
    data: Path
    """What grows in, with the numbers on it; the background, where nothing does, has its one layer here too."""
    spots: tuple[Spot, ...] = ()
    reveal: Reveal = "fade"
    origin: Corner = (0.0, 1.0)
    """From where the marks grow, as shares of the picture's size."""
    steps: tuple[Path, ...] = ()
    """What grows in, layer by layer, where it comes so."""
