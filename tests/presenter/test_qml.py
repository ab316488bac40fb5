"""The console's QML is clean as the booth's is: known types, plain text, the theme's colours, and words there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from linting import KIOSK, check_file, lint, linted_copy

from kiosk.presenter.words import WORDS

QML = KIOSK / "presenter" / "qml"
FILES = sorted(QML.rglob("*.qml"))


@pytest.fixture(scope="session")
def linted(tmp_path_factory) -> Path:
    return linted_copy(tmp_path_factory.mktemp("qml"), "presenter")


def test_qmllint_has_nothing_to_say(linted):
    assert len(FILES) > 12
    lint(linted, *(linted / path.relative_to(QML) for path in FILES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_plain_text_and_the_themes_colours(path):
    check_file(path)


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
