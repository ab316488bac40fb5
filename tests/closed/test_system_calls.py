"""What the booth asks of the system, call by call: no network, no other program, no file outside its own folders."""

from __future__ import annotations

import gc
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
from displays import display_of
from fleet.brokers import MOSQUITTO, Broker
from fleet.lines import Organiser, write_settings
from processes import OWN_FONT_LIST, PROBE, ROOT, linux
from walked import SLIDES, STEPS_WHEN_TOLD

from kiosk.places import FONTS

FAMILIES = {"AF_UNIX", "AF_NETLINK"}
"""D-Bus and the display, and the kernel's word of devices: nothing that leaves the machine."""
WRITES = re.compile(r'open(?:at2?)?\([^"]*"([^"]*)".*O_(?:WRONLY|RDWR|CREAT|TRUNC)')
LAUNCHES = ("/usr/bin/dbus-launch", "/bin/dbus-launch")
"""What libdbus starts a daemon with, by whichever name it finds it."""
HARMLESS = re.compile(r"/dev/(null|tty|shm/.*|dri/.*)|/proc/self/.*")


@linux
@pytest.mark.cold
def test_a_booth_that_is_walked_has_no_socket_starts_no_program_and_writes_nowhere_else(start, tiny_folder, tmp_path):
    """F1 and F2; and B6, with a font beside the deck's files that is called as the booth's own."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed (Debian: strace)")
    traced = tmp_path / "calls"
    calls = "trace=network,execve,openat,open,openat2"
    under = (*OWN_FONT_LIST, "strace", "-f", "-qq", "-s", "400", "-o", str(traced), "-e", calls)
    for place in ("fonts", "pictures", "."):
        (tiny_folder / place).mkdir(exist_ok=True)
        shutil.copy(next(FONTS.glob("*.ttf")), tiny_folder / place / "NotoSansSC-Regular.ttf")
    before = {path: path.stat().st_mtime_ns for path in tiny_folder.rglob("*")}
    booth = start(
        "run",
        tiny_folder,
        *PROBE,
        python=("-c", STEPS_WHEN_TOLD),
        under=under,
        env={"TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
    )
    for slide in range(SLIDES):
        assert booth.line() == f"slide {slide} complete", booth.stderr()
        booth.tell("right")
    (watched,) = Path(f"/proc/{booth.child.pid}/task/{booth.child.pid}/children").read_text().split()
    os.kill(int(watched), signal.SIGTERM)
    assert booth.child.wait(timeout=20) == 0
    calls = traced.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(calls) > 500, "the calls were watched"

    fonts = {Path(path).parent for line in calls for path in re.findall(r'"([^"]+\.(?:ttf|otf|ttc))"', line)}
    assert FONTS in fonts
    assert not [each for each in fonts if each.is_relative_to(tiny_folder)], "B6: no font of a deck is ever opened"
    families = {family for line in calls for family in re.findall(r"socket(?:pair)?\((\w+)", line)}
    assert families <= FAMILIES
    started = {Path(path) for line in calls for path in re.findall(r'execve\("([^"]+)"', line)}
    assert {path.resolve() for path in started if path.exists()} == {Path(sys.executable).resolve()}

    written = {path for line in calls if " = -1 " not in line for path in WRITES.findall(line)}
    outside = {path for path in written if not path.startswith(str(tmp_path)) and not HARMLESS.fullmatch(path)}
    outside = {path for path in outside if "__pycache__" not in path or not path.startswith(str(ROOT))}
    assert not outside
    assert {path: path.stat().st_mtime_ns for path in tiny_folder.rglob("*")} == before


@linux
def test_on_x11_no_message_bus_is_started(start, tiny_folder, tmp_path):
    """F2: where the session has none, a start of each booth would leave a daemon behind."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed (Debian: strace)")
    traced = tmp_path / "calls"
    without = ("env", "-u", "DBUS_SESSION_BUS_ADDRESS", "-u", "XDG_RUNTIME_DIR")
    with display_of(800, 600) as display:
        # It could not be: a daemon would outlive a test that fails.
        no_launch = (*(f"-P{path}" for path in LAUNCHES), "-e", "inject=execve:error=ENOENT")
        under = (*without, "strace", "-f", "-qq", "-o", str(traced), *no_launch)
        booth = start("run", tiny_folder, *PROBE, under=under, env=display)
        assert booth.line() == "slide 0 complete", booth.stderr()
        (watched,) = Path(f"/proc/{booth.child.pid}/task/{booth.child.pid}/children").read_text().split()
        os.kill(int(watched), signal.SIGTERM)
        assert booth.child.wait(timeout=20) == 0
    assert "execve" not in traced.read_text(errors="replace")


@linux
@pytest.mark.filterwarnings("ignore:.*ocket:pytest.PytestUnraisableExceptionWarning")
def test_with_a_broker_it_speaks_with_that_one_alone(start, tiny_folder, tmp_path):
    if not shutil.which("strace") or MOSQUITTO is None:
        pytest.skip("strace or mosquitto is not installed")
    broker = Broker(tmp_path / "broker")
    broker.start()
    organiser = Organiser(broker)
    write_settings(tmp_path / "kiosk.toml", broker, "hall-3")
    traced = tmp_path / "calls"
    under = (*OWN_FONT_LIST, "strace", "-f", "-qq", "-o", str(traced), "-e", "trace=%network")
    booth = start("run", tiny_folder, "--windowed", "800x600", under=under)
    organiser.status(lambda status: status.online)
    (watched,) = Path(f"/proc/{booth.child.pid}/task/{booth.child.pid}/children").read_text().split()
    os.kill(int(watched), signal.SIGTERM)
    assert booth.child.wait(timeout=20) == 0
    organiser.go()
    broker.stop()
    gc.collect()  # the library leaves sockets to it
    calls = [line for line in traced.read_text(errors="replace").splitlines() if "AF_INET" in line]
    reached = {
        (port, host) for line in calls for port, host in re.findall(r"connect\(.*htons\((\d+)\).*?\"(.*?)\"", line)
    }
    assert (str(broker.port), "127.0.0.1") in reached
    assert {port for port, _ in reached} - {"0"} == {str(broker.port)}, "port 0: the system looks which way leads there"
    assert not [line for line in calls if re.search(r"\blisten\(", line)]
