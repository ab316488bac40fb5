"""Makes the keyboard's table of Chinese words by their Pinyin: `assets/pinyin/words.txt`.

Run at the repository's top, with the two packages whose data it is made of, which nothing else needs:

    uv run --no-project --with pypinyin==0.55.0 --with jieba==0.42.1 python tests/tools/pinyin_table.py

pypinyin (MIT) knows how words and characters are read, jieba's dictionary (MIT) how often words are written. A line
has the first letters of a word's syllables, and then, for each reading with these, its words with a weight: ten times
the logarithm to base ten of how often each is written, in two digits. The lines are sorted, for a search by halves.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from pypinyin import Style, lazy_pinyin, pinyin  # noqa: E402

from kiosk.keyboard.syllables import SEPARATOR, SYLLABLES  # noqa: E402

Words = dict[tuple[tuple[str, ...], str], float]

TABLE = ROOT / "assets" / "pinyin" / "words.txt"
OWN = ROOT / "assets" / "pinyin" / "own.txt"
RARE = 10
"""A word that is written less often is left out; its characters are there."""
LONGEST = 8
"""Characters of a word."""
MODERN = (
    "喆玥镕堃昇祎珺翀彧赟頔垚淏珅玘禛瑆玹珣琤煊烨焜燊翊翾苡茜菡萱蓁蕤祺禔祐祾稹竑笙筠芃茉荥"
    "莜菀蒽薷邺郗郾甯晞晟昕旻旸昉晗暄暐曈杺柃梓栩楒楠榕樾檩沄泓洺浠涵淇渼湉湲溱滢漪潆濛瀚灏"
)
"""Characters that names have today and that GB 2312 does not, or that jieba never met."""
SURNAMES_READ = (
    "单 shan, 仇 qiu, 区 ou, 解 xie, 查 zha, 曾 zeng, 任 ren, 盖 ge, 朴 piao, 洗 xian, 冼 xian, 尹 yin, "
    "葛 ge, 翟 zhai, 缪 miao, 覃 qin, 乐 yue, 员 yun, 种 chong, 折 she, 黑 he, 秘 bi, 召 shao, "
    "万俟 mo'qi, 尉迟 yu'chi, 长孙 zhang'sun, 澹台 tan'tai, 令狐 ling'hu, 呼延 hu'yan, 欧阳 ou'yang, "
    "上官 shang'guan, 司马 si'ma, 诸葛 zhu'ge, 东方 dong'fang, 皇甫 huang'fu, 公孙 gong'sun, 慕容 mu'rong, "
    "夏侯 xia'hou, 轩辕 xuan'yuan"
)
"""Those that are not read as the same character is elsewhere, and those of two characters."""
SURNAMES = dict(each.split(" ") for each in SURNAMES_READ.split(", "))
ODD = {"hm": "hen", "hng": "heng", "m": "mu", "n": "en", "ng": "en", "ê": "ei", "fiao": "", "kei": "kei", "lo": "luo"}
"""Readings that are no syllable somebody would type."""


def gb2312() -> list[str]:
    """Its 6763 characters."""
    found = []
    for row in range(16, 88):
        for cell in range(1, 95):
            try:
                found.append(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312"))
            except UnicodeDecodeError:  # the last five places of a row
                continue
    return found


def readings(character: str) -> list[str]:
    """All of a character's readings, the usual one first."""
    raw = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    usual = [ODD.get(reading, reading) for reading in raw]
    return list(dict.fromkeys(reading for reading in usual if reading in SYLLABLES))


def read(word: str) -> tuple[str, ...]:
    """How a word is read; empty where that is not known."""
    found = tuple(ODD.get(each, each) for each in lazy_pinyin(word, style=Style.NORMAL, v_to_u=False))
    return found if len(found) == len(word) and all(each in SYLLABLES for each in found) else ()


def as_name(word: str, spoken: tuple[str, ...]) -> tuple[str, ...]:
    """The reading of somebody's name, whose first character or two may be a surname with a reading of its own."""
    surname = next((word[:end] for end in (2, 1) if word[:end] in SURNAMES), "")
    read_as = tuple(SURNAMES[surname].split(SEPARATOR)) if surname else ()
    return read_as + spoken[len(read_as) :]


def weight(count: float) -> int:
    return min(99, round(10 * math.log10(max(1.0, count))))


def dictionary(known: set[str]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """jieba's words of known characters: each with its reading, and how often it is written."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if known.issuperset(word) and (spoken := read(word)):
            yield word, as_name(word, spoken) if kind.startswith("nr") and len(word) > 1 else spoken, int(count)


def own() -> Iterator[tuple[str, tuple[str, ...], int]]:
    """The same of the words that the dictionary has too seldom."""
    for word, spoken in SURNAMES.items():
        yield word, tuple(spoken.split(SEPARATOR)), 100
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, count = line.split()
            yield word, read(word), int(count)


def collect() -> Words:
    """Every word, by its reading and its text, with how often it is written."""
    known = set(gb2312()) | set(MODERN)
    words: Words = defaultdict(float)
    written: dict[tuple[str, str], float] = defaultdict(float)
    for word, spoken, count in dictionary(known):
        for character, syllable in zip(word, spoken, strict=True):
            written[character, syllable] += count
        if count >= RARE and 1 < len(word) <= LONGEST:
            words[spoken, word] = count
    for character in sorted(known):
        for place, reading in enumerate(readings(character)):
            words[(reading,), character] = max(1.0, written[character, reading] / (1 if place == 0 else 2))
    for word, spoken, count in own():
        words[spoken, word] = max(words[spoken, word], count)
    return words


def main() -> None:
    words = collect()
    lines: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for (spoken, word), count in words.items():
        lines["".join(each[0] for each in spoken)][SEPARATOR.join(spoken)].append((-weight(count), word))
    with TABLE.open("w", encoding="utf-8", newline="\n") as table:
        for initials in sorted(lines):
            groups = (
                f"{spoken}:" + ",".join(f"{word}{-less:02}" for less, word in sorted(group))
                for spoken, group in sorted(lines[initials].items())
            )
            table.write(f"{initials} {' '.join(groups)}\n")
    print(len(words), "words,", TABLE.stat().st_size, "bytes")  # noqa: T201


if __name__ == "__main__":
    main()
