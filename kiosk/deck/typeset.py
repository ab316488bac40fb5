"""Line breaks as a typesetter would have them: no word alone on a last line, no number without what it counts."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, TypeAlias

from kiosk.deck.model import Deck, Platform, parts
from kiosk.deck.shown import Reader, Shown
from kiosk.deck.tables import Table
from kiosk.deck.values import Words

_NO_BREAK_SPACE: Final = "\u00a0"
_WORD_JOINER: Final = "\u2060"
_LONG: Final = 12
"""A last word of so many letters may stand alone, …"""
_PAIR: Final = 20
"""… and one that makes more with the word before it: a narrow line would break within a word."""
_TIED: Final = 4
"""So many Chinese characters stay together at the end of a text, or a few more or less where a word begins …"""
_LEAST: Final = 3
"""… at least so many …"""
_STOPS: Final = "。！？；）”"
"""… without these."""
_COMPOUND: Final = 12
"""A hyphened word of so many letters stays whole; a longer one may be broken at its hyphen."""
_HYPHENED: Final = r"[A-Za-z]+(?:-[A-Za-z]+)+"
_COUNTED: Final = (
    r"(?<=\d) (?=(?:thousand|million|billion|trillion|percent|yuan|US dollars|km²?|Gbps|ms|January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)"
)
_WITHIN: Final = "(?<=\\d)([–—])(?=\\d)|(?<=[\\d%])(?=[\u2e80-\u9fff])|(?<=第)(?=\\d)|(?<=[^签]约)(?=\\d)"
"""Where a line must not end: in a span of numbers, and between a number and the Chinese words around it."""
_MEASURE: Final = "(?<=\\d)(?:平方公里|亿美元|亿元|公里|毫秒)"
"""Chinese words for measures; like other words they may be broken, but not after a number."""
_TERM: Final = (
    "经济技术|高新技术|高新区|经开区|产业|开发区|综合保税区|综保区|保税港区|保税|物流中心|示范项目|互联互通"
    "|试验区|监管区域|平方公里|工作人员"
)
"""Chinese words that a line must not break: those that names of platforms are made of, and who helps at a booth."""
_SHORT: Final = range(3, 33)
"""A Chinese text of so many characters, such as a title, ends its lines after clauses rather than within them."""
_CLAUSES: Final = range(2, 9)
"""How many characters a clause that stays whole has; a longer one may not fit on the narrowest line."""
_NAME: Final = 6
"""A clause of more characters with such a word in it is a long name: the narrowest card may not have room for it."""
_CLAUSE: Final = "[^，。、；：！？）]+[，。、；：！？）]?"
_CHINESE: Final = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
"""First and last characters of Chinese writing and its punctuation."""


Wholes: TypeAlias = Callable[[str], Iterator[tuple[int, int]]]
"""Finds what stays whole in a text: where each begins, and where it has ended."""

_known: ChainMap[str, str] = ChainMap({}, {})
"""What `all_tied` gave for the deck that was opened last, and for the one that is shown until that one is taken."""
_opened: list[tuple[Platform, ...]] = []
"""The platforms of the deck that was opened last."""


def tied(text: str) -> str:
    """The text with what belongs together kept on one line: its last words, short compounds, numbers and units.

    A text of the deck that is shown is broken between its Chinese words alone.
    """
    return _known.get(text) or _tied(text, lambda _: iter(()))


def all_tied(whole: Deck | Platform | None) -> dict[str, str]:
    """Each text of a deck or of a part of it, and what `tied` is to make of it: a deck is compiled with them.

    A whole deck has the lines of its slides' sources, too: even to compile the expressions takes a start 1 %.
    """
    from kiosk.deck.words import words  # not where a deck is compiled already

    texts = dict.fromkeys(text for each in _words_in(whole) for _, text in each.texts)
    if isinstance(whole, Deck):
        texts |= dict.fromkeys(line for language in whole.languages for line in Reader(whole, language).origins())
    return {text: _known.get(text) or _tied(text, words) for text in texts}


def know(deck: Deck) -> None:
    """A deck is about to be shown: find out what `all_tied` gives, unless that was recalled with it."""
    if not _opened or _opened[0] is not deck.platforms:
        _known.maps[0].update(all_tied(deck))
        _opened[:] = [deck.platforms]


def recall(deck: Deck | None, texts: dict[str, str]) -> None:
    """Take what `all_tied` gave for a deck; it takes longer to find out than a first screen may wait."""
    _known.maps[:] = texts, _known.maps[0]
    _opened[:] = [deck.platforms] if deck else []


def _words_in(whole: Any) -> Iterator[Words]:
    """Every text of a deck, in no order; a table's cells are not among them."""
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Words):
            yield part
        elif isinstance(part, tuple):
            waiting += part
        elif hasattr(part, "__dict__") and not isinstance(part, Table):
            waiting += parts(part).values()


