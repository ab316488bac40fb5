"""What this machine offers a booth, in plain words."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QFont, QInputDevice, QRawFont

from kiosk import __version__
from kiosk.places import FAMILY, FONTS, config_file
from kiosk.sentences import sentence, why
from kiosk.stage import graphics
from kiosk.stage.application import application

_SAMPLE: Final = "A1%≈>·—重庆开放平台亿元，。（）“”"
_ENOUGH_MB: Final = 1024
"""Free disk that a booth should have for its charts, in MiB."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    good: bool
    said: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.good else 'LOOK'} {self.name}: {self.said}"

    def as_json(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def examine(cache: Path) -> list[Finding]:
    """Look at the machine. Opens no window; without a display it looks at what can be seen without one."""
    displayed = graphics.has_display()
    if not displayed:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    graphics.prepare(cache)
    app = application()
    findings = [Finding("Kiosk", True, f"{__version__}, PySide6 {pyside_version}, Python {platform.python_version()}")]
    findings.append(_graphics())
    screens = [f"{screen.size().width()}x{screen.size().height()}" for screen in app.screens()]
    findings.append(
        Finding("Screens", displayed, ", ".join(screens) if displayed else "no display: `kiosk run` makes a tour")
    )
    findings += [*_touch(displayed=displayed), fonts(), *disk(cache), *_configuration()]
    return findings


def _graphics() -> Finding:
    if graphics.draws_in_software():
        return Finding("Graphics", True, "drawn in software; there is no graphics card that Qt could use")
    return Finding("Graphics", True, "drawn by the graphics card")


def _touch(*, displayed: bool) -> Iterator[Finding]:
    kinds: Callable[[QInputDevice], bool] = lambda device: device.type() == QInputDevice.DeviceType.TouchScreen  # noqa: E731
    names = [device.name() or "unnamed" for device in QInputDevice.devices() if kinds(device)]
    said = ", ".join(names) or "none found; the mouse and keys work too"
    yield Finding("Touchscreens", bool(names) or not displayed, said)


def fonts() -> Finding:
    """Whether Qt draws with the project's fonts, and with all that they have."""
    files = sorted(file.name for file in FONTS.glob("*.ttf"))
    raw = QRawFont.fromFont(QFont(FAMILY, 20))
    lacking = [letter for letter in _SAMPLE if not raw.supportsCharacter(ord(letter))]
    if not files or lacking:
        return Finding("Fonts", False, _lacking(len(files), lacking))
    return Finding("Fonts", True, sentence("{count} files of the project's own, no glyph missing", count=len(files)))


def _lacking(files: int, letters: list[str]) -> str:
    if not letters:
        return sentence("{count} files in {folder}, missing: none", count=files, folder=FONTS)
    lacking = " ".join(letters)
    return sentence("{count} files in {folder}, missing: {letters}", count=files, folder=FONTS, letters=lacking)


def disk(cache: Path) -> Iterator[Finding]:
    """Whether the cache's folder can be written to, and has room."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        probe = cache / ".writable"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        said = sentence(
            "{cache} cannot be written ({why}); charts are drawn at each start", cache=cache, why=why(error)
        )
        yield Finding("Cache", False, said)
        return
    size = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file()) >> 20
    yield Finding("Cache", True, f"{cache}, {size} MiB")
    free = shutil.disk_usage(cache).free >> 20
    yield Finding("Disk", free >= _ENOUGH_MB, sentence("{free} MiB free", free=free))


def _configuration() -> Iterator[Finding]:
    from kiosk.machine.file import read

    path = config_file()
    settings = read(path)
    if settings.problems:
        yield Finding("Configuration", False, "; ".join(map(str, settings.problems)))
    else:
        yield Finding("Configuration", True, f"{path}, {'sound' if path.exists() else 'not there: nothing is set'}")
    locked = [name for name, kept in (("a PIN", settings.pin), ("a key", settings.key)) if kept]
    yield Finding("Operator", True, f"{' and '.join(locked)} set" if locked else "no PIN: `kiosk pin` sets one")
    if settings.broker:
        from kiosk.fleet.booth.trial import trial

        yield Finding("Broker", *trial(settings, path.parent))
    from kiosk.installing import missing

    if missing.installed():
        for look in missing.look(settings):
            yield Finding(*look)
    else:
        yield Finding("Unattended", True, "no: `kiosk install` has this machine show the booth from its start on")
