"""Has a contact sealed and kept on a thread, and says when it is on the disk, or that it is not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.leads.lead import Lead, to_bytes
from kiosk.sparing import tell

PATIENCE_MS: Final = 10_000
"""After so long a disk that does not answer has failed; what it takes after that is taken away again."""
NOT_KEPT: Final = -1


@dataclass(eq=False)
class _Attempt:
    """One contact that is being kept, or being deleted."""

    then: Callable[[int], object]
    lock: threading.Lock = field(default_factory=threading.Lock)
    is_over: bool = False

    def end(self) -> bool:
        """Whether nobody ended it before."""
        with self.lock:
            was, self.is_over = self.is_over, True
        return not was


class LeadKeeping(QObject):
    """Keeps contacts in the store below a `state` folder, each sealed with a key."""

    _done = Signal(object, int)

    def __init__(self, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._attempt: _Attempt | None = None
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._give_up)
        self._done.connect(self._end)

    def keep(self, lead: Lead, key: bytes, then: Callable[[int], object]) -> None:
        """Keep a contact, and then go on here with its number, or with `NOT_KEPT`."""
        self._begin(then, lambda store: store.keep(_sealed(lead, key), lead.given[:10]))

    def remove(self, number: int, then: Callable[[int], object]) -> None:
        """Delete a contact by its number, and then go on here with the number, or with `NOT_KEPT`."""

        def removed(store: Any) -> int:
            store.remove(number)
            return number

        self._begin(then, removed, undo=False)

    def _begin(self, then: Callable[[int], object], work: Callable[[Any], int], *, undo: bool = True) -> None:
        attempt = self._attempt = _Attempt(then)
        self._late.start()
        threading.Thread(target=self._work, args=(attempt, work, undo), name="leads", daemon=True).start()

    def _work(self, attempt: _Attempt, work: Callable[[Any], int], undo: bool) -> None:
        """On the thread, and so are the imports: those of SQLite and libsodium cost the screen some milliseconds."""
        number = NOT_KEPT
        try:
            from kiosk.leads.store import Store, file_in

            with closing(Store(file_in(self._state), tell)) as store:
                number = work(store)
                if not attempt.end():
                    if undo:
                        store.remove(number)
                    return
        except Exception as error:  # noqa: BLE001 - the visitor is told, whatever is wrong
            tell(f"kiosk: A contact was not kept or not deleted in {self._state}: {_why(error)}.")
            if not attempt.end():
                return
        with suppress(RuntimeError):  # the booth closed meanwhile
            self._done.emit(attempt, number)

    @Slot()
    def _give_up(self) -> None:
        if self._attempt and self._attempt.end():
            tell(f"kiosk: The disk of {self._state} does not answer: a contact was not kept or not deleted.")
            self._end(self._attempt, NOT_KEPT)

    @Slot(object, int)
    def _end(self, attempt: _Attempt, number: int) -> None:
        if attempt is self._attempt:
            self._attempt = None
            self._late.stop()
            attempt.then(number)


def _sealed(lead: Lead, key: bytes) -> bytes:
    from kiosk.leads.seal import seal

    return seal(to_bytes(lead), key)


def _why(error: Exception) -> str:
    """What is wrong, in words that cannot hold anything of what was entered."""
    import sqlite3

    return str(error) if isinstance(error, sqlite3.Error | OSError) else type(error).__name__
