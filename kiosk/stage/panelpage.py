"""What every page of the operator's panel is that has work done for it meanwhile."""

from __future__ import annotations

from typing import ClassVar, Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.operator_words import operator_words
from kiosk.place import Desk
from kiosk.sentences import in_language
from kiosk.stage.follower import Follower
from kiosk.stage.operating import Operating

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_AWAKE_MS: Final = 10_000
"""So often, while work goes on, the panel is kept from closing by itself."""


class Work(Protocol):
    """Something that goes on in another thread or process."""

    def cancel(self) -> None: ...


class _UnderWay:
    """The work, where its page finds it even while QML destroys that."""

    def __init__(self) -> None:
        self.work: Work | None = None

    def cancel(self) -> None:
        if self.work:
            self.work.cancel()


@QmlElement
@QmlUncreatable("Each page has its own")
class PanelPage(Follower):  # type: ignore[operator]
    """A page that begins when its `desk` is first shown; what is under way for it ends with it."""

    desk: ClassVar[Desk]
    changed: ClassVar[Signal]
    """Each page's own: what notifies of a property must stand in the same class as that, or QML does not see it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = operator_words("")
        self._has_begun = False
        self._awake = 0
        self._under_way = under_way = _UnderWay()
        self.destroyed.connect(lambda: under_way.cancel())  # noqa: PLW0108 - a bound method would keep the page

    def in_words(self, text: str) -> str:
        """A text in the language of the panel."""
        return in_language(text, self._stage.place.language if self._stage else "")

    def _begin(self) -> None:
        """The page is shown for the first time."""
        raise NotImplementedError

    def _follow(self) -> None:
        stage = self._stage
        if stage is None:
            return
        if stage.place.desk is not self.desk:
            self._under_way.cancel()
            return
        self._words = operator_words(stage.place.language)
        if not self._has_begun:
            self._has_begun = True
            self._begin()
        self.changed.emit()

    def _operating(self) -> Operating | None:
        """What the booth does for its operator; None in a tour, where there is nobody."""
        return self._stage.operating if self._stage else None

    def _keep_open(self) -> None:
        """Work goes on, and may take longer than the panel stays open without a touch."""
        if self._stage and self._stage.now() - self._awake > _AWAKE_MS:
            self._awake = self._stage.now()
            self._stage.open_desk(self.desk)
