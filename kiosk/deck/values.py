"""The small values of a slide file: words in several languages, units, names of sources and files."""

from __future__ import annotations

from dataclasses import dataclass

SCALES = {
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""Words that may stand before a unit's noun, and what they multiply by."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text, the same in every language or one for each.

    In a slide file: `title: Rongchang` or `title: {en: …, zh: …}`.
    """

    texts: tuple[tuple[str, str], ...] = ()
    """(language, text) pairs; the language "" stands for every language."""

    def say(self, language: str) -> str:
        """The text in a language; in the first one there is where it has none; "" without any."""
        texts = dict(self.texts)
        return texts.get(language) or next(iter(texts.values()), "")

    def __bool__(self) -> bool:
        return any(text for _, text in self.texts)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: `billion CNY`, `companies`, `percent`."""

    noun: str
    scale: int = 1
    """What one of the unit is worth in plain nouns: 1_000_000_000 for `billion CNY`."""


class SourceId(str):
    """The name of an entry in `sources.yaml`."""

    __slots__ = ()


class DeckFile(str):
    """The path of a picture inside the deck's folder, with forward slashes."""

    __slots__ = ()


class Colour(str):
    """A colour as `#rrggbb` or, with its opacity, `#rrggbbaa`."""

    __slots__ = ()
