"""From a chart of the deck to a job: words in the visitor's language, numbers as that language writes them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, fields, is_dataclass
from typing import Any

from kiosk.charts.colours import mixed, over
from kiosk.charts.job import Cell, ChartJob, Palette, Reference, Row
from kiosk.deck.model import Chart, Deck, Qualifier
from kiosk.deck.numbers import SIGNS, plain, scaled, written
from kiosk.deck.tables import Cell as TableCell
from kiosk.deck.tables import Table, label_text
from kiosk.deck.theme import Theme
from kiosk.deck.values import Words

LONGEST = 200
"""Characters of a label, a note or a name; what is longer is cut."""
_LARGEST = 1e300
"""Larger numbers are taken for this one, which no chart can show."""
_DIGITS = 4
"""Of a chart's largest number, as its marks show it; smaller numbers have as many decimals."""


def chart_job(
    deck: Deck,
    chart: Chart,
    theme: Theme,
    language: str,
    width: int,
    height: int,
    ratio: float,
    text_scale: float,
    accent: str,
) -> ChartJob:
    """What to draw for a chart; sizes in logical pixels, the accent as `#rrggbb`."""
    reader = _Reader(deck, chart, language)
    return ChartJob(
        name=chart.table.name,
        kind=chart.kind,
        language=language,
        width=width,
        height=height,
        ratio=ratio,
        text_scale=text_scale,
        palette=palette(theme, accent),
        heading=reader.heading(),
        unit=reader.unit,
        series=tuple(_short(series.name.say(language)) for series in chart.series) or ("",),
        rows=reader.rows(),
        highlight=chart.highlight[:LONGEST],
        period=_short(chart.period.say(language)),
        total=reader.total(),
        options=reader.options(),
    )


def palette(theme: Theme, accent: str) -> Palette:
    """The colours of a chart that lies on one of the theme's cards."""
    colours = theme.colours
    ground = over(colours.surface, mixed(colours.sky_top, colours.sky_bottom, 0.5))
    accent = over(accent, ground)
    others = (over(colour, ground) for colour in astuple(theme.groups))
    return Palette(
        text=over(colours.text, ground),
        text_soft=over(colours.text_soft, ground),
        text_faint=over(colours.text_faint, ground),
        ground=ground,
        track=over(colours.track, ground),
        grid=over(colours.grid, ground),
        faded=over(colours.faded, ground),
        accent=accent,
        others=tuple(colour for colour in others if colour != accent),
    )


