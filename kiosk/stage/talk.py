"""A show as QML reads it: what stands before the slide, all slides to jump to one, the keys, and the welcome."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.deck.show_words import show_words
from kiosk.deck.shown import Shown
from kiosk.deck.typeset import tied
from kiosk.navigator import Navigator
from kiosk.place import Blank, Screen, Show
from kiosk.show import Rules
from kiosk.stage.follower import Follower
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

SLIDE: Final = ("position", "title", "platform", "digit", "colour")
KEY: Final = ("keys", "does")

_GROUNDS: Final = {Blank.BLACK: "black", Blank.WHITE: "white"}
_KEYS: Final = ("next", "previous", "ends", "number", "grid", "near", "blank", "again", "language", "help")
_CONSOLE: Final = ("draw", "timer", "swap")
"""The lines of the sheet that only a console gives a meaning to."""


@QmlElement
class Talk(Follower):
    """What stands before the slide while somebody presents."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = Show()
        self._words = show_words("")
        self._heading = ""
        self._laid: tuple[Any, ...] = ()
        """What the slides' rows were made from."""
        self._slides = Rows(SLIDE, self)
        self._keys = Rows(KEY, self)

    def _follow(self) -> None:
        stage = self._stage
        show = stage.place.show if stage else None
        if stage is None or show is None:
            return
        before, self._show = self._show, show
        self._words = show_words(stage.place.language)
        if show.grid:
            self._lay_out(stage, show)
        if show.help and not before.help:
            self._keys.fill(list(self._sheet(stage)))
        self.changed.emit()

    def _lay_out(self, stage: Stage, show: Show) -> None:
        made_from = (stage.deck, stage.place.language, stage.theme.theme, show.route)
        if made_from == self._laid:
            return
        self._laid = made_from
        rules, reader = Rules(stage.deck), stage.lists.reader
        route = rules.route(show.route)
        self._heading = tied(reader.words(route.title)) if route else self._words.slides
        order = [stage.lists.order[at] for at in rules.order(show.route)]
        self._slides.fill([_card(stage, at, platform, slide) for at, (platform, slide) in enumerate(order)])

    def _sheet(self, stage: Stage) -> list[Shown]:
        words = self._words
        ends = "leave" if stage.show.handed_over else "quit"
        lines = [*_KEYS, *(_CONSOLE if stage.show.console else ()), ends]
        return [{"keys": words.named[name], "does": getattr(words, name)} for name in lines]

    # What QML reads

    @Property(QColor, notify=changed)
    def ground(self) -> QColor:
        """The colour that stands in the slide's place; none where the slide is there."""
        return QColor(_GROUNDS.get(self._show.blank, "transparent"))

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The digits that wait for Enter."""
        return self._show.typed

    @Property(bool, notify=changed)
    def grid(self) -> bool:
        return self._show.grid

    @Property(bool, notify=changed)
    def help(self) -> bool:
        return self._show.help

    @Property(int, notify=changed)
    def at(self) -> int:
        """The position of the slide that is shown."""
        return self._show.at

    @Property(int, notify=changed)
    def picked(self) -> int:
        """The position of the slide that Enter would jump to."""
        return self._show.picked

    @Property(bool, notify=changed)
    def canLeave(self) -> bool:
        """Whether the booth is the visitors' after the show."""
        return self._stage is not None and self._stage.show.handed_over

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        """The slides of the route in its order."""
        return self._slides

    @Property(Rows, constant=True)
    def keys(self) -> Rows:
        return self._keys

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What the slides are those of."""
        return self._heading

    @Property(str, notify=changed)
    def how(self) -> str:
        """What to do next where all slides are laid out."""
        return self._words.leave_key if self._show.leaving and self.canLeave else self._words.how

    @Property(str, notify=changed)
    def leaveName(self) -> str:
        return self._words.leave

    @Property(str, notify=changed)
    def again(self) -> str:
        """What brings the slide back."""
        return self._words.again

    @Property(str, notify=changed)
    def keysTitle(self) -> str:
        return self._words.keys

    # What a touch asks

    @Slot(int)
    def jump(self, position: int) -> None:
        self._act(lambda navigator: navigator.show_jump(position))

    @Slot()
    def close(self) -> None:
        """The slide again."""
        self._act(lambda navigator: navigator.show_uncover())

    @Slot()
    def leave(self) -> None:
        """The booth is the visitors' again."""
        self._act(Navigator.end_show)

    @Slot(int)
    def standsAcross(self, across: int) -> None:
        """So many slides stand side by side: that far the keys up and down lead."""
        self._act(lambda navigator: setattr(navigator, "across", across))


def _card(stage: Stage, position: int, platform: Any, slide: Any) -> Shown:
    owner = stage.lists.card(platform)
    return {
        "position": position,
        "title": tied(stage.lists.reader.words(slide.title)),
        "platform": owner["short"],
        "digit": owner["digit"],
        "colour": owner["colour"],
    }


@QmlElement
class Greeting(Follower):
    """What the welcome screen says. While another screen is shown it stays as it was last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._greeting = self._guest = ""

    def _follow(self) -> None:
        stage = self._stage
        show = stage.place.show if stage else None
        if stage is None or show is None or stage.place.screen is not Screen.WELCOME:
            return
        route, reader = Rules(stage.deck).route(show.route), stage.lists.reader
        if route:
            self._greeting = tied(reader.words(route.welcome))
            self._guest = tied(show.guest or reader.words(route.guest))
        self.changed.emit()

    @Property(str, notify=changed)
    def greeting(self) -> str:
        return self._greeting

    @Property(str, notify=changed)
    def guest(self) -> str:
        """The delegation's name; "" where nobody gave one."""
        return self._guest
