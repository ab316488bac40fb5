"""An X server without a screen: keys pressed and pixels read from outside of the program that shows them."""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

from kiosk.bench import MissingError

WIDTH, HEIGHT = 1920, 1080
_LOOK_S: Final = 0.0005
"""From one look at the pixels to the next."""
_LINES: Final = 4
"""To compare every line takes two milliseconds, in which the processor is not the booth's."""
_START_S: Final = 20.0
_HEADER: Final = struct.Struct(">25I")
"""X11's XWDFile.h: the first number is the header's length, the 20th how many colours of 12 bytes follow it."""


class Display:
    """One server's pixels and keys."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        header = _HEADER.unpack_from(pixels)
        first = header[0] + 12 * header[19]
        self._pixels = np.frombuffer(pixels, np.uint32, WIDTH * HEIGHT, first).reshape(HEIGHT, WIDTH)
        self._before = self._pixels[::_LINES].copy()
        self._x, self._xtest = _libraries()
        self._connection = self._x.XOpenDisplay(name.encode())

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue of a pixel, 0 to 255."""
        value = int(self._pixels[y, x])
        return value >> 16 & 255, value >> 8 & 255, value & 255

    def press(self, key: str) -> None:
        """Press a key by X11's name of it, and let it go."""
        code = self._x.XKeysymToKeycode(self._connection, self._x.XStringToKeysym(key.encode()))
        for down in (1, 0):
            self._xtest.XTestFakeKeyEvent(self._connection, code, down, 0)
        self._x.XFlush(self._connection)

    def changed(self) -> bool:
        """Whether any pixel is another one than at the last time; every fourth line is looked at."""
        if np.array_equal(self._before, self._pixels[::_LINES]):
            return False
        np.copyto(self._before, self._pixels[::_LINES])
        return True

    def changes(self, until_still_s: float, longest_s: float) -> list[float]:
        """When the pixels changed, on `time.perf_counter`, until they have not for so long; at most for so long."""
        times: list[float] = []
        end = time.perf_counter() + longest_s
        still = time.perf_counter() + longest_s
        while time.perf_counter() < min(end, still):
            if self.changed():
                times.append(time.perf_counter())
                still = times[-1] + until_still_s
            time.sleep(_LOOK_S)
        return times

    def close(self) -> None:
        """Leave the server."""
        self._x.XCloseDisplay(self._connection)
        del self._pixels


@contextmanager
def server() -> Iterator[Display]:
    """A server with one screen. Raises MissingError."""
    program = shutil.which("Xvfb")
    if program is None:
        raise MissingError("Xvfb is not on this machine (Debian: `apt install xvfb libxtst6`).")
    _libraries()
    reading, writing = os.pipe()
    with TemporaryDirectory() as folder:
        screen = ("-screen", "0", f"{WIDTH}x{HEIGHT}x24")
        command = [program, *screen, "-fbdir", folder, "-displayfd", str(writing), "-nolisten", "tcp", "-noreset"]
        with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as child:  # noqa: S603 - as above
            os.close(writing)
            try:
                with os.fdopen(reading) as told:
                    name = f":{told.readline().strip()}"
                with Path(folder, "Xvfb_screen0").open("r+b") as file, mmap.mmap(file.fileno(), 0) as pixels:
                    display = Display(name, pixels)
                    try:
                        yield display
                    finally:
                        display.close()
            finally:
                child.kill()


def _libraries() -> tuple[Any, Any]:
    """X11 and its extension for tests. Raises MissingError."""
    try:
        x, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    except OSError as error:
        raise MissingError(f"{error}: it takes X11's libraries (Debian: `apt install xvfb libxtst6`).") from None
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XStringToKeysym.restype = ctypes.c_ulong
    x.XKeysymToKeycode.restype = ctypes.c_ubyte
    x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    for function in (x.XFlush, x.XCloseDisplay):
        function.argtypes = [ctypes.c_void_p]
    xtest.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
    return x, xtest
