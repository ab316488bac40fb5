"""What a deck changes that takes another's place, as its operator reads it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest
from tiny import HILL

from kiosk.deck import charts, model
from kiosk.deck.load import load
from kiosk.packing.bring import incoming
from kiosk.packing.changes import Change
from kiosk.packing.pack import pack
from kiosk.sentences import in_language
from kiosk.sentences.labels import ITEMS

HISTORY = HILL[HILL.index("  - id: history") : HILL.index("  - id: sights")]
FIRST = ",first full year"
NEW_SLIDE = "  - {id: ninth, layout: statement, title: {en: Ninth, zh: 九}, sources: [press]}\n"


@pytest.fixture
def told(tiny_folder, tmp_path):
    """What is told of the tiny deck, changed, in the place of the one that it was."""

    def told_(*edits: tuple[str, str, str]) -> tuple[Change, ...]:
        pack(tiny_folder, load(tiny_folder).deck, tmp_path / "old.kiosk")
        for name, old, new in edits:
            path = tiny_folder / name
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert load(tiny_folder).problems == ()
        pack(tiny_folder, load(tiny_folder).deck, tmp_path / "new.kiosk")
        with incoming(tmp_path / "old.kiosk", tmp_path / "srv") as first:
            first.replace()
        with incoming(tmp_path / "new.kiosk", tmp_path / "srv") as second:
            assert second.is_there_already == (not edits)
            return second.changes

    return told_


@pytest.mark.parametrize(
    ("edits", "lines"),
    [
        ([], []),
        (
            [("hill.yaml", "zh: 壮大", "zh: 更大"), ("hill.yaml", "period: 2010", "period: 2011")],
            [
                (
                    "changed: Hill zone, slide `History` (history): event 1, period `2010` becomes `2011`; "
                    "event 2, text (zh) `壮大` becomes `更大`"
                )
            ],
        ),
        (
            [("trade.csv", "2018,100.5,80,,,\n", ""), ("trade.csv", "95", "96")],
            ["changed: River zone, slide `Trade by year` (trade): table `trade.csv`: 1 row changed, 1 row gone"],
        ),
        (
            [
                ("trade.csv", ",note", ""),
                ("trade.csv", ",,,", ",,"),
                ("trade.csv", "s,\n2", "s\n2"),
                ("trade.csv", FIRST, ""),
            ],
            ["changed: River zone, slide `Trade by year` (trade): table `trade.csv` has other columns"],
        ),
        (
            [("hill.yaml", "slides:\n", "slides:\n" + NEW_SLIDE)],
            ["new: Hill zone, slide `Ninth` (ninth)"],
        ),
        ([("hill.yaml", HISTORY, "")], ["gone: Hill zone, slide `History` (history)"]),
        (
            [("hill.yaml", HISTORY, ""), ("hill.yaml", "    sources: [press]\n", "    sources: [press]\n" + HISTORY)],
            ["moved: Hill zone, slide `History` (history): it comes after `More` now"],
        ),
        (
            [("hill.yaml", HISTORY, ""), ("river.yaml", "slides:\n", "slides:\n" + HISTORY)],
            ["moved: River zone, slide `History` (history): it was in Hill zone"],
        ),
        (
            [
                ("hill.yaml", "group: two", "group: one"),
                ("hill.yaml", "en: Hill zone", "en: Hill"),
            ],
            [
                "moved: platform `Hill` (hill, 3 slides)",
                (
                    "changed: platform `Hill` (hill, 3 slides): name (en) `Hill zone` becomes `Hill`; "
                    "group `two` becomes `one`"
                ),
            ],
        ),
        (
            [("river.yaml", "value: 120.5", "value: 121")],
            ["changed: platform `River zone` (river, 2 slides): indicator area, value 120.5 becomes 121"],
        ),
        (
            [("overview.yaml", "unit: billion USD", "unit: million USD"), ("overview.yaml", "about", "exact")],
            [
                (
                    "changed: Overview, slide `In numbers` (numbers): figure 2, unit `billion USD` becomes "
                    "`million USD`; figure 2, qualifier `about` becomes `exact`"
                )
            ],
        ),
        ([("deck.yaml", "scene: 5", "scene: 6")], ["changed: the deck itself: idle, scene 5 becomes 6"]),
        (
            [("sources.yaml", "2021-03-04", "2021-03-05")],
            ["changed: source `press`: date `2021-03-04` becomes `2021-03-05`"],
        ),
        (
            [
                ("hill.yaml", "    layout: text", "    layout: statement"),
                ("hill.yaml", "    points:\n      - name: {en: Rail, zh: 铁路}\n", ""),
            ],
            ["changed: Hill zone, slide `More` (more): the layout text becomes statement"],
        ),
    ],
)
def test_each_change_is_one_line(told, edits, lines):
    changes = told(*edits)
    assert [" ".join(str(change).split()) for change in changes] == lines
    for detail in (detail for change in changes for detail in change.details):
        chinese = re.sub("`[^`]*`|（[a-z]{2}）", "", in_language(detail, "zh"))
        assert re.findall("[A-Za-z]+", chinese) in ([], ["area"], ["text", "statement"], ["Hill", "zone"]), chinese


def test_another_picture_of_the_same_name_is_told(tiny_folder, tmp_path, told):
    from tiny import tiny_png

    told()
    (tiny_folder / "pictures" / "port.png").write_bytes(tiny_png(32, 18))
    pack(tiny_folder, load(tiny_folder).deck, tmp_path / "new.kiosk")
    with incoming(tmp_path / "new.kiosk", tmp_path / "srv") as new:
        assert not new.is_there_already
        assert [change.what for change in new.changes] == [
            "Overview, slide `Welcome` (welcome)",
            "Hill zone, slide `Sights` (sights)",
        ]
        assert new.changes[0].details == ("image `pictures/port.png` is another one",)
        assert new.changes[1].details == ("picture 1, image `pictures/port.png` is another one",)


def test_platforms_that_come_go_and_change_places(tiny_folder, tmp_path, told):
    told()
    (tiny_folder / "river.yaml").rename(tiny_folder / "bank.yaml")
    pack(tiny_folder, load(tiny_folder).deck, tmp_path / "new.kiosk")
    with incoming(tmp_path / "new.kiosk", tmp_path / "srv") as new:
        assert [(change.kind, change.what) for change in new.changes] == [
            ("gone", "platform `River zone` (river, 2 slides)"),
            ("new", "platform `River zone` (bank, 2 slides)"),
            ("moved", "River zone, slide `At a glance` (river-profile)"),
            ("moved", "River zone, slide `Trade by year` (trade)"),
        ]


def test_one_of_each_list_has_a_name():
    """Where a new list of entries has none, the look at what an import changes would fail."""
    modules = [model, *(import_module(f"{charts.__name__}.{each.name}") for each in iter_modules(charts.__path__))]
    entries = {name: each for module in modules for name, each in vars(module).items() if is_dataclass(each)}
    lists = {
        (entry, field.name)
        for entry in {*entries.values()}
        for field in fields(entry)
        if (of := re.fullmatch(r"tuple\[(\w+), \.\.\.\]", str(field.type))) and of[1] in entries
    }
    told_otherwise = {"platforms", "slides", "hidden", "questions", "features"}
    assert {name for _, name in lists} >= {"figures", "series", "suits", "attract", "units"}
    assert {name for _, name in lists} - told_otherwise <= {*ITEMS}
