"""The phone that is a remote: switched on and off from the console, and told what it shows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.presenter.lectern import Lectern
from kiosk.presenter.words import word
from kiosk.stage import codes  # noqa: F401 - registers QrCode

if TYPE_CHECKING:
    from kiosk.presenter.remote import Remote

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The presenter's own")
class Phone(QObject):  # type: ignore[operator]
    """Lets one phone in while it is on; `address` is that of the machine in the phones' network."""

    changed = Signal()
    _asked = Signal(str)

    def __init__(self, lectern: Lectern, address: Callable[[], str]) -> None:
        super().__init__()
        self._address = address
        self._lectern = lectern
        self._remote: Remote | None = None
        self._here = False
        self._asked.connect(self._ask)
        lectern.changed.connect(self._tell)
        lectern.ticked.connect(self._tell)

    @Slot()
    def toggle(self) -> None:
        """Let a phone in, or none any more."""
        if self._remote:
            self._off()
        else:
            self._on()
        self.changed.emit()

    def _on(self) -> None:
        from kiosk.presenter.remote import Remote  # few talks have a phone

        address = self._address()
        names = {"black": "cover_black", "timer": "timer", "previous": "previous", "next": "next", "title": "title"}
        language = self._lectern.spoken
        words = {key: word(name, language) for key, name in names.items()} | {"language": language}
        try:
            if not address:
                raise OSError  # noqa: TRY301 - as one that cannot be had
            self._remote = Remote(address, words, self._hand_over)
        except OSError:
            self._lectern.tell("phone_none")
            return
        self._lectern.followed = True
        self._tell()

    def _hand_over(self, what: str) -> None:
        with suppress(RuntimeError):  # the console closed meanwhile
            self._asked.emit(what)

    @Slot(str)
    def _ask(self, what: str) -> None:
        """Do what the phone asks; "" when it came in."""
        if not self._remote:
            return
        if what:
            self._lectern.attend()
            {
                "next": self._lectern.next,
                "previous": self._lectern.previous,
                "black": self._lectern.black,
                "pause": self._lectern.pause,
            }[what]()
        else:
            self._here = True
            self._lectern.tell("phone_here")
            self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        """Have the phone show what the console shows."""
        if self._remote:
            self._remote.state = self._lectern.told_phone()

    def _off(self) -> None:
        if self._remote:
            self._remote.close()
        self._remote, self._here = None, False
        self._lectern.followed = False

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self._remote is not None

    @Property(str, notify=changed)
    def code(self) -> str:
        """The address for the phone to open, until one came in."""
        return self._remote.url if self._remote and not self._here else ""

    def close(self) -> None:
        """Let nobody in any more, and hear nothing."""
        self._off()
        self._lectern.changed.disconnect(self._tell)
        self._lectern.ticked.disconnect(self._tell)


def near_address() -> str:
    """The address of this machine in the network that phones are in; "" without one."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

    up, loop = QNetworkInterface.InterfaceFlag.IsRunning, QNetworkInterface.InterfaceFlag.IsLoopBack
    for interface in QNetworkInterface.allInterfaces():
        if not interface.flags() & up or interface.flags() & loop:
            continue
        for entry in interface.addressEntries():
            address = entry.ip()
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol and address.isPrivateUse():
                return address.toString()
    return ""
