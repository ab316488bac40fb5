"""A theme: every colour, radius and duration that the screen and the charts use, from one file."""

from __future__ import annotations

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.values import Colour, Words


@entry
class Colours:
    """What each colour is for. `#rrggbb`, or `#rrggbbaa` where what is beneath may show through."""

    sky_top: Colour
    """The background, from its upper edge …"""
    sky_bottom: Colour
    """… to its lower one."""
    contour: Colour
    """The contour lines of the background."""
    river_one: Colour
    """The Yangtze."""
    river_two: Colour
    """The Jialing."""
    surface: Colour
    """Cards."""
    surface_line: Colour
    """The edge of a card."""
    pressed: Colour
    """Laid over a card while a finger rests on it."""
    text: Colour
    text_soft: Colour
    """Body text."""
    text_faint: Colour
    """Sources and captions; 4.5:1 on the background at least."""
    accent: Colour
    """What to touch next."""
    on_accent: Colour
    """Text and icons on the accent and on the groups' colours."""
    bar: Colour
    """Behind the bar of buttons."""
    bar_line: Colour
    panel: Colour
    """Callouts and sheets; opaque."""
    shade: Colour
    """Laid over the slide while a sheet or a question stands before it."""
    track: Colour
    """The part of a share, a dot or a ring that is not filled."""
    grid: Colour
    """Gridlines and axes of charts."""
    faded: Colour
    """Marks that step back behind a highlighted one."""


@entry
class GroupColours:
    """The colours that groups of platforms may own, and the order in which charts take them."""

    gold: Colour
    jade: Colour
    coral: Colour
    sky: Colour
    violet: Colour
    sand: Colour


@entry
class Motion:
    """Durations in milliseconds."""

    slide: int
    """From one slide to the next."""
    fade: int
    """From one screen to another, and overlays."""
    reveal: int
    """A chart's data growing in, a number counting up."""

    def __post_init__(self) -> None:
        for key in ("slide", "fade", "reveal"):
            rules.check_range(key, getattr(self, key), 0, 10_000)


@entry
class Theme:
    """One look."""

    name: Words
    dark: bool
    """Whether light text stands on a dark background."""
    colours: Colours
    groups: GroupColours
    motion: Motion
    radius: int
    """Of cards, in pixels at 1080 lines."""

    def __post_init__(self) -> None:
        rules.check_range("radius", self.radius, 0, 200)
