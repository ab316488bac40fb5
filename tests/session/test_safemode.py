"""When a booth that crashes does without something, and without what; by a clock of the test's own."""

from __future__ import annotations

import pytest

from kiosk.session.safemode import RETRY, WINDOW, Level, SafeMode

NOBODY = frozenset()


def crashed(*crashes, has_good=True, mode=None):
    mode = mode or SafeMode()
    for at, *slides in crashes:
        mode.crashed(at, frozenset(slides), has_good=has_good)
    return mode


@pytest.mark.parametrize(
    ("crashes", "level", "left_out"),
    [
        ([(0, "a")], Level.WHOLE, ()),
        ([(0, "a"), (5, "a")], Level.WHOLE, ()),
        ([(0, "a"), (5, "a"), (9, "a")], Level.LESS, ("a",)),
        ([(0, "a"), (5, "a"), (WINDOW, "a")], Level.WHOLE, ()),
        ([(0, "a"), (5, "a", "b"), (9, "c", "a")], Level.LESS, ("a",)),
        ([(0, "a"), (5, "b"), (9, "c")], Level.LESS, ("a", "b", "c")),
        ([(0, "a"), (5,), (9, "a")], Level.LESS, ("a",)),
        ([(0,), (5,), (9,)], Level.GOOD, ()),
    ],
)
def test_three_crashes_in_ten_minutes_cost_what_was_on_screen(crashes, level, left_out):
    mode = crashed(*crashes)
    assert (mode.level, mode.left_out) == (level, left_out)


def test_it_goes_down_step_by_step():
    mode = crashed((0, "a"), (1, "a"), (2, "a"))
    levels = [mode.level]
    for start in (10, 20):
        crashed((start, "b"), (start + 1, "b"), mode=mode)
        assert mode.level == levels[-1]
        crashed((start + 2, "b"), mode=mode)
        levels.append(mode.level)
    assert levels == [Level.LESS, Level.GOOD, Level.CALM]


def test_without_another_deck_the_calm_screen_comes_at_once():
    assert crashed((0,), (1,), (2,), has_good=False).level is Level.CALM


def test_only_a_booth_that_crashes_on_the_calm_screen_waits():
    mode = crashed((0,), (1,), (2,), has_good=False)
    waits = [mode.wait()]
    for at in range(3, 12):
        crashed((at,), has_good=False, mode=mode)
        waits.append(mode.wait())
    assert waits == [0, 2, 4, 8, 16, 30, 30, 30, 30, 30]


def test_everything_is_tried_again_after_an_hour():
    mode = crashed((0, "a"), (1, "a"), (2, "a"))
    assert not mode.is_over(RETRY)
    assert mode.is_over(RETRY + 2)
    mode.reset()
    assert (mode.level, mode.left_out, mode.is_over(10 * RETRY)) == (Level.WHOLE, (), False)
    crashed((9000, "a"), (9001, "a"), mode=mode)
    assert mode.level is Level.WHOLE


def test_a_whole_booth_has_nothing_to_try_again():
    assert not SafeMode().is_over(10 * RETRY)
