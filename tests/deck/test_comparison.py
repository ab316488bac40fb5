"""Two platforms side by side: which ones are offered first, and what is shown of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.deck.comparison import ROW, SIDE, comparable, compared, pair
from kiosk.deck.load import load
from kiosk.deck.model import Deck, Group, Indicator, IndicatorKind, Platform, Statement
from kiosk.deck.shown import Reader
from kiosk.deck.values import SourceId, Unit, Words

KINDS = (
    IndicatorKind(id="area", label=Words((("", "Area"),)), unit=Unit("km2")),
    IndicatorKind(id="focus", label=Words((("", "Focus"),))),
    IndicatorKind(id="trade", label=Words((("", "Trade"),)), unit=Unit("CNY", 10**9)),
    IndicatorKind(id="founded", label=Words((("", "Founded"),)), unit=Unit("year")),
)
SLIDES = (Statement(id="x", title=Words()),)


def says(name: str, value: float | str, qualifier: str = "exact", source: str = "bureau") -> Indicator:
    """What a platform says to an indicator."""
    if isinstance(value, str):
        return Indicator(id=name, text=Words((("", value),)), source=SourceId(source))
    return Indicator(id=name, value=value, qualifier=qualifier, source=SourceId(source))


def platform(name: str, group: str, *indicators: Indicator) -> Platform:
    return Platform(id=name, name=Words((("", name),)), group=group, indicators=indicators, slides=SLIDES)


def deck(*platforms: Platform) -> Deck:
    groups = tuple(Group(id=name, name=Words(), colour="gold") for name in ("one", "two"))
    return Deck(title=Words(), languages=("en",), indicators=KINDS, groups=groups, platforms=platforms)


def rows(left: Platform, right: Platform):
    both = deck(left, right)
    return compared(Reader(both, "en"), both, left, right)


AREA, TRADE, FOCUS = says("area", 1), says("trade", 2), says("focus", "Ships")
RIVER = platform("river", "one", AREA, TRADE, FOCUS)
HILL = platform("hill", "one", AREA, TRADE)
LAKE = platform("lake", "two", AREA)
SEA = platform("sea", "two", AREA, TRADE)
BARE = platform("bare", "two")


@pytest.mark.parametrize(
    ("platforms", "left", "best"),
    [
        ((), "", ()),
        ((RIVER,), "", ()),
        ((RIVER, BARE), "", ()),
        ((RIVER, HILL), "", ("river", "hill")),
        ((RIVER, HILL, LAKE), "", ("river", "lake")),
        ((RIVER, HILL, LAKE, SEA), "", ("river", "sea")),
        ((LAKE, RIVER, HILL, SEA), "", ("river", "sea")),
        ((RIVER, HILL, LAKE, SEA), "hill", ("hill", "sea")),
        ((RIVER, HILL, LAKE, SEA), "lake", ("lake", "river")),
        ((RIVER, HILL, LAKE, SEA), "bare", ("river", "sea")),
        ((RIVER, BARE, SEA), "bare", ("river", "sea")),
    ],
)
def test_the_pair_that_is_offered_is_of_two_kinds_and_shares_most_numbers(platforms, left, best):
    assert pair(deck(*platforms), left) == best


def test_only_platforms_that_say_something_can_be_compared():
    assert comparable(deck(BARE, RIVER)) == (RIVER,)


def test_the_real_deck_offers_two_platforms_that_share_numbers(real):
    assert pair(real.deck) == ("liangjiang", "ftz")
    assert len(comparable(real.deck)) == 19


def test_only_what_one_of_them_says_has_a_row():
    bars, words = rows(RIVER, LAKE)
    assert [row["label"] for row in bars] == ["Area", "Trade"]
    assert [row["label"] for row in words] == ["Focus"]


def test_a_gap_is_no_zero():
    bars, _ = rows(RIVER, LAKE)
    river, lake = bars[1]["sides"]
    assert (river["value"], river["length"]) == ("2 billion yuan", 1)
    assert lake["value"] == ""
    nothing, _ = rows(platform("a", "one", says("area", 0)), platform("b", "one", says("area", 5)))
    assert nothing[0]["sides"][0]["value"] == "0 km²"


def test_bars_of_a_row_share_one_scale():
    bars, _ = rows(platform("a", "one", says("area", 50)), platform("b", "two", says("area", 200)))
    assert [side["length"] for side in bars[0]["sides"]] == [0.25, 1]
    assert bars[0]["zero"] == 0


def test_a_lower_bound_is_written_and_drawn_as_one():
    bars, _ = rows(platform("a", "one", says("area", 50, "at_least")), platform("b", "two", says("area", 200, "about")))
    lower, about = bars[0]["sides"]
    assert (lower["value"], lower["open"]) == (">50 km²", True)
    assert (about["value"], about["open"]) == ("≈200 km²", False)


def test_a_year_has_no_bar():
    bars, words = rows(platform("a", "one", says("founded", 1991)), platform("b", "two", says("founded", 2010)))
    assert bars == []
    assert [side["value"] for side in words[0]["sides"]] == ["1991", "2010"]


def test_a_row_names_the_sources_of_both_sides_once():
    bars, _ = rows(platform("a", "one", says("area", 1)), platform("b", "two", says("area", 2, source="press")))
    assert bars[0]["sources"] == "bureau press"
    same, _ = rows(HILL, LAKE)
    assert same[0]["sources"] == "bureau"


def test_every_name_that_a_row_is_shown_with_is_a_role():
    bars, words = rows(RIVER, LAKE)
    for row in (*bars, *words):
        assert set(row) == set(ROW)
        assert all(set(side) == set(SIDE) for side in row["sides"])


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: float(f"{value:.6g}"))


@given(NUMBERS, NUMBERS)
def test_bars_begin_or_end_at_zero_and_never_leave_the_scale(one, other):
    bars, _ = rows(platform("a", "one", says("area", one)), platform("b", "two", says("area", other)))
    zero, sides = bars[0]["zero"], bars[0]["sides"]
    for value, side in zip((one, other), sides, strict=True):
        low, high = side["start"], side["start"] + side["length"]
        assert -1e-9 <= low <= high <= 1 + 1e-9
        assert abs((low if value >= 0 else high) - zero) < 1e-9
    if abs(one) > abs(other) and one * other >= 0:
        assert sides[0]["length"] == pytest.approx(1)


def test_the_outline_says_what_platforms_are_compared_by(tiny: Path):
    from kiosk.deck.outline import outline

    assert "Compare two platforms" not in "\n".join(outline(load(tiny).deck, "en"))
    hill = tiny / "hill.yaml"
    own = "indicators:\n  - {id: area, value: 40, qualifier: about, source: press}\n"
    hill.write_text(hill.read_text(encoding="utf-8") + own, encoding="utf-8")
    lines = list(outline(load(tiny).deck, "en"))
    first = lines.index("## Compare two platforms")
    assert lines[first + 2 : first + 5] == ["Area", "River: 120.5 km²", "Hill zone: ≈40 km²"]
