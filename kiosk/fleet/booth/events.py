"""What the booth has for its line to the organiser, besides what the connection tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.fleet.messages import State


class Answered(NamedTuple):
    """What became of a command."""

    command: str
    """Its id."""
    state: State
    said: str
    with_deck: bool
    """Whether the deck may be another one."""


class Pends(NamedTuple):
    """The booth ends, and will have done a command when it is there again."""

    command: str
    """Its id."""
    said: str
    """What is to be said then."""
    then: Callable[[str], object]
    """Ends it; gets why the command could not be kept, "" where it was."""
