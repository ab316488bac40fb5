"""The profile of a platform: what it says of itself, as large as there is room."""

from __future__ import annotations

import pytest

from kiosk.places import SAMPLE_DECK
from kiosk.stage.complete import visible_items


@pytest.mark.parametrize(("language", "values"), [("en", ("2018", "17.05 km²")), ("zh", ("2018年", "17.05平方公里"))])
def test_what_fits_on_one_line_is_large(open_booth, real, language, values):
    screen = open_booth(real, SAMPLE_DECK, language=language, size=(1920, 1080), attended=True)
    screen.booth.stage.open("htz-rongchang-profile")
    screen.until(lambda: [sizes(screen).get(value) for value in values] == [64, 64])


def sizes(screen) -> dict[str, int]:
    """The pixel size that each text on screen has come to."""
    return {
        item.property("text").replace("\u00a0", " ").replace("\u2060", ""): item.property("fitted")
        for item in visible_items(screen.window)
        if item.inherits("QQuickText") and item.opacity() > 0
    }
