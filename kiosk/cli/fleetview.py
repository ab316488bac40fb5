"""What `kiosk fleet`, `kiosk fleet show` and `kiosk fleet forget` do."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console

from kiosk.cli.booth import EXIT_INTERRUPTED, EXIT_USAGE, refuse
from kiosk.deck.problems import instead, quoted
from kiosk.fleet.access import Access, AccessError, access
from kiosk.fleet.connection import Down, Event, Heard, Up
from kiosk.fleet.organiser import table
from kiosk.fleet.organiser.link import Link, NoBrokerError
from kiosk.fleet.organiser.roster import Roster
from kiosk.fleet.topics import ANY, Topic, topic
from kiosk.machine.file import read
from kiosk.places import config_file
from kiosk.sparing import Sparing, tell

_EACH_S: Final = 1.0
"""How often the table is drawn anew: it says how long ago things were."""
_FORGET_S: Final = 5.0
_KEEPS_S: Final = 120
"""Answers are not missed where the connection is gone for so long."""
HOME_ASSISTANT: Final = "homeassistant/device/kiosk-{}/config"
"""Where a booth says to Home Assistant what it is."""


def way_to_broker() -> Access:
    """The way that this machine's settings name. Raises NoBrokerError."""
    settings = read(config_file())
    for problem in settings.problems:
        tell(str(problem))
    try:
        return access(settings, config_file().parent)
    except AccessError as error:
        raise NoBrokerError(f"{config_file()}: {error}") from error


@contextmanager
def linked(*more: Topic) -> Iterator[tuple[Link, Roster]]:
    """A link, and all booths of which the broker knows. Raises NoBrokerError."""
    said = Sparing()
    roster = Roster(lambda line: tell(f"kiosk: {line}") if said.line(line) else None)
    wants = [topic(ANY, what) for what in (Topic.STATUS, *more)]
    with Link(way_to_broker(), wants, keeps_s=_KEEPS_S if more else 0) as link:
        for heard in link.gathered():
            roster.hear(heard)
        yield link, roster


def watch(*, once: bool, as_json: bool) -> int:
    """Show all booths; the exit code."""
    console = Console()
    try:
        with linked() as (link, roster):
            if as_json:
                booths = [table.as_plain(roster, booth) for booth in roster.in_order()]
                sys.stdout.write(json.dumps(booths, ensure_ascii=False, indent=1) + "\n")
            elif once or not console.is_terminal:
                console.print(table.table(roster, console.width, time.monotonic()))
            else:
                _keep_up(link, roster, console)
    except NoBrokerError as error:
        return no_broker(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return 0


def _keep_up(link: Link, roster: Roster, console: Console) -> None:
    """Show the table until somebody presses Ctrl+C, which is raised."""
    from rich.live import Live

    note = ""
    with Live(console=console, auto_refresh=False, screen=True, vertical_overflow="ellipsis") as live:
        while True:
            live.update(table.table(roster, console.width, time.monotonic(), note), refresh=True)
            for event in link.events(_EACH_S):
                note = _heard(roster, event, note)


def _heard(roster: Roster, event: Event, note: str) -> str:
    """Take in an event; what is to be said above the table afterwards."""
    if isinstance(event, Heard):
        roster.hear(event)
    if isinstance(event, Down):
        return f"{event.why}: this is how it was before"
    return "" if isinstance(event, Up) else note


def show(name: str, *, as_json: bool) -> int:
    """Show one booth; the exit code."""
    try:
        with linked() as (_, roster):
            booth = roster.booths.get(name)
            if booth is None:
                return refuse(unknown(name, roster))
            if as_json:
                sys.stdout.write(json.dumps(table.as_plain(roster, booth), ensure_ascii=False, indent=1) + "\n")
            else:
                Console().print(table.details(roster, booth, time.monotonic()))
    except NoBrokerError as error:
        return no_broker(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return 0


def forget(name: str) -> int:
    """Take what the broker keeps of a booth away; the exit code."""
    try:
        with linked() as (link, roster):
            booth = roster.booths.get(name)
            if booth is None:
                return refuse(unknown(name, roster))
            if booth.online:
                return refuse(f"{name} is online: it would say at once that it is there. Switch it off before.")
            gone = {link.publish(where, b"", retain=True) for where in _kept(name)}
            for event in link.events(_FORGET_S):
                gone.discard(getattr(event, "number", -1))
                if not gone:
                    sys.stdout.write(f"{name} is forgotten.\n")
                    return 0
    except NoBrokerError as error:
        return no_broker(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return refuse(f"The broker has not confirmed that {name} is forgotten.")


def _kept(name: str) -> tuple[str, str]:
    """Where the broker keeps something of a booth."""
    return topic(name, Topic.STATUS), HOME_ASSISTANT.format(name)


def unknown(name: str, roster: Roster) -> str:
    """That nobody knows a booth, and which may be meant."""
    return f"There is no booth {quoted(name)}: {instead(name, sorted(roster.booths))}"


def no_broker(error: NoBrokerError) -> int:
    """Say why there is no broker; the exit code."""
    tell(f"kiosk: {error}.")
    return EXIT_USAGE
