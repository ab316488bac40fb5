"""Has drawn what the stage's pictures show: says what that is, asks the workers for it, and tells when it is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.charts import ChartJob, Charts, MotifJob, Picture, chart_job
from kiosk.deck.model import ChartSlide
from kiosk.place import WHOLE
from kiosk.stage.lists import Lists
from kiosk.stage.part import Here
from kiosk.stage.theme import Theme


class Drawings(QObject):
    """The drawings of the deck that the `lists` were read from, in the colours of the theme.

    `attended` says that no visitor is to be expected, who would look at a part of a chart.
    """

    drawn = Signal(str, object)
    """The key of something to draw, and its Picture; None where it cannot be drawn."""

    def __init__(
        self, charts: Charts, lists: Lists, theme: Theme, here: Here, parent: QObject, *, attended: bool
    ) -> None:
        super().__init__(parent)
        self._charts = charts
        self._lists = lists
        self._theme = theme
        self._here = here
        self._attended = attended

    def job(
        self, slide_id: str, width: int, height: int, ratio: float, text_scale: float
    ) -> ChartJob | MotifJob | None:
        """What has to be drawn for a slide's chart at a size in logical pixels, or for the background without a slide.

        None for a slide that has no chart, and for the background where it is to be plain.
        """
        theme = self._theme.theme
        if not slide_id:
            return None if self._theme.highContrast else MotifJob(theme, width, height, ratio)
        place, order = self._here(), self._lists.order
        platform, slide = next(((p, s) for p, s in order if s.id == slide_id), (None, None))
        if platform is None or not isinstance(slide, ChartSlide):
            return None
        accent = self._theme.group_hex(self._lists.colour_of(platform))
        here = order[place.slide][1] is slide
        view = place.view if here else WHOLE
        return chart_job(
            self._lists.deck,
            slide.chart,
            theme,
            place.language,
            width,
            height,
            ratio,
            text_scale,
            accent,
            view=(view.left, view.top, view.share, view.share),
            hidden=place.hidden if here else (),
        )

    def draw(self, job: ChartJob | MotifJob, *, urgent: bool) -> Callable[[], None]:
        """Have something drawn; `drawn` tells when it is, on the GUI thread. Gives what withdraws that."""
        done = partial(self._hand_over, job.key)
        self._charts.request(job, done, urgent=urgent)
        return partial(self._charts.forget, job, done)

    def prepare(self, job: ChartJob) -> None:
        """A visitor looks at a chart: have the workers ready for a part of it."""
        if not self._attended:
            self._charts.warm(job)

    def _hand_over(self, key: str, picture: Picture | None) -> None:
        with suppress(RuntimeError):  # the booth closed while a worker drew
            self.drawn.emit(key, picture)
