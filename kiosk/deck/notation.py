"""Numbers as people type them into tables: `1,234.5`, `1.234,5`, `1 234,5`, `12%`, `１２`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

NOTHING: Final = frozenset({"", "-", "–", "—", "n/a", "N/A", "n.a."})
"""Cells of a numeric column that stand for a number that there is not."""
LARGEST: Final = 1e15
"""From here on a number does not fit a screen, and its last digits are not kept."""

_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " ") | {"−": "-", "–": "-", "’": "'"})


@dataclass(frozen=True, slots=True)
class Notation:
    """A way to write numbers: which sign begins the decimals, and which may group the digits."""

    decimal: str
    groups: str
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, decimal: str, groups: str) -> Notation:
        """The notation with these signs."""
        whole = rf"\d{{1,3}}(?P<group>[{groups}])\d{{3}}((?P=group)\d{{3}})*|\d+"
        pattern = rf"[-+]?(({whole})([{decimal}]\d+)?|[{decimal}]\d+)([eE][-+]?\d+)?"
        return cls(decimal, groups, re.compile(pattern))

    def number(self, cell: str) -> float | None:
        """What a cell means in this notation; None where it is not a number."""
        text = unicodedata.normalize("NFKC", cell) if not cell.isascii() else cell
        text = text.translate(_SPACES).strip().removesuffix("%").strip()
        if not self.pattern.fullmatch(text):
            return None
        for sign in self.groups:
            text = text.replace(sign, "")
        number = float(text.replace(self.decimal, "."))
        return number if abs(number) < LARGEST else None

    def column(self, cells: list[str]) -> list[float | None] | None:
        """A column's numbers, None for empty cells; None altogether where it holds a word, or nothing."""
        numbers: list[float | None] = []
        for cell in cells:
            number = None if cell in NOTHING else self.number(cell)
            if number is None and cell not in NOTHING:
                return None
            numbers.append(number)
        return numbers if any(number is not None for number in numbers) else None


POINT: Final = Notation.of(".", " ,'")
COMMA: Final = Notation.of(",", " .'")


def best_notation(columns: list[list[str]], delimiter: str) -> Notation:
    """The notation that makes most columns numeric; where both do, the one that the delimiter speaks for."""
    numeric = {notation: sum(notation.column(cells) is not None for cells in columns) for notation in (POINT, COMMA)}
    if numeric[POINT] != numeric[COMMA]:
        return max(numeric, key=lambda notation: numeric[notation])
    if delimiter == ";":
        return COMMA
    # Between tabs either may be meant: what looks like one decimal sign is taken for one.
    points = any(POINT.number(cell) is not None and "." in cell for cells in columns for cell in cells)
    return COMMA if delimiter == "\t" and not points else POINT
