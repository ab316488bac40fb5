"""A cell that is changed leaves every other line of its file as a spreadsheet wrote it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.editing.cells import Cells
from kiosk.editing.coding import Coded

TABLE = 'year;value;note\n2019;"1,5";"a ""b"""\n\n2020;2;\n2021;3'


def test_a_cell_is_written_as_it_was():
    assert Cells(TABLE).rows() == [
        ["year", "value", "note"],
        ["2019", "1,5", 'a "b"'],
        ["2020", "2", ""],
        ["2021", "3", ""],
    ]
    assert Cells(TABLE).put(1, 1, "1,6") == TABLE.replace("1,5", "1,6")
    assert Cells(TABLE).put(2, 2, "x;y") == TABLE.replace("2020;2;", '2020;2;"x;y"')
    assert Cells(TABLE).put(3, 2, "end") == TABLE + ";end"
    assert Cells(TABLE).put(1, 2, 'a "b"') == TABLE
    assert Cells(TABLE).put(0, 0, "Jahr") == TABLE.replace("year", "Jahr")


def test_rows_come_and_go():
    assert Cells(TABLE).put(4, 0, "2022") == TABLE + "\n2022;;"
    assert Cells(TABLE).without_row(3) == TABLE.removesuffix("\n2021;3")
    assert Cells(TABLE).without_row(1) == TABLE.replace('2019;"1,5";"a ""b"""\n', "")
    assert (
        Cells(TABLE.replace("\n", "\r\n"))
        .with_row(["2018", "1", ""], 0)
        .startswith("year;value;note\r\n2018;1;\r\n2019")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_keeps_its_encoding(encoding):
    data = "年,值\n2020,1\n".encode(encoding)
    coded = Coded.read(data)
    assert coded.with_text(coded.text) == data
    assert "二".encode(encoding.removesuffix("-sig")).removeprefix(b"\xff\xfe") in coded.with_text(
        Cells(coded.text).put(1, 1, "二")
    )


CELLS = st.text(st.sampled_from("ab1,;\"\n' 中\t"), max_size=8).map(str.strip)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.data())
def test_any_cell_of_any_table(rows, data):
    rows = [["a", "b", "c"], *[row for row in rows if any(row)]]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 2))
    said = data.draw(CELLS.filter(bool))
    assert Cells(file.getvalue()).rows() == rows
    rows[row][column] = said
    if row:
        after = Cells(file.getvalue()).put(row, column, said)
        assert Cells(after).rows() == rows
        assert [[cell.strip() for cell in each] for each in csv.reader(io.StringIO(after, newline=""))] == rows
