"""The console beside a show: what it says, and what its keys and touches do to the show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.stage.complete import visible_items

Key = Qt.Key


def test_the_console_says_where_the_talk_is(talk):
    assert talk.says("position") == "1 / 8"
    assert talk.says("coming.title") == "Next: Openness is a habit"
    assert talk.says("notes") == "No notes for this slide"
    talk.tap("next")
    talk.tap("next")
    assert (talk.slide, talk.says("notes")) == ("numbers", "Say it slowly")
    assert talk.says("coming.title") == "Next: 2 more steps on this slide"


def test_both_small_pictures_follow_the_show(talk):
    """One shows what the audience sees, the other what the next step brings."""
    now, coming = talk.presenter.console.stages
    assert (now.index, coming.index) == (0, 1)
    talk.tap("next")
    talk.press(Key.Key_Right)
    talk.until(lambda: (now.index, now.show.revealed) == (2, 0))
    assert (coming.index, coming.show.revealed) == (2, 1)
    talk.tap("next")
    talk.tap("next")
    talk.until(lambda: (now.index, coming.index) == (2, 3))
    talk.press(Key.Key_End)
    assert talk.says("coming.title") == "Next: This was the last slide"


def test_keys_of_the_console_are_the_shows(talk):
    talk.press(Key.Key_PageDown)
    assert talk.slide == "idea"
    talk.press(Key.Key_B)
    assert talk.place.show.blank == "black"
    assert len(talk.items("covered")) == 1
    talk.press(Key.Key_B, Key.Key_3, Key.Key_Return)
    assert (talk.place.show.at, talk.place.show.blank) == (2, "")


def test_black_and_white_by_touch(talk):
    for name in ("black", "white"):
        talk.tap(f"cover.{name}")
        assert talk.place.show.blank == name
        talk.tap(f"cover.{name}")
        assert talk.place.show.blank == ""


def test_a_slide_of_the_list_is_jumped_to(talk):
    talk.tap("tab.slides")
    talk.until(lambda: talk.items("jump.3"))
    talk.tap("jump.3")
    assert talk.place.show.at == 3


def test_a_figure_is_found_and_its_slide_shown(talk):
    """While somebody types, letters are letters; a clicker's keys are the show's all the same."""
    talk.tap("tab.find")
    talk.until(lambda: talk.items("find"))
    talk.write("5105 bw")
    assert talk.items("find.none")
    talk.press(*[Key.Key_Backspace] * 3)
    talk.until(lambda: talk.items("hit.0"))
    assert talk.place.show.blank == ""
    talk.press(Key.Key_PageDown)
    assert talk.place.show.at == 1
    talk.press(Key.Key_Home, Key.Key_PageUp)
    assert talk.place.show.at == 0
    talk.tap("hit.0")
    assert talk.slide == "numbers"
    talk.press(Key.Key_Right)
    assert talk.place.show.step == 1


def test_a_number_in_a_chart_is_marked_for_the_audience(talk):
    talk.tap("tab.find")
    talk.until(lambda: talk.items("find"))
    talk.write("90.25")
    talk.until(lambda: talk.items("hit.0"))
    talk.tap("hit.0")
    assert talk.slide == "trade"
    talk.until(lambda: {"2019 · Imports", "≈90.25 billion yuan"} <= told(talk))
    talk.press(Key.Key_Right, Key.Key_Left)
    assert talk.slide == "trade"
    assert "2019 · Imports" not in told(talk)


def told(talk) -> set[str]:
    """All that the audience can read."""
    return set(talk.screen.texts())


def test_escape_leaves_the_field(talk):
    talk.tap("tab.find")
    talk.until(lambda: talk.items("find"))
    talk.press(Key.Key_Escape, Key.Key_N)
    assert talk.slide == "idea"


def test_a_route_has_its_time_and_greets_its_guest(talk):
    talk.tap("tab.talk")
    talk.until(lambda: talk.items("route.1"))
    talk.tap("route.1")
    assert talk.place.show.route == "short"
    assert talk.says("planned") == "of 10:00"
    talk.tap("guest")
    talk.write("Ada")
    talk.press(Key.Key_Return)
    assert talk.place.show.guest == "Ada"


def test_the_pace_is_told_in_words_and_colour(talk):
    """Six slides in ten minutes: a hundred seconds for each."""
    talk.presenter.lectern.choose("short")
    talk.tap("next")
    talk.clock.now += 100_000
    talk.presenter.lectern.ticked.emit()
    assert talk.item("pace").childItems()[0].property("text") == "On time"
    talk.clock.now += 70_000
    talk.presenter.lectern.ticked.emit()
    assert talk.item("pace").childItems()[0].property("text") == "1:10 behind"
    assert talk.says("elapsed") == "2:50"
    talk.press(Key.Key_End)
    assert talk.item("pace").childItems()[0].property("text") == "5:30 ahead"


def test_the_talks_clock_pauses_and_begins_anew(talk):
    talk.tap("next")
    talk.clock.now += 30_000
    talk.press(Key.Key_T)
    talk.clock.now += 30_000
    talk.presenter.lectern.ticked.emit()
    assert talk.says("elapsed") == "0:30"
    talk.tap("pause")
    talk.clock.now += 10_000
    talk.presenter.lectern.ticked.emit()
    assert talk.says("elapsed") == "0:40"
    talk.tap("reset")
    assert talk.says("elapsed") == "0:00"


def test_the_notes_language_and_size_are_the_presenters_own_and_kept(talk):
    talk.press(Key.Key_3, Key.Key_Return)
    before = talk.item("notes").height()
    for _ in range(3):
        talk.tap("larger")
    assert talk.item("notes").height() > before
    talk.tap("tab.talk")
    talk.until(lambda: talk.items("language"))
    talk.tap("language")
    talk.tap("tab.notes")
    talk.until(lambda: talk.items("notes"))
    assert talk.says("notes") == "慢慢说"
    assert talk.place.language == "en"
    assert talk.presenter.lectern.largest


def test_the_talk_ends_at_the_second_tap(open_talk):
    talk = open_talk(presenting=False)
    talk.screen.wake()
    talk.press(Key.Key_F5, window=talk.screen.window)
    talk.tap("tab.talk")
    talk.until(lambda: talk.items("end"))
    talk.tap("end")
    assert talk.place.show
    talk.tap("end")
    assert talk.place.screen == "attract"


def test_on_one_screen_s_brings_the_console_and_takes_it_away(open_talk):
    talk = open_talk(beside=False)
    show = talk.screen.window
    talk.press(Key.Key_S, window=show)
    assert talk.window.isVisible()
    assert talk.window.geometry() == show.geometry()
    talk.press(Key.Key_S)
    assert not talk.window.isVisible()
    talk.screen.fingers.press(*(QPoint(400 + 60 * at, 300) for at in range(3)))
    talk.screen.fingers.lift()
    assert talk.window.isVisible()
    talk.fingers.press(*(QPoint(400 + 60 * at, 300) for at in range(3)))
    talk.fingers.lift()
    assert not talk.window.isVisible()


def test_a_changed_deck_is_followed(talk, folder):
    from kiosk.deck.load import load

    talk.press(Key.Key_3, Key.Key_Return)
    file = folder / "overview.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Say it slowly", "Say it twice"), encoding="utf-8")
    talk.screen.booth.take(load(folder))
    assert talk.says("notes") == "Say it twice"


class TestInk:
    """What is drawn and pointed at, on either screen."""

    def test_a_stroke_on_the_small_picture_is_on_the_show_and_belongs_to_its_slide(self, talk):
        talk.tap("draw")
        talk.fingers.drag(talk.on_slide(0.2, 0.5), QPoint(150, 40))
        ink = talk.presenter.ink
        drawn = ink.strokes
        assert drawn.startswith("M0.200")
        assert [item.property("path") for item in talk.items("ink.strokes", talk.screen.window)] == [drawn]
        assert talk.place.show.at == 0
        talk.tap("next")
        assert ink.strokes == ""
        talk.tap("previous")
        assert ink.strokes == drawn

    @pytest.mark.parametrize("way", ["undo", "clear"])
    def test_strokes_are_taken_away(self, talk, way):
        talk.tap("draw")
        for y in (0.3, 0.6):
            talk.fingers.drag(talk.on_slide(0.2, y), QPoint(150, 0))
        talk.tap(way)
        assert talk.presenter.ink.strokes.count("M") == (way == "undo")

    def test_the_eraser_takes_the_stroke_that_it_touches(self, talk):
        talk.tap("draw")
        for y in (0.3, 0.6):
            talk.fingers.drag(talk.on_slide(0.2, y), QPoint(150, 0))
        talk.press(Key.Key_E)
        talk.fingers.tap(talk.on_slide(0.25, 0.6))
        assert talk.presenter.ink.strokes.startswith("M0.200")
        assert talk.presenter.ink.strokes.count("M") == 1

    def test_the_mouse_draws_on_the_show_itself(self, talk):
        show = talk.screen.window
        talk.press(Key.Key_D, window=show)
        QTest.mousePress(show, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
        for at in range(1, 9):
            QTest.mouseMove(show, QPoint(300 + 20 * at, 300))
        QTest.mouseRelease(show, Qt.MouseButton.LeftButton, pos=QPoint(460, 300))
        assert talk.presenter.ink.any
        assert talk.place.show.at == 0
        talk.press(Key.Key_D, window=show)
        assert talk.presenter.ink.hand == ""

    def test_the_pointer_and_the_light_follow_on_both_screens(self, talk):
        show = talk.screen.window
        talk.press(Key.Key_L)
        talk.fingers.press(talk.on_slide(0.5, 0.5))
        assert len(talk.items("ink.dot")) == len(talk.items("ink.dot", show)) == 1
        talk.fingers.lift()
        talk.tap("spot")
        talk.fingers.press(talk.on_slide(0.25, 0.75))
        assert len(talk.items("ink.light")) == len(talk.items("ink.light", show)) == 1
        assert (round(talk.presenter.ink.x, 2), round(talk.presenter.ink.y, 2)) == (0.25, 0.75)
        talk.fingers.lift()

    def test_drawings_are_saved_when_asked(self, talk, tmp_path):
        talk.presenter.lectern.saveInk()
        assert talk.says("told") == "There is nothing to save yet"
        talk.tap("draw")
        talk.fingers.drag(talk.on_slide(0.2, 0.5), QPoint(150, 40))
        talk.presenter.lectern.saveInk()
        (file,) = (tmp_path / "state" / "ink").rglob("*.svg")
        assert file.stem == talk.slide
        assert 'viewBox="0 0 1920 1080"' in file.read_text(encoding="utf-8")

    @pytest.mark.parametrize("presenting", [True, False], ids=["only a show", "handed over"])
    def test_nothing_is_left_when_the_talk_is_over(self, open_talk, presenting):
        talk = open_talk(presenting=presenting)
        if not presenting:
            talk.screen.wake()
            talk.press(Key.Key_F5, window=talk.screen.window)
        talk.presenter.lectern.take("draw")
        talk.fingers.drag(talk.on_slide(0.2, 0.5), QPoint(150, 40))
        assert talk.presenter.ink.any
        talk.presenter.lectern.end()
        talk.presenter.lectern.end()
        assert not talk.presenter.ink.any
        assert talk.presenter.ink.hand == ""


def test_a_finger_opens_a_keyboard_and_a_key_folds_it_away(talk):
    """Whoever stands at a console without keys finds a figure all the same."""
    talk.tap("tab.find")
    talk.until(lambda: talk.items("find"))
    assert not talk.items("keyboard")
    talk.tap("find")
    talk.until(lambda: talk.items("keyboard"))
    for key in "5105":
        talk.tap(f"key.{key}")
    talk.until(lambda: talk.items("hit.0"))
    talk.write("b")
    assert not talk.items("keyboard")
    assert talk.item("find.text").property("text") == "5105b"
    talk.tap("find")
    talk.until(lambda: talk.items("keyboard"))
    talk.tap("key.erase")
    talk.tap("key.done")
    assert not talk.items("keyboard")
    talk.press(Key.Key_N)
    assert talk.slide == "idea"
    talk.tap("find")
    talk.until(lambda: talk.items("keyboard"))
    talk.tap("now")
    assert not talk.items("keyboard")


def test_the_keyboard_never_covers_the_field(talk):
    talk.tap("tab.talk")
    talk.until(lambda: talk.items("guest"))
    talk.tap("guest")
    talk.until(lambda: talk.items("keyboard"))
    field, keyboard = talk.item("guest"), talk.item("keyboard")
    assert (
        field.mapToScene(field.boundingRect().bottomLeft()).y()
        <= keyboard.mapToScene(keyboard.boundingRect().topLeft()).y()
    )
    talk.tap("key.a")
    talk.tap("key.done")
    assert talk.place.show.guest == "A"


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080), (800, 600), (1080, 1920)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_button_says_its_whole_word(talk, size, language):
    talk.window.resize(*size)
    if language == "zh":
        talk.presenter.lectern.nextLanguage()
    talk.until(lambda: talk.window.contentItem().width() == size[0])
    cut = [
        item.property("text")
        for item in visible_items(talk.window)
        if item.inherits("QQuickText") and item.property("truncated") and item.parentItem().objectName()
    ]
    assert cut == []
