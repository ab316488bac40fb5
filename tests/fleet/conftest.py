"""A broker for the tests of many booths."""

from __future__ import annotations

import gc

import pytest
from fleet.brokers import MOSQUITTO, Broker


@pytest.fixture
def broker(tmp_path):
    """A broker that runs, for one test."""
    if MOSQUITTO is None:
        pytest.skip("there is no mosquitto, which the Makefile fetches on Debian")
    broker = Broker(tmp_path / "broker")
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture(autouse=True)
def _collected():
    """What the library leaves to the collector is collected in the test that left it."""
    yield
    gc.collect()
