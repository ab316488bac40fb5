"""The words of the operator's pad and panel, in each language that the booth speaks itself.

Beside `interface.py`, whose words every booth needs before its first screen.
"""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record_by_name


@record_by_name
class OperatorWords:
    """Everything that an operator reads on the screen."""

    pin: str
    """Above the pad."""
    wrong: str
    wait_seconds: str
    """Where no PIN is looked at for so long (`seconds`) …"""
    wait_minutes: str
    """… or so long (`minutes`)."""
    looks: str
    """While a PIN is looked at."""
    enter: str
    erase: str
    cancel: str
    panel: str
    """Above the panel."""
    running: str
    deck: str
    folder: str
    version: str
    """Of the deck: its fingerprint."""
    since: str
    uptime: str
    """So many `days`, `hours` and `minutes`."""
    software: str
    state: str
    """Before what is left out after crashes …"""
    less: str
    """… some `slides` …"""
    good: str
    """… or what was changed since the deck last ran well …"""
    nothing: str
    """… or everything."""
    problems: str
    no_problems: str
    more_problems: str
    """How many (`rest`) more than find room."""
    language: str
    theme: str
    sizes: tuple[str, str, str]
    """The three sizes of the text."""
    ask_after: str
    return_after: str
    seconds: str
    for_this_run: str
    keep: str
    kept: str
    reload: str
    decks: str
    test: str
    export: str
    cleaning: str
    restart: str
    quit: str
    no_decks: str
    """Where there is no other deck to choose."""
    test_how: str
    """What to do at the test of the screen."""
    tested: str
    """How many (`count`) of the fields (`all`) have felt a finger."""
    done: str
    cleaning_how: str
    restart_sure: str
    restart_more: str
    quit_sure: str
    quit_more: str
    no_stick: str
    """Where nothing is plugged in to export to."""
    exporting: str
    exported: str
    """To which `folder`, and that the stick may be pulled out."""
    not_exported: str
    """And why (`reason`)."""


OPERATOR_WORDS: Final = {
    "en": OperatorWords(
        pin="Operator's PIN",
        wrong="That is not the PIN",
        wait_seconds="Wait {seconds} seconds",
        wait_minutes="Wait {minutes} minutes",
        looks="One moment",
        enter="Enter",
        erase="Erase",
        cancel="Cancel",
        panel="Operator's panel",
        running="What is running",
        deck="Deck",
        folder="Folder",
        version="Version",
        since="Since",
        uptime="{days} d {hours} h {minutes} min",
        software="Software",
        state="After crashes",
        less="without {slides}",
        good="the version that last ran well",
        nothing='"Back soon"',
        problems="Problems of the deck: {count}",
        no_problems="No problems found in the deck",
        more_problems="{rest} more: `kiosk check` names them all",
        language="Language",
        theme="Theme",
        sizes=("Normal", "Large", "Largest"),
        ask_after="Ask after",
        return_after="Return after",
        seconds="{seconds} s",
        for_this_run="Changes apply until the booth is started again",
        keep="Keep for this machine",
        kept="Kept for this machine",
        reload="Reload deck",
        decks="Choose deck",
        test="Screen test",
        export="Export logs",
        cleaning="Clean the screen",
        restart="Restart",
        quit="Quit",
        no_decks="No other deck beside this one, and none on a stick",
        test_how="Draw a finger over every field.\nThen put down two at once.",
        tested="{count} of {all} fields",
        done="Done",
        cleaning_how="Wipe now: the screen does not answer",
        restart_sure="Restart the booth?",
        restart_more="The screen is dark for a moment. Visitors begin anew.",
        quit_sure="Quit the booth?",
        quit_more="The screen stays empty until somebody starts it again.",
        no_stick="No stick found: plug one in and try again",
        exporting="Copying to the stick; leave it plugged in",
        exported="Copied to {folder}. You can pull the stick out now.",
        not_exported="Not copied: {reason}",
    ),
    "zh": OperatorWords(
        pin="操作员密码",
        wrong="密码不正确",
        wait_seconds="请等待{seconds}秒",
        wait_minutes="请等待{minutes}分钟",
        looks="请稍候",
        enter="确定",
        erase="删除",
        cancel="取消",
        panel="操作面板",
        running="运行情况",
        deck="内容",
        folder="文件夹",
        version="版本",
        since="启动时间",
        uptime="已运行{days}天{hours}小时{minutes}分钟",
        software="软件",
        state="故障之后",
        less="已停用：{slides}",
        good="显示此前运行正常的版本",
        nothing="显示“马上回来”",
        problems="内容中的问题：{count}个",
        no_problems="内容检查无误",
        more_problems="另有{rest}个，运行kiosk check可查看全部",
        language="语言",
        theme="主题",
        sizes=("标准", "大", "特大"),
        ask_after="无操作多久后询问",
        return_after="询问多久后返回",
        seconds="{seconds}秒",
        for_this_run="所做更改在重新启动前有效",
        keep="保存到本机",
        kept="已保存到本机",
        reload="重新加载",
        decks="选择内容",
        test="屏幕测试",
        export="导出日志",
        cleaning="清洁屏幕",
        restart="重新启动",
        quit="退出",
        no_decks="附近文件夹和U盘中没有其他内容",
        test_how="请用手指划过每一格，\n再同时按下两指。",
        tested="已触摸{count}格，共{all}格",
        done="完成",
        cleaning_how="现在可以擦拭，屏幕暂不响应",
        restart_sure="重新启动展台？",
        restart_more="屏幕会短暂变黑，观众将从头开始浏览。",
        quit_sure="退出展台？",
        quit_more="退出后屏幕不再显示内容，需有人重新启动。",
        no_stick="未找到U盘，请插入后重试",
        exporting="正在复制，请勿拔出U盘",
        exported="已复制到{folder}，现在可以拔出U盘。",
        not_exported="未能复制：{reason}",
    ),
}


def operator_words(language: str) -> OperatorWords:
    """The operator's words in a language, whatever its region; in English where there are none."""
    return OPERATOR_WORDS.get(language) or OPERATOR_WORDS.get(language.partition("-")[0]) or OPERATOR_WORDS["en"]
