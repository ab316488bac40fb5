"""Many booths in one process, without a thread for each: `crowd.py PORT CA FIRST MANY`, until its stdin is closed.

It says `ready` once the broker has the status of every one.
"""

from __future__ import annotations

import selectors
import ssl
import sys

from fleet.booths import status
from fleet.brokers import PASSWORD, USER
from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from kiosk.fleet.messages import Status, to_bytes
from kiosk.fleet.topics import Topic, topic


class Crowd:
    """Booths that are connected one after the other, and whose connections are kept up."""

    def __init__(self, port: int, ca: str) -> None:
        self._port, self._trust = port, ssl.create_default_context(cafile=ca)
        self._clients: list[Client] = []
        self._waiting: set[str] = set()

    def run(self, names: list[str]) -> None:
        selector = selectors.DefaultSelector()
        selector.register(sys.stdin, selectors.EVENT_READ)
        self._waiting = set(names)
        for name in names:
            client = self._connected(name)
            self._clients.append(client)
            selector.register(client.socket(), selectors.EVENT_READ, client)
        while ready := selector.select(1.0) or [()]:
            if any(key and key[0].data is None for key in ready):
                return
            self._work([key[0].data for key in ready if key])

    def _connected(self, name: str) -> Client:
        client = Client(CallbackAPIVersion.VERSION2, f"kiosk-{name}", userdata=name, protocol=MQTTv5)
        client.username_pw_set(USER, PASSWORD)
        client.tls_set_context(self._trust)
        client.will_set(topic(name, Topic.STATUS), to_bytes(Status(booth=name, online=False)), qos=1, retain=True)
        client.on_connect, client.on_publish = self._begin, self._published
        client.connect("localhost", self._port, keepalive=60)
        return client

    def _work(self, readable: list[Client]) -> None:
        for client in readable:
            client.loop_read()
            while client.socket() and client.socket().pending():
                client.loop_read()
        for client in self._clients:
            if client.want_write():
                client.loop_write()
            client.loop_misc()

    def _begin(self, client: Client, name: str, *_: object) -> None:
        client.subscribe(topic(name, Topic.COMMAND), qos=1)
        client.publish(topic(name, Topic.STATUS), to_bytes(status(name)), qos=1, retain=True)

    def _published(self, _client: Client, name: str, *_: object) -> None:
        self._waiting.discard(name)
        if not self._waiting:
            print("ready", flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    first, many = int(sys.argv[3]), int(sys.argv[4])
    Crowd(int(sys.argv[1]), sys.argv[2]).run([f"booth-{number}" for number in range(first, first + many)])
