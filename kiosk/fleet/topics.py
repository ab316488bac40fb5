"""Where what is published: the topics on a broker, which name the form of what is said there."""

from __future__ import annotations

from enum import StrEnum, unique
from typing import Final

from kiosk.machine.names import is_name

ROOT: Final = "kiosk/v1"
"""The number changes where an older reader would misunderstand; keys that are added change nothing."""
ANY: Final = "+"
"""Stands for every booth where somebody subscribes."""


@unique
class Topic(StrEnum):
    """What a booth has a topic for."""

    STATUS = "status"
    """How the booth is; kept by the broker, which says itself that a booth is gone."""
    VISIT = "visit"
    """A visit that is over."""
    LEAD = "lead"
    """A lead, sealed."""
    COMMAND = "command"
    """What the organiser asks, signed."""
    ANSWER = "answer"
    """What became of a command."""


def topic(booth: str, what: Topic) -> str:
    """The topic of a booth, or of `ANY`."""
    return f"{ROOT}/{booth}/{what}"


def parted(name: str) -> tuple[str, Topic] | None:
    """The booth and what the topic is of; None for a topic that is no booth's."""
    root, _, rest = name.rpartition(f"{ROOT}/")
    booth, _, what = rest.partition("/")
    if root or not is_name(booth) or what not in set(Topic):
        return None
    return booth, Topic(what)
