"""Charts for a scene that is painted rather than shown: in the place of each picture an empty one, and its vectors."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor, QImage

from kiosk.charts import ChartError, ChartJob, Charts, Job, Picture
from kiosk.charts.cache import LIMIT, MOTIF, NO_SPOTS, SPOTS, Cache
from kiosk.charts.vectors import Drawing, drawing, keep_fonts_in
from kiosk.charts.waiting import Done

_KEPT: Final = 8
"""How many drawings stay: the slide's, and its neighbours'."""
_NOTHING: Final = Drawing(width=1, height=1, things=())


class VectoredCharts(Charts):
    """Answers every job at once, in this process: a booth that nobody touches may wait for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        keep_fonts_in(folder)
        self._pictures = Cache(folder, LIMIT)
        self._blanks = Path(tempfile.mkdtemp(prefix="kiosk-export-"))
        self._nothing = self._blank("nothing")
        self._drawings: dict[str, Drawing] = {}

    def find(self, job: Job) -> Picture | None:
        """An empty picture that `drawing_at` knows, or the background; None for a chart that cannot be drawn."""
        if not isinstance(job, ChartJob):
            return self._background(job)
        blank = self._blanks / f"{job.key}.png"
        if str(blank) not in self._drawings:
            try:
                drawn = drawing(job)
            except ChartError:
                return None
            self._drawings[str(self._blank(job.key))] = drawn
            for old in list(self._drawings)[:-_KEPT]:
                del self._drawings[old]
        return Picture(key=job.key, base=blank, data=self._nothing)

    def request(self, job: Job, done: Done, urgent: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as it is there
        """Answer that it cannot be drawn: what can be was found."""
        done(None)

    def drawing_at(self, path: str) -> Drawing | None:
        """The vectors in whose place a picture's file is empty; None for any other file."""
        return _NOTHING if path == str(self._nothing) else self._drawings.get(path)

    def close(self) -> None:
        """Take the empty pictures away."""
        super().close()
        shutil.rmtree(self._blanks, ignore_errors=True)

    def _background(self, job: Job) -> Picture | None:
        found = self._pictures.find(job.key)
        if found is None:
            from kiosk.charts.draw import draw

            files = draw(job)
            self._pictures.store(job.key, {MOTIF: files[MOTIF], SPOTS: NO_SPOTS})
            found = self._pictures.find(job.key)
        return found

    def _blank(self, name: str) -> Path:
        path = self._blanks / f"{name}.png"
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0))
        image.save(str(path))
        return path
