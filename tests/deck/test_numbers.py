"""Numbers as a native editor of each language writes them."""

from __future__ import annotations

import pytest

from kiosk.deck.model import Deck, Qualifier, UnitName
from kiosk.deck.numbers import plain, scaled, written
from kiosk.deck.units import NOUNS
from kiosk.deck.values import SCALES, Unit, Words

DECK = Deck(
    title=Words((("", "x"),)),
    languages=("en", "zh"),
    units=(
        UnitName(id="boats", after=Words((("en", "boats"), ("zh", "艘")))),
        UnitName(id="contracts", after=Words((("en", "deals"), ("zh", "份")))),
    ),
)


def unit(text: str) -> Unit:
    first, _, rest = text.partition(" ")
    return Unit(rest, SCALES[first]) if first in SCALES else Unit(text)


@pytest.mark.parametrize(
    ("value", "counted", "qualifier", "english", "chinese"),
    [
        (359.5, "billion CNY", "exact", "359.5 billion yuan", "3595亿元"),
        (32.08, "billion USD", "about", "≈32.08 billion US dollars", "≈320.8亿美元"),
        (500, "billion CNY", "at_least", ">500 billion yuan", ">5000亿元"),
        (2500.279, "billion CNY", "exact", "2,500.279 billion yuan", "2.5万亿元"),
        (1.5, "trillion CNY", "exact", "1.5 trillion yuan", "1.5万亿元"),
        (128.45, "billion CNY", "exact", "128.45 billion yuan", "1284.5亿元"),
        (9.87654, "billion CNY", "exact", "9.87654 billion yuan", "98.77亿元"),
        (35, "million USD", "exact", "35 million US dollars", "3500万美元"),
        (250, "million USD", "exact", "250 million US dollars", "2.5亿美元"),
        (1, "billion USD", "exact", "1 billion US dollars", "10亿美元"),
        (12, "thousand companies", "exact", "12 thousand companies", "1.2万家"),
        (5, "thousand companies", "exact", "5 thousand companies", "5,000家"),
        (0, "billion CNY", "exact", "0 billion yuan", "0元"),
        (-4.5, "billion CNY", "exact", "−4.5 billion yuan", "−45亿元"),
        (5105, "companies", "exact", "5,105 companies", "5,105家"),
        (82400, "companies", "exact", "82,400 companies", "82,400家"),
        (1, "companies", "exact", "1 company", "1家"),
        (1, "platforms", "exact", "1 platform", "1个"),
        (1, "USD", "exact", "1 US dollar", "1美元"),
        (44.7, "percent", "exact", "44.7%", "44.7%"),
        (-3.2, "percent", "about", "≈−3.2%", "≈−3.2%"),
        (0.1 + 0.2, "percent", "exact", "0.3%", "0.3%"),
        (119.98, "km2", "exact", "119.98 km²", "119.98平方公里"),
        (65, "ms", "exact", "65 ms", "65毫秒"),
        (260, "Gbps", "exact", "260 Gbps", "260 Gbps"),
        (87, "institutions", "exact", "87 institutions", "87家"),
        (102, "innovations", "exact", "102 innovations", "102项"),
        (3, "areas", "exact", "3 areas", "3个片区"),
        (542, "ports", "exact", "542 ports", "542个港口"),
        (10000, "trains", "at_least", ">10,000 trains", ">10,000列"),
        (14, "flights a week", "exact", "14 flights a week", "14班/周"),
        (7, "boats", "exact", "7 boats", "7艘"),
        (228, "contracts", "exact", "228 deals", "228份"),
        (1e-9, "percent", "exact", "0%", "0%"),
        (1e14, "companies", "exact", "100,000,000,000,000 companies", "100,000,000,000,000家"),
    ],
)
def test_written(value: float, counted: str, qualifier: Qualifier, english: str, chinese: str):
    assert str(written(DECK, value, unit(counted), "en", qualifier)) == english
    assert str(written(DECK, value, unit(counted), "zh", qualifier)) == chinese


def test_the_parts_are_apart():
    number = written(DECK, 32.08, unit("billion USD"), "zh", "about")
    assert (number.sign, number.number, number.unit) == ("≈", "320.8", "亿美元")
    number = written(DECK, 32.08, unit("billion USD"), "en")
    assert (number.sign, number.number, number.unit) == ("", "32.08", "billion US dollars")


@pytest.mark.parametrize(
    ("counted", "english", "chinese"),
    [
        ("billion CNY", (1, "billion yuan"), (10, "亿元")),
        ("million USD", (1, "million US dollars"), (100, "万美元")),
        ("thousand companies", (1, "thousand companies"), (0.1, "万家")),
        ("trillion CNY", (1, "trillion yuan"), (1, "万亿元")),
        ("companies", (1, "companies"), (1, "家")),
        ("percent", (1, "%"), (1, "%")),
        ("boats", (1, "boats"), (1, "艘")),
    ],
)
def test_scaled(counted: str, english: tuple[float, str], chinese: tuple[float, str]):
    assert scaled(DECK, unit(counted), "en") == english
    assert scaled(DECK, unit(counted), "zh") == chinese


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.0, "0"), (1234567, "1,234,567"), (-1.50, "−1.5"), (0.30000000000000004, "0.3")]
)
def test_plain(value: float, text: str):
    assert plain(value) == text
    assert plain(value, grouped=False) == text.replace(",", "")


def test_every_unit_can_be_written_in_each_language():
    for noun in NOUNS:
        for language in ("en", "zh", "fr"):
            assert str(written(DECK, 2, Unit(noun), language))
