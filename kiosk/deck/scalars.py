"""Single values of a slide file, as YAML 1.2 means them: `no` and `12:30` are words, `010` is ten.

Numbers keep the text that they were typed as, for where a text is wanted (`title: 010`). `true` and `false` stay words:
the one key that asks for yes or no takes them, and no number or text mistakes them for something else.
"""

from __future__ import annotations

import re
from typing import Final, Self

LONGEST_NUMBER: Final = 40
"""Digits of a number that anybody means; what is longer is a word."""

_NULL: Final = re.compile(r"null|Null|NULL|~|")
_DECIMAL: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_ENDLESS: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class Whole(int):
    """An integer that says itself as it was typed."""

    typed: str

    @classmethod
    def read(cls, text: str, base: int) -> Self:
        """The number that a text means in a base."""
        number = cls(text, base)
        number.typed = text
        return number

    def __str__(self) -> str:
        return self.typed


class Real(float):
    """A number with decimals or an exponent that says itself as it was typed."""

    typed: str

    @classmethod
    def read(cls, text: str) -> Self:
        """The number that a text means."""
        number = cls(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        number.typed = text
        return number

    def __str__(self) -> str:
        return self.typed


Scalar = str | Whole | Real | None


def resolve(text: str) -> Scalar:
    """What a text without quotes means."""
    value: Scalar = text
    if _NULL.fullmatch(text):
        value = None
    elif len(text) > LONGEST_NUMBER:
        pass
    elif _DECIMAL.fullmatch(text):
        value = Whole.read(text, 10)
    elif _BASED.fullmatch(text):
        value = Whole.read(text, 0)
    elif _FLOAT.fullmatch(text) or _ENDLESS.fullmatch(text):
        value = Real.read(text)
    return value
