"""The opening check: each part says what is so, whether that keeps the booth from opening, and what to do."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from tiny import tiny_png

from kiosk.deck.load import load
from kiosk.ready import files, machine
from kiosk.ready.machine import Devices
from kiosk.ready.part import Part, as_json

NOW = datetime(2026, 3, 4, 9, 30)  # noqa: DTZ001 - the operator's own clock


def write(folder, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_deck(tiny_folder):
    assert files.sound(load(tiny_folder), tiny_folder).said == "sound, 8 slides"


def test_a_broken_deck_says_what_is_wrong_first_and_what_to_do(tiny_folder):
    write(tiny_folder, "deck.yaml", "theme: day", "theme: dya")
    part = files.sound(load(tiny_folder), tiny_folder)
    assert part.state == "bad"
    assert "did you mean `day`?" in part.said
    assert part.do == f"Put it right: `kiosk check {tiny_folder}` names everything."


def test_a_deck_that_cannot_be_opened_is_bad(tmp_path):
    assert files.sound(load(tmp_path), tmp_path).state == "bad"


def test_every_picture_is_decoded(tiny_folder):
    loaded = load(tiny_folder)
    assert files.media(loaded.deck, tiny_folder).said == "1 picture decoded"
    picture = tiny_folder / "pictures" / "port.png"
    data = bytearray(tiny_png(16, 9))
    data[60] ^= 0xFF  # within the pixels: its headers are sound, and only a decoder finds it
    picture.write_bytes(bytes(data[:45]))
    part = files.media(loaded.deck, tiny_folder)
    assert (part.state, part.said) == ("bad", "cannot be decoded: pictures/port.png")


@pytest.mark.parametrize(("today", "state"), [(date(2021, 3, 4), "good"), (date(2021, 3, 3), "bad")])
def test_a_clock_that_is_behind_the_newest_source_is_wrong(tiny_folder, today, state):
    assert files.clock(load(tiny_folder).deck, today).state == state


def test_old_figures_are_counted_and_keep_no_booth_from_opening(tiny_folder):
    assert files.age(load(tiny_folder).deck, tiny_folder, NOW.date()).state == "good"
    write(tiny_folder, "deck.yaml", "theme: day", "theme: day\nstale_after: 24")
    part = files.age(load(tiny_folder).deck, tiny_folder, NOW.date())
    assert (part.state, part.said.partition(";")[0]) == ("note", "5 older than 24 months")


def test_a_deck_that_changed_since_the_last_check_is_told(tiny_folder, tmp_path):
    def told() -> tuple[str, str]:
        part = files.same(tiny_folder, tmp_path / "state", NOW)
        return part.state, part.said.rpartition(",")[0]

    assert told() == ("good", "checked for the first time")
    (tiny_folder / "deck.yaml").touch()
    assert told() == ("good", "as at the last check (2026-03-04 09:30)"), "when it was written does not matter"
    write(tiny_folder, "deck.yaml", "Tiny", "Small")
    assert told() == ("note", "changed since the last check (2026-03-04 09:30)")
    assert told() == ("good", "as at the last check (2026-03-04 09:30)")


def test_what_is_kept_of_the_last_check_may_be_broken(tiny_folder, tmp_path):
    for text in ("", "[]", "{", '{"x": 1}'):
        (tmp_path / "ready.json").write_text(text, encoding="utf-8")
        assert files.same(tiny_folder, tmp_path, NOW).said.startswith("checked for the first time")


def test_a_screen_and_its_touch(tmp_path):
    there = Devices(screens=((1920, 1080),), touch=("ILITEK",))
    assert [machine.screen(there).said, machine.touch(there).said] == ["1920 x 1080", "ILITEK"]
    assert {machine.screen(Devices()).state, machine.touch(Devices()).state} == {"bad"}
    assert machine.room(tmp_path / "cache").id == "disk"


def test_one_bad_part_is_enough_and_a_note_is_not():
    note, bad = Part("a", "A", "note", "so"), Part("b", "B", "bad", "so", "do this")
    assert as_json([note])["ready"] is True
    assert as_json([note, bad])["ready"] is False
    assert as_json([bad])["parts"] == [{"id": "b", "name": "B", "state": "bad", "said": "so", "do": "do this"}]


@pytest.mark.long
def test_the_command_looks_at_everything_and_says_so_on_one_card(kiosk_, tiny_folder):
    """Where these tests run nothing can be touched, and the screen is 800 x 800 pixels, too small for the tiny deck."""
    done = kiosk_("ready", tiny_folder, "--json")
    answer = json.loads(done.stdout)
    assert {part["id"] for part in answer["parts"] if part["state"] == "bad"} == {"touch", "screens"}
    names = ["screen", "touch", "deck", "same", "fonts", "disk", "clock", "age", "media", "screens", "cache"]
    assert [part["id"] for part in answer["parts"]] == [*names, "corners", "fingers"]
    assert (answer["ready"], done.returncode) == (False, 1)
    card = kiosk_("ready", tiny_folder).stdout
    assert "NOT READY" in card
    assert "as at the last check" in card


def test_the_card_can_be_read_in_chinese(quick, tiny_folder):
    (tiny_folder / "deck.yaml").write_bytes(b"")
    done = quick("ready", tiny_folder, "--no-touch", "--language", "zh")
    assert "尚不能开放" in done.stdout
    assert "错误：文件是空的" in "".join(done.stdout.split())
    answer = json.loads(quick("ready", tiny_folder, "--no-touch", "--json", "--language", "zh-CN").stdout)
    assert {"id": "touch", "name": "触摸屏", "said": "未找到触摸屏"}.items() <= answer["parts"][1].items()
    assert "NOT READY" in quick("ready", tiny_folder, "--no-touch", "--language", "fr").stdout, "Kiosk speaks no French"
