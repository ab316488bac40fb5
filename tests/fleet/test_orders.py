"""What an organiser asks of booths reaches those that are meant, signed and once, and every answer is told."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from kiosk.cli.commands import app
from kiosk.cli.fleetorders import moment_of
from kiosk.fleet.messages import Does
from kiosk.fleet.organiser.counting import FOLDER, next_counts
from kiosk.packing.signing import make_keys

pytestmark = pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def key(tmp_path):
    """The organiser's key beside where commands are typed; the half of it that booths have."""
    return make_keys(tmp_path / "organiser.key")


def test_a_command_reaches_those_that_are_named(quick, booths, key):
    north, south = booths("north", "south", key=key)
    done = quick("fleet", "reload", "north", "--key", "organiser.key")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "north: under way\nnorth: done: as was asked\n"
    assert (north.done, south.done) == ([Does.RELOAD], [])


def test_every_answer_is_told_and_one_that_is_not_done_is_a_failure(quick, booths, key):
    booths("well", key=key)
    booths("refuses", key=key, behaves="refuses")
    booths("hangs", key=key, behaves="hangs")
    booths("deaf", key="another", behaves="well")
    booths("closed", key=key, allows=("reload",))
    booths("gone", key=key).close()
    began = time.monotonic()
    done = quick("fleet", "check", "--all", "--key", "organiser.key", "--wait", "4")
    assert time.monotonic() - began < 25
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["closed: does not take `check`: its kiosk.toml does not allow it", "gone: offline"]
    assert lines[-2:] == ["deaf: no answer after 4 s", "hangs: no answer after 4 s"]
    assert set(lines[2:-2]) == {
        "well: under way",
        "well: done: as was asked",
        "refuses: refused: this booth does not want to",
    }


def test_what_a_check_has_found_is_told_line_by_line(quick, booths, key):
    booths("north", key=key, says="red\nScreen: it is dark\x1b[2J\nSound: off")
    done = quick("fleet", "check", "north", "--key", "organiser.key")
    assert done.stdout.splitlines()[1:] == ["north: done: red", "  Screen: it is dark [2J", "  Sound: off"]


def test_a_message_of_the_day_in_every_language(quick, booths, key):
    booth = booths("north", key=key)
    texts = ("--text", "en=Tea at four", "--text", "zh=四点有茶")
    done = quick("fleet", "message", "--all", *texts, "--until", "2099-05-04T17:00:00+08:00", "--key", "organiser.key")
    assert done.returncode == 0
    assert booth.details == {
        "texts": {"en": "Tea at four", "zh": "四点有茶"},
        "until": "2099-05-04T09:00:00+00:00",
    }
    assert quick("fleet", "message", "north", "--remove", "--key", "organiser.key").returncode == 0
    assert booth.details == {"texts": {}, "until": ""}


def test_a_route_is_shown_and_ended(quick, booths, key):
    booth = booths("north", key=key)
    for option, shown in ((("--show", "fifteen"), "fifteen"), (("--end",), "")):
        assert quick("fleet", "route", "north", *option, "--key", "organiser.key").returncode == 0
        assert booth.details == {"route": shown}


@pytest.mark.parametrize(
    "wrong",
    [
        ["reload", "--key", "organiser.key"],
        ["reload", "north", "--all", "--key", "organiser.key"],
        ["reload", "north", "--key", "none.key"],
        ["reload", "north", "--key", "organiser.key.pub"],
        ["route", "north", "--key", "organiser.key"],
        ["route", "north", "--show", "x", "--end", "--key", "organiser.key"],
        ["message", "north", "--key", "organiser.key"],
        ["message", "north", "--text", "Tea", "--key", "organiser.key"],
        ["message", "north", "--text", "en=" + "x" * 201, "--key", "organiser.key"],
        ["message", "north", "--text", "en=a", "--text", "en=b", "--key", "organiser.key"],
        ["message", "north", "--text", "en=a", "--until", "soon", "--key", "organiser.key"],
        ["message", "north", "--text", "en=a", "--until", "2020-01-01T10:00", "--key", "organiser.key"],
        ["message", "north", "--text", "en=a", "--remove", "--key", "organiser.key"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_does_not_even_look_for_a_broker(key, wrong, tmp_path, monkeypatch):
    assert key
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["fleet", *wrong])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("kiosk: ")
    assert "broker" not in done.stderr


def test_where_one_name_is_wrong_nobody_is_asked_anything(quick, booths, key):
    booth = booths("north", key=key)
    done = quick("fleet", "reload", "north", "nrth", "--key", "organiser.key")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kiosk: There is no booth `nrth`: did you mean `north`?\n"
    assert booth.done == []


def test_numbers_of_commands_only_grow_whatever_the_clock_does(tmp_path, monkeypatch):
    first = next_counts(tmp_path, 3)
    assert list(first) == [first[0], first[0] + 1, first[0] + 2]
    assert abs(first[0] - time.time() * 1000) < 10_000
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert next_counts(tmp_path, 1)[0] == first[-1] + 1
    (tmp_path / FOLDER / "count").write_text("damaged")
    monkeypatch.undo()
    assert next_counts(tmp_path, 1)[0] >= first[0]


def test_a_time_of_the_day_is_meant_by_the_clock_on_the_wall():
    here = datetime(2026, 5, 4, 9, 30, tzinfo=UTC).astimezone()
    later = here.replace(hour=(here.hour + 1) % 24, minute=0)
    if later > here:
        assert datetime.fromisoformat(moment_of(f"{later:%H:%M}", here)) == later.replace(second=0)
    with pytest.raises(ValueError, match="over"):
        moment_of(f"{here:%H:%M}", here)


@pytest.mark.parametrize("name", sorted(get_command(app).commands["fleet"].commands))
def test_help_explains_every_option_of_every_command(name):
    command = get_command(app).commands["fleet"].commands[name]
    said = " ".join(CliRunner().invoke(app, ["fleet", name, "--help"], terminal_width=200).stdout.split())
    assert command.help.partition(".")[0][:40] in said
    assert all(parameter.help for parameter in command.params if parameter.name != "help")
