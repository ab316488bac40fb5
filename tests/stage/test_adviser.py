"""Which platform suits you: questions, advice, and what leads on from it, by touch."""

from __future__ import annotations

import pytest
from tiny import add_adviser

from kiosk.deck.load import load
from kiosk.places import SAMPLE_DECK
from kiosk.stage.complete import visible_items


@pytest.fixture
def folder(tiny_folder):
    """The small deck, with an adviser and two platforms that can be compared."""
    add_adviser(tiny_folder)
    hill = tiny_folder / "hill.yaml"
    own = "indicators:\n  - {id: area, value: 40, source: press}\n"
    hill.write_text(hill.read_text(encoding="utf-8") + own, encoding="utf-8")
    return tiny_folder


@pytest.fixture
def asked(open_booth, folder):
    """A booth that asks its first question."""
    loaded = load(folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, folder)
    screen.wake()
    screen.tap("hub.adviser")
    return screen


def named(screen, name: str) -> bool:
    """Whether an item of that name is visible."""
    return any(item.objectName() == name for item in visible_items(screen.window))


def test_a_touch_answers_and_leads_to_the_next_question_and_then_to_advice(asked):
    assert asked.place.screen == "adviser"
    assert {"What do you do?", "Make", "Trade", "Here and there"} <= set(asked.texts())
    asked.tap("adviser.answer.make")
    assert {"Which way?", "Rail", "Road"} <= set(asked.texts())
    asked.tap("adviser.answer.rail")
    assert asked.place.answers == ("make", "rail")
    texts = asked.texts()
    assert {"What suits you best", "River", "Ships", "A station", "Hill zone", "A tunnel"} <= set(texts)
    assert {"No. 1 · answers that fit: 2 of 2", "No. 2 · answers that fit: 1 of 2"} <= set(texts)
    assert texts.count("Source: Press, 4 March 2021") == 2


def test_equal_platforms_share_a_rank(asked):
    asked.tap("adviser.answer.trade")
    asked.tap("adviser.answer.rail")
    texts = asked.texts()
    assert {"River", "Hill zone"} <= set(texts)
    assert texts.count("Joint no. 1 · answers that fit: 1 of 2") == 2


