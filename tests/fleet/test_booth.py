"""A booth that runs: what it does for its organiser, and that its visitors see the same without one."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket

import pytest
from fleet.lines import Organiser, write_settings
from fleet.served import Served
from processes import linux

from kiosk.deck.checksum import checksum
from kiosk.deck.load import load
from kiosk.fleet.messages import Does, VisitMessage
from kiosk.packing.pack import pack
from kiosk.packing.signing import make_keys

pytestmark = linux
COMMANDS = ["reload", "restart", "route", "message", "back", "fetch"]


@pytest.fixture
def organiser(broker, tmp_path):
    organiser = Organiser(broker, tmp_path / "organiser.key")
    yield organiser
    organiser.go()


@pytest.fixture
def key(tmp_path):
    return make_keys(tmp_path / "organiser.key")


def test_a_booth_does_what_its_organiser_asks(broker, key, organiser, start, tiny_folder, tmp_path):
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text() + "routes:\n  - {id: short, title: Short, minutes: 2, slides: [trade]}\n")
    write_settings(tmp_path / "kiosk.toml", broker, "hall-3", keys=[key], allow=COMMANDS)
    booth = start("run", tiny_folder, "--windowed", "800x600")
    status = organiser.status(lambda status: status.online)
    assert (status.showing, status.problems, status.allows) == ("attract", (), tuple(COMMANDS))
    assert (status.display.width, status.display.height) == (800, 600)

    organiser.ask(Does.ROUTE, route="none")
    assert "it has short" in organiser.answer("refused").said
    organiser.ask(Does.ROUTE, route="short")
    organiser.status(lambda status: status.showing.startswith("slide "))
    organiser.ask(Does.ROUTE, route="")
    organiser.until(lambda message: message is organiser.heard[-1] and getattr(message, "showing", "") == "attract")

    organiser.ask(Does.MESSAGE, texts={"en": "The talk begins at three."})
    organiser.status(lambda status: status.message == "The talk begins at three.")

    before = organiser.status(lambda status: status.online).deck_hash
    deck.write_text(deck.read_text() + "# another\n")
    reload = organiser.ask(Does.RELOAD)
    assert organiser.answer("done", reload.id).deck_hash not in {"", before}
    deck.write_text(deck.read_text().replace("languages:", "langauges:"))
    broken = organiser.ask(Does.RELOAD)
    assert "has errors" in organiser.answer("failed", broken.id).said
    deck.write_text(deck.read_text().replace("langauges:", "languages:"))

    organiser.ask(Does.BACK)
    organiser.until(lambda message: getattr(message, "said", "") == "there is no deck from before")

    process, again = booth.booth(), organiser.ask(Does.RESTART)
    assert organiser.answer("done", again.id).said == "The booth started again."
    assert booth.booth() != process
    assert organiser.status(lambda status: status.message).online, "the message is still there"

    organiser.heard.clear()
    os.kill(booth.booth(), signal.SIGKILL)
    organiser.status(lambda status: not status.online)
    organiser.status(lambda status: status.online)
    assert booth.end(signal.SIGTERM)[0] == 0
    organiser.until(lambda message: message is organiser.heard[-1] and getattr(message, "online", None) is False)
    assert not organiser.of(VisitMessage)


def test_a_broker_that_is_not_there_changes_nothing_and_the_booth_ends_in_time(start, tiny_folder, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings = f'[broker]\nhost = "127.0.0.1"\nport = {port}\nuser = "u"\npassword = "p"\n'
        (tmp_path / "kiosk.toml").write_text(settings)
        (tmp_path / "kiosk.toml").chmod(0o600)
        booth = start("run", tiny_folder, "--windowed", "800x600")
        booth.booth()
        silent.accept()[0].close()
        silent.accept()
        code, seconds = booth.end(signal.SIGTERM)
    assert code == 0
    assert seconds < 2
    assert "Traceback" not in booth.stderr()


def test_a_deck_is_fetched_and_shown_and_the_one_from_before_is_shown_again(
    broker, key, organiser, start, tiny_folder, tmp_path
):
    served = Served(broker.folder)
    new = tmp_path / "new"
    shutil.copytree(tiny_folder, new)
    (new / "deck.yaml").write_text((new / "deck.yaml").read_text().replace("en: Tiny", "en: Another"))
    pack(new, load(new).deck, tmp_path / "new.kiosk", tmp_path / "organiser.key")
    served.files["/new.kiosk"] = data = (tmp_path / "new.kiosk").read_bytes()
    config = tmp_path / "kiosk.toml"
    write_settings(config, broker, "hall-3", keys=[key], allow=COMMANDS, fetch=served.address)
    config.write_text(config.read_text() + f'[decks]\nkeys = ["{key}"]\n')
    booth = start("run", tiny_folder, "--windowed", "800x600")
    before = organiser.status(lambda status: status.online)
    assert (before.deck, before.previous) == ("Tiny", False)
    details = {"address": f"{served.address}/new.kiosk", "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    command = organiser.ask(Does.FETCH, **details)
    after = organiser.answer("done", command.id)
    assert after.deck_hash == checksum(new)
    status = organiser.status(lambda status: status.deck == "Another")
    assert (status.deck_hash, status.previous) == (after.deck_hash, True)
    again = organiser.ask(Does.FETCH, **details)
    assert "already" in organiser.answer("done", again.id).said
    back = organiser.ask(Does.BACK)
    assert organiser.answer("done", back.id).deck_hash == before.deck_hash
    organiser.heard.clear()
    organiser.until(lambda message: getattr(message, "deck", "") == "Tiny")
    assert not (tmp_path / "state" / "fleet" / "fetched.kiosk").exists()
    assert booth.end(signal.SIGTERM)[0] == 0
    served.close()
