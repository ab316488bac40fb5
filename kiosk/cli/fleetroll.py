"""What `kiosk fleet roll` does: from what was typed to a roll-out, and the table of who has what."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.cli.booth import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_RUNNING, refuse
from kiosk.cli.fleetorders import UnknownBoothError, fleet_folder, meant, wrong_key, wrong_names
from kiosk.cli.fleetview import linked, no_broker
from kiosk.fleet.organiser import ledger
from kiosk.fleet.organiser.ledger import Ledger
from kiosk.fleet.organiser.link import NoBrokerError
from kiosk.fleet.organiser.offering import OfferError, Package, Server, check, package, trust
from kiosk.fleet.organiser.orders import Desk
from kiosk.fleet.organiser.rollout import Rollout, in_steps, left_out
from kiosk.fleet.organiser.roster import Roster, by_number
from kiosk.fleet.topics import Topic
from kiosk.machine.file import read
from kiosk.machine.settings import folder_of
from kiosk.packing.disk import BusyError, alone_in
from kiosk.packing.fault import PackError
from kiosk.places import config_file
from kiosk.sparing import tell

_HASH: Final = 8
_HAD_IT: Final = "had it already"


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What was typed, checked for nothing yet."""

    file: Path | None
    booths: Sequence[str]
    everyone: bool
    key: Path
    at: str = ""
    serve: str = ""
    certificate: Path | None = None
    tls_key: Path | None = None
    steps: str = ""
    limit_s: float
    settle_s: float
    keep: bool = False
    back: bool = False


def roll(wishes: Wishes) -> int:
    """Roll a deck out, or take the last one back; the exit code."""
    if why := _wrong(wishes) or wrong_key(wishes.key):
        return refuse(why)
    try:
        folder = fleet_folder() / ledger.FOLDER
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone_in(folder):
            return _take_back(wishes, ledger.last(folder)) if wishes.back else _roll(wishes, folder)
    except (NoBrokerError, BusyError, OfferError, UnknownBoothError, PackError, ValueError, OSError) as error:
        return _told(error, wishes)


def _told(error: Exception, wishes: Wishes) -> int:
    """Say why there is no roll-out; the exit code."""
    if isinstance(error, NoBrokerError):
        return no_broker(error)
    if isinstance(error, BusyError):
        tell("kiosk: Another roll-out is under way on this machine.")
        return EXIT_RUNNING
    if isinstance(error, PackError):
        tell(f"kiosk: {wishes.file}: {error}. Nothing was rolled out.")
        return EXIT_FAILED
    if isinstance(error, OSError):
        tell(f"kiosk: {error.filename or fleet_folder()}: {error.strerror}.")
        return EXIT_FAILED
    return refuse(str(error))


def _wrong(wishes: Wishes) -> str:
    """What is wrong with what was typed; "" where nothing is."""
    if wishes.back:
        return "--back wants no file and no booths: it takes the last roll-out back." if wishes.file else ""
    if wishes.file is None:
        return "Name the packed deck to roll out, or say --back."
    if not wishes.file.is_file():
        return f"There is no file {wishes.file}: name a packed deck."
    if bool(wishes.at) == bool(wishes.serve):
        return "Say where booths fetch it from: --at https://…, or --serve PORT."
    if wishes.serve and not (wishes.certificate and wishes.tls_key):
        return "--serve wants --cert and --tls-key: booths fetch by HTTPS alone."
    return wrong_names(wishes.booths, everyone=wishes.everyone)


def _roll(wishes: Wishes, folder: Path) -> int:
    assert wishes.file is not None  # noqa: S101 - looked at before
    settings = read(config_file())
    pack = package(wishes.file, settings.keys)
    with ExitStack() as stack:
        address = wishes.at
        if wishes.serve:
            host, port = _host_and_port(wishes.serve)
            assert wishes.certificate and wishes.tls_key  # noqa: S101, PT018 - as above
            server = Server(pack, host, port, wishes.certificate, wishes.tls_key)
            address = stack.enter_context(server).address
        authority = folder_of(settings.broker_ca, config_file().parent) if settings.broker_ca else None
        link, roster = stack.enter_context(linked(Topic.ANSWER))
        names = meant(wishes.booths, roster, everyone=wishes.everyone)
        in_steps(names, wishes.steps)  # says what is wrong with them before anybody is asked
        check(address, pack, trust(authority))
        desk = Desk(link, roster, wishes.key, fleet_folder())
        return _carry_out(wishes, desk, ledger.begun(folder, wishes.file.name, pack.sha256), names, (pack, address))


