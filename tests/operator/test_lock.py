"""Whoever tries PINs is held off, whatever they do to the machine, and whoever knows it gets in (F3 to F6)."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import ROOT

from kiosk.machine.file import read
from kiosk.operator import key
from kiosk.operator.drives import mounted
from kiosk.operator.lock import FIRST_WAIT, LONGEST_WAIT, Answer, Lock, Moment, moment
from kiosk.operator.pin import hashed, matches, objection

PIN = "271828"


class Machine:
    """A machine whose time a test turns."""

    def __init__(self) -> None:
        self.boot, self.up = 1, 1_000.0

    def __call__(self) -> Moment:
        return Moment(str(self.boot), self.up)

    def passes(self, seconds: float) -> None:
        self.up += seconds

    def reboots(self, takes: float = 30.0) -> None:
        self.boot += 1
        self.up = takes


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def lock(tmp_path, machine):
    return Lock(tmp_path, machine)


def is_right(pin: str) -> bool:
    return pin == PIN


def wrong(lock: Lock, first: int, last: int) -> list[Answer]:
    return [lock.attempt(f"{number:06}", is_right) for number in range(first, last)]


def test_five_wrong_ones_then_waits_that_double_up_to_an_hour(lock, machine):
    assert wrong(lock, 0, 7) == [Answer.WRONG] * 5 + [Answer.WAIT] * 2
    waits = []
    for number in range(10, 20):
        waits.append(lock.wait())
        machine.passes(lock.wait())
        assert lock.wait() == 0
        assert lock.attempt(str(number), is_right) is Answer.WRONG
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]


@pytest.fixture
def memory(tmp_path):
    """A folder whose files need no disk, where there is such a thing: it is written to two thousand times."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else tmp_path) as folder:  # noqa: S108
        yield Path(folder)


def test_a_thousand_wrong_ones_take_weeks_and_the_right_one_is_never_locked_out(machine, memory):
    began, tried = machine.up, 0
    lock = Lock(memory, machine)
    while tried < 1_000:
        lock = Lock(memory, machine) if tried % 7 == 0 else lock
        tried += lock.attempt(f"{tried:06}", is_right) is Answer.WRONG
        assert lock.wait() == 0 or lock.attempt(PIN, is_right) is Answer.WAIT
        machine.passes(max(1, lock.wait()))
    assert machine.up - began > 40 * 24 * 3600
    machine.passes(LONGEST_WAIT)
    assert lock.attempt(PIN, is_right) is Answer.RIGHT
    assert wrong(lock, 0, 5) == [Answer.WRONG] * 5


def test_the_right_one_is_not_looked_at_before_its_time(lock, machine):
    wrong(lock, 0, 5)
    assert lock.attempt(PIN, is_right) is Answer.WAIT
    machine.passes(FIRST_WAIT)
    assert lock.attempt(PIN, is_right) is Answer.RIGHT
    assert lock.wait() == 0


def test_the_same_wrong_one_again_counts_once(lock):
    assert [lock.attempt("111222", is_right) for _ in range(20)] == [Answer.WRONG] * 20
    assert wrong(lock, 0, 4) == [Answer.WRONG] * 4
    assert lock.wait() == FIRST_WAIT


def test_a_pin_that_was_wrong_and_was_set_since_is_right(lock):
    assert lock.attempt("111222", is_right) is Answer.WRONG
    assert lock.attempt("111222", lambda pin: pin == "111222") is Answer.RIGHT


def test_a_restart_takes_up_the_count_and_the_wait(lock, machine, tmp_path):
    wrong(lock, 0, 5)
    machine.passes(20)
    assert Lock(tmp_path, machine).wait() == FIRST_WAIT - 20


def test_a_machine_that_was_started_again_has_waited_since_then(lock, machine, tmp_path):
    wrong(lock, 0, 5)
    machine.reboots(30)
    assert Lock(tmp_path, machine).wait() == FIRST_WAIT - 30


def test_neither_a_clock_nor_a_start_of_the_machine_frees_before_an_hour_of_it(lock, machine, tmp_path):
    for number in range(20):
        machine.passes(lock.wait())
        lock.attempt(str(number), is_right)
    machine.reboots(30)
    assert Lock(tmp_path, machine).wait() == LONGEST_WAIT - 30


TIMES = st.tuples(st.sampled_from(["passes", "reboots", "restarts", "tries"]), st.floats(-1e9, 1e9))


@given(st.lists(TIMES, max_size=30))
def test_no_wait_is_longer_than_an_hour_and_none_is_cut_short(tmp_path_factory, events):
    """Whatever happens, short of a start of the machine: the time that nobody can set decides."""
    folder, machine = tmp_path_factory.mktemp("lock"), Machine()
    lock, count, free_at = Lock(folder, machine), 0, 0.0
    for event, by in events:
        if event == "passes":
            machine.passes(abs(by) % 5_000)
        elif event == "reboots":
            machine.reboots()
            free_at = min(free_at, machine.up + lock.wait())
        elif event == "restarts":
            lock = Lock(folder, machine)
        elif lock.attempt(str(count), is_right) is Answer.WRONG:
            assert machine.up >= free_at - 1e-6
            count += 1
            free_at = machine.up + lock.wait()
        assert 0 <= lock.wait() <= LONGEST_WAIT
        machine_free = machine.up + LONGEST_WAIT
        assert free_at <= machine_free


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"wrong": "x"}', '{"wrong": 1e999}', "\0", "null"])
def test_a_damaged_count_is_a_first_wait_and_no_way_in(tmp_path, machine, text):
    (tmp_path / "operator.json").write_text(text, encoding="utf-8")
    lock = Lock(tmp_path, machine)
    assert lock.wait() == FIRST_WAIT
    machine.passes(FIRST_WAIT)
    assert Lock(tmp_path, machine).attempt(PIN, is_right) is Answer.RIGHT


