"""Takes in what booths send: on the disk first, each thing once, and only then is it acknowledged to the broker."""

from __future__ import annotations

import base64
import binascii
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.fleet.connection import Held
from kiosk.fleet.messages import LeadMessage, MessageError, VisitMessage, from_bytes
from kiosk.fleet.organiser.chest import Chest
from kiosk.fleet.organiser.roster import plain
from kiosk.fleet.topics import Topic, parted
from kiosk.fleet.visits import from_plain
from kiosk.visits.visit import Visit

_MOST_OPEN: Final = 100
"""Booths whose files are open at a time: a process may have some thousand files open, and each booth has six."""
_ID: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class _Piece(NamedTuple):
    """What arrived, once it was looked at."""

    held: Held
    booth: str
    id: str
    visit: Visit | None
    """A visit, or else a lead …"""
    sealed: bytes = b""
    day: str = ""


@dataclass
class Counted:
    """What has arrived since the beginning."""

    visits: int = 0
    leads: int = 0
    again: int = 0
    """What was there before."""
    odd: int = 0
    """What was nothing of a booth's."""
    booths: set[str] = field(default_factory=set)


class Collector:
    """Writes below the folder `fleet`, a folder for each booth; `acknowledge` hears of each thing that is done with."""

    def __init__(self, fleet: Path, acknowledge: Callable[[Held], object], tell: Callable[[str], None]) -> None:
        self._fleet, self._acknowledge, self._tell = fleet, acknowledge, tell
        self._chests: OrderedDict[str, Chest] = OrderedDict()
        self._waiting: list[_Piece] = []
        self.counted = Counted()

    @property
    def waiting(self) -> int:
        """How much has arrived and is not on the disk."""
        return len(self._waiting)

    def take(self, arrived: Sequence[Held]) -> None:
        """Look at what arrived; what is nothing of a booth's is told, and the broker may forget it."""
        for held in arrived:
            try:
                self._waiting.append(_looked_at(held))
            except MessageError as error:
                self.counted.odd += 1
                self._tell(f"kiosk: Passed over, {plain(held.topic)}: {plain(str(error))}.")
                self._acknowledge(held)

    def write(self) -> None:
        """Have all that has arrived on the disk. Raises sqlite3.Error or OSError; then what is left is tried again."""
        waiting, self._waiting = self._waiting, []
        failed: sqlite3.Error | OSError | None = None
        for booth in dict.fromkeys(piece.booth for piece in waiting):
            for pieces in _by_kind([piece for piece in waiting if piece.booth == booth]):
                try:
                    self._put(booth, pieces)
                except (sqlite3.Error, OSError) as error:
                    failed = error
                    self._waiting += pieces
        if failed is not None:
            raise failed

    def lost_connection(self) -> None:
        """Forget what is not on the disk: the broker sends it again."""
        self._waiting.clear()

    def close(self) -> None:
        """Let go of all files."""
        for chest in self._chests.values():
            with suppress(sqlite3.Error):
                chest.close()
        self._chests.clear()

    def _put(self, booth: str, pieces: list[_Piece]) -> None:
        """Have visits alone, or leads alone, of one booth on the disk, and have the broker forget them."""
        if not pieces:
            return
        chest = self._chest(booth)
        if pieces[0].visit is not None:
            new = chest.put_visits({piece.id: piece.visit for piece in pieces if piece.visit is not None})
            self.counted.visits += new
        else:
            new = chest.put_leads({piece.id: (piece.sealed, piece.day) for piece in pieces})
            self.counted.leads += new
        self.counted.again += len(pieces) - new
        self.counted.booths.add(booth)
        for piece in pieces:
            self._acknowledge(piece.held)

    def _chest(self, booth: str) -> Chest:
        chest = self._chests.pop(booth, None) or Chest(self._fleet / booth, self._tell)
        self._chests[booth] = chest
        while len(self._chests) > _MOST_OPEN:
            self._chests.popitem(last=False)[1].close()
        return chest


def _by_kind(pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """The visits, and the leads."""
    return [piece for piece in pieces if piece.visit is not None], [piece for piece in pieces if piece.visit is None]


def _looked_at(held: Held) -> _Piece:
    """What arrived. Raises MessageError where it is nothing that a booth sends there."""
    about = parted(held.topic)
    if about is None or about[1] not in {Topic.VISIT, Topic.LEAD}:
        raise MessageError("no booth speaks there")
    booth, what = about
    message = from_bytes(VisitMessage, held.payload) if what is Topic.VISIT else from_bytes(LeadMessage, held.payload)
    if message.booth != booth:
        raise MessageError(f"{message.booth[:80]!r} speaks as if it were another booth")
    if not _ID.fullmatch(message.id):
        raise MessageError(f"{message.id[:80]!r} is no id")
    if isinstance(message, VisitMessage):
        return _Piece(held, booth, message.id, from_plain(message.visit))
    try:
        day = date.fromisoformat(message.day).isoformat()
        sealed = base64.b64decode(message.sealed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MessageError(f"this is no lead: {error}") from None
    if not sealed:
        raise MessageError("this is no lead: it is empty")
    return _Piece(held, booth, message.id, None, sealed, day)
