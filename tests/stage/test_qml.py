"""The QML is clean: types, properties and slots that exist, plain text everywhere, no colour outside the theme."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from linting import KIOSK, lint, linted_copy

QML = KIOSK / "stage" / "qml"
FILES = sorted(QML.rglob("*.qml"))


@pytest.fixture(scope="session")
def linted(tmp_path_factory) -> Path:
    return linted_copy(tmp_path_factory.mktemp("qml"))


def test_linter_knows_the_types_of_python(linted):
    """A scan that found nothing would pass everything."""
    types = (linted / "Kiosk" / "Backstage" / "python.qmltypes").read_text(encoding="utf-8")
    for name in ("Rows", "Stage", "StagePicture", "Texts", "Theme"):
        assert f"Kiosk.Backstage/{name} 1.0" in types


def test_qmllint_has_nothing_to_say(linted):
    playable = find_spec("PySide6.QtMultimedia") is not None  # an extra; what is not there cannot be looked at
    files = [linted / path.relative_to(QML) for path in FILES if playable or path.stem != "Film"]
    assert len(files) > 25
    lint(linted, *files)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_plain(path):
    """Rich text crashes Qt's controls, freezes the screen, and makes network requests (design, decision 8)."""
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"^( *)(Text|TextEdit|TextInput) \{$", source, re.MULTILINE):
        block = source[match.end() :].split(f"\n{match[1]}}}")[0]
        assert "textFormat: Text.PlainText" in block or match[2] == "TextInput"  # which knows no other


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
