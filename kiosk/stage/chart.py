"""What a visitor does with the chart on screen: callout, zoom, series switched off, the table in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.place import Place, Screen
from kiosk.stage.part import Act, Here

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class ChartState(QObject):  # type: ignore[operator]
    """The state of the chart of the slide on screen; `clock` gives milliseconds."""

    partChanged = Signal()
    seriesChanged = Signal()
    spotChanged = Signal()
    tableChanged = Signal()

    def __init__(self, act: Act, here: Here, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._here = here
        self._clock = clock
        self._revealed: set[str] = set()

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before."""
        place = self._here()
        if before.view != place.view:
            self.partChanged.emit()
        if before.hidden != place.hidden:
            self.seriesChanged.emit()
        if (before.spot, before.sought) != (place.spot, place.sought):
            self.spotChanged.emit()
        if before.table != place.table:
            self.tableChanged.emit()
        if place.screen is Screen.ATTRACT:
            self._revealed.clear()

    # What QML reads

    @Property(float, notify=partChanged)
    def left(self) -> float:
        """The left edge of the part of the chart that is shown, as a share of the chart's width."""
        return self._here().view.left

    @Property(float, notify=partChanged)
    def top(self) -> float:
        """The upper edge of that part, as a share of its height."""
        return self._here().view.top

    @Property(float, notify=partChanged)
    def share(self) -> float:
        """How much of both is shown: 1 for the whole."""
        return self._here().view.share

    @Property(bool, notify=tableChanged)
    def tabular(self) -> bool:
        """Whether the chart's numbers stand in its place."""
        return self._here().table

    @Slot(str, result=bool)
    def reveals(self, slide: str) -> bool:
        """Whether a slide's chart grows in: once in every visit."""
        is_first = slide not in self._revealed
        self._revealed.add(slide)
        return is_first

    # What a touch asks

    @Slot(int)
    def openSpot(self, spot: int) -> None:
        self._act(lambda navigator: navigator.open_spot(spot, self._clock()))

    @Slot(float, float, float)
    def zoom(self, left: float, top: float, share: float) -> None:
        """Show a part of the chart: its edges and its size as shares of the whole."""
        self._act(lambda navigator: navigator.zoom(left, top, share))

    @Slot(int)
    def toggleSeries(self, series: int) -> None:
        self._act(lambda navigator: navigator.toggle_series(series))

    @Slot(bool)
    def showTable(self, shown: bool) -> None:
        self._act(lambda navigator: navigator.show_table(shown=shown))
