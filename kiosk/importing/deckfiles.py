"""Writes a presentation as a deck's folder: platforms of slides, tables, pictures, and one source for all of it."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import yaml

from kiosk.deck.files import PICTURES, check_picture
from kiosk.deck.notation import NOTHING
from kiosk.deck.problems import DeckError
from kiosk.deck.tables import Table
from kiosk.deck.units import NOUNS
from kiosk.deck.values import SCALES, SourceId, Unit
from kiosk.importing.talk import Graph, Leaf, Left, Photo, Point, Talk, told

NOTES: Final = "import-notes.md"
_SOURCE: Final = "talk"
_NO_UNIT: Final = "units"
_LONGEST, _LONGEST_NOTES, _LONGEST_TITLE = 1_000, 10_000, 300
_STATEMENT: Final = 200
"""Characters of a text that stands large."""
_CARDS: Final = 6
_POINTS, _PICTURES, _ROWS = 6, 6, 40
"""On one slide, at most."""
_NUMBER: Final = re.compile(r"[-−+]?\d{1,3}(,\d{3})+(\.\d+)?|[-−+]?\d+(\.\d+)?")
_UNKNOWN: Final = {"en": "unknown", "zh": "未知"}
_UNITS: Final = {"en": "units", "zh": "个单位"}
_RESERVED: Final = frozenset({"qualifier", "source", "note", "label"})
_SAYS_NOTHING: Final = frozenset({"value", "note", "数值", "备注"})
"""Heads of columns that add nothing to what stands below them."""
_TAKEN: Final = frozenset({"deck", "sources", "adviser", "kiosk"})
"""Names of files that are no platforms."""


class _Dumper(yaml.SafeDumper):
    """Writes lists and texts of several lines as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as it is there
        super().increase_indent(flow, False)


def _as_written(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _as_written)


