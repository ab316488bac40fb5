"""Reports: what an organiser reads of the visits, on paper, in a browser, and in their own tools."""

from __future__ import annotations

import csv
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest
from pypdf import PdfReader
from spread import rather
from visits.crowd import NEVER, Crowd

from kiosk.deck.cells import harmless
from kiosk.deck.load import load
from kiosk.deck.report_words import REPORT_WORDS
from kiosk.places import SAMPLE_DECK
from kiosk.report import FORMS, form_of
from kiosk.report.asked import Asked
from kiosk.report.content import content
from kiosk.report.tables import tables
from kiosk.visits.database import add, open_database
from kiosk.visits.figures import Logs
from kiosk.visits.visit import Ending, Stay, Touched, Visit

DAY = date(2026, 5, 4)
HOSTILE = "<img src=http://evil.example/x onerror=alert(1)> =cmd|' /C calc'!A0"


def progress(done: int, total: int) -> None:
    """What a progress bar would be told."""
    assert 0 < done <= total


def write(file, visits):
    with closing(open_database(file, print)) as log:
        add(log, visits)
    return file


def some_visits(day: date = DAY) -> list[Visit]:
    """Three visits to the small deck."""
    stays = [Stay("hub", "", 4_000), Stay("group", "two", 3_000), Stay("slide", "trade", 65_000)]
    touches = {
        Touched("hub", "", False, 100): 5,
        Touched("slide", "trade", False, 200): 2,
        Touched("gone", "", 0, 3): 9,
    }
    began = datetime(day.year, day.month, day.day, 10, 30).astimezone(UTC).isoformat(timespec="seconds")
    deeds = {("value", "trade"): 3, ("table", "trade"): 1, ("language", "en zh"): 1, ("value", "removed"): 2}
    visit = Visit(began, "zh", 72_000, Ending.IDLE, stays, "en", deeds, touches)
    return [visit, visit._replace(language="en", stays=[*stays, Stay("slide", "=removed", 1_000)]), visit]


@pytest.fixture
def ask(tmp_path):
    """Gives what is to be reported of the small deck, or of another."""
    opened: list[Logs] = []

    def ask_(folder, to, visits=None, *, days=(DAY, DAY), language="en") -> Asked:
        file = write(tmp_path / f"{len(opened)}.db", visits if visits is not None else some_visits())
        opened.append(Logs([file]))
        figures = opened[-1].figures(*days)
        loaded = load(folder)
        asked = Asked(
            loaded=loaded, folder=folder, logs=opened[-1], booths=1, figures=figures, language=language, to=to
        )
        form_of(to).write(asked, progress)
        return asked

    yield ask_
    for logs in opened:
        logs.close()


