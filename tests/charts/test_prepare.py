"""What a job says: words, numbers and sources in the visitor's language; and its key."""

import pickle
from dataclasses import replace

import pytest
from charts.making import BILLION_CNY, DAY, NIGHT, TRADE, MotifJob, chart, job, two_series, words

from kiosk.charts import version
from kiosk.charts.prepare import LONGEST
from kiosk.deck.charts.bar import Reference
from kiosk.deck.values import SourceId, Unit


def test_numbers_are_written_as_each_language_does():
    assert [row.cells[0].written for row in job().rows] == ["450.8", "522.3", "579.3", "651.3"]
    assert [row.cells[0].written for row in job(language="zh").rows] == ["4508", "5223", "5793", "6513"]
    assert job().rows[-1].cells[0].said == "651.34 billion yuan"
    assert job(language="zh").rows[-1].cells[0].said == "6513.4亿元"


def test_the_unit_is_said_once_in_the_heading():
    assert job().heading == "Foreign trade, billion yuan"
    assert job(language="zh").heading == "进出口总值，亿元"


def test_percent_stands_at_every_number_and_not_in_the_heading():
    made = job("share", rows=(("a", 44.7),), unit=Unit("percent"))
    assert (made.heading, made.unit, made.rows[0].cells[0].written) == ("Foreign trade", "", "44.7%")


def test_qualifiers_become_signs():
    rows = (("2018", 1000.0, "at_least"), ("2019", 70.0, "about"), ("2020", 2.0, None))
    made = job(rows=rows, columns=("year", "value", "qualifier"), unit=Unit("trips"))
    assert [row.cells[0].written for row in made.rows] == [">1,000", "≈70", "2"]


def test_labels_may_have_another_language():
    rows = (("ASEAN", "东盟", 112.17), ("Rest", None, 327.74))
    columns = ("partner", "partner.zh", "value")
    assert [row.label for row in job(rows=rows, columns=columns).rows] == ["ASEAN", "Rest"]
    zh = job(rows=rows, columns=columns, language="zh")
    assert [(row.key, row.label) for row in zh.rows] == [("ASEAN", "东盟"), ("Rest", "Rest")]


def test_years_keep_their_digits_together():
    assert job(rows=((2020.0, 1.0), (2021.0, 2.0)), label="year").rows[0].label == "2020"


def test_sources_and_notes_are_the_rows_own_or_the_charts():
    rows = (("2019", 1.0, "customs", "revised"), ("2020", 2.0, None, None))
    made = job(rows=rows, columns=("year", "value", "source", "note"), note=words("at current prices"))
    assert [row.source for row in made.rows] == ["Customs", "iChongqing, 2020-12-25"]
    assert [row.note for row in made.rows] == ["revised", "at current prices"]
    both = job(sources=(SourceId("ichongqing"), SourceId("customs")), language="zh")
    assert both.rows[0].source == "西部网，2020-12-25；海关"


def test_descending_order():
    assert [row.key for row in job(sort="descending").rows] == ["2020", "2019", "2018", "2017"]


def test_options_are_resolved():
    made = job(reference=Reference(value=500, label=words("threshold", "五千亿")), language="zh")
    assert made.option("reference").value == 5000
    assert made.option("reference").label == "五千亿"
    assert job(reference=Reference(value=500)).option("reference").label == "500"
    assert job("donut", centre=words("in 2020")).option("centre") == "in 2020"


def test_totals():
    assert job("donut").total.written == "2,203.7"
    assert job(**two_series()).rows[0].total == "651.3"


def test_gaps_and_numbers_that_are_none():
    made = job(rows=(("a", None), ("b", float("nan")), ("c", 1.0)))
    assert [row.cells[0].value for row in made.rows] == [None, None, 1.0]


def test_long_texts_are_cut():
    made = job(rows=(("x" * 100_000, 1.0),), title=words("y" * 100_000))
    assert len(made.rows[0].label) == LONGEST
    assert len(repr(made)) < 4000


def test_numbers_beyond_reason_do_not_stop_the_preparation():
    assert job(rows=(("a", 1e308), ("b", -1e308)), language="zh").rows[0].cells[0].said


def test_a_job_is_plain_and_travels():
    made = job(**two_series())
    copy = pickle.loads(pickle.dumps(made))  # noqa: S301 - just made
    assert copy == made
    assert copy.key == made.key


@pytest.mark.parametrize(
    "other",
    [
        {"language": "zh"},
        {"look": DAY},
        {"size": (1041, 620)},
        {"ratio": 2.0},
        {"rows": (*TRADE[:-1], ("2020", 651.35))},
        {"highlight": "2020"},
        {"direction": "horizontal"},
    ],
)
def test_the_key_changes_with_everything_that_shapes_the_picture(other):
    assert job(**other).key != job().key
    assert len(job().key) == 64


def test_the_key_changes_with_the_drawing(monkeypatch):
    before = job().key
    monkeypatch.setattr("kiosk.charts.job.drawing_version", lambda: "another")
    assert job().key != before
    assert version.drawing_version() == version.drawing_version()


def test_the_backgrounds_key_takes_only_what_it_shows():
    made = MotifJob(NIGHT, 1920, 1080, 1.0)
    assert made.key == MotifJob(replace(NIGHT, radius=3), 1920, 1080, 1.0).key
    assert made.key != MotifJob(DAY, 1920, 1080, 1.0).key
    assert made.key != MotifJob(NIGHT, 1080, 1920, 1.0).key


def test_the_chart_says_its_unit():
    assert chart().unit == BILLION_CNY
