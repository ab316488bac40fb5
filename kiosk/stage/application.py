"""Qt's application, with the project's fonts."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.places import FONTS


def spare_sources() -> None:
    """Have PySide not look through the source of each module that is imported after it, which costs 8 ms of a start.

    It looks for modules that use it, to keep them from its `__feature__` switches, which nothing in Kiosk sets.
    """
    from shibokensupport import feature  # PySide's own

    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _: True  # noqa: SLF001 - there is no public way


def application() -> QGuiApplication:
    """Qt's application with the project's fonts; the one there is, where there is one."""
    from kiosk.stage.immortal import keep_constants

    keep_constants()
    return application_now()


def application_now() -> QGuiApplication:
    """The same for a booth, which does without 5 ms of `keep_constants` until its first screen stands."""
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    for font in sorted(FONTS.glob("*.ttf")) if "FONTCONFIG_FILE" not in os.environ else ():
        QFontDatabase.addApplicationFont(str(font))
    return app
