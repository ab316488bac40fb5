"""What is no longer on screen is no longer in memory."""

from __future__ import annotations

import gc
from weakref import ref

from kiosk.stage.pictures import StagePicture


def test_a_chart_that_was_left_holds_no_lists(screen):
    """By weak references: `gc.get_objects` would get in the way of other threads."""
    stage = screen.booth.stage
    stage.open("trade")
    screen.until_complete()
    picture = screen.item("chart.trade").findChild(StagePicture)
    lists = [ref(rows) for rows in (picture.opened, picture.rings, picture.steps, picture.series)]
    del picture
    stage.open("overview")
    screen.until_complete()
    screen.until(lambda: gc.collect() >= 0 and not any(rows() for rows in lists))
