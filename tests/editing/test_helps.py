"""What the fields of the editor's forms mean is said in Chinese, too."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import get_args, get_type_hints

from kiosk.deck.choose import chart_class, chart_kinds
from kiosk.deck.entry import FromFile
from kiosk.deck.model import LAYOUTS, Deck, Platform, Question, Source
from kiosk.deck.theme import Theme
from kiosk.editing.form import entry_fields, question_fields
from kiosk.editing.helps import CHINESE, help_in


def test_every_field_of_every_form_says_what_it_means_in_chinese():
    shown = {field.help for kind in entries() for field in entry_fields(kind, {}, opened=lambda _: True)}
    shown |= {field.help for field in question_fields({}, (), opened=lambda _: True)}
    assert shown - CHINESE.keys() == {""}
    assert CHINESE.keys() - shown == set(), "no field has these any more"


def test_another_language_has_the_classes_own_words():
    assert help_in("Its heading.", "zh-Hans") == "标题。"
    assert help_in("Its heading.", "en") == "Its heading."


def entries() -> set[type]:
    """Every class of which a form shows an entry."""
    found: set[type] = set()
    pending = [Deck, Platform, Question, Source, Theme, *LAYOUTS.values(), *map(chart_class, chart_kinds())]
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and is_dataclass(kind) and not issubclass(kind, FromFile) and kind not in found:
            found.add(kind)
            pending += get_type_hints(kind).values()
        pending += get_args(kind)
    return found
