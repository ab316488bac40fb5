"""Line breaks as a typesetter would have them: no word alone on a last line, no number without what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from kiosk.deck.model import Deck, Platform, parts
from kiosk.deck.shown import Shown
from kiosk.deck.tables import Table
from kiosk.deck.values import Words

_NO_BREAK_SPACE: Final = "\u00a0"
_WORD_JOINER: Final = "\u2060"
_LONG: Final = 12
"""A last word of so many letters may stand alone, …"""
_PAIR: Final = 20
"""… and one that makes more with the word before it: a narrow line would break within a word."""
_TIED: Final = 4
"""So many Chinese characters stay together at the end of a text."""
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


_known: dict[str, str] = {}
"""What `tied` gave for the texts of the deck, and would give again."""


def tied(text: str) -> str:
    """The text with what belongs together kept on one line: its last words, short compounds, numbers and units."""
    return _known.get(text) or _tied(text)


def all_tied(whole: Deck | Platform | None) -> dict[str, str]:
    """Each text of a deck or of a part of it, and what `tied` makes of it: a deck is compiled with them."""
    texts = dict.fromkeys(text for words in _words_in(whole) for _, text in words.texts)
    return {text: tied(text) for text in texts}


def recall(texts: dict[str, str]) -> None:
    """Take what `all_tied` gave, so that the first screen need not wait for it to be found out again."""
    _known.clear()  # of a deck that was shown before
    _known.update(texts)


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


def _tied(text: str) -> str:
    text = re.sub(_HYPHENED, _compound, text)
    text = re.sub(_COUNTED, _NO_BREAK_SPACE, text)
    if len(text) in _SHORT and any(map(_is_chinese, text)):
        return re.sub(_CLAUSE, _clause, text)
    return _unbroken(text)


def _compound(word: re.Match[str]) -> str:
    hyphened = word[0]
    return hyphened.replace("-", f"-{_WORD_JOINER}") if len(hyphened) <= _COMPOUND else hyphened


def _clause(found: re.Match[str]) -> str:
    clause = found[0]
    is_name = len(clause) > _NAME and re.search(_TERM, clause[1:])  # it may be broken before what kind of place it is
    return _joined(found) if len(clause) in _CLAUSES and " " not in clause and not is_name else _unbroken(clause)


def _joined(found: re.Match[str]) -> str:
    return _WORD_JOINER.join(found[0])


def _unbroken(text: str) -> str:
    """The text with its end, and each number with what it counts, kept on one line."""
    text = _end_tied(re.sub(_TERM, _joined, re.sub(_MEASURE, _joined, text)))
    return re.sub(_WITHIN, rf"\1{_WORD_JOINER}", text)


def _end_tied(text: str) -> str:
    """The text with its last words, or its last Chinese characters, kept on one line."""
    end = text[-_TIED - 2 :]
    if len(end) == _TIED + 2 and " " not in end and any(map(_is_chinese, end)):
        return text[:-_TIED] + _WORD_JOINER.join(text[-_TIED:])
    head, _, last = text.rpartition(" ")
    _, before, previous = head.rpartition(" ")
    if not before or len(last) >= _LONG or len(untied(f"{previous} {last}")) > _PAIR:
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
    "note",
    *("figures", "points", "events", "pictures", "indicators"),
}
"""The names whose values are texts, or lists of entries with texts."""
