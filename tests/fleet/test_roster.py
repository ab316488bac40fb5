"""The organiser sees every booth as it is, those in trouble first, and nothing that a booth says harms a terminal."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime, timedelta

import pytest
from fleet.booths import NEW, OLD, status, write_settings
from fleet.terminals import Terminal
from processes import environment, linux
from rich.console import Console

from kiosk.fleet.connection import Heard
from kiosk.fleet.messages import Status, Waiting, to_bytes
from kiosk.fleet.organiser.roster import Roster, span
from kiosk.fleet.organiser.table import details, table
from kiosk.fleet.topics import Topic, topic

pytestmark = pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def at(seconds: float) -> str:
    return (NOW + timedelta(seconds=seconds)).isoformat(timespec="seconds")


@pytest.fixture
def told():
    return []


@pytest.fixture
def roster(told):
    return Roster(told.append, clock=lambda: 1000.0, wall=lambda: NOW)


def hear(roster: Roster, said: Status, *, kept: bool = False) -> None:
    roster.hear(Heard(topic(said.booth, Topic.STATUS), to_bytes(said), kept))


def shown(what, width: int = 160) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(what)
    return console.file.getvalue()


def test_those_in_trouble_come_first_then_those_with_another_deck(roster):
    for name in ("c", "b"):
        hear(roster, status(name, at=at(0)))
    hear(roster, status("x", at=at(0), deck_hash=NEW))
    hear(roster, status("y", at=at(0), problems=("A chart cannot be drawn.", "The disk is full.")))
    hear(roster, status("z", at=at(0)))
    hear(roster, Status(booth="z", online=False))
    assert [booth.name for booth in roster.in_order()] == ["z", "y", "x", "b", "c"]
    lines = shown(table(roster, 160, 1000.0)).splitlines()
    assert lines[0] == "5 booths, 1 offline, 1 with problems, 1 with another deck"
    assert "offline since" in lines[3]
    assert "A chart cannot be drawn. (and 1 more)" in lines[4]
    assert [("11111111 *" in line, "00000000" in line) for line in lines[5:7]] == [(True, False), (False, True)]


def test_a_booth_that_is_gone_keeps_what_it_had_said(roster):
    hear(roster, status("a", at=at(0), deck="Rivers"))
    hear(roster, Status(booth="a", online=False))
    assert (roster.booths["a"].status.deck, roster.booths["a"].gone_since) == ("Rivers", NOW)


@pytest.mark.parametrize(
    ("said", "kept", "off"),
    [(59, False, 0), (61, False, 61), (-61, False, -61), (-200, True, 0), (61, True, 61)],
)
def test_a_clock_that_is_off_is_told_where_that_can_be_known(roster, said, kept, off):
    hear(roster, status("a", at=at(said)), kept=kept)
    assert roster.booths["a"].clock_off_s == off


def test_a_booth_that_says_nothing_any_more_is_told(roster):
    hear(roster, status("a", at=at(-500)), kept=True)
    assert roster.troubles(roster.booths["a"]) == ["no word for 8 min, or its clock is behind"]


def test_times_go_on_between_two_words_of_a_booth(roster):
    hear(roster, status("a", at=at(-100), last_touch=at(-160), uptime_s=50), kept=True)
    assert (roster.booths["a"].touched_s(1020.0), roster.booths["a"].uptime_s(1020.0)) == (180.0, 170.0)
    hear(roster, status("b", at=at(4000), last_touch=at(3990)))  # its clock is an hour ahead, and that is no matter
    assert roster.booths["b"].touched_s(1005.0) == 15.0


@pytest.mark.parametrize(
    ("where", "payload"),
    [
        (topic("a", Topic.STATUS), b"not JSON"),
        (topic("a", Topic.STATUS), b'{"booth": "a"}'),
        (topic("a", Topic.STATUS), to_bytes(status("b"))),
        (topic("../a", Topic.STATUS), to_bytes(status("../a"))),
        (topic("a", Topic.STATUS), b"[" * 300_000),
        (topic("a", Topic.VISIT), to_bytes(status("a"))),
    ],
)
def test_what_is_no_word_of_a_booth_is_passed_over(roster, where, payload):
    assert roster.hear(Heard(where, payload, False)) == ""
    assert roster.booths == {}


def test_nothing_that_a_booth_says_reaches_the_terminal_itself(roster):
    hear(roster, status("a", at=at(0), deck="\x1b[2J[red]x", problems=("\x1b]0;title\x07", "a\nb"), showing="\u202ey"))
    for what in (table(roster, 160, 1000.0), details(roster, roster.booths["a"], 1000.0)):
        assert not set("\x1b\x07\u202e") & set(shown(what))
        assert "[2J[red]x" in shown(what)


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_the_table_is_as_wide_as_its_terminal(roster, width):
    hear(roster, status("hall-3-north", at=at(0), deck="重庆“1+2+7+9”开放平台体系与更多平台", problems=("重庆 " * 30,)))
    hear(roster, status("hall-4", at=at(0), showing="slide ferries", waiting=Waiting(visits=3, leads=1)))
    said = shown(table(roster, width, 1000.0), width)
    from rich.cells import cell_len

    assert max(map(cell_len, said.splitlines())) <= width
    assert "hall-3-north" in said


def test_names_are_sorted_as_people_do(roster):
    for name in ("hall-10", "hall-2", "hall", "7"):
        hear(roster, status(name, at=at(0)))
    assert [booth.name for booth in roster.in_order()] == ["7", "hall", "hall-2", "hall-10"]


def test_two_digits_say_how_long():
    assert [span(s) for s in (0, 59, 60, 3600, 7199, 7200, 200_000)] == [
        "0 s",
        "59 s",
        "1 min",
        "60 min",
        "120 min",
        "2 h",
        "2 d",
    ]


def test_the_table_for_programs_has_every_booth(quick, booths):
    booths("north", "south")
    booths("east", problems=("A chart cannot be drawn.",)).close()
    done = quick("fleet", "--once", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert [(each["booth"], each["online"], each["troubles"][:1]) for each in said] == [
        ("east", False, ["offline"]),
        ("north", True, []),
        ("south", True, []),
    ]
    assert {each["deck_hash"] for each in said} == {OLD}


def test_without_a_terminal_the_table_is_shown_once(quick, booths):
    booths("north")
    done = quick("fleet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "1 booth, all well"


def test_one_booth_in_every_detail(quick, booths):
    booths("north").say(showing="slide ferries", previous=True, message="Tea at four")
    done = quick("fleet", "show", "north")
    assert (done.returncode, done.stderr) == (0, "")
    for said in ("slide ferries (en)", "Tea at four", "reload, restart", OLD):
        assert said in done.stdout
    assert json.loads(quick("fleet", "show", "north", "--json").stdout)["message"] == "Tea at four"


def test_a_booth_that_nobody_knows_is_told_with_the_nearest_name(quick, booths):
    booths("north")
    for command in ("show", "forget"):
        done = quick("fleet", command, "nrth")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "kiosk: There is no booth `nrth`: did you mean `north`?\n"


def test_a_booth_is_forgotten_once_it_is_gone(quick, booths):
    booth = booths("north")
    assert "online" in quick("fleet", "forget", "north").stderr
    booth.close()
    assert quick("fleet", "forget", "north").stdout == "north is forgotten.\n"
    assert json.loads(quick("fleet", "--once", "--json").stdout) == []


def test_without_a_broker_it_says_so_within_seconds(quick, broker, tmp_path):
    done = quick("fleet")
    assert (done.returncode, "no broker is named" in done.stderr) == (2, True)
    write_settings(broker, tmp_path)
    broker.stop()
    done = quick("fleet", "--once")
    assert (done.returncode, "Connection refused" in done.stderr) == (2, True)


@linux
def test_the_table_keeps_itself_up_to_date_until_ctrl_c(booths, tmp_path):
    booth = booths("north")
    with Terminal([sys.executable, "-m", "kiosk", "fleet"], environment(tmp_path)) as terminal:
        terminal.until("1 booth, all well")
        booth.say(problems=("A chart cannot be drawn.",))
        terminal.until("1 with problems", "A chart cannot be drawn.")
        terminal.type("\x03")
        assert terminal.code() == 130
        assert "Traceback" not in terminal.said
