"""The console's QML is clean as the booth's is: known types, plain text, the theme's colours, and words there are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from kiosk.presenter.words import WORDS

KIOSK = Path(__file__).parents[2] / "kiosk"
QML = KIOSK / "presenter" / "qml"
FILES = sorted(QML.rglob("*.qml"))
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"


def _run(*command) -> None:
    tool = Path(sys.executable).parent / str(command[0])
    done = subprocess.run([tool, *map(str, command[1:])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def linted(tmp_path_factory) -> Path:
    """A copy of both programs' QML with what the linter has to know of Python's types beside it."""
    folder = tmp_path_factory.mktemp("qml")
    for qml in (KIOSK / "stage" / "qml", QML):
        shutil.copytree(qml, folder, dirs_exist_ok=True)
    backstage = folder / "Kiosk" / "Backstage"
    backstage.mkdir()
    sources = [
        p for place in ("stage", "presenter") for p in (KIOSK / place).glob("*.py") if "@Qml" in p.read_text("utf-8")
    ]
    sources.sort(key=lambda path: "(Follower)" in path.read_text("utf-8"))  # its bases are to be read before
    _run("pyside6-metaobjectdump", "-o", folder / "types.json", *sources)
    foreign = ",".join(str(METATYPES / f"qt6{name}_metatypes.json") for name in ("core", "gui", "qml", "quick"))
    _run(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", backstage / "python.qmltypes", "-o", folder / "unused.cpp", folder / "types.json"),
        *("--import-name", "Kiosk.Backstage", "--major-version", "1", "--minor-version", "0"),
        f"--foreign-types={foreign}",
    )
    lines = "module Kiosk.Backstage\ntypeinfo python.qmltypes\ndepends QtQuick\n"
    (backstage / "qmldir").write_text(lines, encoding="utf-8")
    return folder


def test_qmllint_has_nothing_to_say(linted):
    files = [linted / path.relative_to(QML) for path in FILES]
    assert len(files) > 12
    _run("pyside6-qmllint", "-W", "0", "--unused-imports", "warning", "-I", linted, *files)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_plain_text_and_the_themes_colours(path):
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"^( *)(Text|TextEdit|TextInput) \{$", source, re.MULTILINE):
        block = source[match.end() :].split(f"\n{match[1]}}}")[0]
        assert "PlainText" in block or match[2] == "TextInput"
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|Qt\.rgba|\"(?:white|black|red|gold|navy)\"", source)
    assert "property var" not in source
    listed = (path.parent / "qmldir").read_text(encoding="utf-8")
    assert re.search(rf"{path.stem} 1\.0 {path.name}$", listed, re.MULTILINE)


def test_every_word_is_known_and_used():
    """Words are named where they are said, or in the code that says what happened."""
    python = "".join(
        path.read_text(encoding="utf-8") for path in (KIOSK / "presenter").glob("*.py") if path.stem != "words"
    )
    source = python + "".join(path.read_text(encoding="utf-8") for path in FILES)
    for name in WORDS:
        assert re.search(rf"\"{name}\"", source), name
    said = re.findall(r"\bword\([^()\"]*\"(\w+)\"(?: : \"(\w+)\")?", source)
    assert {name for pair in said for name in pair if name} <= set(WORDS)
