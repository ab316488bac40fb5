"""What is drawn: layers of one size, marks where the hot spots say, as long as their values."""

import json
import time
from dataclasses import replace

import pytest
from charts.making import DAY, NIGHT, job, layers, two_series, words
from spread import spread

from kiosk.charts import ChartError
from kiosk.charts.cache import BASE, DATA, SPOTS
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import rgba
from kiosk.charts.draw import draw, drawn, lay_out
from kiosk.deck.charts.bar import Reference
from kiosk.deck.problems import DeckError
from kiosk.deck.values import Unit

KINDS = ("area", "bar", "donut", "line", "share")


def spots_of(files):
    return json.loads(files[SPOTS])["spots"]


def colour_at(layer, x, y):
    return layer.getpixel((min(layer.width - 1, int(x * layer.width)), min(layer.height - 1, int(y * layer.height))))


def is_colour(pixel, colour, tolerance=12):
    return pixel[3] > 240 and all(
        abs(a - round(255 * b)) <= tolerance for a, b in zip(pixel[:3], rgba(colour)[:3], strict=True)
    )


@pytest.mark.parametrize(("kind", "screen"), spread(KINDS, [((1040, 620), 1.0), ((333, 501), 1.25), ((600, 400), 2.0)]))
def test_both_layers_have_the_size_in_device_pixels(kind, screen):
    size, ratio = screen
    base, data = layers(draw(job(kind, size=size, ratio=ratio)))
    assert base.size == data.size == (round(size[0] * ratio), round(size[1] * ratio))
    assert base.getpixel((0, base.height - 1))[3] == 0
    assert data.getbbox() is not None


@pytest.mark.parametrize(
    ("look", "direction", "several"),
    spread([DAY, NIGHT], ["vertical", "horizontal"], [{}, two_series(), two_series() | {"arrange": "stacked"}]),
)
def test_bars_are_where_their_spots_are_and_as_long_as_their_values(look, direction, several):
    made = job(look=look, direction=direction, **several)
    files = draw(made)
    _, data = layers(files)
    spots = spots_of(files)
    values = [cell.value for row in made.rows for cell in row.cells]
    assert len(spots) == len(values)
    side = "h" if direction == "vertical" else "w"
    lengths = {spot[side] / value for spot, value in zip(spots, values, strict=True)}
    assert max(lengths) / min(lengths) < 1.02
    for spot in spots:
        inside = (0.1, 0.9) if several.get("arrange") else (0.4, 0.5)
        assert any(
            is_colour(colour_at(data, spot["x"] + spot["w"] * at, spot["y"] + spot["h"] * at), spot["colour"])
            for at in inside
        )


def test_a_bars_number_stands_above_it_in_the_same_layer():
    files = draw(job())
    base, data = layers(files)
    for spot in spots_of(files):
        left, right = int(spot["x"] * data.width), int((spot["x"] + spot["w"]) * data.width)
        top = int(spot["y"] * data.height)
        assert data.crop((left, top - 40, right, top - 6)).getbbox()
        assert not base.crop((left, top - 40, right, top - 6)).getbbox()


def test_the_highlight_takes_the_accent_and_the_others_step_back():
    made = job(highlight="2019")
    colours = [spot["colour"] for spot in spots_of(draw(made))]
    assert colours == [made.palette.faded, made.palette.faded, made.palette.accent, made.palette.faded]
    assert {spot["colour"] for spot in spots_of(draw(job()))} == {made.palette.accent}


def test_a_highlight_that_no_row_has_changes_nothing():
    made = replace(job(), highlight="1900")
    assert {spot["colour"] for spot in spots_of(draw(made))} == {made.palette.accent}


def test_a_lower_bound_fades_on_beyond_its_bar():
    rows = (("2018", 500.0, "at_least"), ("2019", 1000.0, None))
    files = draw(job(rows=rows, columns=("year", "value", "qualifier")))
    _, data = layers(files)
    spot = spots_of(files)[0]
    x = int((spot["x"] + spot["w"] * 0.08) * data.width)
    top = int(spot["y"] * data.height)
    opacities = [data.getpixel((x, top - away))[3] for away in (8, 16, 24)]
    assert 200 > opacities[0] > opacities[1] > opacities[2] > 0
    assert data.getpixel((x, top + 3))[3] == 255


