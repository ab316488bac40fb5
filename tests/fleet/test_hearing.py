"""Which commands a booth does: those that are signed, allowed, fresh and new; the others are refused, and told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from fleet.lines import BoothLine, Organiser

from kiosk.fleet.booth.ledger import FILE, Ledger, Pending
from kiosk.fleet.messages import Does, to_bytes
from kiosk.fleet.signing import signed
from kiosk.packing.signing import make_keys


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """The organiser's key, and the half of it that booths have."""
    file = tmp_path_factory.mktemp("key") / "organiser.key"
    return file, make_keys(file)


@pytest.fixture
def organiser(broker, key):
    organiser = Organiser(broker, key[0])
    yield organiser
    organiser.go()


@pytest.fixture
def booth(broker, tmp_path, key, organiser):
    booth = BoothLine(tmp_path / "hall-3", broker, keys=[key[1]], allow=["reload", "message"])
    organiser.status()
    yield booth
    booth.close()


def refused(booth, organiser, why: str, command: str | None = None) -> None:
    """Nothing is done, and it is told on stderr, to the report, and where the id is known to the organiser."""
    from processes import until

    until(lambda: any(why in each for each in booth.told))
    assert any(why in each for each in booth.events)
    if command:
        assert why in organiser.answer("refused", command).said
    assert booth.asked.empty()


def test_a_command_that_is_allowed_is_under_way_and_is_answered(booth, organiser):
    command = organiser.ask(Does.RELOAD)
    assert organiser.answer("under way").command == command.id
    assert booth.asked.get(timeout=10) == command
    booth.uplink.answer(command.id, "done", "It is done.", with_deck=True)
    answer = organiser.answer("done", command.id)
    assert answer.said == "It is done."
    assert answer.deck_hash == organiser.status().deck_hash


def test_a_command_that_comes_again_is_not_done_again(booth, organiser, key):
    command = organiser.command(Does.RELOAD)
    data = to_bytes(signed(command, key[0]))
    organiser.send(data)
    assert booth.asked.get(timeout=10) == command
    organiser.send(data)
    refused(booth, organiser, "it was heard before", command.id)


@pytest.mark.parametrize(("seconds", "why"), [(-400, "behind now"), (400, "ahead of now")])
def test_where_a_clock_is_wrong_it_is_said(booth, organiser, seconds, why):
    at = (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")
    command = organiser.ask(Does.RELOAD, at=at)
    refused(booth, organiser, why, command.id)


def test_one_that_is_not_signed_by_the_organiser_is_refused(booth, organiser, tmp_path):
    make_keys(tmp_path / "other.key")
    organiser.send(to_bytes(signed(organiser.command(Does.RELOAD), tmp_path / "other.key")))
    refused(booth, organiser, "not signed by a key that may command this booth")


def test_one_that_was_changed_on_the_way_is_refused(booth, organiser, key):
    message = json.loads(to_bytes(signed(organiser.command(Does.MESSAGE), key[0])))
    message["command"] = message["command"].replace("message", "reload")
    organiser.send(json.dumps(message).encode())
    refused(booth, organiser, "not signed by a key that may command this booth")


def test_one_that_this_booth_does_not_take_is_refused(booth, organiser):
    command = organiser.ask(Does.RESTART)
    refused(booth, organiser, "`allow` below `[broker]`", command.id)


def test_one_for_another_booth_is_refused(booth, organiser, key):
    organiser.send(to_bytes(signed(organiser.command(Does.RELOAD, to="hall-4"), key[0])), "hall-3")
    refused(booth, organiser, "for other booths", "c1")


def test_a_flood_of_nonsense_is_told_a_few_times(booth, organiser):
    for at in range(60):
        organiser.send(b"nonsense" + bytes([at % 256]))
    command = organiser.ask(Does.RELOAD)
    assert booth.asked.get(timeout=20) == command
    assert 0 < len(booth.told) < 10


def test_what_was_heard_is_on_the_disk_before_it_is_done_and_without_that_nothing_is(broker, tmp_path, key, organiser):
    folder = tmp_path / "hall-3"
    booth = BoothLine(folder, broker, keys=[key[1]], allow=["reload"])
    organiser.status()
    old = organiser.ask(Does.RELOAD)
    booth.asked.get(timeout=10)
    assert Ledger(booth.state / "fleet").last == {key[1]: old.count}
    booth.close()
    (booth.state / "fleet" / FILE).write_bytes(b"{")
    organiser.status(lambda status: not status.online)
    organiser.heard.clear()
    again = BoothLine(folder, broker, keys=[key[1]], allow=["reload"])
    organiser.status(lambda status: status.online)
    at = (datetime.now(UTC) - timedelta(seconds=30)).isoformat(timespec="seconds")
    command = organiser.ask(Does.RELOAD, at=at)
    refused(again, organiser, "signed before this booth started", command.id)
    (booth.state / "fleet").rename(booth.state / "gone")
    (booth.state / "fleet").write_bytes(b"in its way")
    command = organiser.ask(Does.RELOAD)
    refused(again, organiser, "disk does not take", command.id)
    again.close()


def test_what_was_done_by_a_start_is_said_once_after_it(broker, tmp_path, organiser):
    folder = tmp_path / "hall-3"
    (folder / "state").mkdir(parents=True)
    Ledger(folder / "state" / "fleet").pend(Pending("c9", "The booth started again."))
    booth = BoothLine(folder, broker)
    assert organiser.answer("done", "c9").said == "The booth started again."
    assert Ledger(booth.state / "fleet").pending is None
    booth.close()