class Folder:
    """The files of a deck, made of a presentation and kept in memory until all of them are there."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.files: dict[str, bytes] = {}
        self.left: list[Left] = list(talk.left)
        self._ids: set[str] = set()
        self._needs_unit = False

    def made(self) -> dict[str, bytes]:
        """Every file by its path."""
        names: set[str] = set(_TAKEN)
        for at, (name, leaves) in enumerate(self._talk.parts, start=1):
            slides = [slide for leaf in leaves for slide in self._slides(leaf)]
            key = _unique(_slug(name) or f"part-{at}", names)
            part: dict[str, Any] = {"name": name[:_LONGEST_TITLE]}
            part |= {"group": _SOURCE} if self._is_grouped else {}
            part |= {"order": at} if len(self._talk.parts) > 1 else {}
            self._write(f"{key}.yaml", part | {"slides": slides})
        self._write("sources.yaml", {_SOURCE: self._source()})
        self._write("deck.yaml", self._deck())
        self.files[NOTES] = self._told().encode()
        return self.files

    @property
    def _is_grouped(self) -> bool:
        """Whether the platforms stand behind one card of the hub, where they are too many for one each."""
        return len(self._talk.parts) > _CARDS

    def _write(self, name: str, content: dict[str, Any]) -> None:
        text = yaml.dump(content, allow_unicode=True, sort_keys=False, width=110, Dumper=_Dumper)
        self.files[name] = text.encode()

    def _leave(self, leaf: Leaf, what: str) -> None:
        self.left.append(Left(slide=leaf.number, what=what))

    # The deck as a whole

    def _deck(self) -> dict[str, Any]:
        talk = self._talk
        deck: dict[str, Any] = {
            "title": talk.title[:_LONGEST_TITLE],
            "languages": [talk.language],
            "attract": [{"sentence": talk.title[:_LONGEST_TITLE]}],
        }
        if self._is_grouped:
            deck["groups"] = [{"id": _SOURCE, "name": talk.title[:_LONGEST_TITLE], "colour": "gold"}]
        if self._needs_unit:
            deck["units"] = [{"id": _NO_UNIT, "after": _UNITS.get(talk.language, _UNITS["en"])}]
        return deck

    def _source(self) -> dict[str, Any]:
        talk = self._talk
        unknown = _UNKNOWN.get(talk.language, _UNKNOWN["en"])
        return {
            "title": talk.title[:_LONGEST_TITLE],
            "publisher": (talk.author or unknown)[:_LONGEST_TITLE],
            "date": talk.modified,
        }

    def _told(self) -> str:
        lines = [
            f"# What was not taken from {self._talk.title}",
            "",
            "Looks are not taken: colours, fonts, places, and what stands on layouts and masters. Every figure names",
            "the presentation as its source: name the true ones in `sources.yaml`.",
            "",
        ]
        lines += [f"- {line[0].upper()}{line[1:]}" for line in told(self.left)]
        return "\n".join([*lines, *([] if self.left else ["Everything else is in the deck."]), ""])

    # Slides

    def _slides(self, leaf: Leaf) -> Iterator[dict[str, Any]]:
        """A slide as one slide or several: its charts, its pictures and its long lists have their own."""
        leaf = self._within(leaf)
        title = leaf.title or f"{self._talk.title} {leaf.number}"
        made = [*self._charts(leaf), *self._listed(leaf), *self._gallery(leaf)]
        words = list(_pieces("\n".join(leaf.words), _LONGEST))
        if words and made and "text" not in made[0]:
            made[0]["text"] = words.pop(0)
        plain = []
        for at, text in enumerate(words):
            if leaf.is_cover and not made and at == 0 and len(text) <= _LONGEST_TITLE:
                plain.append({"layout": "cover", "subtitle": text.replace("\n", " ")})
            else:
                is_short = len(text) <= _STATEMENT and len(words) == 1 and not made
                plain.append({"layout": "statement" if is_short else "text", "text": text})
        made = [*made[:1], *plain, *made[1:]] if made else plain
        if not made:
            made = [{"layout": "cover" if leaf.is_cover else "statement"}]
        base = _slug(leaf.key) or f"slide-{leaf.number}"
        for at, slide in enumerate(made):
            whole = {"id": _unique(base, self._ids), "layout": slide.pop("layout"), "title": title}
            whole |= {"hidden": True} if leaf.hidden else {}
            whole |= slide
            whole |= {"sources": [_SOURCE]} if whole["layout"] not in {"chart", "gallery"} else {}
            yield whole | ({"notes": leaf.notes} if leaf.notes and at == 0 else {})

    def _within(self, leaf: Leaf) -> Leaf:
        """The slide with no text longer than a deck's may be; what is cut off is told whole."""
        title, notes = leaf.title, leaf.notes
        if len(title) > _LONGEST_TITLE:
            self._leave(leaf, f"the end of a title of {len(title)} characters: {title[_LONGEST_TITLE:]}")
        if len(notes) > _LONGEST_NOTES:
            self._leave(leaf, f"the end of notes of {len(notes)} characters: {notes[_LONGEST_NOTES:]}")
        return replace(leaf, title=title[:_LONGEST_TITLE].strip(), notes=notes[:_LONGEST_NOTES].strip())

    def _listed(self, leaf: Leaf) -> Iterator[dict[str, Any]]:
        """Points, and tables that are none of numbers, line by line."""
        rows = [point for grid in leaf.grids if _numbers(grid) is None for point in _lines(grid)]
        yield from _text_slides([*leaf.points, *rows])

    def _gallery(self, leaf: Leaf) -> Iterator[dict[str, Any]]:
        taken: list[dict[str, str]] = []
        for photo in leaf.photos:
            name = f"assets/slide-{leaf.number}-{len(taken) + 1}{photo.ending}"
            why = _objection(photo)
            if why:
                self._leave(leaf, f"a picture ({photo.ending.lstrip('.').upper()}): {why}")
                continue
            self.files[name] = photo.data
            caption = photo.caption
            if len(caption) > _LONGEST_TITLE:
                self._leave(leaf, f"the end of what a picture shows: {caption[_LONGEST_TITLE:]}")
            shown = caption[:_LONGEST_TITLE].strip() or leaf.title or self._talk.title
            taken.append({"image": name, "caption": shown, "source": _SOURCE})
        for start in range(0, len(taken), _PICTURES):
            yield {"layout": "gallery", "pictures": taken[start : start + _PICTURES]}

    # Charts

    def _charts(self, leaf: Leaf) -> Iterator[dict[str, Any]]:
        graphs = list(leaf.graphs)
        for grid in leaf.grids:
            graph = _numbers(grid)
            if graph is not None:
                graphs.append(graph)
                self._leave(leaf, "the look of a table of numbers: it is shown as bars, and behind them as a table")
        for at, graph in enumerate(graphs, start=1):
            name = f"tables/slide-{leaf.number}{f'-{at}' if len(graphs) > 1 else ''}.csv"
            yield from self._chart(leaf, graph, name)

    def _chart(self, leaf: Leaf, graph: Graph, name: str) -> Iterator[dict[str, Any]]:
        columns = _columns(graph)
        unit, title = _unit_of(graph)
        table = list(_table(graph, columns))
        for kind in dict.fromkeys((graph.kind, "bar")):
            chart = _chart_entry(replace(graph, kind=kind), columns)
            if _fits(chart, table, name):
                if kind != graph.kind:
                    self._leave(leaf, f"a chart's kind: its table cannot be shown as {graph.kind}, but as bars")
                break
        else:
            self._leave(leaf, "a chart that Kiosk cannot draw; its table is told line by line")
            yield from _text_slides(_lines(table))
            return
        self.files[name] = _csv(table)
        if not unit:
            unit, self._needs_unit = _NO_UNIT, True
            self._leave(leaf, f"a chart's unit, which it does not say: write it in the place of `unit: {_NO_UNIT}`")
        entry = {"kind": chart.pop("kind"), "table": name, "unit": unit, "sources": [_SOURCE]}
        entry |= {"title": title[:_LONGEST_TITLE]} if title else {}
        yield {"layout": "chart", "chart": entry | chart}


