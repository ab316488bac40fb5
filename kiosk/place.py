"""Where a visitor is, or whoever speaks with the deck: everything that decides what is on screen, in one record."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kiosk.deck.records import record


class Screen(StrEnum):
    """The screens of a booth."""

    ATTRACT = "attract"
    HUB = "hub"
    GROUP = "group"
    """The chooser of a group with several platforms."""
    SLIDE = "slide"
    COMPARE = "compare"
    """Two platforms side by side."""
    ADVISER = "adviser"
    """The questions to a visitor, and then the platforms that suit the answers."""
    TAKE_HOME = "take_home"
    """The codes that carry what the visitor saw."""
    LEAD = "lead"
    """The card on which visitors leave their contact."""
    WELCOME = "welcome"
    """Greets a delegation before the first slide of its route."""
    DARK = "dark"
    """Outside the opening hours, as long as nobody touches."""
    CALM = "calm"
    """"Back soon": the deck has nothing that could be shown."""


HUSHED: Final = frozenset({Screen.LEAD})
"""The screens where visitors write about themselves: no report has where these are touched."""


class Desk(StrEnum):
    """What the operator has open over the visitor's screen; each but the pad is a page of the panel."""

    NONE = ""
    PIN = "pin"
    PANEL = "panel"
    DECKS = "decks"
    """The decks that can be chosen."""
    IMPORT = "import"
    """The packed decks on sticks, and what one of them would change."""
    READY = "ready"
    """The opening check."""
    VISITS = "visits"
    """Who came today, in numbers."""
    TEST = "test"
    """Shows where the screen feels a touch."""
    CLEANING = "cleaning"
    """Nothing answers."""
    RESTART = "restart"
    """Whether to start again is asked once more."""
    QUIT = "quit"
    """Whether to quit is asked once more."""


class LeadStep(StrEnum):
    """The steps of the card on which visitors leave their contact, and how it ended."""

    NONE = ""
    WHO = "who"
    WHAT = "what"
    """What interests them, and a note."""
    CONSENT = "consent"
    THANKS = "thanks"
    """It is kept, and can still be deleted."""
    DELETED = "deleted"
    """It was deleted again."""
    SORRY = "sorry"
    """It could not be kept."""


@record
class View:
    """The part of a chart that is shown: its left and upper edge and its width, as shares of the whole chart's.

    Its height is the same share as its width.
    """

    left: float = 0.0
    top: float = 0.0
    share: float = 1.0


WHOLE: Final = View()
NOTHING: Final = (-1, -1)
"""What is sought where nothing is."""
CLOSEST: Final = 0.25
"""The least share of a chart or a slide that can be shown: four times as large."""


def within(left: float, top: float, share: float) -> View:
    """The part of something whole that is nearest to the one that is asked for, and not closer than `CLOSEST`."""
    share = min(1.0, max(CLOSEST, share))
    left, top = (min(1.0 - share, max(0.0, edge)) for edge in (left, top))
    return View(left, top, share)


class Blank(StrEnum):
    """What stands in the slide's place while somebody speaks without it."""

    NONE = ""
    BLACK = "black"
    WHITE = "white"


@record
class Show:
    """How far somebody is who speaks with the deck."""

    route: str = ""
    """The id of the deck's route; "" for the whole deck."""
    at: int = 0
    """The position of the slide within the route's order; 0 on the welcome screen before it."""
    step: int = 0
    """How many of the slide's parts are revealed; all of them on one that was stepped back onto."""
    blank: Blank = Blank.NONE
    grid: bool = False
    """Whether all slides of the route are laid out to jump to one …"""
    picked: int = 0
    """… and the position of the one that Enter would jump to."""
    leaving: bool = False
    """Whether Escape opened them: once more ends the show."""
    typed: str = ""
    """Digits that wait for Enter."""
    help: bool = False
    """Whether the sheet with the keys is open."""
    guest: str = ""
    """The delegation's name; the route's own where it is ""."""
    began: int = -1
    """When the talk's clock was started, in milliseconds of the navigator's; -1 while it was not."""
    paused: int = -1
    """When it was stopped; -1 while it runs."""
    auto: bool = False
    """Whether the show goes on by itself, and begins anew at its end."""
    near: View = WHOLE
    """The part of the slide that is shown, as large as the screen."""

    def elapsed(self, now: int) -> int:
        """Milliseconds that the talk's clock shows."""
        if self.began < 0:
            return 0
        return (now if self.paused < 0 else self.paused) - self.began


@record
class Place:
    """Everything that decides what a visitor sees."""

    screen: Screen
    language: str
    group: str = ""
    """The group whose chooser is shown."""
    slide: int = 0
    """Index of the slide among all slides of the deck."""
    scene: int = 0
    """Index of the attract loop's scene."""
    text_size: int = 0
    high_contrast: bool = False
    reduced_motion: bool = False
    low_reach: bool = False
    """Whether everything that can be touched is where somebody who is seated reaches it."""
    spot: int = -1
    """Index of the hot spot whose callout is open; -1 without one."""
    sought: tuple[int, int] = NOTHING
    """A row of the slide's chart, and which of its numbers, that somebody looked for: its callout is open."""
    view: View = WHOLE
    """The part of the slide's chart that is shown."""
    hidden: tuple[int, ...] = ()
    """The chart's series that are switched off, by their positions."""
    table: bool = False
    """Whether the chart's numbers stand in its place."""
    source: str = ""
    """Id of the source whose sheet is open."""
    pair: tuple[str, ...] = ()
    """The ids of the two platforms that are compared."""
    picking: str = ""
    """The side that a platform is being chosen for: `left`, `right`, or neither."""
    answers: tuple[str, ...] = ()
    """What was answered to the adviser's questions so far, "" where there was no preference; kept on other screens."""
    origin: Place | None = None
    """Where previous leads from a comparison, or from a platform that one opened; None for the hub or the slide before.

    It has no origin itself.
    """
    part: int = 0
    """Which of the codes to take home is shown."""
    lead: LeadStep = LeadStep.NONE
    """The step of the card; what is entered there stands nowhere but on the screen."""
    asking: bool = False
    """Whether "Still exploring?" is asked."""
    desk: Desk = Desk.NONE
    show: Show | None = None
    """How far a show is; None while the booth is the visitors'."""


VISITORS: Final = ("text_size", "high_contrast", "reduced_motion", "low_reach", "answers")
"""What visitors set or said for themselves: it goes with them wherever they go, and is gone when they are."""
