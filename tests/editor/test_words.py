"""What is wrong with a deck, as somebody reads it who edits in Chinese."""

from __future__ import annotations


def test_problems_are_told_in_the_editors_language(open_editor, tiny_folder):
    picture = tiny_folder / "hill.yaml"
    picture.write_text(picture.read_text(encoding="utf-8").replace("port.png", "prot.png"), encoding="utf-8")
    desk = open_editor(tiny_folder, language="zh")
    desk.until_shown()
    said = "内容文件夹中没有文件`pictures/prot.png`：是否应为`pictures/port.png`？"
    assert said in {item.property("text") for item in desk.own_items()}
    desk.tap("problem.0")
    desk.until_shown()
    assert desk.item("note.slides/1/pictures/0/image").property("text") == said
