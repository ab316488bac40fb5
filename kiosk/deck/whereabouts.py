"""Where the slides of a deck stand in its files, for problems that show only after the deck was read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.deck.files import read_text
from kiosk.deck.marks import Mark, read_document
from kiosk.deck.model import Deck
from kiosk.deck.problems import DeckError


def slide_places(folder: Path, deck: Deck) -> dict[str, tuple[Path, Mark]]:
    """The file and the place of every slide's id; without those of a file that changed so that it cannot be read."""
    places: dict[str, tuple[Path, Mark]] = {}
    for platform in deck.platforms:
        path = folder / f"{platform.id}.yaml"
        with suppress(DeckError, LookupError, TypeError):
            document = read_document(read_text(path))
            for at, slide in enumerate(document.value["slides"]):
                if isinstance(slide, dict) and "id" in slide:
                    places.setdefault(str(slide["id"]), (path, document.mark(("slides", at, "id"), on_key=True)))
    return places
