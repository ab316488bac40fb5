"""What booths send is on the organiser's disk once, whatever happens to the network, the collector and its disk."""

from __future__ import annotations

import base64
import random
import resource
import signal
import sqlite3
import threading
import time
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count
from queue import SimpleQueue

import pytest
from fleet.booths import visit_message, write_settings
from fleet.relay import Relay
from leads.sealing import PRIVATE, PUBLIC
from processes import linux, until

from kiosk.fleet.connection import Connection, Held, Taken, Up
from kiosk.fleet.messages import LeadMessage, to_bytes
from kiosk.fleet.organiser.collecting import Collecting, Stop
from kiosk.fleet.organiser.collector import Collector
from kiosk.fleet.topics import Topic, topic
from kiosk.leads.lead import lead, of_bytes
from kiosk.leads.lead import to_bytes as lead_bytes
from kiosk.leads.seal import seal, unseal
from kiosk.leads.store import each, file_in

pytestmark = pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")


def lead_message(booth: str, id_: str, name: str = "Ada") -> bytes:
    sealed = base64.b64encode(seal(lead_bytes(lead(name=name)), PUBLIC)).decode()
    return to_bytes(LeadMessage(id=id_, booth=booth, day="2026-05-04", sealed=sealed))


def visits_in(folder) -> int:
    """How many visits are in a booth's log."""
    try:
        with closing(sqlite3.connect(f"file:{folder / 'visits.db'}?mode=ro", uri=True)) as log:
            return log.execute("SELECT count(*) FROM visits").fetchone()[0]
    except sqlite3.OperationalError:  # there is none yet
        return 0


def sealed_in(folder) -> list[bytes]:
    """A booth's sealed leads."""
    with suppress(sqlite3.Error):  # the collector is just beginning the store
        return list(each(file_in(folder))) if file_in(folder).exists() else []
    return []


def ids_in(folder) -> list[str]:
    """The ids of all that is in a booth's files."""
    found = []
    for file in (folder / "visits.db", file_in(folder)):
        with (
            suppress(sqlite3.OperationalError),  # the collector is just beginning it
            closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database,
        ):
            found += [id_ for (id_,) in database.execute("SELECT id FROM taken")]
    return found


def leads_of(folder) -> list[str]:
    """The names of those who left a contact."""
    return [of_bytes(unseal(sealed, PRIVATE)).name for sealed in sealed_in(folder)]


@pytest.fixture
def done():
    """What a collector has acknowledged."""
    return []


@pytest.fixture
def collector(tmp_path, done):
    with closing(Collector(tmp_path / "fleet", done.append, print)) as collector:
        yield collector


numbers = count()


def held(booth: str, what: Topic, payload: bytes) -> Held:
    return Held(topic(booth, what), payload, (0, next(numbers)))


def test_everything_is_kept_once_and_acknowledged_each_time(collector, done, tmp_path):
    arrived = [
        held("north", Topic.VISIT, visit_message("north", "v1")),
        held("north", Topic.LEAD, lead_message("north", "l1")),
        held("north", Topic.VISIT, visit_message("north", "v1")),
        held("south", Topic.VISIT, visit_message("south", "v1")),
    ]
    for _ in range(2):
        collector.take(arrived)
        collector.write()
    folder = tmp_path / "fleet"
    assert (visits_in(folder / "north"), visits_in(folder / "south"), leads_of(folder / "north")) == (1, 1, ["Ada"])
    assert sorted(done, key=lambda each: each.at) == sorted(arrived * 2, key=lambda each: each.at)
    counted = collector.counted
    assert (counted.visits, counted.leads, counted.again, counted.booths) == (2, 1, 5, {"north", "south"})