def test_a_reference_line_crosses_everything_and_no_number_lies_on_it():
    made = job(reference=Reference(value=500, label=words("threshold")))
    files = draw(made)
    base, data = layers(files)
    spots = spots_of(files)
    per_value = spots[0]["h"] / 450.8
    y = round((spots[0]["y"] + spots[0]["h"] - 500 * per_value) * base.height)
    row = base.crop((0, y - 2, base.width, y + 3)).convert("L").getbbox()
    assert row
    assert row[0] < 5
    assert row[2] > base.width - 20
    for spot in spots:
        left = int((spot["x"] - 0.02) * data.width)
        over = data.crop((left, y - 3, int(spot["x"] * data.width) - 1, y + 4))
        assert not over.getbbox()


@pytest.mark.parametrize("kind", ["line", "area"])
def test_points_are_drawn_where_their_spots_are(kind):
    made = job(kind, rows=(("2017", 10.0), ("2018", 20.0), ("2020", 40.0), ("2021", 30.0)))
    files = draw(made)
    _, data = layers(files)
    spots = spots_of(files)
    assert {spot["shape"] for spot in spots} == {"point"}
    assert all(is_colour(colour_at(data, spot["x"], spot["y"]), made.palette.accent) for spot in spots)
    xs = [spot["x"] for spot in spots]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(2, abs=0.01)
    ys = [spot["y"] for spot in spots]
    assert (ys[0] - ys[2]) / (ys[0] - ys[1]) == pytest.approx(3, abs=0.01)


def test_a_line_does_not_bridge_missing_years():
    files = draw(job("line", rows=(("2017", 10.0), ("2018", 10.0), ("2020", 10.0), ("2021", 10.0))))
    _, data = layers(files)
    spots = spots_of(files)
    middle = (spots[1]["x"] + spots[2]["x"]) / 2
    assert colour_at(data, middle, spots[0]["y"])[3] == 0
    assert colour_at(data, (spots[0]["x"] + spots[1]["x"]) / 2, spots[0]["y"])[3] == 255


def test_months_are_spaced_as_time_goes():
    rows = (("2020-01", 1.0), ("2020-07 (published)", 2.0), ("2022-01", 3.0))
    xs = [spot["x"] for spot in spots_of(draw(job("line", rows=rows)))]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(3, abs=0.01)


def test_wedges_are_drawn_where_their_spots_are():
    made = job("donut", rows=(("a", 50.0), ("b", 30.0), ("c", 19.0), ("d", 1.0)))
    files = draw(made)
    _, data = layers(files)
    spots = spots_of(files)
    assert [round(spot["a1"] - spot["a0"], 1) for spot in spots] == [180.0, 108.0, 68.4, 3.6]
    first = spots[0]
    at = first["cx"] + (first["r0"] + 0.15 * (first["r1"] - first["r0"]))
    assert is_colour(colour_at(data, at, first["cy"]), first["colour"])
    assert len({spot["colour"] for spot in spots}) == 4
    assert all(spot["shape"] == "wedge" and spot["w"] > 0 and spot["h"] > 0 for spot in spots)


def test_shares_are_as_long_as_their_part_of_the_whole():
    files = draw(job("share", rows=(("a", 100.0), ("b", 25.0)), unit=Unit("percent")))
    base, data = layers(files)
    whole, quarter = spots_of(files)
    assert quarter["w"] / whole["w"] == pytest.approx(0.25, abs=0.001)
    assert is_colour(
        colour_at(data, quarter["x"] + quarter["w"] / 2, quarter["y"] + quarter["h"] / 2), quarter["colour"]
    )
    assert is_colour(colour_at(base, whole["w"] * 0.9, quarter["y"] + quarter["h"] / 2), job().palette.track)


def test_a_spot_says_everything_a_callout_needs():
    rows = (("2020", 651.34, "customs", "revised", "about"),)
    made = job(rows=rows, columns=("year", "value", "source", "note", "qualifier"), period=words("full year"))
    spot = spots_of(draw(made))[0]
    said = {name: spot[name] for name in ("label", "value", "period", "source", "note", "series")}
    assert said == {
        "label": "2020",
        "value": "≈651.34 billion yuan",
        "period": "full year",
        "source": "Customs",
        "note": "revised",
        "series": "",
    }
    assert {spot["series"] for spot in spots_of(draw(job(**two_series())))} == {"Exports", "Imports"}


