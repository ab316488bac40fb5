"""The charts of a deck as the scene asks for them, for what is measured with charts being drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize

from kiosk.charts import UNATTENDED, ChartJob, Charts, Job, Picture
from kiosk.deck.load import Loaded
from kiosk.deck.model import ChartSlide, Deck
from kiosk.stage.app import Booth, BoothOptions
from kiosk.walk import resize, settle


def chart_slides(deck: Deck) -> list[str]:
    """The ids of the slides with a chart."""
    return [slide.id for platform in deck.platforms for slide in platform.slides if isinstance(slide, ChartSlide)]


def chart_jobs(loaded: Loaded, deck: Path, size: QSize, slides: Iterable[str]) -> list[ChartJob]:
    """What the scene asks for on its way through some slides, on a screen of a size in pixels."""
    charts = _Noted()
    options = BoothOptions(attended=True, transitions=False, size=size)
    with closing(Booth(loaded, deck, charts, options)) as booth:
        resize(booth, size)
        for slide in slides:
            booth.stage.open(slide)
            settle(booth)
    return list(charts.jobs.values())


@contextmanager
def nothing_drawn() -> Iterator[Charts]:
    """Charts of which none was drawn yet."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(Charts(Path(folder), patience=UNATTENDED)) as charts,
    ):
        yield charts


class _Noted(Charts):
    """Charts that only note what they are asked for; nothing is drawn."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.jobs: dict[str, ChartJob] = {}
        self.close()

    def find(self, job: Job) -> Picture | None:
        if isinstance(job, ChartJob):
            self.jobs[job.key] = job
        return None
