"""A process with two screens: what show and console do on them, told as JSON. `DECK` and `STATE` are its arguments."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from screens import begin_with, plug, screen

LAPTOP = screen("laptop", 0, 1366, 768)
WALL = screen("wall", 1366, 1920, 1080)


def main(deck: Path, state: Path) -> dict[str, object]:
    begin_with(state, LAPTOP, WALL)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from kiosk.charts import Charts
    from kiosk.deck.load import load
    from kiosk.presenter.window import Presenter
    from kiosk.stage.app import Booth, BoothOptions
    from kiosk.stage.application import application

    app = application()
    found: dict[str, object] = {}

    def where(name: str) -> None:
        """Note who is on which screen, and whether they fill it."""
        app.processEvents()
        console = presenter.console.window
        seats = [
            each.screen().name() if each.isVisible() and each.geometry() == each.screen().geometry() else ""
            for each in (booth.window, console)
        ]
        found[name] = [*seats, booth.stage.place.show.at, presenter.lectern.told]

    with closing(Charts(state / "charts", workers=1)) as charts:
        booth = Booth(load(deck), deck, charts, BoothOptions(presenting=True, transitions=False))
        booth.window.showFullScreen()
        booth.listen()
        presenter = Presenter(booth, state, moves=True, language="en")
        where("begins")
        QTest.keyClick(presenter.console.window, Qt.Key.Key_Right)
        where("stepped")
        plug(LAPTOP)
        where("wall is gone")
        QTest.keyClick(booth.window, Qt.Key.Key_S)
        where("console before the show")
        QTest.keyClick(presenter.console.window, Qt.Key.Key_S)
        plug(LAPTOP, WALL)
        where("wall is back")
        QTest.keyClick(booth.window, Qt.Key.Key_S)
        where("swapped")
        plug(LAPTOP, screen("wall", 1366, 1280, 1024))
        where("wall is smaller")
        presenter.lectern.identify()
        app.processEvents()
        numbers = [w for w in app.topLevelWindows() if w.property("number")]
        found["numbers"] = sorted((w.property("number"), w.screen().name(), w.isVisible()) for w in numbers)
        plug(LAPTOP, WALL)
        QTest.keyClick(booth.window, Qt.Key.Key_S)
        presenter.close()
        presenter = Presenter(booth, state, moves=True, language="en")
        where("known again")
        presenter.close()
        booth.close()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
