"""The deep check as one HTML file: what is wrong in words, and the screens with it framed. No script, no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.deck.interface import interface
from kiosk.deck.load import Loaded
from kiosk.deck.problems import Problem, shown_path
from kiosk.deck.theme import Theme
from kiosk.deep.complaint import Frame
from kiosk.deep.examination import Examination, Found, Shot

_THUMB: Final = 400
"""Width of a screen on the contact sheet, in pixels."""
_QUALITY: Final = 76
_AROUND: Final = 8.0
"""Pixels between what is wrong and its frame."""


def report(loaded: Loaded, problems: Sequence[Problem], examination: Examination) -> str:
    """The page. `problems` are those of the files, which no screen shows."""
    assert loaded.deck is not None  # noqa: S101 - a deck was looked at
    theme = dict(loaded.themes)[loaded.deck.theme]
    language = loaded.deck.languages[0]
    title = escape(loaded.deck.title.say(language))
    everything = [*problems, *examination.problems]
    sections = [_verdict(everything), *_of_files(problems), *_of_screens(examination), *_sheet(examination)]
    return _PAGE.format(
        title=title,
        style=_style(theme),
        screens=_counted(len(examination.shots), "screen"),
        made=f"{datetime.now().astimezone():%Y-%m-%d %H:%M}",
        body="\n".join(sections),
    )


_PAGE: Final = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: check</title>
<style>
{style}</style>
</head>
<body>
<header>
<p class="kicker">Kiosk check</p>
<h1>{title}</h1>
<p class="facts">{screens} rendered · {made}</p>
</header>
<main>
{body}
</main>
</body>
</html>
"""


def _verdict(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if errors:
        kind, said = "bad", f"{_counted(errors, 'error')} to put right"
        more = f", and {_counted(warnings, 'warning')} to look at." if warnings else "."
    elif warnings:
        kind, said, more = (
            "fair",
            f"{_counted(warnings, 'warning')} to look at",
            ", and no error: the deck can be shown.",
        )
    else:
        kind, said, more = "good", "The deck is sound", ": nothing was found on any screen."
    return f'<section class="verdict {kind}"><p><strong>{said}</strong>{more}</p></section>'


def _of_files(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        listed = "\n".join(f"<li>{_told(problem)}</li>" for problem in problems)
        yield f'<section><h2>In the files</h2>\n<ul class="files">\n{listed}\n</ul></section>'


def _of_screens(examination: Examination) -> Iterator[str]:
    """Each screen on which something was found first, with its picture beside it."""
    if not examination.found:
        return
    pictures = {(shot.walk, shot.stop): shot.picture for shot in examination.shots}
    groups: dict[tuple[object, str], list[Found]] = {}
    for found in examination.found:
        groups.setdefault((found.walk, found.stop), []).append(found)
    yield "<section><h2>On the screens</h2>"
    for (_, stop), founds in groups.items():
        first = founds[0].walk
        caption = f"{stop} · {interface(first.language).name} · {first.width} × {first.height}"
        listed = "\n".join(f"<li>{_told(found.problem)}</li>" for found in founds)
        picture = pictures.get((first, stop))
        figure = ""
        if picture:
            framed = _framed(picture, first.width, [(found.problem.severity, found.frames) for found in founds])
            figure = f"<figure>{_image(framed, caption)}<figcaption>{escape(caption)}</figcaption></figure>\n"
        yield f"<article>\n{figure}<ul>\n{listed}\n</ul>\n</article>"
    yield "</section>"


def _sheet(examination: Examination) -> Iterator[str]:
    if not examination.shots:
        return
    yield '<section class="screens"><h2>Every screen</h2>'
    walks: dict[object, list[Shot]] = {}
    for shot in examination.shots:
        walks.setdefault(shot.walk, []).append(shot)
    for shots in walks.values():
        walk = shots[0].walk
        yield f"<h3>{escape(interface(walk.language).name)} · {walk.width} × {walk.height}</h3>"
        yield f'<div class="sheet" lang="{escape(walk.language)}">'
        for shot in shots:
            image = _image(_small(shot.picture), shot.stop)
            yield f"<figure>{image}<figcaption>{escape(shot.stop)}</figcaption></figure>"
        yield "</div>"
    yield "</section>"


def _told(problem: Problem) -> str:
    where = f"{shown_path(problem.path)}:{problem.line}:{problem.column}"
    kind = problem.severity
    return f'<b class="{kind}">{kind}</b> <code>{escape(where)}</code> <span>{escape(problem.message)}</span>'


def _framed(picture: bytes, width: int, marks: Iterable[tuple[str, Sequence[Frame]]]) -> bytes:
    """A screen with frames around what is wrong: whole ones for errors, dashed ones for warnings."""
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_RGB32)
    scale = image.width() / width
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for severity, frames in marks:
        line = Qt.PenStyle.SolidLine if severity == "error" else Qt.PenStyle.DashLine
        for left, top, wide, high in frames:
            rect = QRectF(left * scale, top * scale, wide * scale, high * scale)
            rect = rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(
                QRectF(image.rect()).adjusted(2, 2, -2, -2)
            )
            for colour, thick in (("#ffffff", 6.0), ("#d0021b" if severity == "error" else "#b35c00", 3.0)):
                painter.setPen(QPen(QColor(colour), thick, line if thick < 6 else Qt.PenStyle.SolidLine))  # noqa: PLR2004
                painter.drawRoundedRect(rect, _AROUND, _AROUND)
    painter.end()
    return _jpeg(image)


def _small(picture: bytes) -> bytes:
    return _jpeg(QImage.fromData(picture).scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation))


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _image(picture: bytes, alt: str) -> str:
    return f'<img src="data:image/jpeg;base64,{b64encode(picture).decode()}" alt="{escape(alt)}">'


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _style(theme: Theme) -> str:
    """The theme's colours in the place of names in the style; paper gets ink on white."""
    colours = theme.colours
    names = ("sky_top", "sky_bottom", "text", "text_soft", "text_faint", "accent", "panel", "surface_line")
    own = "".join(f"--{name.replace('_', '-')}: {getattr(colours, name)}; " for name in names)
    good, bad = ("#5fd0a5", "#ff8f80") if theme.dark else ("#0c6f4f", "#b3261e")
    return (
        f":root {{ {own}--good: {good}; --bad: {bad}; color-scheme: {'dark' if theme.dark else 'light'}; }}\n{_STYLE}"
    )


