"""Saves at random moments, half of them broken (B10): every sound version is shown, and nothing else ever is."""

from __future__ import annotations

import random
import shutil

import pytest
from edited import Edited
from tiny import OVERVIEW, TRADE


def version(number: int) -> str:
    return OVERVIEW.replace("Openness is a habit", f"Version {number}")


def broken(chance: random.Random, number: int) -> bytes:
    """A file that cannot be used, in one of the ways in which files get broken."""
    whole = version(number).encode()
    return chance.choice(
        [
            b"",
            whole[: whole.index(b"statement") + 3],
            whole.replace(b"layout: statement", b"layout: statment"),
            whole.replace(b"sources: [press]", b"sources: [pres]"),
            whole.replace(b"slides:", b"\tslides:"),
            bytes(chance.randrange(256) for _ in range(300)),
        ]
    )


@pytest.mark.parametrize("saves", [12, pytest.param(200, marks=pytest.mark.soak)])
def test_every_sound_version_is_shown_and_nothing_of_a_broken_one(
    open_booth, qtbot, tiny_folder, tmp_path, saves, capsys
):
    chance = random.Random(10)  # noqa: S311 - the same saves in each run
    edited = Edited(open_booth, tiny_folder, tmp_path / "decks", now=lambda: 1000)  # nobody is asked meanwhile
    edited.save("overview.yaml", version(0))
    edited.open("idea")
    edited.screen.until(lambda: "Version 0" in edited.screen.texts(), timeout=60_000)
    sound, bad = {"Version 0"}, []

    def look() -> None:
        texts = edited.screen.texts()
        if len(sound & set(texts)) != 1 or "Overview" not in texts:
            bad.append(texts)

    edited.screen.window.frameSwapped.connect(look)
    file = tiny_folder / "overview.yaml"
    for number in range(1, saves + 1):
        if chance.random() < 0.5:
            file.write_bytes(broken(chance, number))
            qtbot.wait(chance.randrange(600))
            continue
        sound.add(f"Version {number}")
        text = version(number)
        how = chance.randrange(4)
        if how == 0:  # in two steps, the first of which is no deck: a busy machine may take its time between them
            half = chance.randrange(text.index("Welcome"))
            file.write_text(text[:half], encoding="utf-8")
            qtbot.wait(chance.randrange(60))
        elif how == 1:  # deleted first
            file.unlink()
            qtbot.wait(chance.randrange(60))
        elif how == 2:  # with all of its folder
            shutil.move(tiny_folder, tmp_path / "away")
            qtbot.wait(chance.randrange(60))
            shutil.move(tmp_path / "away", tiny_folder)
        else:  # and a table
            (tiny_folder / "trade.csv").write_text(TRADE.replace("150", str(150 + number)), encoding="utf-8")
        file.write_text(text, encoding="utf-8")
        if chance.random() < 0.5:
            edited.screen.until(lambda wanted=f"Version {number}": wanted in edited.screen.texts(), timeout=60_000)
        else:
            qtbot.wait(chance.randrange(600))
    last = f"Version {saves + 1}"
    sound.add(last)
    file.write_text(version(saves + 1), encoding="utf-8")
    edited.screen.until(lambda: last in edited.screen.texts(), timeout=60_000)
    assert bad == []
    assert "Traceback" not in capsys.readouterr().err
    edited.close()
