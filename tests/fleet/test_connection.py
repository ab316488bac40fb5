"""The connection to a broker: it comes to be, is gone, comes back, and says why where it does not."""

from __future__ import annotations

import gc
import signal
import time
from dataclasses import replace
from queue import SimpleQueue

import pytest
from fleet.brokers import PASSWORD, Broker

from kiosk.fleet.access import AccessError, access
from kiosk.fleet.connection import Connection, Down, Heard, Kept, Taken, Up
from kiosk.machine.settings import Settings

PATIENCE_S = 60
pytestmark = pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")
"""The library leaves a socket to the collector whose other end proved not to be the broker."""


class End:
    """One end of a connection, and what it was told."""

    def __init__(self, access, name, **options) -> None:
        self.told = SimpleQueue()
        self.connection = Connection(access, name, self.told.put, **options)
        self.connection.begin()

    def until(self, kind):
        """The next event of a kind; the others before are gone."""
        while True:
            event = self.told.get(timeout=PATIENCE_S)
            if isinstance(event, kind):
                return event


@pytest.fixture
def connect():
    """Opens ends of connections, and closes them after the test."""
    ends = []

    def connect_(access, name, **options) -> End:
        ends.append(End(access, name, **options))
        return ends[-1]

    yield connect_
    for end in ends:
        end.connection.close()
    ends.clear()
    gc.collect()


def test_what_one_end_says_the_other_hears(broker: Broker, connect):
    hears = connect(broker.access(), "a", subscribes=["x/+"])
    hears.until(Up)
    says = connect(broker.access(), "b")
    number = says.connection.publish("x/1", b"good morning")
    assert says.until(Taken) == (number, True)
    assert hears.until(Heard) == ("x/1", b"good morning", False)


def test_what_nobody_would_get_is_told(broker: Broker, connect):
    says = connect(broker.access(), "b")
    number = says.connection.publish("y", b"is anybody there")
    assert says.until(Taken) == (number, False)


def test_an_end_that_is_killed_leaves_its_will(broker: Broker, connect):
    hears = connect(broker.access(), "a", subscribes=["x"])
    hears.until(Up)
    goes = connect(broker.access(), "b", will=Kept("x", b"gone"))
    goes.until(Up)
    connect(broker.access(), "b").until(Up)  # another of the same name: the broker ends the first one's connection
    assert hears.until(Heard).payload == b"gone"


def test_a_farewell_is_kept_for_those_who_come_later(broker: Broker, connect):
    goes = connect(broker.access(), "b", will=Kept("x", b"gone"))
    goes.until(Up)
    goes.connection.close(Kept("x", b"good night"))
    assert connect(broker.access(), "a", subscribes=["x"]).until(Heard) == ("x", b"good night", True)


def test_a_broker_that_is_killed_loses_nothing_that_it_took(broker: Broker, connect):
    reader = connect(broker.access(), "a", subscribes=["x"], keeps_s=600)
    reader.until(Up)
    reader.connection.close()
    says = connect(broker.access(), "b")
    says.connection.publish("x", b"before")
    says.until(Taken)
    broker.stop()
    assert "gone" in says.until(Down).why
    says.connection.publish("x", b"meanwhile")
    broker.start()
    says.until(Up)
    says.until(Taken)
    again = connect(broker.access(), "a", subscribes=["x"], keeps_s=600)
    assert [again.until(Heard).payload, again.until(Heard).payload] == [b"before", b"meanwhile"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"broker_password": "another"}, "the password is wrong"),
        ({"broker": "127.0.0.2"}, "127.0.0.2:"),
        ({"broker_port": 9}, "Connection refused"),
        ({"broker_ca": ""}, "does not prove that it is the broker"),
        ({"broker": "no.such.host.invalid"}, "cannot be reached"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(broker: Broker, connect, wrong, why):
    said = connect(access(replace(broker.settings(), **wrong), broker.folder), "b").until(Down).why
    assert why in said, said


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (Settings(), "no broker is named"),
        (Settings(broker="b"), "no `user`"),
        (Settings(broker="b", broker_user="u"), "no `password`"),
        (Settings(broker="b", broker_user="u", broker_password=PASSWORD, broker_ca="none.pem"), "No such file"),
    ],
)
def test_settings_that_lead_to_no_broker_say_so_at_once(tmp_path, settings, why):
    with pytest.raises(AccessError, match=why):
        access(settings, tmp_path)


def test_closing_takes_no_longer_than_a_booth_has(broker: Broker, connect):
    end = connect(replace(broker.access(), host="10.255.255.1"), "b")  # nobody answers there at all
    began = time.monotonic()
    end.connection.close()
    assert time.monotonic() - began < 0.9
    broker.stop(signal.SIGKILL)
