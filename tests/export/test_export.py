"""Exports: what somebody holds in their hands who was given a deck as a file."""

from __future__ import annotations

import re
import signal
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest
from processes import linux, maps, until
from pypdf import PdfReader
from spread import rather
from tiny import write_tiny_deck

from kiosk.deck.interface import INTERFACE
from kiosk.deck.load import load
from kiosk.export import FORMS, form_of
from kiosk.export.content import content
from kiosk.export.wish import Wish
from kiosk.export.words import EXPORT_WORDS

HOSTILE = "<img src=http://evil.example/x onerror=alert(1)> **b** [a](http://evil.example) | `c` </script> & # $x$"
SLIDES = ["welcome", "idea", "numbers", "river-profile", "trade", "history", "sights", "more"]


def progress(done: int, total: int) -> None:
    """What a progress bar would be told."""
    assert 0 < done <= total


def exported(folder: Path, to: Path, **options) -> Path:
    """An export of a deck's folder, written in this process."""
    loaded = load(folder)
    wish = Wish(loaded=loaded, folder=folder, to=to, languages=("en", "zh"), theme="day")
    form_of(to).write(replace(wish, **options), progress)
    return to


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The small deck with a title and a note that Markdown and HTML would take for their own."""
    folder = tmp_path_factory.mktemp("hostile") / "deck"
    write_tiny_deck(folder)
    river = folder / "river.yaml"
    text = river.read_text(encoding="utf-8")
    said = f"'{HOSTILE}'"
    text = text.replace(
        "title: {en: At a glance, zh: 概览}", f"title: {{en: {said}, zh: 概览}}\n    notes: {{en: {said}, zh: 讲}}"
    )
    text = text.replace("name: {en: Exports, zh: 出口}", f"name: {{en: {said}, zh: 出口}}")
    river.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def web(hostile):
    """That deck as a web page."""
    return exported(hostile, hostile.parent / "a.html", notes=True).read_text(encoding="utf-8")


# Forms


def test_each_form_is_one_module_of_the_package():
    for ending, module in FORMS.items():
        assert find_spec(f"kiosk.export.{module}") is not None
        assert isinstance(form_of(Path(f"deck{ending}")).OPTIONS, frozenset)


def test_every_language_of_the_booth_has_the_words_of_an_export():
    assert EXPORT_WORDS.keys() == INTERFACE.keys()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "deck.docx"], "'.docx', but as .html, .md, .pdf, .pptx, or as pictures into a folder"),
        (["--to", "deck.md", "--theme", "day"], "--theme is nothing for .md"),
        (["--to", "pictures", "--notes"], "--notes is nothing for pictures in a folder"),
        (["--to", "deck.html", "--handout", "2"], "--handout is nothing for .html"),
        (["--to", "deck.pptx", "--size", "640x360"], "--size is nothing for .pptx"),
        (["--to", "deck.pdf", "--handout", "3"], "wants 2, 4, 6 slides a page, not 3"),
        (["--to", "deck.pdf", "--handout", "2", "--notes"], "do not go together"),
        (["--to", "deck"], "There is something at deck already"),
        (["--to", "deck.md", "--language", "xx"], "There is no language 'xx', but: en, zh"),
        (["--to", "deck.html", "--theme", "xx"], "There is no theme 'xx'"),
        (["--to", "deck.md/x.md"], "cannot be written"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_exported_is_refused_in_one_line(quick, tiny_folder, tmp_path, arguments, said):
    (tmp_path / "deck.md").write_text("mine", encoding="utf-8")
    done = quick("export", tiny_folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"kiosk: .+\n", done.stderr)
    assert said in done.stderr
    assert not list(tmp_path.glob(".*.part"))
    assert (tmp_path / "deck.md").read_text(encoding="utf-8") == "mine"


def test_its_help_teaches_by_examples(quick):
    done = quick("export", "--help")
    assert done.returncode == 0
    assert "--handout 4 --theme day" in done.stdout


@linux
@pytest.mark.parametrize("to", ["deck.pdf", pytest.param("pictures", marks=pytest.mark.long)])
def test_an_interrupted_export_leaves_no_half_file(start, tiny_folder, tmp_path, to):
    process = start("export", tiny_folder, "--to", f"out/{to}")
    until(lambda: "ft2font" in maps(process.child.pid) or list(tmp_path.glob("out/.*.part")))
    code, _ = process.end(signal.SIGINT)
    assert code != 0
    assert "Traceback" not in process.stderr()
    assert not (tmp_path / "out").is_dir() or list((tmp_path / "out").iterdir()) == []


# What is in them


def test_markdown_has_every_text_figure_and_source_and_notes_only_when_asked_for(tiny_folder, tmp_path):
    plain = exported(tiny_folder, tmp_path / "a.md", languages=("en",)).read_text(encoding="utf-8")
    assert plain.startswith("# Tiny\n")
    assert "- **≈32.08 billion US dollars** contracts (by 2020. Press, 4 March 2021)" in plain
    assert "- **Area**: 120.5 km² (Bureau, December 2020)" in plain
    assert "| Item | Exports | Imports | Note |\n| --- | ---: | ---: | ---: |\n" in plain
    assert "| 2020 | 150 billion yuan | 95 billion yuan | first full year |" in plain
    assert "Yearbook · Bureau · December 2020" in plain.replace("**", "")
    both = exported(tiny_folder, tmp_path / "b.md").read_text(encoding="utf-8")
    assert both.startswith(plain.rstrip("\n"))
    assert "\n---\n\n# 小\n" in both


def test_texts_that_markdown_would_read_stay_texts(hostile, tmp_path):
    text = exported(hostile, tmp_path / "a.md", notes=True).read_text(encoding="utf-8")
    assert "<img" not in text.replace(r"\<img", "")
    assert r"### \<img src=http://evil.example/x onerror=alert(1)\> \*\*b\*\*" in text
    heads, rule = text.split("| Item | ")[1].splitlines()[:2]
    assert len(re.findall(r"(?<!\\)\|", "| Item | " + heads)) == len(re.findall(r"\|", rule))


class Page(HTMLParser):
    """What a browser would find in a page: its tags, what they lead to, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.handlers: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"href", "src", "xlink:href", "data", "action", "poster", "srcset"}:
                self.targets.append(value)
            if name == "id":
                self.ids.append(value)
            if name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data):
        self.texts.append(data)


