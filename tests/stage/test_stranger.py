"""A stranger's way: from the loop to an answer, knowing nothing of the deck but what the screen says."""

from __future__ import annotations

import pytest
from spread import spread

from kiosk.places import SAMPLE_DECK


@pytest.mark.parametrize(
    ("asked", "size"),
    spread(
        [
            ("en", "2", "Pilot Free Trade Zone", "About 70 percent of the city's trade"),
            ("zh", "2", "自贸试验区", "贡献全市约七成外贸"),
        ],
        [(1920, 1080), (1080, 1920)],
    ),
)
def test_how_much_of_the_citys_trade_passes_through_the_free_trade_zone(open_booth, real, asked, size):
    language, group, platform, answer = asked
    screen = open_booth(real, SAMPLE_DECK, language=language, size=size)
    screen.wake()
    assert answer not in screen.texts()
    assert group in screen.texts()
    for touch in ("hub.two", "chooser.ftz", "bar.next"):  # three: no more may be needed
        screen.tap(touch)
    screen.until_complete()
    assert answer in screen.texts()
    assert any(platform in text for text in screen.texts())
    origin = {"en": "Source: iChongqing", "zh": "来源：iChongqing"}[language]
    assert any(text.startswith(origin) for text in screen.texts())
    assert [spot.value for spot in screen.spots("ftz-share") if "70" in spot.value]
