"""What reaches the window before any item does: the touch that wakes the booth, keys, and a new size."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Slot

from kiosk.navigator import HAND_OVER
from kiosk.stage.corner import Corner
from kiosk.stage.resting import Resting
from kiosk.stage.stage import Stage

if TYPE_CHECKING:  # at work it is done by the first touch or key, and ahead of it by `prepare`: it costs 3 ms
    from PySide6.QtGui import QKeyEvent, QPointerEvent, QTouchEvent
    from PySide6.QtQuick import QQuickWindow

    from kiosk.stage.three import ThreeFingers

_BEGINS: Final = {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress}
_GOES_ON: Final = {QEvent.Type.TouchUpdate, QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick}
_ENDS: Final = {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease}
_TOUCHES: Final = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}
_POINTER: Final = _BEGINS | _GOES_ON | _ENDS
_FRAME: Final = {QEvent.Type.UpdateRequest, QEvent.Type.Expose}
"""What comes before each frame."""


class Touches(QObject):
    """An event filter of the booth's window.

    A touch that woke the booth is kept from everything beneath until its last finger is lifted. `operator_keys` lets
    F11 and Ctrl+Q through, for a window at a desk. `size` gives the window's width, and its shorter side's part of 1080
    pixels.
    """

    def __init__(self, stage: Stage, size: Callable[[], tuple[float, float]], *, operator_keys: bool) -> None:
        super().__init__()
        self._stage = stage
        self._operator_keys = operator_keys
        self._waking = False
        self._resting = Resting(stage, size, self)
        self._window: QQuickWindow | None = None
        self._three: ThreeFingers | None = None
        self._corner = Corner(stage, size, self)

    def attend(self, window: QQuickWindow) -> None:
        """Filter a window's events from now on, and know whether somebody writes in it."""
        self._window = window
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._look)

    def leave(self) -> None:
        """Let the window be."""
        if self._window:
            self._window.removeEventFilter(self)
            self._window.activeFocusItemChanged.disconnect(self._look)
            self._window = None

    @Slot()
    def _look(self) -> None:
        """The focus is elsewhere: in a line that somebody writes, or not."""
        item = self._window.activeFocusItem() if self._window else None
        self._stage.writing = item is not None and item.inherits("QQuickTextInput")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for an event that nobody else may have."""
        kind = event.type()
        if kind in _POINTER:
            return self._pointer(kind, watched, event)
        if kind == QEvent.Type.Resize:
            self._stage.resized()
        elif kind in _FRAME:
            self._stage.sizing.settle()
        return kind == QEvent.Type.KeyPress and self._key(watched, event)  # type: ignore[arg-type] # as its type says

    def _pointer(self, kind: QEvent.Type, watched: QObject, event: QEvent) -> bool:
        if self._three or self._stage.show.presenting:
            self._watch_threes(watched, event)  # type: ignore[arg-type]
        self._corner.watch(event, begins=kind in _BEGINS, ends=kind in _ENDS)  # type: ignore[arg-type]
        if kind in _BEGINS or (kind == QEvent.Type.TouchUpdate and _another_finger(event)):  # type: ignore[arg-type]
            woke = self._stage.touched()
            self._waking = self._waking or woke
            if not self._waking:
                self._feel(watched, event)  # type: ignore[arg-type] # as its type says
        kept = self._waking
        if kind in _TOUCHES and not kept:
            self._resting.watch(event)  # type: ignore[arg-type] # as its type says
        elif kind in _ENDS:
            self._resting.cancel()
        if kind in _ENDS:
            self._waking = False
        return kept

    def _feel(self, window: QQuickWindow, event: QPointerEvent) -> None:
        """Tell where fingers came down; Qt may send a touch that nobody took once more, as a mouse's."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QEventPoint, QMouseEvent

        if isinstance(event, QMouseEvent) and event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return
        width, height = max(1, window.width()), max(1, window.height())
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                at = point.position()
                self._stage.felt.emit(at.x() / width, at.y() / height, height > width)

    def _watch_threes(self, window: QQuickWindow, event: QEvent) -> None:
        """See whether three fingers ask for the other screen; from a booth's first show on."""
        if self._three is None:
            from kiosk.stage.three import ThreeFingers

            self._three = ThreeFingers(self._stage)
        self._three.watch(window, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._operator_keys and self._operate(watched, event):
            return True
        name = event.text() if event.text().isdigit() else _name(event)
        if self._stage.touched() and name not in HAND_OVER:  # which a sleeping booth obeys, too
            return True
        if self._stage.writing and not self._stage.place.desk:
            return not _belongs_to_line(event)
        known = bool(name) and self._stage.pressed(name)
        return known or self._stage.writing  # it has the focus still, beneath what the operator has open

    @staticmethod
    def prepare() -> None:
        """Do what the first touch or key would have to wait for."""
        from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent  # noqa: F401

        _names_of_keys()

    @staticmethod
    def _operate(watched: QObject, event: QKeyEvent) -> bool:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QWindow

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
    from PySide6.QtGui import QEventPoint

    return any(point.state() == QEventPoint.State.Pressed for point in event.points())


def _belongs_to_line(event: QKeyEvent) -> bool:
    """Whether a key writes, or moves in a line: no other one, and no shortcut, may do anything while one is written."""
    from PySide6.QtCore import Qt

    text, held = event.text(), event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if held & Qt.KeyboardModifier.MetaModifier or control != alt:  # both together are what other keyboards call AltGr
        return False
    if event.key() == Qt.Key.Key_Delete and held & Qt.KeyboardModifier.ShiftModifier:
        return False  # it cuts, and the clipboard would keep it
    return (bool(text) and text.isprintable()) or event.key() in _keys_of_lines()


def _name(event: QKeyEvent) -> str:
    """The navigator's name of a key; "" for one that it has none for.

    A key held with Ctrl, Alt or Super is a shortcut of other programs, mostly somebody's try to get out.
    """
    from PySide6.QtCore import Qt

    modifier = Qt.KeyboardModifier
    if event.modifiers() & (modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier):
        return ""
    name = _names_of_keys().get(event.key(), "")
    return f"shift+{name}" if name == "l" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier else name


@cache
def _names_of_keys() -> dict[int, str]:
    """The navigator's names of keys. Not before the first key: opening the namespace `Qt` costs 12 to 20 ms."""
    from PySide6.QtCore import Qt

    key = Qt.Key
    named = {
        key.Key_Right: "right",
        key.Key_Left: "left",
        key.Key_Down: "down",
        key.Key_Up: "up",
        key.Key_PageDown: "pagedown",
        key.Key_PageUp: "pageup",
        key.Key_Space: "space",
        key.Key_Return: "enter",
        key.Key_Enter: "enter",
        key.Key_Backspace: "backspace",
        key.Key_Home: "home",
        key.Key_End: "end",
        key.Key_Escape: "escape",
        key.Key_N: "n",
        key.Key_P: "p",
        key.Key_Period: "period",
        key.Key_Plus: "plus",
        key.Key_Equal: "plus",  # the same key without Shift, on many keyboards
        key.Key_Minus: "minus",
        key.Key_F1: "f1",
        key.Key_F5: "f5",
        **{getattr(key, f"Key_{letter}"): letter.lower() for letter in "BDEGLSTW"},
    }
    return {int(code): name for code, name in named.items()}


@cache
def _keys_of_lines() -> frozenset[int]:
    """The keys that a line needs besides what writes."""
    from PySide6.QtCore import Qt

    key = Qt.Key
    moves = (key.Key_Left, key.Key_Right, key.Key_Home, key.Key_End, key.Key_Up, key.Key_Down)
    turns = (key.Key_PageUp, key.Key_PageDown, key.Key_Tab, key.Key_Backtab)
    return frozenset((*moves, *turns, key.Key_Backspace, key.Key_Delete, key.Key_Return, key.Key_Enter, key.Key_Escape))
