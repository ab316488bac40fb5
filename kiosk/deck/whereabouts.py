"""Where the slides of a deck stand in its files, for problems that show only after the deck was read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.deck.files import read_text
from kiosk.deck.marks import Document, Mark, read_document
from kiosk.deck.model import Deck
from kiosk.deck.problems import At, DeckError

_START = Mark(1, 1)


class Places:
    """The files of a deck and the places in them, as they are now; a file that cannot be read has but a beginning."""

    def __init__(self, folder: Path, deck: Deck) -> None:
        self._folder = folder
        self._slides = slide_places(folder, deck)
        self._head: Document | None = None
        with suppress(DeckError):
            self._head = read_document(read_text(folder / "deck.yaml"))

    def of(self, slide: str, platform: str = "") -> tuple[Path, Mark]:
        """Of a slide's id; without one, the beginning of a platform's file, or of deck.yaml."""
        start = self._folder / (f"{platform}.yaml" if platform else "deck.yaml")
        return self._slides.get(slide, (start, _START))

    def key(self, at: At) -> tuple[Path, Mark]:
        """Of an entry of deck.yaml; its beginning where there is no such entry."""
        is_there = self._head is not None and (at in self._head.keys or at in self._head.marks)
        return self._folder / "deck.yaml", self._head.mark(at, on_key=True) if self._head and is_there else _START


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