def test_a_web_page_points_nowhere_outside_and_takes_no_text_for_its_own(web):
    page = Page(web)
    assert all(target.startswith(("#", "data:image/png;base64,")) for target in page.targets)
    assert {target[1:] for target in page.targets if target.startswith("#")} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert page.handlers == []
    assert page.tags.count("script") == 1
    assert page.tags.count("img") == 4  # the cover's picture and the gallery's, in two languages
    assert sum(HOSTILE in said for said in page.texts) >= 3
    style = web[web.index("<style>") : web.index("</style>")]
    assert set(re.findall(r"url\(\"?([a-z]+:)", style)) == {"data:"}
    assert "@import" not in style


def test_a_web_page_has_what_a_screen_reader_needs(web):
    page = Page(web)
    assert [page.tags.count(tag) for tag in ("h1", "main", "svg", "table", "details", "figure")] == [2] * 6
    assert page.tags.count("h3") == 2 * len(SLIDES)
    for slide in SLIDES:
        assert {f"en-{slide}", f"zh-{slide}"} <= set(page.ids)
    assert "150 billion yuan" in page.texts
    assert "1500亿元" in page.texts


@pytest.fixture(scope="module")
def book(tmp_path_factory, request):
    """The small deck as a PDF."""
    request.getfixturevalue("qapp")
    folder = tmp_path_factory.mktemp("book") / "deck"
    write_tiny_deck(folder)
    return exported(folder, folder.parent / "a.pdf")


@pytest.fixture(scope="module")
def texts(book):
    """What can be read on each of its pages."""
    return list(map(text_of, PdfReader(book).pages))


def text_of(page) -> str:
    return " ".join(page.extract_text().split())


def test_a_pdfs_text_is_text_in_both_languages_with_the_charts(texts):
    assert len(texts) == 2 * (1 + len(SLIDES))
    welcome, _, numbers, profile, trade = texts[1:6]
    assert "Welcome" in welcome
    assert "A small deck" in welcome
    assert "5,105" in numbers
    assert "120.5 km²" in profile
    assert all(said in trade for said in ("Trade by year", "2018", "120", "150"))
    assert "历年贸易" in texts[14]


def test_a_pdfs_buttons_stay_at_the_booth(texts):
    assert not any(button in text for text in texts for button in ("The numbers", "All platforms", "Touch the chart"))
    assert texts[5].count("Imports") == 1  # beside its marks, and on no switch


