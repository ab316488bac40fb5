"""What is logged of a visit, all of it, and where it stands in the log.

- `visits`: when it began, how long it lasted, how it ended, and the language at its end;
- `stays`: each place of it in turn, and for how long; two platforms that are compared are a place;
- `dwells` and `steps`: the same, counted by day: how long somebody stayed where, and from where to where they went;
- `deeds`: what else there is to be known of visits, counted by day (`Deed`);
- `touches`: where fingers came down on each place, counted by day in cells of a coarse grid.

Nothing says who a visitor was. What is counted by day is tied to no visit, has no order and no time of the day. Where
visitors write about themselves (`kiosk.place.HUSHED`), or the operator has something open, no touch is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from kiosk.deck.model import Deck
from kiosk.place import Place, Screen

GRID: Final = (24, 14)
"""The cells of a screen, along its longer side and its shorter one."""


class Deed(StrEnum):
    """What is counted besides where visitors were."""

    BEGAN = "began"
    """A visit began in a language."""
    LASTED = "lasted"
    """A visit lasted from so many seconds on (`database.SPANS`)."""
    LEFT = "left"
    """The place where nobody was any more: `slide trade`, or `hub ` for a screen that needs no name."""
    VALUE = "value"
    """A tap on a chart's mark opened its value; the slide's id."""
    TABLE = "table"
    """The numbers of a chart were opened; the slide's id."""
    LANGUAGE = "language"
    """Another language was chosen; from which to which: `en zh`."""
    ANSWER = "answer"
    """The adviser was answered; the ids of question and answer: `stage growth`, or `stage -` for no preference."""
    ADVICE = "advice"
    """The adviser recommended a platform; its id."""


def noticed(before: Place, place: Place, deck: Deck, slide: str) -> Iterator[tuple[Deed, str]]:
    """What a visitor did between two places of a visit that follow one another; `slide` is the later one's, or ""."""
    same = before.screen is place.screen is Screen.SLIDE and before.slide == place.slide
    if same and place.spot >= 0 and place.spot != before.spot:
        yield Deed.VALUE, slide
    if same and place.table and not before.table:
        yield Deed.TABLE, slide
    if place.language != before.language:
        yield Deed.LANGUAGE, f"{before.language} {place.language}"
    given = len(before.answers)
    if place.answers[:given] == before.answers:
        for question, answer in zip(deck.questions[given:], place.answers[given:], strict=False):
            yield Deed.ANSWER, f"{question.id} {answer or '-'}"
    if len(place.answers) == len(deck.questions) > given:
        from kiosk.deck.adviser import advise, best  # as the screen with the advice, which is shown now

        for advice in best(advise(deck, place.answers))[0]:
            yield Deed.ADVICE, advice.platform.id


def cell(x: float, y: float, *, tall: bool) -> int:
    """The cell of a point, given as shares of the screen's width and height; counted line by line."""
    across, down = reversed(GRID) if tall else GRID
    return min(int(y * down), down - 1) * across + min(int(x * across), across - 1)
