"""Which mark a finger means: areas answer in their own shapes."""

from __future__ import annotations

import pytest

from kiosk.charts import Spot
from kiosk.stage.spots import nearest

TRIANGLE = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5))
HOLED = (((0.5, 0.5), (1.0, 0.5), (1.0, 1.0), (0.5, 1.0)), ((0.7, 0.7), (0.8, 0.7), (0.8, 0.8), (0.7, 0.8)))
TINY = (((0.74, 0.74), (0.76, 0.74), (0.76, 0.76), (0.74, 0.76)),)


def area(rings):
    xs, ys = ([point[at] for ring in rings for point in ring] for at in (0, 1))
    x, y = min(xs), min(ys)
    return Spot("area", x, y, max(xs) - x, max(ys) - y, "", "", "", outline=tuple(rings))


SPOTS = (area((TRIANGLE,)), area(HOLED), area(TINY))


@pytest.mark.parametrize(
    ("x", "y", "meant"),
    [
        (100, 100, 0),
        (400, 400, -1),  # within the triangle's box, not within it
        (600, 600, 1),
        (750, 750, 2),
        (775, 775, 2),  # in the hole, near the tiny one
        (950, 750, 1),
        (100, 900, -1),
    ],
)
def test_a_touch_means_the_area_that_it_lies_in(x, y, meant):
    assert nearest(SPOTS, x, y, 1000, 1000, 88) == meant


def test_beside_a_tiny_area_another_one_that_holds_the_touch_is_meant():
    whole = area((((0.0, 0.0), (0.75, 0.0), (0.75, 1.0), (0.0, 1.0)),))
    tiny = area((((0.75, 0.5), (0.77, 0.5), (0.77, 0.52), (0.75, 0.52)),))
    assert nearest((whole, tiny), 740, 510, 1000, 1000, 88) == 0
    assert nearest((whole, tiny), 790, 510, 1000, 1000, 88) == 1
