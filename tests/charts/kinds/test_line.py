"""Lines: events, many points, and how a number that is not exact shows."""

import itertools
import json

import pytest
from charts.making import job, layers, words
from spread import rather

from kiosk.charts.cache import BASE, SPOTS
from kiosk.charts.canvas import Canvas
from kiosk.charts.draw import draw
from kiosk.charts.events import placed
from kiosk.deck.charts.line import Event
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

YEARS = tuple((str(2010 + at), 10.0 + at) for at in range(12))


def events(*years, text="The first train leaves for the sea"):
    return tuple(Event(at=str(year), text=words(text, "首趟班列开行")) for year in years)


def spots_of(made):
    return json.loads(draw(made)[SPOTS])["spots"]


@pytest.mark.parametrize("kind", ["line", "area"])
def test_an_event_is_a_thin_line_at_its_moment_and_said_by_its_point(kind):
    made = job(kind, rows=YEARS, events=events(2015))
    base, _ = layers(draw(made))
    spots = spots_of(made)
    x = int(spots[5]["x"] * base.width)
    column = base.crop((x - 2, 100, x + 3, 500)).convert("L").getbbox()
    assert column
    assert column[3] - column[1] > 300
    assert [spot["note"] for spot in spots if spot["note"]] == ["The first train leaves for the sea"]
    assert draw(made)[BASE] != draw(job(kind, rows=YEARS))[BASE]


@pytest.mark.parametrize("width", [420, 880, 1640])
@pytest.mark.parametrize(
    "years", [(2010,), (2021,), (2010, 2011, 2012), (2019, 2020, 2021), (2010, 2013, 2014, 2015, 2020, 2021)]
)
def test_events_words_lie_over_no_other_words_and_no_line(width, years):
    made = job("line", rows=YEARS, size=(width, 620), events=events(*years))
    xs = [20 + at * (width - 60) / 11 for at in range(12)]
    found = placed(made, Canvas(made), xs, float(width))
    assert len(found.lines) == len(years)
    assert found.placed
    boxes = [(words.left, words.right, level) for words, level in found.placed]
    assert all(0 <= left < right <= width for left, right, _ in boxes)
    for at, (left, right, level) in enumerate(boxes):
        assert not any(
            left < other_right and other_left < right
            for other_left, other_right, other in boxes[at + 1 :]
            if other == level
        )
        higher = [other.x for other, others in found.placed if others < level]
        assert not any(left < x < right for x in higher)


def test_events_stand_at_labels_and_are_few():
    with pytest.raises(DeckError, match=r"`1999` is not a label in `t\.csv`"):
        job("line", rows=YEARS, events=events(1999))
    with pytest.raises(DeckError, match="7 events are too many to be read: at most 6 are possible"):
        job("line", rows=YEARS, events=events(*range(2010, 2017)))


def test_more_lines_than_colours_are_refused():
    rows = (("2020", *(1.0,) * 7),)
    columns = ("year", *"abcdefg")
    series = tuple(Series(column=name) for name in columns[1:])
    with pytest.raises(DeckError, match="a line chart shows 1 to 6 columns of numbers, not 7"):
        job("line", rows=rows, columns=columns, series=series)


@pytest.mark.parametrize("kind", rather("line", "area"))
def test_twenty_thousand_points_are_thinned_and_stand_where_they_stood(kind):
    rows = [(str(at), 50.0 + at % 13) for at in range(20_000)]
    rows[3_210] = ("3210", 99.0)
    made = job(kind, rows=tuple(rows), highlight="7777", events=events(1234))
    spots = {spot["label"]: spot for spot in spots_of(made)}
    assert len(spots) <= 400
    assert {"0", "3210", "1234", "7777", "19999"} <= set(spots)
    first, last = spots["0"]["x"], spots["19999"]["x"]
    assert (spots["3210"]["x"] - first) / (last - first) == pytest.approx(3210 / 19_999, abs=0.001)
    assert made.heading == job(kind).heading


def test_years_that_were_thinned_out_are_no_gaps():
    made = job("line", rows=tuple((str(1000 + at), 50.0 + at % 3) for at in range(600)))
    _, data = layers(draw(made))
    spots = json.loads(draw(made)[SPOTS])["spots"]
    for a, b in itertools.pairwise(spots):
        middle = int((a["x"] + b["x"]) / 2 * data.width)
        assert data.crop((middle - 1, 0, middle + 1, data.height)).getbbox()


def test_a_lower_bound_is_hollow_and_an_approximation_has_a_soft_ring():
    rows = (("2018", 10.0, None), ("2019", 10.0, "at_least"), ("2020", 10.0, "about"), ("2021", 10.0, None))
    made = job("line", rows=rows, columns=("year", "value", "qualifier"))
    _, data = layers(draw(made))
    exact, hollow, about, _ = ((int(s["x"] * data.width), int(s["y"] * data.height)) for s in spots_of(made))
    ground = tuple(bytes.fromhex(made.palette.ground[1:]))
    assert data.getpixel(hollow)[:3] == ground
    assert data.getpixel(exact)[:3] != ground
    above = [data.getpixel((x, y - 14))[3] for x, y in (exact, about)]
    assert above[0] == 0
    assert 50 < above[1] < 110
