"""Columns that a chart's kind needs besides its labels and its series, as its options name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.tables import Table
from kiosk.deck.values import ColumnName, Unit, Words


@entry
class Measure:
    """A column of numbers that are no series, such as how far right a point stands."""

    column: ColumnName
    unit: Unit | None = None
    """The chart's own unit where there is none."""
    name: Words = Words()
    """What the numbers say, as an axis and a callout name it."""


def measures(options: Any) -> Iterator[tuple[str, Measure]]:
    """The measures among a kind's options, each with its option's name."""
    return _of_kind(options, Measure)


def word_columns(options: Any) -> Iterator[tuple[str, ColumnName]]:
    """The columns of words among a kind's options, each with its option's name."""
    return _of_kind(options, ColumnName)


def check_columns(table: Table, options: Any) -> tuple[str, ...]:
    """The columns that a kind's options name. Raises DeckError where a table lacks one or it has no numbers."""
    found = []
    for name, measure in measures(options):
        rules.check_numeric(table, measure.column, ("options", name, "column"))
        found.append(str(measure.column))
    for name, column in word_columns(options):
        rules.check_column(table, column, ("options", name))
        found.append(str(column))
    return tuple(found)


def _of_kind(options: Any, kind: type[Any]) -> Iterator[tuple[str, Any]]:
    for field in fields(options) if options is not None else ():
        value = getattr(options, field.name)
        if isinstance(value, kind):
            yield field.name, value
