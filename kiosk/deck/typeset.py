"""Line breaks as a typesetter would have them: no word and no character alone on a text's last line."""

from __future__ import annotations

from typing import Any, Final

from kiosk.deck.shown import Shown

_NO_BREAK_SPACE: Final = "\u00a0"
_WORD_JOINER: Final = "\u2060"
_LONG: Final = 12
"""A last word of so many letters may stand alone."""
_TIED: Final = 4
"""So many Chinese characters stay together at the end of a text."""
_CHINESE: Final = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
"""First and last characters of Chinese writing and its punctuation."""


def tied(text: str) -> str:
    """The text with its last words, or its last Chinese characters, kept on one line."""
    end = text[-_TIED - 2 :]
    if len(end) == _TIED + 2 and " " not in end and any(map(_is_chinese, end)):
        return text[:-_TIED] + _WORD_JOINER.join(text[-_TIED:])
    head, space, last = text.rpartition(" ")
    if not space or " " not in head or len(last) >= _LONG:
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
    *("title", "text", "subtitle", "summary", "name", "sentence", "translations", "label", "caption", "note"),
    *("figures", "points", "events", "pictures", "indicators"),
}
"""The names whose values are texts, or lists of entries with texts."""
