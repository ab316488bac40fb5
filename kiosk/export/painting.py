"""The laid-out scene on any painter: its rectangles, pictures and signs, its text as text, its charts as vectors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
    QTransform,
)
from PySide6.QtQml import QQmlEngine, QQmlExpression, QQmlListReference, QQmlProperty
from PySide6.QtQuick import QQuickItem
from PySide6.QtSvg import QSvgRenderer

from kiosk.charts.vectors import Drawing, Line, Shape, Trace
from kiosk.deck.typeset import untied
from kiosk.export.vectored import VectoredCharts
from kiosk.places import FAMILY
from kiosk.stage import backgrounds

_TOUCHED: Final = ("RoundButton", "BottomBar", "Switches")
"""What is there to be touched, and says nothing on paper: the QML types, …"""
_HINTS: Final = frozenset({"chart.hint"})
"""… and the names of items."""
_CAPS: Final = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "square": Qt.PenCapStyle.SquareCap,
}
_JOINS: Final = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}
_UNSET: Final = 1, QColor("#000000")
"""The border that QML says of a rectangle to which none was given."""
_WIDER: Final = (0.0, 0.5, 2.0, 6.0)
"""So much more room, in pixels, is tried for a text that has another number of lines here than on the screen."""
_SLIDES: Final = "slides"
"""The name of the list that all slides are in."""
_FIT, _CROP = 1, 2
"""QML's Image.PreserveAspectFit and Image.PreserveAspectCrop; it stretches otherwise."""
_SHARP: Final = 1.5
"""So many pixels a picture keeps to one of the scene's; more only make a file large."""


class ScenePainter:
    """Paints items of a scene. Coordinates are the scene's."""

    def __init__(self, charts: VectoredCharts) -> None:
        self._charts = charts
        self.written: set[str] = set()
        """Every letter that was painted."""

    def paint(self, painter: QPainter, item: QQuickItem) -> None:
        """Paint an item and what is in it, where its parent has it."""
        self._item(painter, item, 1.0)

    def _item(self, painter: QPainter, item: QQuickItem, opacity: float) -> None:
        opacity *= item.opacity()
        if not item.isVisible() or opacity <= 0 or _is_touched(item) or _is_another_slide(item):
            return
        painter.save()
        painter.setTransform(_transform(item), combine=True)
        box = QRectF(0, 0, item.width(), item.height())
        if item.clip():
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        children = sorted(item.childItems(), key=QQuickItem.z)
        for child in children:
            if child.z() < 0:
                self._item(painter, child, opacity)
        painter.setOpacity(opacity)
        self._own(painter, item, box)
        for child in children:
            if child.z() >= 0:
                self._item(painter, child, opacity)
        painter.restore()

    def _own(self, painter: QPainter, item: QQuickItem, box: QRectF) -> None:
        """What an item itself shows."""
        painter.save()
        if item.inherits("QQuickRectangle"):
            _rectangle(painter, item, box)
        elif item.inherits("QQuickText"):
            self.written.update(_text(painter, item))
        elif item.inherits("QQuickImage"):
            self._image(painter, item, box)
        elif item.inherits("QQuickShape"):
            _shape(painter, item)
        painter.restore()

    def _image(self, painter: QPainter, item: QQuickItem, box: QRectF) -> None:
        source: QUrl = item.property("source")
        drawn = self._charts.drawing_at(source.toLocalFile())
        if drawn:
            painter.scale(box.width() / drawn.width, box.height() / drawn.height)
            draw(painter, drawn)
            self.written.update(*(thing.text for thing in drawn.things if isinstance(thing, Line)))
            return
        image = _loaded(source.toString(), _whole(item, "fillMode"), round(box.width()), round(box.height()))
        if not image.isNull():
            _place(painter, item, image, box)


def _is_touched(item: QQuickItem) -> bool:
    return item.objectName() in _HINTS or item.metaObject().className().startswith(_TOUCHED)


def _is_another_slide(item: QQuickItem) -> bool:
    """Whether it is a slide before or after the one on screen, beside which it lies; it may still be being made."""
    parent = item.parentItem()
    listed = parent.parentItem() if parent else None
    return listed is not None and listed.objectName() == _SLIDES and item.property("current") is False


def _transform(item: QQuickItem) -> QTransform:
    """From an item's coordinates to its parent's."""
    parent = item.parentItem()
    origin, right, down = (item.mapToItem(parent, point) for point in (QPointF(0, 0), QPointF(1, 0), QPointF(0, 1)))
    across, below = right - origin, down - origin
    return QTransform(across.x(), across.y(), below.x(), below.y(), origin.x(), origin.y())


# Rectangles


