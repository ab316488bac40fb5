"""The deck that ships says every fact of the article that it was made from, in both languages."""

from __future__ import annotations

import re

import pytest

from kiosk.deck.outline import outline as lines

FACTS = {
    "F01": {
        "en": ("1+2+7+9 system",),
        "zh": ("“1+2+7+9”体系",),
    },
    "F02": {
        "en": ("1 national development zone", "Liangjiang New Area"),
        "zh": ("1个国家级开发开放新区", "两江新区"),
    },
    "F03": {
        "en": (
            "2 institutional-innovation platforms",
            "Pilot Free Trade Zone",
            "China-Singapore (Chongqing) initiative",
        ),
        "zh": ("2个国家级制度创新平台", "重庆自贸试验区", "中新（重庆）互联互通项目"),
    },
    "F04": {
        "en": ("7 national development zones", "Economic-technological development zones and high-tech"),
        "zh": ("7个国家级开发区", "国家级经济技术开发区和高新技术产业开发区"),
    },
    "F05": {
        "en": ("9 customs zones and bonded centres", "bonded logistics centre"),
        "zh": ("9个海关特殊监管区域和保税物流中心",),
    },
    "F06": {
        "en": ("Chongqing Municipal Commission of Commerce",),
        "zh": ("重庆市商务委员会",),
    },
    "F07": {
        "en": ("foreign trade settled above 500 billion yuan a year", ">500 billion yuan"),
        "zh": ("外贸进出口总额稳定在5000亿元以上", ">5000亿元"),
    },
    "F08": {
        "en": ("Foreign capital used settled above 10 billion US dollars a year", ">10 billion US dollars"),
        "zh": ("每年利用外资稳定在100亿美元以上", ">100亿美元"),
    },
    "F09": {
        "en": ("293 Fortune Global 500 companies were present in Chongqing",),
        "zh": ("在渝世界500强企业达293家",),
    },
    "F10": {
        "en": ("13th Five-Year Plan", "the key platforms took on ever more of the lead"),
        "zh": ("“十三五”", "重点开放平台的引领作用持续增强"),
    },
    "F11": {
        "en": (
            "Its lead in opening up and its combination of ports show first results",
            "essential gateway for the inland",
        ),
        "zh": ("开放引领和口岸联动效应初步显现", "内陆走向世界的重要门户"),
    },
    "F12": {
        "en": ("advanced manufacturing and modern services",),
        "zh": ("先进制造业和现代服务业的集聚基地",),
    },
    "F13": {
        "en": ("Liangjiang Digital Economy Industrial Park has 5,105 registered digital-economy firms",),
        "zh": ("两江数字经济产业园注册数字经济企业5,105家",),
    },
    "F14": {
        "en": ("digital-economy firms above designated size reached 359.5 billion yuan",),
        "zh": ("规模以上数字经济企业产值达3595亿元",),
    },
    "F15": {
        "en": ("In five years 228 contracts were signed",),
        "zh": ("五年间，中新互联互通项目累计签约228个",),
    },
    "F16": {
        "en": ("about 32.08 billion US dollars", "≈32.08 billion US dollars"),
        "zh": ("总金额约320.8亿美元", "≈320.8亿美元"),
    },
    "F17": {
        "en": ("6.59 billion US dollars of foreign capital was actually used",),
        "zh": ("实际利用外资65.9亿美元",),
    },
    "F18": {
        "en": ("works in seven areas", "7 areas", "Liangjiang Digital Economy Industrial Park", "Xiantao Data Valley"),
        "zh": ("接入7个区域", "两江数字经济产业园", "仙桃数据谷"),
    },
    "F19": {
        "en": ("Telemedicine", "Smart education", "Smart logistics", "Cross-border e-commerce"),
        "zh": ("远程医疗", "智慧教育", "智慧物流", "跨境电商"),
    },
    "F20": {
        "en": ("more than 240 institutional innovations",),
        "zh": ("240多项制度创新成果",),
    },
    "F21": {
        "en": ("More than a quarter of the city's importers and exporters",),
        "zh": ("全市四分之一以上的进出口企业",),
    },
    "F22": {
        "en": ("about 70 percent of foreign trade",),
        "zh": ("约七成的进出口贸易",),
    },
    "F23": {
        "en": ("44.7 percent of foreign direct investment",),
        "zh": ("44.7%的外商直接投资",),
    },
    "F24": {
        "en": ("Chongqing Science Center", "Joins hands with Peking University"),
        "zh": ("重庆科学中心", "与北京大学合作建设"),
    },
    "F25": {
        "en": ("centre of science and technology innovation with national influence",),
        "zh": ("具有全国影响力的科技创新中心",),
    },
    "F26": {
        "en": ("43 new research and development institutions have been brought in and are being built",),
        "zh": ("引进建设新型研发机构43家",),
    },
    "F27": {
        "en": ("University of Electronic Science and Technology of China", "China United Microelectronics Center"),
        "zh": ("电子科技大学", "联合微电子中心"),
    },
    "F28": {
        "en": ("Opening up is the road China must take", "platforms carry it", "episode four"),
        "zh": ("开放是必由之路", "开放离不开平台和载体", "第四期"),
    },
}
"""What must be read of each fact, in each language."""


@pytest.fixture(scope="module")
def outlines(real) -> dict[str, str]:
    """All text that a visitor can read, by language."""
    return {language: "\n".join(lines(real.deck, language)) for language in real.deck.languages}


def test_the_deck_is_sound(real):
    assert [str(problem) for problem in real.problems] == []


def test_every_fact_is_listed():
    assert list(FACTS) == [f"F{number:02}" for number in range(1, 29)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("fact", FACTS)
def test_fact_can_be_read(outlines, fact, language):
    missing = [text for text in FACTS[fact][language] if text not in outlines[language]]
    assert not missing


def test_english_has_no_chinese(outlines):
    assert re.findall("[\u2e80-\u9fff]+", outlines["en"]) == []


def test_chinese_has_no_english_notes(outlines):
    """A row's note stands in the column `note`, and in Chinese in `note.zh`."""
    notes = re.findall(r"\([A-Za-z0-9][^()\u2e80-\u9fff]* [^()\u2e80-\u9fff]*\)", outlines["zh"])
    assert notes == []


def test_nothing_of_the_web_page_came_along(outlines):
    for text in outlines.values():
        for remnant in ("Cookie", "Privacy", "photo credit", "@", "67230470"):
            assert remnant not in text
