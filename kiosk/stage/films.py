"""Whether films can be played: what plays them is installed (the extra `video`)."""

from __future__ import annotations

from functools import cache
from importlib import import_module


@cache
def can_play() -> bool:
    """Whether there is Qt Multimedia, with the system's libraries that it needs."""
    try:
        import_module("PySide6.QtMultimedia")
    except ImportError:
        return False
    return True
