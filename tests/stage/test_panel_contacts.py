"""The contacts that visitors left, at the operator's panel: counted, and onto the stick as they are sealed."""

from __future__ import annotations

from contextlib import closing

import pytest
from leads.sealing import LINE, PRIVATE, PUBLIC
from tiny import add_leads

from kiosk.deck.load import load
from kiosk.deck.operator_words import OPERATOR_WORDS
from kiosk.leads.lead import lead, of_bytes, to_bytes
from kiosk.leads.seal import seal, unseal
from kiosk.leads.store import Store, count, each, file_in
from kiosk.stage.complete import visible_items


@pytest.fixture
def visits(opened, tiny_folder):
    """The panel's page of visits at a booth that asks for contacts, where two have left theirs."""
    add_leads(tiny_folder, LINE)
    opened.screen.booth.take(load(tiny_folder))
    with closing(Store(file_in(opened.state), print)) as store:
        for day, name in (("2026-05-07", "Li"), ("2026-05-08", "Wang")):
            store.keep(seal(to_bytes(lead(name=name)), PUBLIC), day)
    opened.screen.until_complete()
    opened.screen.tap("panel.visits")
    opened.screen.until(lambda: "2" in said(opened.screen))
    opened.screen.until_complete()
    return opened


def said(screen) -> str:
    return next((i.property("text") for i in visible_items(screen.window) if i.objectName() == "contacts.said"), "")


def test_they_are_copied_sealed_and_stay(visits):
    assert said(visits.screen) == "Contacts, sealed: 2 since 2026-05-07"
    visits.screen.tap("contacts.copy")
    visits.screen.until(lambda: OPERATOR_WORDS["en"].no_stick in said(visits.screen))
    (visits.media / "stick").mkdir()
    visits.screen.until_complete()
    visits.screen.tap("contacts.copy")
    visits.screen.until(lambda: "Copied to" in said(visits.screen))
    (file,) = (visits.media / "stick").iterdir()
    assert file.name.startswith("kiosk-contacts-")
    assert [of_bytes(unseal(sealed, PRIVATE)).name for sealed in each(file)] == ["Li", "Wang"]
    assert count(file_in(visits.state)).leads == 2


def test_a_deck_that_does_not_ask_says_nothing_of_them(opened):
    opened.screen.tap("panel.visits")
    opened.screen.until(lambda: any(i.objectName() == "visits.said" for i in visible_items(opened.screen.window)))
    assert said(opened.screen) == ""
