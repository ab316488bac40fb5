"""Chinese texts are broken between words: those of a deck, from its first opening on."""

from __future__ import annotations

import re
from collections import ChainMap
from pathlib import Path

import pytest

from kiosk.deck import typeset
from kiosk.deck.compiled import open_deck
from kiosk.deck.load import load
from kiosk.deck.shown import Reader
from kiosk.deck.typeset import all_tied, tied, untied
from kiosk.deck.words import words

SAMPLE = Path(__file__).parents[2] / "slides"
JOINER = "\u2060"
LONG = "，而这里所说的都在资料之中"
"""Follows a text that is looked at: what is done with a text's end is another matter."""


@pytest.fixture(autouse=True)
def known(monkeypatch):
    """As in a process that has opened no deck: what is known of the texts."""
    known = ChainMap({}, {})
    monkeypatch.setattr(typeset, "_known", known)
    monkeypatch.setattr(typeset, "_opened", [])
    return known


@pytest.fixture
def deck(tiny_folder):
    """A deck with a title in Chinese."""
    head = tiny_folder / "deck.yaml"
    told = head.read_text(encoding="utf-8")
    return lambda title: head.write_text(re.sub("^title: .*$", f"title: {title}", told, flags=re.MULTILINE), "utf-8")


def lines(text: str) -> list[str]:
    """The parts of a text between which a line may end."""
    return [untied(part) for part in re.findall(f".(?:{JOINER}+.)*", text)]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", []),
        ("Kiosk 2020", []),
        ("研究生命起源", ["研究", "生命", "起源"]),
        ("结婚的和尚未结婚的", ["结婚", "尚未", "结婚"]),
        ("2018年2月升级为国家级高新区", ["升级", "国家级", "高新区"]),
        ("数据通道（GB/s）接入七个区域", ["数据", "通道", "接入", "七个", "区域"]),
        ("自由贸易试验区", ["自由", "贸易", "试验区"]),
    ],
)
def test_the_words_of_a_text_are_the_fewest_and_the_most_usual(text, parted):
    assert [text[start:end] for start, end in words(text)] == parted


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("天然气化工与新材料基地", "天然气 化工 与 新 材料 基地"),
        ("开放引领和口岸联动效应初步显现", "开放 引领 和 口岸 联动 效应 初步 显现"),
        ("经济技术开发区和产业园", "经济技术 开发区 和 产业园"),
    ],
)
def test_a_line_ends_between_words_and_within_none(deck, tiny_folder, text, parted):
    whole = text + LONG
    deck(whole)
    parts = parted.split()
    assert [part.rstrip("，") for part in lines(all_tied(load(tiny_folder).deck)[whole])][: len(parts)] == parts


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2020年9月，首批79个开工项目中有16个位于璧山。", "位于璧山。"),
        ("七个开发区中最早的在1991年成为经济技术开发区", "开发区"),
        ("自贸试验区与中新（重庆）战略性互联互通项目", "互联互通项目"),
    ],
)
def test_the_end_of_a_text_begins_with_a_word(deck, tiny_folder, text, end):
    deck(f'"{text}"')
    assert lines(all_tied(load(tiny_folder).deck)[text])[-1] == end


def test_a_deck_is_broken_in_the_same_way_when_it_is_opened_for_the_first_time(deck, tiny_folder, tmp_path):
    text = "开放引领和口岸联动效应初步显现" + LONG
    deck(text)
    cache = tmp_path / "cache"
    plain = tied(text)
    open_deck(tiny_folder, cache)
    first = tied(text)
    assert first != plain
    for _ in ("the one before is still shown", "two later"):
        assert tied(text) == first
        typeset.recall(None, {})
    assert tied(text) == plain
    open_deck(tiny_folder, cache)
    assert tied(text) == first


def test_whoever_opens_a_compiled_deck_need_not_tie_what_its_slides_say(known, tiny_folder, tmp_path):
    cache = tmp_path / "cache"
    open_deck(tiny_folder, cache)
    for _ in range(2):
        typeset.recall(None, {})
    deck = open_deck(tiny_folder, cache).deck
    for language in deck.languages:
        reader = Reader(deck, language)
        said = [reader.words(slide.title) for platform in deck.platforms for slide in platform.slides]
        assert {*said, *reader.origins()} <= {*known}


def test_no_part_of_a_text_of_the_sample_deck_is_too_long_for_a_narrow_line():
    bound = all_tied(load(SAMPLE).deck)
    assert len(bound) > 1000
    for text, whole in bound.items():
        assert untied(whole) == untied(text)
        assert max(len(re.findall("[\u4e00-\u9fff]", part)) for part in lines(whole) or [""]) <= 9, text
