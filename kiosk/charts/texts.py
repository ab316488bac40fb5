"""Every text of a chart that a visitor may read, on its picture or in a callout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.charts.job import Axis, ChartJob, Event, Reference, Row
from kiosk.deck.geography import Geography, Inset
from kiosk.deck.values import ColumnName


def texts(job: ChartJob) -> Iterator[str]:
    """The texts of a chart, some of them more than once; "" for those that it lacks.

    Numbers without their units, which are a text of their own.
    """
    yield from (job.heading, job.unit, *job.series, job.period, job.total.written, job.no_figure)
    for row in job.rows:
        yield from _of_row(row)
    for _, option in job.options:
        yield from _of_option(option, job.language)


def _of_row(row: Row) -> Iterator[str]:
    yield from (row.label, row.total, row.source, row.note)
    yield from (word for _, word in row.words)
    yield from (cell.written for cell in row.cells)
    yield from (number.written for _, number in row.numbers)


def _of_option(option: Any, language: str) -> Iterator[str]:
    """The texts of an option; a column's name is none, since nobody sees it."""
    match option:
        case ColumnName():
            return
        case str(said) | Reference(label=said):
            yield said
        case Axis(name=name, unit=unit):
            yield from (name, unit)
        case tuple():
            yield from (event.text for event in option if isinstance(event, Event))
        case Geography(features=features):
            yield from (feature.name.say(language) for feature in features)
        case Inset(ground=ground):
            yield from _of_option(ground, language)
