"""What an editor changes in a deck's own themes."""

from __future__ import annotations

from pathlib import Path

from kiosk.deck.folder import DECK_FILE
from kiosk.editing import splice, templates
from kiosk.editing.coding import Coded
from kiosk.editing.deckfiles import THEMES, DeckFiles
from kiosk.places import ASSETS


def add_theme(files: DeckFiles, like: str) -> str:
    """A copy of a theme, the deck's own or one of Kiosk's, which the deck takes; its file. Raises EditError."""
    file = f"{THEMES}{like}.yaml"
    data = files.session.content(file) or (ASSETS / file).read_bytes()
    stem = templates.free("own" if file not in files.themes() else like, {Path(name).stem for name in files.themes()})
    coded, deck = Coded.read(data), files.session.coded(DECK_FILE)
    text = splice.put(coded.text, ("name",), templates.words("theme", files.languages))
    named = splice.put(deck.text, ("theme",), stem, ("title", "subtitle", "languages", "theme"))
    new = f"{THEMES}{stem}.yaml"
    files.session.change({new: coded.with_text(text), DECK_FILE: deck.with_text(named)})
    return new


def drop_theme(files: DeckFiles, file: str) -> bool:
    """One of the deck's own themes goes; the deck does not name it any more. Raises EditError."""
    deck, contents = files.session.coded(DECK_FILE), {file: None}
    if files.value(DECK_FILE, ("theme",)) == Path(file).stem:
        return files.session.change(contents | {DECK_FILE: deck.with_text(splice.drop(deck.text, ("theme",)))})
    return files.session.change(contents)
