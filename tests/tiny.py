"""A small, sound deck with one slide of every layout, for tests that need a deck of which they know everything."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

DECK = """\
title: {en: Tiny, zh: 小}
languages: [en, zh]
theme: day
idle: {ask_after: 30, return_after: 10, scene: 5}
attract:
  - sentence: {en: Hello, zh: 你好}
  - sentence: {en: Trade grows, zh: 贸易增长}
    figure:
      value: 359.5
      unit: billion CNY
      label: {en: trade, zh: 进出口}
      source: bureau
indicators:
  - id: area
    label: {en: Area, zh: 面积}
    unit: km2
  - id: focus
    label: {en: Focus, zh: 主导产业}
units:
  - id: boats
    after: {en: boats, zh: 艘}
groups:
  - id: one
    name: {en: One area, zh: 一区}
    digit: 1
    colour: gold
  - id: two
    name: {en: Two zones, zh: 两区}
    digit: 2
    colour: jade
"""

SOURCES = """\
bureau:
  title: {en: Yearbook, zh: 年鉴}
  publisher: {en: Bureau, zh: 统计局}
  date: 2020-12
press:
  title: {en: Report, zh: 报道}
  publisher: {en: Press, zh: 新闻社}
  date: 2021-03-04
  url: https://example.org/report
"""

OVERVIEW = """\
name: {en: Overview, zh: 总览}
slides:
  - id: welcome
    layout: cover
    title: {en: Welcome, zh: 欢迎}
    subtitle: {en: A small deck, zh: 小样}
    image: pictures/port.png
  - id: idea
    layout: statement
    title: {en: Openness is a habit, zh: 开放是一种习惯}
    sources: [press]
  - id: numbers
    layout: figures
    title: {en: In numbers, zh: 数说}
    figures:
      - value: 5105
        unit: companies
        label: {en: companies, zh: 企业}
        source: bureau
      - value: 32.08
        unit: billion USD
        qualifier: about
        label: {en: contracts, zh: 合同}
        source: press
        period: {en: by 2020, zh: 截至2020年}
"""

RIVER = """\
name: {en: River zone, zh: 江区}
short: {en: River, zh: 江}
group: one
place: {longitude: 106.5, latitude: 29.6}
indicators:
  - id: area
    value: 120.5
    source: bureau
  - id: focus
    text: {en: Logistics, zh: 物流}
    source: press
slides:
  - id: river-profile
    layout: profile
    title: {en: At a glance, zh: 概览}
  - id: trade
    layout: chart
    title: {en: Trade by year, zh: 历年贸易}
    chart:
      kind: bar
      table: trade.csv
      unit: billion CNY
      sources: [bureau]
      title: {en: Trade, zh: 进出口}
      series:
        - column: exports
          name: {en: Exports, zh: 出口}
        - column: imports
          name: {en: Imports, zh: 进口}
      highlight: 2020
"""

HILL = """\
name: {en: Hill zone, zh: 山区}
group: two
slides:
  - id: history
    layout: timeline
    title: {en: History, zh: 历程}
    events:
      - period: 2010
        text: {en: Founded, zh: 成立}
        source: bureau
      - period: 2020
        text: {en: Grown, zh: 壮大}
        source: press
  - id: sights
    layout: gallery
    title: {en: Sights, zh: 风貌}
    pictures:
      - image: pictures/port.png
        caption: {en: The port, zh: 港口}
        source: press
  - id: more
    layout: text
    title: {en: More, zh: 更多}
    text: {en: A few words., zh: 几句话。}
    points:
      - name: {en: Rail, zh: 铁路}
    sources: [press]
"""

TRADE = """\
year,exports,imports,qualifier,source,note
2018,100.5,80,,,
2019,120,90.25,about,press,
2020,150,95,,bureau,first full year
"""

FILES = {
    "deck.yaml": DECK,
    "sources.yaml": SOURCES,
    "overview.yaml": OVERVIEW,
    "river.yaml": RIVER,
    "hill.yaml": HILL,
    "trade.csv": TRADE,
}


ADVISER = """\
questions:
  - id: work
    text: {en: "What do you do?", zh: 您做什么？}
    answers:
      - id: make
        text: {en: Make, zh: 制造}
      - id: trade
        text: {en: Trade, zh: 贸易}
        note: {en: Here and there, zh: 内外兼顾}
  - id: route
    text: {en: "Which way?", zh: 怎么走？}
    answers:
      - id: rail
        text: {en: Rail, zh: 铁路}
      - id: road
        text: {en: Road, zh: 公路}
"""

SUITS = {
    "river.yaml": """\
suits:
  - answer: make
    because: {en: Ships, zh: 造船}
    source: bureau
  - answer: rail
    because: {en: A station, zh: 有车站}
    source: press
""",
    "hill.yaml": """\
suits:
  - answer: rail
    because: {en: A tunnel, zh: 有隧道}
    source: press
""",
}
"""What speaks for two platforms; nothing does for who trades or drives."""


def add_adviser(folder: Path) -> None:
    """Have the deck in a folder advise its visitors."""
    (folder / "adviser.yaml").write_text(ADVISER, encoding="utf-8")
    for name, suits in SUITS.items():
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text + suits, encoding="utf-8")


LEADS = """\
leads:
  key: KEY
  version: 2026-05
  keep_days: 30
  consent:
    en: The office may keep what I entered and write to me about the platforms.
    zh: 主办方可保存我填写的内容，并就这些平台与我联系。
  thanks: {en: We will write within a week., zh: 我们将在一周内与您联系。}
"""


def add_leads(folder: Path, key: str, leads: str = LEADS) -> None:
    """Have the deck in a folder ask visitors for their contact, sealed with a public key."""
    deck = folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + leads.replace("KEY", key), encoding="utf-8")


def write_tiny_deck(folder: Path) -> None:
    """Write the deck into a folder, which is made where it does not exist."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pictures" / "port.png").write_bytes(tiny_png(16, 9))


def tiny_png(width: int, height: int) -> bytes:
    """A PNG picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x2f\xa2\x94" * width) * height
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
