"""The theme as QML reads it: `Theme.text`, `Theme.slide`."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.charts.prepare import ground
from kiosk.deck import theme as deck

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


def colour(written: str) -> QColor:
    """`#rrggbb` or `#rrggbbaa` as Qt has it, which would put the opacity first."""
    return QColor(f"#{written[7:]}{written[1:7]}" if len(written) > len("#rrggbb") else written)


@QmlElement
@QmlSingleton
class Theme(QObject):
    """Every colour, radius and duration on screen, from one theme file."""

    changed = Signal()

    theme: deck.Theme
    """The one last taken; nobody may ask before that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._motion = True

    def take(self, theme: deck.Theme) -> None:
        """Another theme from now on."""
        self.theme = theme
        self.changed.emit()

    def still(self) -> None:
        """No transitions from now on: every duration is zero."""
        self._motion = False
        self.changed.emit()

    @Property(QColor, notify=changed)
    def skyTop(self) -> QColor:
        return colour(self.theme.colours.sky_top)

    @Property(QColor, notify=changed)
    def skyBottom(self) -> QColor:
        return colour(self.theme.colours.sky_bottom)

    @Property(QColor, notify=changed)
    def surface(self) -> QColor:
        return colour(self.theme.colours.surface)

    @Property(QColor, notify=changed)
    def surfaceLine(self) -> QColor:
        return colour(self.theme.colours.surface_line)

    @Property(QColor, notify=changed)
    def pressed(self) -> QColor:
        return colour(self.theme.colours.pressed)

    @Property(QColor, notify=changed)
    def text(self) -> QColor:
        return colour(self.theme.colours.text)

    @Property(QColor, notify=changed)
    def textSoft(self) -> QColor:
        return colour(self.theme.colours.text_soft)

    @Property(QColor, notify=changed)
    def textFaint(self) -> QColor:
        return colour(self.theme.colours.text_faint)

    @Property(QColor, notify=changed)
    def accent(self) -> QColor:
        return colour(self.theme.colours.accent)

    @Property(QColor, notify=changed)
    def onAccent(self) -> QColor:
        return colour(self.theme.colours.on_accent)

    @Property(QColor, notify=changed)
    def bar(self) -> QColor:
        return colour(self.theme.colours.bar)

    @Property(QColor, notify=changed)
    def barLine(self) -> QColor:
        return colour(self.theme.colours.bar_line)

    @Property(QColor, notify=changed)
    def panel(self) -> QColor:
        return colour(self.theme.colours.panel)

    @Property(QColor, notify=changed)
    def shade(self) -> QColor:
        return colour(self.theme.colours.shade)

    @Property(QColor, notify=changed)
    def track(self) -> QColor:
        return colour(self.theme.colours.track)

    @Property(QColor, notify=changed)
    def card(self) -> QColor:
        """A card's colour as it looks over the sky, opaque."""
        return colour(ground(self.theme))

    @Property(QColor, notify=changed)
    def riverOne(self) -> QColor:
        return colour(self.theme.colours.river_one)

    @Property(QColor, notify=changed)
    def riverTwo(self) -> QColor:
        return colour(self.theme.colours.river_two)

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        return self.theme.dark

    @Property(int, notify=changed)
    def radius(self) -> int:
        return self.theme.radius

    @Property(int, notify=changed)
    def slide(self) -> int:
        return self.theme.motion.slide if self._motion else 0

    @Property(int, notify=changed)
    def fade(self) -> int:
        return self.theme.motion.fade if self._motion else 0

    @Property(int, notify=changed)
    def reveal(self) -> int:
        return self.theme.motion.reveal if self._motion else 0

    def group_hex(self, name: str) -> str:
        """The colour that a group owns, as the theme writes it; the accent without a group."""
        return getattr(self.theme.groups, name, self.theme.colours.accent)

    def group(self, name: str) -> QColor:
        """The colour that a group owns; the accent without a group."""
        return colour(self.group_hex(name))
