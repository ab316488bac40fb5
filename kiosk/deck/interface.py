"""The booth's own words, in each language that it speaks. To add a language, add its entry to `INTERFACE`."""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record_by_name


@record_by_name
class Interface:
    """Everything on screen that does not come from the deck."""

    name: str
    """The language's name in itself, as its button shows it."""
    touch: str
    """Under every scene of the attract loop."""
    home: str
    text_size: str
    contrast: str
    """Beside the signs of what a visitor can set besides the size of the text."""
    motion: str
    reach: str
    previous: str
    """What the arrows of the bar are called by those who have them read out."""
    next: str
    slide: str
    """What a dot of the bar is called: which slide (`number`) of how many (`all`)."""
    source: str
    """Before the line that says where a slide's numbers come from."""
    sources: str
    """Above the sheet that tells more about them."""
    more: str
    """After the first few sources of a line that has many: how many there are besides (`rest`), or in all (`all`)."""
    close: str
    exploring: str
    """The question to somebody who stopped touching …"""
    touch_on: str
    """… and what to do about it."""
    calm: str
    """Where a deck has nothing that could be shown."""
    calm_more: str
    touch_chart: str
    """Beside a chart: that its marks answer to a touch."""
    numbers: str
    """What shows the table behind a chart …"""
    chart: str
    """… and what shows the chart again."""
    open: str
    """On what leads from a mark to its platform."""
    map: str
    """What leads from the hub to the map."""
    compare: str
    """What leads from the hub to two platforms side by side …"""
    compare_this: str
    """… and what leads there from one of them."""
    change: str
    """What offers other platforms for a side of the comparison …"""
    choose: str
    """… and what stands above them."""
    swap: str
    """What has the two platforms change sides."""
    no_words: str
    """What stands where a platform has no words for what the other one has."""
    adviser: str
    """What leads from the hub to the questions that find a visitor's platforms."""
    change_answers: str
    """What leads from the result back to the last question."""
    skip: str
    """What leaves a question open."""
    earlier: str
    """What leads to the question before."""
    suited: str
    """Above the platforms that suit the visitor …"""
    rule: str
    """… and by what they are ranked."""
    rank: str
    """Before it, where a platform (`rank`) has its rank alone …"""
    joint_rank: str
    """… and where it shares it."""
    fits: str
    """How many of the answers (`given`) a platform fits (`fits`)."""
    equal: str
    """How many more suit as well as the last one shown (`count`)."""
    compare_best: str
    """What puts the two best side by side."""
    again: str
    """What begins with the first question again."""
    unsuited: str
    """Where no platform suits the visitor …"""
    unsuited_more: str
    """… and what to do about it."""
    take_home: str
    """What leads from the hub to the codes that carry the content."""
    take_home_how: str
    part: str
    """Which of several codes."""
    in_code: str
    """Above the titles of the slides that a code holds."""
    key_figures: str
    """Above them where the visitor has not seen a slide yet."""
    next_code: str
    """Where there are several codes."""
    left_out: str
    """Where the codes hold only the slides seen last; `rest` is how many more there were."""
    contact: str
    """Above whom to turn to."""
    lead: str
    """What leads to the card on which visitors leave their contact; its other words stand in `lead_words.py`."""
    whole: str
    """What shows the whole of a chart that is enlarged."""
    no_figure: str
    """What a map says of a place without a number."""
    rows_left_out: str
    """Below the rows of a table of which only some are shown (`shown` of `all`)."""
    list_comma: str
    """Between two sources of one line."""
    keyboard: str
    """What the keyboard on the screen is called by those who have it read out, and below what its keys are called."""
    key_next: str
    """On the key that leads to the next line …"""
    key_done: str
    """… on the one that folds the keyboard away …"""
    key_ok: str
    """… and on the one that ends a word, leaving its letters as they are."""
    key_space: str
    key_shift: str
    key_erase: str
    key_left: str
    key_right: str
    key_signs: str
    key_letters: str
    key_language: str
    key_earlier: str
    """What leads to the words before those that are offered …"""
    key_later: str
    """… and to more of them."""


