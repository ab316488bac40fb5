"""YAML as version 1.2 means it, with the place of everything."""

from __future__ import annotations

import math

import pytest

from kiosk.deck.marks import Mark, read_document


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "12:30", "2020-12-25", "1_000", "0b1", "true", "False", "1.2.3"]
)
def test_these_are_words(word: str):
    assert read_document(f"a: {word}").value == {"a": word}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("010", 10),
        ("-7", -7),
        ("+7", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1e3", 1000.0),
        ("1.50", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-.inf", -math.inf),
    ],
)
def test_these_are_numbers_that_know_how_they_were_typed(text: str, number: float):
    value = read_document(f"a: {text}").value["a"]
    assert value == number
    assert isinstance(value, int | float)
    assert str(value) == text
    assert read_document(f"a: '{text}'").value == {"a": text}


@pytest.mark.parametrize("text", ["null", "Null", "NULL", "~", ""])
def test_these_are_nothing(text: str):
    assert read_document(f"a: {text}").value == {"a": None}


def test_not_a_number():
    assert math.isnan(read_document("a: .NaN").value["a"])


def test_places_are_counted_in_characters():
    document = read_document("名称: {en: x, 中文: 好}\n列表:\n  - - a\n    - b\n空:\n")
    assert document.faults == ()
    assert document.mark(()) == Mark(1, 1)
    assert document.mark(("名称", "中文")) == Mark(1, 17)
    assert document.mark(("名称", "中文"), on_key=True) == Mark(1, 13)
    assert document.mark(("列表", 0, 1)) == Mark(4, 7)
    assert document.mark(("空",)) == Mark(5, 1)
    assert document.mark(("列表", 7, "nowhere")) == Mark(3, 3)
