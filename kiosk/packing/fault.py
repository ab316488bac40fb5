"""Why a deck is not packed, or a packed one not taken."""

from __future__ import annotations

from typing import ClassVar, Final

_NOT_OURS: Final = "`kiosk pack` makes no such file, so do not use it"
"""What to do with a file that somebody made with more than a damaged stick."""
_DAMAGED: Final = "the file is damaged: copy it again, or have the deck packed again"


class PackError(Exception):
    """One plain sentence for the operator: what is wrong, and what to do."""

    why: ClassVar = "other"
    """What kind of fault it is, for those who say it in other languages."""


class NotPackedError(PackError):
    """The file is something else."""

    why = "not_packed"

    def __init__(self) -> None:
        super().__init__("this is no packed deck: `kiosk pack` makes one")


class DamagedError(PackError):
    """The file is not as it was written; `what` says where that was seen."""

    why = "damaged"

    def __init__(self, what: str = "") -> None:
        super().__init__(f"{what}: {_DAMAGED}" if what else _DAMAGED)


class CutOffError(PackError):
    """The file's end is missing."""

    why = "damaged"

    def __init__(self) -> None:
        super().__init__("the file is not whole, or something stands after its end: copy it again")


class ForeignError(PackError):
    """The file is sound, and holds what no packed deck holds: `what` says which."""

    why = "foreign"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}: {_NOT_OURS}")


class NewerError(PackError):
    """The file is in a form that this Kiosk does not know."""

    why = "newer"

    def __init__(self) -> None:
        super().__init__("a newer Kiosk has packed this deck: bring this machine's up to date")


class NotSignedError(PackError):
    """The file is by nobody whom this machine knows."""

    why = "not_signed"


class NoRoomError(PackError):
    """The disk is too full."""

    why = "room"


class UnderWayError(PackError):
    """Another process is at work at the same place."""

    why = "under_way"

    def __init__(self) -> None:
        super().__init__("another import into this folder is under way: wait until it is done")
