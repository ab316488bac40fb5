"""The booth as a process of its own: it starts, says when it is complete, and leaves when told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from processes import PROBE, alive, environment, linux, maps, until

from kiosk.deck.load import load
from kiosk.places import SAMPLE_DECK

HEAVY = ("pydantic", "yaml", "typer", "rich", "matplotlib", "numpy", "difflib", "segno")
TELLS_IMPORTS = f"""
import atexit, sys
atexit.register(lambda: print("imported:", *(set({HEAVY}) & sys.modules.keys())))
from kiosk.cli import main
main()
"""

TELLS_OPENED = """
import sys
class Told:
    def write(self, text):
        opened = "Qt" in vars(sys.modules["PySide6.QtCore"])
        return stdout.write(text.replace("complete", f"complete, the namespace Qt opened: {opened}"))
    def flush(self):
        stdout.flush()
stdout, sys.stdout = sys.stdout, Told()
from kiosk.cli import main
main()
"""

TELLS_CHANGES = """
import os, sys
def tell(event, given):
    if event in {"os.putenv", "os.unsetenv"} and len(os.listdir("/proc/self/task")) > 1:
        sys.stderr.write(f"{event} {given[0]}\\n")
sys.addaudithook(tell)
from kiosk.cli import main
main()
"""


@linux
@pytest.mark.cold
def test_a_booth_changes_no_environment_that_other_threads_read(start, tiny_folder, tmp_path):
    """One that looks something up there meanwhile would end the process: 1 of 250 starts did."""
    booth = start("run", tiny_folder, "--windowed", "800x600", "--start", "trade", python=("-c", TELLS_CHANGES))
    until((tmp_path / "state" / "status.json").exists)
    until(lambda: len(booth.descendants()) > 2, seconds=30)  # the chart's workers too
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


@pytest.mark.parametrize("locale", ["xx_YY.UTF-8", "C"])
def test_a_locale_that_is_not_there_is_no_matter(start, tiny_folder, locale):
    booth = start("run", tiny_folder, *PROBE, env={"LC_ALL": locale})
    assert booth.line() == "slide 0 complete"
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


@linux
@pytest.mark.parametrize(
    ("number", "everybody"),
    [
        pytest.param(signal.SIGTERM, False, marks=pytest.mark.long),
        pytest.param(signal.SIGINT, False, marks=pytest.mark.long),
        (signal.SIGINT, True),
    ],
    ids=["SIGTERM", "SIGINT", "Ctrl+C in a terminal"],
)
@pytest.mark.cold
def test_a_signal_ends_the_booth_soon_and_nothing_is_left(start, tiny_folder, number, everybody):
    """Told to end while workers draw: exit code 0 within two seconds, nothing on stderr, no process left."""
    booth = start("run", tiny_folder, *PROBE, "--start", "trade")
    assert booth.line() == "slide 4 complete"
    assert booth.stderr() == ""
    workers = booth.descendants()
    assert workers, "the chart was drawn by a worker"
    code, took = booth.end(number, everybody=everybody)
    assert (code, booth.stderr()) == (0, "")
    assert took < 2
    until(lambda: not any(map(alive, workers)), seconds=2)
    assert not booth.stderr()


@linux
@pytest.mark.parametrize(
    ("library", "number"),
    [
        ("libshiboken6", signal.SIGINT),
        ("libQt6Quick", signal.SIGTERM),
        *(
            pytest.param(library, number, marks=pytest.mark.long)
            for library, number in (
                ("libshiboken6", signal.SIGTERM),
                ("libQt6Core", signal.SIGINT),
                ("libQt6Core", signal.SIGTERM),
                ("libQt6Qml", signal.SIGINT),
                ("libQt6Qml", signal.SIGTERM),
                ("libQt6Quick", signal.SIGINT),
            )
        ),
    ],
)
def test_a_signal_ends_a_booth_that_is_still_loading(start, tiny_folder, library, number):
    """Ctrl+C right after the start is neither lost nor answered with a traceback."""
    booth = start("run", tiny_folder, "--windowed", "800x600")
    until(lambda: any(library in maps(pid) for pid in booth.descendants()))
    code, took = booth.end(number)
    assert (code in {0, -number}, booth.stderr()) == (True, "")
    assert took < 2


@linux
@pytest.mark.cold
def test_a_signal_ends_a_booth_that_still_starts(start, tiny_folder):
    """The first picture is not drawn yet, the workers hardly spawned."""
    booth = start("run", tiny_folder, "--windowed", "800x600")
    until(lambda: len(booth.descendants()) > 1)
    workers = booth.descendants()
    code, took = booth.end(signal.SIGTERM)
    assert code == 0
    assert took < 2
    until(lambda: not any(map(alive, workers)), seconds=2)


@pytest.mark.cold
def test_a_second_start_imports_nothing_heavy(start, tiny_folder, tmp_path):
    """The deck comes compiled and the pictures drawn, so that nothing of what made them stands before the screen.

    What looks for imports finds some at the first start, where there are some.
    """
    first = start("run", tiny_folder, *PROBE, python=("-c", TELLS_IMPORTS))
    assert first.line() == "slide 0 complete"
    first.end(signal.SIGTERM)
    assert {"pydantic", "yaml"} <= set(first.line().split())
    assert list((tmp_path / "cache").glob("pyside-*"))
    again = start("run", tiny_folder, *PROBE, python=("-c", TELLS_IMPORTS))
    assert again.line() == "slide 0 complete"
    assert again.end(signal.SIGTERM)[0] == 0
    assert again.line().split() == ["imported:"], again.stderr()


@pytest.mark.cold
def test_the_first_screen_waits_for_none_of_qts_hundred_enums(start, tiny_folder):
    """PySide makes all of them when a module first says `Qt`, which takes 12 ms or more."""
    booth = start("run", tiny_folder, *PROBE, python=("-c", TELLS_OPENED))
    assert booth.line() == "slide 0 complete, the namespace Qt opened: False"


@pytest.mark.cold
def test_a_quick_machine_starts_with_nothing_drawn(start):
    """The first screen is looked at again and again until its pictures are there: Python 3.11 does not mind."""
    booth = start("run", SAMPLE_DECK, "--windowed", "1920x1080", "--probe", "--no-transitions")
    assert booth.line() == "slide 0 complete", booth.stderr()
    assert booth.stderr() == ""


def test_a_broken_slide_is_told_and_the_rest_is_shown(start, tiny_folder):
    overview = tiny_folder / "overview.yaml"
    text = overview.read_text(encoding="utf-8")
    overview.write_text(text.replace("layout: cover", "layout: covr"), encoding="utf-8")
    booth = start("run", tiny_folder, *PROBE)
    assert booth.line() == "slide 0 complete"
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr().startswith("deck/overview.yaml:4:13: error: ")
    assert len(booth.stderr().splitlines()) == 1


def test_a_character_that_the_font_lacks_is_no_noise_on_the_booths_stderr(start, tiny_folder):
    """The check tells of it; matplotlib would too, at every drawing."""
    table = tiny_folder / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("2018,", "20\u0e0118,"), encoding="utf-8")
    booth = start("run", tiny_folder, *PROBE, "--start", "trade")
    assert booth.line() == "slide 4 complete"
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


@pytest.mark.parametrize("garbage", ["][", "", "\x00\x01", "just words", "title: [", "languages: []"])
def test_a_deck_of_garbage_shows_the_calm_screen(open_booth, tiny_folder, garbage):
    (tiny_folder / "deck.yaml").write_text(garbage, encoding="utf-8")
    loaded = load(tiny_folder)
    assert loaded.errors
    screen = open_booth(loaded, tiny_folder)
    screen.until_complete()
    assert {"Back soon", "This screen is being prepared."} <= set(screen.texts())
    screen.fingers.tap(screen.window.contentItem().boundingRect().center().toPoint())
    assert "Back soon" in screen.texts()


@pytest.mark.long
def test_a_booth_with_a_deck_of_garbage_stays_up(start, tiny_folder):
    (tiny_folder / "deck.yaml").write_text("][", encoding="utf-8")
    booth = start("run", tiny_folder, *PROBE)
    assert booth.line() == "slide 0 complete"
    assert booth.child.poll() is None
    assert booth.stderr().startswith("deck/deck.yaml:1:1: error: ")
    assert booth.end(signal.SIGTERM)[0] == 0


@linux
def test_without_a_display_the_tour_is_made_instead(tmp_path, tiny_folder, drawn):
    for name in ("river.yaml", "hill.yaml"):
        (tiny_folder / name).unlink()
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in displays}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", tiny_folder, "--language", "zh"],
        cwd=tmp_path,
        env=kept | {name: value for name, value in environment(tmp_path, drawn).items() if name not in displays},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "no display" in done.stderr
    assert done.stdout.splitlines()[-1] == "tour/contact-sheet.png"
    assert (tmp_path / "tour" / "contact-sheet.png").is_file()
    assert [path.name for path in (tmp_path / "tour").iterdir() if path.is_dir()] == ["zh-1920x1080-day"]
