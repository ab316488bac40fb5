"""A map: values at places as marks, or of areas as their colours, on the shapes of a GeoJSON file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.geography import Feature, Geography, Inset, Shape
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.deck.tables import Table, label_text
from kiosk.deck.values import ColumnName
from kiosk.sentences import sentence

MOST_COLOURS: Final = 6
_BEYOND: Final = 0.1
"""How far outside the ground's bounds a place may lie, as a part of their size."""


@entry
class Options:
    """What the map shows, and where."""

    ground: Geography
    """A GeoJSON file. Its areas are the land; its first line is a river in the theme's first river colour, its second
    line one in the second, further ones are quiet; its points are places that rows may be named after.

    A feature's names are `name` and, in a language, `name:zh` or `name_zh`; `id` is another name for rows to use. An
    area with `kind: outline` is the whole of which the others are parts. `label` may say where a name stands.
    """
    by: Literal["mark", "fill"] = "mark"
    """`mark`: a mark at each row's place. `fill`: each row colours the area that its label names, by id or name."""
    longitude: ColumnName | None = None
    """The column with the degrees east of each mark; without it a mark stands where the ground has a place or an area
    that is called as its row's label."""
    latitude: ColumnName | None = None
    """The column with the degrees north of each mark."""
    sized: bool = True
    """Whether a mark's size is its value, written beside it; else marks are alike, and a touch says the value."""
    colour: ColumnName | None = None
    """A column of words: marks with the same word have the same colour, which a line of words explains."""
    leads_to: ColumnName | None = None
    """The column with the ids of platforms: the callout of a mark leads to its platform."""
    inset: Inset | None = None
    """A dense part that is shown enlarged beside the rest: `[west, south, east, north]` in degrees, or a GeoJSON file
    with finer shapes of it."""

    def __post_init__(self) -> None:
        if not self.ground.of_shape("area"):
            raise DeckError(
                Fault(sentence("{name} has no areas to draw a map of", name=quoted(self.ground.name)), ("ground",))
            )
        if (self.longitude is None) != (self.latitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise DeckError(
                sentence("`{missing}` is missing: a mark needs both `longitude` and `latitude`", missing=missing)
            )
        if self.by == "fill":
            for name in ("longitude", "colour", "leads_to"):
                if getattr(self, name):
                    raise DeckError(
                        Fault(
                            sentence("`{name}` is for marks: remove it, or `by: fill`", name=name), (name,), on_key=True
                        )
                    )
        if self.inset and not _overlap(self.inset.bounds, self.ground.bounds):
            raise DeckError(
                Fault(sentence("the inset shows nothing of {name}", name=quoted(self.ground.name)), ("inset",))
            )


@entry
class Chart(AnyChart):
    """A chart of kind `map`."""

    kind: Literal["map"] = "map"
    options: Options

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = tuple(series.column for series in self.series)
        rules.check_one_column(columns, sentence("a map"))
        if self.options.by == "mark" and self.options.sized:
            rules.check_parts(self.table, columns, sentence("a map with sized marks"))
        if self.options.colour:
            _check_words(self.table, self.options.colour)
        faults = [*(_coordinates if self.options.longitude else _names)(self.table, self.label, self.options)]
        if faults:
            raise DeckError(*faults)

    @property
    def shows_unit(self) -> bool:
        """Whether numbers are written: not beside marks that are alike."""
        return self.options.by == "fill" or self.options.sized


def _check_words(table: Table, column: str) -> None:
    """Marks are coloured by no more words than there are colours to tell apart."""
    words = {cell for cell in table.column(column) if cell is not None}
    if len(words) > MOST_COLOURS:
        message = sentence(
            "the column {column} has {count} words: marks can be told apart in {most_colours} colours",
            column=quoted(column),
            count=len(words),
            most_colours=MOST_COLOURS,
        )
        raise DeckError(Fault(message, ("options", "colour")))


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _names(table: Table, label: str, options: Options) -> Iterator[Fault]:
    """The rows that are named after nothing on the ground, or after the same as another."""
    ground = options.ground
    shapes: tuple[Shape, ...] = ("area",) if options.by == "fill" else ("place", "area")
    named = [feature for feature in ground.features if feature.shape in shapes]
    seen: list[Feature] = []
    for at, cell in enumerate(table.column(label)):
        key = label_text(cell)
        feature = ground.called(key, *shapes)
        if feature is None:
            names = [name for each in named for name in (each.id, *(text for _, text in each.name.texts)) if name]
            message = sentence(
                "{key} is nothing in {map}: {instead}",
                key=quoted(key),
                map=quoted(ground.name),
                instead=instead(key, names),
            )
            yield rules.row_fault(table, at, message, label)
        elif any(feature is other for other in seen):
            yield rules.row_fault(
                table, at, sentence("{key} is there twice: a map shows it once", key=quoted(key)), label
            )
        else:
            seen.append(feature)


def _coordinates(table: Table, _label: str, options: Options) -> Iterator[Fault]:
    """The rows whose place is missing, or off the map."""
    columns = [str(options.longitude), str(options.latitude)]
    for name, column in zip(("longitude", "latitude"), columns, strict=True):
        rules.check_numeric(table, column, ("options", name))
    west, south, east, north = options.ground.bounds
    wide, high = _BEYOND * (east - west), _BEYOND * (north - south)
    for at, (x, y) in enumerate(zip(*(table.column(column) for column in columns), strict=True)):
        if not isinstance(x, float) or not isinstance(y, float):
            yield rules.row_fault(
                table, at, sentence("this row has no place: both its longitude and its latitude are needed")
            )
        elif not (west - wide <= x <= east + wide and south - high <= y <= north + high):
            message = sentence(
                "{x:g} east, {y:g} north is off the map {name}: longitude comes first",
                x=x,
                y=y,
                name=quoted(options.ground.name),
            )
            yield rules.row_fault(table, at, message, columns[0])
