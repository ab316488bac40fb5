"""The words of Chinese texts, which stand there without spaces: a line that ends amid one is hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kiosk.places import CHINESE_WORDS

_LONGEST: Final = 5
"""Characters of a word that stays whole; longer ones are made of others, and may not fit on a narrow line."""
_WRITTEN: Final = "[\u4e00-\u9fff]+"
"""Characters that words are made of."""


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of several Chinese characters begins in a text, and where it has ended."""
    for written in re.finditer(_WRITTEN, text):
        start = written.start()
        for word in _parted(written[0]):
            if len(word) > 1:
                yield start, start + len(word)
            start += len(word)


def forget() -> None:
    """Give back the memory of all words, some 12 MB; they are read again when they are asked for."""
    _weights.cache_clear()


def _parted(written: str) -> list[str]:
    """The fewest words and single characters that make these; of as few, the words that are written most often."""
    known = _weights()
    ways: list[tuple[int, int, int]] = [(0, 0, 0)]
    """For each end: how many words there are up to it, their weights as a negative number, where the last begins."""
    for end in range(1, len(written) + 1):
        begins = range(max(0, end - _LONGEST), end)
        weights = ((begin, 0 if begin == end - 1 else known.get(written[begin:end])) for begin in begins)
        ways.append(min((ways[at][0] + 1, ways[at][1] - weight, at) for at, weight in weights if weight is not None))
    found = []
    end = len(written)
    while end:
        begin = ways[end][2]
        found.append(written[begin:end])
        end = begin
    return found[::-1]


@cache
def _weights() -> dict[str, int]:
    """Each word of several characters, and how often it is written, by its logarithm."""
    text = CHINESE_WORDS.read_text(encoding="utf-8")
    return {word: int(weight) for word, weight in re.findall(rf"[:,](\w{{2,{_LONGEST}}})(\d\d)\b", text)}
