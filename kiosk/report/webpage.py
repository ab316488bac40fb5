"""The report as a web page: one file for any browser, without a network, its charts with their numbers behind them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from kiosk import atomic
from kiosk.charts.vectors import drawing, keep_fonts_in, svg
from kiosk.deck.report_words import report_words
from kiosk.deck.theme import Theme
from kiosk.export.letters import WEIGHTS, woff
from kiosk.export.webpage import face, variables
from kiosk.places import cache_folder
from kiosk.report import Progress
from kiosk.report.asked import Asked
from kiosk.report.charts import Drawn, numbers
from kiosk.report.content import Content, Place, content
from kiosk.report.touchmaps import THEME, touch_maps

_SIZES: Final = {"hours": (1600, 440), "longest": (1600, 640), "paths": (1600, 980)}
"""Width and height in logical pixels of the charts that have the page's whole width …"""
_HALF: Final = (780, 440)
"""… of those that have half of it …"""
_THIRD: Final = (520, 460)
"""… and of those that have a third."""
_TEXT: Final = 0.9
_QUALITY: Final = 82
_POLICY: Final = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"


def write(asked: Asked, progress: Progress) -> list[Path]:
    """Write one file. Raises OSError."""
    keep_fonts_in(cache_folder() / "charts")
    page = _Page(asked, content(asked), progress)
    body = "".join(page.parts())
    letters = "".join(sorted(set(body)))
    faces = "".join(face(woff(letters, weight), weight) for weight in WEIGHTS)
    atomic.write(asked.to, page.whole(faces, body).encode())
    return [asked.to]


class _Page:
    def __init__(self, asked: Asked, told: Content, progress: Progress) -> None:
        self._asked, self._told, self._progress = asked, told, progress
        self._words = report_words(asked.language)
        self._theme: Theme = dict(asked.loaded.themes)[THEME]
        self._done = 0
        self._all = len(told.overview) + len(told.ways) + len(told.answers) + len(told.places)

    def whole(self, faces: str, body: str) -> str:
        """The file, with what it is written in."""
        told, style = self._told, Path(__file__).with_name("webpage.css").read_text(encoding="utf-8")
        title = escape(f"{told.title} · {told.deck} · {told.days}")
        return (
            f'<!doctype html>\n<html lang="{escape(self._asked.language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{faces}{variables(self._theme)}{style}</style>\n</head>\n<body>\n"
            f"<main>\n{body}</main>\n</body>\n</html>\n"
        )

    def parts(self) -> Iterator[str]:
        """What stands in it, from top to bottom."""
        told, words = self._told, self._words
        yield self._head()
        yield f'<section class="charts">\n{"".join(map(self._chart, told.overview))}</section>\n'
        if told.ways:
            charts = "".join(map(self._chart, told.ways))
            yield f'<section class="charts apart">\n{charts}</section>\n'
        if told.answers:
            charts = "".join(map(self._chart, told.answers))
            yield f'<h2>{escape(words.answers)}</h2>\n<section class="charts thirds">\n{charts}</section>\n'
        if told.slides:
            yield self._slides()
        yield self._never()
        if told.places:
            maps = "".join(map(self._map, told.places, touch_maps(self._asked, told.places)))
            note = f'<p class="note">{escape(words.touches_note)}</p>'
            yield f'<h2>{escape(words.touches)}</h2>\n{note}\n<section class="maps">\n{maps}</section>\n'
        yield f"<footer>{escape(words.private)}</footer>\n"

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self._all)

    def _head(self) -> str:
        told = self._told
        days = escape("  ·  ".join(filter(None, (told.days, told.booths))))
        figures = "".join(
            f'<div class="card"><dt>{escape(each.name)}</dt><dd><b>{escape(each.value)}</b>'
            f"<small>{escape(each.more)}</small></dd></div>\n"
            for each in told.headlines
        )
        return (
            f'<header>\n<h1>{escape(told.title)}</h1>\n<p class="days">{days}</p>\n'
            f"<p>{escape(told.deck)}</p>\n</header>\n"
            f'<dl class="headlines">\n{figures}</dl>\n'
        )

    def _chart(self, chart: Drawn) -> str:
        one_day = self._asked.figures.first == self._asked.figures.last
        whole = chart.id in _SIZES or (one_day and chart.id == "languages")
        other = _THIRD if chart in self._told.answers else (2 * _HALF[0], _HALF[1]) if whole else _HALF
        wide, high = _SIZES.get(chart.id, other)
        job = chart.job(self._theme, wide, high, _TEXT)
        picture = svg(drawing(job), chart.id, spoken=chart.title)
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in numbers(job))
        note = f'<p class="note">{escape(chart.note)}</p>' if chart.note else ""
        self._step()
        return (
            f'<article class="card{" whole" if whole else ""}">\n<h3>{escape(chart.title)}</h3>\n{note}{picture}'
            f'<details><summary>{escape(self._words.numbers)}</summary><div class="scroll"><table>{rows}</table></div>'
            "</details>\n</article>\n"
        )

    def _slides(self) -> str:
        told, words = self._told, self._words
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in told.heads)
        rows = "".join(
            f'<tr><th scope="row">{escape(row.title)}'
            + (f"<small>{escape(row.owner)}</small>" if row.owner not in {"", row.title} else "")
            + f"</th>{''.join(f'<td>{escape(number)}</td>' for number in row.numbers)}</tr>\n"
            for row in told.slides
        )
        note = escape(words.slides_note.format(count=len(told.slides)))
        return (
            f'<h2>{escape(words.slides)}</h2>\n<p class="note">{note}</p>\n'
            f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>\n'
        )

    def _never(self) -> str:
        words = self._words
        if not self._told.never:
            return f"<h2>{escape(words.never)}</h2>\n<p>{escape(words.never_none)}</p>\n"
        platforms = "".join(
            f"<dt>{escape(never.platform)}</dt><dd>{'<br>'.join(map(escape, never.titles))}</dd>\n"
            for never in self._told.never
        )
        return f'<h2>{escape(words.never)}</h2>\n<dl class="never">\n{platforms}</dl>\n'

    def _map(self, place: Place, image: QImage) -> str:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload] # as Qt's documentation has it
        picture = base64.b64encode(bytes(data.data())).decode()
        self._step()
        return (
            f'<figure><img alt="{escape(place.name)}" src="data:image/jpeg;base64,{picture}">'
            f"<figcaption><span>{escape(place.name)}</span><small>{escape(place.said)}</small></figcaption></figure>\n"
        )
