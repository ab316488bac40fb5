"""Every name, number, unit and source of the shipped deck against the fact book: a slip of the pen fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.deck.model import Chart, ChartSlide, Figure, Indicator
from kiosk.deck.tables import label_text
from kiosk.deck.units import DATES
from kiosk.deck.values import Unit, Words

BOOK = yaml.load((Path(__file__).parent / "factbook.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
NUMBERS: list[dict[str, Any]] = BOOK["numbers"]

IDS = {
    "etdz-chongqing": "etdz_cq",
    "etdz-wanzhou": "etdz_wz",
    "etdz-changshou": "etdz_cs",
    "htz-chongqing": "htz_cq",
    "htz-bishan": "htz_bs",
    "htz-yongchuan": "htz_yc",
    "htz-rongchang": "htz_rc",
    "cbz-lianglu-cuntan": "cbz_lianglu_air",
    "cbz-xiyong": "cbz_xiyong",
    "cbz-jiangjin": "cbz_jiangjin",
    "cbz-fuling": "cbz_fuling",
    "cbz-wanzhou": "cbz_wanzhou",
    "blc-railway": "blc_rail",
    "blc-nanpeng": "blc_nanpeng",
    "blc-guoyuan": "blc_guoyuan",
    "science-city": "science_city",
}
"""The platforms that the deck and the fact book call by different ids."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SCALES = (1, 10, 100, 1_000, 10_000, 0.1, 0.01, 0.001, 0.0001)
"""Between billions, 亿 and 万."""


def numbers_in(text: str) -> list[float]:
    return [float(found.replace(",", "")) for found in NUMBER.findall(text)]


KNOWN = {value for text in BOOK["texts"] for value in numbers_in(text)} | {abs(fact["value"]) for fact in NUMBERS}


def is_known(number: float) -> bool:
    """Whether the fact book has a number, in whatever scale a language writes it, rounded to five digits at most."""
    return any(abs(number * scale - known) <= 1e-9 * max(1, known) for scale in SCALES for known in KNOWN) or (
        number >= 1_000 and any(round(known * scale, 1) == number for scale in SCALES for known in KNOWN)
    )


def entries(item: Any, kind: type) -> Iterator[Any]:
    """Every entry of a class within another."""
    if isinstance(item, kind):
        yield item
    for value in vars(item).values() if hasattr(item, "__dict__") else item if isinstance(item, tuple) else ():
        if isinstance(value, tuple) or hasattr(value, "__dict__"):
            yield from entries(value, kind)


def fact(value: float, *sources: str) -> dict[str, Any] | None:
    """The number of the fact book with a value, from one of some sources."""
    return next((each for each in NUMBERS if each["value"] == value and each["source"] in sources), None)


def said(source: str) -> set[float]:
    """The numbers in what the fact book says beside its lists: they have no source of their own there."""
    return KNOWN if source in BOOK["sources"] else set()


def check_unit(unit: Unit, book: str) -> None:
    """The fact book's unit means the same as the deck's."""
    scale = 10**9 if "billion" in book else 10**6 if "million" in book else 1
    assert unit.scale == scale
    for money in ("CNY", "USD"):
        assert (money in book) == (unit.noun == money)
    for noun in ("percent", "km2", "ms"):
        assert (noun in book.split()) == (unit.noun == noun)


WORKED_OUT = {
    ("system", "19"): 1 + 2 + 7 + 9,
    ("exports-imports", "2019"): 579.28 - 371.2,
    ("private-firms", "2020"): 651.34 - 249.77,
    ("private-firms", "2021"): 800.06 - 349.4,
    ("private-firms", "2025"): 800.68 - 384.19,
    ("ftz-tasks", "Overall plan: 148 of 151"): 100 * 148 / 151,
    ("ftz-tasks", "Deepening measures: 36 of 41"): 100 * 36 / 41,
    ("ftz-tasks", "Practices taken over: 193 of 206"): 100 * 193 / 206,
    ("xiyong-trade", "2020"): 100 * 291.7 / 651.34,
    ("xiyong-trade", "2021"): 100 * 336.9 / 800.06,
}
"""What the deck works out of the fact book's numbers, and says so."""


def worked_out(value: float) -> bool:
    return any(abs(value - each) < 0.06 for each in WORKED_OUT.values())


