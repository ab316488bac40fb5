"""An editor in a window, as an operator meets it: fingers, a mouse and a keyboard."""

from __future__ import annotations

import difflib

from fingers import Fingers
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest

from kiosk.editor.window import EditorWindow
from kiosk.stage.complete import complete, visible_items

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """An editor and the hands at it."""

    def __init__(self, qtbot, folder, opened: EditorWindow) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.opened = opened
        self.window = opened.window
        self.editor = opened.editor
        self.fingers = Fingers(opened.window)
        self.before = self.files()

    def files(self) -> dict[str, str]:
        """The deck's files of text, as they are on the disk."""
        return {path.name: path.read_text(encoding="utf-8") for path in self.folder.iterdir() if path.is_file()}

    def diff(self) -> list[str]:
        """What was changed on the disk since the editor was opened, as lines of a diff."""
        after = self.files()
        found = []
        for name in sorted(self.before | after):
            lines = self.before.get(name, "").splitlines(), after.get(name, "").splitlines()
            found += [
                line for line in difflib.unified_diff(*lines, n=0, lineterm="") if line[:2] not in {"--", "++", "@@"}
            ]
        return found

    def items(self, name: str):
        screen = QRectF(0, 0, self.window.width(), self.window.height())
        named = [item for item in visible_items(self.window) if item.objectName() == name]
        return [item for item in named if item.mapRectToScene(item.boundingRect()).intersects(screen)]

    def item(self, name: str):
        found = self.items(name)
        assert len(found) == 1, f"{len(found)} items named {name}"
        return found[0]

    def middle(self, name: str) -> QPoint:
        item = self.item(name)
        return item.mapToScene(item.boundingRect().center()).toPoint()

    def tap(self, name: str) -> None:
        """Touch the middle of an item."""
        self.until(lambda: self.items(name))
        self.fingers.tap(self.middle(name))

    def click(self, name: str) -> None:
        """Click on the middle of an item with the mouse."""
        self.until(lambda: self.items(name))
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=self.middle(name))

    def drag(self, name: str, target: str) -> None:
        """Pull one item over another with the mouse."""
        start, end = self.middle(name), self.middle(target)
        QTest.mousePress(self.window, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 9):
            QTest.mouseMove(self.window, start + (end - start) * (step / 8))
        QTest.mouseRelease(self.window, Qt.MouseButton.LeftButton, pos=end)

    def hold(self, start: QPoint, down: float) -> None:
        """Pull something further down with the mouse, and stay there."""
        QTest.mousePress(self.window, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 9):
            QTest.mouseMove(self.window, start + QPoint(0, round(down * step / 8)))

    def release(self, start: QPoint, down: float) -> None:
        """Let go of it."""
        QTest.mouseRelease(self.window, Qt.MouseButton.LeftButton, pos=start + QPoint(0, round(down)))

    def type(self, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeySequence(sign.upper())[0].key() if sign.isalnum() else Qt.Key.Key_unknown
                QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign))

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifiers)

    def write(self, name: str, text: str) -> None:
        """Click into a box, and type something instead of what is there."""
        self.click(name)
        self.key(Qt.Key.Key_A, CTRL)
        self.type(text)

    def save(self) -> None:
        self.key(Qt.Key.Key_S, CTRL)

    def until(self, condition, timeout: int = 60_000) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def until_shown(self) -> None:
        """Wait until the preview shows what is edited."""
        self.until(lambda: not self.opened.preview.busy and complete(self.window), timeout=60_000)

    def choose(self, name: str) -> None:
        """Tap a row of the list."""
        self.tap(f"row.{name}")

    def own_items(self):
        """What can be seen of the editor itself, without the scene in its preview."""
        glass = self.item("glass")
        return [item for item in visible_items(self.window) if not glass.isAncestorOf(item)]

    def texts(self) -> list[str]:
        """What the scene in the preview says."""
        glass = self.item("glass")
        texts = [
            item for item in visible_items(self.window) if item.inherits("QQuickText") and glass.isAncestorOf(item)
        ]
        return [item.property("text").replace("\u00a0", " ").replace("\u2060", "") for item in texts]

    def drop_file(self, name: str, path) -> None:
        """Drag a file from elsewhere over an item, and let it go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        place, copy = self.middle(name).toPointF(), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(place, copy, mime, left, none),
            QDragMoveEvent(place, copy, mime, left, none),
            QDropEvent(place, copy, mime, left, none),
        ):
            QGuiApplication.sendEvent(self.window, event)

    def scroll_to(self, name: str) -> None:
        """Scroll the form until something is in its middle, and stays there: its rows are made bit by bit."""
        self.until(lambda: self._in_middle(name))
        self.until(lambda: self.items(name))

    def _in_middle(self, name: str) -> bool:
        """Whether something is in the middle of the form, or as near as it can be; it is brought there if not."""
        form = self.item("form")
        named = [item for item in visible_items(self.window) if item.objectName() == name]
        if len(named) != 1:
            return False
        there = form.property("contentY") + form.mapFromItem(named[0], 0, 0).y() - form.height() / 2
        lowest = form.property("originY") + max(0, form.property("contentHeight") - form.height() + 20)
        wanted = min(max(there, form.property("originY")), lowest)
        near = abs(form.property("contentY") - wanted) < 1
        form.setProperty("contentY", wanted)
        return near
