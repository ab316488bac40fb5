"""The comparison as QML reads it: two platforms, what they say, and which one is being chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.comparison import ROW, comparable, compared
from kiosk.deck.shown import CARD, Shown
from kiosk.deck.typeset import typeset
from kiosk.navigator import Navigator
from kiosk.place import Screen
from kiosk.stage.follower import Follower
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Comparison(Follower):
    """What two platforms say to the same indicators. While another screen is shown it stays as it was last."""

    changed = Signal()
    pairChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Any, ...] = ()
        """What the rows were made from."""
        self._picking = ""
        self._origin = self._sources = ""
        self._sides = Rows(CARD, self)
        self._bars = Rows(ROW, self)
        self._words = Rows(ROW, self)
        self._choices = Rows(CARD, self)

    def _follow(self) -> None:
        """Show what the stage's place says."""
        stage = self._stage
        if stage is None or stage.place.screen is not Screen.COMPARE:
            return
        self._picking = stage.place.picking
        made_from = (stage.lists.deck, stage.place.language, stage.theme.theme, stage.place.pair)
        if made_from != self._shown:
            self._read(stage)
            others = made_from[-1:] != self._shown[-1:]
            self._shown = made_from
            if others:
                self.pairChanged.emit()
        self.changed.emit()

    def _read(self, stage: Stage) -> None:
        """Fill the rows."""
        lists = stage.lists
        platforms = {platform.id: platform for platform in comparable(lists.deck)}
        left, right = (platforms[platform] for platform in stage.place.pair)
        bars, words = compared(lists.reader, lists.deck, left, right)
        sources = list(dict.fromkeys(source for row in (*words, *bars) for source in row["sources"].split()))
        self._sources, self._origin = " ".join(sources), lists.reader.origin(sources)
        sides = [lists.card(left), lists.card(right)]
        self._sides.fill(sides)
        self._bars.fill([_painted(row, sides) for row in bars])
        self._words.fill([_painted(row, sides) for row in words])
        self._choices.fill([lists.card(platform) for platform in platforms.values()])

    # What QML reads

    @Property(Rows, constant=True)
    def sides(self) -> Rows:
        """The two platforms."""
        return self._sides

    @Property(Rows, constant=True)
    def bars(self) -> Rows:
        """The indicators that are drawn."""
        return self._bars

    @Property(Rows, constant=True)
    def words(self) -> Rows:
        """The indicators in words."""
        return self._words

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        """Every platform that can be chosen."""
        return self._choices

    @Property(str, notify=changed)
    def picking(self) -> str:
        """The side that a platform is being chosen for; "" for none."""
        return self._picking

    @Property(str, notify=changed)
    def origin(self) -> str:
        """The line that says where everything on screen comes from."""
        return self._origin

    @Property(str, notify=changed)
    def sources(self) -> str:
        """The ids of those sources."""
        return self._sources

    # What a touch asks

    @Slot(str)
    def pick(self, side: str) -> None:
        self._act(lambda navigator: navigator.pick(side))

    @Slot(str)
    def choose(self, platform: str) -> None:
        self._act(lambda navigator: navigator.choose(platform))

    @Slot()
    def swap(self) -> None:
        self._act(Navigator.swap)


def _painted(row: Shown, cards: list[Shown]) -> Shown:
    """A row with its texts tied and its sides in their platforms' colours."""
    sides = zip(row["sides"], cards, strict=True)
    return typeset(row) | {"sides": [typeset(side) | {"colour": card["colour"]} for side, card in sides]}
