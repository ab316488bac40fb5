"""What is put into the visit log's outbox: a visit as the organiser gets it."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.fleet.messages import VisitMessage, to_bytes
from kiosk.fleet.visits import to_plain
from kiosk.visits.visit import Visit


def visits_of(booth: str) -> Callable[[str, Visit], bytes]:
    """What makes a message of a visit, and of the id that it is given."""

    def made(name: str, visit: Visit) -> bytes:
        return to_bytes(VisitMessage(id=name, booth=booth, visit=to_plain(visit)))

    return made
