"""What the opening check says of the screens: every slide rendered in every language, every chart drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.deck.load import Loaded
from kiosk.deep import look
from kiosk.machine.suit import Measures
from kiosk.ready.part import Part
from kiosk.walk import Route
from kiosk.warm import warm

Progress = Callable[[int, int], None]


def rendered(loaded: Loaded, folder: Path, size: QSize, here: Measures, charts: Path, progress: Progress) -> Part:
    """Whether every screen can be rendered in every language, and what is wrong on them."""
    assert loaded.deck is not None  # noqa: S101 - a deck that does not open is not rendered
    try:
        problems = look(loaded, folder, (size,), charts, progress, here=here).problems
    except (TimeoutError, ChildProcessError) as error:
        return Part("screens", "Slides", "bad", str(error), f"Run `kiosk check {folder} --deep`, and call for help.")
    do = f"`kiosk check {folder} --html report.html` shows where."
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        more = f" and {len(errors) - 1} more" if len(errors) > 1 else ""
        return Part("screens", "Slides", "bad", f"{errors[0]}{more}", do)
    said = f"every screen rendered at {size.width()} x {size.height()}: {', '.join(loaded.deck.languages)}"
    if problems:
        return Part("screens", "Slides", "note", f"{said}; {len(problems)} to look at", do)
    return Part("screens", "Slides", "good", said)


def cache(loaded: Loaded, folder: Path, size: QSize, theme: str, charts: Path, progress: Progress) -> Part:
    """Whether every chart is drawn in every text size; those that lack are drawn now. `theme` is the machine's own."""
    assert loaded.deck is not None  # noqa: S101 - as above
    shown = theme if theme in dict(loaded.themes) else loaded.deck.theme
    route = Route(sizes=(size,), languages=loaded.deck.languages, themes=(shown,))
    warmed = warm(loaded, folder, route, charts, progress)
    if warmed.lacking:
        do = "Look at the disk's space, and run `kiosk warm`."
        return Part("cache", "Charts", "bad", f"{warmed.lacking} could not be drawn or kept", do)
    drawn = f", {warmed.drawn} of them drawn just now" if warmed.drawn else ""
    return Part("cache", "Charts", "good", f"all {warmed.drawn + warmed.found} pictures are there{drawn}")
