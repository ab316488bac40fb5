"""Presentations that became decks: what they say is there, and what is not is told."""
# ruff: noqa: SLF001 - there is no public way to much of what PowerPoint reads

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from pptx import Presentation
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from tiny import tiny_png, write_tiny_deck

from kiosk.deck.load import load
from kiosk.export import form_of
from kiosk.export.content import content
from kiosk.export.wish import Wish
from kiosk.importing.deckfiles import NOTES, Folder
from kiosk.importing.opening import opened
from kiosk.importing.slides import talk_of
from kiosk.places import SAMPLE_DECK

PLACE = (Inches(1), Inches(2), Inches(6), Inches(4))


def imported(file: Path, to: Path) -> tuple[Path, str]:
    """The deck of a presentation, and what was not taken."""
    folder = Folder(talk_of(opened(file), file.stem))
    for name, data in folder.made().items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_bytes(data)
    loaded = load(to)
    assert loaded.deck is not None
    assert not loaded.errors
    return to, (to / NOTES).read_text(encoding="utf-8")


def said_in(folder: Path) -> str:
    """Every text of a deck's files, on one line."""

    def texts(value):
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]:
            yield from texts(each) if isinstance(each, dict | list) else [str(each)]

    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yaml"))]
    tables = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("tables/*.csv"))]
    return plain(" ".join([*texts(files), *tables]))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def show():
    return Presentation()


@pytest.fixture
def deck_of(show, tmp_path):
    """Has a presentation become a deck; its slides by their platform's file, and what was not taken."""

    def make():
        show.save(tmp_path / "talk.pptx")
        folder, left = imported(tmp_path / "talk.pptx", tmp_path / "deck")
        files = [file for file in sorted(folder.glob("*.yaml")) if file.stem not in {"deck", "sources"}]
        slides = [slide for file in files for slide in yaml.safe_load(file.read_text(encoding="utf-8"))["slides"]]
        return slides, left

    return make


def add(show, layout=1, title="A title"):
    slide = show.slides.add_slide(show.slide_layouts[layout])
    if slide.shapes.title is not None:
        slide.shapes.title.text = title
    return slide


# What was exported comes back


@pytest.mark.parametrize("deck", ["tiny", pytest.param("sample", marks=pytest.mark.long)])
def test_an_exported_decks_texts_tables_and_notes_come_back(tmp_path, deck):
    folder = SAMPLE_DECK
    if deck == "tiny":
        folder = tmp_path / "tiny"
        write_tiny_deck(folder)
        river = folder / "river.yaml"
        noted = "title: {en: At a glance, zh: 概览}\n    notes: {en: Say this. Then that., zh: 讲}"
        river.write_text(
            river.read_text(encoding="utf-8").replace("title: {en: At a glance, zh: 概览}", noted), encoding="utf-8"
        )
    loaded = load(folder)
    file = tmp_path / "talk.pptx"
    wish = Wish(loaded=loaded, folder=folder, to=file, languages=("en",), theme="day")
    form_of(file).write(wish, lambda *_: None)
    to, _ = imported(file, tmp_path / "back")
    there = said_in(to)
    spoken = content(loaded.deck, "en")
    hidden_or_native = re.compile(r"[≈>]?([\d,.]+).*")
    for chapter in spoken.chapters:
        assert plain(chapter.name) in there
        for section in chapter.sections:
            wanted = [section.title, section.text, section.notes, section.caption.rpartition(",")[0]]
            wanted += [part for item in section.items for part in (item.head, item.text, item.more)]
            for text in filter(None, map(plain, wanted)):
                assert text in there, (section.id, text)
            for row in section.table.rows if section.table else ():
                for cell in filter(None, map(plain, row)):
                    number = hidden_or_native.fullmatch(cell)
                    assert cell in there or (number and number[1].replace(",", "") in there), (section.id, cell)
    notes = [slide.notes.say("en") for platform in load(to).deck.platforms for slide in platform.slides]
    assert sum(map(bool, notes)) == sum(bool(s.notes) for c in spoken.chapters for s in c.sections)


# Texts


