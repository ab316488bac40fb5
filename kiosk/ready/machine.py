"""What the opening check says of the machine: its screen, its touch, its fonts, its disk."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor import disk, fonts
from kiosk.ready.part import Part
from kiosk.sentences import listed, sentence
from kiosk.stage import graphics


@dataclass(frozen=True, slots=True)
class Devices:
    """What is plugged in."""

    screens: tuple[tuple[int, int], ...] = ()
    """Width and height in pixels, the first one's at first."""
    touch: tuple[str, ...] = ()
    """The names of the touchscreens."""


def devices() -> Devices:
    """What is plugged in, asked in a process of its own: this one may draw unseen."""
    if not graphics.has_display():
        return Devices()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_ask, args=(theirs,))
    child.start()
    theirs.close()
    try:
        found = ours.recv()
    except EOFError:  # Qt ends a process that cannot reach the display
        found = None
    child.join()
    return found if isinstance(found, Devices) else Devices()


def _ask(theirs: multiprocessing.connection.Connection) -> None:
    from PySide6.QtGui import QInputDevice

    from kiosk.stage.application import application

    app = application()
    pixels = [each.size() * each.devicePixelRatio() for each in app.screens()]
    sizes = [(size.width(), size.height()) for size in pixels]
    touch = [each for each in QInputDevice.devices() if each.type() == QInputDevice.DeviceType.TouchScreen]
    theirs.send(Devices(tuple(sizes), tuple(each.name() or "unnamed" for each in touch)))


def screen(found: Devices) -> Part:
    """Whether there is a screen."""
    if not found.screens:
        return Part(
            "screen",
            sentence("Screen"),
            "bad",
            sentence("none was found"),
            sentence("Switch it on, and look at its cable."),
        )
    sizes = listed(
        ", ", (sentence("{width} x {height}", width=width, height=height) for width, height in found.screens)
    )
    return Part("screen", sentence("Screen"), "good", sizes)


def touch(found: Devices) -> Part:
    """Whether the screen can be touched."""
    if not found.touch:
        do = sentence("Plug in the screen's USB cable; `kiosk doctor` says what is found.")
        return Part("touch", sentence("Touch"), "bad", sentence("no touchscreen was found"), do)
    return Part("touch", sentence("Touch"), "good", listed(", ", found.touch))


def lettering() -> Part:
    """Whether the fonts are there; needs the application."""
    found = fonts()
    return Part(
        "fonts",
        sentence("Fonts"),
        "good" if found.good else "bad",
        found.said,
        "" if found.good else sentence("Install Kiosk anew."),
    )


def room(cache: Path) -> Part:
    """Whether the disk has room."""
    found = list(disk(cache))
    bad = [finding for finding in found if not finding.good]
    said = listed("; ", (finding.said for finding in bad or found[-1:]))
    return Part(
        "disk",
        sentence("Disk"),
        "bad" if bad else "good",
        said,
        sentence("Delete what is not needed on this disk.") if bad else "",
    )
