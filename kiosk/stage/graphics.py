"""Which way Qt Quick draws: with the graphics card where there is one, in software where there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_NO_GPU: Final = {"vgem", "vkms", "simpledrm", "simple-framebuffer", "bochs-drm", "cirrus", "ast", "mgag200", "qxl"}
"""Kernel drivers of displays that cannot draw by themselves."""
_MAX_IMAGE_MB: Final = "128"
"""The most that decoding one picture may take."""


def prepare() -> None:
    """Set what Qt reads once, when it starts. Call before anything of Qt is made."""
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # takes 6 ms off every step (design, decision 6)
    os.environ.setdefault("QT_IMAGEIO_MAXALLOC", _MAX_IMAGE_MB)
    if "QT_QUICK_BACKEND" not in os.environ and not has_gpu():
        os.environ["QT_QUICK_BACKEND"] = "software"


def has_gpu(drm: Path = Path("/sys/class/drm")) -> bool:
    """Whether some device can draw; read from the kernel, since asking OpenGL costs 30 to 40 ms at each start."""
    if sys.platform != "linux":
        return True
    drivers = {(node / "device" / "driver").resolve().name for node in drm.glob("renderD*")}
    return bool(drivers - _NO_GPU)


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
