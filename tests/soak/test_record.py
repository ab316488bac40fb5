"""A soak's visits: its own record and the booth's log say the same, and it is told where they do not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.places import SAMPLE_DECK
from kiosk.soak.visitors import Record
from kiosk.visits.log import FILE


@pytest.fixture
def soaked(open_booth, real):
    """A record after two visits, of which one was cut off by the booth's end."""
    now = [0]
    screen = open_booth(real, SAMPLE_DECK, now=lambda: now[0])
    stage = screen.booth.stage
    record = Record(lambda: now[0])
    record.begin(stage)
    screen.wake()
    for index in (3, 4, 3):
        stage.openIndex(index)
    stage.nextLanguage()
    for _ in range(3):
        now[0] += 150_000
        stage.tick()
    screen.wake()
    stage.openIndex(3)
    record.end()
    yield record
    record.close()


def test_the_log_and_the_record_agree(soaked):
    assert soaked.visits == 2
    assert list(soaked.differences()) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM visits WHERE id = 1",
        "UPDATE visits SET language = 'xx' WHERE id = 1",
        "UPDATE dwells SET times = times + 1 WHERE screen = 'slide'",
    ],
)
def test_a_log_that_says_otherwise_is_told(soaked, change):
    with closing(sqlite3.connect(Path(soaked._folder.name) / FILE)) as log, log:  # noqa: SLF001 - nobody else may
        log.execute(change)
    assert list(soaked.differences())
