"""An operator edits a deck by touch, mouse and key; the files then differ by just that."""

from __future__ import annotations

import pytest
from desks import CTRL
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from spread import rather_these
from tiny import tiny_png

from kiosk.deck.load import load
from kiosk.editing.saving import home
from kiosk.editing.session import Session


def test_a_text_is_edited_seen_and_saved(desk):
    desk.tap("row.overview.yaml:0")
    desk.write("entry.slides/0/title.0", "Come in")
    assert desk.item("status").property("text") == "Not saved yet: overview.yaml"
    desk.until_shown()
    assert "Come in" in desk.texts()
    assert desk.diff() == []
    desk.save()
    assert desk.diff() == ["-    title: {en: Welcome, zh: 欢迎}", "+    title: {en: Come in, zh: 欢迎}"]
    assert desk.item("status").property("text") == "Everything is saved"
    assert not load(desk.folder).problems


def test_undo_and_redo_by_key_and_by_touch(desk):
    desk.tap("row.overview.yaml:0")
    desk.write("entry.slides/0/title.0", "Come in")
    desk.write("entry.slides/0/subtitle.0", "Here")
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.key(Qt.Key.Key_Z, CTRL)
    assert not desk.editor.dirty
    assert desk.item("entry.slides/0/title.0").property("text") == "Welcome"
    desk.tap("redo")
    assert desk.item("entry.slides/0/title.0").property("text") == "Come in"
    desk.key(Qt.Key.Key_Y, CTRL)
    assert desk.item("entry.slides/0/subtitle.0").property("text") == "Here"
    desk.tap("undo")
    desk.save()
    assert desk.diff() == ["-    title: {en: Welcome, zh: 欢迎}", "+    title: {en: Come in, zh: 欢迎}"]


def test_a_cell_of_a_table_is_edited(desk):
    desk.choose("river.yaml:1")
    desk.click("cell.2.1")
    desk.type("125")
    desk.key(Qt.Key.Key_Return)
    desk.save()
    assert desk.diff() == ["-2019,120,90.25,about,press,", "+2019,125,90.25,about,press,"]


def test_a_chart_is_made_another_kind_by_its_picture(desk):
    desk.choose("river.yaml:1")
    desk.tap("kind.line")
    desk.until_shown()
    desk.save()
    assert desk.diff() == ["-      kind: bar", "+      kind: line"]


def test_slides_are_put_in_another_order_by_dragging(desk):
    desk.click("row.hill.yaml:2")
    desk.drag("grip.hill.yaml:2", "row.hill.yaml:0")
    desk.save()
    assert [slide.id for slide in load(desk.folder).deck.platforms[2].slides] == ["more", "history", "sights"]
    assert sorted(desk.files()["hill.yaml"].splitlines()) == sorted(desk.before["hill.yaml"].splitlines())
    assert desk.editor.chosen == "hill.yaml:0"
    desk.tap("undo")
    desk.save()
    assert desk.diff() == []


def test_what_is_wrong_is_named_and_a_tap_leads_to_its_field(desk):
    desk.tap("row.overview.yaml:2")
    desk.scroll_to("entry.slides/2/figures/1/value")
    desk.write("entry.slides/2/figures/1/value", "many")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "Problems  1"
    assert desk.item("preview.old")
    assert "5,105" in desk.texts(), "the slide is shown as it was before"
    assert desk.item("note.slides/2/figures/1/value").property("text").startswith("a number is wanted here")
    desk.tap("row.hill.yaml:0")
    desk.until_shown()
    assert desk.items("preview.old") == []
    desk.tap("problem.0")
    assert desk.editor.chosen == "overview.yaml:2"
    desk.key(Qt.Key.Key_A, CTRL)
    desk.type("12")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.save()
    assert desk.diff() == ["-      - value: 32.08", "+      - value: 12"]


def test_a_missing_translation_is_one_problem_until_it_is_written(desk):
    desk.tap("row.overview.yaml:1")
    desk.write("entry.slides/1/text.0", "Ports and rails")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "Problems  1"
    desk.write("entry.slides/1/text.1", "Gang")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.save()
    assert desk.diff() == ["+    text: {en: Ports and rails, zh: Gang}"]
    for number in (0, 1):
        desk.write(f"entry.slides/1/text.{number}", "")
        desk.key(Qt.Key.Key_Backspace)
    desk.save()
    assert desk.diff() == []


