"""What keys do, and which finger strikes which: without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.keyboard.board import Board, Edit
from kiosk.keyboard.hands import Hands
from kiosk.keyboard.layouts import ACCENTS, HIGH, WIDE, Does, Key, Kind
from kiosk.places import FONTS

KINDS = list(Kind)


class Hand:
    """Somebody at a board, with one finger: strikes keys, and keeps the line that comes of it."""

    def __init__(self, kind: Kind = Kind.TEXT, language: str = "en") -> None:
        self.board = Board()
        self.board.open(kind, language)
        self.text = ""
        self.now = 0

    def strike(self, key: Key) -> Edit:
        self.now += 1_000
        edit = self.board.strike(key, self.now)
        self.text += edit.write
        if edit.erase:
            self.text = self.text[:-1]
        self.board.suit(self.text)
        return edit

    def key(self, name: str) -> Key:
        return next(key for key in self.board.shown() if key.name == name)


def looks() -> list[Board]:
    """A board in each of its looks."""
    found = []
    for kind in KINDS:
        for language in ("en", "zh"):
            for name in ("", "signs", "shift", "z"):
                hand = Hand(kind, language)
                if any(key.name == name for key in hand.board.shown()):
                    hand.strike(hand.key(name))
                found.append(hand.board)
                hand.board.last = name == "signs"
    return found


@pytest.mark.parametrize("board", looks())
def test_keys_fill_the_board_and_none_covers_another(board):
    keys = board.shown()
    assert all(key.width >= 1 and key.height >= 1 for key in keys)
    pairs = [(one, other) for one in keys for other in keys if one is not other]
    beside = [one.x + one.width <= other.x + 0.001 or other.x + other.width <= one.x + 0.001 for one, other in pairs]
    above = [one.y + one.height <= other.y or other.y + other.height <= one.y for one, other in pairs]
    assert all(either or both for either, both in zip(beside, above, strict=True))
    area = sum(key.width * key.height for key in keys)
    assert area == pytest.approx(WIDE * HIGH, abs=0.5) or board.composing
    assert max(key.x + key.width for key in keys) == pytest.approx(WIDE)


def test_every_accent_can_be_drawn():
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / "NotoSansSC-Regular.ttf") as font:
        drawn = font.getBestCmap()
    offered = [other for board in looks() for key in board.shown() for other in (*key.others, key.label)]
    assert all(ord(letter) in drawn for text in offered for letter in text)
    assert {"ë", "Ü"} <= set(offered)
    assert all(accent.islower() for accents in ACCENTS.values() for accent in accents)


@pytest.mark.parametrize(
    ("before", "kind", "capital"),
    [
        ("", Kind.NAME, True),
        ("Ada", Kind.NAME, False),
        ("Ada ", Kind.NAME, True),
        ("Anne-", Kind.NAME, True),
        ("One", Kind.TEXT, False),
        ("One ", Kind.TEXT, False),
        ("One. ", Kind.TEXT, True),
        ("", Kind.EMAIL, False),
    ],
)
def test_capitals_come_by_themselves_where_something_begins(before, kind, capital):
    board = Board()
    board.open(kind, "en")
    board.suit(before)
    assert ("Q" in [key.label for key in board.shown()]) == capital


@given(st.sampled_from(KINDS), st.sampled_from(["en", "zh", "zh-CN", "fr"]), st.lists(st.integers(0, 60), max_size=40))
def test_any_keys_in_any_order(kind, language, strikes):
    hand = Hand(kind, language)
    for strike in strikes:
        keys = hand.board.shown()
        key = keys[strike % len(keys)]
        before = hand.text
        hand.strike(key)
        if key.does is Does.ERASE and not hand.board.composing:
            assert len(hand.text) >= len(before) - 1
    hand.board.close()
    assert not hand.board.composing


FINGER = st.tuples(
    st.sampled_from(["press", "move", "lift", "hold", "cancel"]),
    st.integers(0, 3),
    st.floats(-2, WIDE + 2),
    st.floats(-2, HIGH + 2),
)


@given(st.lists(FINGER, max_size=40))
def test_any_fingers_in_any_order(acts):
    """Each press strikes its key once at most, unless it is held and repeats; none is left when all are lifted."""
    board = Board()
    hands = Hands(board.shown)
    pressed = struck = 0
    for act, finger, x, y in acts:
        if act == "press":
            struck += len(hands.strike_all(finger, x, y))
            hands.press(finger, x, y)
            pressed += 1
        elif act == "move":
            hands.move(finger, x, y)
        elif act == "lift":
            struck += len(hands.lift(finger, x, y))
        elif act == "hold":
            hands.hold()
        else:
            hands.cancel()
            assert hands.picked == -1
        assert struck <= pressed
        assert hands.offer is None or -1 <= hands.picked < len(hands.offer.texts)
    for finger in range(4):
        hands.lift(finger, 0, 0)
    assert not hands.pressed
    assert hands.offer is None


def test_two_languages_have_the_same_keys_in_the_same_places():
    names = [
        {(key.name, key.x, key.y) for key in Hand(Kind.TEXT, language).board.shown() if key.label not in ".，'·"}
        for language in ("en", "zh")
    ]
    assert names[0] == names[1]


def test_paging_shows_every_candidate_once():
    hand = Hand(Kind.TEXT, "zh")
    for letter in "yi":
        hand.strike(hand.key(letter))
    shown = []
    while True:
        keys = hand.board.shown()
        shown += [key.label for key in keys if key.does is Does.CHOOSE]
        later = [key for key in keys if key.does is Does.LATER]
        if not later:
            break
        hand.strike(later[0])
    assert shown == [candidate.text for candidate in hand.board.pinyin.candidates]
    assert len(shown) > 150