def test_titles_texts_bullets_and_notes_find_their_places(show, deck_of):
    cover = add(show, 0, "The talk")
    cover.placeholders[1].text = "Somebody, somewhere"
    slide = add(show, 1, "Points")
    slide.placeholders[1].text_frame.text = "First"
    second = slide.placeholders[1].text_frame.add_paragraph()
    second.text = "Second"
    below = slide.placeholders[1].text_frame.add_paragraph()
    below.text, below.level = "a detail", 1
    slide.notes_slide.notes_text_frame.text = "Say it.\n\nTwice."
    box = add(show, 5, "A box").shapes.add_textbox(*PLACE)
    box.text_frame.text = "One sentence."
    hidden = add(show, 5, "Hidden")
    hidden._element.set("show", "0")
    slides, left = deck_of()
    assert slides[0] | {"id": ""} == {
        "id": "",
        "layout": "cover",
        "title": "The talk",
        "subtitle": "Somebody, somewhere",
        "sources": ["talk"],
    }
    assert slides[1]["points"] == [{"name": "First"}, {"name": "Second", "text": "a detail"}]
    assert slides[1]["notes"] == "Say it.\n\nTwice."
    assert (slides[2]["layout"], slides[2]["text"]) == ("statement", "One sentence.")
    assert slides[3]["hidden"] is True
    assert "Everything else is in the deck." in left


def test_a_group_is_read_through_and_what_is_beside_text_is_told(show, deck_of):
    slide = add(show, 5, "Many things")
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(*PLACE).text_frame.text = "in a group"
    slide.shapes.add_shape(1, *PLACE)
    run = slide.shapes.add_textbox(*PLACE).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "linked", "https://example.org/x"
    slide.shapes.add_movie(io.BytesIO(b"film"), *PLACE, mime_type="video/mp4")
    slides, left = deck_of()
    assert "in a group" in slides[0]["text"]
    assert "linked" in slides[0]["text"]
    for what in ("a drawing without text", "a link to https://example.org/x", "a film or a sound"):
        assert f"- Slide 1: {what}" in left


def test_long_lists_and_long_texts_go_on_another_slide(show, deck_of):
    slide = add(show, 1, "Long")
    frame = slide.placeholders[1].text_frame
    frame.text = "Point 1"
    for at in range(2, 21):
        frame.add_paragraph().text = f"Point {at}"
    add(show, 5, "Wordy").shapes.add_textbox(*PLACE).text_frame.text = "A sentence that is said. " * 200
    slides, _ = deck_of()
    assert [len(slide["points"]) for slide in slides if "points" in slide] == [6, 6, 6, 2]
    wordy = [slide["text"] for slide in slides if slide["title"] == "Wordy"]
    assert len(wordy) > 4
    assert "".join(wordy).count("A sentence that is said.") == 200


def test_the_language_is_that_of_most_of_the_text(show, deck_of, tmp_path):
    slide = add(show, 1, "标题")
    slide.shapes.title.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "zh-CN")
    deck_of()
    assert yaml.safe_load((tmp_path / "deck" / "deck.yaml").read_text(encoding="utf-8"))["languages"] == ["zh"]


# Charts, tables, pictures


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("COLUMN_CLUSTERED", {"kind": "bar"}),
        ("BAR_STACKED", {"kind": "bar", "options": {"direction": "horizontal", "arrange": "stacked"}}),
        ("COLUMN_STACKED_100", {"kind": "bar", "options": {"arrange": "percent"}}),
        ("LINE_MARKERS", {"kind": "line"}),
        ("AREA_STACKED", {"kind": "area"}),
        ("RADAR", {"kind": "bar"}),
    ],
)
def test_a_chart_becomes_one_with_its_table(show, deck_of, tmp_path, kind, found):
    data = CategoryChartData('0.0"%"')
    data.categories = ["2019", "2020"]
    data.add_series("In, out", (1.5, 2))
    data.add_series("In, out", (3, None))
    add(show, 5, "Chart").shapes.add_chart(getattr(XL_CHART_TYPE, kind), *PLACE, data)
    (slide,), left = deck_of()
    chart = slide["chart"]
    assert {key: chart[key] for key in ("kind", "options") if key in chart} == found
    assert (chart["unit"], [each["name"] for each in chart["series"]]) == ("percent", ["In, out"] * 2)
    rows = (tmp_path / "deck" / chart["table"]).read_text(encoding="utf-8").splitlines()
    assert rows == ["label,In out,In out 2", "2019,1.5,3", "2020,2,"]
    assert ("whose table is shown as bars" in left) == (kind == "RADAR")


