"""Charts of anything (B9): a picture or a sentence that says why not, within five seconds; and no worker that grows."""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from pathlib import Path

import pytest
from charts.kinds.test_map import GROUND
from charts.making import DECK, NIGHT, chart, words
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tiny import FILES

from kiosk.charts import ChartError, chart_job
from kiosk.charts.cache import BASE, DATA, SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.columns import Measure
from kiosk.deck.load import load
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName, Unit

pytestmark = pytest.mark.filterwarnings("ignore:Glyph .+ missing from font")  # as the worker has it

MOST_S = 5.0
KINDS = sorted(path.stem for path in Path(draw.__code__.co_filename).with_name("kinds").glob("[a-z]*.py"))
COLUMNS = ("label", "a", "b", "word", "qualifier")
ACROSS = Measure(column=ColumnName("b"), name=words("Across"))
TO, GROUP = ColumnName("word"), ColumnName("word")
OPTIONS: dict[str, tuple[dict, ...]] = {
    "area": ({},),
    "bar": (*({"direction": d, "arrange": a} for d in ("vertical", "horizontal") for a in ("stacked", "percent")), {}),
    "flow": ({"to": TO},),
    "gauge": ({}, {"least": -1e308, "most": 1e308}, {"least": 0.0, "most": 5e-324}),
    "line": ({}, {"baseline": "data"}),
    "map": ({"ground": GROUND}, {"ground": GROUND, "by": "fill"}),
    "multiples": ({}, {"form": "bar"}),
    "pictogram": ({}, {"each": 1e-300}, {"icon": "train", "each": 1e300}),
    "scatter": ({"across": ACROSS}, {"across": ACROSS, "size": ACROSS, "labels": "all"}),
    "share": ({"whole": 1e300}, {"whole": 100.0}),
    "timeline": ({}, {"end": ACROSS}, {"lane": GROUP}),
    "treemap": ({}, {"group": GROUP}),
    "waterfall": ({}, {"baseline": "data"}),
}
"""What a kind is asked for besides its table; the others need nothing."""
ONE_COLUMN = {"donut", "flow", "gauge", "map", "pictogram", "scatter", "share", "timeline", "treemap", "waterfall"}
TEXTS = (
    *("$\\foo$", "$_^$", "\\sqrt{" * 30 + "x" + "}" * 30, "\0", "\u202egnp.exe", "<img src=''>", "", " "),
    *(
        "\U0001f469\u200d\U0001f52c",
        "e" + "\u0301" * 300,
        "开" * 3000,
        "x" * 5000,
        "a\nb\tc",
        "%s %d {0}",
        "-1",
        "1e309",
    ),
    *("West", "east", "Port"),
)
NUMBERS = (0.0, -0.0, 1.0, -1.0, 5e-324, 1e-300, 1e17, -1e17, 1e18, 1e19, 1e308, -1e308, float("nan"), float("inf"))
SIDES = (1, 2, 60, 120, 240, 480, 900)

LETTERS = st.characters(exclude_categories=["Cs"])
"""A lone surrogate comes to no chart: see the last test."""
cells = st.sampled_from((*NUMBERS, None)) | st.floats(-1000, 1000) | st.floats() | st.floats(0, 100)
labels = st.sampled_from(TEXTS) | st.text(LETTERS, max_size=12) | st.integers(1980, 2030).map(str)
rows = st.lists(
    st.tuples(labels, cells, cells, labels, st.sampled_from(("exact", "about", "at_least"))), min_size=1, max_size=24
)
calm = st.lists(st.tuples(labels, st.floats(0, 90), st.floats(0, 90), labels, st.just("about")), min_size=2, max_size=9)
"""Tables that most kinds take, so that the drawing is come to."""
asked = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), st.sampled_from(OPTIONS.get(kind, ({},)))))
sizes = st.tuples(st.sampled_from(SIDES), st.sampled_from(SIDES), st.sampled_from((0.5, 1.0, 1.5)))
AT_ONCE = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": (Phase.explicit, Phase.generate)}
"""Seldom slow, and never in search of a smaller example: that takes longer than all the rest."""


@pytest.fixture(autouse=True)
def _collecting():
    """Python collects garbage by itself; a test with a window, which came before, may have stopped that."""
    collects = gc.isenabled()
    gc.enable()
    yield
    if not collects:
        gc.disable()


