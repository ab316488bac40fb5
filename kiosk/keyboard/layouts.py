"""Which keys there are, and where: rows of a board ten keys wide and five high."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from kiosk.deck.interface import Interface

WIDE: Final = 10
HIGH: Final = 5
PHONE_KEY: Final = 2.5
"""How wide a key of the digits for a telephone is …"""
PHONE_ROW: Final = 1.25
"""… and how high."""


class Kind(StrEnum):
    """What is to be written."""

    TEXT = "text"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"


class Does(StrEnum):
    """What a key does."""

    WRITE = "write"
    SPACE = "space"
    SHIFT = "shift"
    ERASE = "erase"
    LEFT = "left"
    RIGHT = "right"
    SIGNS = "signs"
    LANGUAGE = "language"
    NEXT = "next"
    DONE = "done"
    CHOOSE = "choose"
    EARLIER = "earlier"
    LATER = "later"


class Key(NamedTuple):
    """A key and its place, in keys from the board's upper left corner."""

    does: Does
    label: str
    """What stands on it, and what it writes if it does; "" where a sign stands."""
    x: float
    y: float
    width: float
    height: float = 1.0
    spoken: str = ""
    """What it is called by those who have it read to them, if not by its label."""
    others: tuple[str, ...] = ()
    """What it writes besides when it is held."""
    place: int = -1
    """Of the candidate that it chooses."""
    on: bool = False
    """Whether it is switched on, or stands out: the candidate that the space takes, what ends the last line."""
    stays: bool = False
    """Whether what it switches on stays."""

    @property
    def name(self) -> str:
        """What the key is known by, whatever stands on it."""
        return self.label.lower() if self.does is Does.WRITE else f"{self.does}{self.place if self.place >= 0 else ''}"


ACCENTS: Final = {
    "a": "áàâäåãæāă",
    "c": "ç",
    "d": "đð",
    "e": "éèêëēě",
    "i": "íìîïīĩ",
    "n": "ñńň",
    "o": "óòôöøõœō",
    "s": "ß",
    "t": "þ",
    "u": "úùûüūũ",
    "y": "ý",
}
"""Of the letters that the booth's font can draw."""
_OTHERS: Final = {
    ".": ",?!:;",
    "'": "-·&",
    "，": "。？！、：；",
    "·": "-（）",
    "-": "()/",
    "@": "#&",
    "_": "+%",
    "。": "，？！",
    "$": "€£¥",
    "€": "$£¥",
    "£": "€$¥",
    "¥": "€$£",
}
_DOMAINS: Final = (".cn", ".com.cn", ".net", ".org", ".eu", ".de")

_DIGITS: Final = "1234567890"
_LETTERS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SIGNS: Final = ("@#%&*-+=()", "!\"':;/?,._", "€$£¥[]|~")
_CHINESE_SIGNS: Final = ("，。？！、：；（）@", "“”‘’《》—…·/", "-+&#%*=_")
_EMAIL_SIGNS: Final = ("!#$%&'*+-/", "=?^_`{|}~@", "()[]:;,.")


class Look(NamedTuple):
    """What decides which keys there are, besides candidates."""

    kind: Kind
    chinese: bool
    signs: bool
    capitals: bool
    locked: bool
    """Whether capitals stay."""
    last: bool
    """Whether no line comes after this one."""
    composing: bool
    """Whether words are chosen from letters: their row has the candidates, and the last key ends the word."""


def keys(look: Look, words: Interface) -> Iterator[Key]:
    """The keys, without those of candidates, from the upper left on."""
    if look.kind is Kind.PHONE:
        yield from _phone(look, words)
        return
    if not look.composing:
        yield from _row(0, _DIGITS)
    if look.signs:
        email = look.kind is Kind.EMAIL
        first, second, third = _EMAIL_SIGNS if email else _CHINESE_SIGNS if look.chinese else _SIGNS
        yield from _row(1, first)
        yield from _row(2, second)
        yield from _row(3, third, 0, 8.5 / len(third))
    else:
        first, second, third = (row.upper() if look.capitals else row for row in _LETTERS)
        yield from _row(1, first)
        yield from _row(2, second)
        yield _write(_tenth(look), 9, 2)
        yield Key(Does.SHIFT, "", 0, 3, 1.5, spoken=words.key_shift, on=look.capitals, stays=look.locked)
        yield from _row(3, third, 1.5)
    yield Key(Does.ERASE, "", 8.5, 3, 1.5, spoken=words.key_erase)
    yield from _last_row(look, words)


