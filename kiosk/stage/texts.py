"""The booth's own words as QML reads them: `Texts.home`."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.deck.interface import Interface, interface

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Texts(QObject):
    """The interface's words in the language that the visitor reads."""

    changed = Signal()

    _words: Interface
    """In the language last taken; nobody may ask before that."""

    def take(self, language: str) -> None:
        """Another language from now on."""
        self._words = interface(language)
        self.changed.emit()

    @Property(str, notify=changed)
    def home(self) -> str:
        return self._words.home

    @Property(str, notify=changed)
    def textSize(self) -> str:
        return self._words.text_size

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self._words.contrast

    @Property(str, notify=changed)
    def motion(self) -> str:
        return self._words.motion

    @Property(str, notify=changed)
    def reach(self) -> str:
        return self._words.reach

    @Property(str, notify=changed)
    def previous(self) -> str:
        return self._words.previous

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._words.next

    @Property(str, notify=changed)
    def slide(self) -> str:
        """What a dot of the bar is called, with `{number}` and `{all}` to be filled in."""
        return self._words.slide

    @Property(str, notify=changed)
    def sources(self) -> str:
        return self._words.sources

    @Property(str, notify=changed)
    def close(self) -> str:
        return self._words.close

    @Property(str, notify=changed)
    def exploring(self) -> str:
        return self._words.exploring

    @Property(str, notify=changed)
    def touchOn(self) -> str:
        return self._words.touch_on

    @Property(str, notify=changed)
    def calm(self) -> str:
        return self._words.calm

    @Property(str, notify=changed)
    def calmMore(self) -> str:
        return self._words.calm_more

    @Property(str, notify=changed)
    def touchChart(self) -> str:
        return self._words.touch_chart

    @Property(str, notify=changed)
    def numbers(self) -> str:
        return self._words.numbers

    @Property(str, notify=changed)
    def chart(self) -> str:
        return self._words.chart

    @Property(str, notify=changed)
    def open(self) -> str:
        return self._words.open

    @Property(str, notify=changed)
    def whole(self) -> str:
        return self._words.whole

    @Property(str, notify=changed)
    def compare(self) -> str:
        return self._words.compare

    @Property(str, notify=changed)
    def change(self) -> str:
        return self._words.change

    @Property(str, notify=changed)
    def compareThis(self) -> str:
        return self._words.compare_this

    @Property(str, notify=changed)
    def choose(self) -> str:
        return self._words.choose

    @Property(str, notify=changed)
    def swap(self) -> str:
        return self._words.swap

    @Property(str, notify=changed)
    def noFigure(self) -> str:
        return self._words.no_figure

    @Property(str, notify=changed)
    def noWords(self) -> str:
        return self._words.no_words

    @Property(str, notify=changed)
    def adviser(self) -> str:
        return self._words.adviser

    @Property(str, notify=changed)
    def changeAnswers(self) -> str:
        return self._words.change_answers

    @Property(str, notify=changed)
    def skip(self) -> str:
        return self._words.skip

    @Property(str, notify=changed)
    def earlier(self) -> str:
        return self._words.earlier

    @Property(str, notify=changed)
    def suited(self) -> str:
        return self._words.suited

    @Property(str, notify=changed)
    def rule(self) -> str:
        return self._words.rule

    @Property(str, notify=changed)
    def compareBest(self) -> str:
        return self._words.compare_best

    @Property(str, notify=changed)
    def again(self) -> str:
        return self._words.again

    @Property(str, notify=changed)
    def unsuited(self) -> str:
        return self._words.unsuited

    @Property(str, notify=changed)
    def unsuitedMore(self) -> str:
        return self._words.unsuited_more

    @Property(str, notify=changed)
    def takeHome(self) -> str:
        return self._words.take_home

    @Property(str, notify=changed)
    def takeHomeHow(self) -> str:
        return self._words.take_home_how

    @Property(str, notify=changed)
    def inCode(self) -> str:
        return self._words.in_code

    @Property(str, notify=changed)
    def keyFigures(self) -> str:
        return self._words.key_figures

    @Property(str, notify=changed)
    def nextCode(self) -> str:
        return self._words.next_code

    @Property(str, notify=changed)
    def contact(self) -> str:
        return self._words.contact

    @Property(str, notify=changed)
    def lead(self) -> str:
        return self._words.lead
