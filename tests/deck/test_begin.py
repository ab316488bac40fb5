"""`kiosk new`: a deck that works, and that teaches."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PySide6.QtCore import QSize
from spread import rather

from kiosk.deck.begin import begin
from kiosk.deck.load import load
from kiosk.deck.marks import read_document
from kiosk.deep import examine


@pytest.fixture
def begun(tmp_path):
    begin(tmp_path / "mine")
    return tmp_path / "mine"


def test_it_is_sound_and_shows_what_there_is(begun):
    loaded = load(begun)
    assert loaded.problems == ()
    assert loaded.deck.languages == ("en", "zh")
    layouts = [slide.layout for platform in loaded.deck.platforms for slide in platform.slides]
    assert layouts == ["cover", "figures", "chart", "statement", "timeline", "text"]


def test_every_text_is_in_both_languages(begun):
    for file in begun.glob("*.yaml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert ("en:" in line) <= ("zh:" in line or line.strip().startswith("en:")), line


@pytest.mark.parametrize("name", ["deck", "sources", "harbour", "library"])
def test_each_file_begins_with_what_has_editors_check_it(begun, name):
    text = (begun / f"{name}.yaml").read_text(encoding="utf-8")
    first, second = text.splitlines()[:2]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    schema = json.loads((begun / found[1]).read_text(encoding="utf-8"))
    assert second == "#"
    assert [*Draft202012Validator(schema).iter_errors(read_document(text).value)] == []


@pytest.mark.parametrize("name", ["deck", "sources", "harbour", "library"])
def test_what_is_commented_out_may_be_used(begun, name):
    """Without its mark, each line that is there to be used says what it should."""
    file = begun / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    used = re.sub(r"^( *)# ((  )*(- )?[a-z]+: .*|[a-z]+:)$", r"\1\2", text, flags=re.MULTILINE)
    file.write_text(used.replace("  logo: logo.png\n", ""), encoding="utf-8")
    assert (used != text) == (name in {"deck", "sources"})
    assert load(begun).problems == ()


def test_it_says_that_its_figures_are_made_up(begun):
    texts = "".join(file.read_text(encoding="utf-8") for file in begun.glob("*.yaml"))
    assert "made up" in texts
    assert "虚构" in texts
    assert not re.search("chongqing|重庆", texts, re.IGNORECASE)


def test_the_command_says_what_to_do_next(quick, tmp_path):
    done = quick("new", "mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert "kiosk check mine" in done.stdout
    assert "kiosk run mine" in done.stdout
    assert quick("check", "mine").stdout == "0 errors, 0 warnings\n"
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "mine").rglob("*")}
    again = quick("new", "mine")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == "kiosk: There is something in mine already: name a new folder.\n"
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "mine").rglob("*")} == before


@pytest.mark.parametrize("language", rather("en", "zh"))
def test_it_has_no_deep_problems_either(qapp, drawn, begun, language):
    assert qapp
    loaded = load(begun)
    loaded = replace(loaded, deck=replace(loaded.deck, languages=(language,)))
    assert list(examine(loaded, begun, (QSize(1280, 720),), drawn / "charts", lambda *_: None)) == []


def test_an_empty_folder_is_as_good_as_none_and_a_file_is_not(quick, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert quick("new", "empty").returncode == 0
    for taken in ("file", Path("file") / "below"):
        done = quick("new", taken)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
