"""From a chart of the deck to a job: words in the visitor's language, numbers as that language writes them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, fields, is_dataclass
from typing import Any

from kiosk.charts.colours import mixed, over
from kiosk.charts.job import Axis, Cell, ChartJob, Event, Palette, Reference, Row
from kiosk.charts.picture import WHOLE, Box
from kiosk.deck.columns import measures, word_columns
from kiosk.deck.interface import interface
from kiosk.deck.model import Chart, Deck, Qualifier
from kiosk.deck.numbers import SIGNS, is_grouped, plain, scaled, written
from kiosk.deck.tables import Cell as TableCell
from kiosk.deck.tables import Table, label_text
from kiosk.deck.theme import Theme
from kiosk.deck.units import DATES
from kiosk.deck.values import Unit, Words

LONGEST = 200
"""Characters of a label, a note or a name; what is longer is cut."""
_LARGEST, _LEAST = 1e300, 1e-100
"""Larger numbers are taken for the first, which no chart can show, and smaller ones for none, which they look like."""
_AMOUNTS = ("whole", "each", "least", "most")
"""The options that are numbers in the chart's unit."""
_LINES = ("reference", "target")
"""The options that are such a number with words beside it."""
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
    *,
    view: Box = WHOLE,
    hidden: tuple[int, ...] = (),
) -> ChartJob:
    """What to draw for a chart; sizes in logical pixels, the accent as `#rrggbb`.

    `view` is the part that is drawn, its height the same share as its width; `hidden` the series that are left out.
    """
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
        grouped=reader.grouped,
        series=tuple(_short(series.name.say(language)) for series in chart.series) or ("",),
        rows=reader.rows(),
        highlight=chart.highlight[:LONGEST],
        period=_short(chart.period.say(language)),
        total=reader.total(),
        no_figure=interface(language).no_figure,
        options=reader.options(),
        positions=chart.table.kept,
        switched=chart.SWITCHED and len(chart.series) > 1,
        hidden=hidden,
        view=view,
    )


def ground(theme: Theme) -> str:
    """The colour of a theme's card, laid over the middle of its sky."""
    return over(theme.colours.surface, mixed(theme.colours.sky_top, theme.colours.sky_bottom, 0.5))


def palette(theme: Theme, accent: str) -> Palette:
    """The colours of a chart that lies on one of the theme's cards."""
    colours, card = theme.colours, ground(theme)
    accent = over(accent, card)
    others = (over(colour, card) for colour in astuple(theme.groups))
    return Palette(
        text=over(colours.text, card),
        text_soft=over(colours.text_soft, card),
        text_faint=over(colours.text_faint, card),
        ground=card,
        track=over(colours.track, card),
        grid=over(colours.grid, card),
        faded=over(colours.faded, card),
        accent=accent,
        others=tuple(colour for colour in others if colour != accent),
        river_one=over(colours.river_one, card),
        river_two=over(colours.river_two, card),
    )


class _Numbers:
    """Writes the numbers of one unit, with as many decimals as the largest of them lets show."""

    def __init__(self, deck: Deck, unit: Unit, language: str, cells: Sequence[TableCell]) -> None:
        self._deck, self._unit, self._language = deck, unit, language
        self.factor, name = scaled(deck, unit, language)
        self._attached = "%" if name == "%" else ""
        self.unit = "" if self._attached or unit.noun in DATES else name
        """The unit's name; "" where it is written with every number, or a date says it by itself."""
        self.grouped = is_grouped(unit, language)
        self._places = _places(cells, self.factor)

    def cell(self, raw: TableCell, qualifier: str) -> Cell:
        """One number; an empty cell for a gap."""
        value = _number(raw)
        if value is None:
            return Cell(None)
        meant: Qualifier = qualifier if qualifier in SIGNS else "exact"  # type: ignore[assignment]
        shown = max(-_LARGEST, min(_LARGEST, value * self.factor)) if abs(value * self.factor) >= _LEAST else 0.0
        number = round(shown, self._places) or float(f"{shown:.2g}")
        try:
            said = str(written(self._deck, value, self._unit, self._language, meant))
            digits = plain(number, grouped=self.grouped)
            return Cell(shown, SIGNS[meant] + digits + self._attached, said)
        except ArithmeticError:  # larger than anything that a booth can mean
            return Cell(shown, f"{number:.3g}", f"{number:.3g}")


