"""New slides and platforms, small and sound, for an operator to write over."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any, Final

from kiosk.deck.scalars import resolve

_WORDS: Final = {
    "title": ("New slide", "新页面"),
    "platform": ("New platform", "新平台"),
    "text": ("What visitors read", "观众看到的文字"),
    "label": ("what the number counts", "数字的含义"),
    "first": ("First", "第一"),
    "second": ("Second", "第二"),
    "caption": ("What the picture shows", "图片内容"),
    "chart": ("What is measured", "统计内容"),
    "source": ("What was published", "出版物名称"),
    "publisher": ("Who published it", "发布者"),
    "theme": ("A theme of our own", "自定义主题"),
    "question": ("What would you like to know?", "您想了解什么？"),
    "answer": ("An answer", "一个答案"),
    "other_answer": ("Another answer", "另一个答案"),
}


def words(name: str, languages: tuple[str, ...]) -> Any:
    """A text to write over, in each language of a deck."""
    english, chinese = _WORDS[name]
    texts = {each: chinese if each.partition("-")[0] == "zh" else english for each in languages}
    return texts if len(languages) > 1 else next(iter(texts.values()), english)


def slide(layout: str, name: str, languages: tuple[str, ...], source: str, picture: str) -> dict[str, Any]:
    """A slide of a layout, with the first source and the first picture of its deck where it needs one."""
    own: dict[str, Any] = {}
    if layout == "statement":
        own = {"text": words("text", languages)} | ({"sources": [source]} if source else {})
    elif layout == "text":
        own = {"points": [{"name": words("first", languages), "text": words("text", languages)}]}
        own |= {"sources": [source]} if source else {}
    elif layout == "figures":
        figure = {"value": resolve("1"), "unit": "companies", "label": words("label", languages), "source": source}
        own = {"figures": [figure]}
    elif layout == "timeline":
        own = {"events": [_event("2020", "first", languages, source), _event("2021", "second", languages, source)]}
    elif layout == "gallery":
        own = {"pictures": [{"image": picture, "caption": words("caption", languages), "source": source}]}
    elif layout == "chart":
        rows = [["A", resolve("1")], ["B", resolve("2")]]
        chart = {"kind": "bar", "table": {"columns": ["label", "value"], "rows": rows}, "unit": "companies"}
        own = {"chart": chart | {"sources": [source], "title": words("chart", languages)}}
    return {"id": name, "layout": layout, "title": words("title", languages)} | own


def item(name: str, languages: tuple[str, ...], source: str, picture: str) -> Any:
    """One more for a list that a slide has under a key."""
    text = words("text", languages)
    return {
        "figures": {"value": resolve("1"), "unit": "companies", "label": words("label", languages), "source": source},
        "events": _event("2020", "first", languages, source),
        "pictures": {"image": picture, "caption": words("caption", languages), "source": source},
        "points": {"name": words("first", languages)},
        "series": {"column": "value"},
        "attract": {"sentence": text},
        "suits": {"answer": "", "because": text, "source": source},
        "indicators": {"id": "", "text": text, "source": source},
        "groups": {"id": "new", "name": words("first", languages), "colour": "gold"},
        "routes": {"id": "new", "title": words("first", languages), "minutes": resolve("10"), "slides": []},
        "units": {"id": "new", "after": words("label", languages)},
        "answers": {"id": "answer", "text": words("answer", languages)},
    }.get(name, {})


def source(languages: tuple[str, ...]) -> dict[str, Any]:
    """A source without a date."""
    return {"title": words("source", languages), "publisher": words("publisher", languages), "date": "n.d."}


def question(languages: tuple[str, ...], name: str, answers: set[str]) -> dict[str, Any]:
    """A question with two answers, whose ids are not among those of the answers that there are."""
    first = free("answer", answers)
    second = free("answer", {first, *answers})
    said = [{"id": first, "text": words("answer", languages)}, {"id": second, "text": words("other_answer", languages)}]
    return {"id": name, "text": words("question", languages), "answers": said}


def platform(languages: tuple[str, ...], group: str, name: str) -> dict[str, Any]:
    """A platform with a cover."""
    cover = slide("cover", f"{name}-cover", languages, "", "") | {"title": words("platform", languages)}
    return {"name": words("platform", languages)} | ({"group": group} if group else {}) | {"slides": [cover]}


def free(wanted: str, taken: Container[str]) -> str:
    """A name that is not taken yet: `trade-2` after `trade`."""
    stem = re.sub(r"-\d+$", "", wanted) or wanted
    number, name = 2, wanted
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def _event(period: str, name: str, languages: tuple[str, ...], source: str) -> dict[str, Any]:
    return {"period": resolve(period), "text": words(name, languages), "source": source}
