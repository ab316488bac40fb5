"""A theme's colours that cannot be read are found, each with what it is not told from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.deck.themes import load_themes
from kiosk.deck.values import Colour
from kiosk.editing.contrasts import faint
from kiosk.places import SAMPLE_DECK

THEMES = dict(load_themes(SAMPLE_DECK)[0])


@pytest.mark.parametrize("name", THEMES)
def test_nothing_is_faint_in_the_themes_that_come_with_kiosk(name):
    assert list(faint(THEMES[name])) == []


@pytest.mark.parametrize(
    ("part", "name", "colour", "grounds"),
    [
        ("colours", "text_faint", "#2a3b4c", {"panel"}),
        ("colours", "text_soft", "#ffffff40", {"sky_bottom"}),
        ("colours", "on_accent", "#f0c060", {"accent", "on_accent"}),
        ("groups", "coral", "#602010", {"sky_top", "on_accent"}),
    ],
)
def test_what_is_faint_is_told_with_its_worst_ground(part, name, colour, grounds):
    theme = THEMES["two-rivers"]
    changed = replace(theme, **{part: replace(getattr(theme, part), **{name: Colour(colour)})})
    found = list(faint(changed))
    assert (part, name) in {each.at for each in found}
    assert {each.ground for each in found} == grounds
    assert all(each.ratio < each.least for each in found)
