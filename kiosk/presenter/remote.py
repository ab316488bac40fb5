"""A page for a phone in the same network: next, back, black, notes and time; nothing else can be reached.

Off until the presenter switches it on. A code that is good for one phone lets that in, by a cookie that lasts as long
as this is on; whoever has neither is told nothing. No Qt in here: what is asked comes from a thread of its own.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread
from typing import Any, Final

ASKED: Final = frozenset({"next", "previous", "black", "pause"})
"""What a phone may ask for."""
_PAGE: Final = Path(__file__).with_name("remote.html")
_COOKIE: Final = "kiosk"
_ROOM: Final = 8
"""Connections at a time."""
_PATIENCE_S: Final = 5
"""So long a connection may take for what it says."""


class Remote:
    """Serves one phone at an address of this machine, from now until it is closed. Raises OSError.

    `asks` is called with one of what is `ASKED`, or "" for a phone that came in, in another thread than this one.
    `words` are those of the page; `state`, which may be changed at any time, is what it shows.
    """

    def __init__(self, address: str, words: Mapping[str, str], asks: Callable[[str], None]) -> None:
        self._code, self._token = secrets.token_urlsafe(18), secrets.token_urlsafe(32)
        self._lock = Lock()
        self._words, self._asks = dict(words), asks
        self.state: Mapping[str, str | bool] = {}
        self._server = _Server((address, 0), partial(_Phone, self))
        self.host = f"{address}:{self._server.server_port}"
        self.url = f"http://{self.host}/{self._code}"
        """What the phone opens; good for one."""
        self._thread = Thread(target=self._server.serve_forever, args=(0.2,), name="remote", daemon=True)
        self._thread.start()

    def admit(self, code: str) -> str | None:
        """The token for whoever brings the code; None for a wrong one, or one that was used."""
        with self._lock:
            if not self._code or not _same(code, self._code):
                return None
            self._code = ""
        self._asks("")
        return self._token

    def knows(self, token: str) -> bool:
        """Whether it is the token of the phone that came in."""
        return not self._code and _same(token, self._token)

    def ask(self, what: str) -> None:
        """The phone asks for something that it may ask for."""
        self._asks(what)

    def page(self, nonce: str) -> bytes:
        """What the phone shows."""
        return _filled(_PAGE.read_text(encoding="utf-8"), self._words | {"nonce": nonce}).encode()

    def close(self) -> None:
        """Let nobody in any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=2)


def _same(told: str, known: str) -> bool:
    return hmac.compare_digest(told.encode(), known.encode())


def _filled(page: str, words: Mapping[str, str]) -> str:
    """The page with its words; braces of its own are left as they are, and nothing in a word is markup."""
    from html import escape

    for name, text in words.items():
        page = page.replace("{" + name + "}", escape(text))
    return page


class _Server(ThreadingHTTPServer):
    """Hears those who are in the same network, a few at a time."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], phone: Callable[..., BaseHTTPRequestHandler]) -> None:
        self._room = BoundedSemaphore(_ROOM)
        super().__init__(address, phone)

    def verify_request(self, request: object, client_address: tuple[str, int]) -> bool:  # noqa: ARG002
        """Whether there is room for one more, who is near."""
        return ip_address(client_address[0]).is_private and self._room.acquire(blocking=False)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Hear one connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that broke off is nobody's trouble."""


class _Phone(BaseHTTPRequestHandler):
    """What one connection asks."""

    timeout = _PATIENCE_S
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Kiosk", ""

    def __init__(self, remote: Remote, *args: object) -> None:
        self._remote = remote
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The page for the code, or for who came in; what is shown on it."""
        if not self._meant():
            self._refuse()
        elif self.path == "/state" and self._known():
            self._say(json.dumps(dict(self._remote.state)).encode(), "application/json")
        elif self.path == "/" and self._comes_in():
            self._show()
        elif token := self._remote.admit(self.path.removeprefix("/")):
            # To an address without the code in it, which would stay in the phone's history.
            cookie = f"{_COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/"
            self._say(b"", "text/plain", HTTPStatus.SEE_OTHER, {"Location": "/", "Set-Cookie": cookie})
        else:
            self._refuse()

    def do_POST(self) -> None:
        """One of what a phone may ask for."""
        what = self.path.removeprefix("/do/")
        self.close_connection = True
        if self._meant() and self._known() and what in ASKED:
            self._remote.ask(what)
            self._say(b"", "text/plain", HTTPStatus.NO_CONTENT)
        else:
            self._refuse()

    def _meant(self) -> bool:
        """Whether it is asked by the address in the code, and not by another name for it."""
        return self.headers.get("Host") == self._remote.host

    def _comes_in(self) -> bool:
        cookies = dict(each.strip().partition("=")[::2] for each in self.headers.get("Cookie", "").split(";"))
        return self._remote.knows(cookies.get(_COOKIE, ""))

    def _known(self) -> bool:
        """Whether the page itself asks: no other page can send that header."""
        return self.headers.get("X-Kiosk") == "1" and self._comes_in()

    def _show(self) -> None:
        from secrets import token_urlsafe

        nonce = token_urlsafe(12)
        policy = f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'"
        self._say(self._remote.page(nonce), "text/html; charset=utf-8", more={"Content-Security-Policy": policy})

    def _refuse(self) -> None:
        self.close_connection = True
        self._say(b"", "text/plain", HTTPStatus.NOT_FOUND)

    def _say(
        self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, more: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        always = {"Content-Type": kind, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        guards = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"}
        for name, value in (always | guards | dict(more or {})).items():
            self.send_header(name, value)
        if status is not HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
        """Say nothing: no phone's address is written anywhere."""
