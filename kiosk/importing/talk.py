"""What a presentation says, told apart from how it looks: what is between PowerPoint's slides and Kiosk's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Value = float | None
ChartKind = Literal["bar", "line", "area", "donut", "scatter"]


@dataclass(frozen=True, kw_only=True)
class Point:
    """A line of a list, and what belongs to it."""

    name: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A picture's file, and what it shows."""

    data: bytes
    ending: str
    """Such as `.png`."""
    caption: str


@dataclass(frozen=True, kw_only=True)
class Graph:
    """A chart's table, and how it is drawn."""

    kind: ChartKind
    title: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    columns: tuple[tuple[Value, ...], ...]
    """One for each name, each as long as the labels."""
    percent: bool = False
    direction: str = "vertical"
    arrange: str = "grouped"
    across: tuple[Value, ...] = ()
    """Of a scatter, how far right its points stand …"""
    sizes: tuple[Value, ...] = ()
    """… and how large they are."""
    qualifiers: tuple[str, ...] = ()
    reference: tuple[str, float] | None = None
    """The words and the value of a line across the bars."""


@dataclass(kw_only=True)
class Leaf:
    """A slide."""

    number: int
    """Counted from 1."""
    key: str = ""
    """What the file calls it, where it does."""
    title: str = ""
    words: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    grids: list[list[list[str]]] = field(default_factory=list)
    """Tables, row by row."""
    graphs: list[Graph] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    notes: str = ""
    hidden: bool = False
    is_cover: bool = False


@dataclass(frozen=True, kw_only=True)
class Left:
    """Something that could not be taken, or not as it was."""

    slide: int
    what: str


def told(left: Iterable[Left]) -> Iterator[str]:
    """What could not be taken, line by line; what is the same on many slides is said once."""
    slides: dict[str, list[int]] = {}
    for each in left:
        slides.setdefault(" ".join(each.what.split()), []).append(each.slide)
    for what, numbers in slides.items():
        where = ", ".join(str(number) for number in dict.fromkeys(numbers))
        yield f"{'slides' if ',' in where else 'slide'} {where}: {what}"


@dataclass(kw_only=True)
class Talk:
    """A presentation."""

    title: str
    author: str
    modified: str
    """A date such as 2020-12-25; "n.d." where the file has none."""
    language: str
    parts: list[tuple[str, list[Leaf]]]
    """Its sections' names, each with its slides."""
    left: list[Left]
