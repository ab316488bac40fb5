"""Whose it is that is shown: the group whose chooser it is, and the platform whose slide it is."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import Group, Platform
from kiosk.deck.typeset import tied
from kiosk.place import Place
from kiosk.stage.lists import Lists
from kiosk.stage.part import Here
from kiosk.stage.theme import Theme

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class GroupState(QObject):  # type: ignore[operator]
    """The group whose chooser is shown, from the `lists`, in the colours of the theme."""

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


@QmlElement
@QmlUncreatable("The stage's own")
class PlatformState(QObject):  # type: ignore[operator]
    """The platform whose slide is shown, from the `lists`, in the colours of the theme."""

    changed = Signal()

    def __init__(self, lists: Lists, theme: Theme, here: Here, parent: QObject) -> None:
        super().__init__(parent)
        self._lists = lists
        self._theme = theme
        self._here = here

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before; another deck and other colours are for the stage to tell."""
        if before.slide != self._here().slide:
            self.changed.emit()

    def _shown(self) -> Platform | None:
        """The platform as the deck has it; None where the deck has no slides."""
        order = self._lists.order
        return order[self._here().slide][0] if order else None

    @Property(int, notify=changed)
    def first(self) -> int:
        """The index of its first slide."""
        platform = self._shown()
        return self._lists.first[platform.id] if platform else 0

    @Property(int, notify=changed)
    def slides(self) -> int:
        """How many slides it has."""
        platform = self._shown()
        return len(platform.slides) if platform else 0

    @Property(QColor, notify=changed)
    def colour(self) -> QColor:
        platform = self._shown()
        return self._theme.group(self._lists.colour_of(platform)) if platform else QColor()