INTERFACE: Final = {
    "en": Interface(
        name="English",
        touch="Touch to begin",
        home="All platforms",
        text_size="Text size",
        contrast="High contrast",
        motion="Less motion",
        reach="Low reach",
        previous="Back",
        next="Next",
        slide="Slide {number} of {all}",
        source="Source: ",
        sources="Where this comes from",
        more=" and {rest} more",
        close="Close",
        exploring="Still exploring?",
        touch_on="Touch anywhere to go on",
        calm="Back soon",
        calm_more="This screen is being prepared.",
        touch_chart="Touch the chart to read it",
        numbers="The numbers",
        chart="The chart",
        open="Open",
        map="On the map",
        compare="Compare two platforms",
        compare_this="Compare this platform",
        change="Change",
        choose="Choose a platform",
        swap="Change sides",
        no_words="not in our sources",
        adviser="Which platform suits you?",
        change_answers="Change answers",
        skip="No preference",
        earlier="Question before",
        suited="What suits you best",
        rule="Ranked only by how many of your answers have a fact behind them",
        rank="No. {rank} · ",
        joint_rank="Joint no. {rank} · ",
        fits="answers that fit: {fits} of {given}",
        equal="{count} more level with the last one",
        compare_best="Compare the first two",
        again="Start again",
        unsuited="No platform stands out",
        unsuited_more="Nothing in our sources speaks for these answers. Change them, or look at all platforms.",
        take_home="Take it home",
        take_home_how="Point your phone's camera at the code.\nIt works without a network.",
        part="{part} of {parts}",
        in_code="In this code",
        key_figures="No slide opened yet: here are the key figures",
        next_code="Save each code, one after the other.",
        left_out="Your latest slides are in; {rest} earlier ones found no room.",
        contact="Contact",
        lead="Leave your contact",
        whole="Whole chart",
        no_figure="no figure",
        rows_left_out="{shown} of {all:,} rows are shown",
        list_comma="; ",
        keyboard="Keyboard",
        key_next="Next",
        key_done="Done",
        key_ok="OK",
        key_space="Space",
        key_shift="Capitals",
        key_erase="Delete",
        key_left="Cursor to the left",
        key_right="Cursor to the right",
        key_signs="Digits and signs",
        key_letters="Letters",
        key_language="English or Chinese",
        key_earlier="Words before these",
        key_later="More words",
    ),
    "zh": Interface(
        name="中文",
        touch="轻触屏幕，开始了解",
        home="全部平台",
        text_size="字号",
        contrast="高对比度",
        motion="减少动画",
        reach="低位操作",
        previous="上一页",
        next="下一页",
        slide="第{number}页，共{all}页",
        source="来源：",
        sources="数据出处",
        more="等{all}项",
        close="关闭",
        exploring="还在浏览吗？",
        touch_on="轻触屏幕继续",
        calm="马上回来",
        calm_more="内容正在准备中。",
        touch_chart="轻触图形查看数值",
        numbers="查看数据",
        chart="查看图表",
        open="打开",
        map="看地图",
        compare="对比两个平台",
        compare_this="对比此平台",
        change="更换",
        choose="请选择平台",
        swap="左右互换",
        no_words="资料未载",
        adviser="哪个平台适合您？",
        change_answers="修改回答",
        skip="没有偏好",
        earlier="上一题",
        suited="最适合您的平台",
        rule="排名只看一点：您的回答中有几项得到事实支持",
        rank="第{rank}位 · ",
        joint_rank="并列第{rank}位 · ",
        fits="{given}项回答，{fits}项相符",
        equal="另有{count}个平台与最后一名并列",
        compare_best="对比前两个平台",
        again="重新选择",
        unsuited="暂无特别合适的平台",
        unsuited_more="现有资料中没有支持这些回答的内容。您可以修改回答，或查看全部平台。",
        take_home="带走资料",
        take_home_how="用手机相机扫描二维码即可保存，无需联网。",
        part="{part}/{parts}",
        in_code="本码内容",
        key_figures="您还没有打开页面，先带走重点数据",
        next_code="请逐个扫描保存。",
        left_out="已收入您最近看过的页面，更早的{rest}页未能收入。",
        contact="联系方式",
        lead="留下联系方式",
        whole="显示全图",
        no_figure="无数据",
        rows_left_out="共{all}行，显示其中{shown}行",
        list_comma="；",
        keyboard="键盘",
        key_next="下一项",
        key_done="完成",
        key_ok="确定",
        key_space="空格",
        key_shift="大写",
        key_erase="删除",
        key_left="光标左移",
        key_right="光标右移",
        key_signs="数字和符号",
        key_letters="字母",
        key_language="中英文切换",
        key_earlier="前面的候选字词",
        key_later="更多候选字词",
    ),
}


def interface(language: str) -> Interface:
    """The booth's words in a language, whatever its region; in English where it does not speak it."""
    return INTERFACE.get(language) or INTERFACE.get(language.partition("-")[0]) or INTERFACE["en"]
