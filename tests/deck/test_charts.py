"""What a chart needs of its table, for each kind that needs something of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tiny import FILES

from kiosk.deck.charts.share import Chart as Share
from kiosk.deck.load import load
from kiosk.deck.model import Chart, ChartSlide

BOTH = FILES["river.yaml"].partition("      series:\n")
PLAIN = BOTH[0].replace("kind: bar", "kind: {kind}")


def chart(tiny: Path, kind: str, table: str, more: str = "") -> Chart | str:
    """The chart of a kind made of a table, or the one line that says why there is none."""
    (tiny / "river.yaml").write_text(PLAIN.replace("{kind}", kind) + more, encoding="utf-8")
    (tiny / "trade.csv").write_text(table, encoding="utf-8")
    loaded = load(tiny)
    if loaded.problems:
        (problem,) = loaded.problems
        return str(problem)
    assert loaded.deck is not None
    (slide,) = [each for platform in loaded.deck.platforms for each in platform.slides if each.id == "trade"]
    assert isinstance(slide, ChartSlide)
    return slide.chart


def test_label_and_series_are_found_where_they_are_not_named(tiny: Path):
    made = chart(tiny, "bar", "year,year.zh,source,note,x,y\n2020,二,bureau,1,2,3\n")
    assert isinstance(made, Chart)
    assert (made.label, [series.column for series in made.series]) == ("year", ["x"])


def test_a_named_label_column(tiny: Path):
    made = chart(tiny, "line", "x,name\n3,a\n4,b\n", "      label: name\n      highlight: b\n")
    assert isinstance(made, Chart)
    assert [series.column for series in made.series] == ["x"]


@pytest.mark.parametrize(
    ("kind", "table", "more", "line"),
    [
        ("bar", "a,b\nx,y\n", "", "river.yaml:21:14: error: no column of `trade.csv` beside `a` is one of numbers"),
        ("bar", "a,b\nx,1\n", "      label: c\n", "river.yaml:25:14: error: `trade.csv` has no column `c`"),
        ("donut", "a,b\nx,1\ny,-2\n", "", "trade.csv:3:3: error: -2 in the column `b` is negative"),
        ("donut", "a,b\nx,0\ny,0\n", "", "river.yaml:21:14: error: the column `b` of `trade.csv` sums up to zero"),
        ("share", "a,b\nx,50\ny,101\n", "", "trade.csv:3:3: error: 101 in the column `b` is not a share"),
        ("share", "a,b\nx,-1\n", "", "trade.csv:2:3: error: -1 in the column `b` is not a share"),
        ("share", "a,b\nx,1\n", "      options: {whole: 0}\n", "river.yaml:25:24: error: the whole must be more than"),
        ("bar", "a,b\nx,1\n", "      series: [{column: b}, {column: b}]\n", "river.yaml:25:38: error: the column `b`"),
    ],
)
def test_what_a_chart_cannot_show(tiny: Path, kind: str, table: str, more: str, line: str):
    made = chart(tiny, kind, table, more)
    assert isinstance(made, str)
    assert made.startswith(line)


def test_a_share_of_another_whole(tiny: Path):
    assert isinstance(chart(tiny, "share", "a,b\nx,0\ny,250\n", "      options: {whole: 1000}\n"), Share)


def test_a_mark_leads_to_a_platform_that_there_is(tmp_path: Path):
    shutil.copytree(Path(__file__).parent.parent / "gallery", tmp_path / "deck")
    table, file = tmp_path / "deck" / "map-platforms.csv", tmp_path / "deck" / "map.yaml"
    lines = table.read_text(encoding="utf-8").splitlines()
    ids = ["leads", "bar", "barr", *["line"] * (len(lines) - 3)]
    table.write_text("\n".join(f"{line},{end}" for line, end in zip(lines, ids, strict=True)), encoding="utf-8")
    raw = file.read_text(encoding="utf-8")
    at = raw.index("options:", raw.index("table: map-platforms.csv")) + len("options:")
    file.write_text(f"{raw[:at]}\n        leads_to: leads{raw[at:]}", encoding="utf-8")
    wanted = "map-platforms.csv:3:76: error: there is no platform `barr` in the deck's folder: did you mean `bar`?"
    (problem,) = load(tmp_path / "deck").errors
    assert str(problem).endswith(wanted)
