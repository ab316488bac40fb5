"""The booth where something around it is wrong: folders, locale, time zone, fonts, file handles, stderr, the clock."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Timer

import pytest
from processes import OWN_FONT_LIST, PROBE, ROOT, Process, linux
from walked import STEPS_WHEN_TOLD, stepped_through

BROKEN = "overview.yaml:16:16: error: "
SH = ("sh", "-c")


@cache
def may_mount() -> bool:
    """Whether a file system can be mounted, seen by one process alone."""
    done = (
        subprocess.run(
            ["/usr/bin/env", "unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        )
        if shutil.which("unshare")
        else None
    )
    return done is not None and done.returncode == 0


def mounted(folder: Path, options: str) -> tuple[str, ...]:
    """What a command is put after to have a file system of its own at a folder."""
    folder.mkdir(exist_ok=True)
    return *OWN_FONT_LIST, "unshare", "-m", *SH, f'mount -t tmpfs -o {options} tmpfs "{folder}" && exec "$@"', "sh"


def walk(start, folder: Path, **how) -> str:
    """Step through the whole deck; what stood on stderr."""
    booth = start("run", folder, *PROBE, python=("-c", STEPS_WHEN_TOLD), **how)
    with watched(booth):
        for _ in stepped_through(booth):
            pass
    return booth.stderr()


@contextmanager
def watched(booth: Process) -> Iterator[None]:
    """End a booth that says nothing for too long; a test that waits for its next line goes on then."""
    timer = Timer(90, booth.child.kill)
    timer.start()
    yield
    timer.cancel()


def break_a_figure(folder: Path) -> None:
    """Have the deck something to tell that costs no slide a place: a ninth slide is broken."""
    text = (folder / "overview.yaml").read_text(encoding="utf-8")
    broken = "  - {id: ninth, layout: statement, title: {en: A, zh: B}, sources: [nobody]}\n"
    (folder / "overview.yaml").write_text(text + broken, encoding="utf-8")


ODD = {"LC_ALL": "C", "TZ": "garbage", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""A locale that is not UTF-8, and a time zone that is none."""


def assert_only_the_locale_is_told(told: str) -> None:
    assert told == "" or told.startswith("Detected locale"), told  # what Qt says where the locale is not UTF-8


@linux
@pytest.mark.soak
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "LANG": "tr"},
        {"LC_ALL": "ar_EG.UTF-8", "TZ": ":/etc/passwd"},
        ODD,
        {"LC_ALL": "POSIX", "TZ": ""},
        {"LC_ALL": "xx_YY", "LANG": "\udcff", "TZ": "A" * 5000},
    ],
    ids=lambda env: env["LC_ALL"],
)
@pytest.mark.cold
def test_an_odd_locale_and_time_zone_change_nothing(start, tiny_folder, env):
    assert_only_the_locale_is_told(walk(start, tiny_folder, env=env))


@linux
@pytest.mark.long
def test_a_home_that_cannot_be_written_costs_nothing_but_time(start, tiny_folder):
    """Nothing is kept: no cache, no compiled deck, no list of fonts."""
    env = {"HOME": "/proc/nowhere", "KIOSK_CACHE": "", "XDG_CACHE_HOME": ""}
    assert walk(start, tiny_folder, under=OWN_FONT_LIST, env=env) == ""


@linux
@pytest.mark.parametrize(
    "options",
    [
        pytest.param("ro", marks=pytest.mark.long),
        pytest.param("size=4m", marks=pytest.mark.soak),
        pytest.param("size=64k", marks=pytest.mark.soak),
    ],
    ids=["read-only", "4 MB", "64 kB"],
)
@pytest.mark.cold
def test_a_cache_that_takes_nothing_or_little(start, tiny_folder, tmp_path, options):
    if not may_mount():
        pytest.skip("nothing can be mounted here")
    told = walk(start, tiny_folder, under=mounted(tmp_path / "cache", options))
    assert told == ""


@linux
@pytest.mark.cold
def test_where_every_disk_is_full_the_numbers_stand_in_for_the_charts(start, tiny_folder):
    """No file anywhere can grow beyond a few kB: neither the cache nor a folder for temporary files takes a drawing."""
    under = (*OWN_FONT_LIST, *SH, 'ulimit -f 4; exec "$@"', "sh")
    whole_modules = {"PYTHONDONTWRITEBYTECODE": "1"}  # Python would leave ours cut short, for every test that follows
    told = walk(start, tiny_folder, under=under, env=whole_modules)
    assert "Traceback" not in told
    assert "was not drawn" in told
    assert len(told.splitlines()) < 20


