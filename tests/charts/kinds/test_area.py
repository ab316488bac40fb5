"""Areas: what lies on what."""

import json

import pytest
from charts.making import job, layers, two_series

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.problems import DeckError


def test_areas_lie_on_one_another():
    spots = json.loads(draw(job("area", **two_series()))[SPOTS])["spots"]
    lower, upper = spots[:3], spots[3:]
    zero = lower[0]["y"] + (lower[0]["y"] - lower[1]["y"]) * 418.75 / (516.83 - 418.75)
    heights = [zero - spot["y"] for spot in (lower[0], upper[0])]
    assert heights[1] / heights[0] == pytest.approx((418.75 + 232.59) / 418.75, abs=0.01)


def test_a_single_area_is_denser_further_from_zero_and_reaches_below_it():
    made = job("area", rows=(("2018", 100.0), ("2019", 100.0), ("2020", -50.0)))
    files = draw(made)
    _, data = layers(files)
    left, middle, right = json.loads(files[SPOTS])["spots"]
    zero = left["y"] + (right["y"] - left["y"]) * 2 / 3
    x = int((left["x"] + middle["x"]) / 2 * data.width)
    opacities = [data.getpixel((x, int((zero - away * (zero - left["y"])) * data.height)))[3] for away in (0.1, 0.8)]
    assert 0 < opacities[0] < opacities[1] < 255
    below = int((zero + 0.1 * (right["y"] - zero)) * data.height)
    assert data.getpixel((int(right["x"] * data.width) - 4, below))[3] > 0


def test_negative_parts_of_a_stack_are_refused():
    rows = (("2020", 5.0, -1.0),)
    with pytest.raises(DeckError, match="-1 in the column `imports` is negative: an area on another one"):
        job("area", **two_series() | {"rows": rows})
