"""What a booth is called among others: as hosts are, in small letters."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST: Final = 63


def is_name(booth: str) -> bool:
    """Whether a booth can be called so."""
    return _NAME.fullmatch(booth) is not None


def name_from(host: str) -> str:
    """What a booth is called whose machine has this name."""
    name = re.sub(r"[^a-z0-9]+", "-", host.partition(".")[0].lower()).strip("-")[:_LONGEST].rstrip("-")
    return name or "booth"


def booth_name(named: str) -> str:
    """What this machine is called among the organiser's booths: as its settings have it, or else as the host is."""
    import socket

    return named or name_from(socket.gethostname())
