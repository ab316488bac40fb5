"""PowerPoint files: what whoever receives one can read, change and go on working with."""
# ruff: noqa: SLF001 - there is no public way to much of what PowerPoint reads

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from tiny import write_tiny_deck

from kiosk.deck.load import load
from kiosk.export import form_of
from kiosk.export.powerpoint.measures import Box, fitting, grid, on_one_line
from kiosk.export.wish import Wish

CHARTS = """\
name: Charts
slides:
  - {id: line, layout: chart, title: Line, chart: {kind: line, table: uneven.csv, unit: people, sources: [press]}}
  - {id: gap, layout: chart, title: Gap, chart: {kind: area, table: gap.csv, unit: people, sources: [press]}}
  - {id: donut, layout: chart, title: Donut, chart: {kind: donut, table: parts.csv, unit: people, sources: [press]}}
  - id: passed
    layout: chart
    title: Passed
    chart:
      kind: bar
      table: gap.csv
      unit: people
      sources: [press]
      highlight: "2021"
      options: {reference: {value: 15, label: Fifteen}}
  - id: places
    layout: chart
    title: Places
    chart:
      kind: scatter
      table: places.csv
      unit: people
      sources: [press]
      options: {across: {column: far}, size: {column: large}}
  - {id: tree, layout: chart, title: Tree, chart: {kind: treemap, table: parts.csv, unit: people, sources: [press]}}
"""
TABLES = {
    "uneven.csv": "year,value\n2010,10\n2013,20.5\n2014,30\n",
    "gap.csv": "year,value,qualifier,note\n2019,10,,\n2020,,,\n2021,30,about,counted twice\n",
    "parts.csv": "part,value\nA,60\nB,30\nC,10\n",
    "places.csv": "place,value,far,large\nNear,10,1,5\nFar,20,9,7\n",
}


