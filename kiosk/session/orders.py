"""What a booth's process is told by its watch."""

from __future__ import annotations

from pathlib import Path

from kiosk.deck.records import record_by_name
from kiosk.session.safemode import Level
from kiosk.session.voice import Voice


@record_by_name
class Orders:
    """What a booth is told by its watch; as it stands, what one without a watch does."""

    voice: Voice
    """Where to tell what goes on."""
    life: int = -1
    """A descriptor that can be read from as soon as the watch is gone; -1 without a watch."""
    stacks: int = -1
    """Where to write what the report should have of an exception; -1 without a watch."""
    again: bool = False
    """Whether there was a booth before, whose work this one takes up."""
    level: Level = Level.WHOLE
    left_out: tuple[str, ...] = ()
    """The ids of the slides to do without."""
    fell: str = ""
    """The fingerprint of the deck whose crashes led to less than all of it; "" where all is shown."""
    good: Path | None = None
    """The compiled deck that ran well, where it is to be shown."""
    began: float = 0.0
    """When the watch began, in seconds of the monotonic clock."""
    deck: Path | None = None
    """The deck that the operator chose at the booth, in the place of the one that it was started with."""
    place: str = ""
    """Where the visitor was, as `Voice.place` tells it; "" where nobody is known to be there."""
    touched: int = 0
    """When the visitor last touched, in milliseconds of the monotonic clock."""
