"""The wheel is whole: what it installs runs from any folder, without the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tiny import write_tiny_deck

ROOT = Path(__file__).parents[1]


def run(folder: Path, *command: str | Path, **environment: str) -> str:
    """What a Python command prints; it has to succeed. Without the checkout on its path."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_runs_without_the_checkout(tmp_path):
    run(ROOT, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist")
    (wheel,) = (tmp_path / "dist").glob("kiosk_booth-*.whl")
    check_contents(wheel)

    target, away = tmp_path / "target", tmp_path / "away"
    away.mkdir()
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-compile")
    run(away, "-m", "pip", "install", *options, "--target", target, wheel)
    installed = {"PYTHONPATH": str(target), "KIOSK_CACHE": str(tmp_path / "cache")}
    places = "import kiosk, kiosk.places as p; print(kiosk.__file__, p.ASSETS, p.FONTS, p.SAMPLE_DECK, sep='\\n')"
    for place in run(away, "-c", places, **installed).splitlines():
        assert Path(place).is_relative_to(target), place
        assert Path(place).exists(), place

    write_tiny_deck(away / "deck")
    for name in ("river.yaml", "hill.yaml"):
        (away / "deck" / name).unlink()
    size = ("--size", "640x360", "--language", "en", "--theme", "two-rivers")
    told = run(away, "-m", "kiosk", "tour", "deck", *size, "--out", "pictures", **installed)
    assert told == "pictures/contact-sheet.png\n"
    shots = json.loads((away / "pictures" / "tour.json").read_text(encoding="utf-8"))
    assert len(shots) == 19
    assert {(shot["language"], shot["theme"]) for shot in shots} == {("en", "two-rivers")}
    assert all((away / "pictures" / shot["file"]).is_file() for shot in shots)
    assert run(away, "-m", "kiosk", "check", **installed).endswith("0 errors, 0 warnings\n")
    run(away, "-m", "kiosk", "new", "mine", **installed)
    assert run(away, "-m", "kiosk", "check", "mine", **installed).endswith("0 errors, 0 warnings\n")


def check_contents(wheel: Path) -> None:
    """Every module, QML file, font and theme of the checkout is in the wheel, and the sample deck as well."""
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kiosk").rglob("*") if is_source(path)}
    for folder in ("assets", "slides"):
        files = (path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file())
        expected |= {f"kiosk/{name}" for name in files if "/." not in name}
    assert {"kiosk/assets/themes/day.yaml", "kiosk/assets/fonts/NotoSansSC-Regular.ttf"} <= expected
    assert {"kiosk/stage/qml/Kiosk/Main.qml", "kiosk/stage/qml/Kiosk/qmldir", "kiosk/slides/deck.yaml"} <= expected
    assert expected - names == set()
    assert not [name for name in names if name.startswith(("tests/", "kiosk/tests/")) or "__pycache__" in name]
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert any(name.endswith("/licenses/assets/fonts/OFL.txt") for name in names)


def is_source(path: Path) -> bool:
    return path.suffix in {".py", ".qml", ".html"} or path.name == "qmldir"
