"""Entries of what a file says, which may be anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kiosk.deck.problems import At

_NOTHING: Final = object()
"""What no file can say."""


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    """The entries of a list that have keys."""
    yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list | tuple) else ()


def found(value: Any, at: At, default: Any = None) -> Any:
    """The entry at a place; the default where there is none."""
    for step in at:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return default
    return value


def missing(value: Any, at: At) -> bool:
    """Whether there is no entry at a place."""
    return found(value, at, _NOTHING) is _NOTHING