def test_cells_from_a_spreadsheet_are_pasted(desk):
    desk.choose("river.yaml:1")
    desk.click("cell.3.0")
    QGuiApplication.clipboard().setText("2020\t160\t99\n2021\t170\t101\n")
    desk.key(Qt.Key.Key_V, CTRL)
    desk.save()
    assert desk.diff() == [
        "-2020,150,95,,bureau,first full year",
        "+2020,160,99,,bureau,first full year",
        "+2021,170,101,,,",
    ]
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.save()
    assert desk.diff() == []


def test_the_arrow_keys_lead_through_a_table(desk):
    desk.choose("river.yaml:1")
    desk.click("cell.1.1")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Tab)
    desk.type("91")
    desk.key(Qt.Key.Key_Up)
    desk.type("81")
    desk.key(Qt.Key.Key_Escape)
    desk.save()
    assert desk.diff() == ["-2019,120,90.25,about,press,", "+2019,120,91,about,press,"]


def test_rows_of_a_table_come_and_go(desk):
    desk.choose("river.yaml:1")
    desk.click("cell.2.0")
    desk.scroll_to("droprow.slides/1/chart/table")
    desk.tap("droprow.slides/1/chart/table")
    desk.tap("addrow.slides/1/chart/table")
    desk.save()
    assert desk.diff() == ["-2019,120,90.25,about,press,", "+–,,,,,"]


def test_slides_are_added_duplicated_hidden_and_deleted(desk):
    desk.tap("row.hill.yaml:0")
    desk.tap("tool.slide")
    desk.tap("layout.figures")
    assert desk.editor.chosen == "hill.yaml:1"
    desk.until_shown()
    assert "New slide" in desk.texts()
    desk.tap("tool.duplicate")
    desk.tap("tool.hide")
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert [slide.id for slide in loaded.deck.platforms[2].slides] == ["history", "hill-figures", "sights", "more"]
    desk.until_shown()
    assert "New slide" in desk.texts(), "a hidden slide is shown to who edits it"
    desk.tap("tool.hide")
    desk.tap("row.hill.yaml:1")
    desk.key(Qt.Key.Key_Delete)
    desk.tap("tool.delete")
    desk.save()
    assert desk.diff() == []
    for _ in range(5):
        desk.tap("undo")
    assert desk.editor.dirty


def test_the_last_slide_of_a_platform_takes_its_file_along(desk):
    desk.tap("row.river.yaml:0")
    desk.tap("tool.delete")
    desk.tap("tool.delete")
    desk.until_shown()
    desk.save()
    assert not (desk.folder / "river.yaml").exists()
    desk.tap("undo")
    desk.save()
    assert (desk.folder / "river.yaml").exists()


def test_a_platform_is_added(desk):
    desk.tap("row.river.yaml:0")
    desk.tap("tool.platform")
    desk.type("Lake Side")
    desk.tap("platform.add")
    desk.until_shown()
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert [(each.id, each.group) for each in loaded.deck.platforms][1] == ("lake-side", "one")


def test_a_picture_is_dropped_into_a_slide(desk, tmp_path):
    picture = tmp_path / "New Port.png"
    picture.write_bytes(tiny_png(32, 18))
    desk.tap("row.overview.yaml:0")
    desk.drop_file("drop.slides/0/image", picture)
    assert not (desk.folder / "new-port.png").exists()
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.save()
    assert (desk.folder / "new-port.png").read_bytes() == picture.read_bytes()
    text = (desk.folder / "overview.yaml").read_text(encoding="utf-8")
    assert text == desk.before["overview.yaml"].replace("pictures/port.png", "new-port.png")


def test_a_source_is_picked_by_a_few_letters(desk):
    desk.tap("row.overview.yaml:2")
    desk.scroll_to("pick.slides/2/figures/0/source")
    desk.tap("pick.slides/2/figures/0/source")
    desk.type("rep")
    desk.until(lambda: not desk.items("option.bureau"))
    desk.tap("option.press")
    desk.save()
    assert desk.diff() == ["-        source: bureau", "+        source: press"]


