"""What a screen's element needs that shows the stage's place in its own way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.navigator import Navigator
from kiosk.stage.element import Element
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Each screen has its own")
class Follower(Element):  # type: ignore[operator]
    """Follows the place of the `stage` that QML gives it."""

    stageChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None

    def _follow(self) -> None:
        """The place is another one, or there is a stage now: show what it says."""
        raise NotImplementedError

    def _act(self, step: Callable[[Navigator], None]) -> None:
        """Have the navigator do something, and show where that leads."""
        if self._stage is not None:
            self._stage.act(step)

    @Property(Stage, notify=stageChanged)
    def stage(self) -> Stage | None:
        return self._stage

    @stage.setter  # type: ignore[no-redef]
    def stage(self, stage: Stage) -> None:
        self._stage = stage
        stage.placeChanged.connect(self._follow)
        self._follow()
        self.stageChanged.emit()
