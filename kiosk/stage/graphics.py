"""What Qt finds around it: a graphics card or none, a display, fonts, the session's message bus."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from kiosk.places import FONTS

_NO_GPU: Final = {"vgem", "vkms", "simpledrm", "simple-framebuffer", "bochs-drm", "cirrus", "ast", "mgag200", "qxl"}
"""Kernel drivers of displays that cannot draw by themselves."""
NO_MESSAGE_BUS: Final = "disabled:"
"""An address of D-Bus where nothing is."""
_MAX_IMAGE_MB: Final = "128"
"""The most that decoding one picture may take."""


def prepare(cache: Path) -> None:
    """Set what Qt reads once, when it starts. Call before anything of Qt is made; `cache` is the cache's folder."""
    _use_own_fonts(cache)
    _use_utf8()
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # takes 6 ms off every step (design, decision 6)
    # One thread fills: several wait for one another, and for the charts drawn behind (`kiosk bench frames`, `idle`).
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    os.environ.setdefault("QT_IMAGEIO_MAXALLOC", _MAX_IMAGE_MB)
    if "QT_QUICK_BACKEND" not in os.environ and not has_gpu():
        os.environ["QT_QUICK_BACKEND"] = "software"
    if not has_message_bus():
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = NO_MESSAGE_BUS


def draws_in_software() -> bool:
    """Whether Qt Quick paints without a graphics card, from what `prepare` and the one who started it have settled."""
    return os.environ.get("QT_QUICK_BACKEND") == "software"


def has_gpu(drm: Path = Path("/sys/class/drm")) -> bool:
    """Whether some device can draw; read from the kernel, since asking OpenGL costs 30 to 40 ms at each start."""
    if sys.platform != "linux":
        return True
    return any(
        (node / "device" / "driver").resolve().name not in _NO_GPU and not _is_virtual(node / "device")
        for node in drm.glob("renderD*")
    )


def _is_virtual(device: Path) -> bool:
    """Whether it is a virtual machine's display with nobody behind it who draws: the first feature of virtio's."""
    try:
        features = [path.read_bytes() for name in ("features", "virtio*/features") for path in device.glob(name)]
    except OSError:
        return False
    return bool(features) and not any(bits.startswith(b"1") for bits in features)


def has_message_bus() -> bool:
    """Whether the session has D-Bus; where it has none, Qt on X11 would start a daemon, and leave it behind."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or bool(folder and Path(folder, "bus").exists())


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if wayland := os.environ.get("WAYLAND_DISPLAY"):
        return (Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / wayland).exists()
    display = os.environ.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    if not display or (host and host != "unix"):
        return bool(display)
    return Path(f"/tmp/.X11-unix/X{number.partition('.')[0]}").exists()  # noqa: S108 - where X servers listen


def _use_utf8() -> None:
    """Name the locale that Qt takes where the one that was asked for is not there, or has not all characters.

    Without it Qt says so in four lines, which are not for operators. Python has found out: it is in UTF-8 mode then.
    """
    if sys.flags.utf8_mode and "LC_ALL" in os.environ:
        os.environ["LC_ALL"] = "C.UTF-8"


def _use_own_fonts(cache: Path) -> None:
    """Have Qt find the project's fonts and no others, by fontconfig, which maps them where Qt would read 30 MB.

    Does nothing where the cache cannot be written, or elsewhere than on Linux:
    `application` loads the fonts there.
    """
    if sys.platform != "linux":
        return
    file = cache / "fonts.conf"
    folders = f"<dir>{_escape(str(FONTS))}</dir><cachedir>{_escape(str(cache / 'fontconfig'))}</cachedir>"
    wanted = f'<?xml version="1.0"?>\n<fontconfig>{folders}</fontconfig>\n'
    try:
        if not file.exists() or file.read_text(encoding="utf-8") != wanted:
            cache.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted, encoding="utf-8")
    except OSError:
        return
    os.environ["FONTCONFIG_FILE"] = str(file)


def _escape(text: str) -> str:
    """A path as XML has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
