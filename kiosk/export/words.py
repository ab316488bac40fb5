"""The words that exports add to a deck's own, in each language that the booth speaks itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class ExportWords:
    """What readers of an export meet beside the deck's texts."""

    contents: str
    notes: str
    """Above what a presenter says to a slide."""
    note: str
    """Above a table's remarks on single rows."""
    full_stop: str
    """Between two parts of one line that are sentences of their own."""
    colon: str
    left: str
    """Before the note that follows a figure …"""
    right: str
    """… after it."""
    label: str
    """Above the labels of a table."""
    numbers: str
    """Above the tables behind charts."""
    value: str
    """Above a table's one column that has no name of its own."""


EXPORT_WORDS: Final = {
    "en": ExportWords(
        contents="Contents",
        notes="Notes",
        note="Note",
        full_stop=". ",
        colon=": ",
        left=" (",
        right=")",
        label="Item",
        numbers="The numbers behind the charts",
        value="Value",
    ),
    "zh": ExportWords(
        contents="目录",
        notes="讲稿",
        note="备注",
        full_stop="。",
        colon="：",
        left="（",
        right="）",
        label="项目",
        numbers="图表数据",
        value="数值",
    ),
}


def export_words(language: str) -> ExportWords:
    """The words in a language; the nearest one that there is."""
    return EXPORT_WORDS.get(language) or EXPORT_WORDS.get(language.partition("-")[0]) or EXPORT_WORDS["en"]
