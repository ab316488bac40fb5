"""The machine's settings. The watch over a booth reads them too, and imports no more than it must."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.deck.records import record_by_name

if TYPE_CHECKING:
    from kiosk.deck.problems import Problem

DRIVES: Final = ("/media/$USER", "/run/media/$USER", "/mnt")
"""Where Linux desktops and administrators mount what is plugged in."""


@record_by_name
class Settings:
    """One machine's settings. What is not set, or set wrongly, is as it stands here: the deck's own."""

    deck: str = ""
    """The folder of the deck that is shown where none is named."""
    language: str = ""
    theme: str = ""
    text_size: int = 1
    """From 1, the deck's own, to 3, what a visitor finds."""
    restart: str = ""
    """When the booth starts anew each day, as `04:00`; never where it is empty."""
    reports: str = ""
    """The folder for the reports of crashes."""
    drives: tuple[str, ...] = DRIVES
    """Folders in which removable drives are mounted."""
    diagonal: float = 0.0
    """Of the screen, in millimetres."""
    distance: float = 0.0
    """From the screen to its visitors, in millimetres."""
    bottom: float = -1.0
    """From the floor to the picture's lower edge, in millimetres; less than 0 where it is not known."""
    ask_after: int = 0
    """Seconds, as in a deck's `idle`, and so is the next one."""
    return_after: int = 0
    keys: tuple[str, ...] = ()
    """Whose packed decks are taken, by their public keys; everybody's without any."""
    pin: str = ""
    """The operator's PIN as Argon2id has it."""
    key: str = ""
    """The fingerprint of the key on the operator's stick."""
    broker: str = ""
    """The host of the MQTT broker through which an organiser sees this booth; without one there is none."""
    broker_port: int = 8883
    broker_user: str = ""
    broker_password: str = ""
    broker_ca: str = ""
    """The file with the certificate of who vouches for the broker; the system's own authorities where it is empty."""
    booth: str = ""
    """What the booth is called there; as the machine is where it is empty."""
    commanders: tuple[str, ...] = ()
    """Whose commands are heard, by their public keys; nobody's without any."""
    allows: tuple[str, ...] = ()
    """The commands that are heard."""
    fetches_from: str = ""
    """How the address of a deck that is fetched must begin."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file."""


def folder_of(written: str, home: Path) -> Path:
    """A folder that the file in the folder `home` names."""
    return home / Path(written).expanduser()
