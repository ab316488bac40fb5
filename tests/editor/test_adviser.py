"""An operator writes what the booth asks its visitors, and for which answers a platform speaks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tiny import ADVISER, add_adviser

from kiosk.deck.load import load


@pytest.fixture
def desk(open_editor, tiny_folder):
    """The small deck, which advises its visitors, in the editor."""
    add_adviser(tiny_folder)
    desk = open_editor(tiny_folder)
    desk.choose("adviser.yaml:-1")
    return desk


def test_a_question_is_edited_and_seen_as_visitors_meet_it(desk):
    desk.until_shown()
    assert "What do you do?" in desk.texts()
    desk.choose("adviser.yaml:1")
    desk.until_shown()
    assert {"Which way?", "Rail", "Road"} <= set(desk.texts())
    desk.write("entry.questions/1/text.0", "By which way?")
    desk.scroll_to("entry.questions/1/answers/0/text.0")
    desk.write("entry.questions/1/answers/0/text.0", "By rail")
    desk.until_shown()
    assert {"By which way?", "By rail"} <= set(desk.texts())
    desk.save()
    assert desk.diff() == [
        '-    text: {en: "Which way?", zh: 怎么走？}',
        '+    text: {en: "By which way?", zh: 怎么走？}',
        "-        text: {en: Rail, zh: 铁路}",
        "+        text: {en: By rail, zh: 铁路}",
    ]


def test_questions_are_added_copied_moved_and_deleted(desk):
    desk.choose("adviser.yaml:0")
    desk.tap("tool.slide")
    assert desk.editor.chosen == "adviser.yaml:1"
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type("How large?")
    desk.until_shown()
    assert "How large?" in desk.texts()
    desk.tap("tool.duplicate")
    desk.drag("grip.adviser.yaml:2", "row.adviser.yaml:0")
    desk.until_shown()
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert [question.id for question in loaded.deck.questions] == ["question-2", "work", "question", "route"]
    desk.tap("tool.delete")
    desk.choose("adviser.yaml:1")
    desk.tap("tool.delete")
    desk.save()
    assert desk.diff() == []
    desk.tap("undo")
    assert [each["id"] for each in desk.editor.files.questions()] == ["work", "question", "route"]


@pytest.mark.long
def test_answers_are_added_and_moved(desk):
    desk.choose("adviser.yaml:0")
    desk.tap("add.questions/0/answers")
    desk.scroll_to("up.questions/0/answers/2")
    desk.tap("up.questions/0/answers/2")
    desk.until_shown()
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert [answer.id for answer in loaded.deck.questions[0].answers] == ["make", "answer", "trade"]


def test_an_answer_that_platforms_speak_for_is_missed_when_it_goes(desk):
    desk.choose("adviser.yaml:1")
    desk.tap("tool.delete")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "Problems  2"
    desk.tap("problem.0")
    assert desk.editor.chosen == "hill.yaml:-1"
    desk.tap("undo")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    assert desk.editor.chosen == "adviser.yaml:0"


def test_each_answer_says_which_platforms_speak_for_it(desk):
    desk.choose("adviser.yaml:1")
    assert desk.item("about.questions/1/answers/0").property("text") == "for River, Hill zone"
    desk.scroll_to("about.questions/1/answers/1")
    assert desk.item("about.questions/1/answers/1").property("text") == "no platform yet"


@pytest.mark.long
def test_what_is_wrong_with_a_question_leads_to_its_field(desk):
    desk.choose("adviser.yaml:0")
    desk.scroll_to("entry.questions/0/answers/1/id")
    desk.write("entry.questions/0/answers/1/id", "make")
    desk.until_shown()
    assert desk.item("preview.old")
    desk.choose("overview.yaml:0")
    desk.until_shown()
    assert desk.item("row.adviser.yaml:-1").property("fault")
    desk.tap("problem.0")
    assert desk.editor.chosen == "adviser.yaml:0"
    assert "is there twice" in desk.item("note.questions/0/answers/1/id").property("text")


def test_a_deck_that_asks_nothing_begins_to(open_editor, tiny_folder):
    desk = open_editor(tiny_folder)
    desk.choose("adviser.yaml:-1")
    assert desk.item("form.intro").property("text").startswith("Visitors are not asked anything yet")
    desk.tap("add.questions")
    desk.until_shown()
    assert "no platform has a reason" in desk.item("form.intro").property("text")
    desk.choose("hill.yaml:-1")
    desk.scroll_to("more..suits")
    desk.tap("more..suits")
    desk.scroll_to("pick.suits/0/answer")
    desk.tap("pick.suits/0/answer")
    desk.tap("option.answer")
    desk.choose("adviser.yaml:-1")
    desk.choose("adviser.yaml:0")
    desk.until_shown()
    assert "What would you like to know?" in desk.texts()
    desk.save()
    assert not load(desk.folder).problems
    desk.tap("tool.delete")
    desk.save()
    assert not (desk.folder / "adviser.yaml").exists()
    assert desk.editor.chosen == "adviser.yaml:-1"


def test_comments_around_questions_stay(desk):
    said = "# What the booth asks\n" + ADVISER.replace("  - id: route", "  # of goods\n  - id: route")
    (desk.folder / "adviser.yaml").write_text(said, encoding="utf-8")
    desk.editor.look()
    desk.choose("adviser.yaml:1")
    desk.tap("tool.up")
    desk.save()
    text = (desk.folder / "adviser.yaml").read_text(encoding="utf-8")
    assert text.startswith("# What the booth asks\nquestions:\n  # of goods\n  - id: route")
    assert sorted(text.splitlines()) == sorted(said.splitlines())