class _Reader:
    """Reads one chart in one language."""

    def __init__(self, deck: Deck, chart: Chart, language: str) -> None:
        self._chart, self._language = chart, language
        self._options = getattr(chart, "options", None)
        self._sources = dict(deck.sources)
        table = chart.table
        columns = [series.column for series in chart.series] or _numeric(table)[:1]
        self._columns = [table.column(column) for column in columns]
        self._numbers = _Numbers(deck, chart.unit, language, [cell for column in self._columns for cell in column])
        self._measures = {
            name: (measure, _Numbers(deck, measure.unit or chart.unit, language, table.column(measure.column)))
            for name, measure in measures(self._options)
        }
        self.unit, self.grouped = self._numbers.unit, self._numbers.grouped

    def heading(self) -> str:
        unit = self.unit if self._chart.shows_unit else ""
        return self._listed(_short(self._chart.title.say(self._language)), unit)

    def rows(self) -> tuple[Row, ...]:
        table = self._chart.table
        key_column = self._chart.label or table.columns[0]
        keys = table.column(key_column)
        labels = self._spoken(key_column)
        note = f"note.{self._language}"
        names = ("qualifier", "source", note if note in table.columns else "note")
        qualifiers, sources, notes = (_optional(table, name) for name in names)
        words = {name: self._spoken(column) for name, column in word_columns(self._options)}
        raw = {name: table.column(column) for name, column in word_columns(self._options)}
        numbers_of = {name: table.column(measure.column) for name, (measure, _) in self._measures.items()}
        rows = []
        for at in range(len(table.rows)):
            key = keys[at]
            qualifier = label_text(qualifiers[at]) or "exact"
            values = [column[at] for column in self._columns]
            sum_ = _exact_sum([value for value in map(_number, values) if value is not None])
            rows.append(
                Row(
                    key=label_text(key)[:LONGEST],
                    label=_short(label_text(labels[at])),
                    cells=tuple(self._numbers.cell(value, qualifier) for value in values),
                    total=self._numbers.cell(sum_, qualifier).written,
                    qualifier=qualifier,
                    source=self._source(label_text(sources[at])),
                    note=_short(label_text(notes[at]) or self._chart.note.say(self._language)),
                    numbers=tuple(
                        (name, numbers.cell(numbers_of[name][at], "exact"))
                        for name, (_, numbers) in self._measures.items()
                    ),
                    words=tuple((name, _short(label_text(column[at]))) for name, column in words.items()),
                    keys=tuple((name, label_text(column[at])[:LONGEST]) for name, column in raw.items()),
                    at=at,
                )
            )
        sort = getattr(self._options, "sort", "table")
        if sort == "descending":
            rows.sort(key=lambda row: -sum(cell.value or 0.0 for cell in row.cells))
        elif sort == "second":
            rows.sort(key=lambda row: -_or_none(row.cells[1].value))
        return tuple(rows)

    def _spoken(self, name: str) -> tuple[TableCell, ...]:
        """A column of words in this language, as `NAME.zh` has them or else `NAME` itself."""
        table = self._chart.table
        own = _optional(table, f"{name}.{self._language}")
        return tuple(there or anyway for there, anyway in zip(own, table.column(name), strict=True))

    def total(self) -> Cell:
        """The sum of the first series; none of so many rows that they are thinned out."""
        if self._chart.table.kept:
            return Cell(None)
        values = [value for column in self._columns[:1] for value in map(_number, column) if value is not None]
        qualifiers = {label_text(cell) for cell in _optional(self._chart.table, "qualifier")}
        qualifier = "about" if "about" in qualifiers else "at_least" if "at_least" in qualifiers else "exact"
        return self._numbers.cell(_exact_sum(values), qualifier)

    def options(self) -> tuple[tuple[str, Any], ...]:
        if not is_dataclass(self._options):
            return ()
        return tuple((field.name, self._option(field.name)) for field in fields(self._options))

    def _option(self, name: str) -> Any:
        value = getattr(self._options, name)
        if name in self._measures:
            measure, numbers = self._measures[name]
            return Axis(_short(measure.name.say(self._language) or measure.column), numbers.unit)
        if isinstance(value, Words):
            return _short(value.say(self._language))
        if name == "events":
            return tuple(Event(event.at[:LONGEST], _short(event.text.say(self._language))) for event in value)
        if name in _LINES and value is not None:
            cell = self._numbers.cell(value.value, "exact")
            return Reference(cell.value or 0.0, _short(value.label.say(self._language)) or cell.written)
        return value * self._numbers.factor if name in _AMOUNTS and value is not None else value

    def _listed(self, *parts: str) -> str:
        comma = "，" if self._language == "zh" else ", "
        return comma.join(part for part in parts if part)

    def _source(self, named: str) -> str:
        ids = [named] if named else self._chart.sources
        sources = [self._sources[name] for name in ids if name in self._sources]
        semicolon = "；" if self._language == "zh" else "; "
        lines = (self._listed(source.publisher.say(self._language), _dated(source.date)) for source in sources)
        return semicolon.join(dict.fromkeys(lines))


def _dated(date: str) -> str:
    return "" if date == "n.d." else date


def _or_none(value: float | None) -> float:
    """A number to sort by, with gaps after all others."""
    return -math.inf if value is None else value


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
