"""The signs of layouts and kinds of charts, as `icons.py` has those of platforms: strokes in a square of 24 by 24."""

from __future__ import annotations

from typing import Final


def _dot(x: float, y: float, radius: float) -> str:
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0"


def _dots(radius: float, *places: tuple[float, float]) -> str:
    return " ".join(_dot(x, y, radius) for x, y in places)


_BARS: Final = "M3 21h18 M5 21v-7h3.5v7 M10.5 21V9H14v12 M16 21V4h3.5v17"
_TIMELINE: Final = f"M3 12h5 M12 12h3 M19 12h2 {_dots(2, (10, 12), (17, 12))} M10 10V5 M17 14v5"

CHARTS: Final = {
    "area": "M3 20v-5l5-5l5 3l8-8v15z",
    "bar": _BARS,
    "bump": "M3 6h4l8 6h6 M3 12h4l8-6h6 M3 18h18",
    "donut": f"{_dot(12, 12, 9)} {_dot(12, 12, 4)} M12 3v5 M15.3 14.2l4.2 2.8 M8.7 14.2L4.5 17",
    "dumbbell": f"{_dots(2, (5, 7), (16, 7), (9, 17), (19, 17))} M7 7h7 M11 17h6",
    "flow": "M3 5c9 0 9 9 18 9 M3 10c9 0 9 9 18 9 M3 19C12 19 12 5 21 5",
    "gauge": "M3 17a9 9 0 0 1 18 0 M12 17l4.5-5.5 M3 17h2.5 M18.5 17H21",
    "line": f"M3 17l5-5l5 3l7-9 {_dot(20.4, 5.4, 1.2)}",
    "map": "M12 21C7.5 15.5 5.5 12.5 5.5 9.5a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11.5z M12 7.2a2.3 2.3 0 1 0 0.01 0z",
    "multiples": (
        "M3 3h8v8H3z M13 3h8v8h-8z M3 13h8v8H3z M13 13h8v8h-8z M5 9l2-3l2 2 M15 8l2-2l2 1 M5 18l2-1l2 2 M15 19l2-4l2 1"
    ),
    "pictogram": _dots(2.1, (5, 6), (12, 6), (19, 6), (5, 12), (12, 12), (19, 12), (5, 18), (12, 18)),
    "scatter": f"M3 3v18h18 {_dots(1.3, (8, 16), (11, 11), (14, 13), (16, 7), (20, 5))}",
    "share": "M3 8h18v8H3z M11 8v8 M16.5 8v8",
    "slope": f"M6 3v18 M18 3v18 {_dots(1.2, (6, 16), (18, 7), (6, 8), (18, 17))} M7 15.2L17 7.8 M7 8.8L17 16.2",
    "timeline": _TIMELINE,
    "treemap": "M3 4h18v16H3z M12 4v16 M12 11h9 M16.5 11v9",
    "waterfall": "M3 21v-6h4v6z M7.5 15V9h4v6z M12 9V4h4v5z M16.5 4h4v17h-4z",
}
LAYOUTS: Final = {
    "chart": _BARS,
    "cover": "M3 5h18v14H3z M6.5 15.5h6 M6.5 11.5h11",
    "figures": "M4.5 8L8 5v14 M12.5 8.5a3.3 3.3 0 1 1 5.8 2.4L12.5 19h7",
    "gallery": f"M3 5h18v14H3z M3 17l5.5-6l4 4l3-3l5.5 5 {_dot(15.5, 8.8, 1.2)}",
    "profile": "M3 4h18v16H3z M6.5 8.5h4 M13.5 8.5h4 M6.5 12h4 M13.5 12h4 M6.5 15.5h4 M13.5 15.5h4",
    "statement": "M5 11h4.5v5H5z M5 11c0-3 1.2-4.5 3.5-5 M14 11h4.5v5H14z M14 11c0-3 1.2-4.5 3.5-5",
    "text": "M4 6h16 M4 10h16 M4 14h16 M4 18h9",
    "timeline": _TIMELINE,
}
ADVISER: Final = "M12 3a9 9 0 1 0 0.01 0z M9.3 9.4a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.2 1-1.2 2 M12 16.8v.1"
QUESTION: Final = "M4 5h16v11h-9l-4.500 4v-4H4z"
THEME: Final = (
    "M12 3a9 9 0 1 0 0 18c1.600 0 2-1 1.500-2.200c-0.600-1.500 0.300-2.800 2-2.800H18a3 3 0 0 0 3-3C21 7 17 3 12 3z "
    + _dots(0.9, (7.5, 12), (10, 7.700), (15, 8.2))
)
DECK: Final = "M12 3l9 4.5l-9 4.5l-9-4.5z M3 12l9 4.5l9-4.5 M3 16.5L12 21l9-4.5"
SOURCES: Final = "M5 4h9l5 5v11H5z M14 4v5h5 M8.5 13h7 M8.5 16.5h7"
