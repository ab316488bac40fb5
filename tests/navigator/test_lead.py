"""The navigator: the card on which visitors leave their contact, step by step, and how it is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import ASKING, ATTRACT, DECK, HUB, LONG_ASK, RETURN, at, does, happen, slide

from kiosk.navigator import Navigator
from kiosk.place import Desk, LeadStep, Place, Screen

WHO = Place(Screen.LEAD, "en", lead=LeadStep.WHO)
WHAT, CONSENT = replace(WHO, lead=LeadStep.WHAT), replace(WHO, lead=LeadStep.CONSENT)
THANKS = replace(WHO, lead=LeadStep.THANKS)


@pytest.mark.parametrize(
    ("place", "event", "there"),
    [
        (HUB, does("open_way", "lead"), WHO),
        (slide(2), does("open_way", "lead"), WHO),
        (replace(HUB, language="fr"), does("open_way", "lead"), replace(HUB, language="fr")),
        (WHO, does("next"), WHAT),
        (WHAT, does("next"), CONSENT),
        (CONSENT, does("next"), CONSENT),
        (CONSENT, does("previous"), WHAT),
        (WHO, does("previous"), HUB),
        (CONSENT, does("lead_to", LeadStep.THANKS), THANKS),
        (HUB, does("lead_to", LeadStep.THANKS), HUB),
        (THANKS, does("next"), HUB),
        (THANKS, does("previous"), HUB),
        (replace(WHO, lead=LeadStep.SORRY), does("next"), HUB),
        (WHAT, does("home"), HUB),
        (WHAT, does("rest"), ATTRACT),
        (WHAT, does("set_language", "zh"), replace(WHAT, language="zh")),
        (WHAT, does("set_language", "fr"), replace(HUB, language="fr")),
        (WHAT, does("open_desk", Desk.PANEL), replace(WHO, desk=Desk.PANEL)),
        (WHAT, does("reload", ASKING), WHAT),
        (WHAT, does("reload", DECK), HUB),
        (replace(WHAT, asking=True), does("reload", ASKING), replace(WHAT, asking=True)),
    ],
)
def test_where_an_event_leads(place, event, there):
    navigator = at(place, deck=ASKING)
    happen(navigator, event, 0)
    assert navigator.place == there


def test_it_is_offered_where_the_visitors_language_has_a_consent():
    navigator = Navigator(ASKING, 0)
    assert navigator.ways()[-1] == "lead"
    navigator.set_language("fr")
    assert "lead" not in navigator.ways()
    assert "lead" not in Navigator(DECK, 0).ways()


def test_it_waits_longer_for_who_has_to_type():
    navigator = at(WHAT, deck=ASKING)
    navigator.touched(0)
    navigator.tick(LONG_ASK - 1)
    assert navigator.place == WHAT
    navigator.tick(LONG_ASK)
    assert navigator.place == replace(WHAT, asking=True)
    navigator.tick(LONG_ASK + RETURN)
    assert navigator.place == ATTRACT


def test_a_booth_that_is_started_again_begins_at_the_hub():
    navigator = at(CONSENT, deck=ASKING)
    kept = navigator.kept()
    assert "consent" not in str(kept)
    again = Navigator(ASKING, 0)
    again.resume(kept, 0)
    assert again.place == HUB


def test_a_talk_takes_it_away():
    navigator = at(WHAT, deck=ASKING)
    navigator.begin_show(0)
    assert navigator.place.lead is LeadStep.NONE
