"""The editor's own words, in each language that the booth speaks itself."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "add": ("Add", "添加"),
    "add_platform": ("Platform", "平台"),
    "add_question": ("Question", "提问"),
    "add_row": ("Row", "行"),
    "add_theme": ("Theme", "主题"),
    "add_slide": ("Slide", "页面"),
    "adviser": ("Which platform suits you?", "哪个平台适合您？"),
    "adviser_about": (
        "Visitors are asked these questions. What a platform suits stands in its own form, as its reasons.",
        "展台向观众提出这些问题。各平台适合哪些答案，请在该平台表单的“适合对象”中填写。",
    ),
    "adviser_alone": (
        "Visitors are not asked yet: no platform has a reason in its form that says whom it suits.",
        "展台暂不提问：还没有平台在表单的“适合对象”中填写理由。",
    ),
    "adviser_none": (
        "Visitors are not asked anything yet. With a question, the hub helps them find their platform.",
        "目前没有提问。添加后，首页可帮助观众找到适合自己的平台。",
    ),
    "close": ("Close", "关闭"),
    "colours_own": ("The theme's colours", "主题中的颜色"),
    "colours_shades": ("Lighter and darker", "深浅变化"),
    "contrast": (
        "{one}, on {other}: the contrast is {ratio}, and {least} is needed to tell them apart.",
        "{one}：与“{other}”的对比度为{ratio}，至少需要{least}才能看清。",
    ),
    "deck": ("The deck itself", "整体设置"),
    "delete": ("Delete", "删除"),
    "discard": ("Discard", "放弃更改"),
    "drop_file": ("Drop a file here, or choose one of the deck's", "将文件拖到此处，或从已有文件中选择"),
    "drop_here": ("Drop a picture here, or choose one of the deck's", "将图片拖到此处，或从已有图片中选择"),
    "duplicate": ("Duplicate", "复制"),
    "find": ("Find", "查找"),
    "finish": ("Finish saving", "完成保存"),
    "fixed": ("This is edited in the file itself.", "此项请直接在文件中修改。"),
    "fixed_table": (
        "An Excel workbook is edited in Excel. As a CSV file it can be edited here; the workbook stays as it is.",
        "Excel工作簿请在Excel中修改。转为CSV文件后可在此编辑，原工作簿保持不变。",
    ),
    "half": ("The last save was cut short", "上次保存被中断"),
    "half_more": (
        "Saved: {written}. Not saved yet: {waiting}.",
        "已保存：{written}。尚未保存：{waiting}。",
    ),
    "hide": ("Hide", "隐藏"),
    "landscape": ("Landscape", "横屏"),
    "layouts": ("Which kind of slide?", "添加哪种页面？"),
    "leave": ("Some changes are not saved", "有更改尚未保存"),
    "leave_more": ("Save them before the window closes?", "关闭窗口前是否保存？"),
    "make_csv": ("Make it a CSV file", "转为CSV文件"),
    "mended": (
        "This file can be read again: choose it in the list to have its form back.",
        "此文件已可读取：在左侧列表中选择它即可恢复表单。",
    ),
    "more_rows": (
        "{count} rows; the first {shown} are shown here.",
        "共{count}行，此处显示前{shown}行。",
    ),
    "last_slide": (
        "A platform keeps one slide at least: add another one to it first.",
        "平台至少保留一页：请先在该平台添加其他页面。",
    ),
    "move_down": ("Further down", "下移"),
    "move_to": ("Move to another platform", "移至其他平台"),
    "move_up": ("Further up", "上移"),
    "moved_profile": (
        "It shows the indicators of its platform, so now those of the new one.",
        "此页显示所属平台的指标，现已改为新平台的指标。",
    ),
    "moved_routes": (
        "Routes that show a whole platform have changed with it: {names}.",
        "包含整个平台的演示路线已随之变化：{names}。",
    ),
    "nobody": ("This file cannot be read: {reason}.", "此文件无法读取：{reason}。"),
    "nobody_more": (
        "This file cannot be read: {reason}. Put its text right, and its form comes back.",
        "此文件无法读取：{reason}。改正下方内容后即可恢复表单。",
    ),
    "no_platforms": (
        "This deck has no platform yet. Add one on the left, and visitors have something to see.",
        "目前没有平台。请在左侧添加平台，观众才有内容可看。",
    ),
    "none": ("None", "无"),
    "ours": ("Keep mine", "保留我的"),
    "platform_name": ("New platform", "新平台"),
    "platform_file": ("The name of its file, in small letters", "文件名（小写字母）"),
    "platform_gone": (
        "{platform} is deleted, with all its slides. Undo brings it back.",
        "已删除{platform}及其全部页面，可撤销。",
    ),
    "portrait": ("Portrait", "竖屏"),
    "preview": ("Preview", "预览"),
    "preview_old": (
        "This slide cannot be shown as it is now. See the problems below.",
        "当前内容无法显示，请查看下方的问题。",
    ),
    "preview_reads": ("Reading", "读取中"),
    "problems": ("Problems", "问题"),
    "no_problems": ("No problems found", "未发现问题"),
    "read_only": (
        "The deck's folder cannot be written to: look around, nothing can be saved.",
        "内容文件夹不可写：可以查看，但无法保存。",
    ),
    "redo": ("Redo", "重做"),
    "remove": ("Remove", "移除"),
    "save": ("Save", "保存"),
    "saved": ("Everything is saved", "已全部保存"),
    "save_failed": ("Not saved: {reason}", "未能保存：{reason}"),
    "shapes": ("{count} shapes: {names}", "{count}个图形：{names}"),
    "show": ("Show", "显示"),
    "sources": ("Sources", "来源"),
    "stay": ("Stay", "留在此处"),
    "suits": ("for {names}", "适合：{names}"),
    "suits_nobody": ("no platform yet", "尚无平台"),
    "take_back": ("Take it back", "撤回"),
    "themes": ("Themes", "主题"),
    "themes_about": (
        "The theme of the whole deck. A new one begins as a copy of it, and its colours are yours to change.",
        "整套内容使用的主题。新建的主题是它的副本，颜色可自行修改。",
    ),
    "theirs": ("Take theirs", "采用对方的"),
    "changed_by_others": ("Somebody else has changed the same files", "相同的文件已被他人修改"),
    "undo": ("Undo", "撤销"),
    "too_large": (
        "{file} is too large to be dropped here: copy it into the deck's folder, and choose it.",
        "{file}过大，无法拖入：请复制到内容文件夹后再选择。",
    ),
    "unsaved": ("Not saved yet: {names}", "尚未保存：{names}"),
    "wrong_kind": (
        "{file} cannot be used here: a file that ends in {endings} is wanted.",
        "{file}不能用于此处：需要以{endings}结尾的文件。",
    ),
    "refused": (
        "This cannot be changed here without touching what is beside it: edit it in the file itself.",
        "无法在不影响相邻内容的情况下修改：请直接编辑文件。",
    ),
    "line_of": ("{file}, line {line}", "{file}，第{line}行"),
}


def word(name: str, language: str) -> str:
    """What the editor says for a name. Raises KeyError for one that it does not know."""
    return WORDS[name][language.partition("-")[0] == "zh"]
