"""Booths with an operator."""

from __future__ import annotations

import pytest
from operated import PIN, Clock, Machine

from kiosk.deck.load import load
from kiosk.machine.file import change
from kiosk.operator.pin import hashed


@pytest.fixture(scope="session")
def kept_pin():
    return hashed(PIN)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def machine(open_booth, tiny_folder, tmp_path, clock):
    """The small deck's booth at its hub, with an operator who has set nothing."""
    loaded = load(tiny_folder)
    screen = open_booth(loaded, tiny_folder, now=clock)
    screen.wake()
    return Machine(screen, tmp_path, clock, loaded=loaded)


@pytest.fixture
def locked(machine, kept_pin):
    """The same with a PIN."""
    change(machine.config, {("operator", "pin"): kept_pin})
    return machine


@pytest.fixture
def opened(locked):
    """The same with its panel open."""
    locked.open_panel()
    return locked
