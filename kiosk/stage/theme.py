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
    motionChanged = Signal()

    theme: deck.Theme
    """What is shown: the theme last taken, or its high-contrast sister. Nobody may ask before one was taken."""
    taken: deck.Theme
    """The theme last taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._high_contrast = False
        self._moves = True
        self._reduced_motion = False

    def take(self, theme: deck.Theme) -> None:
        """Another theme from now on."""
        self.taken = theme
        self._paint()

    def still(self) -> None:
        """No transitions, whatever a visitor sets."""
        self._moves = False
        self.motionChanged.emit()

    def suit(self, *, high_contrast: bool, reduced_motion: bool) -> None:
        """Be as a visitor wants it."""
        if high_contrast != self._high_contrast:
            self._high_contrast = high_contrast
            self._paint()
        if reduced_motion != self._reduced_motion:
            self._reduced_motion = reduced_motion
            self.motionChanged.emit()

    def _paint(self) -> None:
        self.theme = self.taken
        if self._high_contrast:
            from kiosk.charts.contrast import high_contrast  # few visitors ask for it

            self.theme = high_contrast(self.taken)
        self.changed.emit()
        self.motionChanged.emit()

    def _duration(self, milliseconds: int) -> int:
        """How long something takes: no time at all where nothing moves by itself."""
        return milliseconds if self._moves and not self._reduced_motion else 0

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
    def good(self) -> QColor:
        """Of what is in order, on the operator's screens alone: a sign always says it too."""
        return colour(self.theme.groups.jade)

    @Property(QColor, notify=changed)
    def bad(self) -> QColor:
        return colour(self.theme.groups.coral)

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

    @Property(QColor, notify=changed)
    def scrim(self) -> QColor:
        """Over a picture that stands behind text; worked out only where a deck has one."""
        from kiosk.charts.contrast import scrim

        return colour(scrim(self.theme))

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        return self.theme.dark

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._high_contrast

    @Property(float, notify=changed)
    def edge(self) -> float:
        """How thick the edge of a card is, in pixels at 1080 lines."""
        return 4.0 if self._high_contrast else 1.0

    @Property(int, notify=changed)
    def radius(self) -> int:
        return self.theme.radius

    @Property(int, notify=motionChanged)
    def slide(self) -> int:
        return self._duration(self.theme.motion.slide)

    @Property(int, notify=motionChanged)
    def fade(self) -> int:
        return self._duration(self.theme.motion.fade)

    @Property(int, notify=motionChanged)
    def reveal(self) -> int:
        return self._duration(self.theme.motion.reveal)

    def group_hex(self, name: str) -> str:
        """The colour that a group owns, as the theme writes it; the accent without a group."""
        return getattr(self.theme.groups, name, self.theme.colours.accent)

    def group(self, name: str) -> QColor:
        """The colour that a group owns; the accent without a group."""
        return colour(self.group_hex(name))
