"""How a value is written in YAML, in the hand of the decks that Kiosk ships."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from kiosk.deck.scalars import Real, Whole, resolve

WIDTH: Final = 120
"""Columns of a line, as far as a text lets itself be broken."""
_FEW: Final = 8
"""A text of fewer words is not folded, however long they are: Chinese has no spaces to break at."""
_BRACED: Final = 100
"""Columns that a mapping in braces may take."""
_STEP: Final = 2

_PLAIN: Final = re.compile(r"[^\s,\[\]{}#&*!|>'\"%@`:?<=-]([^#:\n\t]|(?<! )#|:(?! |$))*(?<![ :])")
_PLAIN_IN_FLOW: Final = re.compile(r"[^\s,\[\]{}#&*!|>'\"%@`:?<=-]([^#:\n\t,\[\]{}])*(?<! )")


def scalar(value: Any, *, in_flow: bool = False) -> str:
    """A single value on one line, without quotes where that can be."""
    if value is None:
        return "null"
    if isinstance(value, Whole | Real):
        return str(value)
    plain = _PLAIN_IN_FLOW if in_flow else _PLAIN
    return value if plain.fullmatch(value) and resolve(value) == value else in_quotes(value)


def in_quotes(text: str) -> str:
    """A text in double quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\xa0\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found.group()):04x}", quoted)


def in_single_quotes(text: str) -> str:
    """A text in single quotes; only for one without line breaks."""
    return "'" + text.replace("'", "''") + "'"


def flow(value: Any) -> str:
    """A value on one line, with lists in brackets and mappings in braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, in_flow=True)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_flow=True)


def behind_key(value: Any, indent: int) -> str:
    """A value as it stands behind a key's colon; `indent` is the key's."""
    if isinstance(value, dict | list) and not _is_braced(value, indent):
        return "\n" + "\n".join(_lines(value, indent + _STEP))
    if isinstance(value, str) and wants_folding(value, indent + _BRACED - WIDTH + _STEP):
        return " >-\n" + "\n".join(" " * (indent + _STEP) + line for line in folded(value, WIDTH - indent - _STEP))
    return " " + (flow(value) if isinstance(value, dict | list) else scalar(value))


def item(value: Any, indent: int) -> str:
    """A list's item with its dash, in whole lines."""
    return "\n".join(_lines([value], indent)) + "\n"


def block(value: dict[str, Any]) -> Iterator[str]:
    """The lines of a file that says something."""
    yield from _lines(value, 0)


def wants_folding(text: str, indent: int) -> bool:
    """Whether a text is too long for a line and has spaces to break it at."""
    return len(text) + indent > WIDTH - 2 * _FEW and "\n" not in text and text.count(" ") >= _FEW


def folded(text: str, width: int) -> list[str]:
    """The lines of a text, broken where single spaces are."""
    lines = [""]
    for word in re.split(r"(?<! ) (?! )", text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _is_braced(value: Any, indent: int) -> bool:
    """Whether a list or a mapping is short and simple enough for one line."""
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, list) and all(isinstance(each, list) for each in value) and value:
        return len(flow(value)) + indent < _BRACED
    return not any(isinstance(each, dict | list) for each in inner) and len(flow(value)) + indent < _BRACED


def _lines(value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, dict):
        for key, each in value.items():
            yield from (f"{margin}{scalar(key)}:{behind_key(each, indent)}").split("\n")
        return
    for each in value:
        if isinstance(each, dict) and not (_is_braced(each, indent + _STEP) and set(each) <= {"en", "zh"}):
            first, *others = _lines(each, indent + _STEP)
            yield f"{margin}- {first[indent + _STEP :]}"
            yield from others
        else:
            yield f"{margin}- {flow(each) if isinstance(each, dict | list) else scalar(each)}"
