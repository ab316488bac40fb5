"""The QML is clean: types, properties and slots that exist, plain text everywhere, no colour outside the theme."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import PySide6
import pytest

QML = Path(__file__).parents[2] / "kiosk" / "stage" / "qml"
FILES = sorted(QML.rglob("*.qml"))
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"


@pytest.fixture(scope="session")
def linted(tmp_path_factory) -> Path:
    """A copy of the QML with what the linter has to know of Python's types beside it."""
    folder = tmp_path_factory.mktemp("qml")
    shutil.copytree(QML, folder, dirs_exist_ok=True)
    backstage = folder / "Kiosk" / "Backstage"
    backstage.mkdir()
    sources = [path for path in (QML.parent).glob("*.py") if "@Qml" in path.read_text(encoding="utf-8")]
    sources.sort(key=_depth)  # a class is to be read after its base
    _run("pyside6-metaobjectdump", "-o", folder / "types.json", *sources)
    foreign = ",".join(str(METATYPES / f"qt6{name}_metatypes.json") for name in ("core", "gui", "qml", "quick"))
    _run(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", backstage / "python.qmltypes", "-o", folder / "unused.cpp", folder / "types.json"),
        *("--import-name", "Kiosk.Backstage", "--major-version", "1", "--minor-version", "0"),
        f"--foreign-types={foreign}",
    )
    (backstage / "qmldir").write_text(
        "module Kiosk.Backstage\ntypeinfo python.qmltypes\ndepends QtQuick\n", encoding="utf-8"
    )
    return folder


def _depth(path: Path) -> int:
    """How far below Qt's own classes a module's class is."""
    text = path.read_text(encoding="utf-8")
    return next((depth for base, depth in (("PanelPage", 2), ("Follower", 1)) if f"({base})" in text), 0)


def _run(*command) -> None:
    tool = Path(sys.executable).parent / str(command[0])
    done = subprocess.run([tool, *map(str, command[1:])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"


def test_linter_knows_the_types_of_python(linted):
    """A scan that found nothing would pass everything."""
    types = (linted / "Kiosk" / "Backstage" / "python.qmltypes").read_text(encoding="utf-8")
    for name in ("Rows", "Stage", "StagePicture", "Texts", "Theme"):
        assert f"Kiosk.Backstage/{name} 1.0" in types


def test_qmllint_has_nothing_to_say(linted):
    playable = find_spec("PySide6.QtMultimedia") is not None  # an extra; what is not there cannot be looked at
    files = [linted / path.relative_to(QML) for path in FILES if playable or path.stem != "Film"]
    assert len(files) > 25
    _run("pyside6-qmllint", "-W", "0", "--unused-imports", "warning", "-I", linted, *files)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_plain(path):
    """Rich text crashes Qt's controls, freezes the screen, and makes network requests (design, decision 8)."""
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"^( *)(Text|TextEdit|TextInput) \{$", source, re.MULTILINE):
        block = source[match.end() :].split(f"\n{match[1]}}}")[0]
        assert "textFormat: Text.PlainText" in block


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_colour_but_the_themes(path):
    source = path.read_text(encoding="utf-8")
    if path.stem == "ProbePatch":
        return  # its colours are a contract with programs outside
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|Qt\.rgba|\"(?:white|black|red|gold|navy)\"", source)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_untyped_property(path):
    assert "property var" not in path.read_text(encoding="utf-8")


def test_every_file_is_in_its_modules_list():
    for folder in {path.parent for path in FILES}:
        listed = (folder / "qmldir").read_text(encoding="utf-8")
        for path in folder.glob("*.qml"):
            assert re.search(rf"{path.stem} 1\.0 {path.name}$", listed, re.MULTILINE), path.name
