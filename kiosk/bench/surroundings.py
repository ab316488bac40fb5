"""What everything that is measured runs in, and the bare window that it is compared with."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from kiosk.stage.graphics import NO_MESSAGE_BUS, has_display, has_message_bus

_BARE: Final = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication(sys.argv)
view = QQuickView()
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
def told():
    view.frameSwapped.disconnect(told)
    print("slide 0 complete", flush=True)
view.frameSwapped.connect(told)
view.show()
app.exec()
"""
_BARE_QML: Final = "import QtQuick\nRectangle { color: 'navy'; width: 1920; height: 1080 }\n"
_BOOTH: Final = "from kiosk.cli import main; main()"
"""What the installed command `kiosk` runs."""


def environment() -> dict[str, str]:
    """All draw in the same way: on the display there is, else in memory; a booth here keeps its own state."""
    kept = dict(os.environ, QT_QPA_UPDATE_IDLE_TIME="0", QT_NO_GUI_THREADPOOL="1")
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody installs a booth without its compiled modules
    kept.setdefault("QT_QUICK_BACKEND", "software")
    kept["KIOSK_STATE"] = str(Path(tempfile.gettempdir(), "kiosk-bench"))
    kept["KIOSK_CONFIG"] = str(Path(kept["KIOSK_STATE"], "none.toml"))
    if not has_message_bus():
        kept["DBUS_SESSION_BUS_ADDRESS"] = NO_MESSAGE_BUS
    if not has_display():
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept


def kiosk(*arguments: str | Path) -> list[str]:
    """The command line of a `kiosk …`."""
    return [sys.executable, "-c", _BOOTH, *map(str, arguments)]


def booth(deck: Path, *arguments: str) -> list[str]:
    """The command line of a booth that says when a slide is complete, from its first one on."""
    return kiosk("run", deck, "--windowed", "1920x1080", "--probe", "--no-transitions", *arguments)


def bare(folder: Path) -> list[str]:
    """The command line of a bare window, of which a file goes to the folder. It says the same of its first frame."""
    qml = folder / "bare.qml"
    qml.write_text(_BARE_QML, encoding="utf-8")
    return [sys.executable, "-c", _BARE, str(qml)]
