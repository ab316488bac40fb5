"""A visitor who goes on before a chart is drawn: nothing is drawn that nobody waits for."""

from __future__ import annotations

import os
import signal
from contextlib import closing

import pytest
import shiboken6
from charts.making import motif_job, workers

from kiosk.charts import ChartJob, Charts
from kiosk.charts.job import Job
from kiosk.deck.load import load
from kiosk.stage.pictures import StagePicture


class Noting(Charts):
    """Charts that note which slides' are asked for."""

    def __init__(self, *given, **more) -> None:
        super().__init__(*given, **more)
        self.asked: list[Job] = []

    def request(self, job, done, urgent=False):  # noqa: FBT002 - as the class above has it
        super().request(job, done, urgent)
        self.asked += [job] if isinstance(job, ChartJob) else []


@pytest.fixture
def stopped(tmp_path, open_booth, tiny_folder, _only_own_workers):
    """A booth whose only worker has stopped at another picture, and what lets it go on."""
    with closing(Noting(tmp_path / "charts", workers=1)) as charts:
        screen = open_booth(load(tiny_folder), tiny_folder, drawn=charts, attended=True)
        screen.booth.stage.open("idea")
        screen.until_complete()
        screen.until(lambda: workers(os.getpid()))
        (worker,) = workers(os.getpid())
        answers: list = []
        os.kill(worker, signal.SIGSTOP)
        charts.request(motif_job(101), answers.append, urgent=True)

        def go_on() -> None:
            """Let the worker draw what waits, and one more thing, which comes last."""
            charts.request(motif_job(102), answers.append)
            os.kill(worker, signal.SIGCONT)
            screen.until(lambda: len(answers) == 2)

        yield screen, charts, go_on
        os.kill(worker, signal.SIGCONT)


def come_to_the_chart(screen, charts: Noting) -> tuple[StagePicture, Job]:
    screen.booth.stage.open("trade")
    screen.until(lambda: charts.asked)
    return screen.item("chart.trade").findChild(StagePicture), charts.asked[-1]


def test_the_chart_of_a_slide_that_was_left_is_not_drawn(stopped):
    screen, charts, go_on = stopped
    picture, wanted = come_to_the_chart(screen, charts)
    screen.booth.stage.open("idea")
    screen.until(lambda: not shiboken6.isValid(picture))
    go_on()
    assert charts.find(wanted) is None


def test_the_chart_of_the_slide_on_screen_is(stopped):
    """What shows that the test before looks for the right picture."""
    screen, charts, go_on = stopped
    _, wanted = come_to_the_chart(screen, charts)
    go_on()
    screen.until_complete()
    assert charts.find(wanted)
