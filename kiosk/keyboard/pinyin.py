"""Pinyin input: the letters that are typed, and the words that they may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from kiosk.keyboard.syllables import SEPARATOR, Part, parts, paths
from kiosk.keyboard.table import Table, Word

MOST: Final = 40
"""Letters that are taken at once."""
_WAYS: Final = 100
"""So many ways to take the letters are looked at: more than people's words have."""
_LONGER: Final = 2
"""Longer words that what was typed may become."""
_USUAL: Final = 75
"""The weight of all words together, about: what a word's weight is measured against in a sentence."""
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文施洪季樊柯尤单仇区解查"
)
"""What people's names begin with, most of them."""
_NAMED: Final = 60
"""What a surname is heavier by where a name begins."""
_UNSURE: Final = 25
"""What a syllable of which only the beginning was typed costs a sentence."""


class Candidate(NamedTuple):
    """A word to choose, and how many of the letters it stands for."""

    text: str
    taken: int


@cache
def _table() -> Table:
    return Table()


class _Found(NamedTuple):
    """A word that was found; the better one of two is less than the other."""

    clumsy: bool
    """Whether it leaves letters that are no syllables, where all of them could be."""
    taken: int
    """Letters, as a negative number."""
    longer: int
    weight: int
    """As a negative number."""
    syllables: int
    text: str


