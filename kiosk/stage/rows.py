"""The one list model: rows of what a visitor reads, each name a role, read when a delegate first asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.shown import Shown

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE: Final = 0x0100
"""Qt.ItemDataRole.UserRole; opening the namespace `Qt` (102 enums) costs 12 to 20 ms, which the first screen saves."""


@QmlElement
@QmlUncreatable("Rows come from Python")
class Rows(QAbstractListModel):  # type: ignore[operator]
    """A read-only list; `roles` names what each row has.

    Values are str, int, float, bool, a list of str, or a list of Shown, which becomes Rows of its own.
    """

    def __init__(self, roles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles = tuple(roles)
        self._keys: list[Hashable] = []
        self._at: dict[Hashable, int] = {}
        """The place that `read` knows a row by."""
        self._read: Callable[[int], Shown] = lambda _: {}
        self._kept: dict[Hashable, Shown] = {}

    def fill(self, items: Sequence[Shown]) -> None:
        """These rows from now on."""
        self.reset(range(len(items)), items.__getitem__)

    def reset(self, keys: Sequence[Hashable], read: Callable[[int], Shown]) -> None:
        """Other rows from now on, each with a key of its own and read when first asked for; delegates are made anew."""
        self.beginResetModel()
        self._take(keys, read)
        self._keys = list(keys)
        dropped = self._drop()
        self.endResetModel()
        self._forget(dropped)

    def become(self, keys: Sequence[Hashable], read: Callable[[int], Shown]) -> None:
        """As `reset`, but a row whose key was there before stays, with its delegate, and tells what changed in it."""
        if not self._keys:
            self.reset(keys, read)
            return
        self._take(keys, read)
        for row in reversed(range(len(self._keys))):
            if self._keys[row] not in self._at:
                self.beginRemoveRows(QModelIndex(), row, row)
                dropped = self._nested(self._kept.pop(self._keys.pop(row), {}))
                self.endRemoveRows()
                self._forget(dropped)
        there = set(self._keys)
        for row, key in enumerate(keys):
            if key not in there:
                self.beginInsertRows(QModelIndex(), row, row)
                self._keys.insert(row, key)
                self.endInsertRows()
            elif self._keys[row] != key:
                self._move(self._keys.index(key, row), row)
        for row, key in enumerate(self._keys):
            if key in self._kept:
                self._renew(row, self._kept[key], read(row))

    def refresh(self) -> None:
        """Read every row again when it is next asked for: same rows, other words. Delegates stay."""
        dropped = self._drop()
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))
        self._forget(dropped)

    def _take(self, keys: Sequence[Hashable], read: Callable[[int], Shown]) -> None:
        self._at = {key: at for at, key in enumerate(keys)}
        self._read = read

    def _move(self, source: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._keys.insert(target, self._keys.pop(source))
        self.endMoveRows()

    def _renew(self, row: int, kept: Shown, shown: Shown) -> None:
        """Put what a row says now in the place of what it said, list by list, and tell the roles that changed."""
        changed = [name for name in kept if name not in shown]
        dropped = self._nested({name: kept.pop(name) for name in changed})
        for name, value in shown.items():
            old = kept.get(name)
            if isinstance(old, Rows) and old.holds(value):
                old.become(range(len(value)), value.__getitem__)
            elif isinstance(old, Rows) or name not in kept or old != value:
                dropped += self._nested({name: old})
                kept[name] = self._value(value)
                changed.append(name)
        if changed:
            roles = [_FIRST_ROLE + self._roles.index(name) for name in changed if name in self._roles]
            self.dataChanged.emit(self.index(row), self.index(row), roles)
        self._forget(dropped)

    def holds(self, value: Any) -> bool:
        """Whether these rows can say what a list of Shown says."""
        return isinstance(value, list) and all(isinstance(each, dict) and tuple(each) == self._roles for each in value)

    def _drop(self) -> list[Rows]:
        nested = [rows for row in self._kept.values() for rows in self._nested(row)]
        self._kept.clear()
        return nested

    @staticmethod
    def _nested(row: Shown) -> list[Rows]:
        return [value for value in row.values() if isinstance(value, Rows)]

    @staticmethod
    def _forget(dropped: list[Rows]) -> None:
        for rows in dropped:
            rows.deleteLater()  # not before the delegates have let go of it

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._keys)

    def roleNames(self) -> dict[int, QByteArray]:
        """The roles' names, as QML's delegates require them."""
        return {_FIRST_ROLE + at: QByteArray(name.encode()) for at, name in enumerate(self._roles)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """One value of a row; None for a role that the row does not have."""
        at = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= at < len(self._roles) or not 0 <= index.row() < len(self._keys):
            return None
        return self._row(index.row()).get(self._roles[at])

    def _row(self, row: int) -> Shown:
        key = self._keys[row]
        if key not in self._kept:
            if key not in self._at:
                return {}  # it is about to be removed
            self._kept[key] = {name: self._value(value) for name, value in self._read(self._at[key]).items()}
        return self._kept[key]

    def _value(self, value: Any) -> Any:
        if not isinstance(value, list) or (value and isinstance(value[0], str)):
            return value
        rows = Rows(value[0] if value else (), self)
        rows.fill(value)
        return rows
