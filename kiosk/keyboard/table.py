"""The table of Chinese words by their Pinyin, searched where it lies: nothing of it is read before it is asked for."""

from __future__ import annotations

import mmap
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.keyboard.syllables import SEPARATOR
from kiosk.places import CHINESE_WORDS

_WEIGHT: Final = 2
"""Digits behind each word."""
_AFTER: Final = "{"
"""What is after every letter."""


class Word(NamedTuple):
    """A word, and ten times the logarithm of how often it is written."""

    text: str
    weight: int


class Table:
    """The words of a file, whose lines are sorted by the first letters of the words' syllables."""

    def __init__(self, path: Path = CHINESE_WORDS) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._line = lru_cache(maxsize=512)(self._groups)
        self.begins = lru_cache(maxsize=2048)(self._begins)
        self.words = lru_cache(maxsize=1024)(self._words)

    def forget(self) -> None:
        """Keep nothing of what was asked for."""
        for each in (self._line, self.begins, self.words):
            each.cache_clear()

    def _begins(self, initials: str) -> bool:
        """Whether there is a word with these first letters of its syllables, or with more after them."""
        start = self._place(initials)
        return self._lines[start : start + len(initials)] == initials.encode()

    def _words(self, syllables: tuple[str, ...], *, exact: tuple[bool, ...]) -> tuple[tuple[int, Word], ...]:
        """The words of syllables, of which some are not `exact`, but only begin so.

        Each comes with how many of its syllables go on.
        """
        groups = self._line("".join(syllable[0] for syllable in syllables))
        if all(exact):
            return tuple((0, word) for word in _read(groups.get(SEPARATOR.join(syllables), "")))
        found: list[tuple[int, Word]] = []
        for spoken, words in groups.items():
            longer = _going_on(syllables, exact, spoken.split(SEPARATOR))
            if longer >= 0:
                found += [(longer, word) for word in _read(words)]
        return tuple(found)

    def longer(self, syllables: tuple[str, ...]) -> list[Word]:
        """Words that have more syllables after these."""
        initials = "".join(syllable[0] for syllable in syllables)
        start, end = self._place(initials), self._place(initials + _AFTER)
        wanted = f" {SEPARATOR.join(syllables)}{SEPARATOR}".encode()
        found: list[Word] = []
        while (start := self._lines.find(wanted, start, end)) >= 0:
            words = self._lines.find(b":", start) + 1
            start = min(place for each in b" \n" if (place := self._lines.find(bytes([each]), words)) >= 0)
            found += _read(self._lines[words:start].decode())
        return found

    def _groups(self, initials: str) -> dict[str, str]:
        """The line of these first letters: readings, and the words of each."""
        start = self._place(initials)
        name, _, line = self._lines[start : max(start, self._lines.find(b"\n", start))].decode().partition(" ")
        return dict(group.split(":") for group in line.split(" ")) if name == initials else {}

    def _place(self, initials: str) -> int:
        """Where the first line begins that is not before these letters."""
        wanted = initials.encode()
        low, high = 0, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            if self._lines[start : self._lines.find(b" ", start)] < wanted:
                low = self._lines.find(b"\n", start) + 1
            else:
                high = start
        return low


def _read(words: str) -> list[Word]:
    return [Word(word[:-_WEIGHT], int(word[-_WEIGHT:])) for word in words.split(",") if word]


def _going_on(syllables: tuple[str, ...], exact: tuple[bool, ...], spoken: list[str]) -> int:
    """How many of the spoken syllables go on after what was typed of them; -1 where another syllable is spoken."""
    longer = 0
    for typed, whole, syllable in zip(syllables, exact, spoken, strict=True):
        if typed != syllable:
            if whole or not syllable.startswith(typed):
                return -1
            longer += 1
    return longer
