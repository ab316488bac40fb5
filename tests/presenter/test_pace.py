"""The talk's clock and its plan: on time, ahead, behind."""

import pytest

from kiosk.presenter.pace import Mood, Plan, minutes

FOUR = Plan.of([60, 120, 210, 210])
"""Ends at 60, 180, 390, 600."""


@pytest.mark.parametrize(
    ("at", "elapsed", "off", "mood"),
    [
        (0, 0, 0, Mood.GOOD),
        (0, 60, 0, Mood.GOOD),
        (0, 120, 60, Mood.GOOD),
        (0, 121, 61, Mood.BEHIND),
        (2, 180, 0, Mood.GOOD),
        (2, 120, -60, Mood.GOOD),
        (2, 119, -61, Mood.AHEAD),
        (3, 500, 0, Mood.GOOD),
        (3, 700, 100, Mood.BEHIND),
        (9, 700, 0, Mood.GOOD),
    ],
)
def test_more_than_a_minute_off_shows(at, elapsed, off, mood):
    assert (FOUR.off(at, elapsed), FOUR.mood(at, elapsed)) == (off, mood)


def test_without_a_plan_there_is_no_colour():
    assert (Plan().off(0, 500), Plan().mood(0, 500), Plan().whole) == (0, Mood.NONE, 0)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (5.9, "0:05"), (760, "12:40"), (3723, "1:02:03"), (-70, "1:10")]
)
def test_a_length_of_time_is_written_as_a_clock_shows_it(seconds, said):
    assert minutes(seconds) == said
