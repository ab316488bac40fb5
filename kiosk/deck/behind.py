"""The table behind a chart, as a visitor reads it: what the columns are called, and every number written out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.deck.columns import measures, word_columns
from kiosk.deck.interface import interface
from kiosk.deck.model import Chart, Deck, Qualifier
from kiosk.deck.numbers import SIGNS, written
from kiosk.deck.tables import Cell, Table, label_text
from kiosk.deck.units import DATES
from kiosk.deck.values import Unit


def has_figures(chart: Chart) -> bool:
    """Whether a chart's numbers say something by themselves: not as degrees on a map, nor as points in time."""
    return chart.unit.noun not in DATES and (chart.kind != "map" or chart.shows_unit)


def columns(chart: Chart, language: str) -> list[str]:
    """What stands above the columns beside the labels; "" where the chart's title says it."""
    options = getattr(chart, "options", None)
    words = ["" for _ in word_columns(options)]
    series = [each.name.say(language) for each in chart.series]
    return [*words, *series, *(each.name.say(language) or str(each.column) for _, each in measures(options))]


def rows(deck: Deck, chart: Chart, language: str, comma: str) -> Iterator[dict[str, Any]]:
    """Every row: its `label`, its `cells`, all of them as one text in `values`, and its `note`.

    A last one says so where rows were left out.
    """
    table = chart.table
    options = getattr(chart, "options", None)
    label = _spoken(table, chart.label or table.columns[0], language)
    words = [_spoken(table, column, language) for _, column in word_columns(options)]
    series = [(each.name.say(language), table.column(each.column)) for each in chart.series]
    others = [
        (each.name.say(language), table.column(each.column), each.unit or chart.unit) for _, each in measures(options)
    ]
    qualifiers = _optional(table, "qualifier")
    notes = _spoken(table, "note", language)
    for at in range(len(table.rows)):
        meant = label_text(qualifiers[at])
        named = [(name, _said(deck, column[at], chart.unit, language, meant)) for name, column in series]
        named += [(name, _said(deck, column[at], unit, language)) for name, column, unit in others]
        said = [f"{name} {text}".strip() if len(named) > 1 else text for name, text in named if text]
        yield {
            "label": label_text(label[at]),
            "cells": [*(label_text(column[at]) for column in words), *(text for _, text in named)],
            "values": comma.join([*(label_text(column[at]) for column in words), *said]),
            "note": label_text(notes[at]) or chart.note.say(language),
        }
    if table.kept:
        rest = interface(language).rows_left_out.format(shown=len(table.kept), all=table.count)
        yield {"label": rest, "cells": ["" for _ in columns(chart, language)], "values": "", "note": ""}


def _said(deck: Deck, cell: Cell, unit: Unit, language: str, qualifier: str = "") -> str:
    """A number with its sign and unit; "" for a gap."""
    meant: Qualifier = qualifier if qualifier in SIGNS else "exact"  # type: ignore[assignment]
    return str(written(deck, cell, unit, language, meant)) if isinstance(cell, float) else ""


def _spoken(table: Table, name: str, language: str) -> tuple[Cell, ...]:
    """A column of words in a language, as `NAME.zh` has them or else `NAME` itself."""
    own, plain = _optional(table, f"{name}.{language}"), _optional(table, name)
    return tuple(there or anyway for there, anyway in zip(own, plain, strict=True))


def _optional(table: Table, name: str) -> tuple[Cell, ...]:
    return table.column(name) if name in table.columns else (None,) * len(table.rows)
