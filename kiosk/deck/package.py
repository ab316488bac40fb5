"""What an XLSX file holds, before a spreadsheet reader sees it: unpacked within limits, its cells' places checked.

The reader takes as much memory as a sheet's outermost cells ask for, and ends the whole process where there is none;
and it passes over cells with an error.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from kiosk.deck.files import MIB
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.sentences import sentence

MOST_UNPACKED: Final = 48 * MIB
MOST_CELLS: Final = 1_000_000
"""From a sheet's first cell to its last one, empty ones included."""
MOST_ERRORS: Final = 1_000

_ADDRESS: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_BOOK: Final = "xl/workbook.xml"
_BOOK_LINKS: Final = "xl/_rels/workbook.xml.rels"
_BESIDE: Final = ("[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml")
_ODD: Final = (LookupError, ValueError, RuntimeError, EOFError, OSError)
"""What the archive and XML readers raise besides for content that is not as it should be: other packings, encodings."""
_BROKEN: Final = sentence("the workbook cannot be read: open it and save it as XLSX again")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """One sheet of a workbook, ready for the reader."""

    sheet: str
    content: bytes
    """A workbook with this sheet alone in it, not compressed."""
    errors: dict[tuple[int, int], str]
    """The cells, by row and column from 1, that hold an error such as `#DIV/0!`."""


def unpacked(data: bytes, sheet: str) -> Unpacked:
    """The sheet of a name, or the first one shown, from an XLSX file. Raises DeckError where it is not sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _from(_Parts(archive), sheet)
    except DeckError:
        raise
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, *_ODD):
        raise DeckError(_BROKEN) from None


def _from(parts: _Parts, sheet: str) -> Unpacked:
    sheets = _sheets(parts)
    shown = [name for name, (_, is_hidden) in sheets.items() if not is_hidden] or list(sheets)
    if sheet and sheet not in sheets:
        raise DeckError(
            Fault(
                sentence(
                    "the workbook has no sheet {sheet}: {instead}", sheet=quoted(sheet), instead=instead(sheet, sheets)
                ),
                ("sheet",),
            )
        )
    if not shown:
        raise DeckError(_BROKEN)
    name = sheet or shown[0]
    path = sheets[name][0]
    cells = _Cells()
    _parse(parts.read(path), cells.start, cells.end, cells.text)
    cells.check()
    needed = [_BOOK, _BOOK_LINKS, path, *(each for each in _BESIDE if parts.has(each))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as plain:
        for each in needed:
            plain.writestr(each, parts.read(each))
    return Unpacked(name, file.getvalue(), cells.errors)


class _Parts:
    """The files in an archive, each read once, together no larger than the limit."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._read: dict[str, bytes] = {}
        self._left = MOST_UNPACKED

    def has(self, name: str) -> bool:
        """Whether there is a file of a name."""
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """A file's content. Raises KeyError where there is none, DeckError where it is too large."""
        if name not in self._read:
            with self._archive.open(self._names[name.lower()]) as file:
                self._read[name] = file.read(self._left + 1)
            self._left -= len(self._read[name])
            if self._left < 0:
                raise DeckError(
                    sentence(
                        "the workbook unpacks to more than {most_unpacked} MB: copy the table to a new one",
                        most_unpacked=MOST_UNPACKED // MIB,
                    )
                )
        return self._read[name]


def _sheets(parts: _Parts) -> dict[str, tuple[str, bool]]:
    """The worksheets in their order: where each is in the archive, and whether it is hidden."""
    links: dict[str, str] = {}
    found: list[tuple[str, str, bool]] = []

    def link(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            links[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            ids = (value for key, value in attributes.items() if key.rpartition(":")[2] == "id")
            found.append((attributes.get("name", ""), next(ids, ""), attributes.get("state", "visible") != "visible"))

    _parse(parts.read(_BOOK_LINKS), link)
    _parse(parts.read(_BOOK), sheet)
    return {name: (links[id_].lstrip("/"), is_hidden) for name, id_, is_hidden in found if id_ in links}


def _parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Hand over the elements of an XML file, without the prefixes of their names."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise DeckError(_BROKEN)  # no spreadsheet program writes a document type, and it may grow without end

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.Parse(data, True)


class _Cells:
    """Follows the cells of a sheet: how far they reach, and which hold an error."""

    def __init__(self) -> None:
        self.errors: dict[tuple[int, int], str] = {}
        self._row = self._column = 0
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)
        self._is_error = False
        self._in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "row":
            self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif tag == "c":
            self._row, self._column = _place(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
            self._is_error = attributes.get("t") == "e"
        elif tag in {"v", "is", "f"} and self._column:
            rows, columns = self._rows or (self._row, self._row), self._columns if self._rows else (self._column,) * 2
            self._rows = min(rows[0], self._row), max(rows[1], self._row)
            self._columns = min(columns[0], self._column), max(columns[1], self._column)
            self._in_value = tag == "v"

    def end(self, tag: str) -> None:
        """An element ends."""
        self._in_value = self._in_value and tag != "v"

    def text(self, text: str) -> None:
        """What stands in an element."""
        if self._in_value and self._is_error and len(self.errors) < MOST_ERRORS:
            self.errors[self._row, self._column] = text.strip()

    def check(self) -> None:
        """Raise DeckError where there are no cells, or where they reach too far."""
        if self._rows is None:
            raise DeckError(sentence("the sheet is empty"))
        (top, bottom), (left, right) = self._rows, self._columns
        if (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise DeckError(
                sentence(
                    "the sheet's cells reach from {first} to {last}: delete what lies far outside the table",
                    first=address(top, left),
                    last=address(bottom, right),
                )
            )


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", text) or not 1 <= int(text) <= _LAST_ROW:
        raise DeckError(_BROKEN)
    return int(text)


def _place(text: str) -> tuple[int, int]:
    """The row and the column of an address."""
    place = place_of(text)
    if place is None:
        raise DeckError(_BROKEN)
    return place


def place_of(text: str) -> tuple[int, int] | None:
    """The row and the column, from 1, that an address such as `C7` means; None where it is none."""
    match = _ADDRESS.fullmatch(text)
    if not match:
        return None
    column = 0
    for letter in match.group(1).upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match.group(2))
    return (row, column) if 1 <= row <= _LAST_ROW and column <= _LAST_COLUMN else None


def address(row: int, column: int) -> str:
    """A cell's name, such as `C7`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