def _carry_out(wishes: Wishes, desk: Desk, book: Ledger, names: Sequence[str], what: tuple[Package, str]) -> int:
    """Roll out step by step, and take back where there is trouble."""
    notes: dict[str, str] = {}
    asked = []
    for name in names:
        booth = desk.roster.booths[name]
        why = left_out(booth, needs_way_back=not wishes.keep)
        if why:
            notes[name] = f"left out: {why}"
        elif booth.status.deck_hash in book.hashes:
            notes[name] = _HAD_IT
        else:
            asked.append(name)
        if name in notes:
            _say(f"{name}: {notes[name]}")
    rollout = Rollout(desk=desk, ledger=book, tell=_say, limit_s=wishes.limit_s, settle_s=wishes.settle_s)
    with _halting(wishes):
        well = rollout.roll(in_steps(asked, wishes.steps), what[0].details(what[1])) if asked else True
        notes |= {each.name: each.trouble for each in rollout.watched.values() if each.trouble}
        if not well:
            _say("The roll-out is halted.")
            if wishes.keep:
                _say_how_to_take_back(wishes)
            else:
                notes |= rollout.take_back(rollout.watched)
    _table(desk.roster, book, names, notes)
    return 0 if well else EXIT_FAILED


def _take_back(wishes: Wishes, book: Ledger) -> int:
    """Take the last roll-out of this machine back."""
    if not book.booths:
        return refuse("No deck was rolled out from this machine: there is nothing to take back.")
    with linked(Topic.ANSWER) as (link, roster):
        desk = Desk(link, roster, wishes.key, fleet_folder())
        rollout = Rollout(desk=desk, ledger=book, tell=_say, limit_s=wishes.limit_s, settle_s=wishes.settle_s)
        with _halting(wishes):
            wrong = rollout.take_back(book.booths)
        gone = [name for name in book.booths if name not in roster.booths]
        wrong |= dict.fromkeys(gone, "the broker does not know it any more")
        _table(roster, book, sorted(book.booths, key=by_number), wrong)
    return EXIT_FAILED if wrong else 0


@contextmanager
def _halting(wishes: Wishes) -> Iterator[None]:
    """Where somebody presses Ctrl+C, or the disk does not take what was done, say how to take it back, and end."""
    import typer

    try:
        yield
    except (KeyboardInterrupt, OSError) as error:
        sys.stdout.write("\n")
        if isinstance(error, OSError):
            tell(f"kiosk: {error.filename or fleet_folder()}: {error.strerror}.")
        _say("Halted: booths that were asked already may still take the deck.")
        _say_how_to_take_back(wishes)
        raise typer.Exit(EXIT_FAILED if isinstance(error, OSError) else EXIT_INTERRUPTED) from None


def _say_how_to_take_back(wishes: Wishes) -> None:
    _say(f"`kiosk fleet roll --back --key {wishes.key}` takes it back.")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _host_and_port(said: str) -> tuple[str, int]:
    """From `[HOST:]PORT`. Raises ValueError in plain words."""
    host, _, port = said.rpartition(":")
    if not port.isdecimal() or not 0 < int(port) < 1 << 16:
        raise ValueError(f"--serve wants a port, or a host and a port such as decks.example:8443, not {said!r}.")
    return host or socket.getfqdn(), int(port)


def _table(roster: Roster, book: Ledger, names: Sequence[str], notes: dict[str, str]) -> None:
    """The last word: who has what."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("booth", "has", "hash", ""):
        made.add_column(head, no_wrap=bool(head), overflow="fold")
    for name in names:
        booth = roster.booths.get(name)
        deck_hash = booth.status.deck_hash if booth else ""
        new = deck_hash in book.hashes
        has = "?" if booth is None else "the new deck" if new else "its deck from before"
        note = notes.get(name, "")
        row = (
            Text(has, style="green" if new else ""),
            Text(deck_hash[:_HASH]),
            Text(note, style="" if note == _HAD_IT else "red"),
        )
        made.add_row(Text(name), *row)
    console = Console()
    console.print()
    console.print(made)