def test_a_chart_in_three_dimensions_is_flat_and_its_table_whole(show, deck_of, tmp_path):
    data = CategoryChartData()
    data.categories = ["2019", "2020"]
    data.add_series("Trade", (1.5, 2))
    placed = add(show, 5, "Chart").shapes.add_chart(XL_CHART_TYPE.AREA, *PLACE, data)
    area = placed.chart._chartSpace.xpath(".//c:areaChart")[0]
    area.tag = area.tag.replace("areaChart", "area3DChart")
    (slide,), left = deck_of()
    assert slide["chart"]["kind"] == "area"
    assert "three dimensions" in left
    assert (tmp_path / "deck" / slide["chart"]["table"]).read_text(
        encoding="utf-8"
    ) == "label,value\n2019,1.5\n2020,2\n"


def test_a_pie_of_too_many_parts_is_shown_as_bars(show, deck_of):
    for count in (5, 15):
        data = CategoryChartData()
        data.categories = [f"Part {at}" for at in range(count)]
        data.add_series("Parts", range(1, count + 1))
        add(show, 5, "Chart").shapes.add_chart(XL_CHART_TYPE.PIE, *PLACE, data)
    slides, left = deck_of()
    assert [slide["chart"]["kind"] for slide in slides] == ["donut", "bar"]
    assert "cannot be shown as donut" in left


def test_a_scatter_and_bubbles_keep_three_numbers_a_point(show, deck_of, tmp_path):
    for data, kind in ((XyChartData(), "XY_SCATTER"), (BubbleChartData(), "BUBBLE")):
        series = data.add_series("Height")
        for at in range(3):
            series.add_data_point(at, at * 2, *([at + 5] if kind == "BUBBLE" else []))
        add(show, 5, kind).shapes.add_chart(getattr(XL_CHART_TYPE, kind), *PLACE, data)
    slides, left = deck_of()
    assert [slide["chart"]["options"] for slide in slides] == [
        {"across": {"column": "across"}},
        {"across": {"column": "across"}, "size": {"column": "size"}},
    ]
    assert (tmp_path / "deck" / slides[1]["chart"]["table"]).read_text(encoding="utf-8").splitlines()[2] == "(2),2,1,6"
    assert "a chart's unit, which it does not say" in left


def test_a_percent_of_excels_is_a_hundred_times_as_much(show, deck_of, tmp_path):
    data = CategoryChartData("0%")
    data.categories = ["A", "B"]
    data.add_series("Share", (0.07, 0.5))
    add(show, 5, "Chart").shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *PLACE, data)
    (slide,), _ = deck_of()
    assert (tmp_path / "deck" / slide["chart"]["table"]).read_text(encoding="utf-8") == "label,value\nA,7\nB,50\n"


def test_a_table_of_numbers_is_a_chart_and_another_is_told_line_by_line(show, deck_of):
    for rows in (
        [["Year", "Trade"], ["2019", "1,200.5"], ["2020", "1,300"]],
        [["Who", "What"], ["A", "ships"], ["B", "trains"]],
    ):
        table = add(show, 5, "Table").shapes.add_table(3, 2, *PLACE).table
        for at, row in enumerate(rows):
            for across, text in enumerate(row):
                table.cell(at, across).text = text
    numbers, words = deck_of()[0]
    assert numbers["chart"]["kind"] == "bar"
    assert words["points"] == [{"name": "A", "text": "What: ships"}, {"name": "B", "text": "What: trains"}]


