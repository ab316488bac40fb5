"""The tour: a picture of every screen, the list of them, and the contact sheet."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from spread import rather
from tiny import write_tiny_deck

ROOT = Path(__file__).parents[1]
SIZES = ["640x360", "360x640"]
LANGUAGES = ["en", "zh"]
SCREENS = [
    *("attract", "attract-2", "hub", "attract-message", "hub-message", "welcome", "idea", "numbers"),
    *("river-profile", "trade", "history", "sights", "more"),
    *("operator-pin", "operator-panel", "operator-import", "operator-ready", "operator-visits", "operator-test"),
    *("operator-cleaning", "operator-quit"),
    *("take-home", "show-slides", "show-keys"),
]
PLATFORMS = ("river-profile", "trade", "history", "sights", "more")
"""Slides in files of their own."""


def tour(folder: Path, cache: Path, *options: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "tour", "deck", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "KIOSK_CACHE": str(cache)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done


def every(option: str, values: list[str]) -> list[str]:
    return [word for value in values for word in (option, value)]


@pytest.fixture(scope="module", params=rather(SIZES[:1], SIZES), ids=["one size", "two sizes"])
def sizes(request) -> list[str]:
    return request.param


@pytest.fixture(scope="module")
def toured(tmp_path_factory, drawn, sizes) -> Path:
    """The tiny deck's tour; its scenes would pass quickly if nobody attended them."""
    folder = tmp_path_factory.mktemp("tour")
    write_tiny_deck(folder / "deck")
    deck = folder / "deck" / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("scene: 5}", "scene: 1}"), encoding="utf-8")
    done = tour(folder, drawn, *every("--size", sizes), "--out", "pictures")
    assert done.stdout == "pictures/contact-sheet.png\n"
    return folder / "pictures"


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height as a PNG file's header has them."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:])


def test_every_screen_is_there_in_every_size_and_language_and_looks_like_no_other(toured, sizes):
    """One test for one tour, which takes a while."""
    shots = json.loads((toured / "tour.json").read_text(encoding="utf-8"))
    seen = [(f"{shot['width']}x{shot['height']}", shot["language"], shot["id"]) for shot in shots]
    assert seen == [(size, language, screen) for size in sizes for language in LANGUAGES for screen in SCREENS]
    check_list(toured, shots)
    check_folder(toured, shots)
    check_looks(toured, shots)


def check_list(toured: Path, shots: list[dict]) -> None:
    """The list names each picture with its size."""
    for shot in shots:
        assert list(shot) == ["id", "language", "theme", "file", "width", "height"]
        number = SCREENS.index(shot["id"]) + 1
        folder = f"{shot['language']}-{shot['width']}x{shot['height']}-day"
        assert shot["theme"] == "day"
        assert shot["file"] == f"{folder}/{number:03}-{shot['id']}.png"
        assert size_of(toured / shot["file"]) == (shot["width"], shot["height"])


def check_folder(toured: Path, shots: list[dict]) -> None:
    """Nothing else lies in the folder, and the contact sheet has room for every picture."""
    files = {path.relative_to(toured).as_posix() for path in toured.rglob("*") if path.is_file()}
    assert files == {shot["file"] for shot in shots} | {"tour.json", "contact-sheet.png"}
    width, height = size_of(toured / "contact-sheet.png")
    assert width * height > len(shots) * 320 * 180


def check_looks(toured: Path, shots: list[dict]) -> None:
    """A tour that stood still would pass everything else; the attract loop alone says the same in every language."""
    pictures: dict[bytes, list[tuple]] = {}
    for shot in shots:
        content = (toured / shot["file"]).read_bytes()
        pictures.setdefault(content, []).append((shot["width"], shot["id"]))
    for same in pictures.values():
        assert len(set(same)) == 1
        assert len(same) == 1 or same[0][1].startswith("attract")


@pytest.mark.long
def test_two_themes_and_one_language_in_the_folder_that_is_given_by_default(tmp_path, drawn):
    write_tiny_deck(tmp_path / "deck")
    for name in ("river.yaml", "hill.yaml"):
        (tmp_path / "deck" / name).unlink()
    screens = [screen for screen in SCREENS if screen not in PLATFORMS]
    done = tour(tmp_path, drawn, "--language", "zh", "--size", "360x640", *every("--theme", ["two-rivers", "day"]))
    assert done.stdout == "tour/contact-sheet.png\n"
    listed = json.loads((tmp_path / "tour" / "tour.json").read_text(encoding="utf-8"))
    assert {shot["language"] for shot in listed} == {"zh"}
    assert [shot["theme"] for shot in listed] == ["two-rivers"] * len(screens) + ["day"] * len(screens)
    night, day = ((tmp_path / "tour" / listed[at]["file"]).read_bytes() for at in (2, 2 + len(screens)))
    assert night != day
