"""A report of a crash or a hang: one text file, for whoever finds out why. It holds nothing of a visitor's."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk import atomic
from kiosk.deck.records import record_by_name

KEPT: Final = 20
"""So many reports are kept, the newest ones …"""
MOST_BYTES: Final = 5_000_000
"""… and so many bytes of them."""
_MOST_OF_ONE: Final = 200_000
"""Bytes of a stack that are kept: the beginning names the thread that fell."""
_PACKAGES: Final = ("PySide6-Essentials", "shiboken6", "matplotlib", "numpy", "pebble", "pydantic")


@record_by_name
class Crash:
    """What the watch knows of a booth that is gone."""

    why: str
    """In one line: the signal, the exit code, or the hang."""
    deck: Path
    fingerprint: str
    """Of the deck, as it was compiled; "" where it was not open yet."""
    seconds: float
    """How long the booth ran."""
    stack: bytes
    """What faulthandler wrote, and the last exceptions."""
    events: tuple[str, ...]
    """The last ones, in order."""
    safe_mode: str
    """What the next start does without."""


def write(folder: Path, crash: Crash) -> Path:
    """Keep a report, drop the oldest ones, and give the file. Raises OSError."""
    name = time.strftime("%Y%m%d-%H%M%S") + f"-{os.getpid()}.txt"
    atomic.write(folder / name, _text(crash).encode(errors="replace"))
    _drop_old(folder)
    return folder / name


def _text(crash: Crash) -> str:
    stack = crash.stack[:_MOST_OF_ONE].decode(errors="replace").strip()
    parts = {
        "Stacks": stack or "None was written: the process was killed from outside, or could not any more.",
        "Last events (the last one is the newest)": "\n".join(crash.events) or "None was told.",
        "Versions": "\n".join(_versions()),
    }
    head = [
        f"When      {time.strftime('%Y-%m-%d %H:%M:%S %z')}",
        f"Why       {crash.why}",
        f"Ran for   {crash.seconds:.0f} s",
        f"Deck      {crash.deck.absolute()}",
        f"Deck hash {crash.fingerprint or 'not known yet'}",
        f"Next      {crash.safe_mode}",
    ]
    return "\n".join(head) + "".join(f"\n\n== {title} ==\n{text}" for title, text in parts.items()) + "\n"


def _versions() -> Iterable[str]:
    import platform
    import sys
    from importlib import metadata

    import kiosk

    yield f"kiosk {kiosk.__version__}"
    yield f"Python {platform.python_version()}" + (
        "" if sys.version_info >= (3, 14) else " (stacks of C code are written from Python 3.14 on)"
    )
    for package in _PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            qt = " (Qt has the same version)" if package.startswith("PySide6") else ""
            yield f"{package} {metadata.version(package)}{qt}"
    yield platform.platform()


def _drop_old(folder: Path) -> None:
    newest_first = sorted(folder.glob("*.txt"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    total = 0
    for at, path in enumerate(newest_first):
        total += path.stat().st_size
        if at >= KEPT or total > MOST_BYTES:
            path.unlink(missing_ok=True)
    for path in folder.glob(".*.part"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED_S:
                path.unlink()


_ABANDONED_S: Final = 600
"""After so long what is half written belongs to nobody any more."""