def _rectangle(painter: QPainter, item: QQuickItem, box: QRectF) -> None:
    width = QQmlProperty(item, "border.width").read()
    line = QColor(QQmlProperty(item, "border.color").read())
    lined = width > 0 and line.alpha() > 0 and (width, line) != _UNSET
    fill = QColor(item.property("color"))
    stops = list(_stops(item))
    if not lined and not stops and fill.alpha() == 0:
        return
    if stops:
        gradient = QLinearGradient(box.topLeft(), box.bottomLeft())
        for at, colour in stops:
            gradient.setColorAt(at, colour)
        painter.setBrush(gradient)
    else:
        painter.setBrush(fill)
    painter.setPen(QPen(line, width) if lined else Qt.PenStyle.NoPen)
    inset = width / 2 if lined else 0
    inner = box.adjusted(inset, inset, -inset, -inset)
    radius = min(item.property("radius"), box.width() / 2, box.height() / 2) - inset
    if radius > 0:
        painter.drawRoundedRect(inner, radius, radius)
    else:
        painter.drawRect(inner)


def _stops(item: QQuickItem) -> Iterator[tuple[float, QColor]]:
    gradient = item.property("gradient")
    gradient = gradient.toQObject() if hasattr(gradient, "toQObject") else gradient
    if isinstance(gradient, QObject):
        for stop in _listed(gradient, "stops"):
            yield stop.property("position"), QColor(stop.property("color"))


def _listed(thing: QObject, name: str) -> Iterator[QObject]:
    """What is in one of QML's lists."""
    listed = QQmlListReference(thing, name)  # type: ignore[call-overload]  # its stub asks for bytes, which it refuses
    return (listed.at(at) for at in range(listed.count()))


# Text


def _text(painter: QPainter, item: QQuickItem) -> str:
    """Write a text item's lines; what was written."""
    text: str = item.property("text")
    if not text:
        return ""
    font = QFont(item.property("font"))
    font.setPixelSize(max(1, item.property("fitted") or font.pixelSize()))
    printed = searchable(font)
    metrics = QFontMetricsF(printed)
    painter.setFont(printed)
    painter.setPen(QColor(item.property("color")))
    width = item.width() or item.implicitWidth()
    aligned = _whole(item, "effectiveHorizontalAlignment")
    baseline = item.baselineOffset()
    if item.property("truncated"):
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
    for line, down in _as_there(text, font, width, item):
        left, wide = 0.0, metrics.horizontalAdvance(line)
        if aligned & Qt.AlignmentFlag.AlignRight.value:
            left = width - wide
        elif aligned & Qt.AlignmentFlag.AlignHCenter.value:
            left = (width - wide) / 2
        painter.drawText(QPointF(left, baseline + down), line)
    return text


def searchable(font: QFont) -> QFont:
    """The font with one shape for each letter: of others a PDF does not say which letters they are."""
    plain = QFont(font)
    plain.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("locl", "liga"):
        plain.setFeature(QFont.Tag(feature), 0)
    return plain


def _as_there(text: str, font: QFont, width: float, item: QQuickItem) -> list[tuple[str, float]]:
    """The lines of a text as the screen has them, which a hair's breadth decides where it just fits."""
    count: int = item.property("lineCount")
    first = _lines(text, font, width, item)
    tried = (first if not more else _lines(text, font, width + more, item) for more in _WIDER)
    return next((lines for lines in tried if len(lines) == count), first)


def _lines(text: str, font: QFont, width: float, item: QQuickItem) -> list[tuple[str, float]]:
    """Each line as it is laid out, and how far below the first one it stands."""
    options = QTextOption()
    options.setUseDesignMetrics(True)
    options.setWrapMode(QTextOption.WrapMode(_whole(item, "wrapMode")))
    leading: float = item.property("lineHeight")
    lines, down = [], 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(options)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            there = paragraph[line.textStart() : line.textStart() + line.textLength()]
            lines.append((untied(there).rstrip(), down))
            down += line.height() * leading
        layout.endLayout()
    return lines


# Pictures


@lru_cache(maxsize=8)
def _loaded(source: str, mode: int, width: int, height: int) -> QImage:
    """A picture, with no more pixels than are seen of it. The same object each time, so that a file holds it once."""
    url = QUrl(source)
    if url.scheme() == "image":
        from PySide6.QtCore import QSize

        return backgrounds.Backgrounds().requestImage(url.path()[1:], QSize(), QSize())
    reader = QImageReader(url.toLocalFile())
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull() or mode not in {_FIT, _CROP}:
        return image
    choose = min if mode == _FIT else max
    share = _SHARP * choose(width / image.width(), height / image.height())
    if share >= 1:
        return image
    return image.scaledToWidth(max(1, round(image.width() * share)), Qt.TransformationMode.SmoothTransformation)


