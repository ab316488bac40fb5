"""How often a booth's line does what, in seconds."""

from __future__ import annotations

from typing import NamedTuple


class Pace(NamedTuple):
    """As it stands, a booth's; tests have others."""

    soonest: float = 1.0
    """From one status to the next where something changed …"""
    latest: float = 300.0
    """… and where nothing did."""
    lead: float = 15.0
    """A lead goes no sooner; see `LeadQueue`."""
    no_reader: tuple[float, float] = (60.0, 600.0)
    """See `Sender`, and so is the next one."""
    disk: float = 10.0