class Page(HTMLParser):
    """What a page says, and which elements it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said, self.tags, self.links = "", set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data):
        self.said += data


def test_each_form_is_one_module_of_the_package():
    for ending, module in FORMS.items():
        assert find_spec(f"kiosk.report.{module}") is not None
        assert form_of(Path(f"report{ending}"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", rather("en", "zh"))
def test_the_paper_says_how_many_came_and_what_they_looked_at(ask, tiny_folder, tmp_path, language):
    words = REPORT_WORDS[language]
    ask(tiny_folder, tmp_path / "a.pdf", language=language)
    read = PdfReader(tmp_path / "a.pdf")
    said = "".join("".join(page.extract_text() for page in read.pages).split())
    day = {"en": "Mon,4May2026", "zh": "2026年5月4日（周一）"}[language]
    for text in (words.title, day, words.by_hour, words.longest, words.left, words.never, words.touches, words.private):
        assert "".join(text.split()) in said
    assert {"en": "67%", "zh": "67%"}[language] in said
    assert read.outline[0].title == words.title
    assert read.metadata.title.startswith(words.title)
    assert sum(len(page.images) for page in read.pages) == 2  # the start screen and the slide


@pytest.mark.usefixtures("qapp")
def test_the_web_page_stands_alone_and_takes_no_text_for_its_own(ask, tiny_folder, tmp_path):
    river = tiny_folder / "river.yaml"
    text = river.read_text(encoding="utf-8")
    assert "title: {en: Trade by year, zh: 历年贸易}" in text
    river.write_text(text.replace("title: {en: Trade by year, zh: 历年贸易}", f"title: {HOSTILE!r}"), encoding="utf-8")
    ask(tiny_folder, tmp_path / "a.html")
    page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert HOSTILE in page.said
    assert "script" not in page.tags
    assert all(link.startswith("data:") for link in page.links)
    assert len(page.links) == 2
    assert "1 of 8" in page.said


def test_every_word_of_a_language_is_there_in_the_other():
    for words in REPORT_WORDS.values():
        assert set(words.screens) == set(REPORT_WORDS["en"].screens)
        assert (len(words.weekdays), len(words.months)) == (7, 12)


def test_the_tables_have_it_all(ask, tiny_folder, tmp_path):
    asked = ask(tiny_folder, tmp_path / "a.csv")
    told = {table.name: table for table in tables(asked)}
    for table in told.values():
        with (tmp_path / f"a-{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            heads, *rows = csv.reader(file)
        assert heads == list(table.heads)
        assert len(rows) == len(table.rows)
        assert all(len(row) == len(heads) for row in rows)
    assert told["days"].rows == (("2026-05-04", 3),)
    places = {row[1]: row for row in told["places"].rows if row[0] == "slide"}
    assert places["trade"][4:] == (3, 195.0, pytest.approx(65, abs=5), 2)
    assert places["history"][4:] == (0, 0.0, 0.0, 0)
    assert ("value", "trade", 9) in told["deeds"].rows
    assert ("hub", "", 0, 5, 5, 24, 14, 15) in told["touches"].rows
    assert [row[-1] for row in told["paths"].rows] == [3, 3, 1]
    assert "'=removed" in (tmp_path / "a-places.csv").read_text(encoding="utf-8")


def test_a_spreadsheet_has_no_formula_of_ours(ask, tiny_folder, tmp_path):
    from python_calamine import CalamineWorkbook

    asked = ask(tiny_folder, tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    assert book.sheet_names == [table.name for table in tables(asked)]
    rows = book.get_sheet_by_name("places").to_python()
    assert any("'=removed" in row for row in rows)
    before = (tmp_path / "a.xlsx").read_bytes()
    form_of(asked.to).write(asked, progress)
    assert (tmp_path / "a.xlsx").read_bytes() == before


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_a_spreadsheet_would_reckon_with_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"
    assert harmless(f"x{text}") == f"x{text}"


def test_programs_read_the_same_from_parquet(ask, tiny_folder, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    asked = ask(tiny_folder, tmp_path / "it's.parquet")
    for table in tables(asked):
        file = str(tmp_path / f"it's-{table.name}.parquet").replace("'", "''")
        read = duckdb.sql(f"SELECT * FROM '{file}'")  # noqa: S608
        assert read.fetchall() == list(table.rows)
        assert read.columns == list(table.heads)


def test_without_the_library_parquet_is_refused_in_plain_words(ask, tiny_folder, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ValueError, match=r"kiosk-booth\[parquet\]"):
        ask(tiny_folder, tmp_path / "a.parquet")


def test_a_whole_crowd_is_told_of_in_numbers_that_agree(tmp_path, real):
    """Favourites come first, what nobody saw is named, and every visit ends somewhere."""
    visits = list(Crowd(real.deck).visits(DAY, 7, 400))
    with Logs([write(tmp_path / "v.db", visits)]) as logs:
        figures = logs.figures(DAY, DAY.replace(day=10))
        told = content(
            Asked(
                loaded=real,
                folder=SAMPLE_DECK,
                logs=logs,
                booths=2,
                figures=figures,
                language="en",
                to=tmp_path / "x.pdf",
            )
        )
    assert told.headlines[0].value == "400"
    assert told.booths == "2 booths together"
    assert len(figures.days) == 7
    assert max(range(24), key=figures.hours.__getitem__) == 15
    assert sum(figures.left.values()) == 400
    unseen = {platform.id for platform in real.deck.platforms if platform.id in NEVER}
    names = {p.id: (p.short or p.name).say("en") for p in real.deck.platforms}
    assert {names[each] for each in unseen} <= {never.platform for never in told.never}
    assert len(told.slides) == 20
    assert len(told.places) == 8
    assert {chart.id for chart in told.overview} == {"hours", "days", "languages", "longest"}


def test_months_are_told_by_weeks(tmp_path, real):
    visits = list(islice(Crowd(real.deck).visits(DAY, 60, 300), 300))
    with Logs([write(tmp_path / "v.db", visits)]) as logs:
        figures = logs.figures(DAY, DAY.replace(month=7))
        asked = Asked(
            loaded=real, folder=SAMPLE_DECK, logs=logs, booths=1, figures=figures, language="en", to=tmp_path / "x.pdf"
        )
        days = next(chart for chart in content(asked).overview if chart.id == "days")
        assert days.title == REPORT_WORDS["en"].by_week
        assert sum(row[-1] for row in days.chart.table.rows) == figures.visits
        assert content(replace(asked, language="zh")).title == REPORT_WORDS["zh"].title


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
def test_a_week_of_20000_visits_in_both_languages(tmp_path, real):
    """As somebody prints it on Monday: four pages, the same numbers on paper and in a browser."""
    file = write(tmp_path / "v.db", Crowd(real.deck, seed=7).visits(DAY, 7, 20_000))
    with Logs([file]) as logs:
        figures = logs.figures(DAY, DAY.replace(day=10))
        for language in ("en", "zh"):
            asked = Asked(
                loaded=real,
                folder=SAMPLE_DECK,
                logs=logs,
                booths=1,
                figures=figures,
                language=language,
                to=tmp_path / f"{language}.pdf",
            )
            for ending in (".pdf", ".html"):
                to = tmp_path / f"{language}{ending}"
                form_of(to).write(replace(asked, to=to), progress)
            read = PdfReader(tmp_path / f"{language}.pdf")
            paper = "".join("".join(page.extract_text() for page in read.pages).split())
            page = "".join(Page((tmp_path / f"{language}.html").read_text(encoding="utf-8")).said.split())
            assert len(read.pages) == 4
            told = content(asked)
            said = [text for headline in told.headlines for text in (headline.name, headline.value, headline.more)]
            said += [row.title for row in told.slides] + [place.name for place in told.places]
            said += [chart.title for chart in (*told.overview, *told.ways, *told.answers)]
            for text in said:
                assert "".join(text.split()) in page
                assert "".join(text.split()) in paper, text
            assert told.headlines[0].value == "20,000"


# The command


@pytest.fixture
def state(tmp_path, quick):
    """Runs `kiosk report` of the small deck with a log of some visits."""
    write(tmp_path / "visits.db", some_visits())
    return lambda *arguments: quick("report", "deck", "--log", "visits.db", *arguments)


def test_the_command_prints_what_it_wrote(state, tiny_folder, tmp_path):
    done = state("--to", "2026-05-04", "--out", "mine.csv")
    assert (done.returncode, done.stderr) == (0, "")
    files = done.stdout.split()
    assert files[0] == "mine-days.csv"
    assert all((tmp_path / file).is_file() for file in files)
    assert tiny_folder.is_dir()


def test_days_without_visits_are_told_with_those_that_have_some(state, tiny_folder, tmp_path):
    done = state("--from", "2026-05-05", "--to", "2026-05-09")
    assert (done.returncode, done.stdout) == (1, "")
    assert "from 2026-05-05 to 2026-05-09" in done.stderr
    assert "from 2026-05-04 to 2026-05-04" in done.stderr
    assert not (tmp_path / "report.pdf").exists()
    assert tiny_folder.is_dir()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "banana"], "--to wants a day"),
        (["--from", "2026-05-09", "--to", "2026-05-08"], "after"),
        (["--out", "report.doc"], ".pdf, .html, .xlsx, .csv, .parquet"),
        (["--language", "xx"], "en, zh"),
        (["--log", "nowhere.db"], "nowhere.db"),
        (["--log", "deck/deck.yaml"], "cannot be read as a visit log"),
        (["--out", "deck"], "deck is a folder"),
    ],
)
def test_what_cannot_be_reported_is_refused_in_one_line(state, tiny_folder, arguments, said):
    done = state(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert tiny_folder.is_dir()
