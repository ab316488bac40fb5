"""The modules behind screens that few visitors open: imported when such a screen is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from kiosk.place import Desk, Screen

MODULES: Final = {
    Screen.COMPARE: "kiosk.stage.comparison",
    Screen.ADVISER: "kiosk.stage.adviser",
    Screen.TAKE_HOME: "kiosk.stage.take_home",
    Screen.LEAD: "kiosk.stage.lead",
}
"""Each registers the QML elements that its screen's file makes."""

PAGES: Final = {
    Desk.IMPORT: "kiosk.stage.bringing",
    Desk.READY: "kiosk.stage.opening",
    Desk.VISITS: "kiosk.stage.today",
}
"""The same for pages of the operator's panel, besides the panel's own."""


def load(screen: Screen, desk: Desk, *, presenting: bool) -> None:
    """Make ready what the QML of a screen needs, and of what the operator or a presenter has open over it."""
    if screen in MODULES:
        import_module(MODULES[screen])
    if desk:
        import_module("kiosk.stage.pin" if desk is Desk.PIN else "kiosk.stage.panel")
    if desk in PAGES:
        import_module(PAGES[desk])
    if presenting:
        import_module("kiosk.stage.talk")
