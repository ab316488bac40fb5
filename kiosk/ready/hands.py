"""What the opening check asks a person: to touch the screen's corners, and to put down two fingers at once."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.ready.part import Part
from kiosk.sentences import sentence
from kiosk.stage import graphics

if TYPE_CHECKING:
    from kiosk.stage.app import Booth
    from kiosk.stage.opening import OpeningCheck

_PATIENCE_MS: Final = 60_000
"""Without a touch for so long, nobody is there."""
_UNSEEN: Final = ("offscreen", "minimal")
Answer = tuple[bool | None, bool | None]
"""Whether the corners and two fingers were felt; None for what was skipped."""
UNASKED: Final[Answer] = (None, None)


def ask(deck: Path) -> Answer:
    """Open a window on the whole screen, in a process of its own, and wait for hands; nobody is asked without one."""
    if not graphics.has_display() or os.environ.get("QT_QPA_PLATFORM", "").startswith(_UNSEEN):
        return UNASKED
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_show, args=(deck, theirs))
    child.start()
    theirs.close()
    try:
        answer = ours.recv()
    except EOFError:  # Qt ends a process that cannot reach the display
        answer = UNASKED
    child.join()
    return answer[0], answer[1]


def felt(hands: Answer) -> Iterator[Part]:
    """The answer as parts of the card."""
    for key, name, good in zip(
        ("corners", "fingers"), (sentence("Touch in the corners"), sentence("Two fingers")), hands, strict=True
    ):
        yield Part(key, name, "good", sentence("felt")) if good else Part(key, name, "note", sentence("not checked"))


def _show(deck: Path, theirs: Connection) -> None:
    from PySide6.QtCore import QTimer

    from kiosk.charts import Charts
    from kiosk.deck.load import load
    from kiosk.place import Desk
    from kiosk.places import cache_folder
    from kiosk.stage.app import Booth, BoothOptions
    from kiosk.stage.application import application

    graphics.prepare(cache_folder())
    app = application()
    options = BoothOptions(size=app.primaryScreen().size(), attended=True, operator_keys=True)
    with closing(Charts(cache_folder() / "charts")) as charts:
        booth = Booth(load(deck), deck, charts, options)
        check = open_check(booth)
        nobody = QTimer(singleShot=True, interval=_PATIENCE_MS)
        nobody.timeout.connect(app.quit)
        booth.stage.acted.connect(lambda _: nobody.start())
        booth.stage.placeChanged.connect(lambda: None if booth.stage.place.desk is Desk.READY else app.exit())
        check.felt.connect(app.exit)
        booth.window.showFullScreen()
        nobody.start()
        app.exec()
        hands = check.hands
        booth.close()
    theirs.send(tuple(hands))


def open_check(booth: Booth) -> OpeningCheck:
    """The check's page on a booth that nobody operates: it asks for hands alone."""
    from kiosk.place import Desk
    from kiosk.stage.opening import OpeningCheck

    booth.stage.open_desk(Desk.READY)
    found = booth.window.findChild(OpeningCheck)
    assert found is not None  # noqa: S101 - the page makes it
    return found