@pytest.mark.parametrize(
    ("where", "payload"),
    [
        (topic("north", Topic.VISIT), visit_message("south", "v1")),
        (topic("north", Topic.VISIT), visit_message("north", "../../etc")),
        (topic("north", Topic.VISIT), visit_message("north", "")),
        (topic("north", Topic.VISIT), b" " * 300_000),
        (topic("north", Topic.VISIT), b"not JSON"),
        (topic("north", Topic.VISIT), b'{"id": "v1", "booth": "north", "visit": {"began": 7}}'),
        (topic("north", Topic.LEAD), b'{"id": "l1", "booth": "north", "day": "2026-05-04", "sealed": "\xff"}'),
        (topic("north", Topic.LEAD), b'{"id": "l1", "booth": "north", "day": "2026-05-04", "sealed": ""}'),
        (topic("north", Topic.LEAD), b'{"id": "l1", "booth": "north", "day": "today", "sealed": "AAAA"}'),
        (topic("..", Topic.VISIT), visit_message("..", "v1")),
        ("kiosk/v1/../../x/visit", visit_message("north", "v1")),
        (topic("north", Topic.STATUS), visit_message("north", "v1")),
    ],
)
def test_what_is_nothing_of_a_booths_is_told_and_passed_over(collector, done, tmp_path, capsys, where, payload):
    collector.take([Held(where, payload, (0, 1)), held("south", Topic.VISIT, visit_message("south", "v1"))])
    collector.write()
    assert len(done) == 2
    assert collector.counted.odd == 1
    said = capsys.readouterr().out
    assert said.startswith("kiosk: Passed over, ")
    assert len(said) < 400
    assert [path.name for path in (tmp_path / "fleet").iterdir()] == ["south"]
    assert {path.name for path in tmp_path.iterdir()} == {"fleet"}


def test_a_full_disk_acknowledges_nothing_and_goes_on_when_there_is_room(collector, done, tmp_path):
    collector.take([held("north", Topic.VISIT, visit_message("north", "first"))])
    collector.write()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    many = [held("north", Topic.VISIT, visit_message("north", f"v{number}")) for number in range(50)]
    many += [held("south", Topic.LEAD, lead_message("south", f"l{number}")) for number in range(5)]
    collector.take(many)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4 * 1024, limits[1]))
        for _ in range(3):
            with pytest.raises((sqlite3.Error, OSError)):
                collector.write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert (len(done), collector.waiting) == (1, 55)
    collector.write()
    assert (len(done), collector.waiting) == (56, 0)
    assert visits_in(tmp_path / "fleet" / "north") == 51
    assert len(leads_of(tmp_path / "fleet" / "south")) == 5


@linux
def test_a_disk_that_is_full_for_a_while_costs_nothing(broker, tmp_path):
    said, told = [], SimpleQueue()
    works = Collecting(
        access=broker.access(), fleet=tmp_path / "fleet", tell=said.append, progress=print, told=told, again_s=0.1
    )
    thread = threading.Thread(target=works.run)
    thread.start()
    booth = Sender(broker.access("north"), "north")
    booth.until_heard()
    until(lambda: visits_in(tmp_path / "fleet" / "north") == 1)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4 * 1024, limits[1]))
        for number in range(60):
            booth.send(Topic.VISIT, visit_message("north", f"v{number}"))
        until(lambda: any("Nothing can be written" in line for line in said))
        assert works.collector.counted.visits == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    until(lambda: visits_in(tmp_path / "fleet" / "north") == 61)
    told.put(Stop())
    thread.join(20)
    booth.connection.close()
    assert [line for line in said if "again" in line]
    assert works.collector.counted.again == 0


def test_a_damaged_log_is_set_aside_and_a_new_one_begun(collector, tmp_path, capsys):
    folder = tmp_path / "fleet" / "north"
    folder.mkdir(parents=True)
    (folder / "visits.db").write_bytes(b"no database" * 500)
    collector.take([held("north", Topic.VISIT, visit_message("north", "v1"))])
    collector.write()
    assert visits_in(folder) == 1
    assert "damaged" in capsys.readouterr().out