def test_a_pdfs_fonts_are_in_it_and_a_chart_is_no_picture(book):
    reader = PdfReader(book)
    fonts = {
        str(part.get_object()["/FontDescriptor"]["/FontName"]): part.get_object()["/FontDescriptor"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
        for part in font.get_object()["/DescendantFonts"]
    }
    assert len(fonts) == 3
    assert all(re.fullmatch(r"/[A-Z]{6}\+NotoSansSC-(Regular|Medium|Bold)", name) for name in fonts)
    assert all("/FontFile2" in font for font in fonts.values())
    trade, sights = (reader.pages[at].images for at in (5, 7))
    assert len(trade) == 1  # the background alone
    assert len(sights) == 2


def test_a_pdfs_contents_lead_to_its_slides_and_each_slide_back(book):
    reader = PdfReader(book)
    pages = [page.indirect_reference.idnum for page in reader.pages]

    def leads(at: int) -> list[int]:
        found = [link.get_object() for link in reader.pages[at].get("/Annots", ())]
        return [pages.index(link["/Dest"][0].idnum) for link in found]

    assert leads(0) == [1, 1, 2, 3, 4, 4, 5, 6, 6, 7, 8]
    assert leads(9) == [10, 10, 11, 12, 13, 13, 14, 15, 15, 16, 17]
    assert [leads(at) for at in range(1, 9)] == [[0]] * 8
    english, inside, *_ = reader.outline
    assert english.title == "English"
    assert inside[0].title == "Contents"
    assert reader.metadata.title == "Tiny"
    assert reader.metadata.creation_date is None


@pytest.mark.usefixtures("qapp")
def test_notes_stand_whole_under_their_slides(tiny_folder, tmp_path):
    long = "A sentence that is said. " * 300
    hill = tiny_folder / "hill.yaml"
    text = hill.read_text(encoding="utf-8")
    hill.write_text(text.replace("    events:", f"    notes: '{long}'\n    events:"), encoding="utf-8")
    noted = PdfReader(exported(tiny_folder, tmp_path / "a.pdf", languages=("en",), notes=True))
    said = "".join(map(text_of, noted.pages)).replace(" ", "")
    assert said.count("Asentencethatissaid.") == 300
    assert len(noted.pages) > 1 + len(SLIDES)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("each", "pages"), [pytest.param(2, 5, marks=pytest.mark.long), (4, 3), pytest.param(6, 3, marks=pytest.mark.long)]
)
def test_a_handout_has_several_slides_a_page(tiny_folder, tmp_path, each, pages):
    handout = PdfReader(exported(tiny_folder, tmp_path / "a.pdf", languages=("en",), handout=each))
    assert len(handout.pages) == pages
    assert "Welcome" in text_of(handout.pages[1])
    assert "More" in text_of(handout.pages[-1])


def test_the_sections_of_an_export_are_numbered_as_the_deck_has_them(tiny_folder):
    said = content(load(tiny_folder).deck, "en")
    sections = [section for chapter in said.chapters for section in chapter.sections]
    assert [section.id for section in sections] == SLIDES
    assert [section.number for section in sections] == list(range(1, 9))


# The same deck, the same bytes


@pytest.mark.parametrize("form", rather("pdf", "pptx", "html", "md"))
def test_a_second_process_writes_the_same_bytes(quick, tmp_path, book, form):
    """The processes' own secrets differ, by which Python puts what is in a set in order."""
    folder = book.parent / "deck"
    first = book if form == "pdf" else exported(folder, tmp_path / f"a.{form}")
    done = quick("export", folder, "--to", f"b.{form}")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"b.{form}\n", "")
    assert first.read_bytes() == (tmp_path / f"b.{form}").read_bytes()


NAMES = [f"{number:03}-{slide}.png" for number, slide in enumerate(SLIDES, start=1)]


@pytest.mark.usefixtures("qapp")
def test_pictures_of_one_language_are_those_of_the_slides(tiny_folder, tmp_path):
    folder = exported(tiny_folder, tmp_path / "pictures", languages=("zh",), size=(640, 360))
    assert [file.name for file in sorted(folder.iterdir())] == NAMES
    assert len({file.read_bytes() for file in folder.iterdir()}) == len(NAMES)


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
def test_pictures_of_several_languages_have_a_folder_each_and_are_the_same_again(kiosk_, tiny_folder, tmp_path):
    done = kiosk_("export", tiny_folder, "--to", "pictures", "--size", "640x360")
    assert (done.returncode, done.stdout, done.stderr) == (0, "pictures\n", "")
    again = exported(tiny_folder, tmp_path / "again", size=(640, 360))
    for language in ("en", "zh"):
        assert [file.name for file in sorted((tmp_path / "pictures" / language).iterdir())] == NAMES
        for name in NAMES:
            assert (tmp_path / "pictures" / language / name).read_bytes() == (again / language / name).read_bytes()
