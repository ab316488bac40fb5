"""What the deck says of itself, whatever of it is shown: its names and pictures, where it stands, what it offers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.interface import interface
from kiosk.deck.typeset import tied
from kiosk.place import Place
from kiosk.stage.lists import Lists
from kiosk.stage.part import Here

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

MM_PER_INCH: Final = 25.4


@QmlElement
@QmlUncreatable("The stage's own")
class About(QObject):  # type: ignore[operator]
    """The deck that the `lists` were read from, in the language that they speak."""

    deckChanged = Signal()
    """The deck is another one, or is told in another language."""

    def __init__(self, lists: Lists, here: Here, parent: QObject) -> None:
        super().__init__(parent)
        self._lists = lists
        self._here = here

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before; that the deck is another one is for the stage to tell."""
        if before.language != self._here().language:
            self.deckChanged.emit()

    @Property(str, notify=deckChanged)
    def title(self) -> str:
        return tied(self._lists.reader.words(self._lists.deck.title))

    @Property(str, notify=deckChanged)
    def subtitle(self) -> str:
        return tied(self._lists.reader.words(self._lists.deck.subtitle))

    @Property(str, notify=deckChanged)
    def eventName(self) -> str:
        """The fair's name; "" where the deck does not say."""
        brand = self._lists.deck.brand
        return tied(self._lists.reader.words(brand.event)) if brand else ""

    @Property(str, notify=deckChanged)
    def logo(self) -> str:
        """The picture to show on a light ground; "" where the deck has none."""
        brand = self._lists.deck.brand
        return self._stamped(brand.logo or brand.logo_dark) if brand else ""

    @Property(str, notify=deckChanged)
    def logoDark(self) -> str:
        """The picture to show on a dark ground; "" where the deck has none."""
        brand = self._lists.deck.brand
        return self._stamped(brand.logo_dark or brand.logo) if brand else ""

    def _stamped(self, logo: str | None) -> str:
        return str(self._lists.stamped({"logo": logo or ""})["logo"])

    @Property(str, notify=deckChanged)
    def invitation(self) -> str:
        """The invitation to touch, in every language of the deck."""
        return "   ·   ".join(interface(language).touch for language in self._lists.deck.languages)

    @Property(float, notify=deckChanged)
    def screenDiagonal(self) -> float:
        """Of the booth's screen, in millimetres; 0 where it is not known."""
        screen = self._lists.deck.screen
        return screen.diagonal * MM_PER_INCH if screen else 0.0

    @Property(float, notify=deckChanged)
    def screenBottom(self) -> float:
        """From the floor to the screen's lower edge, in millimetres."""
        screen = self._lists.deck.screen
        return screen.bottom if screen else 0.0

    @Property(bool, notify=deckChanged)
    def comparable(self) -> bool:
        """Whether platforms can be put side by side."""
        return "compare" in self._lists.offered

    @Property(bool, notify=deckChanged)
    def asksForContact(self) -> bool:
        """Whether visitors can leave their contact."""
        return "lead" in self._lists.offered
