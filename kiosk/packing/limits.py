"""How much a packed deck may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

MB: Final = 1_000_000
MOST_FILES: Final = 2_000
LARGEST_FILE: Final = 500 * 1024 * 1024
"""Bytes, as large as the largest film (`kiosk.deck.files`)."""
LARGEST_DECK: Final = 2_000 * MB
MOST_RATIO: Final = 100
"""A file that unpacks to more than so many times what was packed is a bomb …"""
ANY_RATIO: Final = MB
"""… unless it has no more bytes than this."""
LARGEST_MANIFEST: Final = 4 * MB
SPARE: Final = 20 * MB
"""Bytes that are to stay free on the disk beside what is unpacked."""

Progress = Callable[[int, int], None]
"""Is told how many megabytes are done, of how many."""


def nobody(done: int, total: int) -> None:
    """Progress that nobody is told of."""