def _tied(text: str, wholes: Wholes) -> str:
    text = re.sub(_HYPHENED, _compound, text)
    text = re.sub(_COUNTED, _NO_BREAK_SPACE, text)
    if len(text) in _SHORT and any(map(_is_chinese, text)):
        return re.sub(_CLAUSE, partial(_clause, wholes), text)
    return _unbroken(wholes, text)


def _compound(word: re.Match[str]) -> str:
    hyphened = word[0]
    return hyphened.replace("-", f"-{_WORD_JOINER}") if len(hyphened) <= _COMPOUND else hyphened


def _clause(wholes: Wholes, found: re.Match[str]) -> str:
    clause = found[0]
    is_name = len(clause) > _NAME and re.search(_TERM, clause[1:])  # it may be broken before what kind of place it is
    stays_whole = len(clause) in _CLAUSES and " " not in clause and not is_name
    return _WORD_JOINER.join(clause) if stays_whole else _unbroken(wholes, clause)


def _unbroken(wholes: Wholes, text: str) -> str:
    """The text with its end, and each number with what it counts, kept on one line."""
    known = [match.span() for whole in (_MEASURE, _TERM) for match in re.finditer(whole, text)]
    found = [span for span in wholes(text) if not any(_cross(span, each) for each in known)]
    unbroken = {at for start, end in (*known, *found) for at in range(start + 1, end)}
    unbroken |= {match.end() for match in re.finditer(_WITHIN, text)}
    unbroken |= set(range(_end(text, unbroken) + 1, len(text)))
    return "".join(_WORD_JOINER + each if at in unbroken else each for at, each in enumerate(_end_tied(text)))


def _cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether each of two parts of a text has only some of the other."""
    (start, end), (begins, ends) = sorted((one, other))
    return start < begins < end < ends


def _end(text: str, unbroken: set[int]) -> int:
    """Where the last characters begin that stay together: at the nearest word, if that leaves enough of them."""
    at = len(text) - _last(text)
    later = next(end for end in range(at, len(text) + 1) if end not in unbroken)
    if len(text[later:].rstrip(_STOPS)) >= _LEAST:
        return later
    return next(end for end in range(at, -1, -1) if end not in unbroken)


def _last(text: str) -> int:
    """How many characters at the end of a text stay together because they are Chinese; none of a short one."""
    end = text[-_TIED - 2 :]
    return _TIED if len(end) == _TIED + 2 and " " not in end and any(map(_is_chinese, end)) else 0


def _end_tied(text: str) -> str:
    """The text with its last words kept on one line."""
    head, _, last = text.rpartition(" ")
    _, before, previous = head.rpartition(" ")
    if not before or _last(text) or len(last) >= _LONG or len(untied(f"{previous} {last}")) > _PAIR:
        return text
    return head + _NO_BREAK_SPACE + last


def untied(text: str) -> str:
    """The text as its author wrote it."""
    return text.replace(_NO_BREAK_SPACE, " ").replace(_WORD_JOINER, "")


def _is_chinese(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _CHINESE)


def typeset(shown: Shown) -> Shown:
    """Everything that is shown of an entry, each text tied; ids and numbers pass as they are."""
    return {name: _tied_within(value) if name in TEXTS else value for name, value in shown.items()}


def _tied_within(value: Any) -> Any:
    if isinstance(value, str):
        return tied(value)
    if isinstance(value, list):
        return [typeset(entry) if isinstance(entry, dict) else _tied_within(entry) for entry in value]
    return value


TEXTS: Final = {
    *("title", "text", "subtitle", "summary", "name", "sentence", "translations", "label", "value", "caption"),
    *("note", "origin"),
    *("figures", "points", "events", "pictures", "indicators"),
}
"""The names whose values are texts, or lists of entries with texts."""
