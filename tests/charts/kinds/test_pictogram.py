"""Pictograms: so many icons as the count asks for, the last one cut, what one stands for said once."""

import json
import re

import numpy as np
import pytest
from charts.making import job, layers

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.charts.icons import breadth, icon
from kiosk.charts.kinds.pictogram import _each
from kiosk.deck.problems import DeckError
from kiosk.deck.values import Unit

TRAINS = Unit("trains")
ROWS = (("2011", 40.0), ("2015", 100.0), ("2020", 250.0))


def pictogram(rows=ROWS, **more):
    return job("pictogram", rows=rows, **({"unit": TRAINS} | more))


def spots_of(files):
    return json.loads(files[SPOTS])["spots"]


def painted(files, spot):
    """The icons' pixels within a spot, as an array of opacities."""
    data = np.asarray(layers(files)[1])[:, :, 3]
    left, top = round(spot["x"] * data.shape[1]), round(spot["y"] * data.shape[0])
    return data[top : top + round(spot["h"] * data.shape[0]), left : left + round(spot["w"] * data.shape[1])]


@pytest.mark.parametrize("icon_name", ["dot", "person", "container", "building"])
def test_as_much_is_painted_as_is_counted(icon_name):
    files = draw(pictogram(rows=(("a", 30.0), ("b", 90.0), ("c", 120.0)), icon=icon_name, each=10.0))
    amounts = [(painted(files, spot) > 128).sum() for spot in spots_of(files)]
    assert amounts[1] / amounts[0] == pytest.approx(3, rel=0.03)
    assert amounts[2] / amounts[0] == pytest.approx(4, rel=0.03)


def test_a_partial_icon_is_cut_and_its_rest_a_shadow():
    files = draw(pictogram(rows=(("a", 5.0), ("b", 10.0)), each=10.0))
    half, full = spots_of(files)
    assert half["w"] == full["w"]
    assert (painted(files, half) > 128).sum() * 2 == pytest.approx((painted(files, full) > 128).sum(), rel=0.03)
    base = layers(files)[0]
    x, y = (half["x"] + 0.75 * half["w"]) * base.width, (half["y"] + half["h"] / 2) * base.height
    assert base.getpixel((round(x), round(y)))[3] == 255


@pytest.mark.parametrize(
    ("largest", "each"),
    [(7.0, 1), (20.0, 1), (21.0, 2), (650.0, 50), (3250.0, 200), (1_450_000.0, 100_000), (0.5, 0.05)],
)
def test_an_icon_stands_for_a_round_number(largest, each):
    assert _each(pictogram(rows=(("a", largest),))) == pytest.approx(each)


def test_what_an_icon_stands_for_is_in_the_unit_of_the_language():
    rows = (("a", 50.0), ("b", 20.0))
    assert _each(pictogram(rows=rows, unit=Unit("people", 1000), each=10.0)) == 10
    assert _each(pictogram(rows=rows, unit=Unit("people", 1000), each=10.0, language="zh")) == 1


@pytest.mark.parametrize("qualifier", ["about", "at_least"])
def test_a_count_that_is_not_exact_looks_another_way(qualifier):
    columns = ("port", "value", "qualifier")
    exact, other = (draw(pictogram(rows=(("a", 50.0, q),), columns=columns, each=10.0)) for q in (None, qualifier))
    if qualifier == "at_least":
        following = [46, 102]  # the opacity of the icons that may follow
        assert np.isin(following, painted(other, spots_of(other)[0])).all()
    else:
        exact_colours, other_colours = (len(layers(files)[1].getcolors(1 << 20)) for files in (exact, other))
        assert other_colours > 1.2 * exact_colours


def test_every_count_has_its_spot_and_the_highlight_the_accent():
    made = pictogram(rows=(*ROWS, ("gap", None), ("none", 0.0), ("bit", 0.001)), highlight="2015")
    spots = {spot["label"]: spot for spot in spots_of(draw(made))}
    assert set(spots) == {"2011", "2015", "2020", "none", "bit"}
    assert spots["2020"]["value"] == "250 trains"
    assert spots["2015"]["colour"] == made.palette.accent
    assert spots["2011"]["colour"] == made.palette.faded


def test_every_icon_fits_its_box():
    for name in ("dot", "person", "train", "container", "building", "plane"):
        extents = icon(name).get_extents()
        assert extents.x0 >= -1e-9
        assert extents.y0 >= -1e-9
        assert extents.y1 <= 1 + 1e-9
        assert 0.3 < breadth(icon(name)) <= 1.5


@pytest.mark.parametrize(
    ("rows", "more", "sentence"),
    [
        ((("a", -1.0),), {}, "-1 in the column `value` is negative: a pictogram cannot show it"),
        ((("a", 0.0),), {}, "sums up to zero: a pictogram cannot show it"),
        ((("a", 1000.0),), {"each": 9.0}, "1000 would be more than 100 icons: let one stand for 10 or more"),
        ((("a", 1.0),), {"each": 0.0}, "one icon must stand for more than zero"),
        (tuple((str(at), 1.0) for at in range(13)), {}, "12"),
    ],
)
def test_what_a_pictogram_cannot_show(rows, more, sentence):
    with pytest.raises(DeckError, match=re.escape(sentence)):
        pictogram(rows=rows, **more)