def test_every_figure_has_the_fact_books_number_unit_and_source(real):
    figures = list(entries(real.deck, Figure))
    assert len(figures) > 30
    for figure in figures:
        found = fact(figure.value, figure.source)
        if found:
            check_unit(figure.unit, found["unit"])
        else:
            assert figure.value in said(figure.source) or worked_out(figure.value), figure


def test_every_indicator_has_the_fact_books_number_unit_and_source(real):
    kinds = {kind.id: kind for kind in real.deck.indicators}
    indicators = list(entries(real.deck, Indicator))
    assert len(indicators) > 60
    for indicator in indicators:
        if indicator.value is None:
            continue
        found = fact(indicator.value, indicator.source)
        if found:
            check_unit(kinds[indicator.id].unit, found["unit"])
        else:
            assert indicator.value in said(indicator.source), indicator


def test_every_number_of_a_chart_is_the_fact_books(real):
    checked = 0
    for slide in entries(real.deck, ChartSlide):
        chart = slide.chart
        if chart.unit.noun in DATES or len({tuple(row[1:]) for row in _values(chart)}) == 1:
            continue  # moments are compared below; marks that are all one are counted by none
        for label, source, *values in _values(chart):
            for value in values:
                given = value is None or fact(value, source, *chart.sources) or (slide.id, label) in WORKED_OUT
                assert given or value in said(source), (slide.id, label, value)
                checked += 1
            if (slide.id, label) in WORKED_OUT:
                assert min(abs(value - WORKED_OUT[slide.id, label]) for value in values) < 0.06
    assert checked > 150


def _values(chart: Chart) -> Iterator[tuple[Any, ...]]:
    """Of each row its label, its source and its numbers."""
    table = chart.table
    sources = table.column("source") if "source" in table.columns else (None,) * len(table.rows)
    columns = [table.column(series.column) for series in chart.series]
    for at, label in enumerate(table.column(chart.label)):
        yield label_text(label), sources[at] or chart.sources[0], *(column[at] for column in columns)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_number_in_a_sentence_is_the_fact_books(real, language):
    for platform in real.deck.platforms:
        for words in entries(platform, Words):
            text = words.say(language)
            unknown = [number for number in numbers_in(text) if not is_known(number)]
            assert not unknown or all(map(worked_out, unknown)), (platform.id, text, unknown)


def test_every_source_has_the_fact_books_publisher_and_date(real):
    sources = dict(real.deck.sources)
    del sources["map"]  # the map's shapes, whose licence stands in slides/map-sources.txt
    for name, source in sources.items():
        book = BOOK["sources"][name]
        assert book["date"].startswith(source.date) or book["date"] == source.date, name
        common = _names(book["publisher"]) & _names(source.publisher.say("en"))
        assert common or (book["publisher"], source.publisher.say("en")) in SPELT_OUT, name


def _names(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z]{3,}", text)} - {"via", "the", "copy"}


SPELT_OUT = {
    ("NDRC English", "National Development and Reform Commission"),
    ("CNR copy", "China National Radio"),
}


def test_every_platform_is_called_and_placed_as_in_the_fact_book(real):
    in_groups = [platform for platform in real.deck.platforms if platform.group]
    assert len(in_groups) == 1 + 2 + 7 + 8 + 1
    for platform in in_groups:
        book = BOOK["platforms"][IDS.get(platform.id, platform.id)]
        assert platform.name.say("en") in {book["en"], *OTHER_NAMES.get(platform.id, ())}
        assert platform.name.say("zh") in {book["zh"], *OTHER_NAMES.get(platform.id, ())}
        if platform.place and "lon" in book:
            assert (platform.place.longitude, platform.place.latitude) == (book["lon"], book["lat"])
    for slide in entries(real.deck, ChartSlide):
        table = slide.chart.table
        if "longitude" in table.columns:
            assert set(zip(table.column("longitude"), table.column("latitude"), strict=True)) <= PLACES, slide.id


PLACES = {(book["lon"], book["lat"]) for book in BOOK["platforms"].values() if "lon" in book}
OTHER_NAMES = {
    "cbz-lianglu-cuntan": ("Lianglu Cuntan Bonded Port Area", "两路寸滩保税港区"),
    "science-city": ("Western (Chongqing) Science City", "西部（重庆）科学城"),
}
"""Where the fact book has a platform only in parts."""
