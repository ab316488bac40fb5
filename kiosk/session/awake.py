"""Keeps a screen from going dark while a booth is on it: X11's screen saver and power saving, Windows' own.

The compositor of a booth's session (`cage`) never blanks, so that Wayland needs nothing. wakepy would serve where a
desktop's services run on D-Bus; in a bare X session, which is the other one a booth runs in, nobody answers there.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Callable
from ctypes import byref, c_char_p, c_int, c_ulong, c_void_p
from typing import Any, Final

_KEEP_DISPLAY: Final = 0x8000_0000 | 0x1 | 0x2
"""Windows' ES_CONTINUOUS, ES_SYSTEM_REQUIRED and ES_DISPLAY_REQUIRED."""
_PATIENCE_S: Final = 0.2
"""A server that has not answered by then is not waited for."""


class Awake:
    """The screen stays on from now until `close`; `failed` gets one line, on another thread, where it cannot be kept.

    `platform` is Qt's name for what it draws on. Everything is done on a thread: a server may take its time.
    """

    def __init__(self, platform: str, failed: Callable[[str], object]) -> None:
        self._failed = failed
        self._undo: Callable[[], object] = bool
        work = {"xcb": self._x11, "windows": self._windows}.get(platform)
        self._thread = threading.Thread(target=self._try, args=(work,), name="awake", daemon=True) if work else None
        if self._thread:
            self._thread.start()

    def close(self) -> None:
        """Put back what was found; not where the server does not answer."""
        if self._thread:
            self._thread.join(_PATIENCE_S)
            if not self._thread.is_alive():
                self._undo()

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except (OSError, AttributeError) as error:
            self._failed(f"the screen saver stays on: {error}")

    def _windows(self) -> None:
        """For as long as this thread lives, by Windows' rules: so it waits for the process to end."""
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_KEEP_DISPLAY)
            threading.Event().wait()

    def _x11(self) -> None:
        x11, extensions = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
        x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        display = c_void_p(x11.XOpenDisplay(None))
        if not display:
            raise OSError(f"no X server answers at {os.environ.get('DISPLAY', 'no display')}")
        before = [c_int() for _ in range(4)]
        x11.XGetScreenSaver(display, *map(byref, before))
        x11.XSetScreenSaver(display, 0, 0, 0, 0)
        saves_power = _power_saving(extensions, display)
        if saves_power:
            extensions.DPMSDisable(display)
        x11.XSync(display, 0)

        def undo() -> None:
            x11.XSetScreenSaver(display, *(each.value for each in before))
            if saves_power:
                extensions.DPMSEnable(display)
            x11.XCloseDisplay(display)

        self._undo = undo


def _power_saving(extensions: Any, display: c_void_p) -> bool:
    """Whether a display switches its screen off after a while."""
    unused, level, state = c_ulong(), c_ulong(), ctypes.c_ubyte()
    if not extensions.DPMSQueryExtension(display, byref(unused), byref(unused)) or not extensions.DPMSCapable(display):
        return False
    extensions.DPMSInfo(display, byref(level), byref(state))
    return bool(state.value)