class _Reader:
    """Reads one chart in one language."""

    def __init__(self, deck: Deck, chart: Chart, language: str) -> None:
        self._deck, self._chart, self._language = deck, chart, language
        self._factor, unit = scaled(deck, chart.unit, language)
        self._sources = dict(deck.sources)
        self._attached = "%" if unit == "%" else ""
        self.unit = "" if self._attached else unit
        self._columns = [series.column for series in chart.series] or _numeric(chart.table)[:1]
        self._places = _places([cell for column in self._columns for cell in chart.table.column(column)], self._factor)

    def heading(self) -> str:
        comma = "，" if self._language == "zh" else ", "
        return comma.join(part for part in (_short(self._chart.title.say(self._language)), self.unit) if part)

    def rows(self) -> tuple[Row, ...]:
        table = self._chart.table
        key_column = self._chart.label or table.columns[0]
        keys = table.column(key_column)
        labels = _optional(table, f"{key_column}.{self._language}")
        note = f"note.{self._language}"
        names = ("qualifier", "source", note if note in table.columns else "note")
        qualifiers, sources, notes = (_optional(table, name) for name in names)
        columns = [table.column(column) for column in self._columns]
        rows = [
            self._row(
                key=label_text(key),
                label=label_text(labels[at] or key),
                values=[column[at] for column in columns],
                qualifier=label_text(qualifiers[at]) or "exact",
                source=label_text(sources[at]),
                note=label_text(notes[at]),
            )
            for at, key in enumerate(keys)
        ]
        if getattr(getattr(self._chart, "options", None), "sort", "table") == "descending":
            rows.sort(key=lambda row: -sum(cell.value or 0.0 for cell in row.cells))
        return tuple(rows)

    def _row(self, *, key: str, label: str, values: list[TableCell], qualifier: str, source: str, note: str) -> Row:
        return Row(
            key=key[:LONGEST],
            label=_short(label),
            cells=tuple(self._cell(value, qualifier) for value in values),
            total=self._cell(
                _exact_sum([value for value in map(_number, values) if value is not None]), qualifier
            ).written,
            qualifier=qualifier,
            source=self._source(source),
            note=_short(note or self._chart.note.say(self._language)),
        )

    def total(self) -> Cell:
        columns = [self._chart.table.column(column) for column in self._columns[:1]]
        values = [value for column in columns for value in map(_number, column) if value is not None]
        qualifiers = {label_text(cell) for cell in _optional(self._chart.table, "qualifier")}
        qualifier = "about" if "about" in qualifiers else "at_least" if "at_least" in qualifiers else "exact"
        return self._cell(_exact_sum(values), qualifier)

    def options(self) -> tuple[tuple[str, Any], ...]:
        options = getattr(self._chart, "options", None)
        if not is_dataclass(options):
            return ()
        return tuple((field.name, self._option(field.name, getattr(options, field.name))) for field in fields(options))

    def _option(self, name: str, value: Any) -> Any:
        if isinstance(value, Words):
            return _short(value.say(self._language))
        if name == "reference" and value is not None:
            cell = self._cell(value.value, "exact")
            return Reference(cell.value or 0.0, _short(value.label.say(self._language)) or cell.written)
        return value * self._factor if name == "whole" else value

    def _cell(self, raw: TableCell, qualifier: str) -> Cell:
        value = _number(raw)
        if value is None:
            return Cell(None)
        meant: Qualifier = qualifier if qualifier in SIGNS else "exact"  # type: ignore[assignment]
        shown = max(-_LARGEST, min(_LARGEST, value * self._factor))
        number = round(shown, self._places) or float(f"{shown:.2g}")
        try:
            said = str(written(self._deck, value, self._chart.unit, self._language, meant))
            return Cell(shown, SIGNS[meant] + plain(number, self._language) + self._attached, said)
        except ArithmeticError:  # larger than anything that a booth can mean
            return Cell(shown, f"{number:.3g}", f"{number:.3g}")

    def _source(self, named: str) -> str:
        ids = [named] if named else self._chart.sources
        sources = [self._sources[name] for name in ids if name in self._sources]
        comma, semicolon = ("，", "；") if self._language == "zh" else (", ", "; ")
        lines = (
            comma.join(part for part in (source.publisher.say(self._language), _dated(source.date)) if part)
            for source in sources
        )
        return semicolon.join(dict.fromkeys(lines))


def _dated(date: str) -> str:
    return "" if date == "n.d." else date


def _number(cell: TableCell) -> float | None:
    return float(cell) if isinstance(cell, float | int) and math.isfinite(cell) else None


def _places(cells: Sequence[TableCell], factor: float) -> int:
    """How many decimals the marks of a chart need."""
    largest = max((min(_LARGEST, abs(value) * factor) for value in map(_number, cells) if value), default=0.0)
    return max(0, _DIGITS - 1 - math.floor(math.log10(largest))) if largest > 0 else 0


def _exact_sum(values: Sequence[float]) -> float:
    """The sum with no more decimals than the numbers have."""
    places = max((len(f"{value:.12g}".partition(".")[2]) for value in values), default=0)
    try:
        return round(math.fsum(values), min(places, 12))
    except OverflowError:
        return math.nan


def _numeric(table: Table) -> list[str]:
    return [name for name in table.columns[1:] if any(isinstance(cell, float) for cell in table.column(name))]


def _optional(table: Table, name: str) -> tuple[TableCell, ...]:
    return table.column(name) if name in table.columns else (None,) * len(table.rows)


def _short(text: str) -> str:
    text = " ".join(text[: 2 * LONGEST].split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
