"""What a visitor reads: dates, line breaks, counting numbers, the outline; and that a layout is complete."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.deck.interface import INTERFACE, interface
from kiosk.deck.load import load
from kiosk.deck.model import LAYOUTS, Deck, Figure
from kiosk.deck.numbers import written
from kiosk.deck.outline import outline
from kiosk.deck.shown import CARD, COUNTING_STEPS, SCENE, SLIDE, SOURCE, Reader
from kiosk.deck.typeset import tied, typeset, untied
from kiosk.deck.values import SourceId, Unit, Words

QML = Path(__file__).parents[1] / "kiosk" / "stage" / "qml" / "Kiosk"
DECK = Deck(title=Words(), languages=("en", "zh"))
NBSP, JOINER = "\u00a0", "\u2060"


@pytest.fixture
def tiny(tiny_folder) -> Deck:
    loaded = load(tiny_folder)
    assert loaded.problems == ()
    return loaded.deck


@pytest.mark.parametrize(
    ("date", "english", "chinese"),
    [
        ("2020", "2020", "2020年"),
        ("2020-12", "December 2020", "2020年12月"),
        ("2020-01", "January 2020", "2020年1月"),
        ("2021-03-04", "4 March 2021", "2021年3月4日"),
        ("2021-10-31", "31 October 2021", "2021年10月31日"),
        ("n.d.", "", ""),
    ],
)
def test_a_date_is_written_as_the_language_has_it(date, english, chinese):
    assert Reader(DECK, "en").date(date) == english
    assert Reader(DECK, "zh").date(date) == chinese
    assert Reader(DECK, "zh-Hans").date(date) == chinese


@pytest.mark.parametrize(
    ("language", "speaks"), [("en", "en"), ("zh", "zh"), ("zh-Hans", "zh"), ("en-GB", "en"), ("fr", "en")]
)
def test_the_booth_speaks_a_language_whatever_its_region(language, speaks):
    assert interface(language) is INTERFACE[speaks]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("", ""),
        ("Word", "Word"),
        ("Two words", "Two words"),
        ("Three short words", f"Three short{NBSP}words"),
        ("One with an internationalisation", "One with an internationalisation"),
        ("More than 240 institutional innovations", "More than 240 institutional innovations"),
        ("Ends with a space ", f"Ends with a space{NBSP}"),
        ("开放", "开放"),
        ("西部（重庆）科学城", f"{JOINER.join('西部（重庆）')}{JOINER.join('科学城')}"),
        ("内陆开放高地建设", JOINER.join("内陆开放高地建设")),
        ("开放平台：7个", f"{JOINER.join('开放平台：')}{JOINER.join('7个')}"),
        ("内陆城市的开放高地建设正当其时", f"内陆城市的开放高地建设{JOINER.join('正当其时')}"),
        ("Chongqing opens up 2024", f"Chongqing opens up{NBSP}2024"),
    ],
)
def test_the_last_words_of_a_text_stay_together(text, bound):
    assert tied(text) == bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("A High-tech zone in the west", f"A High-{JOINER}tech zone in the{NBSP}west"),
        ("The institutional-innovation platforms are two", f"The institutional-innovation platforms are{NBSP}two"),
        (
            "From 2016–2020 it was 2.82 billion yuan a year",
            f"From 2016–{JOINER}2020 it was 2.82{NBSP}billion yuan a{NBSP}year",
        ),
        ("It opened on 18 June 2010 by the river", f"It opened on 18{NBSP}June 2010 by the{NBSP}river"),
        (
            "外商直接投资只占一小部分，而三个片区合计119.98平方公里，约占全市面积的很小一块",
            f"外商直接投资只占一小部分，而三个片区合计119.98{JOINER}{JOINER.join('平方公里')}，约占全市面积的{JOINER.join('很小一块')}",
        ),
        ("In 2020 trains ran to the west", f"In 2020 trains ran to the{NBSP}west"),
        (
            "重庆自贸试验区2016—2020年吸引了全市44.7%的外商直接投资，约2成来自这里",
            f"重庆自贸{JOINER.join('试验区')}2016—{JOINER}2020{JOINER}年吸引了全市44.7%{JOINER}的外商直接投资，约{JOINER}2{JOINER}成{JOINER.join('来自这里')}",
        ),
    ],
)
def test_what_is_read_in_one_breath_stays_on_one_line(text, bound):
    assert tied(text) == bound
    assert untied(bound) == text


def test_only_texts_are_tied_and_ids_pass_as_they_are():
    text = "Three short words"
    shown = {
        "title": text,
        "slideId": text,
        "sources": text,
        "origin": text,
        "events": [{"period": text, "text": text}],
        "translations": [text],
    }
    assert typeset(shown) == shown | {
        "title": tied(text),
        "origin": tied(text),
        "events": [{"period": text, "text": tied(text)}],
        "translations": [tied(text)],
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (5105, "companies"),
        (32.08, "billion USD"),
        (0.12, "billion CNY"),
        (500, "billion CNY"),
        (1.5, "trillion CNY"),
        (12345678, "people"),
        (1234567.25, "people"),
        (99.9, "percent"),
        (0, "companies"),
        (1, "companies"),
        (-3.5, "percent"),
        (100000, "people"),
    ],
)
def test_a_figure_counts_up_to_its_number_in_the_notation_of_its_number(language, value, unit):
    """Every number on the way is of the same unit, has the same decimals, and none is beyond the last."""
    noun, scale = unit.rpartition(" ")[2], {"billion": 10**9, "trillion": 10**12}.get(unit.partition(" ")[0], 1)
    figure = Figure(value=value, unit=Unit(noun, scale), label=Words(), source=SourceId("x"))
    counting = Reader(DECK, language)._read(figure)["counting"]  # noqa: SLF001
    number = written(DECK, value, figure.unit, language).number
    assert len(counting) == COUNTING_STEPS + 1
    assert counting[-1] == number
    assert {len(each.partition(".")[2]) for each in counting} == {len(number.partition(".")[2])}
    passed = [abs(float(each.replace("−", "-").replace(",", ""))) for each in counting]
    assert passed[0] == 0
    assert passed == sorted(passed)
    assert not any(each.strip("−0.,") == "" and each.startswith("−") for each in counting), "no minus zero"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_name_that_a_slide_is_shown_with_is_a_role(tiny, language):
    """A name that is missing in `SLIDE` would never reach QML."""
    reader = Reader(tiny, language)
    seen = set()
    for platform in tiny.platforms:
        for slide in platform.slides:
            shown = reader.slide(platform, slide)
            seen.add(slide.layout)
            inner = {"id", "notes", "hidden", "seconds"}  # the model's own, which no visitor sees
            assert set(shown) - inner <= set(SLIDE), slide.layout
    assert seen == set(LAYOUTS), "the tiny deck has a slide of every layout"
    assert all(set(scene) == set(SCENE) for scene in reader.scenes())
    assert all(set(reader.source(name)) == set(SOURCE) for name, _ in tiny.sources)
    assert all(set(reader.platform(platform)) == set(CARD) for platform in tiny.platforms)
    assert all(set(reader.group(group, ())) == set(CARD) for group in tiny.groups)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_its_qml_file_its_choice_and_its_line(layout):
    choices = (QML / "SlideList.qml").read_text(encoding="utf-8")
    name = re.search(rf'DelegateChoice \{{\s+roleValue: "{layout}"\s+(\w+) \{{', choices)
    assert name, f'SlideList.qml has no DelegateChoice {{ roleValue: "{layout}" }}'
    assert name[1] == f"{layout.capitalize()}Slide"
    assert (QML / "Slides" / f"{name[1]}.qml").is_file(), f"Slides/{name[1]}.qml is missing"
    listed = (QML / "Slides" / "qmldir").read_text(encoding="utf-8")
    assert f"{name[1]} 1.0 {name[1]}.qml" in listed.splitlines(), f"Slides/qmldir does not list {name[1]}"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_role_that_a_layout_requires_is_one_that_its_slides_have(tiny, layout):
    """A required property without a role would leave the slide out, with a warning of Qt alone."""
    source = (QML / "Slides" / f"{layout.capitalize()}Slide.qml").read_text(encoding="utf-8")
    required = re.findall(r"^    required property \S+ (\w+)", source, re.MULTILINE)
    reader = Reader(tiny, "en")
    shown = [reader.slide(p, s) for p in tiny.platforms for s in p.slides if s.layout == layout]
    for slide in shown:
        assert set(required) - {"index", "stage"} <= set(slide), layout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_outline_has_every_text_of_the_deck(tiny, language):
    lines = "\n".join(outline(tiny, language))
    assert [text for text in texts(tiny, language) if text not in lines] == []


def test_the_outline_says_nothing_in_the_other_language(tiny):
    assert not re.search("[\u4e00-\u9fff]", "\n".join(outline(tiny, "en")))


def test_the_outline_keeps_the_presenters_notes_to_itself(tiny):
    first, *others = tiny.platforms
    slide = replace(first.slides[0], notes=Words((("", "do not forget to smile"),)))
    noted = replace(tiny, platforms=(replace(first, slides=(slide, *first.slides[1:])), *others))
    assert "smile" not in "\n".join(outline(noted, "en"))


def test_the_outline_names_the_series_of_a_table_with_several(tiny):
    lines = list(outline(tiny, "en"))
    assert "2020: Exports 150 billion yuan; Imports 95 billion yuan (first full year)" in lines
    assert "2019: Exports ≈120 billion yuan; Imports ≈90.25 billion yuan" in lines


def test_the_outline_has_no_punctuation_for_what_is_not_there(tiny):
    assert "1 One area" in list(outline(tiny, "en"))


def texts(item: object, language: str) -> list[str]:
    """Every text of a deck or a part of it, units aside: those are written beside numbers only."""
    if isinstance(item, Words):
        return [item.say(language)]
    if isinstance(item, tuple):
        return [text for entry in item for text in texts(entry, language)]
    if not hasattr(item, "__dataclass_fields__"):
        return []
    hidden = {"notes", "units", "short", "sources"} if hasattr(item, "layout") else {"units", "short"}
    return [t for name in item.__dataclass_fields__ if name not in hidden for t in texts(getattr(item, name), language)]
