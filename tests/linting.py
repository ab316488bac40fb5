"""What the tests of every program's QML share: the linter with Python's types, and what each file has to keep to."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6

KIOSK = Path(__file__).parents[1] / "kiosk"
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"


def linted_copy(folder: Path, *programs: str) -> Path:
    """The QML of programs, by their folders in `kiosk`, with what the linter has to know of Python's types beside it.

    The stage's is always there: the others use it.
    """
    sources = []
    for place in dict.fromkeys(("stage", *programs)):
        shutil.copytree(KIOSK / place / "qml", folder, dirs_exist_ok=True)
        sources += [path for path in (KIOSK / place).glob("*.py") if "@Qml" in path.read_text(encoding="utf-8")]
    backstage = folder / "Kiosk" / "Backstage"
    backstage.mkdir()
    sources.sort(key=_depth)  # a class is to be read after its base
    run_tool("pyside6-metaobjectdump", "-o", folder / "types.json", *sources)
    foreign = ",".join(str(METATYPES / f"qt6{name}_metatypes.json") for name in ("core", "gui", "qml", "quick"))
    run_tool(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", backstage / "python.qmltypes", "-o", folder / "unused.cpp", folder / "types.json"),
        *("--import-name", "Kiosk.Backstage", "--major-version", "1", "--minor-version", "0"),
        f"--foreign-types={foreign}",
    )
    lines = "module Kiosk.Backstage\ntypeinfo python.qmltypes\ndepends QtQuick\n"
    (backstage / "qmldir").write_text(lines, encoding="utf-8")
    return folder


def _depth(path: Path) -> int:
    """How far below Qt's own classes a module's class is."""
    text = path.read_text(encoding="utf-8")
    return next((depth for base, depth in (("PanelPage", 2), ("Follower", 1)) if f"({base})" in text), 0)


def lint(folder: Path, *files: Path) -> None:
    """Fail where the linter has anything to say of files of that copy."""
    run_tool("pyside6-qmllint", "-W", "0", "--unused-imports", "warning", "-I", folder, *files)


def run_tool(*command: str | Path) -> None:
    """Run one of PySide's own tools; fail where it does."""
    tool = Path(sys.executable).parent / str(command[0])
    done = subprocess.run([tool, *map(str, command[1:])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"


def check_file(path: Path) -> None:
    """A file of a program beside the stage has plain text, no colour and no `var` of its own, and is in its qmldir."""
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"^( *)(Text|TextEdit|TextInput) \{$", source, re.MULTILINE):
        block = source[match.end() :].split(f"\n{match[1]}}}")[0]
        assert "PlainText" in block or match[2] == "TextInput"
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|Qt\.rgba|\"(?:white|black|red|gold|navy)\"", source)
    assert "property var" not in source
    listed = (path.parent / "qmldir").read_text(encoding="utf-8")
    assert re.search(rf"{path.stem} 1\.0 {path.name}$", listed, re.MULTILINE)
