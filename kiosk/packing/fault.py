"""Why a deck is not packed, or a packed one not taken."""

from __future__ import annotations


class PackError(Exception):
    """One plain sentence for the operator: what is wrong, and what to do."""


class NotPackedError(PackError):
    """The file is something else."""

    def __init__(self) -> None:
        super().__init__("this is no packed deck: `kiosk pack` makes one")


NOT_OURS = "`kiosk pack` makes no such file, so do not use it"
"""What to do with a file that somebody made with more than a damaged stick."""
DAMAGED = "the file is damaged: copy it again, or have the deck packed again"
