"""A way to the broker that can be cut: every connection on it is gone at once, and new ones may come."""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import suppress


class Relay:
    """Passes on what comes to its port to another one of this machine, until it is closed."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._others: dict[socket.socket, socket.socket] = {}
        self._lock = threading.Lock()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._closed = False
        self.cuts = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Let every connection be gone."""
        with self._lock:
            self.cuts += 1
            for end in list(self._others):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Pass on nothing any more."""
        self._closed = True
        self.cut()
        self._thread.join(5)
        for end in (*self._others, self._listener):
            end.close()
        self._selector.close()

    def _run(self) -> None:
        while not self._closed:
            for key, _ in self._selector.select(0.1):
                if key.fileobj is self._listener:
                    self._accept()
                elif key.fileobj in self._others:
                    self._pass_on(key.fileobj)

    def _accept(self) -> None:
        here, _ = self._listener.accept()
        try:
            there = socket.create_connection(("127.0.0.1", self._to), timeout=5)
        except OSError:
            here.close()
            return
        with self._lock:
            self._others |= {here: there, there: here}
        for end in (here, there):
            self._selector.register(end, selectors.EVENT_READ)

    def _pass_on(self, end: socket.socket) -> None:
        other = self._others[end]
        with suppress(OSError):
            if data := end.recv(65_536):
                other.sendall(data)
                return
        with self._lock:
            for each in (end, other):
                self._others.pop(each, None)
                self._selector.unregister(each)
                each.close()
