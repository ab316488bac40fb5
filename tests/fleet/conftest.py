"""A broker for the tests of many booths."""

from __future__ import annotations

import gc

import pytest
from fleet.booths import Booth, write_settings
from fleet.brokers import MOSQUITTO, Broker


@pytest.fixture
def booths(broker, tmp_path):
    """Opens booths that are none, and closes them after the test; this machine is their organiser's."""
    write_settings(broker, tmp_path)
    made = []

    def open_(*names, **options):
        made.extend(Booth(broker, name, **options) for name in names)
        return made[-1] if len(names) == 1 else made[-len(names) :]

    yield open_
    for booth in made:
        booth.close()
    made.clear()
    gc.collect()


@pytest.fixture
def broker(tmp_path):
    """A broker that runs, for one test."""
    if MOSQUITTO is None:
        pytest.skip("there is no mosquitto on this machine")
    broker = Broker(tmp_path / "broker")
    broker.start()
    yield broker
    broker.stop()