_STYLE: Final = """\
* { box-sizing: border-box; }
html { background: var(--sky-bottom); }
body { margin: 0 auto; max-width: 82rem; padding: 3.5rem 3rem 5rem; color: var(--text-soft);
  background: linear-gradient(var(--sky-top), var(--sky-bottom)); font: 1rem/1.55 "Noto Sans SC", "Noto Sans CJK SC",
  "Noto Sans", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, h3, strong { color: var(--text); font-weight: 700; line-height: 1.2; }
h1 { margin: 0; font-size: 2.75rem; text-wrap: balance; }
h2 { margin: 3.5rem 0 1.25rem; font-size: 1.6rem; }
h3 { margin: 2rem 0 0.75rem; font-size: 1.1rem; }
.kicker { margin: 0 0 0.5rem; color: var(--accent); font-weight: 700; }
.facts, figcaption { color: var(--text-faint); }
.facts { margin: 0.75rem 0 0; }
.verdict { margin-top: 2.5rem; padding: 1.5rem 2rem; border-radius: 1rem; background: var(--panel);
  border-left: 0.6rem solid var(--accent); font-size: 1.25rem; }
.verdict.good { border-color: var(--good); }
.verdict.bad { border-color: var(--bad); }
.verdict p { margin: 0; }
article, .files { margin: 0 0 1.5rem; padding: 1.5rem; border: 1px solid var(--surface-line); border-radius: 1rem;
  background: var(--panel); }
article { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.75rem; break-inside: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
li + li { margin-top: 1.1rem; }
li { overflow-wrap: anywhere; }
li span { display: block; color: var(--text); }
code { color: var(--text-faint); font: 0.9em/1.4 "Noto Sans Mono", ui-monospace, Consolas, monospace; }
b { margin-right: 0.4rem; color: var(--accent); }
b.error { color: var(--bad); }
figure { margin: 0; break-inside: avoid; }
img { display: block; width: 100%; height: auto; border-radius: 0.5rem; }
article img { width: auto; max-width: 100%; max-height: 44rem; }
figcaption { margin-top: 0.4rem; font-size: 0.85rem; }
.sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.5rem 1.25rem; }
@media (max-width: 50rem) { body { padding: 2rem 1.25rem; } article { grid-template-columns: 1fr; } }
@media print {
  :root { --text: #000; --text-soft: #222; --text-faint: #444; --panel: #fff; --sky-top: #fff; --sky-bottom: #fff;
    --surface-line: #bbb; --good: #0c6f4f; --bad: #b3261e; --accent: #8f5a0a; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { margin-top: 2rem; break-after: avoid; }
  article { grid-template-columns: 9.5cm 1fr; }
  .screens { break-before: page; }
  .sheet { grid-template-columns: repeat(4, 1fr); gap: 0.75rem; }
}
"""
