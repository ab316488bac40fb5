"""What the closing screen shows: the codes of what a visitor saw, and what is in each."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.interface import interface
from kiosk.deck.souvenir import Card, Souvenir, contact_lines, souvenir
from kiosk.deck.typeset import tied
from kiosk.stage import codes  # noqa: F401 - registers QrCode
from kiosk.stage.element import Element
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Codes(Element):
    """The codes for whoever stands before the `stage`."""

    changed = Signal()
    partChanged = Signal()
    stageChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._souvenir = Souvenir((Card("", ()),), of_visit=False, left_out=0)
        self._words = interface("")
        self._contact = ""

    def _get_stage(self) -> Stage | None:
        return self._stage

    def _set_stage(self, stage: Stage) -> None:
        self._stage = stage
        self.stageChanged.emit()
        stage.about.deckChanged.connect(self._read)  # a change of language is one of the deck, too
        stage.partChanged.connect(self.partChanged)
        self._read()

    stage = Property(Stage, _get_stage, _set_stage, notify=stageChanged)

    @Slot()
    def _read(self) -> None:
        assert self._stage is not None  # noqa: S101 - its signal led here
        deck, language = self._stage.deck, self._stage.place.language
        self._souvenir = souvenir(deck, language, self._stage.seen)
        self._words = interface(language)
        self._contact = "\n".join(contact_lines(deck, language))
        self.changed.emit()
        self.partChanged.emit()

    def _card(self) -> Card:
        return self._souvenir.cards[self._part()]

    def _part(self) -> int:
        return min(self._stage.place.part, len(self._souvenir.cards) - 1) if self._stage else 0

    @Property(int, notify=partChanged)
    def part(self) -> int:
        """Which code is shown, from 0."""
        return self._part()

    @Property(int, notify=changed)
    def parts(self) -> int:
        """How many codes there are."""
        return len(self._souvenir.cards)

    @Property(str, notify=partChanged)
    def code(self) -> str:
        """What the code that is shown says."""
        return self._card().text

    @Property(bool, notify=changed)
    def ofVisit(self) -> bool:
        """Whether it holds what the visitor saw, and not the deck's key figures."""
        return self._souvenir.of_visit

    @Property(str, notify=changed)
    def leftOut(self) -> str:
        """Says how many slides found no room; "" where all did."""
        rest = self._souvenir.left_out
        return self._words.left_out.format(rest=rest) if rest else ""

    @Property(str, notify=partChanged)
    def titles(self) -> str:
        """What the code that is shown holds, a line each."""
        return "\n".join(f"•  {tied(title)}" for title in self._card().titles)

    @Property(str, notify=changed)
    def contact(self) -> str:
        """Whom to turn to, in lines; "" where the deck does not say."""
        return self._contact

    @Slot(int)
    def openPart(self, part: int) -> None:
        if self._stage:
            self._stage.act(lambda navigator: navigator.open_part(part))
