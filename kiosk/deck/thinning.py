"""Fewer points for the same picture: largest-triangle-three-buckets, and the points that must not be missing.

The method (S. Steinarsson, 2013) divides a course into buckets and keeps of each the one point that spans the largest
triangle with the point kept before it and the mean of the bucket after it: peaks and turns stay, what lies on a
straight line goes. Of a cloud of points, one stays in each field of a grid.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Values = Sequence[float | None]


def kept(xs: Sequence[float], courses: Sequence[Values], most: int, always: Iterable[int] = ()) -> list[int]:
    """The positions of at most so many rows, rising, that show the courses as all rows would.

    Of each course the first and last number and its extremes are kept, of each longer gap one row; `always` are
    positions that stay whatever their numbers are. `most` must leave room for those.
    """
    if len(xs) <= most:
        return list(range(len(xs)))
    found = {at for at in always if 0 <= at < len(xs)}
    for course in courses:
        found |= _extremes(course)
    found |= set(_gaps(courses, (most - len(found)) // 4))
    each = (most - len(found)) // max(1, len(courses))
    order = sorted(range(len(xs)), key=lambda at: xs[at])
    for course in courses:
        points = [(xs[at], value, at) for at in order if (value := course[at]) is not None]
        found |= set(_largest_triangles(points, each))
    return sorted(found)


def scattered(across: Values, up: Values, size: Values | None, most: int, always: Iterable[int] = ()) -> list[int]:
    """The positions of at most so many points, rising, that show where a cloud is, and how far it reaches.

    Of the points in a field of the grid the largest stays, or the first of equals.
    """
    found = {*always, *_extremes(across), *_extremes(up), *(_extremes(size) if size else ())}
    given = [(x, y, at) for at, (x, y) in enumerate(zip(across, up, strict=True)) if x is not None and y is not None]
    if not given:
        return sorted(found)
    fields = max(1, math.isqrt(max(0, most - len(found))))
    (left, right), (low, high) = ((min(way), max(way)) for way in ([x for x, _, _ in given], [y for _, y, _ in given]))
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for x, y, at in given:
        field = (_field(x, left, right, fields), _field(y, low, high, fields))
        weight = (size[at] or 0.0) if size else 0.0
        if field not in best or weight > best[field][0]:
            best[field] = (weight, at)
    return sorted(found | {at for _, at in best.values()})


def _field(value: float, least: float, most: float, count: int) -> int:
    """Which of so many equal parts of a range a value is in."""
    return min(count - 1, int((value - least) / (most - least) * count)) if most > least else 0


def _extremes(course: Values) -> set[int]:
    given = [at for at, value in enumerate(course) if value is not None]
    if not given:
        return set()
    low, high = (choose(given, key=lambda at: course[at] or 0.0) for choose in (min, max))
    return {given[0], given[-1], low, high}


def _gaps(courses: Sequence[Values], most: int) -> list[int]:
    """One row of each gap, of the longest ones where there are many."""
    gaps: list[tuple[int, int]] = []
    for course in courses:
        length = 0
        for at, value in enumerate(course):
            if value is not None and length:
                gaps.append((length, at - 1))
            length = length + 1 if value is None else 0
    return [at for _, at in sorted(gaps, reverse=True)[: max(0, most)]]


def _largest_triangles(points: Sequence[tuple[float, float, int]], most: int) -> list[int]:
    """The third parts of the points that the method keeps."""
    if len(points) <= max(most, 2):
        return [at for _, _, at in points]
    if most < 3:  # noqa: PLR2004 - the two ends, and nothing between
        return [points[0][2], points[-1][2]][: max(0, most)]
    found = [points[0]]
    size = (len(points) - 2) / (most - 2)
    edges = [1 + math.floor(bucket * size) for bucket in range(most - 1)]
    edges[-1] = len(points) - 1
    for bucket in range(most - 2):
        after = points[edges[bucket + 1] : edges[bucket + 2] if bucket + 2 < len(edges) else len(points)]
        mean_x = math.fsum(x for x, _, _ in after) / len(after)
        mean_y = math.fsum(y for _, y, _ in after) / len(after)
        x0, y0, _ = found[-1]
        found.append(
            max(
                points[edges[bucket] : edges[bucket + 1]],
                key=lambda point: abs((x0 - mean_x) * (point[1] - y0) - (x0 - point[0]) * (mean_y - y0)),
            )
        )
    return [at for _, _, at in [*found, points[-1]]]
