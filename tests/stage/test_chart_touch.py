"""A chart under fingers: what a touched mark says, reading along lines, enlarging a part, the numbers behind it."""

from __future__ import annotations

from math import cos, radians, sin

import pytest
from charts.gallery import FOLDER, gallery, slides
from charts.test_gallery import KINDS
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from spread import rather

from kiosk.deck.behind import rows
from kiosk.deck.load import load
from kiosk.deck.model import ChartSlide
from kiosk.place import WHOLE
from kiosk.places import SAMPLE_DECK
from kiosk.stage.complete import visible_items
from kiosk.stage.spots import nearest

TARGET = 88 * 720 / 1080
"""The least size of a mark's hot area, in pixels."""
TOLD_OTHERWISE = {"bump", "flow", "timeline", "waterfall"}
"""Kinds whose marks say more or less than a cell of the table does; their own tests tell what."""


def on(item, across: float, down: float) -> QPoint:
    """A place on an item, in the window."""
    return item.mapToScene(item.boundingRect().topLeft()).toPoint() + QPoint(
        round(across * item.width()), round(down * item.height())
    )


@pytest.fixture(scope="module")
def shown():
    return load(FOLDER)


@pytest.fixture
def at(open_booth, shown):
    """A booth that shows a slide of the gallery, complete."""

    def open_at(slide: str, *, language: str = "en", size=(1280, 720), **options):
        screen = open_booth(shown, FOLDER, size=size, attended=True, language=language, **options)
        screen.booth.stage.open(slide)
        screen.until_complete()
        return screen, screen.item(f"chart.{slide}")

    return open_at


def language_of(kind: str) -> str:
    """Some kinds in one language, some in the other."""
    return "zh" if len(kind) % 2 else "en"