def test_entries_of_a_list_are_added_moved_and_removed(desk):
    desk.tap("row.overview.yaml:2")
    desk.scroll_to("down.slides/2/figures/0")
    desk.tap("down.slides/2/figures/0")
    desk.save()
    assert sorted(desk.files()["overview.yaml"].splitlines()) == sorted(desk.before["overview.yaml"].splitlines())
    assert [figure.value for figure in load(desk.folder).deck.platforms[0].slides[2].figures] == [32.08, 5105]
    desk.scroll_to("remove.slides/2/figures/1")
    desk.tap("remove.slides/2/figures/1")
    desk.scroll_to("add.slides/2/figures")
    desk.tap("add.slides/2/figures")
    desk.until_shown()
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert [figure.value for figure in loaded.deck.platforms[0].slides[2].figures] == [32.08, 1]


def test_a_field_that_is_not_there_yet_is_offered(desk):
    desk.tap("row.overview.yaml:2")
    desk.scroll_to("more.slides/2/figures/0/.period")
    desk.tap("more.slides/2/figures/0/.period")
    desk.type("2020")
    desk.save()
    assert desk.diff() == ['+        period: {en: "2020", zh: ""}']


def test_closing_asks_where_something_is_not_saved(desk):
    assert desk.window.close()
    desk.window.show()
    desk.write("entry.slides/0/title.0", "Come in")
    assert not desk.window.close()
    desk.tap("leave.stay")
    assert desk.window.isVisible()
    assert not desk.window.close()
    desk.tap("leave.save")
    desk.until(lambda: not desk.window.isVisible())
    assert desk.diff() == ["-    title: {en: Welcome, zh: 欢迎}", "+    title: {en: Come in, zh: 欢迎}"]


def test_closing_without_saving_leaves_the_files_as_they_were(desk):
    desk.write("entry.slides/0/title.0", "Come in")
    assert not desk.window.close()
    desk.tap("leave.discard")
    desk.until(lambda: not desk.window.isVisible())
    assert desk.diff() == []


def test_what_somebody_else_has_changed_is_asked_about(desk):
    overview = desk.folder / "overview.yaml"
    theirs = desk.before["overview.yaml"].replace("A small deck", "Their deck")
    desk.write("entry.slides/0/title.0", "Come in")
    overview.write_text(theirs, encoding="utf-8")
    desk.save()
    assert overview.read_text(encoding="utf-8") == theirs
    desk.tap("theirs.take")
    assert desk.item("entry.slides/0/subtitle.0").property("text") == "Their deck"
    desk.write("entry.slides/0/title.0", "Come in")
    overview.write_text(desk.before["overview.yaml"], encoding="utf-8")
    desk.save()
    desk.tap("theirs.keep")
    assert overview.read_text(encoding="utf-8") == theirs.replace("Welcome", "Come in")


@pytest.mark.parametrize(("button", "news"), rather_these(("half.back", 0), ("half.finish", 2)))
def test_a_save_that_was_cut_short_is_finished_or_taken_back(open_editor, tiny_folder, tmp_path, button, news):
    """As after a kill between the first file and the second."""
    session = Session(tiny_folder, tmp_path / "state")
    river = session.content("river.yaml")
    session.change({name: session.content(name) + b"# new\n" for name in ("hill.yaml", "river.yaml")})
    session.save()
    version = home(tiny_folder, tmp_path / "state") / "000001"
    for name in ("hill.yaml", "river.yaml"):
        (version / "after").mkdir(exist_ok=True)
        (version / "after" / name).write_bytes((tiny_folder / name).read_bytes())
    (version.parent / "journal.json").write_text('{"version": "000001", "files": ["hill.yaml", "river.yaml"]}')
    (tiny_folder / "river.yaml").write_bytes(river)
    desk = open_editor(tiny_folder)
    desk.tap(button)
    texts = [desk.files()[name] for name in ("hill.yaml", "river.yaml")]
    assert sum(text.endswith("# new\n") for text in texts) == news
    assert desk.items("sheet") == []


def test_a_finger_scrolls_the_form_wherever_it_is_put_down(desk):
    desk.tap("row.river.yaml:1")
    form = desk.item("form")
    box = desk.middle("entry.slides/1/text.0")
    desk.fingers.drag(box, QPoint(0, -200), steps=12)
    desk.until(lambda: form.property("contentY") > 100)
    assert not desk.editor.dirty


def test_a_finger_puts_slides_in_another_order(desk):
    desk.tap("row.hill.yaml:0")
    start, end = desk.middle("grip.hill.yaml:0"), desk.middle("row.hill.yaml:2")
    desk.fingers.drag(start, QPoint(0, end.y() - start.y()))
    assert [slide["id"] for slide in desk.editor.files.tree("hill.yaml")["slides"]] == ["sights", "more", "history"]


