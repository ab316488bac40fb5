"""Screens that a test plugs in and out: Qt's offscreen platform, told of others while it runs.

Qt has that for its own tests, as a function that only its native interface hands out; hence the C calls.
"""

from __future__ import annotations

import ctypes
import json
import os
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument

_NATIVE = "_ZN15QGuiApplication23platformNativeInterfaceEv"
_READ = "_ZNK13QJsonDocument6objectEv"
_SLOT = 12
"""Of `nativeResourceForIntegration` among QPlatformNativeInterface's virtual functions, after those of QObject."""


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    """A screen beside others, as the platform's file has it."""
    size = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, **size, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}


def begin_with(folder: Path, *screens: dict[str, object]) -> None:
    """Have Qt start with these screens, the first of them the primary one."""
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def plug(*screens: dict[str, object]) -> None:
    """Have these screens and no others from now on."""
    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    gui, core = (ctypes.CDLL(str(libraries / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    native = getattr(gui, _NATIVE)
    native.restype = ctypes.c_void_p
    interface = native()
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[_SLOT]
    )
    wanted = QByteArray(b"setConfiguration")
    set_configuration = ask(interface, shiboken6.getCppPointer(wanted)[0])
    document = QJsonDocument.fromJson(json.dumps({"screens": screens}).encode())
    configuration = (ctypes.c_void_p * 2)()
    read = getattr(core, _READ)
    read.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    read(ctypes.addressof(configuration), shiboken6.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(set_configuration)(
        ctypes.addressof(configuration), interface
    )