def _text_slides(points: Iterable[Point]) -> Iterator[dict[str, Any]]:
    """Slides of points, as many as it takes."""
    short = [piece for point in points for piece in _short(point)]
    for start in range(0, len(short), _POINTS):
        some = short[start : start + _POINTS]
        yield {
            "layout": "text",
            "points": [{"name": point.name} | ({"text": point.text} if point.text else {}) for point in some],
        }


def _chart_entry(graph: Graph, columns: Sequence[str]) -> dict[str, Any]:
    """A chart as a slide file has it, but for its table and its unit."""
    alone = len(columns) == 1 and bool(graph.title)
    series = [
        {"column": column} | ({"name": name} if name and name != column and not alone else {})
        for column, name in zip(columns, graph.names, strict=True)
    ]
    chart: dict[str, Any] = {"kind": graph.kind, "label": "label", "series": series}
    options: dict[str, Any] = {}
    if graph.kind == "bar":
        options |= {"direction": graph.direction} if graph.direction != "vertical" else {}
        options |= {"arrange": graph.arrange} if graph.arrange != "grouped" and len(columns) > 1 else {}
        if graph.reference and graph.arrange != "percent":
            words, value = graph.reference
            options["reference"] = {"value": value} | ({"label": words} if words else {})
    if graph.kind == "scatter":
        options["across"] = {"column": "across"}
        options |= {"size": {"column": "size"}} if graph.sizes else {}
    return chart | ({"options": options} if options else {})


def _fits(chart: dict[str, Any], table: list[list[str]], name: str) -> bool:
    """Whether a chart of its kind can show its table."""
    from kiosk.deck.columns import Measure
    from kiosk.deck.model import Series

    heads, *lines = table
    words = {"label", "qualifier"}
    rows = tuple(
        tuple(
            (cell or None) if head in words else (float(cell) if cell else None)
            for head, cell in zip(heads, line, strict=True)
        )
        for line in lines
    )
    try:
        module = import_module(f"kiosk.deck.charts.{chart['kind']}")
        given = chart.get("options", {})
        measures = {key: Measure(column=value["column"]) for key, value in given.items() if key in {"across", "size"}}
        plain = {key: value for key, value in given.items() if isinstance(value, str)}
        options = {"options": module.Options(**measures, **plain)} if measures or plain else {}
        module.Chart(
            table=Table(name, tuple(heads), rows),
            unit=Unit("percent"),
            sources=(SourceId(_SOURCE),),
            label="label",
            series=tuple(Series(column=each["column"]) for each in chart["series"]),
            **options,
        )
    except DeckError:
        return False
    return True


def _columns(graph: Graph) -> list[str]:
    """Names for a table's columns: the series' own where they can be told apart."""
    taken = set(_RESERVED) | {"across", "size"}
    if len(graph.names) == 1:
        return ["value"]
    columns = []
    for at, name in enumerate(graph.names, start=1):
        plain = " ".join(re.sub(r"[^\w %()&/-]", " ", name).split())[:60]
        columns.append(_unique(plain or f"series {at}", taken, " "))
    return columns