@linux
@pytest.mark.soak
def test_sixty_four_file_handles_are_enough(start, tiny_folder):
    assert walk(start, tiny_folder, under=(*SH, 'ulimit -n 64; exec "$@"', "sh")) == ""


@linux
@pytest.mark.parametrize(
    "how", [pytest.param("2>&-", marks=pytest.mark.soak), "2>&- 0<&-"], ids=["no stderr", "neither stderr nor stdin"]
)
def test_a_booth_without_anybody_to_complain_to_runs_all_the_same(start, tiny_folder, how):
    break_a_figure(tiny_folder)
    booth = start("run", tiny_folder, *PROBE, under=(*SH, f'exec "$@" {how}', "sh"))
    with watched(booth):
        assert booth.line() == "slide 0 complete", booth.stderr()
        assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


@linux
@pytest.mark.soak
def test_a_broken_pipe_behind_stderr_is_nobodys_concern(start, tiny_folder):
    break_a_figure(tiny_folder)
    if not shutil.which("bash"):
        pytest.skip("bash makes the pipe")
    booth = start(
        "run", tiny_folder, *PROBE, under=("bash", "-c", 'exec 2> >(exec 0<&-; true); sleep 0.2; exec "$@"', "bash")
    )
    with watched(booth):
        assert booth.line() == "slide 0 complete", booth.stderr()
        assert booth.end(signal.SIGTERM)[0] == 0


@linux
@pytest.mark.parametrize("damage", ["missing", pytest.param("corrupt", marks=pytest.mark.soak)])
@pytest.mark.cold
def test_without_its_fonts_the_booth_shows_every_slide(start, tiny_folder, tmp_path, damage):
    shutil.copytree(ROOT / "kiosk", tmp_path / "code" / "kiosk")
    shutil.copytree(ROOT / "assets", tmp_path / "code" / "assets", ignore=shutil.ignore_patterns("*.ttf"))
    if damage == "corrupt":
        for font in (ROOT / "assets" / "fonts").glob("*.ttf"):
            data = bytearray(font.read_bytes()[:200_000])
            data[100:2000] = os.urandom(1900)
            (tmp_path / "code" / "assets" / "fonts" / font.name).write_bytes(data)
    told = walk(start, tiny_folder, env={"PYTHONPATH": str(tmp_path / "code")})
    assert "Traceback" not in told


JUMPING = (
    """
import os, time
def jumping(real=time.time):
    with open(os.environ["NOW"]) as file:
        return real() + float(file.read() or 0)
time.time = jumping
"""
    + STEPS_WHEN_TOLD
)
"""A booth whose wall clock is as far off as a file says: nothing else in it may ask what time it is (see below)."""


@linux
@pytest.mark.cold
def test_the_clock_may_jump_by_years_in_an_odd_locale_while_charts_are_drawn(start, tiny_folder, tmp_path):
    offset = tmp_path / "offset"
    offset.write_text("0")
    year = 365 * 86400
    jumps = iter([5 * year, -10 * year, 3600, -3600, -56 * year, 0, -86400, 86400])
    booth = start("run", tiny_folder, *PROBE, python=("-c", JUMPING), env=ODD | {"NOW": str(offset)})
    with watched(booth):
        for _ in stepped_through(booth):
            offset.write_text(str(next(jumps)))
    assert_only_the_locale_is_told(booth.stderr())


WALL = {"time", "time_ns", "now", "utcnow", "today", "localtime", "gmtime", "currentDateTime", "currentTime"}
NO_WALL = {"dt.datetime.fromisoformat", "self._stage"}
KEPT_BY = {f"kiosk/{name}.py" for name in ("charts/cache", "stage/afar", "stage/lead", "stage/panel", "stage/today")}
"""The first compares the times of files, as they stand on the disk; a clock that jumps makes it drop drawings sooner or
later. The second tells an organiser when somebody last touched, the third keeps when a visitor agreed. The others tell
the operator when the session began, and who came."""


def test_nothing_on_the_way_to_the_screen_asks_what_time_it_is():
    """Durations are told by a clock that only goes forward, so that the wall clock may jump."""
    found = set()
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.split("/")[1] not in {"stage", "charts", "deck", "navigator.py", "walk.py"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WALL:
                found |= set() if ast.unparse(node.func.value) in NO_WALL else {name}
    assert found - {"kiosk/deck/workbook.py"} == KEPT_BY
    for path in (ROOT / "kiosk" / "stage" / "qml").rglob("*.qml"):
        assert "Date" not in path.read_text(encoding="utf-8").replace("Update", ""), path.name
