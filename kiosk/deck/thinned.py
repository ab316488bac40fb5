"""A chart whose table has more rows than a picture can show, with those that show the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kiosk.deck.columns import measures
from kiosk.deck.model import Chart
from kiosk.deck.tables import MOST_DRAWN, Cell, Table, label_text
from kiosk.deck.thinning import kept, scattered
from kiosk.deck.times import moments
from kiosk.sentences import sentence

COURSE: Final = sentence("chosen by largest triangles so that the course looks the same")
CLOUD: Final = sentence("one from each field of a grid, and the outermost ones")
"""How rows are chosen, as an operator is told."""


def thinned(chart: Chart) -> Chart:
    """The chart with at most `MOST_DRAWN` rows; what it highlights and its events stay."""
    table = chart.table
    if len(table.rows) <= MOST_DRAWN:
        return chart
    keys = [label_text(key) for key in table.column(chart.label)]
    options = getattr(chart, "options", None)
    named = {chart.highlight, *(event.at for event in getattr(options, "events", ()))} - {""}
    always = [at for at, key in enumerate(keys) if key in named]
    courses = [_numbers(table.column(series.column)) for series in chart.series]
    if chart.CLOUD:
        by_name = {name: _numbers(table.column(measure.column)) for name, measure in measures(options)}
        stay = scattered(by_name["across"], courses[0], by_name.get("size"), MOST_DRAWN, always)
    else:
        stay = kept(moments(keys) or [float(at) for at in range(len(keys))], courses, MOST_DRAWN, always)
    return replace(chart, table=_with(table, stay))


def _with(table: Table, stay: list[int]) -> Table:
    """A table with some of its rows."""
    return replace(
        table,
        rows=tuple(table.rows[at] for at in stay),
        lines=tuple(table.lines[at] for at in stay) if table.lines else (),
        kept=tuple(stay),
        count=len(table.rows),
    )


def _numbers(column: tuple[Cell, ...]) -> list[float | None]:
    return [cell if isinstance(cell, float) else None for cell in column]
