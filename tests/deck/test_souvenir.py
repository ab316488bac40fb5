"""What a visitor takes home: vCards that a phone reads, each small enough for its camera, with figures and sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import segno
from cards import read
from hypothesis import given
from hypothesis import strategies as st

from kiosk.deck.load import Loaded, load
from kiosk.deck.model import Contact, Deck, Figure, Figures, Platform, Source
from kiosk.deck.souvenir import MOST_BYTES, MOST_CODES, contact_lines, souvenir
from kiosk.deck.values import SourceId, Unit, Words
from kiosk.deck.vcard import escaped, vcard

LARGEST = 20
"""The largest version of a QR code that a phone's camera takes easily."""


@pytest.fixture
def tiny_deck(tiny: Path) -> Deck:
    deck = load(tiny).deck
    assert deck is not None
    return deck


def version(card: str) -> int:
    return int(segno.make_qr(card, error="l", mode="byte", encoding="utf-8").version)


def note(deck: Deck, seen: list[int], language: str = "en") -> str:
    (card,) = souvenir(deck, language, seen).cards
    return read(card.text)["NOTE"][0]


TEXTS = st.text().map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_whatever_is_written_is_read(components: list[str], text: str):
    card = vcard([("N", ";".join(map(escaped, components))), ("NOTE", escaped(text))])
    assert read(card) == {"N": components, "NOTE": [text]}


def test_the_most_bytes_are_those_of_the_largest_version():
    assert version("x" * MOST_BYTES) == LARGEST
    assert version("x" * (MOST_BYTES + 1)) > LARGEST


FIGURES_SAID = """\
◆ Overview
In numbers [1][2]
5,105 companies companies
≈32.08 billion US dollars contracts (by 2020)

Where this comes from
[1] Bureau, December 2020
[2] Press, 4 March 2021"""

CHINESE_SAID = """\
◆ 总览
数说 [1][2]
5,105家 企业
≈320.8亿美元 合同（截至2020年）

数据出处
[1] 统计局，2020年12月
[2] 新闻社，2021年3月4日"""

RIVER_SAID = """\
◆ River
At a glance [1][2]
Area: 120.5 km²

Trade by year [1]
Trade – 2020: Exports 150 billion yuan; Imports 95 billion yuan

Where this comes from
[1] Bureau, December 2020
[2] Press, 4 March 2021"""

WORDS_SAID = """\
◆ Overview
Openness is a habit [1]

◆ Hill zone
History [1][2]

Where this comes from
[1] Press, 4 March 2021
[2] Bureau, December 2020"""


@pytest.mark.parametrize(
    ("seen", "language", "said"),
    [([2], "en", FIGURES_SAID), ([2], "zh", CHINESE_SAID), ([4, 3], "en", RIVER_SAID), ([5, 1], "en", WORDS_SAID)],
    ids=["figures", "in Chinese", "a profile and a chart", "words"],
)
def test_a_note_says_figures_and_sources_of_what_was_seen(tiny_deck: Deck, seen: list[int], language: str, said: str):
    assert note(tiny_deck, seen, language) == said


def test_a_slide_without_figures_and_sources_is_not_kept(tiny_deck: Deck):
    assert souvenir(tiny_deck, "en", [0, 1]).cards[0].titles == ("Openness is a habit",)


def test_who_has_seen_nothing_takes_the_key_figures(tiny_deck: Deck):
    for seen in ([], [0]):
        taken = souvenir(tiny_deck, "en", seen)
        assert not taken.of_visit
        assert [card.titles for card in taken.cards] == [("Trade grows",)]
        assert note(tiny_deck, seen).startswith("Trade grows [1]\n359.5 billion yuan trade\n")


def test_a_deck_without_key_figures_gives_at_least_its_name(tiny_deck: Deck):
    (card,) = souvenir(replace(tiny_deck, attract=()), "en", []).cards
    assert read(card.text) == {"N": ["Tiny", "", "", "", ""], "FN": ["Tiny"]}


