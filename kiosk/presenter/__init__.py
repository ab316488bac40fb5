"""The presenter's console: current and next slide, notes, time, and everything that a speaker does with a show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.presenter.window import Presenter
    from kiosk.stage.app import Booth


def open_console(booth: Booth, *, windowed: bool = False, language: str = "") -> Presenter:
    """Open the console beside a booth that is a show, on a second screen if there is one.

    The show of a booth that is only a show may go to the screen that suits it; one that was handed over stays where
    its visitors had it. `windowed` leaves both windows to whoever moves them. The console speaks the language that it
    spoke last, or else this one, or the machine's.
    """
    from PySide6.QtCore import QLocale

    from kiosk.places import state_folder
    from kiosk.presenter.window import Presenter

    language = language or ("zh" if QLocale.system().name().startswith("zh") else "")
    return Presenter(
        booth, state_folder(), windowed=windowed, moves=not booth.stage.show.handed_over, language=language
    )