def test_a_disk_that_takes_nothing_keeps_nobody_out_and_still_counts(tmp_path, machine):
    (tmp_path / "state").touch()  # no folder can be made there
    lock = Lock(tmp_path / "state", machine)
    assert wrong(lock, 0, 6)[4:] == [Answer.WRONG, Answer.WAIT]
    machine.passes(FIRST_WAIT)
    assert lock.attempt(PIN, is_right) is Answer.RIGHT


KILLED = """
import os, sys
from pathlib import Path
from kiosk.operator.lock import Lock
def killed(pin):
    os.kill(os.getpid(), 9)
Lock(Path(sys.argv[1])).attempt(sys.argv[2], killed)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_a_kill_while_a_pin_is_looked_at_gains_no_attempt(tmp_path):
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for number in range(5):
        done = subprocess.run([sys.executable, "-c", KILLED, tmp_path, str(number)], env=env, check=False)
        assert done.returncode == -signal.SIGKILL
    assert 0 < Lock(tmp_path).wait() <= FIRST_WAIT
    assert json.loads((tmp_path / "operator.json").read_text(encoding="utf-8"))["wrong"] == 5


def test_time_itself(tmp_path):
    assert moment().since_boot <= moment().since_boot
    assert Lock(tmp_path).wait() == 0


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "123456", "654321", "890123", "000000", "77777777", "12345a", "１２３４５６", "1" * 17, " 271828"],
)
def test_a_pin_that_anybody_would_try_is_refused(pin):
    assert objection(pin)


@pytest.mark.parametrize("pin", ["271828", "20261128", "199019", "112233", "1234567891"])
def test_a_pin_that_is_taken(pin):
    assert objection(pin) == ""


def test_a_pin_is_kept_as_argon2id_with_a_salt_of_its_own():
    kept = hashed(PIN)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert hashed(PIN) != kept
    assert matches(kept, PIN)
    assert not matches(kept, "271829")
    assert not matches("$argon2id$broken", PIN)


def test_a_key_opens_and_another_one_does_not(tmp_path):
    stick, other, empty = tmp_path / "stick", tmp_path / "other", tmp_path / "empty"
    for folder in (stick, other, empty):
        folder.mkdir()
    kept = key.make(stick)
    key.make(other)
    assert (stick / key.FILE).read_text(encoding="ascii").strip() not in kept
    assert key.is_on([empty, stick], kept)
    assert not key.is_on([empty, other, tmp_path / "nowhere"], kept)
    for wrong_key in (b"", b"xyz", b"\xff" * 90, b"00" * 32, kept.encode()):
        (other / key.FILE).write_bytes(wrong_key)
        assert not key.is_on([other], kept)
    (empty / key.FILE).symlink_to(stick / key.FILE)
    assert not key.is_on([empty], kept)


def test_only_what_is_mounted_is_a_drive(tmp_path):
    (tmp_path / "left-behind").mkdir()
    assert mounted([str(tmp_path), "/nowhere/$USER"]) == []
    if sys.platform == "linux":
        assert Path("/proc") in mounted(["/"])


def pin_command(kiosk_, monkeypatch, typed: str, *arguments):
    """`kiosk pin` with what is typed on its stdin."""
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *args, **options: run(*args, **options, input=typed))
    try:
        return kiosk_("pin", *arguments)
    finally:
        monkeypatch.undo()


@pytest.fixture
def pin_(kiosk_, monkeypatch):
    return lambda typed, *arguments: pin_command(kiosk_, monkeypatch, typed, *arguments)


def test_a_pin_is_set_changed_and_removed(pin_, tmp_path):
    file, stick = tmp_path / "kiosk.toml", tmp_path / "stick"
    file.write_text("# ours\ntheme = 'day'\n", encoding="utf-8")
    stick.mkdir()
    done = pin_(f"{PIN}\n{PIN}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "five taps" in done.stdout
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert matches(read(file).pin, PIN)
    assert PIN not in file.read_text(encoding="utf-8")
    assert pin_("", "--key", "stick").returncode == 0
    assert key.is_on([stick], read(file).key)
    assert matches(read(file).pin, PIN)
    assert pin_("", "--remove").returncode == 0
    assert (read(file).pin, read(file).key, read(file).theme) == ("", "", "day")
    assert file.read_text(encoding="utf-8").startswith("# ours\n")


@pytest.mark.parametrize(
    ("typed", "arguments"),
    [("123456\n123456\n", []), (f"{PIN}\n271829\n", []), ("", []), ("", ["--key", "nowhere"])],
)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(pin_, tmp_path, typed, arguments):
    done = pin_(typed, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert PIN not in done.stderr
    settings = read(tmp_path / "kiosk.toml")
    assert (settings.pin, settings.key) == ("", "0" * 64)


def test_a_broken_file_is_told_and_left_alone(pin_, tmp_path):
    (tmp_path / "kiosk.toml").write_text("deck = ", encoding="utf-8")
    done = pin_(f"{PIN}\n{PIN}\n")
    assert done.returncode == 1
    assert done.stderr.startswith("kiosk.toml:1:")
    assert (tmp_path / "kiosk.toml").read_text(encoding="utf-8") == "deck = "
