"""Charts of a presentation as tables: what they measure, by what, and how it is drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from kiosk.deck.numbers import SIGNS
from kiosk.importing.markup import find, find_in
from kiosk.importing.talk import ChartKind, Graph, Value

_KINDS: Final[tuple[tuple[str, ChartKind], ...]] = (
    ("COLUMN", "bar"),
    ("BAR_OF_PIE", "donut"),
    ("BAR", "bar"),
    ("LINE", "line"),
    ("AREA", "area"),
    ("PIE", "donut"),
    ("DOUGHNUT", "donut"),
    ("XY_SCATTER", "scatter"),
    ("BUBBLE", "scatter"),
)
"""What PowerPoint's kinds begin with."""
_SOLID: Final = "THREE_D_"
_OTHERS: Final = {sign: name for name, sign in SIGNS.items() if sign}
_YEAR: Final = re.compile(r"(\d{4})-01-01")


def graph_of(chart: Any, title: str) -> tuple[Graph, str]:
    """A chart's table, and what is another one in it than in the presentation. Raises ValueError without numbers."""
    full, remark = _kind_name(chart), ""
    name = full.removeprefix(_SOLID)
    kind = next((kind for start, kind in _KINDS if name.startswith(start)), None)
    if kind is None:
        kind, remark = "bar", f"a chart of the kind {name or 'unknown'}, whose table is shown as bars"
    elif name != full:
        remark = "a chart in three dimensions, which is flat now"
    title = title or _title(chart)
    try:
        graph, more = _read(chart, kind, name, title)
    except NotImplementedError:
        graph, more = _unread(chart, "bar" if kind == "scatter" else kind, title), ""
    if not any(value is not None for column in graph.columns for value in column):
        raise ValueError("no numbers")
    return graph, more or remark


def _read(chart: Any, kind: ChartKind, name: str, title: str) -> tuple[Graph, str]:
    """A chart's table, and a remark. Raises NotImplementedError for a kind that the library does not know."""
    plot = chart.plots[0]
    if kind == "scatter":
        return _scatter(plot, title, sized=name.startswith("BUBBLE")), ""
    labels = _labels(plot)
    series = list(plot.series)
    columns = [_padded([_value(value) for value in each.values], len(labels)) for each in series]
    pattern = _pattern(plot)
    percent = "%" in pattern
    if percent and '"%"' not in pattern and "\\%" not in pattern:
        columns = [tuple(None if value is None else _rounded(100 * value) for value in column) for column in columns]
    graph = Graph(
        kind=kind,
        title=title,
        labels=tuple(labels),
        names=tuple(" ".join((each.name or "").split()) for each in series),
        columns=tuple(columns),
        percent=percent,
        direction="horizontal" if kind == "bar" and name.startswith("BAR") else "vertical",
        arrange="percent" if "100" in name else "stacked" if "STACKED" in name else "grouped",
        qualifiers=_qualifiers(series[0], len(labels)) if series else (),
    )
    others = list(chart.plots)[1:]
    return _with_others(graph, others) if others else (graph, "")


def _unread(chart: Any, kind: ChartKind, title: str) -> Graph:
    """The table of a chart of a kind that the library does not know. Raises ValueError without numbers."""
    series = find(chart._chartSpace, ".//c:plotArea/*/c:ser")  # noqa: SLF001 - there is no public way
    columns = [_points(each, "val") for each in series]
    count = max((max(column, default=-1) + 1 for column in columns), default=0)
    if not count:
        raise ValueError("no numbers")
    named = {int(point.get("idx")): "".join(find(point, "./c:v/text()")) for point in find(series[0], "./c:cat//c:pt")}
    return Graph(
        kind=kind,
        title=title,
        labels=tuple(" ".join(named.get(at, "").split()) or f"({at + 1})" for at in range(count)),
        names=tuple(" ".join("".join(find(each, "./c:tx//c:v/text()")).split()) for each in series),
        columns=tuple(tuple(column.get(at) for at in range(count)) for column in columns),
    )


def _kind_name(chart: Any) -> str:
    """What PowerPoint calls its kind."""
    try:
        return str(chart.chart_type.name)
    except (NotImplementedError, ValueError, KeyError, AttributeError, IndexError):
        tags = [plot.tag.partition("}")[2] for plot in find(chart._chartSpace, ".//c:plotArea/*")]  # noqa: SLF001
        known = {"pie": "PIE", "bar": "COLUMN", "line": "LINE", "area": "AREA", "doughnut": "DOUGHNUT"}
        tag = next((tag for tag in tags if tag.endswith("Chart")), "")
        return next((value for key, value in known.items() if tag.startswith(key)), tag.removesuffix("Chart"))


def _title(chart: Any) -> str:
    if not chart.has_title or not chart.chart_title.has_text_frame:
        return ""
    return " ".join(str(chart.chart_title.text_frame.text).split())


