"""The panel's opening check as QML reads it: what a person's hands find out, then what the machine found meanwhile."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.operator_words import OperatorWords
from kiosk.deck.shown import Shown
from kiosk.installing.machine import program
from kiosk.operator.check import Check
from kiosk.place import Desk
from kiosk.stage.panelpage import PanelPage
from kiosk.stage.rows import Rows

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

FOUND: Final = ("name", "state", "said", "do_")
_ALL: Final = 0b1111
_TWO: Final = 2


class Hands(NamedTuple):
    """What a person found out; None for what they skipped."""

    corners: bool | None
    fingers: bool | None


@QmlElement
class OpeningCheck(PanelPage):
    """Four corners and two fingers to be touched, while the machine looks at everything else; then one card."""

    felt = Signal()
    """Both have been touched, or skipped: `hands` says."""
    _told = Signal(str, int, int)
    changed = Signal()
    desk = Desk.READY

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = "corners"
        self._corners = 0
        self.hands = Hands(None, None)
        self._parts: list[dict[str, str]] | None = None
        self._step = ("", 0, 0)
        self._rows = Rows(FOUND, self)
        self._told.connect(self._hear)

    # What the machine finds

    def _begin(self) -> None:
        operating = self._operating()
        if operating is None:
            return
        assert self._stage is not None  # noqa: S101 - there is no page without a stage
        deck = self._stage.folder.absolute()
        child = self._under_way.work = Check(
            program().arguments(), deck, self._stage.place.language, operating.config, operating.state
        )

        def tell(step: str, done: int, total: int) -> None:
            with suppress(RuntimeError):  # the page closed meanwhile
                self._told.emit(step, done, total)

        operating.aside(lambda: child.run(tell), self._take)

    @Slot(str, int, int)
    def _hear(self, step: str, done: int, total: int) -> None:
        self._step = (step, done, total)
        self._keep_open()
        self.changed.emit()

    def _take(self, parts: list[dict[str, str]]) -> None:
        with suppress(RuntimeError):  # the page closed meanwhile
            self._parts = parts
            if self._page == "work":
                self._answer()

    # What a person finds

    @Slot(float, float, float, float, float, int)
    def feel(self, x: float, y: float, width: float, height: float, reach: float, fingers: int) -> None:
        """A finger came down on a screen of that size; a corner reaches so far, and so many are down now."""
        if self._page == "corners":
            left, right, top, bottom = x <= reach, x >= width - reach, y <= reach, y >= height - reach
            if (left or right) and (top or bottom):
                self._corners |= 1 << (int(right) + 2 * int(bottom))
            if self._corners == _ALL:
                self._next(corners=True)
        elif self._page == "fingers" and fingers >= _TWO:
            self._next(fingers=True)
        self.changed.emit()

    @Slot()
    def skip(self) -> None:
        """What is asked for now is left out."""
        self._next()

    def _next(self, **found: bool) -> None:
        self.hands = self.hands._replace(**found)
        if self._page == "corners":
            self._page = "fingers"
        elif self._page == "fingers":
            self._page = "work"
            if self._parts is not None:
                self._answer()
            self.felt.emit()
        self.changed.emit()

    # The card

    def _answer(self) -> None:
        words = self._words
        self._page = "card"
        order = ("bad", "note", "good")
        hands = _felt(self.hands, words)
        asked = {part["id"] for part in hands}  # the machine says of these that nobody was asked there
        parts = [*(part for part in self._parts or [] if part["id"] not in asked), *hands]
        self._rows.fill([self._row(part) for part in sorted(parts, key=lambda part: order.index(part["state"]))])
        self.changed.emit()

    def _row(self, part: dict[str, str]) -> Shown:
        """One line of the card."""
        key, words = part["id"], self._words
        return {
            "name": words.check_names.get(key, part.get("name", key)),
            "state": part["state"],
            "said": self.in_words(part["said"]),
            "do_": words.check_failed if key == "check" else part["do"],
        }

    @Slot()
    def leave(self) -> None:
        """Back to the panel."""
        self._under_way.cancel()
        if self._stage:
            self._stage.open_desk(Desk.PANEL)

    # What is shown

    @Property(str, notify=changed)
    def page(self) -> str:
        """`corners`, `fingers`, `work` or `card`."""
        return self._page

    @Property(int, notify=changed)
    def corners(self) -> int:
        """Which have been touched, a bit each: top left, top right, bottom left, bottom right."""
        return self._corners

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether the booth can open."""
        return all(part["state"] != "bad" for part in self._parts or [])

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """What the card says, what is bad first."""
        return self._rows

    @Property(float, notify=changed)
    def share(self) -> float:
        """How far the step is that goes on now, from 0 to 1."""
        return self._step[1] / max(1, self._step[2])

    @Property(str, notify=changed)
    def step(self) -> str:
        """What is being looked at."""
        name, done, total = self._step
        what = self._words.check_names.get(name, "")
        return f"{what}  ·  {done} / {total}" if what else self._words.check_works

    @Property(str, notify=changed)
    def how(self) -> str:
        """What a person is asked to do."""
        return self._words.fingers_how if self._page == "fingers" else self._words.corners_how

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.actions["ready"]

    @Property(str, notify=changed)
    def answer(self) -> str:
        """The card's heading."""
        return self._words.ready_good if self.good else self._words.ready_bad

    @Property(str, notify=changed)
    def skipName(self) -> str:
        return self._words.skip

    @Property(str, notify=changed)
    def cancelName(self) -> str:
        return self._words.cancel


def _felt(hands: Hands, words: OperatorWords) -> list[dict[str, str]]:
    """What a person found, as parts like those of the machine."""
    return [
        {"id": name, "state": "good" if good else "note", "said": words.felt if good else words.not_checked, "do": ""}
        for name, good in hands._asdict().items()
    ]
