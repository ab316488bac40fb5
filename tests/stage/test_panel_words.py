"""An operator who reads Chinese has all of the panel in it: not only heads and buttons, but what stands in them."""

from __future__ import annotations

import shutil

import pytest
from operated import Machine

from kiosk.deck.load import load
from kiosk.machine.file import change
from kiosk.packing.pack import pack
from kiosk.sentences import sentence
from kiosk.stage.complete import visible_items


@pytest.fixture
def chinese(open_booth, tiny_folder, tmp_path, clock, kept_pin):
    """Opens the panel of the small deck's booth, in Chinese, as its files are now."""

    def chinese_() -> Machine:
        loaded = load(tiny_folder)
        screen = open_booth(loaded, tiny_folder, now=clock)
        screen.wake()
        machine = Machine(screen, tmp_path, clock, loaded=loaded)
        change(machine.config, {("operator", "pin"): kept_pin})
        screen.booth.stage.speak("zh")
        machine.open_panel()
        return machine

    return chinese_


def edit(folder, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def names(screen) -> list[str]:
    return [item.objectName() for item in visible_items(screen.window)]


def choose(machine) -> None:
    machine.screen.tap("panel.import")
    machine.screen.until(lambda: "import.deck.0" in names(machine.screen))
    machine.screen.tap("import.deck.0")


def test_problems_are_told_in_the_language_in_which_the_panel_is_read(chinese, tiny_folder):
    edit(tiny_folder, "hill.yaml", "pictures/port.png", "pictures/prot.png")
    machine = chinese()
    screen = machine.screen
    assert "内容文件夹中没有文件`pictures/prot.png`：是否应为`pictures/port.png`？" in screen.texts()
    host = sentence("{host} cannot be reached: {said}", host="broker.example:8883", said="no route")
    machine.operating.hear_afar((sentence("There is no line to the organiser: {why}.", why=host),))
    screen.until(lambda: "未能连接主办方：无法连接broker.example:8883：no route。" in screen.texts())
    screen.booth.stage.speak("en")
    english = "there is no file `pictures/prot.png` in the deck's folder: did you mean `pictures/port.png`?"
    screen.until(lambda: english in screen.texts())


def test_what_an_import_changes_is_told_in_chinese(chinese, tiny_folder, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(tiny_folder, copy)
    edit(copy, "deck.yaml", "en: Tiny", "en: Small")
    edit(copy, "trade.csv", "100.5", "101.5")
    machine = chinese()
    (machine.media / "stick").mkdir()
    loaded = load(copy)
    assert loaded.deck is not None
    pack(copy, loaded.deck, machine.media / "stick" / "new.kiosk")
    choose(machine)
    machine.screen.until(lambda: "import.replace" in names(machine.screen))
    assert {"标题（en）由`Tiny`改为`Small`", "江区；表格`trade.csv`：1行有改动"} <= set(machine.screen.texts())


def test_the_opening_checks_card_is_chinese(chinese, tiny_folder, monkeypatch, drawn):
    """`kiosk ready` in a process of its own says it so."""
    monkeypatch.setenv("KIOSK_CACHE", str(drawn))
    screen = chinese().screen
    (tiny_folder / "deck.yaml").write_bytes(b"")
    screen.tap("panel.ready")
    for _ in range(2):
        screen.tap("ready.skip")
    screen.until(lambda: "ready.answer" in names(screen), timeout=60_000)
    shown = screen.texts()
    assert "未找到触摸屏" in shown
    assert [shown.count(name) for name in ("四角触摸", "双指触摸")] == [1, 1]
    assert f"请改正，`kiosk check {tiny_folder}`可列出全部问题。" in shown
    assert any(text.endswith("错误：文件是空的") for text in shown)
