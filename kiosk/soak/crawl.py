"""Goes by touch to where chance seldom leads: a platform's slides, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint

from kiosk.navigator import Screen
from kiosk.soak.subject import Subject

_MOST: Final = 40
"""Touches after which it is given up: something leads elsewhere than it should, and the count of slides shows it."""


def crawl(subject: Subject) -> Iterator[str]:
    """Tap on, from wherever the booth is, through all slides of the platform that was seen least."""
    least = min(subject.visits, key=lambda at: subject.visits[at])
    platform = subject.order[least][0]
    last = max(at for at, (of, _) in enumerate(subject.order) if of is platform)
    for _ in range(_MOST):
        place = subject.booth.stage.place
        if place.screen is Screen.SLIDE and place.slide == last:
            return
        name = _next(subject, platform.id, platform.group)
        at = subject.middle(name) if name else None
        if at is None:
            size = subject.booth.window.size()
            at, name = QPoint(size.width() // 2, size.height() // 2), "the middle"
        subject.glass.tap(at)
        yield f"walk: tap {name} at {at.x()},{at.y()}"


def _next(subject: Subject, platform: str, group: str) -> str:
    """The name of what has to be touched on the way; "" for anything."""
    place = subject.booth.stage.place
    if place.asking or place.screen is Screen.ATTRACT:
        return ""
    ways = (
        (bool(place.source), "sheet.close"),
        (bool(place.picking), "panel.close"),
        (place.screen is Screen.SLIDE and subject.order[place.slide][0].id == platform, "bar.next"),
        (place.screen is Screen.HUB, f"hub.{group or platform}"),
        (place.screen is Screen.GROUP and place.group == group, f"chooser.{platform}"),
    )
    return next((name for is_so, name in ways if is_so), "bar.home")
