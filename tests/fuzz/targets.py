"""What is done with mutants, and what must hold: each target takes a mutant and a folder to work in."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path

from fuzz import mutants, packed
from fuzz.bases import Files
from fuzz.mutants import Named

from kiosk.deck.problems import DeckError

LINE = re.compile(r"[^\n]+:\d+:\d+: (error|warning): [^\n]+")
_written: dict[Path, bytes] = {}
"""What lies in the working folder."""


def deck(mutant: tuple[Files, str], folder: Path) -> str:
    """A deck is loaded, every slide of what is left of it is put into words, and every chart made a job."""
    from kiosk.charts import chart_job
    from kiosk.deck.load import load
    from kiosk.deck.shown import Reader

    files, damaged = mutant
    _lay_out(folder, files)
    loaded = load(folder)
    for problem in loaded.problems:
        assert LINE.fullmatch(str(problem)), f"no place and message: {problem!s}"
    if loaded.deck is None:
        assert loaded.errors, "no deck and no reason"
        return damaged
    theme = dict(loaded.themes)[loaded.deck.theme]
    for language in (*loaded.deck.languages, "en"):
        reader = Reader(loaded.deck, language)
        reader.scenes()
        for platform in loaded.deck.platforms:
            for slide in platform.slides:
                reader.slide(platform, slide)
                if slide.layout == "chart":
                    job = chart_job(loaded.deck, slide.chart, theme, language, 1040, 620, 1.0, 1.0, "#2fa294")
                    assert job.key
    return damaged


def table(mutant: Named, folder: Path) -> str:
    """A table is read, or refused with a place in its file."""
    from kiosk.deck.spreadsheet import read_sheet
    from kiosk.deck.workbook import read_workbook

    name, content = mutant
    path = folder / name
    path.write_bytes(content)
    read = partial(read_workbook, sheet="", cells="") if name.endswith(".xlsx") else read_sheet
    try:
        columns, rows, lines = read(path, name)
    except DeckError as wrong:
        _check_faults(wrong, name)
    else:
        assert columns
        assert rows
        assert len(lines) == len(rows)
        assert {len(row) for row in rows} == {len(columns)}
    finally:
        path.unlink()
    return name


def picture(mutant: Named, folder: Path) -> str:
    """A picture is refused at the check; or else Qt decodes it, or gives up, within its limits."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageReader

    from kiosk.deck.files import check_picture

    name, content = mutant
    path = folder / name
    path.write_bytes(content)
    try:
        check_picture(path)
        reader = _reader()(str(path))
        assert isinstance(reader, QImageReader)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(QSize(1920, 1080), _kept()))
        reader.read()
    except DeckError as wrong:
        _check_faults(wrong)
    finally:
        path.unlink()
    return name


def _check_faults(wrong: DeckError, file: str = "") -> None:
    """What is refused is so with reasons, each of one line, and with its place where a file is named."""
    assert wrong.faults, "refused without a reason"
    for fault in wrong.faults:
        assert fault.message.strip(), "a reason without words"
        assert "\n" not in fault.message, "a reason of several lines"
        assert not file or fault.at or (fault.file, fault.line > 0) == (file, True), f"no place: {fault}"


@cache
def _reader():
    """Qt's reader of pictures, as the booth sets it."""
    import os

    from kiosk.stage import graphics

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "*=false"
    graphics.prepare(Path("/nonexistent"))
    from PySide6.QtGui import QImageReader

    from kiosk.stage.application import application

    application()
    return QImageReader


def _kept():
    from PySide6.QtCore import Qt

    return Qt.AspectRatioMode.KeepAspectRatio


def _lay_out(folder: Path, files: dict[str, bytes]) -> None:
    """Have exactly these files in a folder; only those that differ are written."""
    wanted = {folder / name: content for name, content in files.items()}
    for path in [path for path in _written if path not in wanted]:
        path.unlink()
        del _written[path]
    for path, content in wanted.items():
        if _written.get(path) != content:
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_bytes(content)
            _written[path] = content


TARGETS = {
    "decks": (mutants.deck, deck),
    "tables": (mutants.table, table),
    "pictures": (mutants.picture, picture),
    "packed": (packed.mutant, packed.target),
}
"""How a mutant is made from a seed and a number, and what is done with it."""


def keep(target: str, seed: int, number: int, folder: Path) -> Path:
    """Put down the files of a mutant, to look at."""
    folder = folder / f"{target}-{seed}-{number}"
    made = TARGETS[target][0](seed, number)
    for name, content in (made[0] if target == "decks" else dict([made])).items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(content)
    return folder
