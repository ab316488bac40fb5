"""Numbers as each language writes them: 500 billion yuan is 5000亿元, 5,105 stays 5,105."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.deck.model import Deck, Qualifier
from kiosk.deck.values import Unit


@dataclass(frozen=True, slots=True)
class Written:
    """A number in the parts that a screen sets in different sizes."""

    sign: str
    """What bounds it: "≈" for about, ">" for a lower bound, "" for exact."""
    number: str
    """The digits, grouped and with decimals as the language has them: `5,105`, `320.8`."""
    unit: str
    """What follows: ` billion yuan` without its space, `亿元`, `%`."""

    def __str__(self) -> str: ...


def written(deck: Deck, value: float, unit: Unit, language: str, qualifier: Qualifier = "exact") -> Written:
    """A value in a unit as a visitor reads it in a language."""
    raise NotImplementedError