def test_the_same_job_gives_the_same_picture():
    assert draw(job("line")) == draw(job("line"))


def test_a_dollar_sign_is_a_dollar_sign_and_tofu_is_an_error():
    files = draw(job(rows=(("$1 and $2", 1.0), ("两江 100%", 2.0)), title=words("US$ $x_1$")))
    assert files[BASE] != draw(job(rows=(("1 and 2", 1.0), ("两江 100%", 2.0)), title=words("US x1")))[BASE]


@pytest.mark.parametrize(("kind", "language"), spread(KINDS, ["en", "zh"]))
def test_nothing_is_drawn_beyond_the_edge(kind, language):
    """The outermost pixels stay free but for lines and tracks that run from edge to edge."""
    base, data = layers(draw(job(kind, language=language)))
    for layer in (base, data):
        assert not layer.crop((0, layer.height - 1, layer.width, layer.height)).getbbox()
        assert not layer.crop((0, 0, layer.width, 1)).getbbox()


HOSTILE = {
    "long": tuple(("x" * 100_000, float(at)) for at in range(1, 6)),
    "long zh": tuple(("开" * 1000 + str(at), float(at)) for at in range(1, 6)),
    "huge": (("a", 1e308), ("b", -1e308), ("c", 1e308)),
    "gaps": (("a", None), ("b", float("nan")), ("c", 3.0), ("d", None)),
    "zero": (("a", 0.0), ("b", 0.0)),
    "one": (("2020", 5.0),),
    "forty": tuple((str(1980 + at), at * 7.5 - 20) for at in range(40)),
    "thousand": tuple((str(at), float(at)) for at in range(1000)),
    "tiny": (("a", 1e-300), ("b", 2e-300)),
    "negative": (("2018", -5.0), ("2019", 3.0), ("2020", -1.0)),
    "empty": (("", 1.0), ("", 2.0)),
    "odd": (("\n\t<img src=x>", 1.0), ("\u202eabc", 2.0)),
    "none": (("a", None),),
}


@pytest.mark.parametrize(("content", "kind"), spread(HOSTILE, KINDS))
def test_hostile_content_gives_a_picture_or_a_chart_error_and_soon(content, kind):
    rows = HOSTILE[content]
    began = time.perf_counter()
    for size, language in (((1040, 620), "en"), ((120, 90), "zh")):
        try:
            made = job(rows=rows, size=size, language=language)
        except DeckError:  # the deck's own rules were faster
            return
        made = replace(made, kind=kind, options=job(kind, rows=(("a", 1.0),)).options)
        try:
            assert set(draw(made)) == {BASE, DATA, SPOTS}
        except ChartError:
            continue
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(("size", "ratio"), [((0, 100), 1.0), ((100, -5), 1.0), ((100, 100), 1000.0)])
def test_sizes_that_make_no_sense_are_refused(size, ratio):
    with pytest.raises(ChartError):
        draw(job(size=size, ratio=ratio))


def test_an_unknown_kind_is_refused():
    made = replace(job(), kind="pie")
    with pytest.raises(ChartError, match="no chart of kind pie"):
        drawn(made, Canvas(made))


@pytest.mark.parametrize(
    "text", ["$_^$", "$x$", r"$\foo$", r"\usepackage{x}\input{y}", "$" + r"\sqrt{" * 30 + "}" * 30 + "$"]
)
def test_a_dollar_sign_is_one_and_nothing_is_a_formula(text):
    """As a formula, one of these is refused, one ends Python's stack, and one is written without its signs."""
    plain = draw(job(rows=(("2020", 1.0), (text, 2.0)), size=(600, 400)))
    other = draw(job(rows=(("2020", 1.0), (text.replace("$", "€"), 2.0)), size=(600, 400)))
    assert layers(plain)[0].size == layers(other)[0].size
    assert plain != other or "$" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_looks_the_same_whatever_was_drawn_before(kind):
    whole = job(kind)
    part = replace(whole, view=(0.3, 0.2, 0.4, 0.4))
    at_first = draw(part)
    draw(whole)
    assert draw(part) == at_first
    draw(replace(whole, text_scale=1.5))
    lay_out(whole)
    assert draw(part) == at_first
