"""A broker for the tests of many booths."""

from __future__ import annotations

import gc
import signal
from functools import cache
from pathlib import Path

import pytest
import typer.main
from fleet.booths import Booth, write_settings
from fleet.brokers import MOSQUITTO, Broker

typer.main.get_command = cache(typer.main.get_command)  # else each command reads anew what all of them take
SOCKETS = pytest.mark.filterwarnings("ignore:.*ocket:pytest.PytestUnraisableExceptionWarning")
"""The library leaves sockets to the collector, some of them only when its thread has ended, in a later test."""


def pytest_collection_modifyitems(items):
    """Have every test of this folder take no offence at them."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(SOCKETS)


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
        pytest.skip("there is no mosquitto, which the Makefile fetches on Debian")
    broker = Broker(tmp_path / "broker")
    broker.start()
    yield broker
    broker.stop(signal.SIGKILL)  # which takes no time of its own


@pytest.fixture(autouse=True)
def _collected():
    """What the library leaves to the collector is collected in the test that left it."""
    yield
    gc.collect()
