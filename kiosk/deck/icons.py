"""The signs of platforms: one family, drawn as strokes in a square of 24 by 24 with round ends, as SVG paths.

To add one, add its path under a name of its own; slide files then name it as a platform's `icon`.
"""

from __future__ import annotations

from typing import Final


def _circle(x: float, y: float, radius: float) -> str:
    """A circle, beginning at its left."""
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0"


def _box(left: float, top: float, width: float, height: float) -> str:
    return f"M{left:g} {top:g}h{width:g}v{height:g}h{-width:g}z"


ICONS: Final = {
    "rivers": "M3 4c4 1 4 6 7 8 M3 20c4-1 4-6 7-8 M10 12c4 2 7-2 11 0 M10 12c3 5 7 1 11 4",
    "bars": "M3 21h18 M6 21v-6h3v6 M11 21V9h3v12 M16 21V4h3v17",
    "gateway": "M3 21V9 M21 21V9 M1.5 9h21L12 3z M7 21v-7a5 5 0 0 1 10 0v7 M1.5 21h21",
    "ship": "M3 15h18l-2.5 5H6z M6 15v-4h4v4 M10 15V8h4v7 M14 15v-4h4v4 M12 8V4",
    "link": f"{_circle(8, 12, 5)}z {_circle(16, 12, 5)}z M12 9v6",
    "factory": "M3 21V11l5 3v-3l5 3v-3l4 2.5V4h3v17z M7 17.5h2 M12 17.5h2",
    "lamp": (
        "M9 17c0-2-3.5-3.5-3.5-7.5a6.5 6.5 0 0 1 13 0c0 4-3.5 5.5-3.5 7.5z M9.5 20h5 M12 17v-5 M9.8 10.2L12 12l2.2-1.8"
    ),
    "flask": "M9.5 3h5 M10.5 3v6L4.5 19.2A1.4 1.4 0 0 0 5.8 21h12.4a1.4 1.4 0 0 0 1.3-1.8L13.5 9V3 M7.5 15h9",
    "chip": (
        f"{_box(6, 6, 12, 12)} {_box(9.5, 9.5, 5, 5)} M9 6V3 M15 6V3 M9 21v-3 M15 21v-3 M6 9H3 M6 15H3 M21 "
        "9h-3 M21 15h-3"
    ),
    "car": (
        f"M3 17v-4l2-1 2.5-5h8l3 5 2.5 1v4h-2 M8.5 17h7 M3 17h1.5 M6.5 12H18 {_circle(6.5, 17, 2)}z "
        f"{_circle(17, 17, 2)}z"
    ),
    "tower": "M8 21V6l4-3 4 3v15 M4 21v-9h4 M20 21v-7h-4 M2 21h20 M11 9h2 M11 13h2 M11 17h2",
    "plots": f"{_box(3, 3, 7, 9)} {_box(14, 3, 7, 5)} {_box(14, 12, 7, 9)} {_box(3, 16, 7, 5)} M12 3v18",
    "plane": (
        "M12 2.5c1.2 0 1.8 1.5 1.8 3.5v3l7.2 4.5v2.2l-7.2-2.2v4l2.4 1.8V21L12 19.8 7.8 21v-1.7l2.4-1.8v-4L3 "
        "15.7v-2.2L10.2 9V6c0-2 .6-3.5 1.8-3.5z"
    ),
    "laptop": f"{_box(5, 5, 14, 10)} M2.5 19h19l-2.5-4H5z M10.5 17h3",
    "cold": (
        "M12 2.5v19 M3.8 7.2l16.4 9.6 M3.8 16.8l16.4-9.6 M9.5 4.5L12 6.8l2.5-2.3 M9.5 19.5l2.5-2.3 2.5 2.3 "
        "M3.6 10.6l3.3-.7-1-3.2 M20.4 13.4l-3.3.7 1 3.2 M20.4 10.6l-3.3-.7 1-3.2 M3.6 13.4l3.3.7-1 3.2"
    ),
    "crane": (
        f"M6 21V5 M10 21V5 M4 21h8 M3 5h18 M6 5L8 2.5 21 5 M18 5v5 {_box(15.5, 10, 5, 4)} M6 9l4 4 M10 9l-4 4 "
        "M6 13l4 4 M10 13l-4 4"
    ),
    "crate": "M12 2.5l8.5 4.7v9.6L12 21.5l-8.5-4.7V7.2z M3.5 7.2L12 12l8.5-4.8 M12 12v9.5 M7.8 4.9l8.5 4.8",
    "train": (
        "M6 17V6a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v11z M6 11h12 M12 3v8 M8 17l-3 4 M16 17l3 4 M6.5 19.5h11 "
        f"{_circle(9, 14, 0.6)}z {_circle(15, 14, 0.6)}z"
    ),
    "lorry": (
        f"M2.5 17V6h11v11 M13.5 9.5h4l4 4V17h-1.5 M8.5 17h7 M2.5 17H4.5 {_circle(6.5, 17.5, 2)}z "
        f"{_circle(17.5, 17.5, 2)}z M17 9.5v4h4.5"
    ),
    "anchor": (
        f"{_circle(12, 5, 2.2)}z M12 7.2V21 M7.5 10.5h9 M3.5 13.5c.5 4.5 4 7.5 8.5 7.5s8-3 8.5-7.5 M2 "
        "15.5l1.5-2 2 1.5 M22 15.5l-1.5-2-2 1.5"
    ),
    "atom": (
        f"{_circle(12, 12, 1.4)}z M12 7.5c5.5 0 9.5 2 9.5 4.5s-4 4.5-9.5 4.5-9.5-2-9.5-4.5 4-4.5 9.5-4.5z "
        "M8.1 14.2C5.4 9.500 5.100 5 7.300 3.800s5.900 1.700 8.600 6.500 3 9.200.8 "
        "10.400-5.900-1.700-8.600-6.500z M15.900 14.200c-2.700 4.700-6.400 7.700-8.600 "
        "6.500s-1.900-5.700.8-10.400 6.400-7.700 8.600-6.500 1.900 5.700-.8 10.400z"
    ),
}
"""Every sign by its name."""
