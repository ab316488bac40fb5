"""The machine that is made a booth: what it has, what it lacks, and the commands that have it follow its files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import kiosk
from kiosk.installing.session import CACHE, DECKS, STATE, USER, USERS, Program
from kiosk.places import ASSETS

DISPLAY_MANAGER: Final = "/etc/systemd/system/display-manager.service"
_HIDDEN: Final = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - what the unit hides
_CAGE: Final = {"cage": "cage", "xwayland": "Xwayland"}
"""Packages and their commands. Debian 12's cage ends at once where there is no Xwayland, and does not depend on it."""
_WAYLAND: Final = {"libwayland-cursor0": "libwayland-cursor.so.0", "libwayland-egl1": "libwayland-egl.so.1"}
"""Packages and what Qt needs of them. Without it Qt takes X11, from cage's Xwayland; under sway there is none."""
_TWO: Final = 2


def program() -> Program:
    """How the Kiosk is started that is running now."""
    package = Path(kiosk.__file__).parent
    checkout = "" if package in ASSETS.parents else str(package.parent)
    return Program(sys.executable, checkout, os.environ.get("KIOSK_BUNDLE", ""))


def objection(started: Program) -> str:
    """Why the booth's user could not start that program; "" where nothing is in the way."""
    needed = [Path(sys.base_prefix), Path(sys.prefix), Path(kiosk.__file__).parent, Path(started.python).resolve()]
    for path in needed:
        hidden = next((each for each in _HIDDEN if path.is_relative_to(each)), "")
        if hidden:
            return f"{path} is below {hidden}, where the booth sees nothing: put Kiosk and its Python into /opt/kiosk."
        for folder in (path, *path.parents):
            if not folder.stat().st_mode & 0o001:
                return f"{folder} is closed to the booth's user: `chmod o+rx {folder}` opens it."
    return ""


def screens(root: Path = Path("/")) -> int:
    """How many screens are plugged in."""
    found = 0
    for status in (root / "sys/class/drm").glob("card*-*/status"):
        found += status.read_text(encoding="ascii").strip() == "connected"
    return found


def wants_sway() -> bool:
    """Whether the screens of this machine are more than cage can fill."""
    return screens() >= _TWO


def lacking(root: Path, *, sway: bool) -> list[str]:
    """The system's packages that are not there, by Debian's names."""
    needed = {"seatd": "seatd", **({"sway": "sway"} if sway else _CAGE)}
    commands = [
        package
        for package, command in needed.items()
        if not any((root / folder / command).exists() for folder in ("usr/bin", "usr/sbin"))
    ]
    libraries = {} if program().bundle else _WAYLAND  # a bundle brings its own
    return commands + [package for package, name in libraries.items() if not any(root.glob(f"usr/lib/*/{name}"))]


def display_manager(root: Path) -> str:
    """The unit of the one that is switched on; "" without one."""
    link = root / DISPLAY_MANAGER[1:]
    return link.readlink().name if link.is_symlink() else ""


Command = list[str]


def fetching(packages: list[str]) -> Iterator[Command]:
    """What installs the system's packages."""
    if packages:
        yield ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def following(started: Program, manager: str) -> Iterator[Command]:
    """What has the machine follow the files that were written."""
    if started.checkout:  # the booth may write nothing there, and reading the sources takes long
        yield [started.python, "-m", "compileall", "-q", str(Path(started.checkout) / "kiosk")]
    yield ["systemd-sysusers", USERS]
    yield ["chown", "-R", f"{USER}:{USER}", STATE, DECKS]
    # The unit makes it too, but `kiosk-booth doctor` and `warm` come before its first start.
    yield ["install", "--directory", f"--owner={USER}", f"--group={USER}", "--mode=0700", CACHE]
    yield ["systemctl", "daemon-reload"]
    yield ["systemctl", "enable", "seatd.service"]
    yield ["udevadm", "control", "--reload"]
    if manager:
        yield ["systemctl", "disable", manager]


def stopping() -> Iterator[Command]:
    """What comes before the files are removed."""
    yield ["systemctl", "stop", "kiosk.service"]


def forgetting(manager: str, *, user: bool) -> Iterator[Command]:
    """What comes after it; the user goes where nothing belongs to them any more."""
    yield ["systemctl", "daemon-reload"]
    yield ["udevadm", "control", "--reload"]
    if manager:
        yield ["systemctl", "enable", manager]
    if user:
        yield ["userdel", USER]


def is_root() -> bool:
    """Whether this process may write everywhere."""
    return os.geteuid() == 0
