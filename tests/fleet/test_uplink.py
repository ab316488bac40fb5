"""The booth's line: what a booth tells comes to its organiser, whatever becomes of the network, broker and disk."""

from __future__ import annotations

import signal
import socket
import sqlite3
import time
from contextlib import closing

import pytest
from fleet.lines import QUICK, BoothLine, Organiser, a_visit
from fleet.relay import Relay
from processes import until

from kiosk.fleet.connection import Connection
from kiosk.fleet.messages import LeadMessage, Status, VisitMessage
from kiosk.fleet.topics import Topic, topic
from kiosk.fleet.visits import from_plain
from kiosk.leads.store import Store, count, count_unsent
from kiosk.visits.log import FILE
from kiosk.visits.outbox import Outbox


@pytest.fixture
def line(broker, tmp_path):
    """Opens booths' lines, and closes them after the test."""
    lines = []

    def line_(name: str = "hall-3", **options) -> BoothLine:
        lines.append(BoothLine(tmp_path / f"{name}-{len(lines)}", broker, name, **options))
        return lines[-1]

    yield line_
    for each in lines:
        each.close()


@pytest.fixture
def organiser(broker):
    organiser = Organiser(broker)
    yield organiser
    organiser.go()


@pytest.fixture
def relay(broker):
    relay = Relay(broker.port)
    yield relay
    relay.close()


def test_a_booth_tells_how_it_is_and_when_that_changes(line, organiser):
    booth = line()
    status = organiser.status()
    assert (status.booth, status.online, status.deck, status.showing) == ("hall-3", True, "A deck", "attract")
    booth.see(last_touch="2026-05-08T09:00:00+00:00")
    organiser.status(lambda status: status.last_touch == "2026-05-08T09:00:00+00:00")


def test_a_booth_that_ends_says_so_and_one_that_is_cut_off_is_said_to_be_gone(line, organiser, relay):
    booth = line()
    organiser.status(lambda status: status.online)
    booth.close()
    organiser.status(lambda status: not status.online)
    line("hall-4", port=relay.port)
    organiser.status(lambda status: status.booth == "hall-4" and status.online)
    relay.cut()
    organiser.status(lambda status: status.booth == "hall-4" and not status.online)


def test_visits_and_contacts_come_once_each_and_contacts_stay_in_the_store(line, organiser):
    booth = line()
    for at in range(30):
        booth.log.keep(a_visit(f"s{at}"))
    booth.leave("Ada", "Grace")
    organiser.status(lambda status: status.waiting.visits or status.waiting.leads)
    organiser.until(lambda _: len(organiser.of(VisitMessage)) == 30 and len(organiser.of(LeadMessage)) == 2)
    organiser.status(lambda status: status == organiser.of(Status)[-1] and not status.waiting.leads)
    assert [from_plain(each.visit).stays[0].screen for each in organiser.of(VisitMessage)] == [
        f"s{at}" for at in range(30)
    ]
    until(lambda: count_unsent(booth.leads) == 0 and Outbox(booth.state / FILE).held().visits == 0)
    assert count(booth.leads).leads == 2


def test_nothing_is_lost_while_nobody_has_ever_listened(broker, line):
    booth = line()
    booth.log.keep(a_visit())
    booth.leave("Ada")
    until(lambda: Outbox(booth.state / FILE).held().visits == 1)
    time.sleep(0.3)
    assert count_unsent(booth.leads) == 1
    late = Organiser(broker)
    late.until(lambda _: late.of(VisitMessage) and late.of(LeadMessage))
    late.go()


def test_what_was_under_way_when_the_network_was_cut_comes_once(line, organiser, relay):
    booth = line(port=relay.port)
    organiser.status(lambda status: status.online)
    for at in range(60):
        booth.log.keep(a_visit(f"s{at}"))
        if at % 20 == 7:
            relay.cut()
    until(lambda: any("no line to the organiser" in each for each in booth.told))
    relay.heal()
    organiser.until(lambda _: len({each.id for each in organiser.of(VisitMessage)}) == 60)


def test_a_broker_that_is_killed_gets_the_rest_when_it_is_back(broker, line, organiser):
    booth = line()
    organiser.status(lambda status: status.online)
    organiser.go()
    broker.stop(signal.SIGKILL)
    booth.log.keep(a_visit())
    booth.leave("Ada")
    broker.start()
    organiser.come()
    organiser.until(lambda _: organiser.of(VisitMessage) and organiser.of(LeadMessage))


