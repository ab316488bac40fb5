"""A deck is fetched from where the booth's settings say, as it was told and whole, or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from fleet.brokers import PASSWD, Broker
from fleet.served import Served

from kiosk.fleet.booth.fetching import FILE, FetchError, fetch, wanted
from kiosk.machine.settings import Settings

pytestmark = pytest.mark.skipif(PASSWD is None, reason="there is no mosquitto here")
DECK = b"a packed deck" * 9_999


@pytest.fixture
def served(tmp_path):
    broker = Broker(tmp_path / "broker")  # for its certificate; it is not started
    served = Served(broker.folder)
    served.files["/decks/a.kiosk"] = DECK
    served.ca = broker.ca
    yield served
    served.close()


@pytest.fixture
def settings(served):
    return Settings(broker="b", broker_ca=str(served.ca), fetches_from=f"{served.address}/decks", keys=("somebody",))


def details(served, path: str = "/decks/a.kiosk", **other) -> dict[str, object]:
    sha256 = hashlib.sha256(DECK).hexdigest()
    return {"address": f"{served.address}{path}", "sha256": sha256, "bytes": len(DECK)} | other


def fetched(served, settings, tmp_path, **other):
    return fetch(wanted(details(served, **other), settings), settings, tmp_path, tmp_path / "to", lambda: True)


def test_what_was_told_comes(served, settings, tmp_path):
    file = fetched(served, settings, tmp_path)
    assert file.read_bytes() == DECK
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:{port}/decks/a.kiosk",
        "https://localhost/decks/a.kiosk",
        "https://elsewhere:{port}/decks/a.kiosk",
        "https://localhost:{port}/decks.evil/a.kiosk",
        "https://localhost:{port}/decks/../a.kiosk",
        "https://localhost:{port}/decks/%2e%2e/a.kiosk",
        "https://localhost:{port}/decks/%252e%252e/a.kiosk",
        "https://localhost:{port}@elsewhere/decks/a.kiosk",
        "https://me@localhost:{port}/decks/a.kiosk",
        "https://localhost:x/decks/a.kiosk",
        "https://localhost:{port}/decks/a b",
        "https://localhost:{port}/decks/a\r\nHost: b",
        7,
    ],
)
def test_nothing_is_fetched_from_elsewhere(served, settings, address):
    port = served.address.rpartition(":")[2]
    address = address.format(port=port) if isinstance(address, str) else address
    with pytest.raises(FetchError, match="fetches decks from"):
        wanted(details(served) | {"address": address}, settings)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"sha256": "00"}, "64 hexadecimal digits"),
        ({"sha256": "0" * 64}, "SHA-256 is different"),
        ({"bytes": 3}, "longer than the 3 bytes"),
        ({"bytes": len(DECK) + 1}, "shorter than"),
        ({"bytes": 0}, "the file's size"),
        ({"bytes": 10**13}, "the file's size"),
        ({"path": "/decks/none.kiosk"}, "answers 404"),
        ({"path": "/decks/moved.kiosk"}, "answers 302 Found, which leads elsewhere"),
    ],
)
def test_what_is_not_as_it_was_told_is_not_taken_and_nothing_is_left(served, settings, tmp_path, other, why):
    served.files["/decks/moved.kiosk"] = "/decks/a.kiosk"
    with pytest.raises(FetchError, match=why):
        fetched(served, settings, tmp_path, **other)
    assert not (tmp_path / "to" / FILE).exists()


def test_a_server_that_nobody_vouches_for_is_not_believed(served, settings, tmp_path):
    with pytest.raises(FetchError, match="does not give it"):
        fetched(served, replace(settings, broker_ca=""), tmp_path)


def test_without_keys_for_decks_none_is_taken(served, settings):
    with pytest.raises(FetchError, match=r"`keys` below `\[decks\]`"):
        wanted(details(served), replace(settings, keys=()))
