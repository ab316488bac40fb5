"""An editor in a window."""

from __future__ import annotations

import pytest
from desks import Desk
from PySide6.QtCore import QSize

from kiosk.editor.window import EditorWindow


@pytest.fixture
def open_editor(qtbot, charts, drawn, tmp_path):
    """Opens editors, and closes them after the test."""
    opened = []

    def open_(folder, *, language="en", size=(1600, 900)) -> Desk:
        window = EditorWindow(folder, drawn, tmp_path / "state", charts, language, QSize(*size))
        opened.append(window)
        window.window.show()
        window.window.requestActivate()
        qtbot.waitUntil(window.window.isExposed)
        return Desk(qtbot, folder, window)

    yield open_
    for window in opened:
        window.close()


@pytest.fixture
def desk(open_editor, tiny_folder) -> Desk:
    """The small deck in the editor."""
    return open_editor(tiny_folder)
