"""What an installed unattended booth still lacks, each thing with what to do about it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import kiosk
from kiosk.installing.machine import display_manager, lacking
from kiosk.installing.session import DECK, ENABLED, GROUPS, LOGIND, NO_REBOOT, SETTINGS, SWAY, UNIT, USER
from kiosk.installing.written import Written, digest
from kiosk.machine.settings import Settings


class Look(NamedTuple):
    """One thing that was looked at."""

    name: str
    good: bool
    said: str


def installed(root: Path = Path("/")) -> bool:
    """Whether a machine is an unattended booth."""
    return (root / UNIT[1:]).exists()


def look(settings: Settings, root: Path = Path("/")) -> Iterator[Look]:
    """What an installed booth needs; `settings` are the machine's."""
    yield _session(root)
    yield _user(root)
    yield _packages(root)
    yield _console(root)
    where = _settings()
    yield where
    if where.good:
        yield _operator(settings)
        yield _deck(settings, root)
    yield _clock()


def _session(root: Path) -> Look:
    name = "Session"
    if not (root / ENABLED[1:]).is_symlink():
        return Look(name, False, "it does not start with the machine: `sudo systemctl enable kiosk`")
    if manager := display_manager(root):
        return Look(name, False, f"{manager} wants the screen too: `sudo systemctl disable {manager}`")
    try:
        written = Written.read(root)
    except ValueError as error:
        return Look(name, False, f"{error} `sudo kiosk install --force` writes it anew")
    if written is None:
        return Look(name, False, f"{UNIT} is not from `kiosk install`: run it")
    own = {path: ours for path, ours in written.files.items() if path not in {DECK, SETTINGS}}
    changed = [path for path, ours in own.items() if digest(root / path[1:]) != ours]
    if changed:
        return Look(
            name, False, f"changed since it was installed: {', '.join(changed)}; `sudo kiosk install` tells more"
        )
    return Look(name, True, f"{UNIT}, starts with the machine")


def _user(root: Path) -> Look:
    users = {line.partition(":")[0] for line in _lines(root / "etc/passwd")}
    if USER not in users:
        return Look("User", False, f"there is no user {USER}: `sudo kiosk install` makes it")
    members = {parts[0]: parts[-1].split(",") for line in _lines(root / "etc/group") if (parts := line.split(":"))}
    without = [group for group in GROUPS if USER not in members.get(group, [])]
    if without:
        return Look(
            "User", False, f"{USER} is not in {', '.join(without)}: `sudo usermod -aG {','.join(without)} {USER}`"
        )
    return Look("User", True, f"{USER}, in {', '.join(GROUPS)}")


def _packages(root: Path) -> Look:
    sway = f"--config {SWAY}" in "\n".join(_lines(root / UNIT[1:]))
    packages = lacking(root, sway=sway)
    if packages:
        return Look("Packages", False, f"not there: `sudo apt-get install {' '.join(packages)}`")
    return Look("Packages", True, f"{'sway' if sway else 'cage'} and seatd")


def _console(root: Path) -> Look:
    lacks = [path for path in (LOGIND, NO_REBOOT) if not digest(root / path[1:])]
    if lacks:
        return Look(
            "Console", False, f"keys lead out, or the screen goes dark: no {', '.join(lacks)}; `sudo kiosk install`"
        )
    if "blank=" in (line := " ".join(_lines(root / "proc/cmdline"))) and "consoleblank=0" not in line:
        return Look("Console", False, "the kernel switches the screen off: take consoleblank= out of /etc/default/grub")
    return Look("Console", True, "no other console, no key that leads out, no blanking")


def _settings() -> Look:
    from kiosk.places import config_file

    own = str(config_file()) == SETTINGS
    said = SETTINGS if own else "these are yours, not the booth's: ask with `sudo kiosk-booth doctor`"
    return Look("Booth's settings", own, said)


def _operator(settings: Settings) -> Look:
    locked = bool(settings.pin or settings.key)
    return Look("Panel", locked, "opens with five taps" if locked else "nobody can open it: `sudo kiosk-booth pin`")


def _deck(settings: Settings, root: Path) -> Look:
    if not settings.deck:
        return Look("Deck", False, f'none is named, so the sample is shown: `deck = "{DECK}"` in {SETTINGS}')
    there = (root / settings.deck.lstrip("/") / "deck.yaml").is_file()
    return Look(
        "Deck", there, settings.deck if there else f"there is none at {settings.deck}: `sudo kiosk install DECK`"
    )


def _clock() -> Look:
    """Opening hours and visits go by the clock; one that was never set is years behind this program."""
    good = time.time() >= Path(kiosk.__file__).stat().st_mtime
    now = time.strftime("%Y-%m-%d %H:%M %Z")
    return Look("Clock", good, now if good else f"{now} is before this Kiosk was made: `sudo timedatectl set-time …`")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
