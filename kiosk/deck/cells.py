"""Text in the cells of tables that a spreadsheet opens: none of it is taken for a formula."""

from __future__ import annotations

from typing import Final

_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula, at once or after what they leave out (OWASP ASVS 1.2.10)."""


def harmless(text: str) -> str:
    """A text as it can stand in a cell: an apostrophe before one that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_BEGINS) else text
