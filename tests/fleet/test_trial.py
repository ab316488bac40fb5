"""`kiosk doctor` tries the broker, and says in the booth's own words what is wrong."""

from __future__ import annotations

import socket
import time
from dataclasses import replace

import pytest

from kiosk.fleet.booth import trial as tried


def test_a_broker_that_lets_the_booth_in_is_told(broker):
    assert tried.trial(broker.settings("hall-3"), broker.folder) == (True, f"localhost:{broker.port} lets hall-3 in")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"broker_password": "x"}, "the password is wrong"),
        ({"broker_user": ""}, "no `user`"),
        ({"broker_port": 9}, ":9"),
    ],
)
def test_what_is_wrong_is_told(broker, wrong, why):
    good, said = tried.trial(replace(broker.settings("hall-3"), **wrong), broker.folder)
    assert not good
    assert why in said


def test_one_that_does_not_answer_is_given_up(broker, monkeypatch):
    monkeypatch.setattr(tried, "PATIENCE_S", 0.3)
    began = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        there = replace(broker.settings("hall-3"), broker_port=silent.getsockname()[1])
        good, said = tried.trial(there, broker.folder)
    assert (good, "did not answer" in said) == (False, True)
    assert time.monotonic() - began < 2
