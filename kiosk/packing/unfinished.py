"""Whether an import into a deck's folder was cut off. Each start of a booth asks, so this imports next to nothing."""

from __future__ import annotations

import os
from pathlib import Path


def beside(deck: Path, what: str) -> Path:
    """A hidden name beside a deck's folder."""
    return deck.with_name(f".{deck.name}.{what}")


def is_unfinished(deck: Path) -> bool:
    """Whether something lies beside a deck's folder that only an import that is under way has."""
    return any(os.path.lexists(beside(deck, what)) for what in ("swap", "incoming", "gone"))
