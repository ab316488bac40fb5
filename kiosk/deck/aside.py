"""Reads a deck in a process of its own: nothing that its files say, and no checking of it, can hold up the screen."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from kiosk.deck.compiled import keep, read_again, remembered
from kiosk.deck.load import Loaded
from kiosk.deck.parcels import Receiver, Sender

Answer: TypeAlias = tuple[Loaded, str]
"""A deck as it is now, and its fingerprint."""

NAME: Final = "kiosk_deck_reader"
"""Of the process."""

_DEADLINE_S: Final = 60.0
"""A process that takes longer to read a deck is given up."""
_REST_AFTER_S: Final = 300.0
"""After so long without an order the process goes home: an operator at work has it ready, a booth has no use for it."""
_LEAVE_S: Final = 1.0
_QUIET_S: Final = 0.5
"""The next order, if it comes so soon, does not wait until what was read is kept for the next start."""
_POLITE: Final = 3
"""Added to the process's niceness: the screen comes first."""


class Aside:
    """Reads the deck of a folder, as often as it is asked to. Every method returns at once; a thread does the rest.

    `name` is the fingerprint of a deck that was opened already, whose compiled form the folder `cache` has.
    """

    def __init__(self, folder: Path, cache: Path, name: str = "", deadline: float = _DEADLINE_S) -> None:
        self._folder, self._cache, self._name, self._deadline = folder, cache, name, deadline
        self._orders: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._receiver = Receiver()

    def warm(self) -> None:
        """Somebody is at work on the files: have the process ready."""
        self._order(self._warm)

    def read(self, done: Callable[[Answer | str | None], object], settled: str = "") -> None:
        """Read the files as they are now. `done` is called on another thread, with a reason where that fails.

        It is called with None where the files are no longer those with the fingerprint `settled`, if one is given.
        """
        self._order(lambda: done(self._answer(settled)))

    def close(self) -> None:
        """End the process and the thread; what was asked for and is not there yet is not told any more."""
        if self._thread:
            self._orders.put(None)
            if self._process:
                self._process.kill()
            self._thread.join(_LEAVE_S)

    def _order(self, order: Callable[[], object]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="aside", daemon=True)
            self._thread.start()
        self._orders.put(order)

    # On the thread

    def _run(self) -> None:
        while True:
            try:
                order = self._orders.get(timeout=_REST_AFTER_S if self._process else None)
            except Empty:
                self._dismiss()
                continue
            if order is None:
                self._dismiss()
                return
            order()

    def _warm(self) -> None:
        with suppress(OSError):  # told when something is to be read
            self._begin()

    def _begin(self) -> None:
        if self._process and self._process.is_alive():
            return
        self._dismiss()
        spawn = multiprocessing.get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        self._receiver = Receiver()
        given = (theirs, self._folder, self._cache, self._name)
        self._process = spawn.Process(target=serve, args=given, name=NAME, daemon=True)
        self._process.start()
        theirs.close()

    def _answer(self, settled: str) -> Answer | str | None:
        try:
            self._begin()
            assert self._connection is not None  # noqa: S101 - it has begun
            self._connection.send_bytes(settled.encode())
            if self._connection.poll(self._deadline):
                parcel, name = self._connection.recv_bytes(), self._connection.recv_bytes()
                if not parcel:
                    return None
                self._name = name.decode()
                return self._receiver.unpack(parcel), self._name
            reason = f"it takes longer than {self._deadline:.0f} s"
        except Exception as error:  # noqa: BLE001 - whatever became of the process, the screen has the deck that it has
            reason = f"{type(error).__name__} {error}".strip()
        self._dismiss()
        return reason

    def _dismiss(self) -> None:
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection:
            connection.close()
        if process and process.pid:
            process.kill()
            process.join(_LEAVE_S)


def serve(connection: Connection, folder: Path, cache: Path, name: str) -> None:
    """Be the process: answer each order with the deck as it is, until nobody is there who gives any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl+C is for the booth
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        os.nice(_POLITE)
    with suppress(EOFError, OSError):
        from kiosk.deck import folder as _  # noqa: F401 - while the files are still being changed

        memory, sender = remembered(cache, name), Sender()
        while True:
            settled = connection.recv_bytes().decode()
            loaded, name, is_as_read = read_again(folder, memory, settled)
            connection.send_bytes(sender.pack(loaded) if loaded else b"")
            connection.send_bytes(name.encode())
            if loaded and is_as_read and not connection.poll(_QUIET_S):
                keep(loaded, name, cache, memory)
