"""Tries whether a machine's settings lead to the broker, as `kiosk doctor` does."""

from __future__ import annotations

import time
from pathlib import Path
from queue import Empty, SimpleQueue
from secrets import token_hex
from typing import Final

from kiosk.fleet.access import AccessError, access
from kiosk.fleet.connection import Connection, Down, Up
from kiosk.machine.settings import Settings

PATIENCE_S: Final = 5.0


def trial(settings: Settings, home: Path) -> tuple[bool, str]:
    """Whether the broker lets this machine in, and what is to be said of it; `home` is the settings' folder."""
    try:
        way = access(settings, home)
    except AccessError as error:
        return False, str(error)
    events: SimpleQueue[object] = SimpleQueue()
    connection = Connection(way, f"kiosk-{way.booth}-{token_hex(4)}", events.put)
    connection.begin()
    end, where = time.monotonic() + PATIENCE_S, f"{way.host}:{way.port}"
    try:
        while (left := end - time.monotonic()) > 0:
            event = events.get(timeout=left)
            if isinstance(event, Up):
                return True, f"{where} lets {way.booth} in"
            if isinstance(event, Down):
                return False, event.why
    except Empty:
        pass
    finally:
        connection.close()
    return False, f"{where} did not answer within {PATIENCE_S:.0f} s"
