"""`kiosk …` as processes of their own, as a user starts them in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROBE = ("--windowed", "800x600", "--probe", "--no-transitions")

OWN_FONT_LIST = ("env", "-u", "MPLCONFIGDIR")
"""What a command is put after to have matplotlib's list of fonts where a booth keeps it: the tests share one."""

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


def environment(tmp_path: Path, cache: Path | None = None) -> dict[str, str]:
    """What a command runs with: the project's code, no screen, a state and, if none is given, a cache of its own."""
    config = tmp_path / "kiosk.toml"
    if not config.exists():  # a machine whose operator has a key, so that the start says nothing of a missing PIN
        config.write_text(f'[operator]\nkey = "{"0" * 64}"\n', encoding="utf-8")
        config.chmod(0o600)
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "KIOSK_CACHE": str(cache or tmp_path / "cache"),
        "KIOSK_STATE": str(tmp_path / "state"),
        "KIOSK_CONFIG": str(config),
        "QT_QPA_PLATFORM": "offscreen",
    }


class Process:
    """`kiosk …` under way."""

    def __init__(
        self,
        tmp_path: Path,
        *arguments: str | Path,
        python: tuple[str, ...] = ("-m", "kiosk"),
        under: tuple[str, ...] = (),
        told: str = "stderr",
        env: dict[str, str] | None = None,
        cache: Path | None = None,
    ) -> None:
        self._told = tmp_path / told
        with self._told.open("w") as stderr:
            self.child = subprocess.Popen(
                [*under, sys.executable, *python, *map(str, arguments)],
                cwd=tmp_path,
                env=environment(tmp_path, cache) | (env or {}),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                start_new_session=True,
            )

    def line(self) -> str:
        """The next line on stdout; "" when it has ended."""
        return self.child.stdout.readline().rstrip("\n")

    def tell(self, line: str) -> None:
        """Write a line to its stdin."""
        self.child.stdin.write(f"{line}\n")
        self.child.stdin.flush()

    def stderr(self) -> str:
        return self._told.read_text(encoding="utf-8")

    def end(self, number: int, *, everybody: bool = False) -> tuple[int, float]:
        """Signal it, or with it all its children as a terminal does; its exit code and how many seconds it took."""
        began = time.monotonic()
        (os.killpg if everybody else os.kill)(self.child.pid, number)
        code = self.child.wait(timeout=60)
        return code, time.monotonic() - began

    def booth(self) -> int:
        """The process with the window, which the one that was started watches over."""
        until(self._with_qt)
        return self._with_qt()[0]

    def _with_qt(self) -> list[int]:
        children = Path(f"/proc/{self.child.pid}/task/{self.child.pid}/children").read_text().split()
        return [int(pid) for pid in children if "libQt6Core" in maps(int(pid))]

    def descendants(self) -> set[int]:
        """The processes that it has started, and those that they have."""
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state != "Z":
                parents[int(stat.parent.name)] = int(parent)
        found, new = set(), {self.child.pid}
        while new:
            new = {pid for pid, parent in parents.items() if parent in new} - found
            found |= new
        return found


def maps(pid: int | str) -> str:
    """The libraries that a process has, among other things; "" of one that is gone."""
    try:
        return Path(f"/proc/{pid}/maps").read_text()
    except OSError:
        return ""


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(condition, seconds: float = 60) -> None:
    """Wait until something is so, which the test does not say how soon; a busy machine takes its time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
