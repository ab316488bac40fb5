"""The keyboard on the screen: fingers write with it what people have to write."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from spread import rather
from written import Writing

from kiosk.deck.load import load
from kiosk.keyboard.syllables import parts
from kiosk.place import Desk

Key = Qt.Key


@pytest.fixture
def writing(screen):
    """Somebody who writes English."""
    screen.wake()
    return Writing(screen)


@pytest.fixture
def chinese(screen):
    """Somebody who writes Chinese."""
    screen.wake()
    return Writing(screen, language="zh")


def test_a_name_with_accents(screen):
    screen.wake()
    writing = Writing(screen, kind="name")
    writing.type("zo")
    writing.hold("e", "ë")
    writing.type(" m")
    writing.hold("u", "ü")
    writing.type("ller")
    assert writing.text == "Zoë Müller"


def test_an_address_of_mail(screen):
    screen.wake()
    writing = Writing(screen, kind="email")
    writing.type("li.wei@example")
    writing.tap(".com")
    assert writing.text == "li.wei@example.com"
    writing.hold(".com", ".com.cn")
    assert writing.text == "li.wei@example.com.com.cn"


def test_a_telephone(screen):
    screen.wake()
    writing = Writing(screen, kind="phone")
    writing.type("+86 23-123")
    assert writing.text == "+86 23-123"


def test_a_place_by_pinyin(chinese):
    chinese.type("chongqingliangjiangxinqu")
    assert chinese.line == "chong'qing'liang'jiang'xin'qu"
    chinese.tap("space")
    assert chinese.text == "重庆两江新区"
    assert not chinese.line


def test_words_are_chosen_one_by_one(chinese):
    chinese.type("chongqingtouzi")
    chinese.choose("重庆")
    assert (chinese.text, chinese.line) == ("", "重庆tou'zi")
    chinese.choose("投资")
    assert chinese.text == "重庆投资"


def test_pages_of_words_and_the_letters_as_they_are(chinese):
    chinese.type("yi")
    first = chinese.screen.item("key.choose0").property("label")
    chinese.tap("later")
    assert not [item for item in chinese.screen.texts() if item == first]
    chinese.tap("earlier")
    assert chinese.screen.item("key.choose0").property("label") == first
    chinese.tap("erase", "next")
    assert chinese.text == "y"
    assert chinese.card.property("nexts") == 0


def test_the_language_key(writing):
    writing.type("abb")
    writing.tap("language")
    writing.type("touzi")
    writing.tap("space", "language")
    writing.type("x")
    assert writing.text == "Abb投资x"


def test_signs_in_both_languages(writing):
    writing.tap("signs", "&", "signs")
    writing.type("co")
    writing.hold("'", "-")
    writing.tap("language", "，", "·", "signs", "《")
    assert writing.text == "&co-，·《"


def test_one_capital_and_many(writing):
    writing.type("ab")
    writing.tap("shift")
    writing.type("cd")
    writing.tap("shift", "shift")
    writing.type("ef")
    writing.tap("shift")
    writing.type("g")
    assert writing.text == "AbCdEFg"


def test_backspace_that_is_held(writing):
    writing.type("abcdefgh")
    writing.tap("erase")
    assert writing.text == "Abcdefg"
    writing.screen.fingers.press(writing.at("erase"))
    writing.screen.until(lambda: len(writing.text) < 4)
    writing.screen.fingers.lift()
    before = writing.text
    writing.tap("a")
    assert writing.text in {before + "a", "A"}


def test_the_cursor_moves(writing):
    writing.type("ac")
    writing.tap("left", "b", "right", "d")
    assert writing.text == "Abcd"


def test_two_thumbs_lose_no_letter(writing):
    fingers = writing.screen.fingers
    fingers.press(writing.at("h"))
    fingers.press(writing.at("i"))
    fingers.lift_one(0)
    fingers.lift_one(1)
    assert writing.text == "Hi"


def test_a_thumb_holds_shift(writing):
    writing.tap("a")
    fingers = writing.screen.fingers
    fingers.press(writing.at("shift"))
    fingers.press(writing.at("b"))
    fingers.lift_one(1)
    fingers.lift_one(0)
    assert writing.text == "AB"


def test_sixty_quick_taps(writing):
    letters = ("thequickbrownfoxjumpsoverthelazydog" * 2)[:60]
    points = {letter: writing.at(letter) for letter in set(letters)}
    for letter in letters:
        writing.screen.fingers.tap(points[letter])
    assert writing.text == letters.capitalize()


def test_the_gap_between_keys_is_the_nearest_key(writing):
    fingers = writing.screen.fingers
    q, w = writing.at("q"), writing.at("w")
    middle = (q + w) / 2
    fingers.tap(middle - QPoint(1, 0))
    fingers.tap(middle + QPoint(1, 0))
    assert writing.text == "Qw"


def test_a_finger_that_leaves_its_key_types_nothing(writing):
    writing.screen.fingers.drag(writing.at("q"), QPoint(300, 0))
    assert not writing.text
    writing.screen.fingers.press(writing.at("q"))
    writing.screen.fingers.cancel()
    writing.tap("w")
    assert writing.text == "W"


def test_the_line_keeps_to_its_length_and_its_validator(writing):
    writing.first.setProperty("maximumLength", 3)
    writing.type("abcd")
    assert writing.text == "Abc"
    writing.tap("next")
    writing.type("a1b")
    assert writing.second == "Ab"


def test_next_and_done(writing):
    writing.type("a")
    writing.tap("next", "b", "done")
    assert writing.text == "A"
    assert writing.second == "B"
    assert (writing.card.property("nexts"), writing.card.property("dones")) == (1, 1)
    assert not writing.card.property("line")
    assert "Q" not in writing.screen.texts()
    assert not writing.screen.booth.stage.hushed


def test_what_was_composed_goes_into_the_line_that_is_left_and_nowhere_if_all_is_folded_away(chinese):
    chinese.type("ni")
    chinese.screen.tap("second")
    assert chinese.text == "ni"
    chinese.type("hao")
    chinese.card.setProperty("line", 0)
    assert not chinese.second
    chinese.card.setProperty("line", 1)
    assert not chinese.line


def test_a_touch_into_the_line_moves_the_cursor(writing):
    writing.type("abc")
    writing.screen.fingers.tap(
        writing.first.mapToScene(writing.first.boundingRect().topLeft()).toPoint() + QPoint(1, 9)
    )
    writing.tap("x")
    assert writing.text == "XAbc"


# Hardware keyboards


def test_hardware_letters_are_pinyin_where_that_is_written(chinese):
    chinese.hardware("chongqing")
    assert chinese.line == "chong'qing"
    chinese.hardware("2")
    assert chinese.text == "重庆市"
    chinese.hardware("nh", Key.Key_Backspace, "ihao ni", Key.Key_Return, "Q")
    assert chinese.text == "重庆市你好niQ"


def test_hardware_letters_are_letters_elsewhere(writing):
    writing.hardware("b l n 17.")
    writing.hardware(Key.Key_Backspace, Key.Key_Home, "x")
    assert writing.text == "xb l n 17"


@pytest.mark.parametrize(
    "key", rather(Key.Key_F5, Key.Key_F1, Key.Key_PageDown, Key.Key_L, Key.Key_B, Key.Key_2, Key.Key_Home)
)
def test_no_key_leads_anywhere_while_somebody_writes(writing, key):
    before = writing.screen.place
    writing.hardware(key)
    assert writing.screen.place == before


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_Z])
def test_no_shortcut_of_a_line_works(writing, key):
    writing.type("ab")
    writing.hardware(key, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert writing.text == "Ab"
    assert not writing.first.property("selectedText")


def test_nothing_reaches_the_clipboard(writing):
    QGuiApplication.clipboard().clear()
    writing.type("ab")
    writing.hardware(Key.Key_Home, Key.Key_Delete, modifiers=Qt.KeyboardModifier.ShiftModifier)
    writing.hardware(Key.Key_Insert, modifiers=Qt.KeyboardModifier.ControlModifier)
    writing.hardware(Key.Key_Insert, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert writing.text == "Ab"
    assert not QGuiApplication.clipboard().text()


def test_only_escape_leaves(chinese):
    chinese.hardware("ni", Key.Key_Escape)
    assert not chinese.line
    assert chinese.card.property("line")
    chinese.hardware(Key.Key_Escape)
    assert not chinese.card.property("line")
    assert chinese.screen.place.screen == "hub"


# What nobody may know


def test_reports_do_not_tell_what_is_typed(writing):
    acts = []
    writing.screen.booth.stage.acted.connect(acts.append)
    writing.type("ab")
    writing.hardware("l2", Key.Key_F5)
    assert set(acts) == {"touch"}
    assert writing.screen.booth.stage.hushed


def test_nothing_is_kept_of_what_was_looked_up(chinese):
    chinese.type("chongqing")
    assert parts.cache_info().currsize
    chinese.tap("done")
    assert chinese.text == "chongqing"
    assert not parts.cache_info().currsize


def test_the_operator_s_keys_do_not_reach_the_line_beneath(writing):
    writing.screen.booth.stage.open_desk(Desk.PIN)
    writing.hardware("a1", Key.Key_Backspace)
    assert not writing.text
    writing.hardware(Key.Key_Escape)
    assert not writing.screen.place.desk


def test_capitals_follow_what_hardware_keys_and_the_card_do(writing):
    writing.hardware("x")
    writing.type("y")
    writing.first.setProperty("text", "")
    writing.type("z")
    assert writing.text == "Z"


def test_a_cleared_line_keeps_nothing(writing):
    writing.type("abc")
    writing.first.setProperty("text", "")
    assert not writing.first.property("canUndo")
    assert not writing.first.property("canRedo")


def test_the_screen_s_edge_is_no_gap_either_and_what_is_beneath_hears_nothing(open_booth, tiny_folder):
    screen = open_booth(load(tiny_folder), tiny_folder, size=(720, 1280))
    screen.wake()
    writing = Writing(screen)
    screen.fingers.tap(QPoint(1, writing.at("q").y()))
    assert writing.text == "Q"
    before = screen.place
    screen.fingers.tap(QPoint(360, 1279))
    assert screen.place == before
