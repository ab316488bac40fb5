"""Numbers as each language writes them: 500 billion yuan is 5000亿元, 5,105 stays 5,105."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.deck.model import Deck, Qualifier
from kiosk.deck.records import record
from kiosk.deck.units import DATES, NOUNS
from kiosk.deck.values import SCALES, Unit

if TYPE_CHECKING:
    from decimal import Decimal  # at work not before the first number: 2 ms

SIGNS: Final = {"exact": "", "about": "≈", "at_least": ">"}
MINUS: Final = "\u2212"

_MOST_DECIMALS: Final = "0.000001"
_CHINESE_STEPS: Final = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_CHINESE_SCALES: Final = {10**3: (0.1, "万"), 10**6: (100, "万"), 10**9: (10, "亿"), 10**12: (1, "万亿")}
_FAR_EAST: Final = 0x2E80
"""From here on characters follow a number without a space."""


@record
class Written:
    """A number in the parts that a screen sets in different sizes."""

    sign: str
    """What bounds it: "≈" for about, ">" for a lower bound, "" for exact."""
    number: str
    """The digits, grouped and with decimals as the language has them: `5,105`, `320.8`."""
    unit: str
    """What follows: ` billion yuan` without its space, `亿元`, `%`."""

    def __str__(self) -> str:
        stands_apart = self.unit[:1].isalpha() and ord(self.unit[0]) < _FAR_EAST
        return f"{self.sign}{self.number}{' ' if stands_apart else ''}{self.unit}"


def written(deck: Deck, value: float, unit: Unit, language: str, qualifier: Qualifier = "exact") -> Written:
    """A value in a unit as a visitor reads it in a language."""
    number = _decimal(value)
    if _is_chinese(language) and unit.scale > 1:
        digits, word = _in_chinese_steps(number * unit.scale)
    else:
        digits, word = plain(value, grouped=is_grouped(unit, language)), _scale_word(unit.scale, language)
    return Written(SIGNS[qualifier], digits, word + _noun(deck, unit, language, one=digits == "1"))


def scaled(deck: Deck, unit: Unit, language: str) -> tuple[float, str]:
    """What to multiply a table's values by so that they read in a unit of the language, and that unit's name."""
    if _is_chinese(language) and unit.scale in _CHINESE_SCALES:
        factor, word = _CHINESE_SCALES[unit.scale]
        return factor, word + _noun(deck, unit, language)
    return 1, _scale_word(unit.scale, language) + _noun(deck, unit, language)


def plain(value: float, *, grouped: bool = True) -> str:
    """A number alone, its digits grouped or not."""
    return _signed(_decimal(value), ",f" if grouped else "f")


def is_grouped(unit: Unit, language: str) -> bool:
    """Whether a language groups the digits of numbers in a unit: never in dates, nor before 亿 or 万."""
    return unit.noun not in DATES and not (_is_chinese(language) and unit.scale > 1)


def _is_chinese(language: str) -> bool:
    return language.partition("-")[0] == "zh"


def _decimal(value: float) -> Decimal:
    """A number as it was typed, without what binary fractions add to it."""
    from decimal import Decimal

    number = Decimal(f"{value:.12g}") if abs(value) < 10**12 else Decimal(f"{value:.0f}")
    return number if number == number.to_integral() else number.quantize(Decimal(_MOST_DECIMALS))


def _grouped(number: Decimal) -> str:
    return _signed(number, ",f")


def _signed(number: Decimal, form: str) -> str:
    """A number without zeros at its end, after a real minus sign where it is negative."""
    digits = format(abs(number), form)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return MINUS + digits if number < 0 else digits


def _in_chinese_steps(number: Decimal) -> tuple[str, str]:
    """A large number in 万, 亿 or 万亿: two decimals at most, as editors keep them."""
    for step, word in _CHINESE_STEPS:
        if abs(number) >= step:
            return _signed(round(number / step, 2), "f"), word
    return _grouped(number), ""


def _scale_word(scale: int, language: str) -> str:
    """The word for a unit's scale, with what separates it from the noun."""
    if scale == 1 or _is_chinese(language):
        return ""
    return next(f"{word} " for word, worth in SCALES.items() if worth == scale)


def _noun(deck: Deck, unit: Unit, language: str, *, one: bool = False) -> str:
    """What a unit counts, by the deck's own name for it or by Kiosk's."""
    for name in deck.units:
        if name.id == unit.noun:
            return name.after.say(language)
    known = NOUNS[unit.noun]
    if _is_chinese(language):
        return known.chinese
    return known.one if one and unit.scale == 1 else known.many
