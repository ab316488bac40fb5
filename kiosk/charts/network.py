"""A network of flows: its nodes in levels, and where nodes and bands lie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kiosk.charts.frame import Area
from kiosk.charts.job import Cell, ChartJob, Row

_GAP, _WIDEST_GAP = 26.0, 90.0
"""Between two nodes of a level, in pixels at 1080 lines."""
_GAPS = 0.4
"""The most of a level's height that gaps take."""
_LEAST = 2.0
"""The least height of a node, in pixels at 1080 lines: a millionth is still to be seen."""
_SWEEPS = 4
_WORTH_IT = 0.85
"""Nodes leave the order of their size where that cuts the crossings of bands to this part."""


@dataclass(slots=True, eq=False)
class Node:
    """A place that flows come from, go to, or pass."""

    key: str
    name: str
    bands_in: list[Band] = field(default_factory=list)
    bands_out: list[Band] = field(default_factory=list)
    level: int = 0
    top: float = 0.0
    height: float = 0.0

    @property
    def value(self) -> float:
        """What comes in or goes out, whichever is more."""
        return max(_sum(self.bands_in), _sum(self.bands_out))

    @property
    def middle(self) -> float:
        """Where its centre lies."""
        return self.top + self.height / 2


@dataclass(slots=True, eq=False)
class Band:
    """One row: what flows from one node to another."""

    row: Row
    cell: Cell
    value: float
    start: Node
    end: Node
    leaves: float = 0.0
    """Where its upper edge leaves its first node …"""
    arrives: float = 0.0
    """… and where it reaches the second one."""
    thickness: float = 0.0


def _sum(bands: Iterable[Band]) -> float:
    return math.fsum(band.value for band in bands)


def network(job: ChartJob) -> tuple[list[list[Node]], list[Band]]:
    """The nodes level by level, each level from top to bottom, and the bands between them."""
    nodes: dict[str, Node] = {}
    bands = []
    names = {row.key: row.label for row in job.rows}
    for row in job.rows:
        cell, to = row.cells[0], row.key_of("to")
        if not cell.value or cell.value < 0 or to == row.key:
            continue
        start = nodes.setdefault(row.key, Node(row.key, row.label))
        end = nodes.setdefault(to, Node(to, names.get(to, row.word("to"))))
        band = Band(row, cell, cell.value, start, end)
        start.bands_out.append(band)
        end.bands_in.append(band)
        bands.append(band)
    return _ordered(_levels(list(nodes.values())), bands), bands


def _levels(nodes: list[Node]) -> list[list[Node]]:
    """A node stands after all that flows into it; one that nothing leaves stands last."""
    for _ in nodes:  # as often as the longest way may be
        for node in nodes:
            node.level = max((band.start.level + 1 for band in node.bands_in), default=0)
    last = max((node.level for node in nodes), default=0)
    for node in nodes:
        if not node.bands_out:
            node.level = last
    return [[node for node in nodes if node.level == level] for level in range(last + 1)]


# The order of nodes


def _ordered(levels: list[list[Node]], bands: list[Band]) -> list[list[Node]]:
    """By size, or by what they are joined to where that disentangles the bands."""
    by_size = [sorted(level, key=lambda node: -node.value) for level in levels]
    by_ties = [list(level) for level in by_size]
    for sweep in range(_SWEEPS):
        order = range(1, len(levels)) if sweep % 2 == 0 else range(len(levels) - 2, -1, -1)
        for at in order:
            places = _places(by_ties)
            by_ties[at] = sorted(by_ties[at], key=lambda node: _pull(node, places, before=sweep % 2 == 0))
    return by_ties if _crossings(by_ties, bands) < _WORTH_IT * _crossings(by_size, bands) else by_size


def _places(levels: list[list[Node]]) -> dict[str, float]:
    """Where each node stands in its level, from 0 to 1."""
    return {node.key: (at + 0.5) / len(level) for level in levels for at, node in enumerate(level)}


def _pull(node: Node, places: dict[str, float], *, before: bool) -> float:
    """The mean place of a node's neighbours on one side; its own place without any."""
    ties = [(band.start if before else band.end, band.value) for band in (node.bands_in if before else node.bands_out)]
    total = math.fsum(value for _, value in ties)
    return math.fsum(places[other.key] * value for other, value in ties) / total if total else places[node.key]


def _crossings(levels: list[list[Node]], bands: list[Band]) -> float:
    """How much bands cross one another, each pair as much as both carry."""
    places = _places(levels)
    crossed = 0.0
    for one, other in combinations(bands, 2):
        if one.start.level == other.start.level:
            starts = places[one.start.key] - places[other.start.key]
            ends = places[one.end.key] - places[other.end.key]
            crossed += one.value * other.value if starts * ends < 0 else 0.0
    return crossed


# Where they lie


def settle(levels: list[list[Node]], area: Area, unit: float) -> None:
    """Give nodes and bands their places between an area's top and bottom."""
    least, per_value = _LEAST * unit, min(_per_value(level, area.height, unit) for level in levels)
    for level in levels:
        for node in level:
            node.height = max(least, node.value * per_value)
        free = area.height - math.fsum(node.height for node in level)
        gap = min(_WIDEST_GAP * unit, free / (len(level) - 1)) if len(level) > 1 else 0.0
        top = area.top + (free - gap * (len(level) - 1)) / 2
        for node in level:
            node.top = top
            top += node.height + gap
    for node in (node for level in levels for node in level):
        _attach(node, per_value, least)


def _per_value(level: Sequence[Node], height: float, unit: float) -> float:
    """Pixels for one of the chart's unit, as a level lets them."""
    gaps = min(_GAP * unit * (len(level) - 1), _GAPS * height)
    total = math.fsum(node.value for node in level)
    small = sum(node.value * height / total < _LEAST * unit for node in level)
    return max(1e-12, height - gaps - small * _LEAST * unit) / total


def _attach(node: Node, per_value: float, least: float) -> None:
    """Lay a node's bands side by side, in the order of the nodes at their other ends."""
    for bands, leaving in ((node.bands_out, True), (node.bands_in, False)):
        total = _sum(bands)
        share = min(1.0, node.height / max(1e-12, total * per_value))
        y = node.top + (node.height - total * per_value * share) / 2
        for band in sorted(bands, key=lambda band: (band.end if leaving else band.start).middle):
            if leaving:
                band.leaves = y
            else:
                band.arrives = y
            band.thickness = max(0.4 * least, band.value * per_value)
            y += band.value * per_value * share
