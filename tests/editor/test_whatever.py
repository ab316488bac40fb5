"""Whatever an operator does: every file stays one that can be read, and all of it can be taken back."""

from __future__ import annotations

import shutil
from random import Random

import pytest

from kiosk.deck.load import load
from kiosk.deck.model import LAYOUTS
from kiosk.editing.form import Kind
from kiosk.editing.session import Session
from kiosk.editor.editor import Editor
from kiosk.editor.paper import NAME, Paper
from kiosk.editor.spot import ADVISER, DECK, SOURCES, THEMES, Spot
from kiosk.places import SAMPLE_DECK

TEXTS = ("", "x", "Hello: world", "中文，字", "a\nb", " - #", "12", "1e3", "{a", "'", '"said"', "x" * 200, "word " * 60)


@pytest.fixture
def editor(qapp, tmp_path):  # noqa: ARG001 - Qt's objects need one
    folder = tmp_path / "deck"
    shutil.copytree(SAMPLE_DECK, folder)
    paper = Paper()
    paper.take(dict(load(folder).themes)[NAME])
    return Editor(Session(folder, tmp_path / "state"), folder, paper, "en", writable=True)


def act(editor, random) -> None:
    """Do one thing, of all that can be done with what is chosen."""
    slides, fields = editor.slideTools, editor.fieldTools
    spots = [Spot(each.file, place) for each in editor.files.platforms() for place in range(-1, len(each.slides))]
    questions = [Spot(ADVISER.file, place) for place in range(len(editor.files.questions()))]
    themes = [THEMES, *map(Spot, editor.files.themes())]
    whole = [
        lambda: editor.choose(random.choice([DECK, SOURCES, ADVISER, *questions, *themes, *spots]).id),
        lambda: editor.choose(random.choice(spots).id),
        editor.undo,
        editor.redo,
        lambda: slides.addSlide(random.choice(list(LAYOUTS))),
        lambda: (editor.spot.asks or editor.spot == THEMES or editor.spot.theme) and slides.add(),
        lambda: slides.step(random.choice((-1, 1))),
    ]
    if editor.spot.place >= 0 or editor.spot.theme:
        whole += [lambda: slides.send(random.choice(editor.files.platforms()).file)] * (len(spots) > 9)
        whole += [slides.duplicate, slides.hide, slides.deleteSlide]
    if random.random() < 0.3 or not editor.fields:
        random.choice(whole)()
        return
    key = random.choice(list(editor.fields))
    field, text = editor.fields[key], random.choice(TEXTS)
    {
        Kind.WORDS: lambda: fields.say(key, random.randrange(2), text),
        Kind.LINE: lambda: fields.enter(key, text),
        Kind.NUMBER: lambda: fields.enter(key, text),
        Kind.NAMES: lambda: fields.enter(key, text),
        Kind.CHOICE: lambda: fields.pick(key, random.choice(field.choices)),
        Kind.CHART: lambda: fields.pick(key, random.choice(field.choices)),
        Kind.PICTURE: lambda: fields.pick(key, "port.png"),
        Kind.FILE: lambda: fields.pick(key, "other.geojson"),
        Kind.COLOUR: lambda: fields.enter(key, random.choice((text, "#102030", "405060"))),
        Kind.THEME: lambda: fields.pick(key, "day"),
        Kind.PICK: lambda: fields.pick(key, text),
        Kind.PICKS: lambda: random.choice((fields.pick, fields.unpick))(key, random.choice(("seed", "lj24"))),
        Kind.TABLE: lambda: editor.tableTools.setCell(key, random.randrange(5), random.randrange(3), text),
        Kind.HEAD: lambda: random.choice((fields.add, fields.remove))(key),
        Kind.LIST: lambda: random.choice((fields.add, fields.remove))(key),
        Kind.ITEM: lambda: random.choice((fields.remove, lambda key: fields.shift(key, random.choice((-1, 1)))))(key),
        Kind.MORE: lambda: fields.more(key, random.choice(field.choices)),
        Kind.RAW: lambda: fields.enter(key, text),
        Kind.FIXED: lambda: None,
    }[field.kind]()


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 30), *(pytest.param(seed, 400, marks=pytest.mark.long) for seed in range(2, 8))]
)
def test_whatever_is_done_can_be_undone(editor, seed, steps):
    random, broken = Random(seed), 0  # noqa: S311 - nothing is kept secret with it
    for _ in range(steps):
        act(editor, random)
        assert editor.status != editor.word("refused")
        broken += any(each.broken for each in editor.files.platforms())
    assert broken == 0
    assert editor.dirty
    while editor.session.undo():
        pass
    assert not editor.session.changed
