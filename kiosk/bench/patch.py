"""The square in a window's corner whose colour says which slide is shown, for who looks from outside."""

from __future__ import annotations

from typing import Final

SIDE: Final = 56
"""Pixels; it lies in the upper left corner."""


def colour(number: int) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, as `ProbePatch.qml` paints a slide's number; again every twenty slides."""
    return 30 + 50 * (number % 5), 40 + 60 * (number // 5 % 4), 235 - 50 * (number % 5)