def exported(folder, to, **options):
    loaded = load(folder)
    assert loaded.deck is not None, loaded.errors
    wish = Wish(**{"loaded": loaded, "folder": folder, "to": to, "languages": ("en",), "theme": "day"} | options)
    form_of(to).write(wish, lambda *_: None)
    return to


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The small deck with some charts more, in both languages."""
    folder = tmp_path_factory.mktemp("pptx") / "deck"
    write_tiny_deck(folder)
    (folder / "zone.yaml").write_text(CHARTS, encoding="utf-8")
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    river = folder / "river.yaml"
    text = river.read_text(encoding="utf-8")
    noted = "title: {en: At a glance, zh: 概览}\n    notes: {en: 'Say <this> & that.\\n\\nThen that.', zh: 讲}"
    assert "title: {en: At a glance, zh: 概览}" in text
    text = text.replace("title: {en: At a glance, zh: 概览}", noted.replace("'", '"'))
    river.write_text(text, encoding="utf-8")
    return exported(folder, folder.parent / "a.pptx", languages=("en", "zh"))


@pytest.fixture(scope="module")
def slides(file):
    """Its slides by what they are called in the file."""
    return {slide.name: slide for slide in Presentation(file).slides}


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def chart_of(slide):
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def test_every_slide_has_a_title_and_no_empty_place_in_each_language(slides):
    assert [name for name in slides if name.startswith("en-")][:4] == [
        "en-front",
        "en-contents",
        "en-welcome",
        "en-idea",
    ]
    assert {name.replace("en-", "zh-") for name in slides if name.startswith("en-")} <= set(slides)
    for slide in slides.values():
        assert slide.shapes.title.text_frame.text
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text or shape._element.xpath(".//a:fld")
    assert slides["en-idea"].slide_layout.name == "Statement"
    assert slides["zh-welcome"].shapes.title.text_frame.text == "欢迎"


def test_a_profile_is_a_table_and_its_notes_are_in_their_place(slides):
    slide = slides["en-river-profile"]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][:2] == ["Item", "Value"]
    assert ["Area", "120.5 km²"] in [row[:2] for row in cells]
    assert slide.notes_slide.notes_text_frame.text == "Say <this> & that.\n\nThen that."
    assert any(text.startswith("Source: ") for text in texts(slide))


def test_figures_keep_their_signs_units_and_sources(slides):
    said = "\n".join(texts(slides["en-numbers"]))
    assert "≈32.08 billion US dollars\ncontracts" in said
    assert "5,105" in said


def test_bars_are_a_chart_with_its_numbers_names_and_colours(slides):
    chart = chart_of(slides["en-trade"])
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED
    assert [series.name for series in chart.plots[0].series] == ["Exports", "Imports"]
    assert list(chart.plots[0].categories) == ["2018", "2019", "2020"]
    assert list(chart.plots[0].series[0].values) == [100.5, 120, 150]
    assert "schemeClr" in chart.part.blob.decode()
    assert "srgbClr" not in chart.part.blob.decode()
    assert 'axId val="-' not in chart.part.blob.decode()
    assert "&quot;≈&quot;" in chart.part.blob.decode()
    assert [series.name for series in chart_of(slides["zh-trade"]).plots[0].series] == ["出口", "进口"]
    assert list(chart_of(slides["zh-trade"]).plots[0].series[0].values) == [1005, 1200, 1500]


def test_what_a_chart_cannot_say_itself_stands_in_a_hidden_table(slides):
    hidden = {name for name, slide in slides.items() if slide._element.get("show") == "0"}
    assert hidden == {f"{language}-{of}-1" for language in ("en", "zh") for of in ("trade", "gap", "passed", "tree")}
    table = next(shape.table for shape in slides["en-trade-1"].shapes if shape.has_table)
    assert [cell.text for cell in table.rows[3].cells] == [
        "2020",
        "150 billion yuan",
        "95 billion yuan",
        "first full year",
    ]


def test_kinds_that_powerpoint_has_are_its_own_and_others_are_pictures(slides):
    assert chart_of(slides["en-donut"]).chart_type == XL_CHART_TYPE.DOUGHNUT
    assert chart_of(slides["en-places"]).chart_type == XL_CHART_TYPE.BUBBLE
    for name in ("en-tree", "en-gap"):
        picture = next(shape for shape in slides[name].shapes if shape.name.startswith("Picture"))
        assert "A 60 people" in picture._element.xpath("./*/p:cNvPr")[0].get("descr") or name == "en-gap"
        assert picture.image.size[0] > 1800


def test_years_that_are_not_evenly_apart_stand_as_far_apart_as_they_are(slides):
    line = chart_of(slides["en-line"])
    assert "dateAx" in line.part.blob.decode()
    assert list(line.plots[0].series[0].values) == [10, 20.5, 30]


def test_a_line_that_was_passed_and_a_gap_stay(slides):
    bars, line = chart_of(slides["en-passed"]).plots
    assert list(bars.series[0].values) == [10, None, 30]
    assert (line.series[0].name, list(line.series[0].values)) == ("Fifteen", [15, 15, 15])


def test_the_contents_lead_to_the_first_slide_of_each_platform(slides):
    slide = slides["en-contents"]
    runs = [r for shape in slide.placeholders for p in shape.text_frame.paragraphs for r in p.runs]
    leads = [link for run in runs for link in run._r.xpath(".//a:hlinkClick")]
    targets = [slide.part.related_part(link.rId).slide.name for link in leads]
    assert targets == ["en-welcome", "en-line", "en-river-profile", "en-history"]


def test_its_sections_are_the_platforms_and_hold_every_slide_once(file):
    text = zipfile.ZipFile(file).read("ppt/presentation.xml").decode()
    show = Presentation(file)
    numbers = [int(number) for number in re.findall(r'<p14:sldId id="(\d+)"', text)]
    assert numbers == [slide.slide_id for slide in show.slides]
    assert re.findall(r'<p14:section name="([^"]+)"', text)[:3] == ["English", "Overview", "Charts"]


def test_its_colours_are_the_themes_and_one_change_of_them_changes_all(file):
    with zipfile.ZipFile(file) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        assert 'name="Kiosk: Day"' in theme
        assert re.search(r"<a:accent2><a:srgbClr val=\"0C6F64\"", theme)
        assert theme.count('typeface="Noto Sans SC"') >= 4
        for name in package.namelist():
            if re.match(r"ppt/(slides|slideLayouts|slideMasters|charts)/[^/]+\.xml", name):
                assert b"srgbClr" not in package.read(name), name


def test_every_part_of_it_is_sound_and_says_nothing_of_when_it_was_made(file):
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(package.read(name))  # noqa: S314 - our own
        books = [name for name in package.namelist() if name.endswith(".xlsx")]
        assert books
        for name in books:
            with zipfile.ZipFile(io.BytesIO(package.read(name))) as book:
                core = book.read("docProps/core.xml").decode()
                assert "2021-03-04T00:00:00Z" in core
                assert core.count("2021-03-04T00:00:00Z") == 2
    about = Presentation(file).core_properties
    assert (about.title, str(about.created)) == ("Tiny", "2021-03-04 00:00:00")


def test_ids_on_a_slide_are_there_once(slides):
    for slide in slides.values():
        ids = slide._element.xpath("//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)


def test_texts_shrink_until_they_fit():
    assert fitting("short", 17, Box(0, 0, 300, 60)) == 17
    assert 10 <= fitting("a longer text " * 12, 17, Box(0, 0, 300, 100)) < 17
    assert on_one_line("数" * 20, 60, 400) < 20
    assert list(grid(Box(0, 0, 100, 100), 3, 2, 10)) == [Box(0, 0, 45, 45), Box(55, 0, 45, 45), Box(0, 55, 45, 45)]
