"""Outlines with as many corners as a screen can show, neighbours' common borders kept common.

Corners go by Visvalingam's rule: the one whose triangle with its neighbours is the smallest first.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]

_SMALLEST_RING = 4
"""Points of a closed ring, the first again at its end."""


def closed(line: Line) -> Line:
    """A ring that ends where it began."""
    return line if line[0] == line[-1] else [*line, line[0]]


def simplified(lines: Sequence[Line], step: float, narrowing: float) -> list[Line]:
    """Lines, and rings that end where they begin, without details smaller than a step.

    `narrowing` is what a step eastwards is worth of one northwards. What several lines share stays shared.
    """
    lines = [_without_repeats(line) for line in lines]
    forks = _forks(lines)
    done: dict[tuple[Point, ...], Line] = {}
    found = []
    for line in lines:
        whole: Line = []
        for part in _between(line, forks):
            forwards, backwards = tuple(part), tuple(reversed(part))
            known = min(forwards, backwards)
            if known not in done:
                done[known] = _thinned(known, step * step, narrowing)
            thin = done[known] if known == forwards else done[known][::-1]
            whole += thin[1:] if whole else thin
        found.append(whole)
    return found


def _without_repeats(line: Line) -> Line:
    return [*line[:1], *(after for before, after in pairwise(line) if after != before)]


def _forks(lines: Sequence[Line]) -> set[Point]:
    """The points where lines meet or end."""
    beside: dict[Point, set[Point]] = {}
    ends = set()
    for line in lines:
        if line[0] != line[-1]:
            ends |= {line[0], line[-1]}
        for before, after in pairwise(line):
            beside.setdefault(before, set()).add(after)
            beside.setdefault(after, set()).add(before)
    two = 2
    return ends | {point for point, others in beside.items() if len(others) > two}


def _between(line: Line, forks: set[Point]) -> Iterable[Line]:
    """The parts of a line from one fork to the next; a ring begins at a fork, or where any ring like it would."""
    if len(line) > 1 and line[0] == line[-1]:
        open_ring = line[:-1]
        start = next((at for at, point in enumerate(open_ring) if point in forks), None)
        if start is None:
            start = open_ring.index(min(open_ring))
        line = [*open_ring[start:], *open_ring[: start + 1]]
    begin = 0
    for at in range(1, len(line)):
        if line[at] in forks or at == len(line) - 1:
            yield line[begin : at + 1]
            begin = at
    if len(line) == 1:
        yield line


def _thinned(points: Sequence[Point], least: float, narrowing: float) -> Line:
    """A line without the corners whose triangles are smaller than an area; its ends, and a ring's shape, stay."""
    last = len(points) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))

    def area(at: int) -> float:
        (x0, y0), (x1, y1), (x2, y2) = points[before[at]], points[at], points[after[at]]
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) * narrowing / 2

    areas = {at: area(at) for at in range(1, last)}
    queue = [(size, at) for at, size in areas.items()]
    heapq.heapify(queue)
    keeps = _SMALLEST_RING if points[0] == points[-1] else 2
    while queue and len(areas) + 2 > keeps:
        size, at = heapq.heappop(queue)
        if size >= least:
            break
        if areas.get(at) != size:
            continue  # measured anew since
        del areas[at]
        before[after[at]], after[before[at]] = before[at], after[at]
        for beside in (before[at], after[at]):
            if beside in areas:
                areas[beside] = max(size, area(beside))
                heapq.heappush(queue, (areas[beside], beside))
    return [points[0], *(points[at] for at in sorted(areas)), *([points[last]] if last else [])]


def signed_area(ring: Line) -> float:
    """The area of a closed ring; negative where it runs clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def centre(ring: Line) -> Point:
    """A point well inside a closed ring: in the middle of the widest stretch halfway up, or near that."""
    heights = [y for _, y in ring]
    low, high = min(heights), max(heights)
    best = (0.0, ring[0])
    for part in (0.5, 0.4, 0.6, 0.3, 0.7):
        y = low + (high - low) * part
        edges = ((a, b) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y))
        crossed = sorted(x0 + (x1 - x0) * (y - y0) / (y1 - y0) for (x0, y0), (x1, y1) in edges)
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            worth = (right - left) * (1.0 - abs(part - 0.5))
            if worth > best[0]:
                best = (worth, ((left + right) / 2, y))
    return best[1]
