"""The charts of a report, as jobs for the project's own drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.charts import ChartJob, chart_job
from kiosk.deck.charts import bar, flow, share
from kiosk.deck.model import Chart, Deck, Source, UnitName
from kiosk.deck.tables import INLINE, Table
from kiosk.deck.theme import Theme
from kiosk.deck.values import ColumnName, SourceId, Unit, Words

_SOURCE = SourceId("visits")
_VISITS, _TIMES = "report-visits", "report-times"
VISITS, TIMES, PERCENT = Unit(_VISITS), Unit(_TIMES), Unit("percent")
MINUTES, HOURS = Unit("minutes"), Unit("hours")


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A chart of a report, and what stands beside it."""

    id: str
    title: str
    """Stands above it, and not in it."""
    chart: Chart
    deck: Deck
    """The deck with the units that the report counts in."""
    language: str
    colour: str = "gold"
    """One of the theme's group colours."""
    note: str = ""

    def job(self, theme: Theme, width: int, height: int, text_scale: float) -> ChartJob:
        """What is to be drawn, in logical pixels."""
        accent = getattr(theme.groups, self.colour)
        return chart_job(self.deck, self.chart, theme, self.language, width, height, 1.0, text_scale, accent)


def numbers(job: ChartJob) -> list[tuple[str, ...]]:
    """What a chart shows, as it is read: each label, or from where and to where, and the number."""
    return [tuple(filter(None, (row.label, row.word("to"), row.cells[0].said))) for row in job.rows]


class Charts:
    """Makes charts of counted things in a language."""

    def __init__(self, deck: Deck, language: str, visits: str, times: str) -> None:
        words = {_VISITS: visits, _TIMES: times}
        units = tuple(UnitName(id=name, after=_words(text)) for name, text in words.items())
        source = Source(title=_words(""), publisher=_words(""), date="n.d.")
        self._deck = replace(deck, units=(*deck.units, *units), sources=((_SOURCE, source),))
        self._language = language

    def bars(
        self,
        name: str,
        title: str,
        counted: Iterable[tuple[str, float]],
        unit: Unit,
        *,
        lying: bool = False,
        highlight: str = "",
        **more: Any,
    ) -> Drawn:
        """A bar for each of the labels; `lying` ones have room for long labels."""
        options = bar.Options(direction="horizontal" if lying else "vertical")
        chart = bar.Chart(options=options, **self._common(["label", "value"], counted, unit, highlight))
        return self._drawn(name, title, chart, more)

    def shares(self, name: str, title: str, counted: Iterable[tuple[str, float]], **more: Any) -> Drawn:
        """Each one's part of a hundred."""
        return self._drawn(name, title, share.Chart(**self._common(["label", "value"], counted, PERCENT)), more)

    def flows(
        self, name: str, title: str, counted: Iterable[tuple[str, str, str, str, float]], unit: Unit, **more: Any
    ) -> Drawn:
        """From a place to another: the key and the name of both, and how much."""
        columns = ["from", f"from.{self._language}", "to", f"to.{self._language}", "value"]
        chart = flow.Chart(options=flow.Options(to=ColumnName("to")), **self._common(columns, counted, unit))
        return self._drawn(name, title, chart, more)

    def _drawn(self, name: str, title: str, chart: Chart, more: dict[str, Any]) -> Drawn:
        return Drawn(id=name, title=title, chart=chart, deck=self._deck, language=self._language, **more)

    @staticmethod
    def _common(
        columns: list[str], counted: Iterable[tuple[Any, ...]], unit: Unit, highlight: str = ""
    ) -> dict[str, Any]:
        rows = tuple((*row[:-1], float(row[-1])) for row in counted)
        return {
            "table": Table(name=INLINE, columns=tuple(columns), rows=rows),
            "unit": unit,
            "sources": (_SOURCE,),
            "highlight": highlight,
        }


def _words(text: str) -> Words:
    return Words((("", text),))
