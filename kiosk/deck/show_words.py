"""The words of a show on the audience's screen, in each language that the booth speaks itself.

Beside `interface.py`, whose words every booth needs before its first screen.
"""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record_by_name


@record_by_name
class ShowWords:
    """Everything of the interface that is read while somebody presents."""

    slides: str
    """Above all slides of the deck, where no route is named."""
    how: str
    """How one of them is chosen."""
    leave: str
    """What makes the booth the visitors' again …"""
    leave_key: str
    """… and by which key."""
    quit: str
    """In its place where there are no visitors."""
    keys: str
    """Above the keys."""
    next: str
    previous: str
    ends: str
    number: str
    grid: str
    near: str
    blank: str
    again: str
    language: str
    help: str
    draw: str
    timer: str
    swap: str
    named: dict[str, str]
    """What stands on the keys, by the line of the sheet that they are in."""


SHOW_WORDS: Final = {
    "en": ShowWords(
        slides="All slides",
        how="Touch a slide, or mark one and press Enter",
        leave="Back to the visitors",
        leave_key="Escape once more: back to the visitors",
        quit="End the show",
        keys="Keys while presenting",
        next="Next step",
        previous="Step before",
        ends="First slide, last slide",
        number="The slide with that number",
        grid="All slides",
        near="Larger, smaller",
        blank="Black screen, white screen",
        again="The slide again",
        language="Next language",
        help="These keys",
        draw="Pointer, pen, erase",
        timer="Stop or start the clock",
        swap="Swap the two screens",
        named={
            "next": "Right, Page Down, Space, Enter, N",
            "previous": "Left, Page Up, Backspace, P",
            "ends": "Home, End",
            "number": "Digits, then Enter",
            "grid": "Escape or G",
            "leave": "Escape twice",
            "quit": "Ctrl + Q",
            "near": "+, −, the wheel",
            "blank": "B or full stop, W",
            "again": "F5",
            "draw": "L, D, E",
            "timer": "T",
            "swap": "S",
            "language": "Shift + L",
            "help": "F1",
        },
    ),
    "zh": ShowWords(
        slides="全部页面",
        how="轻触页面即可跳转，也可用方向键选中后按回车键",
        leave="返回参观模式",
        leave_key="再按一次Esc键，返回参观模式",
        quit="结束演示",
        keys="演示快捷键",
        next="下一步",
        previous="上一步",
        ends="首页、末页",
        number="跳转到该页",
        grid="全部页面",
        near="放大、缩小",
        blank="黑屏、白屏",
        again="回到当前页",
        language="切换语言",
        help="显示快捷键",
        draw="指针、画笔、橡皮擦",
        timer="暂停或继续计时",
        swap="交换两块屏幕",
        named={
            "next": "右方向键、Page Down、空格、回车、N",
            "previous": "左方向键、Page Up、退格、P",
            "ends": "Home、End",
            "number": "页码加回车键",
            "grid": "Esc或G",
            "leave": "连按两次Esc",
            "quit": "Ctrl + Q",
            "near": "+、−、滚轮",
            "blank": "B或句点键、W",
            "again": "F5",
            "draw": "L、D、E",
            "timer": "T",
            "swap": "S",
            "language": "Shift + L",
            "help": "F1",
        },
    ),
}


def show_words(language: str) -> ShowWords:
    """The words of a show in a language, whatever its region; in English where there are none."""
    return SHOW_WORDS.get(language) or SHOW_WORDS.get(language.partition("-")[0]) or SHOW_WORDS["en"]
