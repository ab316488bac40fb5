"""The talk's clock and its plan: on time, ahead, behind."""

import pytest

from kiosk.presenter.pace import Mood, Plan, Timer, minutes, plan

FOUR = plan([60, 120, 0, 0], 10)
"""Ends at 60, 180, 390, 600."""


def test_slides_without_a_time_share_what_the_others_leave():
    assert FOUR.ends == (60, 180, 390, 600)
    assert plan([0, 0, 0], 0) == Plan()
    assert plan([30, 30], 0).whole == 60
    assert plan([400, 0], 5).ends == (400, 400)


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


def test_the_clock_pauses_goes_on_and_begins_anew():
    timer = Timer()
    assert (timer.elapsed(5_000), timer.running, timer.begun) == (0, False, False)
    timer.start(5_000)
    timer.start(7_000)
    assert timer.elapsed(8_000) == 3
    timer.toggle(8_000)
    assert (timer.elapsed(60_000), timer.running, timer.begun) == (3, False, True)
    timer.toggle(60_000)
    assert timer.elapsed(61_500) == 4.5
    timer.reset(62_000)
    assert (timer.elapsed(63_000), timer.running) == (1, True)
    timer.pause(63_000)
    timer.reset(63_000)
    assert (timer.elapsed(99_000), timer.begun) == (0, False)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (5.9, "0:05"), (760, "12:40"), (3723, "1:02:03"), (-70, "1:10")]
)
def test_a_length_of_time_is_written_as_a_clock_shows_it(seconds, said):
    assert minutes(seconds) == said