def test_the_preview_can_be_touched_and_speaks_each_language(desk):
    desk.tap("row.overview.yaml:2")
    desk.until_shown()
    desk.tap("preview.language")
    desk.until_shown()
    assert "数说" in desk.texts()
    desk.tap("preview.turn")
    desk.until_shown()
    assert desk.item("glass").height() > desk.item("glass").width()
    assert not desk.editor.dirty


def test_a_deck_that_cannot_be_written_is_only_looked_at(open_editor, tiny_folder, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    desk = open_editor(tiny_folder)
    assert "nothing can be saved" in desk.item("status").property("text")
    desk.write("entry.slides/0/title.0", "Come in")
    desk.save()
    desk.tap("save")
    assert desk.diff() == []
    assert desk.window.close()


def test_a_broken_file_is_named_and_the_others_are_edited(open_editor, tiny_folder):
    (tiny_folder / "hill.yaml").write_text("name: [Hill\n", encoding="utf-8")
    desk = open_editor(tiny_folder)
    desk.tap("row.hill.yaml:-1")
    assert desk.item("form.trouble").property("text").startswith("This file cannot be read: ")
    desk.tap("row.overview.yaml:0")
    desk.write("entry.slides/0/title.0", "Come in")
    desk.save()
    assert len(desk.diff()) == 2


def test_the_text_of_a_broken_file_is_put_right_until_its_form_is_back(open_editor, tiny_folder):
    (tiny_folder / "hill.yaml").write_text("name: Hill\ngroup: [two\n", encoding="utf-8")
    desk = open_editor(tiny_folder)
    desk.until_shown()
    desk.tap("problem.0")
    desk.until(lambda: desk.items("entry.file"))
    desk.key(Qt.Key.Key_A, CTRL)
    for line in ("name: Hill", "group: two", "slides: []"):
        desk.type(line)
        desk.key(Qt.Key.Key_Return)
    desk.until_shown()
    assert desk.items("form.trouble") == []
    assert desk.item("form.intro").property("text").startswith("This file can be read again")
    desk.choose("hill.yaml:-1")
    assert desk.item("entry.name.0").property("text") == "Hill"
    desk.tap("undo")
    assert desk.item("entry.file").property("text") == "name: Hill\ngroup: [two\n"


def test_a_deck_without_platforms_says_what_to_do(open_editor, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "deck.yaml").write_text("title: Empty\nlanguages: [en]\n", encoding="utf-8")
    desk = open_editor(folder)
    assert desk.item("form.intro").property("text").startswith("This deck has no platform yet")
    desk.tap("tool.platform")
    desk.type("harbour")
    desk.tap("platform.add")
    desk.until_shown()
    assert "New platform" in desk.texts()


def test_sources_begin_where_there_are_none(open_editor, tiny_folder):
    (tiny_folder / "sources.yaml").unlink()
    desk = open_editor(tiny_folder)
    desk.choose("sources.yaml:-1")
    desk.tap("add.")
    desk.until_shown()
    assert list(desk.editor.files.sources()) == ["source"]


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.long)])
def test_all_that_is_touched_is_large_enough_and_no_text_is_small(open_editor, tiny_folder, language):
    desk = open_editor(tiny_folder, language=language, size=(1920, 1080))
    for name in ("row.overview.yaml:2", "row.river.yaml:1", "row.hill.yaml:1"):
        desk.tap(name)
        desk.until_shown()
        for item in desk.own_items():
            if item.inherits("QQuickText") and item.property("text"):
                assert item.property("font").pixelSize() >= 20, item.property("text")
            elif item.metaObject().className().startswith(("Push", "Entry", "OutlineRow", "Option")):
                assert item.height() >= 44, item.objectName()


def test_a_source_is_added_and_named(desk):
    desk.tap("row.sources.yaml:-1")
    desk.tap("add.")
    desk.key(Qt.Key.Key_A, CTRL)
    desk.type("Atlas")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.save()
    assert desk.diff() == [
        "+source:",
        "+  title: {en: Atlas, zh: 出版物名称}",
        "+  publisher: {en: Who published it, zh: 发布者}",
        "+  date: n.d.",
    ]
    desk.tap("row.overview.yaml:1")
    desk.tap("pick.slides/1/sources")
    desk.tap("option.source")
    desk.save()
    assert desk.diff()[:2] == ["-    sources: [press]", "+    sources: [press, source]"]
    assert not load(desk.folder).problems
