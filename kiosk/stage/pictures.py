"""A chart's picture, or the background's, as QML asks for it; the answer comes when it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.charts import ChartJob, Picture, Spot
from kiosk.charts.job import Job
from kiosk.charts.picture import WHOLE, Ring
from kiosk.deck.shown import Shown
from kiosk.place import Place
from kiosk.stage import backgrounds
from kiosk.stage.element import Element
from kiosk.stage.readings import READ, Readings
from kiosk.stage.rows import Rows
from kiosk.stage.spots import nearest
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_SETTLED_MS: Final = 60
"""The room of a chart that is not on screen has stayed the same for so long: it is asked for now."""
_LOOKED_AT_MS: Final = 400
"""After so long on a chart a visitor does not just pass by."""
SPOT: Final = (
    *("label", "value", "period", "source", "note", "leadsTo"),
    *("shape", "across", "down", "wide", "high", "radius", "start", "sweep", "outline"),
)
"""What a callout says, and where its mark is: shares of the picture's size, degrees clockwise from three o'clock; an
area's outline as an SVG path in pixels."""
RING: Final = ("across", "down", "inner", "outer", "start", "sweep")
"""Where a ring of wedges is, in the same measures; both radii are shares of the width."""
STEP: Final = ("file",)
"""Marks that come in one after the other: where the picture of each lot is."""
SERIES: Final = ("name", "colour", "off")
"""A series that can be switched off and on."""
READING: Final = ("series", "value", "colour", "down")
"""What a line says where it is read: its series' name and value, and the height of its point as a share."""


