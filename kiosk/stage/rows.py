"""The one list model: rows of what a visitor reads, each name a role, read when a delegate first asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.shown import Shown

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE: Final = 0x0100
"""Qt.ItemDataRole.UserRole; opening the namespace `Qt` costs 20 ms (102 enums), so the first screen does without."""


@QmlElement
@QmlUncreatable("Rows come from Python")
class Rows(QAbstractListModel):  # type: ignore[operator]
    """A read-only list; `roles` names what each row has.

    Values are str, int, float, bool, a list of str, or a list of Shown, which becomes Rows of its own.
    """

    def __init__(self, roles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles = tuple(roles)
        self._count = 0
        self._read: Callable[[int], Shown] = lambda _: {}
        self._kept: dict[int, Shown] = {}

    def fill(self, items: Sequence[Shown]) -> None:
        """These rows from now on."""
        self.reset(len(items), items.__getitem__)

    def reset(self, count: int, read: Callable[[int], Shown]) -> None:
        """As many other rows as `count` from now on, each read when it is first asked for; delegates are made anew."""
        self.beginResetModel()
        self._count, self._read = count, read
        dropped = self._drop()
        self.endResetModel()
        self._forget(dropped)

    def refresh(self) -> None:
        """Read every row again when it is next asked for: same rows, other words. Delegates stay."""
        dropped = self._drop()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))
        self._forget(dropped)

    def _drop(self) -> list[Rows]:
        nested = [value for row in self._kept.values() for value in row.values() if isinstance(value, Rows)]
        self._kept.clear()
        return nested

    @staticmethod
    def _forget(dropped: list[Rows]) -> None:
        for rows in dropped:
            rows.deleteLater()  # not before the delegates have let go of it

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else self._count

    def roleNames(self) -> dict[int, QByteArray]:
        """The roles' names, as QML's delegates require them."""
        return {_FIRST_ROLE + at: QByteArray(name.encode()) for at, name in enumerate(self._roles)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """One value of a row; None for a role that the row does not have."""
        at = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= at < len(self._roles) or not 0 <= index.row() < self._count:
            return None
        return self._row(index.row()).get(self._roles[at])

    def _row(self, row: int) -> Shown:
        if row not in self._kept:
            self._kept[row] = {name: self._value(value) for name, value in self._read(row).items()}
        return self._kept[row]

    def _value(self, value: Any) -> Any:
        if not isinstance(value, list) or (value and isinstance(value[0], str)):
            return value
        rows = Rows(value[0] if value else (), self)
        rows.fill(value)
        return rows
