"""What no file of Kiosk may use, lest there be a way out of the booth or a way in for a deck's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[2] / "kiosk"
QML = sorted((KIOSK / "stage" / "qml").rglob("*.qml"))
BOOTH = ("stage", "charts", "deck", "navigator.py", "walk.py", "sparing.py", "cli/booth.py")
"""What runs while visitors are there."""

FORBIDDEN = {
    "links, files and programs of the system": r"openUrlExternally|QDesktopServices|FileDialog|QtQuick\.Dialogs|"
    r"Qt\.labs|SystemTray|QProcess|startDetached",
    "what may fetch or run something": r"XMLHttpRequest|createQmlObject|WorkerScript|WebSocket|WebEngine|WebView|"
    r"QtNetwork|QNetwork|\bimport\s+\"|RichText|StyledText|MarkdownText|AutoText",
    "text that can be selected, and menus": r"\b(TextInput|TextEdit|TextField|TextArea|SpinBox|ComboBox|Menu|"
    r"ContextMenu|MenuBar|ToolTip)\s*\{|selectByMouse|persistentSelection",
    "dragging in and out": r"\bDropArea\b|\bDrag\.|DragEnter|QMimeData|QDrag\b|QClipboard|clipboard\(",
    "keys of its own": r"\b(Shortcut|Action|StandardKey)\b\s*[.{]",
    "more windows": r"\b(Popup|Dialog|ApplicationWindow|MessageDialog|Window)\s*\{|\bQMessageBox|QtQuick\.Controls",
}
IN_PYTHON = (
    r"(?<!app\.)\b(eval|exec|system|popen|execv\w*|spawnv\w*)\(|\bsubprocess\b|\bsocket\b|urllib|http\.client|usetex"
)


def _booth() -> list[Path]:
    return sorted(path for path in KIOSK.rglob("*.py") if path.relative_to(KIOSK).as_posix().startswith(BOOTH))


def _code(path: Path) -> str:
    """A file without its comments."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*//.*$", "", text) if path.suffix == ".qml" else re.sub(r'(?s)""".*?"""|#.*?$', "", text)


MEANT = {("Main.qml", "Window {"), ("Entry.qml", "TextInput {")}
"""The booth itself, and the line in which visitors write, from which nothing can be selected or copied
(`stage/test_lead.py`)."""


@pytest.mark.parametrize("words", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_qml_uses(words):
    found = {
        (path.name, match.group())
        for path in QML
        for match in re.finditer(words, _code(path).replace("selectByMouse: false", ""))
    }
    assert not found - MEANT
    assert len(QML) > 40


def test_no_python_of_the_booth_runs_or_fetches_anything():
    words = "|".join((IN_PYTHON, *(FORBIDDEN[name] for name in list(FORBIDDEN)[:2])))
    found = {(path.name, match.group()) for path in _booth() for match in re.finditer(words, _code(path))}
    assert found == {("pyside.py", "exec(")}, "PySide's own sources, as it would do itself"
    assert len(_booth()) > 100


SOURCES = {
    "root.stage.scenery.picture(root.image)",
    "root.stage.scenery.picture(root.logo)",
    "root.stage.scenery.picture(frame.image)",
    'root.image ? root.stage.scenery.picture(root.image) : ""',
    "picture.base",
    "picture.marks",
    "file",
    "root.file",
}
"""Where pictures, films and screens come from: the deck's folder by a name that was checked, or the worker's files."""


def test_whatever_is_loaded_comes_from_the_decks_folder_or_the_cache():
    """A `source:` in any other way is to be looked at by somebody before it is added here."""
    for path in QML:
        for block, source in re.findall(r"(?m)^ *(\w+) \{(?:\n(?! *\w+ \{).*)*?\n *source: (.+)$", _code(path)):
            if block not in {"Figure", "Spot"}:  # a source of theirs is the id of a publication
                assert source in SOURCES or source == "root.source", f"{path.name}: {source}"


@pytest.mark.parametrize("name", ["http://127.0.0.1/x.png", "data:image/png;base64,AAAA", "image://x", "qrc:/x"])
def test_a_name_that_is_an_address_stays_a_file_of_the_deck(screen, tiny_folder, name):
    """Such a name does not get through the check; if one did, it would be no address for Qt."""
    url = screen.booth.stage.scenery.picture(name)
    assert url.isLocalFile() or url.isEmpty()
    assert not url.host()
    assert url.isEmpty() or Path(url.toLocalFile()).resolve().is_relative_to(tiny_folder)
