"""The console's field to find a figure or a word, and what was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.finder import Finder, Hit
from kiosk.deck.shown import Shown
from kiosk.presenter.lectern import Lectern
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

HITS: Final = ("said", "label", "where")


@QmlElement
@QmlUncreatable("The presenter's own")
class Search(QObject):  # type: ignore[operator]
    """Finds what is typed, while it is typed; the index is made when the field is first used."""

    found = Signal()

    def __init__(self, stage: Stage, lectern: Lectern) -> None:
        super().__init__()
        self._stage, self._lectern = stage, lectern
        self._finder: Finder | None = None
        self._query = ""
        self._found: list[Hit] = []
        self._hits = Rows(HITS, self)
        lectern.listed.connect(self._read)

    @Slot()
    def _read(self) -> None:
        """The deck, or the language of the hits, is another one."""
        self._finder = None
        if self._query:
            self.find(self._query)

    @Slot(str)
    def find(self, query: str) -> None:
        """Look for what is typed."""
        self._query = query
        if query.strip() and self._finder is None:
            self._finder = Finder(self._stage.deck, self._lectern.spoken)
        self._found = self._finder.find(query) if self._finder else []
        self._hits.reset([hit.slide for hit in self._found], lambda at: _line(self._found[at]))
        self.found.emit()

    @Slot(int)
    def open(self, at: int) -> None:
        """Show what was found, by its place in the list."""
        hit = self._found[at]
        self._lectern.open(hit.slide, hit.row, hit.number)

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        return self._hits

    @Property(str, notify=found)
    def query(self) -> str:
        return self._query

    @Property(bool, notify=found)
    def nothing(self) -> bool:
        """Whether there is none for what is typed."""
        return bool(self._query.strip()) and not self._hits.rowCount()

    def close(self) -> None:
        """Hear nothing any more."""
        self._lectern.listed.disconnect(self._read)


def _line(hit: Hit) -> Shown:
    """A hit in the list."""
    label = "" if hit.label in {hit.title, hit.platform} else hit.label
    where = " · ".join(dict.fromkeys((hit.platform, hit.title))) if hit.said != hit.title else hit.platform
    return {"said": hit.said, "label": label, "where": where}