def _tenth(look: Look) -> str:
    """What stands behind the nine letters of the middle row."""
    if look.kind is Kind.EMAIL:
        return "@"
    return "·" if look.chinese and not look.composing else "'"


def _last_row(look: Look, words: Interface) -> Iterator[Key]:
    letters = "拼音" if look.chinese else "ABC"
    signs = words.key_letters if look.signs else words.key_signs
    yield Key(Does.SIGNS, letters if look.signs else "?#+", 0, 4, 1, spoken=signs)
    left = Key(Does.LEFT, "", 1, 4, 1, spoken=words.key_left)
    right = Key(Does.RIGHT, "", 2, 4, 1, spoken=words.key_right)
    if look.kind is Kind.EMAIL:
        yield from (left, right)
        yield from _row(4, ".-_", 3)
        yield Key(Does.WRITE, ".com", 6, 4, 1, others=_DOMAINS)
    else:
        yield Key(Does.LANGUAGE, "EN" if look.chinese else "中文", 1, 4, 1, spoken=words.key_language)
        yield left._replace(x=2)
        yield Key(Does.SPACE, words.key_space, 3, 4, 2)
        yield right._replace(x=5)
        yield _write("，" if look.chinese else ".", 6, 4)
    if look.last and not look.composing:
        yield Key(Does.DONE, words.key_done, 7, 4, 3, on=True)
        return
    yield Key(Does.NEXT, words.key_ok if look.composing else words.key_next, 7, 4, 1.75)
    yield Key(Does.DONE, words.key_done, 8.75, 4, 1.25)


def _phone(look: Look, words: Interface) -> Iterator[Key]:
    wide, high = PHONE_KEY, PHONE_ROW
    for place, digit in enumerate("123456789"):
        yield Key(Does.WRITE, digit, wide * (place % 3), high * (place // 3), wide, high)
    yield Key(Does.WRITE, "+", 0, 3 * high, wide / 2, high)
    yield Key(Does.WRITE, "-", wide / 2, 3 * high, wide / 2, high, others=tuple(_OTHERS["-"]))
    yield Key(Does.WRITE, "0", wide, 3 * high, wide, high)
    yield Key(Does.SPACE, words.key_space, 2 * wide, 3 * high, wide, high)
    yield Key(Does.ERASE, "", 3 * wide, 0, wide, high, spoken=words.key_erase)
    yield Key(Does.LEFT, "", 3 * wide, high, wide / 2, high, spoken=words.key_left)
    yield Key(Does.RIGHT, "", 3.5 * wide, high, wide / 2, high, spoken=words.key_right)
    if look.last:
        yield Key(Does.DONE, words.key_done, 3 * wide, 2 * high, wide, 2 * high, on=True)
        return
    yield Key(Does.NEXT, words.key_next, 3 * wide, 2 * high, wide, high)
    yield Key(Does.DONE, words.key_done, 3 * wide, 3 * high, wide, high)


def _row(row: int, labels: str, x: float = 0.0, width: float = 1.0) -> Iterator[Key]:
    for place, label in enumerate(labels):
        yield _write(label, x + place * width, row, width)


def _write(label: str, x: float, y: float, width: float = 1.0) -> Key:
    return Key(Does.WRITE, label, x, y, width, others=_others(label))


def _others(label: str) -> tuple[str, ...]:
    accents = ACCENTS.get(label.lower(), "")
    if label != label.lower():
        return tuple(accent.upper() for accent in accents if len(accent.upper()) == 1)
    return tuple(accents or _OTHERS.get(label, ""))
