"""The phone as a remote: one phone, by its code, for a few things; nobody else, and nothing else."""

from __future__ import annotations

import json
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt

from kiosk.presenter.phone import Phone
from kiosk.presenter.remote import ASKED, Remote

WORDS = dict.fromkeys(("title", "black", "timer", "previous", "next"), "<b>&") | {"language": "en"}
OWN = {"X-Kiosk": "1"}


class Hand:
    """A phone's browser."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._at, self.code = parts.netloc, parts.path
        self.cookie = ""

    def ask(self, path: str, method: str = "GET", **headers: str):
        connection = HTTPConnection(self._at, timeout=5)
        with closing(connection):
            cookie = {"Cookie": self.cookie} if self.cookie else {}
            connection.request(method, path, headers=cookie | headers)
            answer = connection.getresponse()
            self.cookie = answer.getheader("Set-Cookie", self.cookie).partition(";")[0]
            return answer.status, answer.read().decode(), answer

    def come_in(self) -> None:
        assert self.ask(self.code)[0] == 303


@pytest.fixture
def asked():
    return []


@pytest.fixture
def remote(asked):
    with closing(Remote("127.0.0.1", WORDS, asked.append)) as remote:
        yield remote


@pytest.fixture
def hand(remote):
    return Hand(remote.url)


def test_the_code_lets_one_phone_in(remote, hand, asked):
    hand.come_in()
    status, page, answer = hand.ask("/")
    assert status == 200
    assert "&lt;b&gt;&amp;" in page
    assert "<b>" not in page
    assert "default-src 'none'" in answer.getheader("Content-Security-Policy")
    assert hand.code not in page
    assert Hand(remote.url).ask(hand.code)[0] == 404
    assert asked == [""]


def test_what_the_phone_may_ask_for_is_asked(remote, hand, asked):
    hand.come_in()
    for what in sorted(ASKED):
        assert hand.ask(f"/do/{what}", "POST", **OWN)[0] == 204
    assert asked == ["", *sorted(ASKED)]
    remote.state = {"notes": "Say it slowly"}
    assert json.loads(hand.ask("/state", **OWN)[1]) == {"notes": "Say it slowly"}


@pytest.mark.parametrize("path", ["/do/quit", "/do/end", "/do/", "/do/../next", "/etc/passwd", "/remote.html"])
def test_nothing_else_can_be_reached(hand, asked, path):
    hand.come_in()
    assert hand.ask(path, "POST", **OWN)[:2] == (404, "")
    assert hand.ask(path, **OWN)[:2] == (404, "")
    assert asked == [""]


def test_without_the_code_or_from_another_page_nothing_is_told(remote, hand, asked):
    stranger = Hand(remote.url)
    for path in ("/", "/state", "/x", f"{hand.code}x", hand.code[:-1]):
        assert stranger.ask(path, **OWN)[:2] == (404, "")
    assert stranger.ask("/do/next", "POST", **OWN)[0] == 404
    hand.come_in()
    assert hand.ask("/do/next", "POST")[0] == 404
    assert hand.ask("/do/next", "POST", **OWN, Host="evil.example")[0] == 404
    stranger.cookie = "kiosk=x"
    assert stranger.ask("/state", **OWN)[0] == 404
    assert asked == [""]


def test_a_request_that_is_none_harms_nobody(remote, hand):
    import socket

    at = urlsplit(remote.url)
    for rubbish in (b"\x00\xff\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n"):
        with socket.create_connection((at.hostname, at.port), timeout=5) as line:
            line.sendall(rubbish)
    hand.come_in()


def test_a_phone_leads_the_show_until_it_is_switched_off(talk):
    phone = Phone(talk.presenter.lectern, lambda: "127.0.0.1")
    with closing(phone):
        assert not phone.on
        phone.toggle()
        hand = Hand(phone.code)
        hand.come_in()
        talk.until(lambda: phone.code == "")
        hand.ask("/do/next", "POST", **OWN)
        hand.ask("/do/black", "POST", **OWN)
        talk.until(lambda: talk.place.show.blank == "black")
        assert talk.slide == "idea"
        talk.press(Qt.Key.Key_B, Qt.Key.Key_Right)
        assert json.loads(hand.ask("/state", **OWN)[1])["notes"] == "Say it slowly"
        phone.toggle()
        with pytest.raises(ConnectionRefusedError):
            hand.ask("/state", **OWN)


def test_without_a_network_it_says_so(talk):
    with closing(Phone(talk.presenter.lectern, lambda: "")) as phone:
        phone.toggle()
        assert not phone.on
        assert talk.says("told") == "There is no network that a phone could be in"
