"""Today's visits at the panel: how many, when, in which languages, and what was looked at longest."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.deck.operator_words import OPERATOR_WORDS
from kiosk.stage.complete import visible_items
from kiosk.visits.database import add, open_database
from kiosk.visits.today import Day, day
from kiosk.visits.visit import Ending, Stay, Visit


def visit(began: datetime, language: str, *stays: tuple[str, int]) -> Visit:
    looked = [Stay("slide", what, ms) for what, ms in stays]
    return Visit(
        began.astimezone(UTC).isoformat(timespec="seconds"), language, sum(ms for _, ms in stays), Ending.IDLE, looked
    )


def write(state, *visits: Visit) -> None:
    with closing(open_database(state / "visits.db", print)) as log:
        add(log, visits)


def said(screen) -> str:
    return next((i.property("text") for i in visible_items(screen.window) if i.objectName() == "visits.said"), "")


def test_a_day_is_that_of_the_clock_on_the_wall(tmp_path):
    noon = datetime(2026, 5, 4, 12, 30).astimezone()
    assert day(tmp_path / "visits.db", noon) == Day()
    write(
        tmp_path,
        visit(noon.replace(hour=0, minute=0), "zh", ("trade", 10_000)),
        visit(noon, "en", ("trade", 5_000), ("growth", 60_000)),
        visit(noon, "zh", ("growth", 1_000)),
        visit(noon.replace(hour=0, minute=0) - timedelta(seconds=1), "en", ("trade", 90_000)),
        visit(noon.replace(hour=0, minute=0) + timedelta(days=1), "en", ("trade", 90_000)),
    )
    found = day(tmp_path / "visits.db", noon)
    assert (found.visits, found.lasted_ms) == (3, 76_000)
    assert {hour: count for hour, count in enumerate(found.hours) if count} == {0: 1, 12: 2}
    assert found.languages == (("zh", 2), ("en", 1))
    assert found.slides == (("growth", 61_000), ("trade", 15_000))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_panel_tells_of_todays_visits(locked, language):
    now = datetime.now().astimezone()
    write(locked.state, *(visit(now, "zh", ("trade", 65_000), ("gone", 5_000)) for _ in range(3)))
    locked.screen.booth.stage.speak(language)
    locked.open_panel()
    locked.screen.tap("panel.visits")
    locked.screen.until(lambda: said(locked.screen))
    assert (
        said(locked.screen)
        == {
            "en": "3 visits today, 1 min 10 s each on average",
            "zh": "今日参观3次，平均每次1分10秒",
        }[language]
    )
    slides = [each for platform in locked.screen.booth.stage.deck.platforms for each in platform.slides]
    trade = next(each.title.say(language) for each in slides if each.id == "trade")
    texts = locked.screen.texts()
    assert {"中文", "gone", trade, {"en": "3 min 15 s", "zh": "3分15秒"}[language]} <= set(texts)
    locked.screen.tap("visits.close")
    assert locked.screen.place.desk == "panel"


def test_without_visits_or_with_a_broken_log_there_are_none(opened):
    (opened.state / "visits.db").write_bytes(b"no database" * 1000)
    opened.screen.tap("panel.visits")
    opened.screen.until(lambda: said(opened.screen) == OPERATOR_WORDS["en"].visits_none)


def status(screen) -> str:
    items = visible_items(screen.window)
    return next((item.property("text") for item in items if item.objectName() == "visits.status"), "")


@pytest.mark.long
def test_the_days_report_comes_onto_the_stick_while_the_booth_goes_on(locked):
    language = "zh"
    now = datetime.now().astimezone()
    write(locked.state, *(visit(now, "zh", ("trade", 65_000)) for _ in range(3)))
    (locked.media / "stick").mkdir()
    words, screen = OPERATOR_WORDS[language], locked.screen
    screen.booth.stage.speak(language)
    locked.open_panel()
    screen.tap("panel.visits")
    screen.until(lambda: said(screen))
    screen.tap("visits.report")
    steps = []
    screen.until(lambda: steps.append(status(screen)) or "stick" in status(screen), timeout=90_000)
    (file,) = (locked.media / "stick").iterdir()
    assert file.name == f"kiosk-report-{now.date()}.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert status(screen) == words.exported.format(folder=file)
    first = words.reporting.partition("{")[0]
    assert any(step.startswith(first) for step in steps)
    assert screen.place.desk == "visits"


def test_without_a_stick_it_says_so(locked):
    write(locked.state, visit(datetime.now().astimezone(), "zh", ("trade", 65_000)))
    locked.open_panel()
    locked.screen.tap("panel.visits")
    locked.screen.until(lambda: said(locked.screen))
    locked.screen.tap("visits.report")
    locked.screen.until(lambda: status(locked.screen) == OPERATOR_WORDS["en"].no_stick)