def test_more_booths_than_files_can_be_open(collector, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.fleet.organiser.collector._MOST_OPEN", 3)
    for round_ in range(2):
        collector.take([held(f"b{n}", Topic.VISIT, visit_message(f"b{n}", f"v{round_}")) for n in range(9)])
        collector.write()
    assert [visits_in(tmp_path / "fleet" / f"b{n}") for n in range(9)] == [2] * 9


class Sender:
    """A booth that only sends, and remembers what the broker has taken for somebody."""

    def __init__(self, access, name: str) -> None:
        self.name, self.taken = name, 0
        self._told: SimpleQueue = SimpleQueue()
        self.connection = Connection(access, f"kiosk-{name}", self._told.put)
        self.connection.begin()

    def until_heard(self) -> None:
        """Wait until a collector keeps what is sent."""
        while not isinstance(self._told.get(timeout=30), Up):
            pass
        end = time.monotonic() + 60
        while time.monotonic() < end:
            self.connection.publish(topic(self.name, Topic.VISIT), visit_message(self.name, "first"))
            while not isinstance(event := self._told.get(timeout=30), Taken):
                pass
            if event.has_reader:
                return
            time.sleep(0.05)
        raise AssertionError("nobody collects")

    def send(self, what: Topic, payload: bytes) -> None:
        self.connection.publish(topic(self.name, what), payload)

    def all_taken(self, many: int) -> bool:
        """Whether the broker has so many things, without having to wait for any."""
        while not self._told.empty():
            self.taken += isinstance(self._told.get(), Taken)
        return self.taken >= many


def test_visits_and_leads_are_collected_and_reported(quick, start, broker, tmp_path, tiny_folder):
    write_settings(broker, tmp_path)
    collects = start("fleet", "collect")
    assert collects.line().startswith("Collecting into ")
    booth = Sender(broker.access("north"), "north")
    booth.until_heard()
    for size in (300_000, 600_000):  # the second is more than the broker passes on
        booth.send(Topic.VISIT, b"x" * size)
    booth.send(Topic.LEAD, lead_message("north", "l1"))
    fleet = tmp_path / "state" / "fleet"
    until(lambda: leads_of(fleet / "north"))
    assert quick("fleet", "collect").returncode == 3
    assert collects.end(signal.SIGTERM)[0] == 0
    assert collects.line() == "1 visits and 1 contacts of 1 booths, 1 passed over"
    booth.send(Topic.VISIT, visit_message("north", "v2"))
    until(lambda: booth.all_taken(1))
    booth.connection.close()
    done = quick("fleet", "report", "out.csv", "--deck", tiny_folder)
    assert done.returncode == 0, done.stderr
    assert "out-hours.csv" in done.stdout
    assert done.stderr == ""
    assert (tmp_path / "out-days.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[1] == "2"
    assert visits_in(fleet / "north") == 2
    exported = quick("leads", "export", fleet / "north" / "leads", "--key", "none.key", "--to", "x.csv")
    assert "There is no key" in exported.stderr


def test_without_a_visit_there_is_nothing_to_report(quick, tiny_folder):
    done = quick("fleet", "report", "out.pdf", "--deck", tiny_folder)
    assert done.returncode == 2
    assert "No booth has sent a visit yet" in done.stderr


def collecting(start):
    """A collector that has a connection."""
    collects = start("fleet", "collect")
    until(lambda: "There is a connection" in collects.stderr())
    return collects


def stormy(broker, start, tmp_path, *, booths: int, each: int, kills: int, cuts: int) -> None:
    """Have booths send a lot while connections are cut and the collector is killed, and look at what is there."""
    relay, chance = Relay(broker.port), random.Random(4)  # noqa: S311 - for no secret
    write_settings(broker, tmp_path, relay.port)
    collects = collecting(start)
    access, fleet = replace(broker.access("x"), port=relay.port), tmp_path / "state" / "fleet"
    senders = [Sender(access, f"b{number}") for number in range(booths)]
    began = time.monotonic()
    try:
        for sender in senders:
            sender.until_heard()
        for part in range(kills + 1):
            for number in range(each * part // (kills + 1), each * (part + 1) // (kills + 1)):
                for sender in senders:
                    what = Topic.LEAD if number % 10 == 9 else Topic.VISIT
                    message = lead_message if what is Topic.LEAD else visit_message
                    sender.send(what, message(sender.name, f"m{number}"))
            for _ in range(cuts // (kills + 1)):
                time.sleep(chance.uniform(0.0, 0.3))
                relay.drop()
            if part < kills:
                time.sleep(chance.uniform(0.0, 0.3))
                collects.child.kill()
                collects.child.wait()
                collects = collecting(start)
        until(lambda: all(sender.all_taken(each) for sender in senders), 600)
        until(lambda: all(len(ids_in(fleet / sender.name)) > each for sender in senders), 600)
        took = time.monotonic() - began
        print(f"{booths * (each + 1)} sent, {kills} kills, {relay.drops} cuts, {took:.0f} s")  # noqa: T201
        assert collects.end(signal.SIGTERM)[0] == 0
        for sender in senders:
            folder = fleet / sender.name
            assert sorted(ids_in(folder)) == sorted(["first", *(f"m{number}" for number in range(each))])
            assert visits_in(folder) == 1 + each - each // 10
            assert (len(sealed_in(folder)), len(set(sealed_in(folder)))) == (each // 10, each // 10)
    finally:
        relay.close()
        for sender in senders:
            sender.connection.close()


@linux
def test_a_collector_that_is_killed_amid_it_loses_nothing_and_doubles_nothing(broker, start, tmp_path):
    stormy(broker, start, tmp_path, booths=3, each=100, kills=2, cuts=3)


@linux
@pytest.mark.soak
def test_ten_thousand_from_twenty_booths(broker, start, tmp_path):
    stormy(broker, start, tmp_path, booths=20, each=500, kills=12, cuts=52)
