"""What the opening check says of the screens: every slide rendered in every language, every chart drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.deck.load import Loaded
from kiosk.deep import look
from kiosk.machine.suit import Measures
from kiosk.ready.files import and_more
from kiosk.ready.part import Part
from kiosk.sentences import listed, said_by, sentence
from kiosk.walk import Route
from kiosk.warm import warm

Progress = Callable[[int, int], None]


def rendered(loaded: Loaded, folder: Path, size: QSize, here: Measures, charts: Path, progress: Progress) -> Part:
    """Whether every screen can be rendered in every language, and what is wrong on them."""
    assert loaded.deck is not None  # noqa: S101 - a deck that does not open is not rendered
    try:
        problems = look(loaded, folder, (size,), charts, progress, here=here).problems
    except (TimeoutError, ChildProcessError) as error:
        return Part(
            "screens",
            sentence("Slides"),
            "bad",
            said_by(error),
            sentence("Run `kiosk check {folder} --deep`, and call for help.", folder=folder),
        )
    do = sentence("`kiosk check {folder} --html report.html` shows where.", folder=folder)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        return Part("screens", sentence("Slides"), "bad", and_more(errors[0].told, len(errors) - 1), do)
    said = sentence(
        "every screen rendered at {width} x {height}: {languages}",
        width=size.width(),
        height=size.height(),
        languages=listed(", ", loaded.deck.languages),
    )
    if problems:
        return Part(
            "screens",
            sentence("Slides"),
            "note",
            sentence("{said}; {count} to look at", said=said, count=len(problems)),
            do,
        )
    return Part("screens", sentence("Slides"), "good", said)


def cache(loaded: Loaded, folder: Path, size: QSize, theme: str, charts: Path, progress: Progress) -> Part:
    """Whether every chart is drawn in every text size; those that lack are drawn now. `theme` is the machine's own."""
    assert loaded.deck is not None  # noqa: S101 - as above
    shown = theme if theme in dict(loaded.themes) else loaded.deck.theme
    route = Route(sizes=(size,), languages=loaded.deck.languages, themes=(shown,))
    warmed = warm(loaded, folder, route, charts, progress)
    if warmed.lacking:
        do = sentence("Look at the disk's space, and run `kiosk warm`.")
        return Part(
            "cache",
            sentence("Charts"),
            "bad",
            sentence("{count} could not be drawn or kept", count=warmed.lacking),
            do,
        )
    said = sentence("all {count} pictures are there", count=warmed.drawn + warmed.found)
    if warmed.drawn:
        new = sentence("{count} of them drawn just now", count=warmed.drawn)
        said = sentence("{said}, {more}", said=said, more=new)
    return Part("cache", sentence("Charts"), "good", said)
