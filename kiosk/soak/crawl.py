"""Goes by touch to where chance seldom leads: a platform's slides, and every slide in every size and language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint

from kiosk.moves import TEXT_SIZES
from kiosk.place import Screen
from kiosk.soak.subject import Subject

_MOST: Final = 40
"""Touches after which it is given up: something leads elsewhere than it should, and the count of slides shows it."""


def crawl(subject: Subject) -> Iterator[str]:
    """Tap on, from wherever the booth is, through all slides of the platform that was seen least."""
    least = min(subject.visits, key=lambda at: subject.visits[at])
    yield from _through(subject, subject.order[least][0].id)


def rounds(subject: Subject) -> Iterator[str]:
    """Tap through every slide in each size of the window, each size of text and each language; and read the deck anew,
    and open the booth anew, after each size.

    All that a process keeps of what it has done once, as Qt keeps the letters of each size, is kept after that: memory
    that still grows is a fault.
    """
    platforms = list(dict.fromkeys(platform.id for platform, _ in subject.order))
    for size in subject.sizes:
        subject.booth.window.resize(size)
        yield f"{size.width()}x{size.height()}"
        for _ in range(TEXT_SIZES):
            for _ in subject.languages:
                for platform in platforms:
                    yield from _through(subject, platform)
                yield from _tap(subject, "bar.language")
            yield from _tap(subject, "bar.textSize")
        subject.reload()
        yield "the deck is read anew"
        subject.reopen()
        yield "the booth is opened anew"


def _through(subject: Subject, platform: str) -> Iterator[str]:
    """From wherever the booth is to a platform's first slide, and on to its last."""
    of = [at for at, (each, _) in enumerate(subject.order) if each.id == platform]
    group = subject.order[of[0]][0].group
    for _ in range(_MOST):
        place = subject.booth.stage.place
        if place.screen is Screen.SLIDE and place.slide == of[-1]:
            return
        yield from _tap(subject, _next(subject, platform, group))


def _tap(subject: Subject, name: str) -> Iterator[str]:
    """Tap what has a name, or the middle where there is no such thing."""
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
