"""What is kept of a slide for a visitor to take home: its title, its figures in a few words, who published them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.deck.behind import has_figures, rows
from kiosk.deck.columns import word_columns
from kiosk.deck.interface import interface
from kiosk.deck.model import Chart, ChartSlide, Deck, Platform, Slide
from kiosk.deck.records import record
from kiosk.deck.shown import Reader, Shown
from kiosk.deck.tables import label_text

MORE: Final = "..."
"""Stands where something was left out, between two entries and never within one."""
_VALUES: Final = 3
"""So many values of a chart's row are kept."""
_SOURCES: Final = 3
"""As many sources as the slide itself names in its line."""
_YEAR: Final = re.compile(r"[12]\d{3}\b|[12]\d{3}年")


@record
class Kept:
    """What is kept of one slide, or of a scene of the attract loop."""

    title: str
    facts: tuple[str, ...] = ()
    """Figures, each with what it says."""
    sources: tuple[str, ...] = ()
    """Who published them, and when."""
    platform: str = ""
    """Whose they are; it stands once above all that is of the same platform."""


class Keeper:
    """Reads slides in one language for what is kept of them."""

    def __init__(self, deck: Deck, language: str) -> None:
        self._deck = deck
        self._reader = Reader(deck, language)
        self._language = language
        self._comma = interface(language).list_comma
        self._chinese = language.partition("-")[0] == "zh"
        self._colon = "：" if self._chinese else ": "
        self._measured = {self._reader.words(kind.label) for kind in deck.indicators if kind.unit}

    def slide(self, platform: Platform, slide: Slide) -> Kept | None:
        """What is kept of a slide; None of one that has neither a figure nor a source, such as most covers."""
        shown = self._reader.slide(platform, slide)
        facts = tuple(self._facts(slide, shown))
        sources = self._reader.named(shown["sources"].split())[:_SOURCES]
        return Kept(shown["title"], facts, sources, shown["platform"]) if facts or sources else None

    def key_figures(self) -> list[Kept]:
        """The figures of the attract loop, each under its sentence."""
        named = self._reader.named
        return [
            Kept(shown["sentence"], tuple(map(self._figure, shown["figures"])), named([scene.figure.source]))
            for scene, shown in zip(self._deck.attract, self._reader.scenes(), strict=True)
            if scene.figure
        ]

    def _facts(self, slide: Slide, shown: Shown) -> Iterator[str]:
        yield from map(self._figure, shown.get("figures", ()))
        if isinstance(slide, ChartSlide):
            yield from self._of_chart(slide.chart)
        for indicator in shown.get("indicators", ()):
            if indicator["label"] in self._measured:
                yield self._with(f"{indicator['label']}{self._colon}{indicator['value']}", indicator["period"])

    def _figure(self, figure: Shown) -> str:
        return self._with(f"{figure['whole']} {figure['label']}", figure["period"])

    def _of_chart(self, chart: Chart) -> Iterator[str]:
        """The chart's title with its row that stands out; where none does, its last moment, or its largest value."""
        if not has_figures(chart):
            return  # when or where things are, and no figures
        at = _row(chart)
        row = next((row for n, row in enumerate(rows(self._deck, chart, self._language, self._comma)) if n == at), None)
        if row is None:
            return
        first = len(list(word_columns(getattr(chart, "options", None))))
        cells = row["cells"][first : first + len(chart.series)]
        names = [self._reader.words(series.name) if len(cells) > 1 else "" for series in chart.series]
        said = [f"{name} {cell}".strip() for name, cell in zip(names, cells, strict=True) if cell]
        values = self._comma.join([*said[:_VALUES], *([MORE] if len(said) > _VALUES else [])])
        period = self._reader.words(chart.period)
        about = self._with(self._reader.words(chart.title), "" if period == row["label"] else period)
        yield " – ".join(filter(None, (about, self._colon.join(filter(None, (row["label"], values))))))

    def _with(self, text: str, period: str) -> str:
        brackets = "（{}）" if self._chinese else " ({})"
        return text + brackets.format(period) if text and period else text or period


def _row(chart: Chart) -> int:
    """The position of the row that says most of a chart; -1 of one without rows."""
    labels = [label_text(cell) for cell in chart.table.column(chart.label)]
    if chart.highlight in labels:
        return labels.index(chart.highlight)
    cells = chart.table.column(chart.series[0].column)
    values = {at: cell for at, cell in enumerate(cells) if isinstance(cell, float)}
    if not values or all(map(_YEAR.match, labels)):
        return max(values, default=len(labels) - 1)
    return max(values, key=values.__getitem__)
