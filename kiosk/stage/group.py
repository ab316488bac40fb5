"""The group whose chooser is shown, as the chooser's heading says it; its platforms are among the lists."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import Group
from kiosk.deck.typeset import tied
from kiosk.navigator import Place
from kiosk.stage.lists import Lists
from kiosk.stage.part import Here
from kiosk.stage.theme import Theme

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class GroupState(QObject):  # type: ignore[operator]
    """What the `lists` know of that group, in the colours of the theme; nothing while none is chosen."""

    changed = Signal()

    def __init__(self, lists: Lists, theme: Theme, here: Here, parent: QObject) -> None:
        super().__init__(parent)
        self._lists = lists
        self._theme = theme
        self._here = here

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before; another deck and other colours are for the stage to tell."""
        place = self._here()
        if (before.group, before.language) != (place.group, place.language):
            self.changed.emit()

    @property
    def chosen(self) -> Group | None:
        """The group as the deck has it."""
        return next((group for group in self._lists.deck.groups if group.id == self._here().group), None)

    @Property(str, notify=changed)
    def name(self) -> str:
        group = self.chosen
        return tied(self._lists.reader.words(group.name)) if group else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        group = self.chosen
        return tied(self._lists.reader.words(group.summary)) if group else ""

    @Property(str, notify=changed)
    def digit(self) -> str:
        group = self.chosen
        return group.digit if group else ""

    @Property(QColor, notify=changed)
    def colour(self) -> QColor:
        group = self.chosen
        return self._theme.group(group.colour if group else "")
