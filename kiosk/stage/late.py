"""Screens that few visitors open: what their QML needs of Python is imported when one is first shown."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

from kiosk.navigator import Screen

MODULES: Final = {
    Screen.COMPARE: "kiosk.stage.comparison",
    Screen.ADVISER: "kiosk.stage.adviser",
}
"""For each such screen the module that registers its QML element."""


def prepare(screen: Screen) -> None:
    """See to it that the QML of a screen finds its element."""
    module = MODULES.get(screen)
    if module and module not in sys.modules:
        import_module(module)