def test_a_contact_is_in_the_card_and_only_what_the_deck_gives(tiny_deck: Deck):
    contact = Contact(
        name=Words((("en", "Li Hua"), ("zh", "李华"))),
        organisation=Words((("", "Fair; and, more"),)),
        phone="+86 23 1234",
        address=Words((("", "1 Road, City"),)),
    )
    deck = replace(tiny_deck, contact=contact)
    (card,) = souvenir(deck, "zh", [2]).cards
    found = read(card.text)
    assert found["N"] == ["李华", "", "", "", ""]
    assert found["FN"] == ["李华"]
    assert found["ORG"] == ["Fair; and, more"]
    assert found["TEL"] == ["+86 23 1234"]
    assert found["ADR"] == ["", "", "1 Road, City", "", "", "", ""]
    assert found["NOTE"][0].startswith("小\n◆ 总览\n")
    assert not {"EMAIL", "URL"} & set(found)
    assert contact_lines(deck, "zh") == ["李华", "Fair; and, more", "+86 23 1234", "1 Road, City"]
    assert contact_lines(tiny_deck, "zh") == []


def test_of_several_cards_each_has_the_name_and_the_first_how_to_reach_whom(real: Loaded):
    assert real.deck is not None
    deck = replace(real.deck, contact=Contact(name=Words((("", "Li Hua"),)), phone="+86 23 1234"))
    first, *others = (read(card.text) for card in souvenir(deck, "en", range(12)).cards)
    assert len(others) > 0
    assert first["TEL"] == ["+86 23 1234"]
    assert [set(card) for card in others] == [{"N", "FN", "NOTE"}] * len(others)
    names = [card["FN"][0] for card in (first, *others)]
    assert names == [f"Li Hua ({at} of {len(names)})" for at in range(1, len(names) + 1)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_too_many_slides_the_figures_seen_last_stay_in_the_decks_order(real: Loaded, language: str):
    deck = real.deck
    assert deck is not None
    slides = [slide for platform in deck.platforms for slide in platform.slides]
    taken = souvenir(deck, language, range(len(slides)))
    assert len(taken.cards) == MOST_CODES
    assert all(version(card.text) <= LARGEST for card in taken.cards)
    titles = [title for card in taken.cards for title in card.titles]
    order = [slide.title.say(language) for slide in slides]
    assert titles == sorted(titles, key=order.index)
    assert len(titles) + taken.left_out <= len(slides)
    last = max(at for at, slide in enumerate(slides) if isinstance(slide, Figures))
    assert order[last] in titles
    assert read(taken.cards[-1].text)["NOTE"][0].count("\n...\n") == 1


ANY = st.text(max_size=300).map(lambda text: Words((("", " ".join(text.split()) or "x"),)))
"""As a deck's texts are: no space at either end, never empty."""
FIGURES = st.builds(
    Figure,
    value=st.floats(-1e6, 1e6),
    unit=st.just(Unit("companies")),
    label=ANY,
    period=ANY,
    source=st.sampled_from(["a", "b", "c"]).map(SourceId),
)


@given(
    title=ANY,
    slides=st.lists(st.tuples(ANY, st.lists(FIGURES, min_size=1, max_size=4)), max_size=25),
    publishers=st.lists(ANY, min_size=3, max_size=3),
    phone=st.sampled_from(["", "+86 23 1234"]),
)
def test_whatever_a_deck_says_every_card_is_read_and_small_enough(title, slides, publishers, phone):
    sources = zip("abc", (Source(title=title, publisher=name, date="2020") for name in publishers), strict=True)
    made = tuple(Figures(id=f"s{at}", title=said, figures=tuple(fs)) for at, (said, fs) in enumerate(slides))
    platform = Platform(id="p", name=title, slides=made)
    contact = Contact(phone=phone) if phone else None
    deck = Deck(title=title, languages=("en",), platforms=(platform,), sources=tuple(sources), contact=contact)
    taken = souvenir(deck, "en", range(len(slides)))
    assert 1 <= len(taken.cards) <= MOST_CODES
    assert sum(len(card.titles) for card in taken.cards) + taken.left_out == len(slides)
    for at, card in enumerate(taken.cards, start=1):
        assert len(card.text.encode()) <= MOST_BYTES
        found = read(card.text)
        assert found["FN"][0] == found["N"][0]
        assert len(taken.cards) == 1 or found["FN"][0].endswith(f"({at} of {len(taken.cards)})")
        assert all(title in found["NOTE"][0] for title in card.titles)
