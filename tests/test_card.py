"""The booth card: one page for those who look after the booth, whatever the deck's names are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from kiosk.card import HEIGHT, THEME, paint, write_card
from kiosk.deck.boothcard import columns
from kiosk.deck.load import load
from kiosk.deck.model import Brand, Contact
from kiosk.deck.operator_words import operator_words
from kiosk.deck.values import Words

CONTACT = Contact(
    name=Words((("en", "Example Name"), ("zh", "示例姓名"))),
    organisation=Words((("", "Example Office"),)),
    phone="+86 23 1234 5678",
    email="name@example.org",
)


@pytest.fixture
def loaded(tiny_folder):
    return load(tiny_folder)


def test_it_speaks_the_decks_first_two_languages_and_names_the_panels_own_buttons(loaded):
    english, chinese = columns(loaded.deck)
    assert (english.language, chinese.language) == ("en", "zh")
    assert [step.heading for step in english.steps] == [
        "Start",
        "Stop",
        "Open the panel",
        "Clean",
        "If something is wrong",
    ]
    for column in (english, chinese):
        words = operator_words(column.language)
        said = " ".join(step.text for step in column.steps)
        assert all(button in said for button in (words.actions[name] for name in ("cleaning", "restart", "export")))
        assert "{" not in said


def test_it_says_whom_to_call_or_leaves_room_to_write_it(loaded):
    assert columns(loaded.deck)[0].people == ()
    assert columns(loaded.deck)[0].blanks == ("Name", "Phone", "Booth no.")
    english, chinese = columns(replace(loaded.deck, contact=CONTACT))
    assert english.people == ("Example Name", "Example Office", "+86 23 1234 5678", "name@example.org")
    assert chinese.people[0] == "示例姓名"
    assert english.blanks == ("Booth no.",)


@pytest.mark.usefixtures("qapp")
def test_it_is_one_page_of_pdf(loaded, tmp_path):
    file = tmp_path / "out" / "card.pdf"
    write_card(loaded.deck, dict(loaded.themes)[THEME], file)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    assert [round(float(side)) for side in box.groups()] == [595, 842], "A4"
    assert [each.name for each in file.parent.iterdir()] == ["card.pdf"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("languages", [("en", "zh"), ("zh",)], ids="-".join)
def test_all_of_it_stands_on_the_page_with_long_names_too(loaded, languages):
    long = Words((("", "A fair with a name that nobody would print on one line, held in two halls at once " * 3),))
    deck = replace(loaded.deck, languages=languages, title=long, brand=Brand(event=long), contact=CONTACT)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    assert HEIGHT / 2 < paint(image, deck, dict(loaded.themes)[THEME]) <= HEIGHT - 100
