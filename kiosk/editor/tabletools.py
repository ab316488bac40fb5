"""What can be done with the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.editor.editor import Editor

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The editor comes from Python")
class TableTools(QObject):  # type: ignore[operator]
    """Changes the tables of what is chosen, each by its field's key."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    @Slot(str, int, int, str)
    def setCell(self, key: str, row: int, column: int, text: str) -> None:
        """What a cell says."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None:
            self._editor.do(lambda: self._editor.files.set_cells(file, field.at, {(row, column): text.strip()}))

    @Slot(str, int, int)
    def paste(self, key: str, row: int, column: int) -> None:
        """What the clipboard holds, as a spreadsheet puts it there, from a cell on."""
        field, file = self._editor.field(key), self._editor.spot.file
        text = QGuiApplication.clipboard().text()
        lines = text.rstrip("\r\n").replace("\r\n", "\n").split("\n")
        cells = {
            (row + down, column + right): cell.strip()
            for down, line in enumerate(lines)
            for right, cell in enumerate(line.split("\t"))
        }
        if field is not None and text:
            self._editor.do(lambda: self._editor.files.set_cells(file, field.at, cells))

    @Property(bool)
    def pastesCells(self) -> bool:
        """Whether the clipboard holds more than what one cell takes."""
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        return "\t" in text or "\n" in text

    @Slot(str, int, int, result=str)
    def cell(self, key: str, row: int, column: int) -> str:
        """What a cell says now."""
        field = self._editor.field(key)
        rows = self._editor.files.grid(self._editor.spot.file, field.at).rows if field else ()
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""

    @Slot(str)
    def makeCsv(self, key: str) -> None:
        """A workbook's table becomes a CSV file, which can be edited."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None:
            self._editor.session.pause()
            self._editor.do(lambda: self._editor.files.make_csv(file, field.at))

    @Slot(str, int)
    def addRow(self, key: str, after: int) -> None:
        """One more row of a table."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None:
            self._editor.do(lambda: self._editor.files.add_row(file, field.at, after))

    @Slot(str, int)
    def dropRow(self, key: str, row: int) -> None:
        """One row less."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None:
            self._editor.do(lambda: self._editor.files.drop_row(file, field.at, row))
