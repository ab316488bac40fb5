"""Which screen gets the show and which the console, when screens come, go, and are known again."""

import pytest

from kiosk.presenter.kept import Kept, read
from kiosk.presenter.screens import Glass, Seats, Told, identities, seats, together, told

LAPTOP = Glass("eDP-1", "BOE", "0x09", "", 1366, 768, primary=True)
WALL = Glass("HDMI-1", "Samsung", "QM85", "A1", 3840, 2160)
DESK = Glass("DP-1", "Dell", "U2415", "B2", 1920, 1200)
TWINS = (Glass("DP-1", "Dell", "U2415"), Glass("DP-2", "Dell", "U2415", primary=True))


@pytest.mark.parametrize(
    ("screens", "before", "after"),
    [
        ([], None, Seats()),
        ([LAPTOP], None, Seats("eDP-1", "")),
        ([LAPTOP, WALL], None, Seats("HDMI-1", "eDP-1")),
        ([LAPTOP, DESK, WALL], None, Seats("HDMI-1", "eDP-1")),
        ([DESK, WALL], None, Seats("HDMI-1", "DP-1")),
        (TWINS, None, Seats("DP-1", "DP-2")),
        # one more comes: the show stays, the console finds its place
        ([LAPTOP, WALL], Seats("eDP-1", ""), Seats("eDP-1", "HDMI-1")),
        ([LAPTOP, WALL, DESK], Seats("HDMI-1", "eDP-1"), Seats("HDMI-1", "eDP-1")),
        # one goes
        ([LAPTOP], Seats("HDMI-1", "eDP-1"), Seats("eDP-1", "")),
        ([WALL], Seats("HDMI-1", "eDP-1"), Seats("HDMI-1", "")),
        ([LAPTOP, DESK], Seats("HDMI-1", "eDP-1"), Seats("DP-1", "eDP-1")),
        ([WALL, DESK], Seats("HDMI-1", "eDP-1"), Seats("HDMI-1", "DP-1")),
        ([DESK], Seats("HDMI-1", "eDP-1"), Seats("DP-1", "")),
    ],
)
def test_who_gets_which_screen(screens, before, after):
    assert seats(screens, {}, before) == after


def test_an_arrangement_is_known_again_wherever_it_is_plugged_in():
    """By maker, model and serial number: the sockets have changed."""
    known = {together([LAPTOP, DESK, WALL]): identities([LAPTOP, DESK, WALL])["DP-1"]}
    moved = [
        Glass("HDMI-1", "Dell", "U2415", "B2", 1920, 1200),
        Glass("DP-1", "Samsung", "QM85", "A1", 3840, 2160),
        LAPTOP,
    ]
    assert seats(moved, known).show == "HDMI-1"
    assert seats([LAPTOP, WALL], known).show == "HDMI-1"


def test_screens_that_nothing_tells_apart_are_known_by_their_sockets():
    assert len(set(identities(TWINS).values())) == 2
    assert len(set(identities([Glass("one"), Glass("two")]).values())) == 2


@pytest.mark.parametrize(
    ("before", "after", "more", "said"),
    [
        (Seats("a", "b"), Seats("a", "b"), False, Told.NOTHING),
        (Seats("a", "b"), Seats("a", "b"), True, Told.SCREEN_CAME),
        (Seats("a", ""), Seats("a", "b"), True, Told.CONSOLE_CAME),
        (Seats("a", "b"), Seats("a", "c"), False, Told.CONSOLE_MOVED),
        (Seats("a", "b"), Seats("c", "b"), False, Told.SHOW_MOVED),
        (Seats("a", "b"), Seats("a", ""), False, Told.ONE_LEFT),
        (Seats("a", "b"), Seats("b", ""), False, Told.ONE_LEFT),
    ],
)
def test_what_happened_is_said(before, after, more, said):
    assert told(before, after, more=more) == said


def test_a_presenter_s_choices_are_kept(tmp_path):
    Kept("zh", 4, {"a + b": "a"}).save(tmp_path)
    assert read(tmp_path) == Kept("zh", 4, {"a + b": "a"})


@pytest.mark.parametrize("text", ["", "[]", '{"size": "x"}', '{"language": "en", "size": 99, "shows": [1]}', "\x00"])
def test_choices_that_cannot_be_read_are_none(tmp_path, text):
    (tmp_path / "presenter.json").write_text(text)
    assert read(tmp_path) == Kept()
    assert read(tmp_path / "nowhere") == Kept()
