"""The syllables of Pinyin, and the ways to take a row of letters as syllables and beginnings of syllables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

SEPARATOR: Final = "'"
"""What somebody types between two syllables that could be read as others."""
LONGEST: Final = 6
"""Letters of a syllable: `zhuang`."""

_FINALS: Final = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ao ei en eng o u",
}
SYLLABLES: Final = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_BEGINNINGS: Final = frozenset(syllable[:end] for syllable in SYLLABLES for end in range(1, len(syllable) + 1))
_INITIALS: Final = frozenset(_FINALS) - {""}
_VOWELS: Final = frozenset("aeiouv")
_OTHERWISE: Final = {"lue": "lve", "nue": "nve"} | {f"{initial}v": f"{initial}u" for initial in "jqxy"}
"""Other ways in which people write a syllable."""


class Part(NamedTuple):
    """A part of what was typed: one syllable, or the beginning of one."""

    written: str
    """As the table has it."""
    end: int
    """Where the next part begins, in the letters; a separator belongs to the part before it."""
    whole: bool
    """Whether it is a syllable, if only one that might go on."""


@lru_cache(maxsize=4096)
def parts(letters: str, start: int) -> tuple[Part, ...]:
    """What can begin at a place of the letters, the longest first.

    A beginning of a syllable counts where nothing else can: before the end, before a separator, and a bare initial
    before another consonant.
    """
    found = []
    border = letters.find(SEPARATOR, start)
    border = len(letters) if border < 0 else border
    for end in range(min(border, start + LONGEST), start, -1):
        typed = letters[start:end]
        written = _OTHERWISE.get(typed, typed)
        after = end + (end < len(letters) and letters[end] == SEPARATOR)
        if written in SYLLABLES:
            found.append(Part(written, after, whole=True))
        elif written in _BEGINNINGS and (
            end == border or (typed in _INITIALS and letters[end] not in _VOWELS and typed + letters[end] != "zh")
        ):
            found.append(Part(written, after, whole=False))
    return tuple(found)


def paths(letters: str, start: int, known: Callable[[str], bool], initials: str = "") -> Iterator[tuple[Part, ...]]:
    """Every way to take syllables from a place of the letters, as long as their first letters are `known`."""
    for part in parts(letters, start):
        taken = initials + part.written[0]
        if not known(taken):
            continue
        yield (part,)
        if part.end < len(letters):
            for rest in paths(letters, part.end, known, taken):
                yield (part, *rest)
