"""An operator moves a slide from one platform to another, with all that was written about it."""

from __future__ import annotations

import pytest
from tiny import add_adviser

from kiosk.deck.load import load


def slides(desk) -> dict[str, list[str]]:
    """The ids of each platform's slides, as they are on the disk."""
    loaded = load(desk.folder)
    assert not loaded.problems
    return {platform.id: [slide.id for slide in platform.slides] for platform in loaded.deck.platforms}


def test_a_slide_is_dragged_between_those_of_another_platform(desk):
    desk.click("row.hill.yaml:2")
    desk.drag("grip.hill.yaml:2", "row.river.yaml:1")
    desk.until_shown()
    desk.save()
    assert slides(desk) == {
        "overview": ["welcome", "idea", "numbers"],
        "river": ["river-profile", "more", "trade"],
        "hill": ["history", "sights"],
    }
    assert desk.editor.chosen == "river.yaml:1"
    desk.tap("undo")
    assert desk.editor.chosen == "hill.yaml:2"
    desk.save()
    assert desk.diff() == []


def test_a_slide_that_is_dragged_onto_a_platform_becomes_its_first_one(desk):
    desk.click("row.overview.yaml:1")
    desk.drag("grip.overview.yaml:1", "row.hill.yaml:-1")
    desk.save()
    assert slides(desk)["hill"] == ["idea", "history", "sights", "more"]


def test_a_finger_drags_too_and_the_text_goes_along_as_it_was_written(desk):
    desk.click("row.river.yaml:1")
    start, end = desk.middle("grip.river.yaml:1"), desk.middle("row.hill.yaml:0")
    desk.fingers.drag(start, end - start)
    desk.save()
    assert slides(desk)["hill"] == ["history", "trade", "sights", "more"]
    lines = desk.files()["hill.yaml"].splitlines() + desk.files()["river.yaml"].splitlines()
    assert sorted(lines) == sorted((desk.before["hill.yaml"] + desk.before["river.yaml"]).splitlines())


def test_who_cannot_drag_picks_the_platform(desk):
    desk.choose("overview.yaml:2")
    desk.tap("tool.send")
    assert desk.items("option.overview.yaml") == []
    desk.type("hill")
    desk.until(lambda: not desk.items("option.river.yaml"))
    desk.tap("option.hill.yaml")
    desk.until_shown()
    assert "In numbers" in desk.texts()
    desk.save()
    assert slides(desk)["hill"] == ["history", "sights", "more", "numbers"]


def test_the_last_slide_of_a_platform_stays(desk):
    desk.choose("river.yaml:1")
    desk.tap("tool.delete")
    desk.tap("tool.send")
    desk.tap("option.hill.yaml")
    assert "keeps one slide at least" in desk.item("status").property("text")
    assert desk.editor.chosen == "river.yaml:0"


def test_what_else_changes_with_it_is_told(open_editor, tiny_folder):
    routes = """\
routes:
  - id: all
    title: {en: All of it, zh: 全部}
    minutes: 5
    slides: [river, numbers]
  - id: one
    title: {en: One slide, zh: 一页}
    minutes: 5
    slides: [river-profile]
"""
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + routes, encoding="utf-8")
    desk = open_editor(tiny_folder)
    desk.choose("river.yaml:0")
    desk.tap("tool.send")
    desk.tap("option.hill.yaml")
    assert desk.item("status").property("text") == (
        "It shows the indicators of its platform, so now those of the new one. "
        "Routes that show a whole platform have changed with it: All of it."
    )
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"


@pytest.mark.long
def test_the_list_comes_along_where_the_target_is_out_of_sight(open_editor, tiny_folder):
    river = tiny_folder / "river.yaml"
    more = "".join(f"  - {{id: more-{number}, layout: cover, title: More}}\n" for number in range(20))
    river.write_text(river.read_text(encoding="utf-8") + more, encoding="utf-8")
    desk = open_editor(tiny_folder, size=(1024, 640))
    desk.choose("overview.yaml:1")
    form = desk.item("outline")
    start = desk.middle("grip.overview.yaml:1")
    bottom = form.mapToScene(form.boundingRect().bottomLeft()).y() - 5
    desk.hold(start, bottom - start.y())
    assert not form.property("atYEnd")
    desk.until(lambda: form.property("atYEnd"))
    desk.release(start, bottom - start.y())
    desk.save()
    assert slides(desk)["hill"] == ["history", "sights", "more", "idea"]


def test_a_platform_is_copied_and_deleted(desk):
    desk.choose("hill.yaml:-1")
    desk.tap("tool.duplicate")
    assert desk.editor.chosen == "hill-2.yaml:-1"
    desk.until_shown()
    desk.save()
    assert slides(desk)["hill-2"] == ["history-2", "sights-2", "more-2"]
    desk.tap("tool.delete")
    assert desk.item("status").property("text") == "Hill zone is deleted, with all its slides. Undo brings it back."
    desk.until_shown()
    desk.save()
    assert desk.diff() == []
    desk.tap("undo")
    assert desk.editor.chosen == "hill-2.yaml:0"


@pytest.mark.long
def test_platforms_change_places_within_their_group(desk):
    desk.choose("hill.yaml:-1")
    desk.tap("tool.up")
    assert not desk.editor.dirty, "it is alone in its group"
    desk.tap("tool.duplicate")
    desk.tap("tool.up")
    desk.until_shown()
    desk.save()
    assert list(slides(desk)) == ["overview", "river", "hill-2", "hill"]
    assert "+order: 2" in desk.diff()
    desk.tap("tool.down")
    desk.save()
    assert list(slides(desk)) == ["overview", "river", "hill", "hill-2"]
    assert desk.editor.chosen == "hill-2.yaml:-1"


@pytest.mark.parametrize("name", ["tool.send", "tool.hide"])
def test_a_question_stays_among_the_questions(open_editor, tiny_folder, name):
    add_adviser(tiny_folder)
    desk = open_editor(tiny_folder)
    desk.choose("adviser.yaml:-1")
    desk.choose("adviser.yaml:1")
    desk.tap(name)
    assert desk.items("sheet") == []
    desk.drag("grip.adviser.yaml:1", "row.overview.yaml:1")
    assert not desk.editor.dirty
