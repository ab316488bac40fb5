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
    simple: re.Pattern[str]
    """Most numbers, found fast."""

    @classmethod
    def of(cls, decimal: str, groups: str) -> Notation:
        """The notation with these signs."""
        whole = rf"\d{{1,3}}(?P<group>[{groups}])\d{{3}}((?P=group)\d{{3}})*|\d+"
        pattern = rf"[-+]?(({whole})([{decimal}]\d+)?|[{decimal}]\d+)([eE][-+]?\d+)?"
        return cls(decimal, groups, re.compile(pattern), re.compile(rf"-?[0-9]{{1,12}}([{decimal}][0-9]{{1,6}})?"))

    def number(self, cell: str) -> float | None:
        """What a cell means in this notation; None where it is not a number."""
        if self.simple.fullmatch(cell):
            return float(cell.replace(self.decimal, "."))
        text = unicodedata.normalize("NFKC", cell)
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


def numeric_columns(columns: list[list[str]], delimiter: str) -> list[list[float | None] | None]:
    """The numbers of each column, None for one of words, in the notation that makes most columns numeric.

    Where both do, the delimiter decides; between tabs either may be meant, and what looks like one decimal sign is
    taken for one.
    """
    by_notation = {notation: [notation.column(cells) for cells in columns] for notation in (POINT, COMMA)}
    count = {notation: sum(each is not None for each in read) for notation, read in by_notation.items()}
    if count[POINT] != count[COMMA]:
        best = max(count, key=lambda notation: count[notation])
    elif delimiter == "\t":
        numeric = [cells for cells, numbers in zip(columns, by_notation[POINT], strict=True) if numbers is not None]
        best = POINT if any("." in cell for cells in numeric for cell in cells) else COMMA
    else:
        best = COMMA if delimiter == ";" else POINT
    return by_notation[best]
