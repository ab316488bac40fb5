"""What reaches the window before any item does: the touch that wakes the booth, and the keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QTouchEvent, QWindow

from kiosk.stage.stage import Stage

_KEYS: Final = {
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_N: "n",
    Qt.Key.Key_P: "p",
    Qt.Key.Key_L: "l",
}
_BEGINS: Final = {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress}
_GOES_ON: Final = {QEvent.Type.TouchUpdate, QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick}
_ENDS: Final = {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease}
_POINTER: Final = _BEGINS | _GOES_ON | _ENDS


class Touches(QObject):
    """An event filter of the booth's window.

    A touch that woke the booth is kept from everything beneath until its last finger is lifted. `operator_keys` lets
    F11 and Ctrl+Q through, for a window at a desk.
    """

    def __init__(self, stage: Stage, *, operator_keys: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._operator_keys = operator_keys
        self._waking = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for an event that nobody else may have."""
        kind = event.type()
        if kind in _POINTER:
            return self._pointer(kind, event)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return False

    def _pointer(self, kind: QEvent.Type, event: QEvent) -> bool:
        if kind in _BEGINS or (isinstance(event, QTouchEvent) and _another_finger(event)):
            woke = self._stage.touched()
            self._waking = self._waking or woke
        kept = self._waking
        if kind in _ENDS:
            self._waking = False
        return kept

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._operator_keys and self._operate(watched, event):
            return True
        if self._stage.touched():
            return True
        key = Qt.Key(event.key())
        name = event.text() if event.text().isdigit() else _KEYS.get(key, "")
        return bool(name) and self._stage.pressed(name)

    @staticmethod
    def _operate(watched: QObject, event: QKeyEvent) -> bool:
        if not isinstance(watched, QWindow):
            return False
        if event.key() == Qt.Key.Key_F11:
            full = watched.visibility() == QWindow.Visibility.FullScreen
            watched.setVisibility(QWindow.Visibility.Windowed if full else QWindow.Visibility.FullScreen)
            return True
        if event.key() == Qt.Key.Key_Q and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            watched.close()
            return True
        return False


def _another_finger(event: QTouchEvent) -> bool:
    return any(point.state() == QEventPoint.State.Pressed for point in event.points())
