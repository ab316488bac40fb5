"""The schemas that editors complete and check with say what the models say."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tiny import FILES

from kiosk.deck.charts import area
from kiosk.deck.choose import chart_class, chart_kinds
from kiosk.deck.marks import read_document
from kiosk.deck.model import LAYOUTS
from kiosk.deck.schema import meaning, schemas
from kiosk.places import SAMPLE_DECK

GALLERY = Path(__file__).parents[1] / "gallery"
SCHEMAS = schemas()
FILES_OF_DECKS = sorted([*SAMPLE_DECK.glob("*.yaml"), *GALLERY.glob("*.yaml")])


def read(text: str):
    """A file as an editor reads it, for which `true` and `false` are no words."""
    return with_truths(read_document(text).value)


def with_truths(value):
    if isinstance(value, dict):
        return {key: with_truths(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_truths(each) for each in value]
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def wrongs(kind: str, value) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(value)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_is_a_sound_schema_of_its_draft(kind):
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("file", FILES_OF_DECKS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_files_of_real_decks_are_as_they_say(file):
    kind = file.stem if file.stem in SCHEMAS else "platform"
    assert wrongs(kind, read(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("deck.yaml", "title:", "titel:"),
        ("deck.yaml", "languages: [en, zh]\n", ""),
        ("deck.yaml", "languages: [en, zh]", "languages: en"),
        ("deck.yaml", "ask_after: 30", "ask_after: soon"),
        ("deck.yaml", "colour: gold", "colour: golden"),
        ("deck.yaml", "sentence: {en: Hello, zh: 你好}", "sentence: [Hello]"),
        ("sources.yaml", "  publisher: {en: Bureau, zh: 统计局}\n", ""),
        ("sources.yaml", "  url:", "  link:"),
        ("overview.yaml", "layout: statement", "layout: statment"),
        ("overview.yaml", "    layout: statement\n", ""),
        ("overview.yaml", "layout: statement", "layout: figures"),
        ("overview.yaml", "value: 5105", "value: many"),
        ("overview.yaml", "qualifier: about", "qualifier: circa"),
        ("overview.yaml", "    id: welcome", "    id: [welcome]"),
        ("overview.yaml", "        source: bureau\n", ""),
        ("overview.yaml", "name:", "id: overview\nname:"),
        ("river.yaml", "kind: bar", "kind: barr"),
        ("river.yaml", "      kind: bar\n", ""),
        ("river.yaml", "      table: trade.csv\n", ""),
        ("river.yaml", "table: trade.csv", "table: trade.doc"),
        ("river.yaml", "highlight: 2020", "options: {direction: sideways}"),
        ("river.yaml", "highlight: 2020", "options: {baseline: data}"),
        ("hill.yaml", "slides:", "slide:"),
    ],
)
def test_what_is_wrong_is_marked(file, old, new):
    kind = Path(file).stem if Path(file).stem in SCHEMAS else "platform"
    text = FILES[file].replace("  - id: welcome", "  -\n    id: welcome")
    assert wrongs(kind, read(text)) == []
    assert old in text
    assert wrongs(kind, read(text.replace(old, new)))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_is_explained(kind):
    silent = []

    def look(schema, at: tuple[str, ...]) -> None:
        for key, value in schema.get("properties", {}).items():
            if not value.get("description"):
                silent.append((*at, key))
        for name, inner in schema.get("$defs", {}).items():
            look(inner, (name,))

    look(SCHEMAS[kind], (kind,))
    assert silent == []


def test_layouts_and_kinds_of_charts_are_offered_with_what_they_are_for():
    slide, chart = (SCHEMAS["platform"]["$defs"][name]["properties"] for name in ("Slide", "Chart"))
    assert {each["const"] for each in slide["layout"]["anyOf"]} == set(LAYOUTS)
    assert {each["const"] for each in chart["kind"]["anyOf"]} == set(chart_kinds())
    assert all(each["description"] for each in (*slide["layout"]["anyOf"], *chart["kind"]["anyOf"]))


def test_a_field_that_nobody_explained_says_nothing():
    """So that `test_every_key_is_explained` fails for it."""

    class Unexplained(area.Options):
        nothing: int = 0

    assert meaning(Unexplained, "nothing") == ""
    explained = [
        meaning(chart_class(kind), field.name) for kind in chart_kinds() for field in fields(chart_class(kind))
    ]
    assert all(explained)


def test_a_text_is_one_or_one_for_each_language():
    validator = Draft202012Validator(SCHEMAS["deck"]["properties"]["title"])
    assert all(map(validator.is_valid, ("Kiosk", 2020, {"en": "Kiosk", "zh": "展台"})))
    assert not any(map(validator.is_valid, ([], {}, {"en": ["Kiosk"]}, None)))


def test_the_command_prints_or_writes_them(quick, tmp_path):
    assert json.loads(quick("schema").stdout) == SCHEMAS
    assert json.loads(quick("schema", "sources").stdout) == SCHEMAS["sources"]
    done = quick("schema", "--out", "made/schemas")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        json.loads((tmp_path / "made/schemas/platform.schema.json").read_text(encoding="utf-8")) == SCHEMAS["platform"]
    )
    assert len(done.stdout.splitlines()) == len(SCHEMAS)


@pytest.mark.parametrize("arguments", [["schema", "slides"], ["schema", "--out", "file/below"]])
def test_the_command_refuses_in_a_plain_line(quick, tmp_path, arguments):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = quick(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kiosk: The")
    assert len(done.stderr.splitlines()) == 1
