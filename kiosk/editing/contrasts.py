"""Which of a theme's colours cannot be read on what they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from kiosk.charts.colours import READABLE, contrast, over
from kiosk.deck.problems import At
from kiosk.deck.theme import GroupColours, Theme

_WANTED: Final = {"text": 7.0, "text_soft": 7.0, "text_faint": READABLE, "accent": READABLE}
"""The least contrast of what is written anywhere: 7:1 for what is read, as the design says."""
_MARK: Final = 3.0
"""The least contrast of a mark of a chart, and of a group's colour, to the background."""


@dataclass(frozen=True, slots=True)
class Faint:
    """A colour that stands out too little."""

    at: At
    """Its entry in the theme's file."""
    ground: str
    """The name of the colour that it is not told from."""
    ratio: float
    least: float


def faint(theme: Theme) -> Iterator[Faint]:
    """The colours of a theme that are too faint, each with the ground on which it is worst."""
    colours, groups = theme.colours, {each.name: getattr(theme.groups, each.name) for each in fields(GroupColours)}
    skies = {"sky_top": colours.sky_top, "sky_bottom": colours.sky_bottom}
    cards = [("surface", over(colours.surface, sky)) for sky in skies.values()]
    grounds = [*skies.items(), ("panel", over(colours.panel, colours.sky_bottom)), *cards]
    for name, least in _WANTED.items():
        yield from _worst(("colours", name), getattr(colours, name), grounds, least)
    yield from _worst(("colours", "on_accent"), colours.on_accent, [("accent", colours.accent)], READABLE)
    for name, colour in groups.items():
        yield from _worst(("groups", name), colour, list(skies.items()), _MARK)
        yield from _worst(("groups", name), colour, [("on_accent", colours.on_accent)], READABLE)


def _worst(at: At, colour: str, grounds: list[tuple[str, str]], least: float) -> Iterator[Faint]:
    """The ground on which a colour is seen least, if that is too little."""
    found = [(contrast(over(colour, ground[:7]), ground[:7]), name) for name, ground in grounds]
    ratio, name = min(found)
    if ratio < least:
        yield Faint(at, name, ratio, least)
