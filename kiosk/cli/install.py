"""`kiosk install` and `kiosk uninstall`: asks, writes, runs, and says each thing that it did."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.installing import machine
from kiosk.installing.install import Installer
from kiosk.installing.install import uninstall as remove
from kiosk.installing.network import UnknownHostError, allowed
from kiosk.installing.session import DECK, DECKS, FILES, SETTINGS, STATE, File, Program, files
from kiosk.installing.written import UnreadableError, Written
from kiosk.sparing import tell

_SLASH: Final = Path("/")


@dataclass(frozen=True)
class Wishes:
    """What was typed after `kiosk install`."""

    deck: Path
    root: Path = _SLASH
    sway: bool | None = None
    """None: where there are two screens, or no graphics card."""
    dry_run: bool = False
    force: bool = False
    yes: bool = False


class _FailedError(Exception):
    """A command failed, and was told."""


class _RefusedError(Exception):
    """It cannot be done; the argument says why."""


def install(wishes: Wishes) -> int:
    """Make the machine an unattended booth; the exit code."""
    sway = machine.wants_sway() or _in_software(wishes.root) if wishes.sway is None else wishes.sway
    if code := _check(wishes.deck):
        return code
    if wishes.dry_run:
        return _code_of(lambda: _print(wishes, machine.program(), sway=sway))
    return _code_of(lambda: _install(wishes, machine.program(), sway=sway))


def _install(wishes: Wishes, started: Program, *, sway: bool) -> None:
    manager = machine.display_manager(wishes.root)
    if wishes.root != _SLASH:
        _write(wishes, _files(wishes, started, sway=sway), manager)
        sys.stdout.write("Written. Packages and the user come where the image is built, or starts.\n")
        return
    if not machine.is_root():
        raise _RefusedError("This writes to /etc and /var: run it as root, or with --dry-run to see what it would do.")
    if why := machine.objection(started):
        raise _RefusedError(why)
    packages = machine.lacking(wishes.root, sway=sway)
    if packages and not wishes.yes and not _agreed(packages):
        raise _RefusedError(f"It needs {', '.join(packages)}: --yes installs what is missing.")
    _run(machine.fetching(packages))
    _write(wishes, _files(wishes, started, sway=sway), manager)
    _run(machine.following(started, manager))
    sys.stdout.write(_NEXT)


def _files(wishes: Wishes, started: Program, *, sway: bool) -> list[File]:
    """The session's files, with the exception from "no network" that this machine's settings need."""
    try:
        network = allowed(wishes.root)
    except UnknownHostError as error:
        raise _RefusedError(f"{error}. Install again when it can be found, or name its address.") from error
    return list(files(started, sway=sway, network=network, in_software=_in_software(wishes.root)))


def _in_software(root: Path) -> bool:
    """Whether nothing draws in this machine. Of another one, whose files alone are here, that is not known."""
    from kiosk.stage.graphics import has_gpu

    return root == _SLASH and not has_gpu()


_NEXT: Final = """\
Next:
  sudo kiosk-booth pin       the operator's PIN
  sudo kiosk-booth doctor    what is still missing
  sudo kiosk-booth warm      draws every chart ahead
  sudo reboot                and the booth is on the screen, now and after each start
"""


def uninstall(root: Path, *, purge: bool) -> int:
    """Take an installation back; the exit code."""
    return _code_of(lambda: _uninstall(root, purge=purge))


def _uninstall(root: Path, *, purge: bool) -> None:
    here = root == _SLASH
    if here and not machine.is_root():
        raise _RefusedError("This removes from /etc and /var: run it as root.")
    written = Written.read(root)
    if written is None:
        raise _RefusedError("There is no unattended booth on this machine.")
    if here:
        _run(machine.stopping())
    remove(root, written, _say, purge=purge)
    if here:
        owns = any((root / folder[1:]).exists() for folder in (STATE, DECKS))
        _run(machine.forgetting(written.display_manager, user=not owns))
        sys.stdout.write("The packages cage, sway and seatd stay. Start the machine anew to have its console back.\n")


def _code_of(work: Callable[[], None]) -> int:
    """Do it; the exit code, with what went wrong told on stderr."""
    try:
        work()
    except (UnreadableError, _RefusedError) as error:
        return refuse(str(error))
    except OSError as error:
        tell(f"kiosk: {error.filename or 'a file'}: {error.strerror}. Run this again when that is mended.")
        return EXIT_FAILED
    except _FailedError:
        return EXIT_FAILED
    return 0


def _check(deck: Path) -> int:
    """Whether a deck can be shown; the exit code where it cannot."""
    from kiosk.deck.load import load

    loaded = load(deck)
    if loaded.deck is not None:
        return 0
    for problem in loaded.problems:
        tell(str(problem))
    return EXIT_FAILED


def _print(wishes: Wishes, started: Program, *, sway: bool) -> None:
    """Print what would be written and run."""
    root, here = wishes.root, wishes.root == _SLASH
    say = sys.stdout.write
    if here and (why := machine.objection(started)):
        say(f"# As it is now, it would refuse: {why}\n\n")
    for file in _files(wishes, started, sway=sway):
        say(f"### {file.path}{f' -> {file.link}' if file.link else ''}\n{file.text}\n")
    say(f"### {DECK}/\nA copy of {wishes.deck}\n\n### {SETTINGS}\nUnless it is there: deck = {DECK!r}\n\n")
    if here:
        commands = [
            *machine.fetching(machine.lacking(root, sway=sway)),
            *machine.following(started, machine.display_manager(root)),
        ]
        say("### Commands\n" + "".join(f"{shlex.join(each)}\n" for each in commands))


def _write(wishes: Wishes, wanted: Iterable[File], manager: str) -> None:
    installer = Installer(wishes.root, _known(wishes), _say, force=wishes.force)
    installer.written.display_manager = installer.written.display_manager or manager
    installer.deck(wishes.deck)
    installer.settings()
    for file in (kept := list(wanted)):
        installer.file(file)
    installer.drop(FILES - {file.path for file in kept})


def _known(wishes: Wishes) -> Written | None:
    """What is there of ours; with `force` nothing where the list of it is broken."""
    try:
        return Written.read(wishes.root)
    except UnreadableError:
        if wishes.force:
            return None
        raise


def _agreed(packages: list[str]) -> bool:
    """Whether the person at the terminal wants the system's packages installed."""
    if not sys.stdin.isatty():
        return False
    sys.stdout.write(f"Install {', '.join(packages)} with apt-get? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _run(commands: Iterable[machine.Command]) -> None:
    for command in commands:
        _say(f"run    {shlex.join(command)}")
        try:
            done = subprocess.run(command, check=False)  # noqa: S603 - our own, of fixed words and paths
        except OSError as error:
            tell(f"kiosk: {command[0]} cannot be run: {error.strerror}")
            raise _FailedError from error
        if done.returncode:
            tell(f"kiosk: {shlex.join(command)} failed ({done.returncode}). Run this again when that is mended.")
            raise _FailedError


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