def test_pictures_that_a_deck_shows_are_taken_and_others_told(show, deck_of):
    slide = add(show, 5, "Pictures")
    slide.shapes.add_picture(io.BytesIO(tiny_png(160, 90)), 0, 0)
    picture = slide.shapes.add_picture(io.BytesIO(tiny_png(90, 160)), 0, 0)
    picture._element.nvPicPr.cNvPr.set("descr", "A port")
    slide.shapes.add_picture(io.BytesIO(tiny_png(900, 10)), 0, 0)
    gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
    slide.shapes.add_picture(io.BytesIO(gif), 0, 0)
    (made,), left = deck_of()
    assert made["layout"] == "gallery"
    assert [each["image"] for each in made["pictures"]] == ["assets/slide-1-1.png", "assets/slide-1-2.png"]
    assert "A port" in [each["caption"] for each in made["pictures"]]
    assert "a picture (GIF): Kiosk shows PNG, JPEG and WebP" in left
    assert "900 x 10 pixels" in left


# Files that are not what they should be


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def with_parts(changed: dict[str, bytes | None]) -> bytes:
    """A sound presentation with some parts more, changed or gone."""
    out = io.BytesIO()
    show = Presentation()
    add(show)
    show.save(out)
    with zipfile.ZipFile(out) as file:
        parts = {name: file.read(name) for name in file.namelist()} | changed
    return packed({name: data for name, data in parts.items() if data is not None})


TYPES = "[Content_Types].xml"
SLIDE = "ppt/slides/slide1.xml"
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (lambda: b"", 2, "no presentation"),
        (lambda: b"%PDF-1.7", 2, "no presentation"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 2, "has a password"),
        (lambda: packed({"a.txt": b"x"}), 2, "no presentation"),
        (lambda: packed({TYPES: b"<x/>"}), 1, "damaged"),
        (lambda: with_parts({})[:-400], 1, "damaged"),
        (lambda: with_parts({TYPES: b"not xml"}), 1, "damaged"),
        (lambda: with_parts({"ppt/presentation.xml": b"<x/>"}), 1, "damaged"),
        (lambda: with_parts({"ppt/presentation.xml": None}), 1, "damaged"),
        (lambda: with_parts({"../../evil.xml": b"<x/>"}), 1, "leads out of it"),
        (lambda: with_parts({SLIDE: DOCTYPE}), 1, "declares entities"),
        (lambda: with_parts({SLIDE: DOCTYPE.decode().encode("utf-16")}), 1, "declares entities"),
        (lambda: with_parts({"ppt/media/bomb.png": bytes(40_000_000)}), 1, "unpacks to more than"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_one_line(quick, tmp_path, data, code, said):
    (tmp_path / "talk.pptx").write_bytes(data())
    done = quick("import", "talk.pptx", "--to", "new")
    assert (done.returncode, done.stdout) == (code, "")
    assert re.fullmatch(r"kiosk: talk\.pptx: .+\n", done.stderr), done.stderr
    assert said in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_damaged_slide_costs_itself_alone(tmp_path):
    broken = with_parts({SLIDE: b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'})
    (tmp_path / "talk.pptx").write_bytes(broken)
    _, left = imported(tmp_path / "talk.pptx", tmp_path / "deck")
    assert "- Slide 1: the whole slide, which is damaged" in left


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.pptx", "--to", "new"], "There is no file"),
        (["talk.pptx"], "Say --to DIR"),
        (["talk.pptx", "--to", "full"], "There is something at full already"),
        (["talk.pptx", "--to", "new", "--language", "English!"], "is not the code of a language"),
    ],
)
def test_wrong_usage_is_told(quick, tmp_path, arguments, said):
    (tmp_path / "talk.pptx").write_bytes(with_parts({}))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", encoding="utf-8")
    done = quick("import", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_import_passes_the_check_and_says_what_is_left(quick, show, tmp_path):
    slide = add(show, 5, "A drawing")
    slide.shapes.add_shape(1, *PLACE)
    show.save(tmp_path / "talk.pptx")
    done = quick("import", "talk.pptx", "--to", "new", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "not taken: slide 1: a drawing without text\n" in done.stdout
    checked = quick("check", "new")
    assert checked.returncode == 0
    assert "0 errors" in checked.stdout
