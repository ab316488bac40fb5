"""The table of faults names every one of them, and tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

from processes import ROOT

MANY = {"A": 8, "B": 10, "C": 11, "D": 11, "E": 7, "F": 7, "G": 5}


def test_the_table_has_every_id_in_order_and_every_test_it_names_is_there():
    text = Path(__file__).with_name("catalogue.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([A-G]\d+) \|", text, re.MULTILINE)
    assert told == [f"{letter}{number}" for letter, most in MANY.items() for number in range(1, most + 1)]
    for name in re.findall(r"`((?:tests/)?\w+/?\w+\.py)`", text):
        assert (ROOT / "tests" / name.removeprefix("tests/")).is_file(), name
