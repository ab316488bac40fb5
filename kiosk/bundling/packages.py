"""Copies Python, its standard library, Kiosk, and the packages that it needs, without what only developers use."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from kiosk.places import ASSETS, SAMPLE_DECK

_PACKAGE: Final = Path(__file__).parents[1]
_NOT_OF_PYTHON: Final = (
    "site-packages",
    "test",
    "idlelib",
    "tkinter",
    "turtledemo",
    "turtle.py",
    "ensurepip",
    "lib2to3",
    "venv",
    "pydoc_data",
    "distutils",
    "__pycache__",
    "config-*",
    "_tkinter*",
    "_test*",
    "_ctypes_test*",
    "_xxtestfuzz*",
    "_xxsub*",
    "*.a",
)
_NOT_OF_QT: Final = (
    "assistant",
    "designer",
    "linguist",
    "lrelease",
    "lupdate",
    "qmlformat",
    "qmllint",
    "qmlls",
    "svgtoqml",
    "balsam*",
    "qsb",
    "*.pyi",
    "doc",
    "glue",
    "include",
    "scripts",
    "typesystems",
    "metatypes",
    "translations",
    "libexec",
    "sqldrivers",
    "qmltooling",
    "printsupport",
    "vectorimageformats",
    "wayland-graphics-integration-server",
    "*Designer*",
    "*Help*",
    "*UiTools*",
    "*QtSql*",
    "libQt6Sql*",
    "*PrintSupport*",
    "*QmlCompiler*",
    "*QuickTest*",
    "libQt6Lottie*",
    "*VectorImage*",
    "*LabsStyleKit*",
    "*WaylandCompositor*",
    "*QuickDialogs2*",
    "*Controls2Imagine*",
    "*Controls2Fusion*",
    "*Controls2Material*",
    "*Controls2Universal*",
    "*Controls2FluentWinUI3*",
    "Dialogs",
    "Imagine",
    "Fusion",
    "Material",
    "Universal",
    "FluentWinUI3",
)
"""Of PySide6: tools, headers, other languages' words, and styles and parts of Qt that Kiosk does without."""
_NOT_OF_PACKAGES: Final = ("__pycache__", "tests", "sample_data", "*.pyi", "INSTALLER", "REQUESTED", "direct_url.json")


def copy_python(to: Path) -> Path:
    """The program that runs now and its standard library; the folder for its packages. Raises OSError."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (to / "bin").mkdir(parents=True)
    program = Path(sys.base_prefix) / "bin" / version
    shutil.copy2(program.resolve(), to / "bin" / "python3")
    library = to / "lib" / version
    shutil.copytree(sysconfig.get_path("stdlib"), library, ignore=shutil.ignore_patterns(*_NOT_OF_PYTHON))
    packages = library / "site-packages"
    packages.mkdir()
    return packages


def copy_packages(to: Path, extras: tuple[str, ...] = ()) -> list[Distribution]:
    """Kiosk and what its pyproject.toml asks for, as they are installed here; all but Kiosk. Raises OSError."""
    shutil.copytree(_PACKAGE, to / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ASSETS, to / "kiosk" / "assets")
    shutil.copytree(SAMPLE_DECK, to / "kiosk" / "slides", ignore=shutil.ignore_patterns(".*"))
    found = list(_needed(extras))
    for each in found:
        for file in each.files or ():
            source, name = Path(str(file.locate())), file.as_posix()
            if name.startswith("..") or _is_left_out(name) or not source.is_file():
                continue
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return found


def _needed(extras: tuple[str, ...]) -> Iterator[Distribution]:
    """The packages by their own lists of what they need, each once."""
    project = tomllib.loads((_PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"]]
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    waiting = [Requirement(each) for each in asked]
    seen = set()
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in seen:
            continue
        seen.add(name)
        found = distribution(wanted.name)
        yield found
        for line in found.requires or ():
            needed = Requirement(line)
            if needed.marker is None or any(needed.marker.evaluate({"extra": each}) for each in ("", *wanted.extras)):
                waiting.append(needed)


def _is_left_out(name: str) -> bool:
    parts = name.split("/")
    patterns = (*_NOT_OF_PACKAGES, *(_NOT_OF_QT if parts[0] == "PySide6" else ()))
    return any(fnmatch(part, pattern) for part in parts[1:] for pattern in patterns)
