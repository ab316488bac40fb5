"""From a job to the files of its picture."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from typing import Final, Protocol

import matplotlib as mpl

from kiosk.charts.cache import BASE, DATA, MOTIF, NO_SPOTS, SPOTS, step
from kiosk.charts.canvas import Canvas, encoded
from kiosk.charts.job import LARGEST_SIDE, ChartJob, Job, MotifJob, pixels
from kiosk.charts.motif import motif
from kiosk.charts.picture import WHOLE, ChartError, Layout
from kiosk.charts.turns import pieces
from kiosk.deck.tables import MOST_DRAWN

LARGEST: Final = 1e18

mpl.rcdefaults()  # whatever settings lie about on this machine


class Kind(Protocol):
    """A module of `kinds`."""

    def draw(self, job: ChartJob, canvas: Canvas) -> Layout:
        """Draw a chart. Raises ChartError where it cannot be drawn."""


def draw(job: Job) -> dict[str, bytes]:
    """A job's files by their names. Raises ChartError where it cannot be drawn."""
    if not all(0 < side <= LARGEST_SIDE for side in pixels(job)):
        raise ChartError(f"a picture of {job.width} x {job.height} at {job.ratio} cannot be drawn")
    if isinstance(job, MotifJob):
        return {MOTIF: motif(job), SPOTS: NO_SPOTS}
    canvas, whole = _laid_out(job)
    data = canvas.data.image(job.view)
    apart = pieces(job, canvas, data) if job.view == WHOLE else []  # a part that is looked at closely has come in
    layout = replace(whole.within(job.view), steps=len(apart))
    spots = json.dumps(layout.as_json(), ensure_ascii=False).encode()
    files = {BASE: canvas.base.png(job.view), DATA: encoded(data), SPOTS: spots}
    return files | {step(at): encoded(piece) for at, piece in enumerate(apart)}


def lay_out(job: Job) -> None:
    """Make everything of a chart but its picture, for the parts of it that are about to be asked for."""
    if isinstance(job, ChartJob):
        _laid_out(job)


_last: dict[str, tuple[Canvas, Layout]] = {}
"""The chart that was laid out last, by its key: a part of it that is looked at closely is drawn from the same."""


def _laid_out(job: ChartJob) -> tuple[Canvas, Layout]:
    whole = replace(job, view=WHOLE)
    if whole.key not in _last:
        _last.clear()
        canvas = Canvas(whole)
        _last[whole.key] = canvas, drawn(whole, canvas)
    return _last[whole.key]


def drawn(job: ChartJob, canvas: Canvas) -> Layout:
    """A chart drawn on a canvas by its kind's module."""
    values = [cell.value for row in job.rows for cell in row.cells if cell.value is not None]
    if not values:
        raise ChartError("there are no numbers")
    if len(job.rows) > MOST_DRAWN:
        raise ChartError(f"{len(job.rows)} rows are too many for a chart")
    if max(map(abs, values)) > LARGEST:
        raise ChartError("a number is too large for a chart")
    try:
        kind: Kind = import_module(f"kiosk.charts.kinds.{job.kind}")
    except ModuleNotFoundError as error:
        raise ChartError(f"there is no chart of kind {job.kind}") from error
    return kind.draw(job, canvas)
