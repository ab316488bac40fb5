"""What a worker is asked to draw: plain data, all words chosen and all numbers written out."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from kiosk.charts.picture import WHOLE, Box
from kiosk.charts.version import drawing_version
from kiosk.deck.digests import name_of
from kiosk.deck.numbers import plain
from kiosk.deck.records import record
from kiosk.deck.theme import Theme

LARGEST_SIDE = 16_384
"""Of a picture, in pixels."""
"""Of a job; more are thinned out before."""


@record
class Palette:
    """The colours of one chart, as `#rrggbb`, opaque; what shows through was laid over the card's."""

    text: str
    text_soft: str
    text_faint: str
    ground: str
    """The card that the chart lies on."""
    track: str
    grid: str
    faded: str
    accent: str
    others: tuple[str, ...]
    """For the second series and those after it."""
    river_one: str
    river_two: str

    def series(self, at: int) -> str:
        """The colour of a series by its position, counted from 0."""
        colours = (self.accent, *self.others)
        return colours[at % len(colours)]


@record
class Cell:
    """One number of a chart's table."""

    value: float | None
    """In the unit that the heading names; None where the table has a gap."""
    written: str = ""
    """As it stands on its mark: with its sign, without the unit that the heading says."""
    said: str = ""
    """As a callout says it: with its sign and its unit."""


@record
class Row:
    """One row of a chart's table."""

    key: str
    """The label as the table has it."""
    label: str
    """The label as the visitor reads it."""
    cells: tuple[Cell, ...]
    """One for each series."""
    total: str = ""
    """Their sum, as it stands on a stack."""
    qualifier: str = "exact"
    source: str = ""
    note: str = ""
    numbers: tuple[tuple[str, Cell], ...] = ()
    """The measures among the kind's options, by the option's name."""
    words: tuple[tuple[str, str], ...] = ()
    """What stands in the columns of words that the kind's options name, by the option's name."""
    keys: tuple[tuple[str, str], ...] = ()
    """The same as the table has it, whatever the visitor's language."""
    at: int = -1
    """Its place in the table; -1 where it stands in none."""

    def number(self, name: str) -> Cell:
        """The row's number for an option; an empty cell where the option names no column."""
        return dict(self.numbers).get(name, Cell(None))

    def word(self, name: str) -> str:
        """The row's words for an option, in the visitor's language; "" where the option names no column."""
        return dict(self.words).get(name, "")

    def key_of(self, name: str) -> str:
        """What the table itself has for an option; "" where the option names no column."""
        return dict(self.keys).get(name, "")


@record
class Axis:
    """What a measure of the options says: the name of its numbers, and their unit."""

    name: str
    unit: str


@record
class Reference:
    """A line across the marks."""

    value: float
    label: str


@record
class Event:
    """What happened at a row's moment."""

    at: str
    """The row's key."""
    text: str


@record
class ChartJob:
    """A chart to be drawn."""

    name: str
    """The table's, for the log."""
    kind: str
    language: str
    width: int
    """Logical pixels, as the height."""
    height: int
    ratio: float
    """Device pixels to a logical one."""
    text_scale: float
    palette: Palette
    heading: str
    """What is measured, and the unit, which stands nowhere else."""
    unit: str
    """The unit alone, for a total; "" where it is written with every number."""
    grouped: bool
    """Whether the digits of its numbers are grouped."""
    series: tuple[str, ...]
    """Their names; "" for one that needs none."""
    rows: tuple[Row, ...]
    highlight: str
    """The key of the row that stands out; "" for none."""
    period: str
    total: Cell
    """The sum of the first series."""
    no_figure: str
    """What is said of a mark without a number."""
    options: tuple[tuple[str, Any], ...]
    """The kind's own, by name: str, float, bool, Reference, Axis, Geography, Inset,
    a tuple of str or of Event, or None."""
    positions: tuple[int, ...] = ()
    """The rows' places in their table, where rows were left out for there being more than a picture can show."""

    switched: bool = False
    """Whether its series can be switched off and on."""
    hidden: tuple[int, ...] = ()
    """The series that are switched off, by their positions: the scale stays as if they were there."""
    view: Box = WHOLE
    """The part that is drawn, as large as the whole would be."""

    def digits(self, value: float) -> str:
        """A number of the chart's unit as it stands beside an axis."""
        return plain(value, grouped=self.grouped)

    def option(self, name: str) -> Any:
        """One of the kind's options."""
        return dict(self.options)[name]

    @cached_property
    def key(self) -> str:
        """The name of its picture: a digest of everything that shapes it."""
        return _digest(repr(self))


@record
class MotifJob:
    """The background to be drawn: contour lines and the two rivers, in a theme's colours."""

    theme: Theme
    width: int
    """Logical pixels, as the height."""
    height: int
    ratio: float

    name = "background"

    @cached_property
    def key(self) -> str:
        """The name of its picture: a digest of everything that shapes it."""
        colours = self.theme.colours
        shown = (colours.sky_top, colours.sky_bottom, colours.contour, colours.river_one, colours.river_two)
        return _digest(repr(("motif", self.theme.dark, shown, self.width, self.height, self.ratio)))


Job = ChartJob | MotifJob


def pixels(job: Job) -> tuple[int, int]:
    """The size of a job's picture in device pixels."""
    return round(job.width * job.ratio), round(job.height * job.ratio)


def _digest(text: str) -> str:
    return name_of(f"{drawing_version()} {text}".encode())
