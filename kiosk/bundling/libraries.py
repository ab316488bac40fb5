"""Finds the system's libraries that programs need, as the system's own loader finds them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_FOUND: Final = re.compile(r"^\s*(\S+) => (/\S+) \(0x")
_MISSING: Final = re.compile(r"^\s*(\S+) => not found")
_OF_EVERY_SYSTEM: Final = re.compile(
    r"ld-linux|lib(c|m|dl|rt|pthread|resolv|util|nsl|anl|BrokenLocale|mvec|thread_db)\.so"
)
"""The C library goes with its kernel and its loader: the machine's own, always."""
_GRAPHICS: Final = re.compile(
    r"lib(GL|EGL|GLX|GLdispatch|OpenGL|gbm|drm|wayland-(client|server)|stdc\+\+|gcc_s|expat|ffi)[-.]"
)
"""What a graphics driver shares with Kiosk: the machine's own where it has some, so that there is one of each.

Not libwayland-cursor and libwayland-egl: no driver brings them, and without them Qt finds no way to Wayland.
"""


class Libraries:
    """The libraries that are not in a folder and that something in it needs."""

    def __init__(self, folder: Path, also: Iterable[str]) -> None:
        """Look at every program and library in a folder; `also` names libraries that are loaded by their names."""
        self.missing: dict[str, str] = {}
        """What this machine does not have itself, and who needs it."""
        self.found: dict[str, Path] = {}
        inside = [path for path in folder.rglob("*") if path.is_file() and _is_program(path)]
        own = {path.name for path in inside}
        search = ":".join(sorted({str(path.parent) for path in inside if path.name.startswith("lib")}))
        for path in (*inside, *filter(None, map(_by_name, also))):
            if path not in inside:
                self.found.setdefault(path.name, path)
            self._look_at(path, own, search)

    def _look_at(self, path: Path, own: set[str], search: str) -> None:
        done = subprocess.run(  # noqa: S603 - the system's own, and a path
            ["/usr/bin/ldd", str(path)],
            env=os.environ | {"LD_LIBRARY_PATH": search},
            capture_output=True,
            text=True,
            check=False,
        )
        for line in done.stdout.splitlines():
            if (match := _MISSING.match(line)) and match[1] not in own:
                self.missing.setdefault(match[1], path.name)
            elif (match := _FOUND.match(line)) and match[1] not in own and not _OF_EVERY_SYSTEM.match(match[1]):
                self.found.setdefault(match[1], Path(match[2]))


def is_graphics(name: str) -> bool:
    """Whether a library is the machine's own where it has a graphics driver."""
    return bool(_GRAPHICS.match(name))


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _by_name(name: str) -> Path | None:
    """Where the system has a library."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
    match = re.search(rf"^\s*{re.escape(name)} .* => (\S+)$", listed, re.MULTILINE)
    return Path(match[1]) if match else None
