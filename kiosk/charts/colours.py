"""Colours as numbers: what shows through what, and what can be read on it."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of a text."""

Rgb = tuple[float, float, float]


def rgba(colour: str) -> tuple[float, float, float, float]:
    """`#rrggbb` or `#rrggbbaa` as red, green, blue and opacity from 0 to 1."""
    red, green, blue, opacity = bytes.fromhex((colour[1:] + "ff")[:8])
    return red / 255, green / 255, blue / 255, opacity / 255


def text_of(rgb: Rgb) -> str:
    """Red, green and blue from 0 to 1 as `#rrggbb`."""
    return "#" + bytes(round(255 * min(1.0, max(0.0, part))) for part in rgb).hex()


def over(top: str, below: str) -> str:
    """What is seen of a colour laid over an opaque one."""
    *colour, opacity = rgba(top)
    return mixed(text_of((colour[0], colour[1], colour[2])), below, 1 - opacity)


def mixed(one: str, other: str, part: float) -> str:
    """One colour with a part (0 to 1) of another in it."""
    pairs = list(zip(rgba(one)[:3], rgba(other)[:3], strict=True))
    red, green, blue = (a * (1 - part) + b * part for a, b in pairs)
    return text_of((red, green, blue))


def contrast(one: str, other: str) -> float:
    """The contrast of two opaque colours as WCAG 2 counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(fill: str, candidates: tuple[str, ...]) -> str:
    """The candidate that is best read on a fill."""
    return max(candidates, key=lambda candidate: contrast(candidate, fill))


def legible(colour: str, ground: str, part: float, candidates: tuple[str, ...]) -> str:
    """A colour with a part (0 to 1) of the ground in it, or with more where nothing could be read on it else."""
    tint = mixed(colour, ground, part)
    while part < 1 and max(contrast(tint, candidate) for candidate in candidates) < READABLE:
        part += 0.04
        tint = mixed(colour, ground, min(1.0, part))
    return tint


def _luminance(colour: str) -> float:
    dark, exponent = 0.04045, 2.4
    red, green, blue = (
        part / 12.92 if part <= dark else ((part + 0.055) / 1.055) ** exponent for part in rgba(colour)[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