def _place(painter: QPainter, item: QQuickItem, image: QImage, box: QRectF) -> None:
    """Fill the box as the item's `fillMode` says."""
    mode = _whole(item, "fillMode")
    if mode not in {_FIT, _CROP}:
        painter.drawImage(box, image)
        return
    choose = min if mode == _FIT else max
    share = choose(box.width() / image.width(), box.height() / image.height())
    wide, high = image.width() * share, image.height() * share
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    aligned = _whole(item, "horizontalAlignment"), _whole(item, "verticalAlignment")
    left = {Qt.AlignmentFlag.AlignLeft.value: 0.0, Qt.AlignmentFlag.AlignRight.value: 1.0}.get(aligned[0], 0.5)
    top = {Qt.AlignmentFlag.AlignTop.value: 0.0, Qt.AlignmentFlag.AlignBottom.value: 1.0}.get(aligned[1], 0.5)
    painter.drawImage(QRectF((box.width() - wide) * left, (box.height() - high) * top, wide, high), image)


# Signs


def _shape(painter: QPainter, item: QQuickItem) -> None:
    """Lines along arcs and along SVG paths, which is what the scene's signs are made of."""
    for path in _listed(item, "data"):
        if not path.inherits("QQuickShapePath"):
            continue
        for element in _listed(path, "pathElements"):
            if element.inherits("QQuickPathSvg"):
                _sign(painter, path, element.property("path"), item)
            elif element.inherits("QQuickPathAngleArc"):
                _arc(painter, path, element)


def _sign(painter: QPainter, path: QObject, outline: str, item: QQuickItem) -> None:
    """Draw along an SVG path, as Qt's own reader of SVG understands it."""
    colour = QColor(path.property("strokeColor"))
    cap = {Qt.PenCapStyle.RoundCap.value: "round", Qt.PenCapStyle.SquareCap.value: "square"}
    join = {Qt.PenJoinStyle.RoundJoin.value: "round", Qt.PenJoinStyle.BevelJoin.value: "bevel"}
    wide, high = item.width(), item.height()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"><path d="{escape(outline)}"'
        f' fill="none" stroke="{colour.name()}" stroke-opacity="{colour.alphaF():g}"'
        f' stroke-width="{path.property("strokeWidth"):g}"'
        f' stroke-linecap="{cap.get(_whole(path, "capStyle"), "butt")}"'
        f' stroke-linejoin="{join.get(_whole(path, "joinStyle"), "miter")}"/></svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, wide, high))


def _arc(painter: QPainter, path: QObject, arc: QObject) -> None:
    painter.setPen(QPen(QColor(path.property("strokeColor")), path.property("strokeWidth")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wide, high = arc.property("radiusX"), arc.property("radiusY")
    box = QRectF(arc.property("centerX") - wide, arc.property("centerY") - high, 2 * wide, 2 * high)
    start, sweep = arc.property("startAngle"), arc.property("sweepAngle")
    painter.drawArc(box, round(-16 * start), round(-16 * sweep))


def _whole(thing: QObject, name: str) -> int:
    """The number of an enumeration's value: PySide knows none of the types that QML alone has."""
    value, _ = QQmlExpression(QQmlEngine.contextForObject(thing), thing, f"Number({name})").evaluate()
    return int(value)


# Charts


def draw(painter: QPainter, drawn: Drawing) -> None:
    """Draw a chart's vectors in its own coordinates."""
    whole = painter.opacity()
    for thing in drawn.things:
        painter.save()
        if isinstance(thing, Line):
            _write(painter, thing, whole)
        else:
            _outline(painter, thing, whole)
        painter.restore()


def _write(painter: QPainter, line: Line, whole: float) -> None:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(line.weight))
    font.setPixelSize(100)
    painter.setFont(searchable(font))
    painter.setPen(QColor(line.colour))
    painter.setOpacity(whole * line.opacity)
    painter.translate(line.x, line.y)
    painter.rotate(-line.angle)
    painter.scale(line.size / 100, line.size / 100)  # Qt's sizes in pixels are whole numbers
    painter.drawText(QPointF(0, 0), line.text)


def _outline(painter: QPainter, shape: Shape, whole: float) -> None:
    if shape.within:
        painter.setClipPath(_path(shape.within), Qt.ClipOperation.IntersectClip)
    path = _path(shape.trace)
    if shape.fill:
        painter.setOpacity(whole * shape.fill_opacity)
        painter.fillPath(path, QColor(shape.fill))
    if shape.line:
        pen = QPen(QColor(shape.line), shape.width)
        pen.setCapStyle(_CAPS[shape.cap])
        pen.setJoinStyle(_JOINS[shape.join])
        if shape.dashes:
            pen.setDashPattern([dash / shape.width for dash in shape.dashes])
        painter.setOpacity(whole * shape.line_opacity)
        painter.strokePath(path, pen)


def _path(trace: Trace) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, points in trace:
        if letter == "M":
            path.moveTo(*points)
        elif letter == "L":
            path.lineTo(*points)
        elif letter == "Q":
            path.quadTo(*points)
        elif letter == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path
