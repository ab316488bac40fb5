"""What can be read on what: every theme that ships at AA, the high-contrast sister of any theme at AAA."""

from __future__ import annotations

from dataclasses import astuple, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.colours import contrast, over
from kiosk.charts.contrast import LINE, TEXT, high_contrast, scrim
from kiosk.charts.prepare import ground, palette
from kiosk.deck.theme import Colours, GroupColours, Motion, Theme
from kiosk.deck.themes import load_themes
from kiosk.deck.values import Words
from kiosk.places import SAMPLE_DECK

THEMES = dict(load_themes(SAMPLE_DECK)[0])
AA, AAA = 4.5, 7.0


def grounds(theme: Theme) -> dict[str, str]:
    """Everything that something is written on, opaque."""
    colours, card = theme.colours, ground(theme)
    bar = over(colours.bar, colours.sky_bottom)
    plain = {
        "sky_top": colours.sky_top,
        "sky_bottom": colours.sky_bottom,
        "card": card,
        "panel": over(colours.panel, card),
        "bar": bar,
    }
    return plain | {f"pressed {name}": over(colours.pressed, plain[name]) for name in ("card", "panel", "bar")}


def worst(theme: Theme, colour: str, on: tuple[str, ...] = ()) -> float:
    """The least contrast of a colour on the grounds that are named, or on all."""
    return min(contrast(over(colour, each), each) for name, each in grounds(theme).items() if not on or name in on)


def written(theme: Theme) -> dict[str, str]:
    """Everything that texts and signs are written in."""
    colours = theme.colours
    groups = {field.name: getattr(theme.groups, field.name) for field in fields(GroupColours)}
    names = ("text", "text_soft", "text_faint", "accent")
    return {name: getattr(colours, name) for name in names} | groups


def test_there_are_themes_to_look_at():
    assert {"day", "two-rivers"} <= THEMES.keys()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_everything_can_be_read_in_every_theme(theme):
    for name, colour in written(theme).items():
        words = name.startswith("text")
        on = () if words else ("sky_top", "sky_bottom", "card", "panel", "bar", "pressed card")
        assert worst(theme, colour, on) >= (AAA if name in {"text", "text_soft"} else AA), name
    for fill in (theme.colours.accent, *astuple(theme.groups)):
        assert contrast(theme.colours.on_accent, fill) >= AA, fill
    assert contrast(theme.colours.bar, theme.colours.text) >= AA, "a switch that is on"


def check_high_contrast(theme: Theme) -> None:
    sister = high_contrast(theme)
    for name, colour in written(sister).items():
        assert worst(sister, colour, ("sky_top", "sky_bottom", "card", "panel", "bar")) >= AAA, name
    for name in ("text", "text_soft", "text_faint"):
        assert worst(sister, getattr(sister.colours, name)) >= AAA, f"{name} under a finger"
    for fill in (sister.colours.accent, *astuple(sister.groups)):
        assert contrast(sister.colours.on_accent, fill) >= AAA, fill
    for name in ("surface_line", "bar_line", "track", "grid", "faded"):
        assert worst(sister, getattr(sister.colours, name), ("sky_top", "sky_bottom", "card", "bar")) >= LINE, name
    assert {len(getattr(sister.colours, name)) for name in ("surface", "panel", "bar")} == {len("#rrggbb")}, "opaque"
    assert sister.colours.contour == sister.colours.sky_top == sister.colours.sky_bottom, "no pattern"
    drawn = palette(sister, sister.colours.accent)
    assert all(contrast(colour, drawn.ground) >= AAA for colour in (drawn.text, drawn.accent, *drawn.others))
    assert (sister.dark, sister.motion, sister.radius) == (theme.dark, theme.motion, theme.radius)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_the_high_contrast_of_every_theme_reaches_aaa(theme):
    check_high_contrast(theme)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
@pytest.mark.parametrize("pixel", ["#000000", "#ffffff", "#ff0000", "#808080"])
def test_text_over_any_picture_can_be_read(theme, pixel):
    assert contrast(theme.colours.text, over(scrim(theme), pixel)) >= AAA
    assert len(scrim(theme)) == len("#rrggbbaa"), "the picture shows through"
    assert not scrim(theme).endswith("ff")


COLOUR = st.binary(min_size=3, max_size=4).map(lambda raw: f"#{raw.hex()}")
ANY_THEME = st.builds(
    Theme,
    name=st.just(Words((("", "Any"),))),
    dark=st.booleans(),
    colours=st.builds(Colours, **{field.name: COLOUR for field in fields(Colours)}),
    groups=st.builds(GroupColours, **{field.name: COLOUR for field in fields(GroupColours)}),
    motion=st.just(Motion(slide=1, fade=2, reveal=3)),
    radius=st.just(4),
)


@given(ANY_THEME)
def test_whatever_colours_a_theme_has_its_high_contrast_can_be_read(theme):
    check_high_contrast(theme)


def test_the_limits_are_those_of_wcag():
    assert (TEXT, LINE) == (7.0, 3.0)
