"""Sentences and their translations: what the sources say, and what each language has for it."""

from __future__ import annotations

import ast
import importlib
import pickle
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kiosk
from kiosk import sentences
from kiosk.deck.compiled import open_deck
from kiosk.machine.file import read, read_soon
from kiosk.sentences import Sentence, in_language, listed, said_by, sentence, why

SOURCES = Path(kiosk.__file__).parent
LANGUAGES = sorted(sentences._TABLES)  # noqa: SLF001 - the test goes through all of them


SAYS = {"AccessError", "Complaint", "DeckError", "Fault", "Part", "_BrokenError", "listed", "row_fault", "sentence"}
"""What makes sentences, and what takes them for the operator."""
OTHERS = {"Complaint": {0}, "Part": {0, 2}}
"""Arguments that are no sentences."""


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@cache
def all_calls() -> list[tuple[str, ast.Call]]:
    """Every call in the sources that has to do with sentences, and where it stands."""
    return [
        (f"{path.relative_to(SOURCES)}:{node.lineno}", node)
        for path in sorted(SOURCES.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name_of(node) in SAYS
    ]


def calls() -> list[tuple[str, ast.Call]]:
    """Those that make a sentence, or a list of them."""
    return [(where, call) for where, call in all_calls() if name_of(call) in {"sentence", "listed"}]


def templates() -> dict[str, str]:
    """Each template in the sources, and where it stands; a test of its own says that all are written out."""
    found = {}
    for where, call in calls():
        if isinstance(call.args[0], ast.Constant):
            found.setdefault(str(call.args[0].value), where)
    return found


def holes(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def table(language: str) -> dict[str, str]:
    return dict(importlib.import_module(sentences._TABLES[language]).TEMPLATES)  # noqa: SLF001 - as above


def test_templates_are_written_out_where_they_are_used():
    built = [where for where, call in calls() if not isinstance(call.args[0], ast.Constant)]
    assert not built, "the template must be a text, with holes for what changes"


def test_every_hole_is_filled():
    for where, call in calls():
        if isinstance(call.func, ast.Name) and call.func.id == "sentence" and all(each.arg for each in call.keywords):
            template = call.args[0]
            assert isinstance(template, ast.Constant)
            assert holes(str(template.value)) == {each.arg for each in call.keywords}, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there_in_every_language(language):
    lacking = {template: where for template, where in templates().items() if template not in table(language)}
    assert not lacking, f"kiosk/sentences/{language}.py has no words for these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language):
    assert not set(table(language)) - set(templates()), "nothing says these any more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_only_holes_that_are_filled(language):
    for template, told in table(language).items():
        assert holes(told) <= holes(template), template
        lost = holes(template) - holes(told) - MAY_GO.get(template, set())
        assert not lost, f"{template!r} says {lost}, its translation does not"


MAY_GO = {"{before}{why}{after}": {"before"}}
"""What only those who help want to know."""


def test_a_sentence_is_a_text_as_any_other():
    said = sentence("the file {name} has {count:,} rows", name="`a.csv`", count=1234)
    assert said == "the file `a.csv` has 1,234 rows"
    assert {said: 1}["the file `a.csv` has 1,234 rows"] == 1
    again = pickle.loads(pickle.dumps(said))  # noqa: S301 - our own
    assert isinstance(again, Sentence)
    assert (again, again.template, again.values) == (said, said.template, said.values)


def test_what_stands_in_a_sentence_is_told_in_its_language_too():
    inner = sentence("did you mean {near}?", near="`blue`")
    both = listed("; ", [sentence("{name} is not a theme: {instead}", name="`{blu}`", instead=inner), "as typed"])
    assert both == "`{blu}` is not a theme: did you mean `blue`?; as typed"
    assert in_language(both, "zh-Hans") == "没有名为`{blu}`的主题：是否应为`blue`？；as typed"
    assert in_language(both, "fr") == in_language(both, "en") == both
    assert type(in_language(both, "en")) is str
    assert in_language("a plain text", "zh") == "a plain text"


def test_an_error_keeps_its_sentence():
    said = sentence("the file is empty")
    assert in_language(said_by(ValueError(said)), "zh") == "文件是空的"
    assert said_by(ValueError("what", "else")) == "('what', 'else')"
    assert in_language(why(PermissionError(13, "Permission denied", "x")), "zh") == "没有权限"
    assert why(OSError(1, "Something rare")) == "Something rare"


def said_plainly(call: ast.Call) -> Iterator[str]:
    """The texts that a call is given for the operator and that nobody could put into another language."""
    for at, argument in enumerate(call.args):
        is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value
        if (is_text or isinstance(argument, ast.JoinedStr)) and at not in OTHERS.get(name_of(call), ()):
            yield ast.unparse(argument)


def test_what_the_operator_reads_is_a_sentence():
    others = [(where, call) for where, call in all_calls() if name_of(call) not in {"sentence", "listed"}]
    assert {where: said for where, call in others if (said := list(said_plainly(call)))} == {}


def test_a_deck_that_was_compiled_tells_its_problems_in_every_language(tiny_folder, tmp_path):
    text = (tiny_folder / "deck.yaml").read_text(encoding="utf-8")
    (tiny_folder / "deck.yaml").write_text(text.replace("theme: day", "theme: dya"), encoding="utf-8")
    for _ in ("read", "opened from its compiled form"):
        (problem,) = open_deck(tiny_folder, tmp_path / "cache").problems
        assert problem.message == "`dya` is not a theme: did you mean `day`?"
        assert in_language(problem.message, "zh") == "没有名为`dya`的主题：是否应为`day`？"


def test_the_machines_settings_are_kept_for_the_next_start_though_something_is_wrong_in_them(tmp_path):
    (tmp_path / "kiosk.toml").write_text("[idle]\nask_after = 'soon'\n")
    for _ in ("read", "kept"):
        (problem,) = read_soon(tmp_path / "kiosk.toml", tmp_path).problems
        assert problem.message == "`ask_after`: a number is wanted here, not `soon`"
    (problem,) = read(tmp_path / "kiosk.toml").problems
    assert in_language(problem.message, "zh") == "`ask_after`：此处应为数字，而不是`soon`"