@QmlElement
class StagePicture(Element):
    """What the worker drew for a slide's chart, or, without a slide, for the background.

    Sizes are logical pixels; `ratio` is the screen's device pixel ratio; `textScale` is 1 at 1080 lines.
    """

    answered = Signal()
    openedChanged = Signal()
    readingChanged = Signal()
    pendingChanged = Signal()
    stageChanged = Signal()
    slideChanged = Signal()
    widthChanged = Signal()
    heightChanged = Signal()
    ratioChanged = Signal()
    textScaleChanged = Signal()
    urgentChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._slide = ""
        self._width = self._height = 0
        self._ratio = self._text_scale = 1.0
        self._urgent = False
        self._asked: Job | None = None
        self._request = request = ExitStack()
        self.destroyed.connect(lambda: request.close())  # noqa: PLW0108 - a bound method would get the object
        self._picture: Picture | None = None
        self._failed = False
        self._lost = ""
        self._pending = True
        self._complete = False
        self._view = WHOLE
        self._opened = Rows(SPOT, self)
        self._rings = Rows(RING, self)
        self._steps = Rows(STEP, self)
        self._series = Rows(SERIES, self)
        self._readings = Readings(())
        self._reading = -1
        self._read_rows = Rows(READING, self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._looked_at = QTimer(self, singleShot=True)
        self._looked_at.timeout.connect(self._prepare)

    def _ask_soon(self) -> None:
        """Ask once, after everything that changes together has changed: what nobody sees may take some frames to."""
        if self._complete:
            self._wait(pending=True)
            self._soon.start(0 if self._urgent else _SETTLED_MS)

    @Slot()
    def begin(self) -> None:
        """Every property is set: ask for what is on screen at once, so that it is decoded while the rest is laid out.

        For what is not yet on screen ask when the frame that the visitor waits for is through.
        """
        self._complete = True
        if self._urgent:
            self._ask()
        else:
            self._soon.start(0)

    def _wait(self, *, pending: bool) -> None:
        if pending != self._pending:
            self._pending = pending
            self.pendingChanged.emit()
        if not pending and self._stage:
            self._stage.answered.emit(self._slide)

    def _ask(self) -> None:
        job = self._job()
        if isinstance(job, ChartJob) and self._switch(job):
            job = self._job()  # the switches may have taken some of its room
        if job is None or (job.key == self._asked_key() and (self._picture or self._failed)):
            self._wait(pending=False)
            return
        assert self._stage is not None  # noqa: S101 - there is a job
        self._request.close()  # what is asked for instead takes its place
        self._asked = job
        found = self._stage.charts.find(job)
        if found:
            self._take(found)
        else:
            self._request.callback(self._stage.drawings.draw(job, urgent=self._urgent))

    def _job(self) -> Job | None:
        if self._stage is None or self._width <= 0 or self._height <= 0:
            return None
        return self._stage.drawings.job(self._slide, self._width, self._height, self._ratio, self._text_scale)

    def _asked_key(self) -> str:
        return self._asked.key if self._asked else ""

    def _switch(self, job: ChartJob) -> bool:
        """Tell the series that can be switched; whether there are any for the first time."""
        series = _series(job) if job.switched else []
        are_new = bool(series) and not self._series.rowCount()
        self._series.fill(series)
        return are_new

    @Slot(str, object)
    def _drawn(self, key: str, picture: Picture | None) -> None:
        if key == self._asked_key():
            self._take(picture)

    def _take(self, picture: Picture | None) -> None:
        view = self._asked.view if isinstance(self._asked, ChartJob) else WHOLE
        if picture is None and self._picture and view != WHOLE:
            self._wait(pending=False)  # what is there is not as sharp, and all there
            return
        self._picture = picture
        self._view = view
        self._failed = picture is None
        is_read = isinstance(self._asked, ChartJob) and self._asked.kind in READ
        self._readings = Readings(self.spots if is_read else ())
        self._rings.fill(_rings(self.spots) if picture and picture.reveal == "sweep" else [])
        self._steps.fill([{"file": _url(path).toString()} for path in picture.steps] if picture else [])
        self._open()
        self._await_look()
        self.answered.emit()
        self._wait(pending=False)

    @Slot()
    def _open(self) -> None:
        """Take the mark whose callout is open, if this is the slide on screen."""
        spots = self.spots
        at = _called(spots, self._stage.place) if self._stage and self._urgent else -1
        self._opened.fill([_spot(spots[at], self._width, self._height)] if 0 <= at < len(spots) else [])

    def _await_look(self) -> None:
        """Have what a visitor looks at prepared for two fingers, as soon as they do not just pass by."""
        if self._urgent and self._picture and isinstance(self._asked, ChartJob):
            self._looked_at.start(_LOOKED_AT_MS)
        else:
            self._looked_at.stop()

    @Slot()
    def _prepare(self) -> None:
        if self._stage and isinstance(self._asked, ChartJob):
            self._stage.drawings.prepare(self._asked)

    @Slot()
    def lost(self) -> None:
        """What was drawn is gone or damaged: draw it anew, and if that is no better let the numbers stand in for it."""
        if self._asked is None or self._picture is None or self._stage is None:
            return
        if self._lost == self._asked.key:
            self._take(None)
            return
        self._lost = self._asked.key
        self._stage.charts.drop(self._asked)
        self._picture = None
        self.answered.emit()
        self._ask_soon()

    # What QML sets

    def _get_stage(self) -> Stage | None:
        return self._stage

    def _set_stage(self, stage: Stage) -> None:
        if stage is self._stage:
            return
        self._stage = stage
        stage.drawings.drawn.connect(self._drawn)
        stage.languageChanged.connect(self._ask_soon)
        stage.about.deckChanged.connect(self._ask_soon)
        stage.theme.changed.connect(self._ask_soon)
        stage.chart.partChanged.connect(self._ask_soon)
        stage.chart.seriesChanged.connect(self._ask_soon)
        stage.chart.spotChanged.connect(self._open)
        self.stageChanged.emit()
        self._ask_soon()

    def _get_slide(self) -> str:
        return self._slide

    def _set_slide(self, slide: str) -> None:
        if slide != self._slide:
            self._slide = slide
            self.slideChanged.emit()
            self._ask_soon()

    def _get_width(self) -> int:
        return self._width

    def _set_width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self.widthChanged.emit()
            self._ask_soon()

    def _get_height(self) -> int:
        return self._height

    def _set_height(self, height: int) -> None:
        if height != self._height:
            self._height = height
            self.heightChanged.emit()
            self._ask_soon()

    def _get_ratio(self) -> float:
        return self._ratio

    def _set_ratio(self, ratio: float) -> None:
        if ratio != self._ratio:
            self._ratio = ratio
            self.ratioChanged.emit()
            self._ask_soon()

    def _get_text_scale(self) -> float:
        return self._text_scale

    def _set_text_scale(self, scale: float) -> None:
        if scale != self._text_scale:
            self._text_scale = scale
            self.textScaleChanged.emit()
            self._ask_soon()

    def _get_urgent(self) -> bool:
        return self._urgent

    def _set_urgent(self, urgent: bool) -> None:
        if urgent != self._urgent:
            self._urgent = urgent
            self.urgentChanged.emit()
            self._await_look()
            if self._pending:
                self._ask_soon()

    stage = Property(Stage, _get_stage, _set_stage, notify=stageChanged)
    slide = Property(str, _get_slide, _set_slide, notify=slideChanged)
    width = Property(int, _get_width, _set_width, notify=widthChanged)
    height = Property(int, _get_height, _set_height, notify=heightChanged)
    ratio = Property(float, _get_ratio, _set_ratio, notify=ratioChanged)
    textScale = Property(float, _get_text_scale, _set_text_scale, notify=textScaleChanged)
    urgent = Property(bool, _get_urgent, _set_urgent, notify=urgentChanged)

    # What QML reads

    @Property(QUrl, notify=answered)
    def base(self) -> QUrl:
        """What stands still: axes and labels, or the background."""
        if self._picture is None:
            return QUrl()
        return _url(self._picture.base) if self._slide else backgrounds.url(self._picture.base)

    @Property(QUrl, notify=answered)
    def marks(self) -> QUrl:
        """What grows in: bars, lines, wedges and the numbers on them."""
        return _url(self._picture.data) if self._picture else QUrl()

    @Property(str, notify=answered)
    def reveal(self) -> str:
        """How the marks grow in: up, right, sweep, steps or fade."""
        return self._picture.reveal if self._picture else "fade"

    @Property(float, notify=answered)
    def originAcross(self) -> float:
        """From where they grow to the sides, as a share of the width."""
        return self._picture.origin[0] if self._picture else 0.0

    @Property(float, notify=answered)
    def originDown(self) -> float:
        """From where they grow up and down, as a share of the height."""
        return self._picture.origin[1] if self._picture else 1.0

    @Property(bool, notify=pendingChanged)
    def pending(self) -> bool:
        """Whether an answer is still to come."""
        return self._pending

    @Property(bool, notify=answered)
    def failed(self) -> bool:
        """Whether it could not be drawn, so that the numbers stand in for it."""
        return self._failed

    @Property(float, notify=answered)
    def left(self) -> float:
        """The part of the chart that the picture shows: its left edge as a share of the chart's width."""
        return self._view[0]

    @Property(float, notify=answered)
    def top(self) -> float:
        """Its upper edge as a share of the height."""
        return self._view[1]

    @Property(float, notify=answered)
    def share(self) -> float:
        """Its size as a share of both."""
        return self._view[2]

    @Property(Rows, constant=True)
    def opened(self) -> Rows:
        """The mark whose callout is open: one row, or none."""
        return self._opened

    @Property(Rows, constant=True)
    def rings(self) -> Rows:
        """The rings that come in by a sweep."""
        return self._rings

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        """The marks in lots, where one lot comes in after the other."""
        return self._steps

    @Property(Rows, constant=True)
    def series(self) -> Rows:
        """The series that can be switched off and on; none where there is one, or the kind has it otherwise."""
        return self._series

    # Reading along a line

    @Property(bool, notify=answered)
    def readable(self) -> bool:
        """Whether a finger that is drawn along the chart reads its values."""
        return bool(self._readings)

    @Property(Rows, constant=True)
    def readings(self) -> Rows:
        """What every line says at the moment that is read."""
        return self._read_rows

    @Property(str, notify=readingChanged)
    def moment(self) -> str:
        """The label of the moment that is read; "" where none is."""
        return self._readings.label(self._reading) if self._reading >= 0 else ""

    @Property(float, notify=readingChanged)
    def momentAcross(self) -> float:
        """Where that moment is, as a share of the width."""
        return self._readings.across(self._reading) if self._reading >= 0 else 0.0

    @Slot(float)
    def read(self, x: float) -> None:
        """Read the values nearest to `x`, in pixels from the left."""
        self._read_at(self._readings.nearest(x / max(1, self._width)))

    @Slot()
    def stopReading(self) -> None:
        self._read_at(-1)

    def _read_at(self, moment: int) -> None:
        if moment != self._reading:
            self._reading = moment
            spots = self._readings.spots(moment) if moment >= 0 else ()
            self._read_rows.fill(
                [{"series": s.series, "value": s.value, "colour": s.colour, "down": s.y} for s in spots]
            )
            self.readingChanged.emit()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The marks that can be touched."""
        return self._picture.spots if self._picture else ()

    @Slot(float, float, float, result=int)
    def spotAt(self, x: float, y: float, target: float) -> int:
        """The mark that a touch means, `target` being the least size of one, in pixels; -1 where there is none."""
        return nearest(self.spots, x, y, self._width, self._height, target)


def _url(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


def _called(spots: Sequence[Spot], place: Place) -> int:
    """The index of the mark whose callout is open; -1 where none is."""
    row, number = place.sought
    if place.spot >= 0 or row < 0:
        return place.spot
    its = {spot.number: at for at, spot in reversed(list(enumerate(spots))) if spot.row == row}
    return its.get(number, min(its.values(), default=-1))


def _spot(spot: Spot, width: int, height: int) -> Shown:
    label = f"{spot.label} · {spot.series}" if spot.series else spot.label
    return {
        "label": label,
        "value": spot.value,
        "period": spot.period,
        "source": spot.source,
        "note": spot.note,
        "leadsTo": spot.leads_to,
        "across": spot.cx if spot.shape == "wedge" else spot.x,
        "down": spot.cy if spot.shape == "wedge" else spot.y,
        "wide": spot.w,
        "high": spot.h,
        "shape": spot.shape,
        "radius": spot.r1,
        "start": spot.a0 - 90,
        "sweep": spot.a1 - spot.a0,
        "outline": " ".join(_ring_path(ring, width, height) for ring in spot.outline),
    }


def _ring_path(ring: Ring, width: int, height: int) -> str:
    points = (f"{x * width:.1f} {y * height:.1f}" for x, y in ring)
    return f"M{' L'.join(points)} Z"


def _series(job: ChartJob) -> list[Shown]:
    return [
        {"name": name, "colour": job.palette.series(at), "off": at in job.hidden} for at, name in enumerate(job.series)
    ]


def _rings(spots: Sequence[Spot]) -> list[Shown]:
    """Every ring that wedges stand on, from its first wedge to its last."""
    found: dict[tuple[float, float, float], list[Spot]] = {}
    for spot in spots:
        if spot.shape == "wedge":
            found.setdefault((spot.cx, spot.cy, spot.r1), []).append(spot)
    return [
        {
            "across": across,
            "down": down,
            "inner": min(wedge.r0 for wedge in wedges),
            "outer": outer,
            "start": min(wedge.a0 for wedge in wedges) - 90,
            "sweep": max(wedge.a1 for wedge in wedges) - min(wedge.a0 for wedge in wedges),
        }
        for (across, down, outer), wedges in found.items()
    ]