def _table(graph: Graph, columns: Sequence[str]) -> Iterator[list[str]]:
    yield [
        "label",
        *columns,
        *(["across"] if graph.across else []),
        *(["size"] if graph.sizes else []),
        *(["qualifier"] if graph.qualifiers else []),
    ]
    for at, label in enumerate(graph.labels):
        numbers = [column[at] for column in graph.columns]
        numbers += [values[at] for values in (graph.across, graph.sizes) if values]
        yield [label[:200], *map(_written, numbers), *([graph.qualifiers[at]] if graph.qualifiers else [])]


def _written(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"  # noqa: PLR2004 - 12 digits


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _unit_of(graph: Graph) -> tuple[str, str]:
    """The unit that a chart's title ends with, and the title without it; "" for one that is not said."""
    if graph.percent:
        return "percent", re.sub(r"\s*[,，]\s*%$", "", graph.title)
    before, comma, last = graph.title.replace("，", ",").rpartition(",")
    said = last.strip()
    for noun, of in NOUNS.items():
        names = {of.many, of.one, of.chinese} - {""}
        if said in names:
            return noun, graph.title[: len(before)].strip() if comma else ""
        word, _, rest = said.partition(" ")
        if word in SCALES and rest in names:
            return f"{word} {noun}", graph.title[: len(before)].strip() if comma else ""
    return "", graph.title


def _numbers(grid: list[list[str]]) -> Graph | None:
    """A table of labels and plain numbers under one row of heads; None for another."""
    if len(grid) < 3 or not 2 <= len(grid[0]) <= 7 or len(grid) > _ROWS + 1:  # noqa: PLR2004 - one series of two rows
        return None
    heads, *lines = grid
    columns: list[tuple[float | None, ...]] = []
    for at in range(1, len(heads)):
        cells = [line[at].strip() for line in lines]
        if not all(cell in NOTHING or _NUMBER.fullmatch(cell) for cell in cells) or not any(
            map(_NUMBER.fullmatch, cells)
        ):
            return None
        columns.append(
            tuple(float(cell.replace(",", "").replace("−", "-")) if cell not in NOTHING else None for cell in cells)
        )
    labels = tuple(line[0].replace("\n", " ") or f"({at})" for at, line in enumerate(lines, start=1))
    names = tuple(head.replace("\n", " ") for head in heads[1:])
    return Graph(kind="bar", title=heads[0].replace("\n", " "), labels=labels, names=names, columns=tuple(columns))


def _lines(grid: list[list[str]]) -> Iterator[Point]:
    """A table as points: the first cell of each row, and the others with what stands above them."""
    if not grid:
        return
    heads, *lines = grid
    for line in lines or [heads]:
        cells = []
        for head, cell in zip(heads[1:], line[1:], strict=False):
            named = lines and head and head.lower() not in _SAYS_NOTHING
            cells += [f"{head}: {cell}" if named else cell] if cell else []
        name = line[0] or (cells.pop(0) if cells else "")
        if name:
            yield Point(name=name.replace("\n", " "), text="\n".join(cells))


def _short(point: Point) -> Iterator[Point]:
    """A point as several where its text is longer than a deck's may be."""
    name, *more = _pieces(point.name, _LONGEST_TITLE)
    texts = list(_pieces("\n".join([*more, *filter(None, [point.text])]), _LONGEST))
    yield Point(name=name, text=texts[0] if texts else "")
    for text in texts[1:]:
        yield Point(name="…", text=text)


def _pieces(text: str, longest: int) -> Iterator[str]:
    """A text cut where a line, a sentence or a word ends."""
    text = text.strip()
    while len(text) > longest:
        at = max((text.rfind(end, 0, longest) for end in ("\n", ". ", "。", " ")), default=0)
        at = at + 1 if at > longest // 2 else longest
        yield text[:at].strip()
        text = text[at:].strip()
    if text:
        yield text


def _objection(photo: Photo) -> str:
    """Why a deck cannot show a picture; "" where it can."""
    if photo.ending not in PICTURES:
        return "Kiosk shows PNG, JPEG and WebP"
    with tempfile.NamedTemporaryFile(suffix=photo.ending) as file:
        file.write(photo.data)
        file.flush()
        try:
            check_picture(Path(file.name))
        except DeckError as error:
            return str(error).replace(Path(file.name).name, "")
    return ""


def _slug(text: str) -> str:
    """A text as a name for files; "" where nothing of it is left."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-")


def _unique(name: str, taken: set[str], between: str = "-") -> str:
    """A name that is not taken yet, and now is."""
    found, at = name, 2
    while found in taken:
        found, at = f"{name}{between}{at}", at + 1
    taken.add(found)
    return found
