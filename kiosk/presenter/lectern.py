"""What the console's window reads of the talk, and what a presenter asks of it there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.interface import interface
from kiosk.deck.model import Platform, Slide
from kiosk.deck.shown import Shown
from kiosk.navigator import Navigator
from kiosk.place import Blank, Screen, Show
from kiosk.presenter.kept import SIZES, Kept
from kiosk.presenter.pace import Mood, Plan, minutes
from kiosk.presenter.words import word
from kiosk.show import Rules
from kiosk.stage.ink import Ink, Tool
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

SLIDES: Final = ("number", "title", "platform")
ROUTES: Final = ("route", "name", "lasts")
_PAINTS: Final = {Mood.GOOD: "jade", Mood.AHEAD: "sky", Mood.BEHIND: "coral"}
"""Of the theme's group colours; the words beside them always say it too."""
_SECOND_MS: Final = 1_000
_TOLD_MS: Final = 12_000
"""How long a line stays that says what happened."""
_SURE_MS: Final = 4_000
"""How long the second tap may take that ends the talk."""


@QmlElement
@QmlUncreatable("The presenter's own")
class Lectern(QObject):  # type: ignore[operator]
    """The talk as its speaker sees it. `state` is the folder for what is kept, `swaps` puts the show elsewhere."""

    changed = Signal()
    """The place, or what stands there."""
    ticked = Signal()
    worded = Signal()
    """The console speaks another language."""
    sized = Signal()
    listed = Signal()
    """The slides or the routes are others."""
    toldChanged = Signal()
    sureChanged = Signal()
    swapped = Signal()
    ended = Signal()
    """The presenter ended the talk."""
    numbered = Signal()
    """The screens are to show their numbers."""

    def __init__(self, stage: Stage, ink: Ink, kept: Kept, state: Path) -> None:
        super().__init__()
        self._stage, self._pen, self._kept, self._state = stage, ink, kept, state
        self._rules = Rules(stage.deck)
        self._deck = stage.deck
        self._plan = Plan()
        self._listed: object = None
        self._said, self._says = "", ""
        self._rows = {"slides": Rows(SLIDES, self), "routes": Rows(ROUTES, self)}
        self._second = QTimer(self, singleShot=True)
        self._second.timeout.connect(self._tick)
        self._forgets = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._forgets.timeout.connect(lambda: self.tell(""))
        self._sure = QTimer(self, singleShot=True, interval=_SURE_MS)
        self._sure.timeout.connect(self.sureChanged)
        self._visible = self._followed = False
        stage.placeChanged.connect(self._follow)
        stage.about.deckChanged.connect(self._read)
        ink.toolChanged.connect(self.changed)
        self._follow()

    # What it follows

    @property
    def show(self) -> Show:
        """How far the talk is."""
        return self._stage.place.show or Show()

    @property
    def spoken(self) -> str:
        """The language of the console and its notes."""
        languages = self._deck.languages
        return self._kept.language if self._kept.language in languages else languages[0]

    @property
    def _position(self) -> int:
        return self.show.at if self._stage.place.screen is Screen.SLIDE else -1

    @Slot()
    def _read(self) -> None:
        """The deck is another one."""
        self._deck, self._rules = self._stage.deck, Rules(self._stage.deck)
        self._listed = None
        self._follow()

    @Slot()
    def _follow(self) -> None:
        show = self.show
        listed = (show.route, self._kept.language, self._deck)
        if self._stage.place.show and listed != self._listed:
            self._listed = listed
            self._plan = Plan.of(self._rules.seconds(show.route)) if show.route else Plan()
            self._list()
        slide = self._slide()
        self._pen.turn(slide[1].id if slide else self._stage.place.screen.value)
        self.changed.emit()
        self._tick()

    def _slide(self) -> tuple[Platform, Slide] | None:
        """The slide that is shown, with its platform."""
        place = self._stage.place
        return self._stage.lists.order[place.slide] if place.screen is Screen.SLIDE else None

    def _list(self) -> None:
        language, order = self.spoken, self._stage.lists.order
        slides = [order[at] for at in self._rules.order(self.show.route)]
        self._rows["slides"].reset(range(len(slides)), lambda at: _line(*slides[at], at, language))
        routes = [{"route": "", "name": self._word("whole"), "lasts": ""}]
        for each in self._deck.routes:
            lasts = self._word("route_minutes").format(count=each.minutes)
            routes.append({"route": each.id, "name": each.title.say(language), "lasts": lasts})
        self._rows["routes"].fill(routes)
        self.listed.emit()

    @Slot()
    def _tick(self) -> None:
        """A second is over; while the window is hidden nobody looks."""
        self.ticked.emit()
        if self._visible or self._followed:
            show, now = self.show, self._stage.now()
            past = show.elapsed(now) % _SECOND_MS if self.running else datetime.now().astimezone().microsecond // 1000
            self._second.start(_SECOND_MS - past)

    def look(self, *, visible: bool) -> None:
        """Somebody sees the window, or nobody any more."""
        self._visible = visible
        self._second.stop()
        if visible:
            self._tick()

    @property
    def followed(self) -> bool:
        """Whether somebody sees the time elsewhere, too."""
        return self._followed

    @followed.setter
    def followed(self, followed: bool) -> None:
        self._followed = followed
        self._tick()

    def attend(self) -> None:
        """Somebody is there who does something with the show."""
        self._stage.touched()

    def told_phone(self) -> dict[str, str | bool]:
        """What a phone shows of the talk."""
        return {
            "elapsed": minutes(self._elapsed()),
            "planned": self._planned(),
            "pace": self._paced(),
            "position": self._where(),
            "title": self._title(),
            "notes": self._notes(),
            "coming": self._word("coming").format(what=self._coming()),
            "black": self.show.blank is Blank.BLACK,
        }

    def tell(self, name: str) -> None:
        """Say in one line what happened, by the name of the words; "" for nothing any more."""
        self.say(self._word(name) if name else "")

    def say(self, text: str) -> None:
        """The same in words that are there."""
        self._said = text
        self._forgets.start() if text else self._forgets.stop()
        self.toldChanged.emit()

    def _word(self, name: str) -> str:
        return word(name, self.spoken)

    def _act(self, step: Callable[[Navigator], None]) -> None:
        self._stage.act(step)

    # What is asked

    @Slot()
    def next(self) -> None:
        self._act(lambda navigator: navigator.show_next(self._stage.now()))

    @Slot()
    def previous(self) -> None:
        self._act(lambda navigator: navigator.show_previous(self._stage.now()))

    @Slot(int)
    def jump(self, position: int) -> None:
        """To a slide by its position in the route."""
        self._act(lambda navigator: navigator.show_jump(position))

    @Slot(str)
    @Slot(str, int, int)
    def open(self, slide: str, row: int = -1, number: int = -1) -> None:
        """To a slide by its id, whether it is on the route or not, and to a number of its chart's table."""
        self._act(lambda navigator: navigator.open_slide(slide, (row, number)))

    @Slot(float, float, float)
    def bringNear(self, left: float, top: float, share: float) -> None:
        """A part of the slide as large as the audience's screen."""
        self._act(lambda navigator: navigator.show_near(left, top, share))

    @Slot()
    def black(self) -> None:
        """Black for the audience, or the slide again."""
        self._act(lambda navigator: navigator.show_blank(Blank.BLACK))

    @Slot()
    def white(self) -> None:
        """White for the audience, or the slide again."""
        self._act(lambda navigator: navigator.show_blank(Blank.WHITE))

    @Slot()
    def overview(self) -> None:
        self._act(Navigator.show_grid)

    @Slot()
    def pause(self) -> None:
        """Stop the talk's clock, or have it go on."""
        self._act(lambda navigator: navigator.show_pause(self._stage.now()))

    @Slot()
    def reset(self) -> None:
        self._act(lambda navigator: navigator.show_reset(self._stage.now()))

    @Slot(str)
    def choose(self, route: str) -> None:
        """Another route; "" for the whole deck."""
        self._act(lambda navigator: navigator.choose_route(route))

    @Slot(str)
    def welcome(self, guest: str) -> None:
        """Name the guest."""
        self._act(lambda navigator: navigator.set_guest(guest.strip()))

    @Slot()
    def end(self) -> None:
        """End the talk; asked once more before."""
        if self._sure.isActive():
            self._sure.stop()
            self._act(Navigator.end_show)
            self.ended.emit()
        else:
            self._sure.start()
        self.sureChanged.emit()

    @Slot(str)
    def take(self, tool: str) -> None:
        """Take a tool in hand, or put it away."""
        self._pen.take(Tool(tool))

    @Slot()
    def saveInk(self) -> None:
        folder = self._state / "ink" / f"{datetime.now().astimezone():%Y-%m-%d-%H%M}"
        try:
            count = self._pen.save(folder, 1920, 1080, self._stage.theme.group_hex("coral"))
        except OSError:
            self.tell("ink_failed")
        else:
            self.say(self._word("ink_saved").format(folder=folder) if count else self._word("ink_none"))

    @Slot()
    def swap(self) -> None:
        self.swapped.emit()

    @Slot()
    def identify(self) -> None:
        self.numbered.emit()

    @Slot(int)
    def grow(self, by: int) -> None:
        """The notes' text larger or smaller."""
        size = min(SIZES - 1, max(0, self._kept.size + by))
        if size != self._kept.size:
            self._kept.size = size
            self._kept.save(self._state)
            self.sized.emit()

    @Slot()
    def nextLanguage(self) -> None:
        """The console and its notes in the next of the deck's languages; the show keeps its own."""
        languages = self._deck.languages
        at = languages.index(self.spoken) if self.spoken in languages else -1
        self._kept.language = languages[(at + 1) % len(languages)]
        self._kept.save(self._state)
        self.worded.emit()
        self._follow()

    @Slot()
    def nextShowLanguage(self) -> None:
        self._act(Navigator.next_language)

    # What is read

    @Slot(str, str, result=str)
    def word(self, language: str, name: str) -> str:
        """One of the console's words."""
        return word(name, language)

    @Property(str, notify=worded)
    def language(self) -> str:
        return self.spoken

    @Property(str, notify=worded)
    def languageName(self) -> str:
        return interface(self.spoken).name

    @Property(str, notify=changed)
    def showLanguage(self) -> str:
        return interface(self._stage.place.language).name

    @Property(Ink, constant=True)
    def ink(self) -> Ink:
        return self._pen

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        return self._rows["slides"]

    @Property(Rows, constant=True)
    def routes(self) -> Rows:
        return self._rows["routes"]

    @Property(int, notify=changed)
    def at(self) -> int:
        """The position of the slide in the route; -1 on the welcome screen."""
        return self._position

    @Property(int, notify=listed)
    def count(self) -> int:
        return self._rows["slides"].rowCount()

    @Property(str, notify=changed)
    def position(self) -> str:
        """`7 / 15`."""
        return self._where()

    def _where(self) -> str:
        return f"{self._position + 1 or '–'} / {self._rows['slides'].rowCount()}"

    @Property(str, notify=changed)
    def title(self) -> str:
        """The slide's, in the console's language."""
        return self._title()

    def _title(self) -> str:
        slide = self._slide()
        return slide[1].title.say(self.spoken) if slide else ""

    @Property(str, notify=changed)
    def coming(self) -> str:
        """What the next step brings: how many are left of the slide, the next one's title, or that this was all."""
        return self._word("coming").format(what=self._coming())

    def _coming(self) -> str:
        slide, show = self._slide(), self.show
        left = self._rules.steps(self._stage.place.slide) - show.step if slide else 0
        if left > 0:
            return self._word("goes_on_one" if left == 1 else "goes_on").format(count=left)
        order = self._rules.order(show.route)
        if self._position + 1 < len(order):
            return self._stage.lists.order[order[self._position + 1]][1].title.say(self.spoken)
        return self._word("last")

    @Property(bool, notify=changed)
    def ends(self) -> bool:
        """Whether nothing comes after what is shown."""
        return self._coming() == self._word("last")

    @Property(str, notify=changed)
    def notes(self) -> str:
        return self._notes()

    def _notes(self) -> str:
        slide = self._slide()
        return slide[1].notes.say(self.spoken) if slide else ""

    @Property(int, notify=sized)
    def size(self) -> int:
        """The step of the notes' text size."""
        return self._kept.size

    @Property(bool, notify=sized)
    def largest(self) -> bool:
        return self._kept.size == SIZES - 1

    @Property(bool, notify=changed)
    def isBlack(self) -> bool:
        """Whether the audience sees a black screen."""
        return self.show.blank is Blank.BLACK

    @Property(bool, notify=changed)
    def isWhite(self) -> bool:
        """Whether the audience sees a white screen."""
        return self.show.blank is Blank.WHITE

    @Property(str, notify=changed)
    def covered(self) -> str:
        """What the audience sees in the slide's place; "" where it sees the slide."""
        if not self.show.blank:
            return ""
        return self._word("cover_black_now" if self.show.blank is Blank.BLACK else "cover_white_now")

    @Property(str, notify=changed)
    def route(self) -> str:
        return self.show.route

    @Property(str, notify=changed)
    def routeName(self) -> str:
        route = self._rules.route(self.show.route)
        return route.title.say(self.spoken) if route else self._word("whole")

    @Property(str, notify=changed)
    def guest(self) -> str:
        return self.show.guest

    @Property(str, notify=changed)
    def tool(self) -> str:
        return self._pen.tool.value

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return f"{datetime.now().astimezone():%H:%M}"

    @Property(str, notify=ticked)
    def elapsed(self) -> str:
        return minutes(self._elapsed())

    def _elapsed(self) -> float:
        return self.show.elapsed(self._stage.now()) / _SECOND_MS

    @Property(str, notify=ticked)
    def planned(self) -> str:
        """`of 15:00`; "" where nothing was planned."""
        return self._planned()

    def _planned(self) -> str:
        return self._word("of").format(time=minutes(self._plan.whole)) if self._plan.whole else ""

    def _mood(self) -> Mood:
        return self._plan.mood(self.show.at, self._elapsed())

    @Property(QColor, notify=ticked)
    def paint(self) -> QColor:
        """The pace's colour itself."""
        return self._stage.theme.group(_PAINTS.get(self._mood(), ""))

    @Property(str, notify=ticked)
    def pace(self) -> str:
        """`1:10 behind`; "" where nothing was planned."""
        return self._paced()

    def _paced(self) -> str:
        mood = self._mood()
        if mood is Mood.NONE:
            return ""
        off = minutes(self._plan.off(self.show.at, self._elapsed()))
        return self._word("on_time") if mood is Mood.GOOD else self._word(mood.value).format(time=off)

    @Property(bool, notify=ticked)
    def running(self) -> bool:
        """Whether the talk's clock goes."""
        return self.show.began >= 0 and self.show.paused < 0

    @Property(str, notify=toldChanged)
    def told(self) -> str:
        """What happened, in one line; "" where nothing did."""
        return self._said

    @Property(bool, notify=sureChanged)
    def sure(self) -> bool:
        """Whether one more tap ends the talk."""
        return self._sure.isActive()

    def close(self) -> None:
        """Hear nothing any more."""
        self._stage.placeChanged.disconnect(self._follow)
        self._stage.about.deckChanged.disconnect(self._read)
        for timer in (self._second, self._forgets, self._sure):
            timer.stop()
        held = self.__dict__
        self.destroyed.connect(lambda: held.clear())  # noqa: PLW0108 - a bound method of a dict would get the object
        self.deleteLater()


def _line(platform: Platform, slide: Slide, at: int, language: str) -> Shown:
    """A slide in the list to jump."""
    name = (platform.short or platform.name).say(language)
    return {"number": at + 1, "title": slide.title.say(language), "platform": name}
