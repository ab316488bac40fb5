"""A connection to the broker, kept up on a thread of its own: it comes back by itself whenever it is gone."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

from paho.mqtt import client as library
from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from kiosk.fleet.access import Access
from kiosk.fleet.messages import MOST_BYTES
from kiosk.sentences import sentence, why

_LARGEST: Final = 2 * MOST_BYTES
"""Bytes of a packet: what is larger still, the broker does not even send."""
KEEPALIVE_S: Final = 30
"""A connection on which nothing came back for that long and half as long again is gone."""
_SLOWEST_S: Final = 30
"""From one attempt to the next; the first come sooner."""
_CLOSE_S: Final = 0.4
"""How long a farewell may take: a booth ends within a second."""
_NOT_KEPT: Final = SubscribeOptions.RETAIN_DO_NOT_SEND
_NO_READER: Final = 0x10
"""MQTT 5, 3.4.2.1: taken, but there is nobody who would get it."""


def _pair() -> tuple[socket.socket, socket.socket]:
    """Two ends by which one thread of the library wakes another.

    Its own are of TCP, which an installed booth may speak with its broker alone.
    """
    pair = socket.socketpair()
    for end in pair:
        end.setblocking(False)
    return pair


library._socketpair_compat = _pair  # noqa: SLF001 - there is no other way to have it do without


class Kept(NamedTuple):
    """What is published and kept by the broker, which gives it to whoever comes later."""

    topic: str
    payload: bytes


class Up(NamedTuple):
    """There is a connection."""


class Down(NamedTuple):
    """There is none any more, or still none."""

    why: str
    """In plain words."""


class Heard(NamedTuple):
    """Something arrived."""

    topic: str
    payload: bytes
    retained: bool
    """Whether the broker had kept it, rather than that it was said now."""


class Held(NamedTuple):
    """Something arrived that the broker keeps until it is acknowledged."""

    topic: str
    payload: bytes
    at: tuple[int, int]
    """What `Connection.acknowledge` wants to know of it."""


class Taken(NamedTuple):
    """The broker has what was published."""

    number: int
    """As `Connection.publish` gave it."""
    has_reader: bool
    """Whether somebody gets it, now or when they come back."""


Event = Up | Down | Heard | Held | Taken


class Connection:
    """A connection, begun by `begin`, which returns at once.

    `tell` hears of every event, on the connection's thread: it has to return at once, and to ask nothing of the
    connection there. What leads to no connection is told each time that it is for another reason than before.
    An end that `holds` is told `Held` in the place of `Heard`, and has to acknowledge each.
    """

    def __init__(
        self,
        access: Access,
        name: str,
        tell: Callable[[Event], object],
        *,
        subscribes: Sequence[str] = (),
        watches: Sequence[str] = (),
        will: Kept | None = None,
        keeps_s: int = 0,
        holds: bool = False,
    ) -> None:
        """`name` is another one for each who connects; `will` is what the broker says when this end is gone.

        The broker keeps what arrives on the topics while this end is away, for `keeps_s` seconds. On the topics that
        it `watches` this end hears what others say from now on, and never what it says itself.
        """
        self._access, self._tell, self._subscribes, self._keeps_s = access, tell, subscribes, keeps_s
        self._watches = watches
        self._up = threading.Event()
        self._said = ""
        self._holds, self._lost = holds, 0
        client = self._client = Client(CallbackAPIVersion.VERSION2, client_id=name, protocol=MQTTv5)
        client.username_pw_set(access.user, access.password)
        client.tls_set_context(access.tls)
        client.reconnect_delay_set(1, _SLOWEST_S)
        client.manual_ack_set(holds)
        client.on_connect, client.on_connect_fail = self._connected, self._failed
        client.on_disconnect, client.on_message, client.on_publish = self._gone, self._message, self._published
        if will is not None:
            client.will_set(will.topic, will.payload, qos=1, retain=True)

    @property
    def is_up(self) -> bool:
        """Whether there is a connection now."""
        return self._up.is_set()

    def begin(self) -> None:
        """Connect, now and whenever it takes."""
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.SessionExpiryInterval = self._keeps_s
        properties.MaximumPacketSize = _LARGEST
        host, port, fresh = self._access.host, self._access.port, not self._keeps_s
        self._client.connect_async(host, port, KEEPALIVE_S, clean_start=fresh, properties=properties)
        self._client.loop_start()

    def publish(self, topic: str, payload: bytes, *, retain: bool = False, expires_s: int = 0) -> int:
        """Publish something at least once, now or as soon as there is a connection; its number in `Taken`.

        What has not arrived at the broker before `expires_s` seconds are over, and from there at its reader, never
        does; 0 is for ever. It is kept in memory only: what has to survive this process, its owner keeps.
        """
        properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
        if expires_s:
            properties.MessageExpiryInterval = expires_s
        return self._client.publish(topic, payload, qos=1, retain=retain, properties=properties).mid

    def acknowledge(self, held: Held) -> None:
        """Let the broker forget something; what it has sent on an earlier connection, it sends again."""
        connection, number = held.at
        if connection == self._lost:
            self._client.ack(number, 1)

    def close(self, farewell: Kept | None = None) -> None:
        """Say a last thing, if there is a connection, and let go within half a second or so."""
        if farewell is not None and self._up.is_set():
            said = self._client.publish(farewell.topic, farewell.payload, qos=1, retain=True)
            with suppress(RuntimeError, ValueError):  # the connection is gone amid this
                said.wait_for_publish(_CLOSE_S)
        self._client.on_disconnect = None
        self._client.disconnect()
        stops = threading.Thread(target=self._client.loop_stop, daemon=True)  # amid an attempt to connect it takes long
        stops.start()
        stops.join(_CLOSE_S)

    # On the thread

    def _connected(self, _c: Client, _u: Any, _flags: ConnectFlags, code: ReasonCode, _p: Properties | None) -> None:
        if code.is_failure:
            self._say(_REFUSED.get(code.value, sentence("the broker refuses: {code}", code=code)))
            return
        self._said = ""
        topics = [(topic, SubscribeOptions(qos=1)) for topic in self._subscribes]
        topics += [(topic, SubscribeOptions(qos=1, noLocal=True, retainHandling=_NOT_KEPT)) for topic in self._watches]
        if topics:
            self._client.subscribe(topics)
        self._up.set()
        self._tell(Up())

    def _failed(self, _client: Client, _userdata: Any) -> None:
        """The library calls this where it has caught what was raised."""
        error = sys.exc_info()[1]
        host = f"{self._access.host}:{self._access.port}"
        if isinstance(error, ssl.SSLCertVerificationError):
            self._say(
                sentence("{host} does not prove that it is the broker: {said}", host=host, said=error.verify_message)
            )
        elif isinstance(error, ssl.SSLError):
            self._say(
                sentence("{host} does not speak TLS as a broker does: {said}", host=host, said=error.reason or error)
            )
        else:
            said = why(error) if isinstance(error, OSError) else error
            self._say(sentence("{host} cannot be reached: {said}", host=host, said=said))

    def _gone(self, _c: Client, _u: Any, _flags: DisconnectFlags, code: ReasonCode, _p: Properties | None) -> None:
        if self._up.is_set():
            self._up.clear()
            self._lost += 1
            self._say(sentence("the connection to the broker is gone: {code}", code=code))

    def _message(self, _client: Client, _userdata: Any, message: MQTTMessage) -> None:
        if self._holds and message.qos:
            self._tell(Held(message.topic, bytes(message.payload), (self._lost, message.mid)))
            return
        self._tell(Heard(message.topic, bytes(message.payload), message.retain))

    def _published(self, _c: Client, _u: Any, number: int, code: ReasonCode, _p: Properties | None) -> None:
        self._tell(Taken(number, not code.is_failure and code.value != _NO_READER))

    def _say(self, said: str) -> None:
        if said != self._said:
            self._said = said
            self._tell(Down(said))


_REFUSED: Final = {
    0x86: sentence("the broker does not know this user, or the password is wrong"),
    0x87: sentence("the broker does not let this user in, or the password is wrong"),
    0x85: sentence("the broker does not take this name: is another booth called the same?"),
    0x84: sentence("the broker is too old: it has to speak MQTT 5"),
}
"""MQTT 5, 3.2.2.2."""