def test_a_contact_is_not_sent_while_its_card_is_open_and_never_where_it_was_taken_back(line, organiser):
    booth = line(pace=QUICK._replace(lead=0.3))
    organiser.status(lambda status: status.online)
    booth.uplink.card_is_open = True
    booth.leave("Ada", "Grace")
    time.sleep(0.5)
    booth.uplink.card_is_open = False
    booth.uplink.look()
    time.sleep(0.1)
    with closing(Store(booth.leads, print)) as store:
        store.remove(1)
    organiser.until(lambda _: organiser.of(LeadMessage))
    until(lambda: count_unsent(booth.leads) == 0)
    assert len(organiser.of(LeadMessage)) == 1


def test_two_booths_of_one_name_are_told_in_plain_words_and_do_not_throw_each_other_out(line, organiser, relay):
    first = line(port=relay.port)
    organiser.status(lambda status: status.online)
    second = line()
    for booth in (first, second):
        until(lambda booth=booth: any("Another booth is called hall-3 too" in each for each in booth.told))
        assert any("Another booth" in each for each in booth.uplink.problems)
    assert organiser.status(lambda status: any("Another booth" in each for each in status.problems)).online
    assert relay.connections == 1
    second.close()
    organiser.status(lambda status: not status.online)
    organiser.until(lambda message: message is organiser.heard[-1] and isinstance(message, Status) and message.online)


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"password": ""}, "no `password`"),
        ({"password": "wrong"}, "the password is wrong"),
        ({"port": 9}, "cannot be reached: Connection refused"),
        ({"ca": "/nowhere.pem"}, "No such file"),
    ],
)
def test_what_is_wrong_is_one_plain_line_and_what_waits_is_kept(line, settings, why):
    booth = line(**settings)
    until(lambda: booth.told)
    assert len(booth.told) == 1
    assert why in booth.told[0]
    assert any(why in each for each in booth.uplink.problems)
    booth.log.keep(a_visit())
    until(lambda: Outbox(booth.state / FILE).held().visits == 1)


@pytest.mark.parametrize("answers", [True, False])
def test_it_closes_in_time(line, broker, answers):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        booth = line(port=broker.port if answers else silent.getsockname()[1])
        time.sleep(0.5)
        began = time.monotonic()
        booth.uplink.close()
        assert time.monotonic() - began < 0.8


def test_a_store_that_is_damaged_is_told_and_begun_anew(line, organiser):
    booth = line()
    booth.leads.parent.mkdir(parents=True)
    booth.leads.write_bytes(b"no store" * 4000)
    booth.uplink.look()
    until(lambda: any("The store of contacts was damaged" in each for each in booth.told))
    booth.leave("Ada")
    organiser.until(lambda _: organiser.of(LeadMessage))


def test_a_log_that_cannot_be_read_is_told_and_tried_again(line, organiser):
    booth = line()
    organiser.status(lambda status: status.online)
    booth.log.keep(a_visit())
    organiser.until(lambda _: organiser.of(VisitMessage))
    with closing(sqlite3.connect(booth.state / FILE)) as database:
        database.execute("ALTER TABLE outbox RENAME TO gone")
        database.commit()
    booth.uplink.look()
    until(lambda: any("cannot be read or written" in each for each in booth.told))
    assert organiser.status(lambda status: any("cannot be read" in each for each in status.problems)).online


def test_a_line_that_broke_is_begun_anew(line, organiser, monkeypatch):
    from kiosk.fleet.booth import uplink
    from kiosk.fleet.booth.line import Line

    whole, broken = Line._rise, []  # noqa: SLF001

    def rise(self) -> None:
        if not broken:
            broken.append(True)
            raise ZeroDivisionError
        whole(self)

    monkeypatch.setattr(uplink, "_AGAIN_S", 0.2)
    monkeypatch.setattr(Line, "_rise", rise)
    booth = line()
    booth.log.keep(a_visit())
    organiser.until(lambda _: organiser.of(VisitMessage))
    assert organiser.status(lambda status: status.online)
    assert any("broke: ZeroDivisionError" in each for each in booth.told)


def test_home_assistant_finds_the_booth(broker, line):
    import json
    from queue import SimpleQueue

    from kiosk.fleet.connection import Heard

    line()
    events = SimpleQueue()
    home = Connection(broker.access(), "home", events.put, subscribes=["homeassistant/device/+/config"])
    home.begin()
    while not isinstance(heard := events.get(timeout=20), Heard):
        pass
    home.close()
    said = json.loads(heard.payload)
    assert heard.topic == "homeassistant/device/kiosk-hall-3/config"
    assert set(said["components"]) >= {"online", "deck", "language", "problems", "last_touch", "uptime", "leads"}
    assert {each["state_topic"] for each in said["components"].values()} == {topic("hall-3", Topic.STATUS)}
    assert not any("command_topic" in each for each in said["components"].values())
