"""Slide files -> Deck: everything that is shown, checked, and every problem with its place. The lowest layer.

What others use is named here; each name is imported when it is first asked for, so that opening a compiled deck does
not import the libraries that check one. `load`, which always reads the files themselves, is in `kiosk.deck.load`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kiosk.deck.compiled import open_deck
    from kiosk.deck.load import Loaded
    from kiosk.deck.model import Deck
    from kiosk.deck.problems import Problem
    from kiosk.deck.theme import Theme
    from kiosk.deck.themes import load_theme

__all__ = ["Deck", "Loaded", "Problem", "Theme", "load_theme", "open_deck"]

_HOMES: Final = {
    "Deck": "model",
    "Loaded": "load",
    "Problem": "problems",
    "Theme": "theme",
    "load_theme": "themes",
    "open_deck": "compiled",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