def made(kind: str, options: dict, table, size, text: str, language: str) -> None:
    """Draw a chart; it may be refused as well, but neither late nor by another exception."""
    began = time.process_time()
    columns = "a" if kind in ONE_COLUMN else "ab"
    series = tuple(Series(column=column, name=words(text or "one", text or "一")) for column in columns)
    more = {"series": series, "title": words(text or "title"), "highlight": table[0][0], **options}
    if kind == "timeline":
        more["unit"] = Unit("year")
    with suppress(DeckError, ChartError):  # which have a sentence
        chosen = chart(kind, tuple(table), COLUMNS, **more)
        told = chart_job(DECK, chosen, NIGHT, language, *size, 1.0, NIGHT.groups.gold)
        assert {BASE, DATA, SPOTS} <= set(draw(told))
    assert time.process_time() - began < MOST_S


anything = given(asked, rows | calm, sizes, labels, st.sampled_from(("en", "zh")))


@settings(max_examples=25, derandomize=True, **AT_ONCE)
@anything
def test_charts_of_anything(what, table, size, text, language):
    """B9, the short part."""
    made(*what, table, size, text, language)


@pytest.mark.soak
@settings(max_examples=5000, **AT_ONCE)
@anything
def test_five_thousand_charts_of_anything(what, table, size, text, language):
    """B9."""
    made(*what, table, size, text, language)


FEW = [("a", 1.0, 2.0, "b", "exact"), ("b", 2.0, 3.0, "c", "about")]
KILLERS = {
    "a title of a million characters": ("bar", FEW, (480, 240, 1.0), "x" * 1_000_000),
    "30 nested roots": ("bar", FEW, (480, 240, 1.0), "$" + "\\sqrt{" * 30 + "x" + "}" * 30 + "$"),
    "commands that TeX lacks": ("line", FEW, (480, 240, 1.0), "$\\foo$ $_^$"),
    "20,000 labels": ("bar", [(f"label {at}", 1.0, 2.0, "x", "exact") for at in range(20_000)], (480, 240, 1.0), "x"),
    "20,000 tiles": ("treemap", [(f"label {at}", 1.0, 2.0, "x", "exact") for at in range(20_000)], (9, 9, 1.0), "x"),
    "100,000 days": (
        "line",
        [(f"{1900 + at // 365}-{at % 365}", float(at), 2.0, "x", "exact") for at in range(100_000)],
        (480, 240, 1.0),
        "days",
    ),
    "a million pixels wide": ("bar", FEW, (1_000_000, 240, 1.0), "x"),
    "no width": ("bar", FEW, (0, 240, 1.0), "x"),
    "the largest and the least": ("line", [("a", 1e308, -1e308, "x", "exact"), *FEW], (480, 240, 1.0), "x"),
    "a group of next to nothing": (
        "treemap",
        [("a", 30.0, 0.0, "east", "exact"), ("b", 5e-324, 0.0, "west", "exact")],
        (120, 120, 1.0),
        "x",
        {"group": GROUP},
    ),
    "steps of next to nothing": (
        "waterfall",
        [("a", 5e-324, 81.0, "x", "about"), ("", 5e-324, 0.9, "y", "about"), ("a", 5e-324, 81.0, "x", "about")],
        (120, 120, 1.0),
        "x",
        {"baseline": "data"},
    ),
    "a point as large as next to nothing": (
        "scatter",
        [("%s %d {0}", 5e-324, 5e-324, "x", "exact")],
        (60, 60, 1.5),
        "2003",
        {"across": ACROSS, "size": ACROSS, "labels": "all"},
    ),
    "a donut of nothing": ("donut", [("a", 0.0, 0.0, "x", "exact"), ("b", 0.0, 0.0, "x", "exact")], (480, 240, 1), "x"),
    "a donut of debts": ("donut", [("a", -1.0, 0.0, "x", "exact"), ("b", -5.0, 0.0, "x", "exact")], (480, 240, 1), "x"),
}


@pytest.mark.parametrize("killer", KILLERS.values(), ids=KILLERS)
def test_what_stops_other_programs(killer):
    """B9, the row's own list and what was found since: what takes minutes or all of the memory elsewhere, or raises."""
    kind, table, size, text, *options = killer
    made(kind, options[0] if options else {}, table, size, text, "en")


@pytest.mark.parametrize("place", ["{en: Trade, zh: 进出口}", "column: exports", "table: trade.csv"])
def test_half_a_character_is_refused_where_it_stands(tiny_folder, place):
    """B9, its lone surrogate: a font cannot be asked for one, so the deck's reader lets none in."""
    key = place.partition(" ")[0]
    half = f'{key} "\\ud800"' if key != "{en:" else '{en: "\\ud800", zh: 进出口}'
    text = FILES["river.yaml"]
    assert place in text
    (tiny_folder / "river.yaml").write_text(text.replace(place, half), encoding="utf-8")
    (problem,) = [each for each in load(tiny_folder).errors if each.path.name == "river.yaml"]
    assert "is not a character" in str(problem)
