"""Files that are not what their names say, or are not where they should be."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest
from tiny import FILES, tiny_png

from kiosk.deck.load import load

OVERVIEW = FILES["overview.yaml"].encode()
TABLE = b"year,exports,imports\n"

OTHER_CONTENT = [
    ("overview.yaml", b"", "1:1", "the file is empty"),
    ("overview.yaml", b"# nothing yet\n", "1:1", "the file is empty"),
    ("overview.yaml", b"hello", "1:1", "keys and values are wanted"),
    ("overview.yaml", b"- a\n- b\n", "1:1", "keys and values are wanted"),
    ("overview.yaml", tiny_png(2, 2), "1:1", "a PNG picture"),
    ("overview.yaml", b"PK\x03\x04....", "1:1", "Excel workbook"),
    ("overview.yaml", b"\0\0\0\0", "1:1", "NUL"),
    ("overview.yaml", OVERVIEW.decode().encode("utf-16"), "1:1", "saved as UTF-16"),
    ("overview.yaml", OVERVIEW.decode().encode("utf-16-le"), "1:2", "NUL"),
    ("overview.yaml", OVERVIEW.replace("欢".encode(), b"\xe6"), "5:30", "not UTF-8"),
    ("overview.yaml", OVERVIEW.replace("欢".encode(), b"\0"), "5:30", "NUL"),
    ("overview.yaml", OVERVIEW.replace("欢".encode(), b"\x07"), "5:30", "U+0007"),
    ("overview.yaml", OVERVIEW + b"---\na: 1\n", "26:1", "a second document"),
    ("overview.yaml", b"a" * 2**20 + b"a", "1:1", "larger than 1 MB"),
    ("overview.yaml", b"a:\n" + b"- 1\n" * 250_000, "50000:3", "more than 50,000 entries"),
    ("overview.yaml", b"a: " + b"[" * 1_000_000, "1:1003", "nested too deep"),
    ("overview.yaml", b"name: &a [" + b"*a, " * 30_000 + b"]", "1:7", "`&a` names an entry"),
    ("overview.yaml", b"a: b: c\n" * 60_000, "1:5", "a second `: `"),
    ("trade.csv", b"", "1:1", "the file is empty"),
    ("trade.csv", b"PK\x03\x04....", "1:1", "Excel workbook"),
    ("trade.csv", tiny_png(2, 2), "1:1", "a PNG picture"),
    ("trade.csv", TABLE, "1:1", "no rows under its header"),
    ("trade.csv", TABLE + b"1,2,3\n" * 100_001, "100002:1", "more than 100,000 rows"),
    ("trade.csv", b"x" * (8 * 2**20 + 1), "1:1", "larger than 8 MB"),
    ("trade.csv", b",".join(b"c%d" % n for n in range(1_000_000)), "1:1", "1000000 columns"),
    ("trade.csv", TABLE + b'1,"2' + b"2" * 200_000, "2:1", "quotation mark"),
    ("trade.csv", TABLE + b"W" * 130_000 + b",2,3\n", "2:1", "130,000 characters, 1,000 are the most"),
    ("trade.csv", TABLE + b"1,2,3\n\xff\xff\x81,2,3\n", "3:1", "not text in UTF-8"),
    ("trade.csv", TABLE + b"1,2\0,3\n", "2:4", "NUL"),
    ("deck.yaml", b"title: [", "2:1", "a bracket is not closed"),
]


@pytest.mark.parametrize(("file", "content", "place", "words"), OTHER_CONTENT, ids=range(len(OTHER_CONTENT)))
def test_a_file_of_another_kind_is_told_at_once(tiny: Path, file: str, content: bytes, place: str, words: str):
    (tiny / file).write_bytes(content)
    begun = process_time()
    problems = load(tiny).problems
    assert process_time() - begun < 1
    line = next(str(problem) for problem in problems if problem.path.name == file)
    assert line.startswith(f"{file}:{place}: error: ")
    assert words in line
    assert {problem.path.name for problem in problems} == {file}


def test_a_byte_order_mark_is_no_mistake(tiny: Path):
    (tiny / "overview.yaml").write_bytes(b"\xef\xbb\xbf" + OVERVIEW)
    assert load(tiny).problems == ()


def picture_problem(tiny: Path, content: bytes) -> str:
    (tiny / "pictures" / "port.png").write_bytes(content)
    return str(load(tiny).problems[-1])


def test_a_picture_that_is_none(tiny: Path):
    assert "`port.png` is not PNG, but something else" in picture_problem(tiny, b"hello")
    assert "`port.png` is not PNG, but a JPEG picture" in picture_problem(tiny, b"\xff\xd8\xff\xe0")
    line = picture_problem(tiny, b"")
    assert line.startswith("overview.yaml:7:12: error: ")


def test_a_picture_that_is_too_large(tiny: Path):
    with (tiny / "pictures" / "port.png").open("r+b") as file:
        file.truncate(40 * 2**20 + 1)
    assert "larger than 40 MB" in str(load(tiny).problems[-1])


def test_links_out_of_the_folder_are_refused(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside")
    for name in ("port.png", "trade.csv", "hill.yaml"):
        (outside / name).write_bytes(b"secret")
    for link in ("pictures/port.png", "trade.csv", "hill.yaml"):
        (tiny / link).unlink()
        (tiny / link).symlink_to(outside / Path(link).name)
    lines = [str(problem) for problem in load(tiny).problems]
    assert [line.partition(": error")[0] for line in lines] == [
        "hill.yaml:1:1",
        "overview.yaml:7:12",
        "river.yaml:21:14",
    ]
    assert all("copy the file itself into it" in line for line in lines)


def test_a_link_to_itself_is_no_file(tiny: Path):
    for link in ("pictures/port.png", "hill.yaml"):
        (tiny / link).unlink()
        (tiny / link).symlink_to(tiny / link)
    lines = [str(problem) for problem in load(tiny).problems]
    assert [line.partition(": error")[0] for line in lines] == ["hill.yaml:1:1", "overview.yaml:7:12"]


def test_what_is_no_plain_file_is_not_waited_for(tiny: Path):
    (tiny / "hill.yaml").unlink()
    os.mkfifo(tiny / "hill.yaml")
    (tiny / "trade.csv").unlink()
    (tiny / "trade.csv").mkdir()
    (tiny / "folder.yaml").mkdir()
    lines = [str(problem) for problem in load(tiny).problems]
    assert [line.partition(": error")[0] for line in lines] == ["folder.yaml:1:1", "hill.yaml:1:1", "river.yaml:21:14"]


def test_files_that_other_programs_leave_are_passed_over(tiny: Path):
    (tiny / "._overview.yaml").write_bytes(b"\0\5\26\7")
    (tiny / "notes.txt").write_text("hello", encoding="utf-8")
    assert load(tiny).problems == ()


def test_a_file_with_the_other_ending_is_pointed_out(tiny: Path):
    (tiny / "hill.yaml").rename(tiny / "hill.yml")
    loaded = load(tiny)
    assert [str(each) for each in loaded.problems] == [
        "hill.yml:1:1: warning: this file is not read: name it `hill.yaml`"
    ]
    assert loaded.errors == ()


def test_a_file_whose_name_cannot_be_an_id(tiny: Path):
    (tiny / "hill.yaml").rename(tiny / "Hill Zone.yaml")
    (problem,) = load(tiny).problems
    assert str(problem).startswith("Hill Zone.yaml:1:1: error: rename the file `Hill Zone.yaml`: its name can have")


def test_a_name_that_is_no_text_can_be_told(tiny: Path):
    (tiny / os.fsdecode(b"\xff\n.yaml")).write_text("a: 1", encoding="utf-8")
    for problem in load(tiny).problems:
        str(problem).encode()


def test_a_decks_own_theme_stands_before_kiosks(tiny: Path):
    day = (Path(__file__).parents[2] / "assets" / "themes" / "day.yaml").read_text(encoding="utf-8")
    (tiny / "themes").mkdir()
    (tiny / "themes" / "day.yaml").write_text(day.replace("#fffdf9e6", "#ABCDEF"), encoding="utf-8")
    (tiny / "themes" / "fair.yaml").write_text(day.replace("en: Day", "en: Fair, fr: Foire"), encoding="utf-8")
    loaded = load(tiny)
    assert loaded.problems == ()
    themes = dict(loaded.themes)
    assert list(themes) == ["day", "fair", "two-rivers"]
    assert themes["day"].colours.surface == "#abcdef"
    assert themes["fair"].name.say("fr") == "Foire"


def test_a_broken_theme_is_told_and_kiosks_own_stays(tiny: Path):
    day = (Path(__file__).parents[2] / "assets" / "themes" / "day.yaml").read_text(encoding="utf-8")
    (tiny / "themes").mkdir()
    (tiny / "themes" / "day.yaml").write_text(day.replace('"#ddd2bf"', "beige"), encoding="utf-8")
    loaded = load(tiny)
    (problem,) = loaded.problems
    assert str(problem).startswith("themes/day.yaml:12:17: error: `beige` is not a colour: write it like")
    assert "day" in dict(loaded.themes)
