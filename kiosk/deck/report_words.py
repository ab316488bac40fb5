"""The words of the report on the visits, in each language that the booth speaks itself."""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record_by_name


@record_by_name
class ReportWords:
    """Everything in a report that does not come from the deck."""

    title: str
    day: str
    """A day: `weekday`, `day`, `month`, `year` …"""
    span: str
    """… from one day (`first`) to another (`last`) …"""
    short_day: str
    """… and a day on an axis."""
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    clock: str
    """From one full hour (`hour`) to the next (`next`)."""
    booths: str
    """How many logs there were, where there were several."""
    lasted: str
    """A time in minutes and seconds …"""
    hours: str
    """… in hours and minutes …"""
    seconds: str
    """… and in seconds."""
    visits: str
    visits_more: str
    """Under the number of visits of several days: how many there were a day."""
    visits_day: str
    """Under that of a single day."""
    typical: str
    typical_more: str
    busiest: str
    busiest_more: str
    language: str
    """Above the share of a language (`name`)."""
    language_more: str
    seen: str
    seen_more: str
    questions: str
    questions_more: str
    of: str
    """So many of so many: `part`, `whole`."""
    unit_visits: str
    """After a number of visits, on charts …"""
    unit_times: str
    """… and after a number of times."""
    by_hour: str
    by_day: str
    by_week: str
    languages: str
    longest: str
    paths: str
    paths_note: str
    left: str
    questioned: str
    advised: str
    compared: str
    answers: str
    no_preference: str
    slides: str
    slides_note: str
    slide: str
    times: str
    median: str
    total: str
    never: str
    never_none: str
    touches: str
    touches_note: str
    touched: str
    """Under a touch map: how many touches (`count`)."""
    gone: str
    """Leaving, as the end of a path."""
    other: str
    """What is left of many."""
    removed: str
    """A slide that is not in the deck any more."""
    screens: dict[str, str]
    """The booth's screens, by their values."""
    private: str
    """At the report's end: what is not in it."""
    page: str
    """A page (`page`) of how many (`pages`)."""
    numbers: str
    """What opens the table behind a chart."""


REPORT_WORDS: Final = {
    "en": ReportWords(
        title="What visitors did",
        day="{weekday}, {day} {month} {year}",
        span="{first} to {last}",
        short_day="{weekday} {day} {month}",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        clock="{hour}:00 to {next}:00",
        booths="{count} booths together",
        lasted="{minutes} min {seconds} s",
        hours="{hours} h {minutes} min",
        seconds="{seconds} s",
        visits="Visits",
        visits_more="{mean} a day on average",
        visits_day="from the first touch until nobody was there",
        typical="Typical visit",
        typical_more="half of all visits were longer",
        busiest="Busiest hour",
        busiest_more="{count} of the visits began in it",
        language="Read in {name}",
        language_more="of all visits ended in it",
        seen="Slides seen",
        seen_more="at least once, of all in the deck",
        questions="Charts questioned",
        questions_more="values and tables that were opened",
        of="{part} of {whole}",
        unit_visits="visits",
        unit_times="times",
        by_hour="When visits began, by the hour",
        by_day="Visits on each day",
        by_week="Visits in each week",
        languages="The language at the end of a visit",
        longest="Slides that were looked at longest, all visitors together",
        paths="From where to where visitors went",
        paths_note="Steps within a group of platforms are left out.",
        left="Where visitors were when they left",
        questioned="Charts that were questioned most",
        advised="What the adviser recommended",
        compared="Platforms that were compared",
        answers="What visitors told the adviser",
        no_preference="No preference",
        slides="Slides in numbers",
        slides_note="The {count} that were looked at longest. The tables for spreadsheets have them all.",
        slide="Slide",
        times="Looked at",
        median="Typical time",
        total="Altogether",
        never="Never seen",
        never_none="Every slide of the deck was seen at least once.",
        touches="Where visitors touched",
        touches_note="The darker a field, the more often a finger came down there.",
        touched="Touches: {count}",
        gone="Left",
        other="Everything else",
        removed="{name} (no longer in the deck)",
        screens={
            "hub": "Start screen",
            "group": "Choice of a platform",
            "slide": "Slide",
            "compare": "Comparison",
            "adviser": "Adviser",
            "take_home": "Take it home",
            "welcome": "Welcome",
            "lead": "Contact card",
        },
        private="Kiosk counts visits and not people: no names, no pictures, no devices. "
        "What was touched is known by day, not by visit.",
        page="{page} / {pages}",
        numbers="The numbers",
    ),
    "zh": ReportWords(
        title="参观情况报告",
        day="{year}年{month}{day}日（{weekday}）",
        span="{first}至{last}",
        short_day="{month}{day}日 {weekday}",
        weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
        months=("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"),
        clock="{hour}:00至{next}:00",
        booths="{count}个展位合计",
        lasted="{minutes}分{seconds}秒",
        hours="{hours}小时{minutes}分",
        seconds="{seconds}秒",
        visits="参观次数",
        visits_more="平均每天{mean}次",
        visits_day="从首次触摸到无人操作为一次",
        typical="单次参观时长",
        typical_more="中位数，半数参观长于此",
        busiest="最繁忙时段",
        busiest_more="其间开始{count}次参观",
        language="参观语言：{name}",
        language_more="占全部参观，按结束时的语言统计",
        seen="浏览过的页面",
        seen_more="至少浏览一次的页面数与页面总数",
        questions="图表查询",
        questions_more="查看数值或打开数据表的次数",
        of="{part}/{whole}",
        unit_visits="次",
        unit_times="次",
        by_hour="各时段开始的参观",
        by_day="每日参观",
        by_week="每周参观",
        languages="参观结束时的语言",
        longest="浏览时间最长的页面（全部参观合计）",
        paths="参观路径：从哪里到哪里",
        paths_note="不含同一组平台内部的翻页。",
        left="参观在哪里结束",
        questioned="查询最多的图表",
        advised="“哪个平台适合您”的推荐结果",
        compared="对比过的平台",
        answers="参观者对“哪个平台适合您”的回答",
        no_preference="无偏好",
        slides="各页面数据",
        slides_note="列出浏览时间最长的{count}页，完整数据见电子表格。",
        slide="页面",
        times="浏览次数",
        median="单次时长",
        total="合计时长",
        never="无人浏览的页面",
        never_none="所有页面均有人浏览。",
        touches="触摸位置",
        touches_note="颜色越深，触摸越频繁。",
        touched="{count}次触摸",
        gone="离开",
        other="其他",
        removed="{name}（已不在演示中）",
        screens={
            "hub": "首页",
            "group": "平台选择页",
            "slide": "内容页",
            "compare": "平台对比",
            "adviser": "哪个平台适合您",
            "take_home": "带走资料",
            "welcome": "欢迎页",
            "lead": "联系方式登记",
        },
        private="本系统只统计参观次数，不记录个人信息、影像和设备标识；触摸与查询按日汇总，不与单次参观关联。",
        page="{page} / {pages}",
        numbers="数据",
    ),
}


def report_words(language: str) -> ReportWords:
    """The words in a language; the booth's first one stands in for one that it does not speak."""
    return REPORT_WORDS.get(language) or REPORT_WORDS.get(language.partition("-")[0]) or REPORT_WORDS["en"]
