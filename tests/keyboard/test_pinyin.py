"""Chinese by Pinyin, as somebody types it who does so every day."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.keyboard.pinyin import MOST, Pinyin
from kiosk.keyboard.syllables import SYLLABLES
from kiosk.keyboard.table import Table
from kiosk.places import CHINESE_WORDS

FIRST = {
    "nihao": "你好",
    "nh": "你好",
    "chongqing": "重庆",
    "chongq": "重庆",
    "touzi": "投资",
    "xiexie": "谢谢",
    "youxiangongsi": "有限公司",
    "yxgs": "有限公司",
    "zhangsan": "张三",
    "ouyang": "欧阳",
    "nv": "女",
    "lv": "律",
    "zimaoshiyanqu": "自贸试验区",
    "zmsyq": "自贸试验区",
    "yuxinou": "渝新欧",
    "xi'an": "西安",
    "fangan": "方案",
    "chongqingliangjiangxinqu": "重庆两江新区",
    "woshizhongguoren": "我是中国人",
    "zengguofan": "曾国藩",
    "zhonghuarenmingongheguo": "中华人民共和国",
    "kejiyouxiangongsi": "科技有限公司",
    "lve": "略",
    "lue": "略",
}
AMONG = {"xian": "西安", "chongqi": "重庆", "youxiangongsi": "有限", "shan": "单", "qiu": "仇", "zha": "查", "na": "那"}


def typed(letters: str) -> Pinyin:
    pinyin = Pinyin()
    for letter in letters:
        pinyin.type(letter)
    return pinyin


def texts(letters: str) -> list[str]:
    return [candidate.text for candidate in typed(letters).candidates]


@pytest.mark.parametrize(("letters", "word"), FIRST.items(), ids=FIRST)
def test_space_gives_what_people_mean(letters, word):
    assert texts(letters)[0] == word


@pytest.mark.parametrize(("letters", "word"), AMONG.items(), ids=AMONG)
def test_what_else_letters_may_mean_is_near(letters, word):
    assert word in texts(letters)[:24]


@pytest.mark.parametrize(
    ("letters", "line"),
    [("nihao", "ni'hao"), ("xian", "xian"), ("xi'an", "xi'an"), ("nh", "n'h"), ("chongq", "chong'q"), ("ni'", "ni'")],
)
def test_the_line_shows_the_syllables(letters, line):
    assert typed(letters).line == line


@pytest.mark.parametrize(
    ("letters", "surname"), {"li": "李", "zhang": "张", "wang": "王", "zeng": "曾", "shan": "单"}.items()
)
def test_a_name_begins_with_a_surname(letters, surname):
    pinyin = Pinyin()
    pinyin.names = True
    for letter in letters + "xiaoyu":
        pinyin.type(letter)
    texts = [candidate.text for candidate in pinyin.candidates if len(candidate.text) == 1]
    assert texts[0] == surname
    assert pinyin.candidates[0].text.startswith(texts[0])


def test_a_word_takes_its_syllables_and_leaves_the_rest():
    pinyin = typed("chongqingtouzi")
    place = [candidate.text for candidate in pinyin.candidates].index("重庆")
    assert not pinyin.choose(place)
    assert (pinyin.letters, pinyin.line) == ("touzi", "重庆tou'zi")
    assert pinyin.choose(0) == "重庆投资"
    assert not pinyin.writes


def test_enter_gives_the_letters():
    assert typed("ni'hao").raw() == "nihao"


def test_backspace_takes_letters_back():
    pinyin = typed("nih")
    pinyin.erase()
    assert pinyin.line == "ni"
    pinyin.erase()
    pinyin.erase()
    assert not pinyin.writes
    assert pinyin.candidates == []


def test_capitals_are_letters_too_and_an_apostrophe_needs_a_syllable():
    pinyin = Pinyin()
    assert not pinyin.type("'")
    assert pinyin.type("N")
    assert pinyin.type("'")
    assert not pinyin.type("'")
    assert pinyin.letters == "n'"


@given(st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=MOST + 5), st.data())
def test_any_letters_have_candidates_and_each_choice_takes_some(letters, data):
    pinyin = typed(letters)
    while pinyin.writes:
        before = len(pinyin.letters)
        assert pinyin.candidates
        assert all(0 < candidate.taken <= before and candidate.text for candidate in pinyin.candidates)
        pinyin.choose(data.draw(st.integers(0, len(pinyin.candidates) - 1)))
        assert len(pinyin.letters) < before


@pytest.mark.long
def test_every_character_of_gb_2312_is_there_by_one_of_its_syllables():
    reached = set()
    for syllable in SYLLABLES:
        reached.update(texts(syllable))
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    characters = {row.decode("gb2312", errors="ignore") for row in rows} - {""}
    assert len(characters) == 6763
    assert characters <= reached


def test_every_line_of_the_table_is_found_again():
    lines = CHINESE_WORDS.read_text(encoding="utf-8").splitlines()
    assert [line.split(" ")[0] for line in lines] == sorted(line.split(" ")[0] for line in lines)
    table = Table()
    for line in lines[::97]:
        spoken, _, words = line.split(" ")[-1].partition(":")
        syllables = tuple(spoken.split("'"))
        found = table.words(syllables, exact=(True,) * len(syllables))
        assert [f"{word.text}{word.weight:02}" for _, word in found] == words.split(",")
    assert table.words(("zz", "zz"), exact=(True, True)) == ()


def test_no_key_waits():
    """Ten times what is wanted of a quiet machine: 50 ms to open the table, 10 ms for a key."""
    began = time.process_time()
    Table()
    assert time.process_time() - began < 0.5
    began = time.process_time()
    for letters in ("chongqingliangjiangxinqu", "shanghaimuzhoukejiyouxiangongsi", "zszcshzh"):
        typed(letters)
    assert time.process_time() - began < 63 * 0.1


def test_the_table_and_its_licences_are_small_and_there():
    assert CHINESE_WORDS.stat().st_size < 3_000_000
    assert all(
        "MIT" in (CHINESE_WORDS.parent / f"LICENSE-{name}.txt").read_text(encoding="utf-8")
        for name in ("jieba", "pypinyin")
    )