def _labels(plot: Any) -> list[str]:
    """The labels, those of several levels in one; dates as tables write them."""
    categories = plot.categories
    if categories.depth > 1:
        labels = [" · ".join(filter(None, map(str, level))) for level in categories.flattened_labels]
    else:
        labels = [str(category) for category in categories]
    if find_in(plot, "./c:ser[1]/c:cat/c:numRef") and _is_dates(plot):
        labels = [_dated(label) for label in labels]
        if all(_YEAR.fullmatch(label) for label in labels):
            labels = [label[:4] for label in labels]
        elif all(label.endswith("-01") for label in labels):
            labels = [label[:7] for label in labels]
    most = max([len(labels), *(len(list(series.values)) for series in plot.series)])
    labels += [""] * (most - len(labels))
    return [" ".join(label.split()) or f"({at})" for at, label in enumerate(labels, start=1)]


def _is_dates(plot: Any) -> bool:
    codes = find_in(plot, "./c:ser[1]/c:cat/c:numRef/c:numCache/c:formatCode/text()")
    return bool(codes) and any(letter in str(codes[0]).lower() for letter in "ymd") and str(codes[0]) != "General"


def _dated(label: str) -> str:
    import datetime as dt

    try:
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(float(label)))).isoformat()
    except (ValueError, OverflowError):
        return label


def _pattern(plot: Any) -> str:
    """How the values are written, as spreadsheets say it."""
    codes = find_in(plot, "./c:ser[1]/c:val/c:numRef/c:numCache/c:formatCode/text()")
    return str(codes[0]) if codes else ""


def _scatter(plot: Any, title: str, *, sized: bool) -> Graph:
    rows: list[tuple[str, Value, Value, Value]] = []
    for series in plot.series:
        element = series._element  # noqa: SLF001 - there is no public way
        across, up = _points(element, "xVal"), _points(element, "yVal")
        sizes = _points(element, "bubbleSize") if sized else {}
        named = _named_points(element)
        several = len(list(plot.series)) > 1
        for at in sorted(up):
            own = named.get(at, "") or (f"{series.name} {at + 1}" if several else f"({at + 1})")
            rows.append((own, across.get(at, float(at + 1)), up[at], sizes.get(at)))
    if not rows:
        raise ValueError("no numbers")
    first = next(iter(plot.series), None)
    return Graph(
        kind="scatter",
        title=title,
        labels=tuple(row[0] for row in rows),
        names=(" ".join((first.name if first is not None and first.name else "").split()),),
        columns=(tuple(row[2] for row in rows),),
        across=tuple(row[1] for row in rows),
        sizes=tuple(row[3] for row in rows) if any(row[3] is not None for row in rows) else (),
    )


def _points(series: Any, of: str) -> dict[int, float]:
    found = {}
    for point in find(series, f"./c:{of}//c:pt"):
        value = _value("".join(find(point, "./c:v/text()")))
        if value is not None:
            found[int(point.get("idx"))] = value
    return found


def _named_points(series: Any) -> dict[int, str]:
    """What is written beside points."""
    found = {}
    for label in find(series, "./c:dLbls/c:dLbl[c:tx]"):
        said = " ".join("".join(find(label, "./c:tx//a:t/text()")).split())
        found[int(find(label, "./c:idx")[0].get("val"))] = said
    return found


def _with_others(graph: Graph, others: Sequence[Any]) -> tuple[Graph, str]:
    """A chart with others over it: a line of one height is a reference, and further series join the table."""
    more = [
        (series.name or "", [_value(value) for value in series.values]) for plot in others for series in plot.series
    ]
    heights = {value for _, values in more for value in values}
    if graph.kind == "bar" and len(more) == 1 and len(heights) == 1 and None not in heights:
        return replace(graph, reference=(" ".join(more[0][0].split()), float(next(iter(heights)) or 0))), ""
    count = len(graph.labels)
    names = (*graph.names, *(" ".join(name.split()) for name, _ in more))
    columns = (*graph.columns, *(_padded(values, count) for _, values in more))
    return replace(graph, names=names, columns=columns), "a chart of several kinds, whose series are all drawn alike"


def _qualifiers(series: Any, count: int) -> tuple[str, ...]:
    """What bounds the values, as labels of ours say it."""
    found = [""] * count
    for label in find_in(series, "./c:dLbls/c:dLbl[c:numFmt]"):
        pattern = str(find(label, "./c:numFmt")[0].get("formatCode"))
        at = int(find(label, "./c:idx")[0].get("val"))
        for sign, name in _OTHERS.items():
            if pattern.startswith(f'"{sign}"') and at < count:
                found[at] = name
    return tuple(found) if any(found) else ()


def _padded(values: Sequence[Value], count: int) -> tuple[Value, ...]:
    return (*values[:count], *([None] * (count - len(values))))


def _value(raw: Any) -> Value:
    """A number; None for a gap, or for what is none."""
    try:
        number = float(raw)
    except (TypeError, ValueError):
        return None
    return _rounded(number) if math.isfinite(number) and abs(number) < _LARGEST else None


_LARGEST: Final = 1e15


def _rounded(number: float) -> float:
    """A number as it was typed."""
    return float(f"{number:.12g}")
