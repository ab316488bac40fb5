"""Qt's application, with the project's fonts."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QFont, QGuiApplication

from kiosk.places import FAMILY, FONTS
from kiosk.stage.immortal import keep_constants, lend_constants


def application() -> QGuiApplication:
    """Qt's application with the project's fonts; the one there is, where there is one."""
    from kiosk.stage.collector import collect_between_events

    keep_constants()
    app = application_now()
    collect_between_events(app)
    return app


def application_now() -> QGuiApplication:
    """The same for a booth, which collects nothing and does without 5 ms of `keep_constants` until its first screen."""
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    lend_constants()
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    if "FONTCONFIG_FILE" not in os.environ:
        from PySide6.QtGui import QFontDatabase

        for font in sorted(FONTS.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
    app.setFont(QFont(FAMILY))  # or Qt reads all of another font for a text that is none yet
    return app
