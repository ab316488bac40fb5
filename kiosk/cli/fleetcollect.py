"""What `kiosk fleet collect` and `kiosk fleet report` do."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from kiosk.cli.booth import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_RUNNING, refuse
from kiosk.cli.fleetorders import fleet_folder
from kiosk.cli.fleetview import no_broker, way_to_broker
from kiosk.fleet.connection import Event
from kiosk.fleet.organiser.collecting import Collecting, Stop
from kiosk.fleet.organiser.collector import Collector
from kiosk.fleet.organiser.link import NoBrokerError
from kiosk.packing.disk import BusyError, alone_in
from kiosk.sparing import Sparing, tell
from kiosk.visits.log import FILE

if TYPE_CHECKING:
    from kiosk.cli.report import Options

_TELL_EACH_S: Final = 60.0
"""How often the figures are told where there is no terminal."""


def collect() -> int:
    """Collect until somebody ends it; the exit code."""
    told: SimpleQueue[Event | Stop] = SimpleQueue()
    ended_by: list[int] = []

    def end(number: int, _frame: object) -> None:
        ended_by.append(number)
        told.put(Stop())

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        with _collecting(told, _progress()) as collecting:
            sys.stdout.write(f"Collecting into {fleet_folder()}. Ctrl+C ends it.\n")
            sys.stdout.flush()
            complete = collecting.run()
            sys.stdout.write(f"{figures(collecting.collector)}\n")
            _say_where(collecting.collector)
    except (NoBrokerError, BusyError, OSError) as error:
        return _not_begun(error)
    if signal.SIGINT in ended_by:
        return EXIT_INTERRUPTED
    return 0 if complete else EXIT_FAILED


def report(deck: Path, out: Path, options: Options) -> int:
    """Report over all booths; the exit code."""
    from kiosk.cli.report import report as make

    try:
        with _collecting(SimpleQueue(), lambda _: None) as collecting:
            collecting.run(until_quiet=True)
    except BusyError:
        pass  # then it is all there
    except NoBrokerError as error:
        tell(f"kiosk: {error}. The report has what was collected before.")
    except OSError as error:
        return _not_begun(error)
    logs = sorted(fleet_folder().glob(f"*/{FILE}"))
    if not logs:
        return refuse("No booth has sent a visit yet: `kiosk fleet collect` collects them.")
    return make(deck, out, replace(options, logs=logs))


@contextmanager
def _collecting(told: SimpleQueue[Event | Stop], progress: Callable[[Collector], object]) -> Iterator[Collecting]:
    """The one collector of this machine. Raises NoBrokerError, BusyError and OSError."""
    access, fleet = way_to_broker(), fleet_folder()
    fleet.mkdir(mode=0o700, parents=True, exist_ok=True)
    said = Sparing()
    with alone_in(fleet):
        yield Collecting(
            access=access,
            fleet=fleet,
            tell=lambda line: tell(line) if said.line(line) else None,
            progress=progress,
            told=told,
        )


def _progress() -> Callable[[Collector], object]:
    """What tells how much has come: one line that changes on a terminal, one a minute elsewhere."""
    said_at, said = time.monotonic(), ""

    def show(collector: Collector) -> None:
        nonlocal said_at, said
        line = figures(collector)
        if line == said:
            return
        if sys.stdout.isatty():
            sys.stdout.write(f"\r{line}\x1b[K\r")
        elif time.monotonic() - said_at < _TELL_EACH_S:
            return
        else:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        said_at, said = time.monotonic(), line

    return show


def figures(collector: Collector) -> str:
    """How much has come, in a line."""
    counted = collector.counted
    line = f"{counted.visits:,} visits and {counted.leads:,} contacts of {len(counted.booths):,} booths"
    line += f", {counted.again:,} that were there already" * bool(counted.again)
    line += f", {counted.odd:,} passed over" * bool(counted.odd)
    return line + f", {collector.waiting:,} not on the disk yet" * bool(collector.waiting)


def _say_where(collector: Collector) -> None:
    if collector.counted.visits:
        sys.stdout.write("`kiosk fleet report FILE` reports the visits.\n")
    if collector.counted.leads:
        sys.stdout.write(f"`kiosk leads export {fleet_folder()}/*/leads --key KEY --to FILE` opens the contacts.\n")


def _not_begun(error: Exception) -> int:
    if isinstance(error, NoBrokerError):
        return no_broker(error)
    if isinstance(error, BusyError):
        tell(f"kiosk: Another process collects into {fleet_folder()} already.")
        return EXIT_RUNNING
    tell(f"kiosk: {fleet_folder()}: {getattr(error, 'strerror', None) or error}.")
    return EXIT_FAILED
