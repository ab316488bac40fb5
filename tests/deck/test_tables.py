"""Tables as spreadsheets of different countries and ages write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.deck.problems import DeckError
from kiosk.deck.spreadsheet import read_sheet
from kiosk.deck.tables import Cell, label_text


def read(tmp_path: Path, content: str | bytes) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], tuple[int, ...]]:
    path = tmp_path / "t.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_sheet(path, "t.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(tmp_path: Path, encoding: str, delimiter: str, newline: str):
    text = newline.join(["地区,数值", "重庆,12", "四川,7"]).replace(",", delimiter)
    columns, rows, lines = read(tmp_path, text.encode(encoding))
    assert columns == ("地区", "数值")
    assert rows == (("重庆", 12.0), ("四川", 7.0))
    assert lines == (2, 3)


@pytest.mark.parametrize(
    ("delimiter", "cells", "numbers"),
    [
        (",", ["1", "-2.5", "+3", ".5"], [1, -2.5, 3, 0.5]),
        (",", ['"1,234.5"', '"1,234,567"', "7"], [1234.5, 1234567, 7]),
        (",", ['"1,234"'], [1234]),
        (",", ['"3,5"', '"1,25"'], [3.5, 1.25]),
        (",", ["1 234.5", "12\u00a0345", "1'000"], [1234.5, 12345, 1000]),
        (";", ["1,5", "-2,25"], [1.5, -2.25]),
        (";", ["1.234,5", "1.234.567"], [1234.5, 1234567]),
        (";", ["1 234,5", "1\u202f234"], [1234.5, 1234]),
        (";", ["1.5", "2.25"], [1.5, 2.25]),
        (";", ["1,234.5"], [1234.5]),
        ("\t", ["1,5", "1,234"], [1.5, 1.234]),
        ("\t", ["1.5", "1.234"], [1.5, 1.234]),
        (",", ["12%", "7.5 %", "１２％"], [12, 7.5, 12]),
        (",", ["１２３", "－４", "−5"], [123, -4, -5]),
        (",", ["1e3", "2.5E-1"], [1000, 0.25]),
        (",", ["1", "-", "—", "n/a", "", "2"], [1, None, None, None, None, 2]),
        (",", ["1", "x"], ["1", "x"]),
        (",", ["12 34"], ["12 34"]),
        (",", ["1e300"], ["1e300"]),
        (",", ["nan", "inf"], ["nan", "inf"]),
        (",", ["0x1F", "1_000"], ["0x1F", "1_000"]),
        (",", ["-", "x"], ["-", "x"]),
    ],
)
def test_numbers(tmp_path: Path, delimiter: str, cells: list[str], numbers: list[Cell]):
    text = f"name{delimiter}value\n" + "".join(f"a{delimiter}{cell}\n" for cell in cells)
    assert [row[1] for row in read(tmp_path, text)[1]] == numbers


def test_what_a_spreadsheet_leaves_empty_is_passed_over(tmp_path: Path):
    columns, rows, lines = read(tmp_path, "a,b,,\n1,2,,\n,,,\n3,4,,\n,,,\n\n")
    assert columns == ("a", "b")
    assert rows == ((1, 2), (3, 4))
    assert lines == (2, 4)


def test_a_cell_over_several_lines_counts_them(tmp_path: Path):
    _, rows, lines = read(tmp_path, 'a,b\n"x\ny",1\nz,2\n')
    assert rows == (("x\ny", 1), ("z", 2))
    assert lines == (2, 4)


def test_what_describes_a_row_stays_words(tmp_path: Path):
    assert read(tmp_path, "a,source,note\n1,2020,7\n")[1] == ((1, "2020", "7"),)


def test_a_delimiter_in_quotes_is_none(tmp_path: Path):
    assert read(tmp_path, '"a;b;c",d\n1,2\n')[0] == ("a;b;c", "d")


def test_every_ragged_row_is_told(tmp_path: Path):
    with pytest.raises(DeckError) as raised:
        read(tmp_path, "a,b\n1\n1,2,3\n1,2\n")
    assert [(fault.file, fault.line) for fault in raised.value.faults] == [("t.csv", 2), ("t.csv", 3)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [(2020.0, "2020"), (2020.5, "2020.5"), ("Q1", "Q1"), (None, ""), (1e14, "100000000000000"), (0.1 + 0.2, "0.3")],
)
def test_label_text(cell: Cell, text: str):
    assert label_text(cell) == text
