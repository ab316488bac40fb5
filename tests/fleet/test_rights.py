"""A broker whose rights are as the description of the messages has them keeps booths apart."""

from __future__ import annotations

import re
from dataclasses import replace
from queue import Empty, SimpleQueue

import pytest
from fleet.brokers import MOSQUITTO, Broker
from processes import ROOT

from kiosk.fleet.booth.discovery import discovery
from kiosk.fleet.connection import Connection, Heard, Up
from kiosk.fleet.topics import ANY, Topic, topic

PATIENCE_S = 60


@pytest.fixture
def apart(tmp_path):
    """A broker with a login for each of two booths, and one for the organiser."""
    if MOSQUITTO is None:
        pytest.skip("there is no mosquitto, which the Makefile fetches on Debian")
    text = (ROOT / "kiosk" / "fleet" / "README.md").read_text(encoding="utf-8")
    rights = next(found for found in re.findall(r"```\n(.+?)```", text, re.DOTALL) if "pattern" in found)
    broker = Broker(tmp_path / "broker", rights, ("north", "south", "organiser"))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture
def connect(apart):
    """Opens connections by a login, each with all that it is told; closes them after the test."""
    opened = []

    def connect_(user, *subscribes):
        told = SimpleQueue()
        connection = Connection(replace(apart.access(), user=user), f"{user}-1", told.put, subscribes=subscribes)
        opened.append(connection)
        connection.begin()
        while not isinstance(told.get(timeout=PATIENCE_S), Up):
            pass
        return connection, told

    yield connect_
    for connection in opened:
        connection.close()


def _heard(told, seconds: float) -> list[tuple[str, bytes]]:
    """What arrives until nothing does for some time."""
    found = []
    try:
        while True:
            event = told.get(timeout=seconds)
            if isinstance(event, Heard):
                found.append((event.topic, event.payload))
    except Empty:
        return found


def test_a_booth_speaks_as_itself_and_as_no_other(connect):
    own = [topic("north", each) for each in Topic if each is not Topic.COMMAND] + [discovery("north").topic]
    anothers = [topic("south", each) for each in Topic] + [topic("north", Topic.COMMAND), discovery("south").topic]
    _, told = connect("organiser", "kiosk/v1/#")
    north, _ = connect("north")
    for name in own:
        north.publish(name, b"said")
    assert [name for name, _ in _heard(told, 1)] == [name for name in own if name.startswith("kiosk/")]
    for name in anothers:  # for which this Mosquitto ends the connection
        north.publish(name, b"said")
    assert _heard(told, 1) == []


def test_a_booth_hears_its_own_commands_alone(connect):
    _, told = connect("north", topic("north", Topic.COMMAND), topic("north", Topic.STATUS), topic(ANY, Topic.COMMAND))
    organiser, _ = connect("organiser")
    for booth in ("south", "north"):
        for what in (Topic.COMMAND, Topic.STATUS, Topic.LEAD):
            organiser.publish(topic(booth, what), b"said")
    assert {name for name, _ in _heard(told, 1)} == {topic("north", Topic.COMMAND), topic("north", Topic.STATUS)}
