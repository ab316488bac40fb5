"""The console's own words, in each language that the booth speaks itself."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "ahead": ("{time} ahead", "提前{time}"),
    "behind": ("{time} behind", "落后{time}"),
    "clear": ("Clear", "清除"),
    "coming": ("Next: {what}", "下一步：{what}"),
    "console_came": ("A second screen came: the console is here.", "检测到第二块屏幕，控制台已显示在此。"),
    "console_moved": ("The console's screen is gone: it moved here.", "控制台所在屏幕已断开，控制台移至此处。"),
    "cover_black": ("Black", "黑屏"),
    "cover_black_now": ("The audience sees a black screen", "观众看到的是黑屏"),
    "cover_white": ("White", "白屏"),
    "cover_white_now": ("The audience sees a white screen", "观众看到的是白屏"),
    "draw": ("Draw", "画笔"),
    "end": ("End talk", "结束演示"),
    "end_sure": ("Tap again to end", "再点一次即结束"),
    "erase": ("Erase", "擦除"),
    "find": ("Find", "查找"),
    "find_hint": ("A number or a word", "数字或词语"),
    "find_more": (
        "Type what was asked: 44.7, 500 billion, bonded. A tap on a hit shows its slide.",
        "输入被问到的内容，如44.7、5000亿、保税。点按结果即可显示该页。",
    ),
    "find_nothing": ("Nothing in this presentation says that", "本演示中没有相关内容"),
    "goes_on": ("{count} more steps on this slide", "本页还有{count}步"),
    "goes_on_one": ("One more step on this slide", "本页还有1步"),
    "guest": ("The guest's name", "来宾名称"),
    "guest_hint": ("The guest's name, for the welcome slide", "来宾名称（显示在欢迎页）"),
    "identify": ("Identify", "标识屏幕"),
    "ink_failed": ("The drawings could not be saved", "标注未能保存"),
    "ink_none": ("There is nothing to save yet", "暂无标注可保存"),
    "ink_saved": ("Saved in {folder}", "已保存至{folder}"),
    "language": ("Console: ", "控制台："),
    "larger": ("Larger", "放大"),
    "last": ("This was the last slide", "已是最后一页"),
    "next": ("Next", "下一步"),
    "no_notes": ("No notes for this slide", "本页没有备注"),
    "notes": ("Notes", "备注"),
    "of": ("of {time}", "共{time}"),
    "on_time": ("On time", "节奏正常"),
    "one_left": (
        "Only one screen is left: it has the show. S brings the console.",
        "仅剩一块屏幕，用于演示。按S键切换到控制台。",
    ),
    "overview": ("Grid", "总览"),
    "pause": ("Pause", "暂停"),
    "phone": ("Phone", "手机遥控"),
    "phone_here": ("A phone is the remote now.", "手机已连接，可用于遥控。"),
    "phone_how": (
        "Scan with a phone in the same network. The code lets one phone in.",
        "请用同一网络中的手机扫码。此码仅限一部手机使用。",
    ),
    "phone_none": ("There is no network that a phone could be in", "没有可用的局域网"),
    "phone_off": ("Switch off", "关闭"),
    "pointer": ("Pointer", "指示"),
    "previous": ("Back", "上一步"),
    "reset": ("Reset", "重置"),
    "route": ("Route", "路线"),
    "route_minutes": ("{count} min", "{count}分钟"),
    "save_ink": ("Save ink", "保存标注"),
    "screen_came": ("One more screen is there. Nothing was moved.", "检测到新的屏幕，显示位置未变。"),
    "show_language": ("Show: ", "演示："),
    "show_moved": ("The show's screen is gone: the show goes on here.", "演示屏幕已断开，演示在其他屏幕继续。"),
    "slides": ("Slides", "页面"),
    "smaller": ("Smaller", "缩小"),
    "spot": ("Spotlight", "聚光"),
    "start": ("Start", "开始"),
    "swap": ("Swap", "切换"),
    "swapped": ("Show and console have changed screens.", "演示与控制台已互换屏幕。"),
    "talk": ("Talk", "演示"),
    "timer": ("Timer", "计时"),
    "title": ("Presenter", "演示控制台"),
    "undo": ("Undo", "撤销"),
    "whole": ("The whole presentation", "全部内容"),
}


def word(name: str, language: str) -> str:
    """What the console says for a name. Raises KeyError for one that it does not know."""
    return WORDS[name][language.partition("-")[0] == "zh"]
