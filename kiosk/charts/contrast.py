"""A theme's high-contrast sister, made from its own colours: whoever writes a theme need not think of one."""

from __future__ import annotations

from dataclasses import fields, replace

from kiosk.charts.colours import contrast, mixed, over
from kiosk.deck.theme import Colours, GroupColours, Theme
from kiosk.deck.values import Colour

TEXT = 7.0
"""The least contrast of a text or a sign, and of what is written on it in the ground's colour (WCAG 2, AAA)."""
ON_LAND = 10.5
"""The same, so that it is kept on a map's land, which is a little lighter or darker than the ground."""
LINE = 3.0
"""The least contrast of a line, an edge, and what is not filled."""
_STEP = 0.02
_BLACK, _WHITE = Colour("#000000"), Colour("#ffffff")


def high_contrast(theme: Theme) -> Theme:
    """The same theme on plain black or white: its hues as far as they are read there, and no pattern."""
    ground, ink = (_BLACK, _WHITE) if theme.dark else (_WHITE, _BLACK)
    own = theme.colours
    line, quiet = _clear(ground, ground, ink, TEXT), _clear(ground, ground, ink, LINE)
    colours = Colours(
        sky_top=ground,
        sky_bottom=ground,
        contour=ground,
        river_one=_clear(own.river_one, ground, ink, ON_LAND),
        river_two=_clear(own.river_two, ground, ink, ON_LAND),
        surface=ground,
        surface_line=line,
        pressed=Colour(f"{ink}33"),
        text=ink,
        text_soft=ink,
        text_faint=ink,
        accent=_clear(own.accent, ground, ink, TEXT),
        on_accent=ground,
        bar=ground,
        bar_line=line,
        panel=ground,
        shade=Colour(f"{ground}cc"),
        track=quiet,
        grid=quiet,
        faded=quiet,
    )
    names = (field.name for field in fields(GroupColours))
    groups = {name: _clear(getattr(theme.groups, name), ground, ink, TEXT) for name in names}
    return replace(theme, colours=colours, groups=GroupColours(**groups))


def scrim(theme: Theme) -> Colour:
    """What is laid over a picture so that the theme's text can be read on it, whatever it shows."""
    sky, worst = theme.colours.sky_bottom, _WHITE if theme.dark else _BLACK
    opacity = next(
        (each for each in range(256) if contrast(theme.colours.text, over(f"{sky}{each:02x}", worst)) >= TEXT), 255
    )
    return Colour(f"{sky}{opacity:02x}")


def _clear(colour: str, ground: str, ink: str, least: float) -> Colour:
    """A colour with as much of the ink in it as it needs to be seen on the ground."""
    colour = seen = over(colour, ground)
    part = 0.0
    while contrast(seen, ground) < least:
        part += _STEP
        seen = mixed(colour, ink, min(1.0, part))
    return Colour(seen)
