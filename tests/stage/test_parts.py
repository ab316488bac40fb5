"""What QML reads of the stage and of its parts changes as a whole."""

from __future__ import annotations

import pytest

from kiosk.navigator import Navigator


@pytest.fixture
def stage(screen):
    """With a chart on screen of which a visitor enlarged a part, in the largest text."""
    stage = screen.booth.stage
    stage.open("trade")
    stage.chart.zoom(0.1, 0.1, 0.5)
    stage.comfort.nextTextSize()
    return stage


def seen(stage):
    """What stands in the place, as QML reads it of the stage and of its parts."""
    chart, show, comfort, platform = stage.chart, stage.show, stage.comfort, stage.platform
    own = (stage.screen, stage.index, stage.otherLanguage, stage.about.title, stage.group.name)
    return (*own, chart.share, show.presenting, show.revealed, comfort.textSize, comfort.lowReach, platform.first)


def signals(stage):
    of_parts = (part.changed for part in (stage.group, stage.platform, stage.comfort, stage.show))
    others = (stage.comfort.textSizeChanged, stage.chart.partChanged, stage.about.deckChanged)
    return [stage.screenChanged, stage.indexChanged, stage.languageChanged, *others, *of_parts]


STEPS = {
    "somebody presents": lambda navigator: navigator.begin_show(0),
    "nobody is there": Navigator.rest,
    "another language": Navigator.next_language,
    "another slide": Navigator.next,
}


@pytest.mark.parametrize("step", STEPS)
def test_whoever_hears_of_one_change_finds_all_others_made(stage, step):
    """Else a slide would be laid out for a moment for what is no more."""
    heard = []
    for changed in signals(stage):
        changed.connect(lambda: heard.append(seen(stage)))
    before = seen(stage)
    stage.act(STEPS[step])
    assert heard
    assert set(heard) == {seen(stage)} != {before}


def test_a_part_tells_only_what_is_different_in_it(stage):
    heard = []
    names = ("screen", "index", "language", "text size", "chart", "deck", "group", "platform", "comfort", "show")
    for name, changed in zip(names, signals(stage), strict=True):
        changed.connect(lambda name=name: heard.append(name))
    stage.comfort.toggleReach()
    stage.comfort.nextTextSize()
    stage.chart.zoom(0, 0, 1)
    stage.chart.zoom(0, 0, 1)
    assert heard == ["comfort", "text size", "chart"]


def test_a_changed_deck_is_told_though_the_visitor_stays_where_they_are(stage):
    heard = []
    parts = {"deck": stage.about.deckChanged, "group": stage.group.changed, "platform": stage.platform.changed}
    for name, changed in parts.items():
        changed.connect(lambda name=name: heard.append(name))
    stage.take(stage.deck)
    assert heard == ["deck", "group", "platform"]
