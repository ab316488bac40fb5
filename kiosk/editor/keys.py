"""The editor's keys, wherever the cursor is: save, undo, redo, and Escape for what stands before everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence

from kiosk.editor.editor import Editor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STANDARD = QKeySequence.StandardKey


class Keys(QObject):
    """An event filter of the editor's window: a text box would take undo for itself."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._sheets = editor.sheets
        self._keys = {
            _STANDARD.Save: editor.save,
            _STANDARD.Undo: editor.undo,
            _STANDARD.Redo: editor.redo,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt calls it
        """True for a key that nobody else may have."""
        return event.type() == QEvent.Type.KeyPress and self._key(event)  # type: ignore[arg-type] # as its type says

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._sheets.shown:
            self._sheets.close()
            return True
        ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        for standard, act in self._keys.items():
            if event.matches(standard) or (ctrl_y and standard is _STANDARD.Redo):
                act()
                return True
        return False
