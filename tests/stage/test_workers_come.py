"""Workers, and the 100 MB that they take, come for whoever stays on a chart, and not for who passes by."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
from charts.making import workers

from kiosk.charts import Charts
from kiosk.deck.load import load

pytestmark = pytest.mark.usefixtures("_only_own_workers")


class Noting(Charts):
    """Charts that note what workers are to get ready for."""

    def __init__(self, *given, **more) -> None:
        super().__init__(*given, **more)
        self.awaited: list[str] = []

    def warm(self, job):
        self.awaited.append(job.name)
        super().warm(job)


def test_workers_come_as_a_visitor_stays_on_a_chart(tmp_path, open_booth, tiny_folder):
    loaded, folder = load(tiny_folder), tmp_path / "charts"
    slides = [slide.id for platform in loaded.deck.platforms for slide in platform.slides]
    with closing(Charts(folder, workers=1)) as charts:
        screen = open_booth(loaded, tiny_folder, drawn=charts)
        for slide in slides:
            screen.booth.stage.open(slide)
            screen.until_complete()
        screen.window.hide()
    with closing(Noting(folder, workers=1)) as charts:
        screen = open_booth(loaded, tiny_folder, drawn=charts)
        screen.wake()
        for slide in slides:
            screen.booth.stage.open(slide)
            screen.until_complete()
        screen.booth.stage.open("idea")
        screen.until_complete()
        assert (charts.awaited, workers(os.getpid())) == ([], [])
        screen.booth.stage.open("trade")
        screen.until(lambda: workers(os.getpid()))
        assert len(charts.awaited) == 1
