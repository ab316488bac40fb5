"""Names beside marks: near them, clear of marks, rivers and one another."""

from __future__ import annotations

import math
import random

import pytest

from kiosk.charts.frame import Area
from kiosk.charts.tags import Places, narrow, tag

ROOM = Area(0.0, 0.0, 1000.0, 600.0)


def box(placed):
    return placed.left, placed.top, placed.left + placed.tag.width, placed.top + placed.tag.height


def test_tags_lie_neither_on_marks_nor_on_one_another():
    chance = random.Random(3)  # noqa: S311 - the same crowd each time
    marks = [(chance.uniform(50, 950), chance.uniform(50, 550), chance.uniform(5, 25)) for _ in range(25)]
    places = Places(ROOM, marks)
    placed = [places.first([tag(f"Place number {at}", "1,234", 22, 300)], *mark) for at, mark in enumerate(marks)]
    boxes = [box(each) for each in placed if each]
    assert len(boxes) > 15
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= 1000
        assert 0 <= top < bottom <= 600
        for x, y, radius in marks:
            assert math.hypot(x - min(max(x, left), right), y - min(max(y, top), bottom)) >= radius
        for other in boxes[:at]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_a_tag_stands_right_of_its_mark_unless_a_river_runs_there():
    right = Places(ROOM, [(500, 300, 10)]).first([tag("Port", "5", 22, 300)], 500, 300, 10)
    assert right
    assert right.left > 510
    river = [(x, 300.0) for x in range(511, 1000, 5)]
    left = Places(ROOM, [(500, 300, 10)], [], river).first([tag("Port", "5", 22, 300)], 500, 300, 10)
    assert left
    assert box(left)[2] < 490


def test_a_tag_without_a_free_place_is_left_out():
    assert Places(Area(0, 0, 60, 60), [(30, 30, 10)]).first([tag("A long name", "", 22, 300)], 30, 30, 10) is None


@pytest.mark.parametrize(
    ("label", "lines"), [("Port", 1), ("Chongqing Economic and Technological Development Zone", 3), ("港" * 30, 3)]
)
def test_a_long_name_stands_in_lines(label, lines):
    made = tag(label, "5", 22, 300)
    assert len(made.name.lines) == lines
    assert made.width <= 300


def test_a_short_name_is_not_parted():
    assert narrow("Port", "5", 22, 300) is None
    parted = narrow("Wanzhou bonded zone", "", 22, 300)
    assert parted
    assert len(parted.name.lines) == 2
