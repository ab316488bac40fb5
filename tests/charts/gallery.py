"""The gallery deck, chart by chart, as jobs for the worker."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from charts.making import NIGHT

from kiosk.charts import ChartJob, chart_job
from kiosk.deck.load import load
from kiosk.deck.model import ChartSlide, Deck
from kiosk.deck.theme import Theme

FOLDER = Path(__file__).parent.parent / "gallery"


@cache
def gallery() -> Deck:
    """The gallery's deck; the only warnings in it are of tables that are thinned out."""
    loaded = load(FOLDER)
    told = [str(problem) for problem in loaded.problems if "rows are more than a picture" not in problem.message]
    assert not told, "\n".join(told)
    assert loaded.deck
    return loaded.deck


def slides(kind: str) -> list[ChartSlide]:
    """The slides of one kind: those of the file that is named after it, the plainest first."""
    platform = next((each for each in gallery().platforms if each.id == kind), None)
    return [slide for slide in platform.slides if isinstance(slide, ChartSlide)] if platform else []


def job_of(
    slide: ChartSlide,
    *,
    language: str = "en",
    look: Theme = NIGHT,
    size: tuple[int, int] = (1040, 620),
    ratio: float = 1.0,
) -> ChartJob:
    return chart_job(gallery(), slide.chart, look, language, *size, ratio, 1.0, look.groups.gold)
