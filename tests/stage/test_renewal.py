"""The machine's daily restart: at its time where nobody is there, else as soon as they are gone; once a day."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.stage.renewal import Renewal


class Wall:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.time = datetime.fromisoformat("2026-05-20 18:00")

    def __call__(self) -> datetime:
        return self.time

    def shows(self, time: str) -> None:
        self.time = datetime.fromisoformat(time)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def booth(screen, wall):
    """A booth that is to start anew at four, and when it was told to."""
    screen.told = []
    stage = screen.booth.stage
    screen.renewal = Renewal(stage, "04:00", lambda: screen.told.append(wall.time), stage, wall)
    return screen


@pytest.mark.parametrize("time", ["2026-05-21 04:00", "2026-05-21 09:30", "2026-05-24 03:00"])
def test_it_starts_anew_once_the_time_has_come(booth, wall, time):
    for before in ("2026-05-20 18:00", "2026-05-20 23:59", "2026-05-21 03:59", "2026-05-19 05:00"):
        wall.shows(before)
        booth.renewal.look()
    assert booth.told == []
    wall.shows(time)
    booth.renewal.look()
    assert booth.told == [wall.time]


def test_a_visitor_is_not_disturbed(booth, wall):
    booth.wake()
    wall.shows("2026-05-21 04:00")
    booth.renewal.look()
    assert booth.told == []
    booth.booth.stage.rest()
    wall.shows("2026-05-21 04:07")
    booth.renewal.look()
    assert booth.told == [wall.time]