class Pinyin:
    """What is being written; `table` is the words' own unless a test says otherwise."""

    def __init__(self, table: Table | None = None) -> None:
        self._given = table
        self.letters = ""
        """What was typed and is not chosen yet."""
        self.chosen = ""
        """The words that were chosen of what is still being written."""
        self.names = False
        """Whether a name begins here, so that surnames stand before other characters."""
        self._found: list[Candidate] = []

    @property
    def _table(self) -> Table:
        return self._given or _table()

    @property
    def writes(self) -> bool:
        """Whether something was typed that is no word yet."""
        return bool(self.letters)

    @property
    def candidates(self) -> list[Candidate]:
        """The words to choose from, the likeliest first; for any letters at least these themselves."""
        return self._found

    @property
    def line(self) -> str:
        """What is being written, as people read it: the chosen words, and the letters by syllables."""
        return self.chosen + _divided(self.letters)

    def type(self, letter: str) -> bool:
        """Take a letter or a separator. False where there is no room for it, or nothing to separate."""
        alone = letter == SEPARATOR and (not self.letters or self.letters[-1] == SEPARATOR)
        if alone or len(self.letters) >= MOST:
            return False
        self.letters += letter.lower()
        self._look()
        return True

    def erase(self) -> None:
        """Take back the last letter; with none left, nothing of it stays."""
        self.letters = self.letters[:-1]
        if not self.letters:
            self.chosen = ""
        self._look()

    def choose(self, place: int) -> str:
        """Choose a candidate. Gives the whole text once no letter is left, and "" before."""
        candidate = self._found[place]
        self.chosen += candidate.text
        self.letters = self.letters[candidate.taken :]
        self._look()
        return "" if self.letters else self._end()

    def raw(self) -> str:
        """End with the chosen words and the letters as they are."""
        self.chosen += self.letters.replace(SEPARATOR, "")
        return self._end()

    def clear(self) -> None:
        """Forget everything that was typed."""
        self.letters = self.chosen = ""
        self._found = []

    def forget(self) -> None:
        """Keep nothing of what anybody wrote, not even to find it sooner."""
        self.clear()
        parts.cache_clear()
        if self._given or _table.cache_info().currsize:
            self._table.forget()

    def _end(self) -> str:
        text = self.chosen
        self.clear()
        return text

    def _look(self) -> None:
        """Find the candidates anew."""
        self._found = list(self._find()) if self.letters else []

    def _find(self) -> Iterator[Candidate]:
        """The candidates: what was most likely meant, and then every word that the first letters may stand for."""
        found: dict[str, _Found] = {}
        borders = _borders(self.letters)
        for way in self._ways():
            clumsy = way[-1].end not in borders
            for longer, word in self._words(way):
                each = _Found(clumsy, -way[-1].end, longer, -self._weight(word), len(way), word.text)
                if word.text not in found or each < found[word.text]:
                    found[word.text] = each
        ranked = sorted(found.values())
        first = dict.fromkeys(self._likely([each for each in ranked if -each.taken == len(self.letters)]))
        yield from (Candidate(text, len(self.letters)) for text in first)
        yield from (Candidate(each.text, -each.taken) for each in ranked if each.text not in first)
        if not ranked:
            yield Candidate(self.letters.replace(SEPARATOR, ""), len(self.letters))

    def _likely(self, whole: list[_Found]) -> Iterator[str]:
        """What stands before all others, of the words for all letters: the best one, or several words in a row.

        Then the best ones of another number of syllables (`xian` is 先, and 西安 too), and longer words.
        """
        if not (whole and whole[0].longer == 0) and (several := self._sentence()):
            yield several
        numbers: set[int] = set()
        for each in whole:
            if each.longer == whole[0].longer and each.syllables not in numbers:
                numbers.add(each.syllables)
                yield each.text
        yield from self._longer()

    def _weight(self, word: Word) -> int:
        """How likely a word is at the beginning of what is written."""
        named = self.names and not self.chosen and word.text in _SURNAMES
        return word.weight + _NAMED * named

    def _ways(self) -> list[tuple[Part, ...]]:
        """The ways to take the first letters as a word's syllables, of which the table has some."""
        return list(islice(paths(self.letters, 0, self._table.begins), _WAYS))

    def _words(self, way: tuple[Part, ...]) -> tuple[tuple[int, Word], ...]:
        """The words that a way may stand for, with how many of their syllables are not typed to their end."""
        exact = tuple(part.whole and part.end < len(self.letters) for part in way)
        spoken = tuple(part.written for part in way)
        return self._table.words(spoken, exact=exact)

    def _longer(self) -> list[str]:
        """The likeliest longer words that begin with all of the letters, if these are two syllables or more."""
        ways = [way for way in self._ways() if way[-1].end == len(self.letters) and all(part.whole for part in way)]
        fewest = min(map(len, ways), default=1)
        if fewest == 1:
            return []
        spoken = [tuple(part.written for part in way) for way in ways if len(way) == fewest]
        found = [word for syllables in spoken for word in self._table.longer(syllables)]
        return [word.text for word in sorted(found, key=lambda word: -word.weight)[:_LONGER]]

    def _sentence(self) -> str:
        """The likeliest row of words for all of the letters, each syllable but the last one typed to its end."""
        end = len(self.letters)
        best: dict[int, tuple[int, str]] = {0: (0, "")}
        for start in range(end):
            if start not in best:
                continue
            score, before = best[start]
            for way in islice(paths(self.letters, start, self._table.begins), _WAYS):
                last = way[-1]
                if not all(part.whole for part in way[:-1]) or not (last.whole or last.end == end):
                    continue
                exact = (True,) * (len(way) - 1) + (last.whole,)
                words = self._table.words(tuple(part.written for part in way), exact=exact)
                if not words:
                    continue
                weights = [(self._weight(word) if start == 0 else word.weight) - _UNSURE * more for more, word in words]
                weight = max(weights)
                word = words[weights.index(weight)][1]
                reached = score + weight - _USUAL
                if last.end not in best or reached > best[last.end][0]:
                    best[last.end] = (reached, before + word.text)
        return best[end][1] if end in best else ""


def _borders(letters: str) -> frozenset[int]:
    """Where a syllable may end if all of the letters are syllables, the last one perhaps begun; else any place."""
    end = len(letters)
    ends = {end}
    for start in range(end - 1, 0, -1):
        if any(part.end in ends and (part.whole or part.end == end) for part in parts(letters, start)):
            ends.add(start)
    reached, found = {0}, set()
    for start in range(end):
        if start in reached:
            found |= {part.end for part in parts(letters, start) if part.whole or part.end == end} & ends
            reached |= found
    return frozenset(found) if end in found else frozenset(range(end + 1))


def _divided(letters: str) -> str:
    """The letters with a separator between any two syllables."""
    borders, start, found = _borders(letters), 0, []
    while start < len(letters):
        usual = [part for part in parts(letters, start) if part.end in borders]
        end = next((part.end for part in usual), start + 1)
        found.append(letters[start:end].rstrip(SEPARATOR))
        start = end
    return SEPARATOR.join(found) + (SEPARATOR if letters.endswith(SEPARATOR) else "")
