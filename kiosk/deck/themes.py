"""Themes: those that come with Kiosk, and a deck's own, which stand before them."""

from __future__ import annotations

from pathlib import Path

from kiosk.deck.problems import DeckError, Problem, instead, quoted
from kiosk.deck.reading import Reading
from kiosk.deck.slidefile import SlideFile, failed
from kiosk.deck.theme import Theme
from kiosk.places import ASSETS
from kiosk.sentences import sentence

Themes = tuple[tuple[str, Theme], ...]
"""(name, theme) pairs, sorted by name."""


def load_themes(folder: Path) -> tuple[Themes, list[Problem]]:
    """Every theme that a deck in a folder can have, and what is wrong with the others."""
    themes: dict[str, Theme] = {}
    problems: list[Problem] = []
    for path in (*theme_files(ASSETS), *theme_files(folder)):
        theme, found = _read(path)
        problems += found
        if theme is not None:
            themes[path.stem] = theme
    return tuple(sorted(themes.items())), problems


def load_theme(name: str, folder: Path) -> Theme:
    """The theme of a name, the deck's own before Kiosk's. Raises DeckError where there is none."""
    themes = dict(load_themes(folder)[0])
    if name not in themes:
        raise DeckError(sentence("{name} is not a theme: {instead}", name=quoted(name), instead=instead(name, themes)))
    return themes[name]


def theme_files(folder: Path) -> list[Path]:
    """The files of the themes beside a deck or Kiosk's own files."""
    return sorted(path for path in (folder / "themes").glob("*.yaml") if not path.name.startswith("."))


def _read(path: Path) -> tuple[Theme | None, list[Problem]]:
    try:
        file = SlideFile.open(path)
    except DeckError as wrong:
        return None, failed(path, wrong)
    return file.entry(Theme, file.raw, (), Reading(path.parent)), file.problems
