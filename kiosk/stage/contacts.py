"""The contacts that visitors left, on the panel's page of visits: how many, and onto the stick as they are sealed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.place import Desk
from kiosk.stage.panelpage import PanelPage

if TYPE_CHECKING:
    from kiosk.leads.store import Counted

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Contacts(PanelPage):
    """How many contacts the store has; none of them can be read here."""

    changed = Signal()
    desk = Desk.VISITS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counted: Counted | None = None
        self._status = ""
        self._copies = False

    def _begin(self) -> None:
        operating = self._operating()
        if operating:
            operating.aside(partial(_count, operating.state), self._take)

    def _take(self, counted: Counted) -> None:
        self._counted = counted
        self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether visitors are asked, or have been."""
        counted = self._counted
        return counted is not None and bool(
            counted.leads or counted.broken or (self._stage and self._stage.deck.leads is not None)
        )

    @Property(str, notify=changed)
    def said(self) -> str:
        """How many there are, and what became of copying them."""
        counted, words = self._counted, self._words
        if counted is None:
            return ""
        count = words.contacts_count.format(count=counted.leads, day=counted.first)
        broken = words.contacts_broken.format(count=counted.broken) if counted.broken else ""
        said = (count if counted.leads else words.contacts_none, broken, self._status)
        return "  ·  ".join(filter(None, said))

    @Property(bool, notify=changed)
    def any(self) -> bool:
        """Whether there is something to copy, and nothing is being copied."""
        return self._counted is not None and self._counted.leads > 0 and not self._copies

    @Property(str, notify=changed)
    def copyName(self) -> str:
        return self._words.contacts_copy

    @Slot()
    def copy(self) -> None:
        """Copy the sealed contacts to the stick; they stay here, too."""
        operating = self._operating()
        if operating and self.any:
            self._copies, self._status = True, self._words.exporting
            operating.aside(partial(_carry, operating.state, operating.drives), self._copied)
            self.changed.emit()

    def _copied(self, result: tuple[str, str]) -> None:
        file, wrong = result
        words, self._copies = self._words, False
        if file:
            self._status = words.exported.format(folder=file)
        else:
            self._status = words.not_exported.format(reason=self.in_words(wrong)) if wrong else words.no_stick
        self.changed.emit()


def _count(state: Path) -> Counted:
    """What the store has; nothing where it cannot be read, which whoever leaves a contact is told of."""
    import sqlite3

    from kiosk.leads.store import Counted, count, file_in

    try:
        return count(file_in(state))
    except sqlite3.Error:
        return Counted(0, "", "")


def _carry(state: Path, drives: Callable[[], list[Path]]) -> tuple[str, str]:
    from kiosk.leads.carry import carry  # with SQLite, which takes its time

    return carry(state, drives)
