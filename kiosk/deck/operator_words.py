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
    actions: dict[str, str]
    """What can be done, by its name in the panel."""
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
    import_none: str
    """Where no stick has a packed deck."""
    import_looks: str
    """While the sticks are looked at."""
    look_again: str
    packed_at: str
    """When (`made`)."""
    signed: dict[str, str]
    """By whom a packed deck is signed."""
    unpacking: str
    """How many megabytes (`done`) of how many (`total`)."""
    checking: str
    will_change: str
    """How many things (`count`)."""
    unseen_change: str
    """Where nothing changes that visitors see."""
    same_deck: str
    older: str
    """That the deck, packed at `made`, is older than the one there (`there`)."""
    replace: str
    replace_older: str
    replaces: str
    """While one deck takes the place of the other."""
    replaced: str
    way_back: str
    went_back: str
    import_cancelled: str
    not_imported: str
    """Which `file`, and why (`reason`)."""
    refused: dict[str, str]
    """Why, by the kind of fault."""
    change_kinds: dict[str, str]
    change_parts: dict[str, str]
    corners_how: str
    fingers_how: str
    skip: str
    felt: str
    """Of corners and fingers."""
    not_checked: str
    check_works: str
    """Before the first step of the opening check."""
    check_names: dict[str, str]
    """What it looks at."""
    check_failed: str
    """What to do where it did not come to its end."""
    visits_count: str
    """How many (`count`), and how long on average (`mean`)."""
    visits_none: str
    visits_hours: str
    visits_languages: str
    visits_slides: str
    report: str
    """What writes the day's report onto a stick."""
    reporting: str
    """How far it is: `done` of `all`."""
    contacts_count: str
    """How many (`count`) visitors left, since which `day`."""
    contacts_none: str
    contacts_broken: str
    """How many (`count`) files of contacts are damaged."""
    contacts_copy: str
    lasted: str
    """So many `minutes` and `seconds`."""
    ready_good: str
    ready_bad: str


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
        problems="Problems: {count}",
        no_problems="No problems found",
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
        actions={
            "present": "Present",
            "end_show": "End the talk",
            "reload": "Reload deck",
            "decks": "Choose deck",
            "import": "Import deck",
            "ready": "Opening check",
            "visits": "Today's visits",
            "test": "Screen test",
            "export": "Export logs",
            "cleaning": "Clean the screen",
            "restart": "Restart",
            "quit": "Quit",
        },
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
        import_none="No packed deck (.kiosk) was found. Plug in a stick and look\u00a0again.",
        import_looks="Looking at the sticks",
        look_again="Look again",
        packed_at="packed {made}",
        signed={
            "by_ours": "signed with this booth's key",
            "by_others": "signed with an unknown key",
            "by_somebody": "signed",
            "not": "not signed",
        },
        unpacking="Unpacking: {done} of {total} MB",
        checking="Checking the deck",
        will_change="Changes: {count}",
        unseen_change="Only files change that visitors do not see.",
        same_deck="The booth has this deck already.",
        older="This deck is older. It was packed {made}, the one in use {there}.",
        replace="Replace the deck",
        replace_older="Use the older deck",
        replaces="Replacing the deck",
        replaced="The new deck is in place, and the booth shows it.",
        way_back="Back to the previous deck",
        went_back="The previous deck is back, and the booth shows it.",
        import_cancelled="Cancelled. Nothing was replaced.",
        not_imported="{file} was not imported. {reason} Nothing was replaced.",
        refused={
            "damaged": "The file is damaged: copy it again, or have the deck packed again.",
            "foreign": "The file holds what no packed deck holds: do not use it.",
            "not_packed": "It is no packed deck.",
            "newer": "It needs a newer Kiosk than this machine has.",
            "not_signed": "It is not signed with a key of this booth: have it packed with `kiosk pack --sign`.",
            "room": "The disk has too little room: remove what is not needed any more.",
            "under_way": "Another import is under way: wait until it is done.",
            "place": "The booth may not write to {folder}: call for help.",
            "stick": "It cannot be read any more: plug the stick in again.",
            "settings": "The machine's settings have a mistake, and may say whose decks are taken: have it put right.",
            "errors": "The deck has mistakes ({count}): have them put right.",
            "other": "The reason: {reason}.",
        },
        change_kinds={"new": "New", "gone": "Removed", "moved": "Moved", "changed": "Changed"},
        change_parts={
            "deck": "The deck itself",
            "source": "Source",
            "group": "Group",
            "indicator": "Indicator",
            "question": "Question",
            "platform": "Platform",
            "slide": "Slide",
            "themes": "The deck's own themes",
        },
        corners_how="Touch the mark in each corner",
        fingers_how="Put down two fingers at once",
        skip="Skip",
        felt="felt",
        not_checked="not checked",
        check_works="Looking at the machine and the deck",
        check_names={
            "check": "Opening check",
            "screen": "Screen",
            "touch": "Touchscreen",
            "deck": "Deck",
            "same": "Files",
            "fonts": "Fonts",
            "disk": "Disk",
            "clock": "Clock",
            "age": "Figures",
            "media": "Pictures and films",
            "screens": "Slides",
            "cache": "Charts",
            "corners": "Touch in the corners",
            "fingers": "Two fingers",
        },
        check_failed="The check did not come to its end: run `kiosk ready`, and call for help.",
        visits_count="{count} visits today, {mean} each on average",
        visits_none="No visits today yet. A visit counts when it is over.",
        visits_hours="By hour",
        visits_languages="Languages",
        visits_slides="Looked at longest",
        report="Report to the stick",
        reporting="Writing the report: {done} of {all}",
        contacts_count="Contacts, sealed: {count} since {day}",
        contacts_none="No visitor has left a contact yet",
        contacts_broken="damaged files: {count}",
        contacts_copy="Copy to the stick",
        lasted="{minutes} min {seconds} s",
        ready_good="Ready to open",
        ready_bad="Not ready",
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
        problems="问题：{count}个",
        no_problems="未发现问题",
        more_problems="另有{rest}个，运行`kiosk check`可查看全部",
        language="语言",
        theme="主题",
        sizes=("标准", "大", "特大"),
        ask_after="无操作多久后询问",
        return_after="询问多久后返回",
        seconds="{seconds}秒",
        for_this_run="所做更改在重新启动前有效",
        keep="保存到本机",
        kept="已保存到本机",
        actions={
            "present": "开始演示",
            "end_show": "结束演示",
            "reload": "重新加载",
            "decks": "选择内容",
            "import": "导入内容",
            "ready": "开放前检查",
            "visits": "今日参观",
            "test": "屏幕测试",
            "export": "导出日志",
            "cleaning": "清洁屏幕",
            "restart": "重新启动",
            "quit": "退出",
        },
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
        import_none="没有找到打包的内容（.kiosk文件），请插入U盘后重新查找。",
        import_looks="正在查找U盘",
        look_again="重新查找",
        packed_at="打包于{made}",
        signed={
            "by_ours": "有本展台的签名",
            "by_others": "签名来源不明",
            "by_somebody": "有签名",
            "not": "无签名",
        },
        unpacking="正在解压：{done}/{total} MB",
        checking="正在检查内容",
        will_change="共有{count}处变化",
        unseen_change="只有观众看不到的文件发生变化。",
        same_deck="展台上已经是这份内容。",
        older="这份内容较旧：打包于{made}，当前内容打包于{there}。",
        replace="替换内容",
        replace_older="使用较旧的内容",
        replaces="正在替换内容",
        replaced="新内容已就位并开始显示。",
        way_back="恢复上一份内容",
        went_back="上一份内容已恢复并开始显示。",
        import_cancelled="已取消，原有内容未变。",
        not_imported="未能导入{file}。{reason}原有内容未变。",
        refused={
            "damaged": "文件已损坏，请重新复制，或请人重新打包。",
            "foreign": "文件中含有打包内容不应有的数据，请勿使用。",
            "not_packed": "这不是打包的内容文件。",
            "newer": "本机的Kiosk版本过旧，无法使用这份内容。",
            "not_signed": "文件没有本展台认可的签名，请用`kiosk pack --sign`打包。",
            "room": "磁盘空间不足，请删除不再需要的文件。",
            "under_way": "另一次导入正在进行，请等它完成。",
            "place": "展台无权写入{folder}，请联系技术人员。",
            "stick": "文件无法继续读取，请重新插入U盘。",
            "settings": "本机设置有误，无法确定接受谁的内容，请先改正。",
            "errors": "内容中有{count}处错误，请先改正。",
            "other": "原因：{reason}。",
        },
        change_kinds={"new": "新增", "gone": "移除", "moved": "移动", "changed": "更改"},
        change_parts={
            "deck": "内容整体设置",
            "source": "来源",
            "group": "组别",
            "indicator": "指标",
            "question": "问题",
            "platform": "平台",
            "slide": "页面",
            "themes": "内容自带的主题",
        },
        corners_how="请触摸四个角上的标记",
        fingers_how="请同时按下两指",
        skip="跳过",
        felt="正常",
        not_checked="未检查",
        check_works="正在检查设备和内容",
        check_names={
            "check": "开放前检查",
            "screen": "屏幕",
            "touch": "触摸屏",
            "deck": "内容",
            "same": "文件",
            "fonts": "字体",
            "disk": "磁盘",
            "clock": "时钟",
            "age": "数据时效",
            "media": "图片和影片",
            "screens": "页面",
            "cache": "图表",
            "corners": "四角触摸",
            "fingers": "双指触摸",
        },
        check_failed="检查未能完成，请运行`kiosk ready`并联系技术人员。",
        visits_count="今日参观{count}次，平均每次{mean}",
        visits_none="今天还没有参观记录。参观结束后计入。",
        visits_hours="各时段",
        visits_languages="语言",
        visits_slides="观看时间最长的页面",
        report="报告存入U盘",
        reporting="正在生成报告：{done}/{all}",
        contacts_count="访客联系方式（已加密）：{count}份，始于{day}",
        contacts_none="还没有访客留下联系方式",
        contacts_broken="损坏的文件：{count}个",
        contacts_copy="复制到U盘",
        lasted="{minutes}分{seconds}秒",
        ready_good="可以开放",
        ready_bad="尚不能开放",
    ),
}


def operator_words(language: str) -> OperatorWords:
    """The operator's words in a language, whatever its region; in English where there are none."""
    return OPERATOR_WORDS.get(language) or OPERATOR_WORDS.get(language.partition("-")[0]) or OPERATOR_WORDS["en"]