@pytest.mark.parametrize("most", rather(6, None), ids=["six", "every one"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_that_is_touched_says_its_value(at, kind, most):
    slide = slides(kind)[0].id
    screen, chart = at(slide, language=language_of(kind))
    spots = screen.spots(slide)
    touched = spots[:: -(-len(spots) // most)] if most else spots
    found = set()
    for spot in touched:
        x, y = middle(spot, chart)
        meant = nearest(spots, x, y, chart.width(), chart.height(), TARGET)
        found.add(meant)
        screen.fingers.tap(on(chart, x / chart.width(), y / chart.height()))
        assert screen.place.spot == meant
        callout = screen.item("spot")
        assert (callout.property("value"), callout.property("source")) == (spots[meant].value, spots[meant].source)
        assert spots[meant].value in screen.texts()
        screen.fingers.tap(on(chart, 0.999, 0.001))  # elsewhere; and two quick taps at one place would enlarge it
    assert len(found) >= 0.8 * len(touched), "most marks are the nearest to their own middle"


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        pytest.param(kind, language, marks=() if language == language_of(kind) else pytest.mark.long)
        for kind in KINDS
        if kind not in TOLD_OTHERWISE
        for language in ("en", "zh")
    ],
)
def test_the_marks_say_what_the_table_has(at, kind, language):
    slide = slides(kind)[0]
    screen, _ = at(slide.id, language=language)
    values = " ".join(row["values"] for row in rows(gallery(), slide.chart, language, " "))
    spots = screen.spots(slide.id)
    assert [spot.value for spot in spots if spot.value.split(" (")[0].split("，")[0] not in values] == []


def middle(spot, chart) -> tuple[float, float]:
    """A place on a mark, in pixels of its chart."""
    if spot.shape == "wedge":
        angle, radius = radians((spot.a0 + spot.a1) / 2), (spot.r0 + spot.r1) / 2 * chart.width()
        return spot.cx * chart.width() + radius * sin(angle), spot.cy * chart.height() - radius * cos(angle)
    return (spot.x + spot.w / 2) * chart.width(), (spot.y + spot.h / 2) * chart.height()


def test_a_tap_elsewhere_closes_the_callout(at):
    screen, chart = at("bar")
    spot = screen.spots("bar")[1]
    screen.fingers.tap(on(chart, spot.x + spot.w / 2, spot.y + spot.h / 2))
    assert screen.place.spot == 1
    assert screen.item("spot").property("value") == spot.value
    screen.fingers.tap(on(chart, 0.999, 0.001))
    assert screen.place.spot == -1


def pinch(screen, chart, *, apart: float, about=(0.5, 0.5)) -> None:
    """Two fingers that move apart until they are so many times as far from one another."""
    middle_ = on(chart, *about)
    reach = chart.width() * 0.1
    screen.fingers.press(middle_ - QPoint(round(reach), 0), middle_ + QPoint(round(reach), 0))
    for step in range(1, 11):
        half = round(reach * (1 + (apart - 1) * step / 10))
        screen.fingers.move(middle_ - QPoint(half, 0), middle_ + QPoint(half, 0))
    screen.fingers.lift()


def test_two_fingers_enlarge_the_part_between_them_which_is_drawn_anew(at):
    screen, chart = at("map")
    whole = {spot.label: spot for spot in screen.spots("map")}
    pinch(screen, chart, apart=2.5, about=(0.4, 0.5))
    view = screen.place.view
    assert 0.3 < view.share < 0.6
    assert view.left < 0.4 < view.left + view.share
    assert view.top < 0.5 < view.top + view.share
    screen.until(lambda: {s.label: s for s in screen.spots("map")} != whole, timeout=60_000)
    for spot in screen.spots("map"):
        before = whole[spot.label]
        assert spot.x == pytest.approx((before.x - view.left) / view.share, abs=0.01)
    assert screen.item("chart.whole")
    screen.tap("chart.whole")
    assert screen.place.view == WHOLE
    screen.until(lambda: {s.label: s for s in screen.spots("map")} == whole, timeout=60_000)


def test_a_chart_is_enlarged_four_times_at_most_and_never_leaves_its_frame(at):
    screen, chart = at("bar")
    pinch(screen, chart, apart=4.5, about=(0.5, 0.5))
    pinch(screen, chart, apart=4.5, about=(0.5, 0.5))
    assert screen.place.view.share == 0.25
    for direction in (QPoint(400, 300), QPoint(-400, -300)):
        for _ in range(6):
            screen.fingers.drag(on(chart, 0.5, 0.5), direction)
        view = screen.place.view
        assert 0 <= view.left <= 0.75
        assert 0 <= view.top <= 0.75
    assert (view.left, view.top) == (0.75, 0.75)
    assert screen.place.slide == screen.booth.stage.index, "the slide stays where it is"
    for _ in range(4):
        pinch(screen, chart, apart=0.2)
    assert screen.place.view == WHOLE


def test_two_taps_enlarge_and_two_more_show_the_whole_again(at):
    screen, chart = at("bar")
    for share in (0.4, 1.0):
        screen.fingers.tap(on(chart, 0.3, 0.5))
        screen.fingers.tap(on(chart, 0.3, 0.5))
        assert screen.place.view.share == share
        screen.fingers.tap(on(chart, 0.9, 0.9))


def test_the_next_slide_is_whole_again(at):
    screen, chart = at("bar")
    pinch(screen, chart, apart=2)
    screen.tap("bar.next")
    screen.tap("bar.previous")
    assert screen.place.view == WHOLE


def test_a_finger_along_lines_reads_all_of_them_where_it_is(at):
    screen, chart = at("line")
    spots = screen.spots("line")
    slide = screen.place.slide
    labels = list(dict.fromkeys(spot.label for spot in spots))
    first = next(spot for spot in spots if spot.label == labels[0])
    screen.fingers.press(on(chart, first.x, 0.5))
    for label in labels:
        points = [spot for spot in spots if spot.label == label]
        target = on(chart, points[0].x, 0.5)
        screen.fingers.move(target - QPoint(1, 0))
        screen.fingers.move(target)
        if label != labels[0]:  # a drag begins some pixels after the press
            line = screen.item("reading")
            assert line.property("moment") == label
            assert line.property("across") == pytest.approx(points[0].x * chart.width(), abs=2)
            assert {point.value for point in points} <= set(screen.texts())
    assert screen.place.slide == slide
    screen.fingers.lift()
    assert [item for item in visible_items(screen.window) if item.objectName() == "reading"] == []


def test_the_numbers_stand_in_the_place_of_the_chart_and_scroll(at):
    screen, _ = at("bar-forty", size=(720, 1280))
    screen.tap("chart.numbers")
    assert screen.place.table
    rows_ = list(rows(gallery(), next(s for s in slides("bar") if s.id == "bar-forty").chart, "en", "; "))
    list_ = screen.item("numbers.list")
    assert rows_[0]["label"] in screen.texts()
    assert list_.property("contentY") == 0
    screen.fingers.drag(on(list_, 0.5, 0.9), QPoint(0, -400))
    assert list_.property("contentY") > 200
    assert screen.place.screen == "slide"
    screen.tap("chart.numbers")
    assert not screen.place.table


def test_the_table_has_every_number_of_every_series(at):
    screen, _ = at("line", size=(1920, 1080))
    screen.tap("chart.numbers")
    chart = slides("line")[0].chart
    texts = screen.texts()
    for row in list(rows(gallery(), chart, "en", "; "))[:4]:
        assert row["label"] in texts
        assert {cell for cell in row["cells"] if cell} <= set(texts)
    assert {series.name.say("en") for series in chart.series} <= set(texts)


@pytest.mark.parametrize(
    "slide",
    [
        "line-five",
        pytest.param("bar-grouped", marks=pytest.mark.long),
        pytest.param("bar-stacked", marks=pytest.mark.long),
        "bar-percent-lying",
        pytest.param("area-stacked", marks=pytest.mark.long),
    ],
)
def test_a_series_is_switched_off_and_on_while_the_axis_stays(at, slide):
    screen, chart = at(slide, size=(1920, 1080))
    every = screen.spots(slide)
    names = list(dict.fromkeys(spot.series for spot in every))
    screen.tap("series.0")
    assert screen.place.hidden == (0,)
    screen.until(lambda: len(screen.spots(slide)) < len(every), timeout=60_000)
    left = screen.spots(slide)
    assert {spot.series for spot in left} == set(names) - {every[0].series}
    before = {(spot.label, spot.series): spot for spot in every}
    for spot in left:
        was = before[spot.label, spot.series]
        assert (spot.value, spot.x if slide != "bar-percent-lying" else spot.y) == (
            was.value,
            pytest.approx(was.x, abs=1e-6) if slide != "bar-percent-lying" else pytest.approx(was.y, abs=1e-6),
        )
        assert (spot.w, spot.h) == pytest.approx((was.w, was.h), abs=4 / chart.height()), "the scale is the same"
    screen.tap("series.0")
    screen.until(lambda: screen.spots(slide) == every, timeout=60_000)


def test_a_chart_grows_in_once_in_a_visit(open_booth, shown):
    screen = open_booth(shown, FOLDER, transitions=True)
    screen.wake()
    grown = []
    for _ in range(2):
        screen.booth.stage.open("bar")
        seen = []
        screen.until(lambda seen=seen: watch(screen, "chart.bar", seen) == 1, timeout=60_000)
        grown.append(seen)
        screen.booth.stage.home()
        screen.until(lambda: not list(named(screen, "chart.bar")))
    assert any(0 < value < 1 for value in grown[0])
    assert not any(0 < value < 1 for value in grown[1])


def watch(screen, name: str, seen: list[float]) -> float:
    """How far a chart has grown; every value is noted."""
    seen.extend(chart.property("grown") for chart in named(screen, name))
    return seen[-1] if seen else 0


def named(screen, name: str):
    return [item for item in visible_items(screen.window) if item.objectName() == name]


def test_a_chart_is_read_out(at):
    _, chart = at("bar")
    said = QAccessible.queryAccessibleInterface(chart)
    assert said.role() == QAccessible.Role.Chart
    assert said.text(QAccessible.Text.Name) == "Foreign trade, billion yuan"
    assert "2020: 651.3 billion yuan" in said.text(QAccessible.Text.Description)


def test_a_mark_of_the_map_leads_to_its_platform(open_booth, real):
    screen = open_booth(real, SAMPLE_DECK, size=(1920, 1080), attended=True)
    slide = next(s.id for s in real.deck.platforms[0].slides if isinstance(s, ChartSlide) and s.chart.kind == "map")
    screen.booth.stage.open(slide)
    screen.until_complete()
    chart = screen.item(f"chart.{slide}")
    spots = screen.spots(slide)
    number = next(at for at, spot in enumerate(spots) if spot.leads_to == "etdz-wanzhou")
    screen.fingers.tap(on(chart, spots[number].x, spots[number].y))
    screen.tap("callout.open")
    order = [p.id for p in real.deck.platforms for _ in p.slides]
    assert order[screen.place.slide] == "etdz-wanzhou"


@pytest.mark.parametrize("language", rather("zh", "en"))
def test_a_series_with_a_long_name_stays_within_its_button(at, language):
    screen, _ = at("line-long", language=language)
    button = screen.item("series.0")
    (name,) = [item for item in button.childItems() if item.inherits("QQuickText")]
    assert name.property("text")
    assert name.x() + name.property("paintedWidth") <= button.width()
