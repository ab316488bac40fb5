"""Tables that nobody would make, and sizes that no screen has, for the kinds that may have several columns."""

import time

import pytest
from charts.making import job, words

from kiosk.charts.cache import BASE, DATA, SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

KINDS = {
    "stacked": ("bar", {"arrange": "stacked"}),
    "percent": ("bar", {"arrange": "percent"}),
    "lying percent": ("bar", {"arrange": "percent", "direction": "horizontal"}),
    "line": ("line", {}),
    "area": ("area", {}),
    "waterfall": ("waterfall", {}),
    "torn waterfall": ("waterfall", {"baseline": "data"}),
    "dumbbell": ("dumbbell", {}),
    "slope": ("slope", {}),
    "bump": ("bump", {}),
    "multiples": ("multiples", {}),
    "multiples of bars": ("multiples", {"form": "bar"}),
}
TABLES = {
    "long": tuple(("x" * 1000, float(at), 2.0) for at in range(1, 6)),
    "long zh": tuple(("开" * 1000 + str(at), float(at), 2.0) for at in range(1, 6)),
    "huge": (("a", 1e17, 1.0), ("b", -1e17, 5.0), ("c", 1e17, 1e17)),
    "gaps": (("a", None, 1.0), ("b", float("nan"), None), ("c", 3.0, None), ("d", None, None)),
    "zero": (("a", 0.0, 0.0), ("b", 0.0, 0.0)),
    "equal": (("a", 5.0, 5.0), ("b", 5.0, 5.0)),
    "one": (("2020", 5.0, 6.0),),
    "sixteen": tuple((str(1980 + at), at * 7.5 - 20, 3.0 * at) for at in range(16)),
    "tiny": (("a", 1e-300, 0.0), ("b", 2e-300, 1e-300)),
    "negative": (("2018", -5.0, -7.0), ("2019", 3.0, -1.0)),
    "unnamed": (("", 1.0, 2.0), ("", 2.0, 3.0)),
}


WAYS = (((720, 430), "en"), ((120, 90), "zh"), ((60, 900), "zh"), ((900, 60), "en"))
"""Sizes and languages."""


def cases() -> list:
    """Every kind with a third of the tables, each in one way, so that all come in every way; the rest for long."""
    found = []
    for row, table in enumerate(TABLES):
        for column, kind in enumerate(KINDS):
            for number, (size, language) in enumerate(WAYS):
                always = (row + column) % 3 == 0 and number == (row + column) // 3 % len(WAYS)
                marks = () if always else pytest.mark.long
                found.append(pytest.param(kind, table, size, language, marks=marks, id=f"{table}-{kind}-{size[0]}"))
    return found


@pytest.mark.parametrize(("kind", "table", "size", "language"), cases())
def test_hostile_content_gives_a_picture_or_a_sentence_and_soon(kind, table, size, language):
    name, options = KINDS[kind]
    series = tuple(Series(column=column, name=words(column * 60)) for column in "ab")
    rows = tuple((*row, "about" if at % 2 else "at_least") for at, row in enumerate(TABLES[table]))
    more = options | {"series": series[: 1 if name == "waterfall" else 2], "highlight": rows[0][0]}
    began = time.process_time()
    try:
        made = job(name, rows, ("x", "a", "b", "qualifier"), size=size, language=language, **more)
    except DeckError:  # which is the sentence
        return
    assert set(draw(made)) == {BASE, DATA, SPOTS}
    assert time.process_time() - began < 2
