"""`kiosk pin`: sets, changes and removes what lets an operator in."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.machine.file import UnreadableError, change
from kiosk.operator import key
from kiosk.operator.pin import hashed, objection
from kiosk.places import config_file
from kiosk.sparing import tell


def set_pin() -> int:
    """Ask twice for a PIN and keep it; the exit code."""
    pin = _ask("New PIN: ")
    why = objection(pin)
    if why:
        return refuse(why)
    if _ask("Once more: ") != pin:
        return refuse("The two are not the same; nothing was changed.")
    return _keep("pin", hashed(pin), "The PIN is set: five taps in the booth's top right corner ask for it.")


def make_key(folder: Path) -> int:
    """Write a key to a stick and keep its fingerprint; the exit code."""
    if not folder.is_dir():
        return refuse(f"There is no folder {folder}: name the one in which the stick is mounted.")
    try:
        made = key.make(folder)
    except OSError as error:
        return refuse(f"No key can be written to {folder}: {error.strerror}.")
    return _keep("key", made, f"{folder / key.FILE} opens the panel. A key that was made before does so no longer.")


def remove() -> int:
    """Let nobody in any more, neither by a PIN nor by a key; the exit code."""
    code = _keep("pin", None, "")
    return code or _keep("key", None, "There is no PIN and no key any more: the corner does nothing.")


def _ask(what: str) -> str:
    """A line that nobody sees: not in the arguments and not in the environment, where others could read it."""
    if sys.stdin.isatty():
        return getpass(what)
    return sys.stdin.readline().rstrip("\r\n")


def _keep(name: str, value: str | None, said: str) -> int:
    try:
        change(config_file(), {("operator", name): value})
    except UnreadableError as broken:
        tell(str(broken))
        return EXIT_FAILED
    except OSError as error:
        tell(f"kiosk: {config_file()} cannot be written: {error.strerror}")
        return EXIT_FAILED
    if said:
        sys.stdout.write(f"{said}\n")
    return 0
