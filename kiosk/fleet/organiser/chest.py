"""What one booth has sent, on the organiser's disk: a visit log and a store of leads, in which everything is once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.databases import is_damage, set_aside
from kiosk.leads.store import Store, file_in
from kiosk.visits.database import add_once, open_database
from kiosk.visits.log import FILE
from kiosk.visits.visit import Visit


class Chest:
    """A booth's two files, opened when something is put into them. Every method raises sqlite3.Error or OSError."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder, self._tell = folder, tell
        self._visits: sqlite3.Connection | None = None
        self._leads: Store | None = None

    def put_visits(self, visits: Mapping[str, Visit]) -> int:
        """Have visits on the disk by their ids; how many were not there yet."""
        try:
            if self._visits is None:
                self._visits = open_database(self._folder / FILE, self._damaged)
            return add_once(self._visits, visits)
        except sqlite3.Error as error:
            self._failed(error, self._folder / FILE)
            raise

    def put_leads(self, leads: dict[str, tuple[bytes, str]]) -> int:
        """Have sealed leads and their days on the disk by their ids; how many were not there yet."""
        try:
            if self._leads is None:
                self._leads = Store(file_in(self._folder), self._tell)
            return self._leads.keep_once(leads)
        except sqlite3.Error as error:
            self._failed(error, file_in(self._folder))
            raise

    def close(self) -> None:
        """Let go of the files."""
        if self._visits is not None:
            self._visits.close()
        if self._leads is not None:
            self._leads.close()
        self._visits = self._leads = None

    def _failed(self, error: sqlite3.Error, file: Path) -> None:
        """Begin anew the next time: a file that turned out to be broken is set aside."""
        self.close()
        if is_damage(error):
            self._damaged(f"{file} was damaged ({error}): it is kept as {set_aside(file).name}.")

    def _damaged(self, problem: str) -> None:
        self._tell(f"kiosk: {self._folder.name}: {problem}")
