"""The obvious way to show the same deck: QtWidgets, and matplotlib in the same process. Run as a program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from kiosk.bench.patch import SIDE, colour
from kiosk.deck.compiled import open_deck
from kiosk.deck.model import Chart, ChartSlide, Slide
from kiosk.places import FONTS, cache_folder

_MOST_ROWS: Final = 12


class Window(QWidget):
    """One slide at a time, made when it is stepped to, with the patch that the booth has for such measurements."""

    def __init__(self, slides: list[Slide], language: str) -> None:
        super().__init__()
        self._slides, self._language, self._at = slides, language, 0
        self._shown: QWidget | None = None
        self._patch = QLabel(self)
        self._patch.setGeometry(0, 0, SIDE, SIDE)
        self._column = QVBoxLayout(self)
        self.setStyleSheet("background: #0b1a2a; color: white; font-size: 32px")
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step to the next slide, or to the one before."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        self._at = max(0, min(len(self._slides) - 1, self._at + step))
        self._show()

    def _show(self) -> None:
        slide = self._slides[self._at]
        if self._shown:
            self._column.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = self._drawn(slide.chart) if isinstance(slide, ChartSlide) else self._written(slide)
        self._column.addWidget(self._shown)
        self._patch.setStyleSheet(f"background: {QColor(*colour(self._at)).name()}")
        self._patch.raise_()

    def _written(self, slide: Slide) -> QWidget:
        label = QLabel(slide.title.say(self._language))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _drawn(self, chart: Chart) -> QWidget:
        """The first column of numbers as bars, and what they stand for."""
        table, figure = chart.table, Figure(layout="constrained")
        axes = figure.add_subplot()
        numbers = next((column for column in table.columns[1:] if _numbers(table.column(column))), table.columns[0])
        values = [value for value in table.column(numbers)[:_MOST_ROWS] if isinstance(value, float)]
        axes.barh([str(each) for each in table.column(table.columns[0])[: len(values)]], values)
        axes.set_title(chart.title.say(self._language))
        return FigureCanvasQTAgg(figure)  # type: ignore[no-untyped-call]


def _numbers(column: tuple[object, ...]) -> bool:
    return any(isinstance(cell, float) for cell in column)


def main() -> None:
    """Show the deck in the folder that is named, in English, as large as the screen is."""
    from matplotlib import font_manager, rcParams

    font = str(next(FONTS.glob("*Regular*.ttf")))
    font_manager.fontManager.addfont(font)
    rcParams["font.family"] = font_manager.FontProperties(fname=font).get_name()
    app = QApplication(sys.argv)
    deck = open_deck(Path(sys.argv[1]), cache_folder() / "decks").deck
    assert deck is not None  # noqa: S101 - the command was given a deck that opens
    window = Window([slide for platform in deck.platforms for slide in platform.slides], deck.languages[0])
    window.showFullScreen()
    app.exec()


if __name__ == "__main__":
    main()
