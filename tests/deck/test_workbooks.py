"""Tables in XLSX workbooks and in the slide files themselves, and what is told about them."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import pytest
from deck.books import HEAD, book, packed, sheet
from tiny import FILES

from kiosk.deck.compiled import open_deck
from kiosk.deck.load import load
from kiosk.deck.model import ChartSlide
from kiosk.deck.problems import DeckError
from kiosk.deck.tables import Cell, Table
from kiosk.deck.workbook import read_workbook

HEADER = {"A": "year", "B": "value"}


def read(tmp_path: Path, content: bytes, sheet_name: str = "", cells: str = ""):
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    return read_workbook(path, "t.xlsx", sheet_name, cells)


def told(tmp_path: Path, content: bytes, sheet_name: str = "", cells: str = "") -> list[str]:
    with pytest.raises(DeckError) as raised:
        read(tmp_path, content, sheet_name, cells)
    return [f"{fault.file}:{fault.line}:{fault.column}: {fault.message}" for fault in raised.value.faults]


def test_cells_keep_what_they_are(tmp_path: Path):
    rows: dict[int, dict[str, object]] = {
        1: {"A": "when", "B": "value", "C": "open", "D": "source", "E": "mixed"},
        2: {"A": ("day", 43831), "B": 1234567.25, "C": True, "D": 2020, "E": 5},
        4: {"A": ("day", 43831.5), "B": -2, "C": False, "D": "x", "E": "n/a"},
    }
    columns, cells, lines = read(tmp_path, book(Trade=sheet(rows)))
    assert columns == ("when", "value", "open", "source", "mixed")
    assert cells == (
        ("2020-01-01", 1234567.25, "TRUE", "2020", 5.0),
        ("2020-01-01 12:00", -2.0, "FALSE", "x", None),
    )
    assert lines == (2, 4)


def test_a_table_begins_anywhere_on_its_sheet(tmp_path: Path):
    made = sheet({3: {"C": "year", "D": "value"}, 4: {"C": 2016, "D": 1}, 5: {"C": 2017}})
    assert read(tmp_path, book(Trade=made)) == (("year", "value"), ((2016.0, 1.0), (2017.0, None)), (4, 5))


def test_a_sheet_and_a_part_of_it_can_be_named(tmp_path: Path):
    rows: dict[int, dict[str, object]] = {
        1: {"A": "Foreign trade, all years"},
        3: {"B": "year", "C": "value", "E": "remark"},
        4: {"B": 2016, "C": 1, "E": "old"},
        5: {"B": 2017, "C": 2},
        7: {"B": "Source: customs"},
    }
    made = book(First=sheet({1: HEADER, 2: {"A": 1, "B": 2}}), Trade=sheet(rows))
    assert read(tmp_path, made)[1] == ((1.0, 2.0),)
    assert read(tmp_path, made, "Trade", "B3:C5") == (("year", "value"), ((2016.0, 1.0), (2017.0, 2.0)), (4, 5))
    assert read(tmp_path, made, "Trade", "$b$3:$C$99")[1][-1] == ("Source: customs", None)


def test_text_that_is_a_number_is_one(tmp_path: Path):
    assert read(tmp_path, book(T=sheet({1: HEADER, 2: {"A": "a", "B": "1,234.5"}, 3: {"A": "b", "B": 7}})))[1] == (
        ("a", 1234.5),
        ("b", 7.0),
    )


@pytest.mark.parametrize(
    ("rows", "merged", "message"),
    [
        ({1: HEADER, 2: {"A": 1, "B": ("error", "#DIV/0!")}}, (), "2:2: B2 has the error `#DIV/0!`"),
        ({1: HEADER, 2: {"A": 1, "B": 2}}, ("A1:B1",), "1:1: the cells A1:B1 are merged: split them"),
        ({1: {"A": "title"}, 2: HEADER, 3: {"A": 1, "B": 2}}, (), "2:2: B2 has something in it, but its column has no"),
        ({1: {"A": "a", "C": "b"}, 2: {"A": 1}}, (), "1:1: column 2 has no name in the first row"),
        ({1: {"A": "a", "B": "a"}, 2: {"A": 1}}, (), "1:1: two columns are named `a`"),
        ({1: HEADER}, (), "1:1: the table has no rows under its header"),
        ({1: {}}, (), "1:1: the sheet is empty"),
        ({1: HEADER, 1048576: {"XFD": 1}}, (), "1:1: the sheet's cells reach from A1 to XFD1048576: delete what lies"),
        (
            {1: {f"A{chr(65 + at)}": at for at in range(26)} | {f"B{chr(65 + at)}": at for at in range(9)}},
            (),
            "columns",
        ),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told_with_its_cell(tmp_path: Path, rows, merged, message: str):
    lines = told(tmp_path, book(T=sheet(rows, merged)))
    assert message in lines[0]
    assert lines[0].startswith("t.xlsx:")


def test_an_error_beside_the_table_is_no_fault(tmp_path: Path):
    made = book(T=sheet({1: HEADER, 2: {"A": 1, "B": 2}, 3: {"D": ("error", "#REF!")}}, ("D3:E3",)))
    assert read(tmp_path, made, cells="A1:B3")[1] == ((1.0, 2.0),)


def document_type(text: str) -> str:
    return text.replace(HEAD, f'{HEAD}<!DOCTYPE w [<!ENTITY a "{"x" * 1000}">]>')


GOOD = sheet({1: HEADER, 2: {"A": 1, "B": 2}})
HOSTILE = [
    (b"", "the file is empty"),
    (b"year,value\n", "the workbook cannot be read"),
    (b"PK\x03\x04....", "the workbook cannot be read"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "has a password, or is an old XLS file"),
    (book(T=GOOD)[:-30], "the workbook cannot be read"),
    (packed({"a.txt": "x"}), "the workbook cannot be read"),
    (book(T=document_type(GOOD)), "the workbook cannot be read"),
    (book(T=GOOD.replace('r="A1"', 'r="ZZZZ1"')), "the workbook cannot be read"),
    (book(T=GOOD.replace('r="A1"', 'r="A99999999999"')), "the workbook cannot be read"),
    (book(T=GOOD.replace("<row", "<raw")), "the workbook cannot be read"),
    (book(T=GOOD + " " * 60_000_000), "unpacks to more than 48 MB"),
    (b"PK\x03\x04" + b"\0" * (17 * 2**20), "larger than 16 MB"),
]


@pytest.mark.parametrize(("content", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes, message: str):
    begun = perf_counter()
    assert message in told(tmp_path, content)[0]
    assert perf_counter() - begun < 2


def test_a_size_that_lies_is_found_out(tmp_path: Path):
    content = book(T=GOOD + " " * 60_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert "the workbook" in told(tmp_path, lying)[0]


def test_any_damage_gives_a_table_or_a_problem(tmp_path: Path):
    chance = random.Random(7)  # noqa: S311 - the same damage each time
    with zipfile.ZipFile(io.BytesIO(book(T=GOOD))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(300):
        name = chance.choice(list(files))
        damaged = bytearray(files[name])
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            for each, data in files.items():
                archive.writestr(each, bytes(damaged) if each == name else data)
        with suppress(DeckError):
            assert read(tmp_path, content.getvalue())[0]


# In a slide file

PLAIN = FILES["river.yaml"].partition("      series:\n")[0]
INLINE = "{columns: [year, value], rows: [[2016, 1], [2017, 2.5]]}"


def table_of(tiny: Path, table: str, more: str = "", kind: str = "bar") -> Table | list[str]:
    """The table that a slide file says, or what is told about it."""
    text = PLAIN.replace("table: trade.csv", f"table: {table}").replace("kind: bar", f"kind: {kind}")
    assert table in text
    (tiny / "river.yaml").write_text(text + more, encoding="utf-8")
    loaded = load(tiny)
    if loaded.problems:
        return [str(problem) for problem in loaded.problems]
    assert loaded.deck
    slides = (slide for platform in loaded.deck.platforms for slide in platform.slides)
    return next(slide.chart.table for slide in slides if isinstance(slide, ChartSlide))


def rows_of(table: Table | list[str]) -> tuple[tuple[Cell, ...], ...]:
    assert isinstance(table, Table), table
    return table.rows


def test_a_table_may_stand_in_the_slide_file(tiny: Path):
    assert rows_of(table_of(tiny, INLINE)) == ((2016.0, 1.0), (2017.0, 2.5))
    rows = "[[010, '1,234'], [x, null]]"
    assert rows_of(table_of(tiny, f"{{columns: [a, b], rows: {rows}}}")) == (("010", 1234.0), ("x", None))


def test_a_cell_that_is_far_too_long_is_told_where_it_stands(tiny: Path):
    (line,) = table_of(tiny, f"{{columns: [a, b], rows: [[x, 1], [{'y' * 2000}, 2]]}}")
    assert line == "river.yaml:21:47: error: a cell of this row has 2,000 characters, 1,000 are the most"
    (tiny / "t.xlsx").write_bytes(book(T=sheet({1: HEADER, 2: {"A": "y" * 2000, "B": 2}})))
    (line,) = table_of(tiny, "t.xlsx")
    assert line == "t.xlsx:2:1: error: a cell of this row has 2,000 characters, 1,000 are the most"


def test_a_workbook_may_be_named_alone_or_with_a_part_of_it(tiny: Path):
    (tiny / "t.xlsx").write_bytes(book(One=GOOD, Two=sheet({2: {"B": "a", "C": "b"}, 3: {"B": "x", "C": 9}})))
    assert rows_of(table_of(tiny, "t.xlsx")) == ((1.0, 2.0),)
    assert rows_of(table_of(tiny, "{file: t.xlsx, sheet: Two, cells: 'B2:C3'}")) == (("x", 9.0),)
    assert rows_of(table_of(tiny, "{file: trade.csv}"))


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        ("[1, 2]", "21:14", "the name of a table's file is wanted here"),
        ("{file: trade.csv, sheet: Two}", "21:21", "`trade.csv` has no sheets"),
        ("{file: t.xlsx, sheet: Tow}", "21:36", "the workbook has no sheet `Tow`: did you mean `Two`?"),
        ("{file: t.xlsx, cells: B2}", "21:36", "`B2` names no cells with a header and rows: write `B2:F20`"),
        ("{file: t.xlsx, cells: 'C3:A1'}", "21:36", "names no cells"),
        ("{file: t.xlsx, sheets: Two}", "21:29", "unknown key `sheets`: did you mean `sheet`?"),
        ("{file: nothing.xlsx}", "21:14", "there is no file `nothing.xlsx`"),
        ("{columns: [a, b]}", "21:14", "`rows` is missing"),
        ("{columns: [a, b], rows: []}", "21:38", "the table has no rows"),
        ("{columns: [a, a], rows: [[1, 2]]}", "21:24", "two columns are named `a`"),
        ("{columns: [a, b], rows: [[1, 2], [3]]}", "21:47", "this row has 1 cell, `columns` 2"),
        ("{columns: [a, b], rows: [[1, 2], 3]}", "21:47", "a row is a list of cells"),
        ("{columns: [a, b], rows: [[1, [2]]]}", "21:43", "a number or a text is wanted in a cell"),
        ("{columns: a, rows: [[1]]}", "21:24", "a list is wanted here"),
    ],
)
def test_what_is_wrong_under_table_is_told_where_it_stands(tiny: Path, table: str, place: str, message: str):
    (tiny / "t.xlsx").write_bytes(book(One=GOOD, Two=GOOD))
    (line,) = table_of(tiny, table)
    assert message in line
    assert line.startswith(f"river.yaml:{place}: error: ")


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("{columns: [a, b], rows: [[x, 1], [y, -2]]}", "river.yaml:21:51"),
        ("{file: t.xlsx, sheet: Two, cells: 'B2:C4'}", "t.xlsx:4:3"),
        ("t.xlsx", "t.xlsx:3:2"),
        ("trade.csv", "trade.csv:3:10"),
    ],
)
def test_a_cell_that_a_chart_cannot_show_is_told_with_its_place(tiny: Path, table: str, place: str):
    (tiny / "trade.csv").write_text('a,b\nx,1\n"y, ""z",-2\n', encoding="utf-8")
    one = sheet({1: {"A": "a", "B": "b"}, 2: {"A": "x", "B": 1}, 3: {"A": "y", "B": -2}})
    two = sheet({2: {"B": "a", "C": "b"}, 3: {"B": "x", "C": 1}, 4: {"B": "y", "C": -2}})
    (tiny / "t.xlsx").write_bytes(book(One=one, Two=two))
    (line,) = table_of(tiny, table, kind="donut")
    assert line.startswith(f"{place}: error: -2 in the column `b` is negative")


def test_a_source_that_there_is_not_is_told_at_its_cell(tiny: Path):
    (line,) = table_of(tiny, "{columns: [a, b, source], rows: [[x, 1, bureau], [y, 2, beruau]]}")
    assert line.startswith("river.yaml:21:")
    assert "did you mean `bureau`?" in line


def test_a_compiled_deck_notices_a_changed_workbook(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    cache = tmp_path_factory.mktemp("cache")
    (tiny / "t.xlsx").write_bytes(book(One=GOOD))
    assert rows_of(table_of(tiny, "t.xlsx")) == ((1.0, 2.0),)
    assert open_deck(tiny, cache) == open_deck(tiny, cache) == load(tiny)
    (tiny / "t.xlsx").write_bytes(book(One=sheet({1: HEADER})))
    assert "no rows under its header" in str(open_deck(tiny, cache).problems)