def test_more_that_are_equal_than_fit_are_counted(open_booth, folder):
    hill = (folder / "hill.yaml").read_text(encoding="utf-8")
    for number in range(3):
        text = hill
        for slide in ("history", "sights", "more"):
            text = text.replace(f"id: {slide}", f"id: {slide}-{number}")
        (folder / f"hill-{number}.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, folder)
    screen.wake()
    screen.tap("hub.adviser")
    screen.tap("adviser.skip")
    screen.tap("adviser.answer.rail")
    assert any("2 more level with the last one" in text for text in screen.texts())


def test_a_reason_opens_its_source(asked):
    asked.tap("adviser.answer.make")
    asked.tap("adviser.answer.rail")
    asked.tap("adviser.reason.0.0")
    assert "Yearbook" in asked.texts()
    asked.tap("sheet.close")
    asked.tap("adviser.reason.0.1")
    assert "Report" in asked.texts()


def test_no_preference_is_an_answer_that_counts_for_nobody(asked):
    asked.tap("adviser.skip")
    asked.tap("adviser.answer.rail")
    assert asked.place.answers == ("", "rail")
    assert asked.texts().count("Joint no. 1 · answers that fit: 1 of 1") == 2


@pytest.mark.parametrize("answers", [("adviser.skip", "adviser.skip"), ("adviser.answer.trade", "adviser.answer.road")])
def test_where_nothing_fits_it_is_said_and_leads_on(asked, answers):
    for answer in answers:
        asked.tap(answer)
    assert "No platform stands out" in asked.texts()
    assert not named(asked, "adviser.compare")
    asked.tap("adviser.change")
    assert "Which way?" in asked.texts()
    asked.tap(answers[-1])
    asked.tap("adviser.all")
    assert asked.place.screen == "hub"


def test_back_to_the_question_before_by_button_bar_and_step(asked):
    assert not named(asked, "adviser.earlier")
    asked.tap("adviser.answer.make")
    asked.tap("adviser.earlier")
    assert "What do you do?" in asked.texts()
    asked.tap("adviser.answer.make")
    asked.tap("bar.previous")
    assert "What do you do?" in asked.texts()
    asked.tap("adviser.answer.make")
    asked.tap("adviser.answer.rail")
    asked.tap("adviser.step.0")
    assert "What do you do?" in asked.texts()
    asked.tap("bar.previous")
    assert asked.place.screen == "hub"


def test_a_step_that_is_still_to_come_is_no_button(asked):
    asked.tap("adviser.step.1")
    assert asked.place.answers == ()


def test_a_platform_opens_and_previous_leads_back_to_the_advice(asked):
    asked.tap("adviser.answer.make")
    asked.tap("adviser.answer.rail")
    asked.tap("adviser.open.1")
    assert "History" in asked.texts()
    asked.tap("bar.previous")
    assert "What suits you best" in asked.texts()
    asked.tap("adviser.open.0")
    asked.tap("bar.home")
    asked.tap("hub.adviser")
    assert "What suits you best" in asked.texts(), "the answers stay until the visitor is gone"
    asked.tap("adviser.again")
    assert "What do you do?" in asked.texts()


def test_the_two_best_are_compared_and_previous_leads_back(asked):
    asked.tap("adviser.answer.make")
    asked.tap("adviser.answer.rail")
    asked.tap("adviser.compare")
    assert (asked.place.screen, asked.place.pair) == ("compare", ("river", "hill"))
    asked.tap("bar.previous")
    assert asked.place.screen == "adviser"
    assert "What suits you best" in asked.texts()


def test_the_language_switch_keeps_answers_and_place(asked):
    asked.tap("adviser.answer.make")
    asked.tap("bar.language")
    assert {"怎么走？", "铁路"} <= set(asked.texts())
    asked.tap("adviser.answer.rail")
    assert {"江", "造船", "第1位 · 2项回答，2项相符"} <= set(asked.texts())
    asked.tap("bar.language")
    assert "Ships" in asked.texts()


def test_the_bars_forward_leads_to_the_next_question_and_to_the_best_platform(asked):
    asked.tap("bar.next")
    assert asked.place.answers == ("",)
    asked.tap("adviser.answer.rail")
    asked.tap("bar.next")
    assert asked.place.screen == "slide"
    assert "River" in asked.texts()


def test_nothing_of_the_answers_is_left_for_the_next_visitor(open_booth, folder):
    time = [0]
    screen = open_booth(load(folder), folder, now=lambda: time[0])
    screen.wake()
    screen.tap("hub.adviser")
    screen.tap("adviser.answer.make")
    screen.tap("adviser.answer.rail")
    time[0] += 40_001
    screen.booth.stage.tick()
    assert screen.place.screen == "attract"
    screen.wake()
    screen.tap("hub.adviser")
    assert screen.place.answers == ()
    assert "What do you do?" in screen.texts()
    assert "Ships" not in screen.texts()


def test_a_deck_without_questions_has_no_adviser(screen):
    screen.wake()
    assert not named(screen, "hub.adviser")


@pytest.mark.parametrize(
    ("size", "language"),
    [
        ((1280, 720), "en"),
        ((720, 1280), "zh"),
        ((1024, 768), "zh"),
        ((2560, 1080), "en"),
        pytest.param((1280, 720), "zh", marks=pytest.mark.long),
        pytest.param((720, 1280), "en", marks=pytest.mark.long),
        pytest.param((1024, 768), "en", marks=pytest.mark.long),
        pytest.param((2560, 1080), "zh", marks=pytest.mark.long),
    ],
)
def test_it_can_be_used_on_screens_of_every_shape(open_booth, real, size, language):
    screen = open_booth(real, SAMPLE_DECK, size=size, language=language)
    screen.wake()
    screen.tap("hub.adviser")
    for answer in ("trading", "bonded", "rail"):
        screen.tap(f"adviser.answer.{answer}")
    for number in range(3):
        card = screen.item(f"adviser.advice.{number}")
        assert card.height() > 0
        assert screen.item(f"adviser.open.{number}").width() <= card.width()
    screen.tap("adviser.open.2")
    assert screen.place.screen == "slide"
