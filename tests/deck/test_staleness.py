"""Figures that are older than a deck wants them to be, and what else depends on the day or on several files."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.deck.advice import advice
from kiosk.deck.load import load
from kiosk.deck.staleness import dated, newest_source


def write(tiny, file: str, old: str, new: str) -> None:
    path = tiny / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(tiny, today: date) -> list[str]:
    loaded = load(tiny)
    assert loaded.problems == ()
    return [str(problem).rpartition(f"{tiny.name}/")[2] for problem in advice(tiny, loaded, today)]


def test_a_figure_is_as_old_as_its_period_and_else_as_its_source(tiny):
    assert {figure.what: figure.until for figure in dated(load(tiny).deck)} == {
        "trade": date(2020, 12, 31),
        "companies": date(2020, 12, 31),
        "contracts": date(2020, 12, 31),
        "Area": date(2020, 12, 31),
        "Trade": date(2020, 12, 31),
    }
    write(tiny, "overview.yaml", "截至2020年", "截至2023年2月")
    assert {figure.until for figure in dated(load(tiny).deck) if figure.what == "contracts"} == {date(2023, 2, 28)}


@pytest.mark.parametrize(("today", "count"), [(date(2022, 12, 31), 0), (date(2023, 1, 1), 4)])
def test_nothing_is_stale_up_to_the_last_day(tiny, today, count):
    write(tiny, "deck.yaml", "theme: day", "theme: day\nstale_after: 24")
    assert len(told(tiny, today)) == count


def test_stale_figures_are_listed_slide_by_slide(tiny):
    write(tiny, "deck.yaml", "theme: day", "theme: day\nstale_after: 24")
    assert told(tiny, date(2026, 1, 1)) == [
        "deck.yaml:1:1: warning: a figure is older than 24 months: “trade” (2020-12-31)",
        (
            "overview.yaml:12:5: warning: 2 figures are older than 24 months: "
            "“companies” (2020-12-31); “contracts” (2020-12-31)"
        ),
        "river.yaml:13:5: warning: a figure is older than 24 months: “Area” (2020-12-31)",
        "river.yaml:16:5: warning: a figure is older than 24 months: “Trade” (2020-12-31)",
    ]


def test_a_deck_that_names_no_age_has_no_stale_figures(tiny):
    assert told(tiny, date(2099, 1, 1)) == []


def test_a_group_that_no_platform_is_in_is_named(tiny):
    write(tiny, "hill.yaml", "group: two\n", "")
    assert told(tiny, date(2021, 1, 1)) == [
        "deck.yaml:27:5: warning: no platform is in the group `two`: visitors do not see it"
    ]


def test_the_newest_source(tiny):
    assert newest_source(load(tiny).deck) == date(2021, 3, 4)
