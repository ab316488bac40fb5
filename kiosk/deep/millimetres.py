"""What is too small, or hangs too high or too low, on a screen whose measures are known."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtQuick import QQuickItem

from kiosk.deck.typeset import untied
from kiosk.deep.complaint import Severity, Short, as_frame, frame_of, is_own, quoted
from kiosk.machine.suit import Measures
from kiosk.sentences import sentence
from kiosk.stage.targets import Target, spoken

TEXT_MM_PER_M: Final = 2.5
"""The height of a capital, for each metre of viewing distance."""
TARGET_MM: Final = 20.0
LEAST_TARGET_MM: Final = 10.0
"""What a finger of somebody who stands hits well, and what it hits at all."""
REACH_MM: Final = (380.0, 1220.0)
"""What is reached from a wheelchair, above the floor."""
_CAPITAL: Final = 0.733
"""The height of Noto Sans's capitals, of its size."""
_CHART_LABEL: Final = 26
"""Pixels at 1080 lines, as `kiosk/charts/frame.py` has it, which imports matplotlib."""
_SLACK_MM: Final = 0.5
_REACH_BUTTON: Final = "bar.reach"
_SOURCES: Final = "source"
"""The line that opens all sources of a slide; what opens one of them has a property of that name, too."""


def mm_per_pixel(measures: Measures, size: QSize) -> float:
    """How large a pixel is; 0 where the screen's diagonal is not known."""
    return measures.diagonal / math.hypot(size.width(), size.height())


def small_texts(items: Iterable[QQuickItem], measures: Measures, mm: float) -> Iterator[Short]:
    """The texts that cannot be read from where visitors stand."""
    wanted = TEXT_MM_PER_M * measures.distance / 1000
    for item in items:
        pixels = item.property("fitted") or item.property("font").pixelSize()
        has = _CAPITAL * pixels * mm
        if has < wanted:
            name = quoted(untied(item.property("text")))
            yield Short("text", "warning", name, has, wanted, frame_of(item), is_own(item))


def small_chart(unit: float, measures: Measures, mm: float) -> Iterator[Short]:
    """A chart whose labels cannot be read from there; a worker draws them."""
    has, wanted = _CAPITAL * _CHART_LABEL * unit * mm, TEXT_MM_PER_M * measures.distance / 1000
    if has < wanted:
        yield Short("text", "warning", sentence("the chart's labels"), has, wanted, None, own=True)


def small_targets(found: Iterable[Target], mm: float) -> Iterator[Short]:
    """The targets that a finger misses."""
    for target in found:
        has = min(target.felt.width(), target.felt.height()) * mm
        if has < TARGET_MM - _SLACK_MM:
            severity: Severity = "error" if has < LEAST_TARGET_MM else "warning"
            name = quoted(untied(spoken(target.item)))
            yield Short("target", severity, name, has, TARGET_MM, as_frame(target.felt), is_own(target.item))


class Reach:
    """The band of a screen that somebody who is seated reaches."""

    def __init__(self, measures: Measures, size: QSize) -> None:
        mm = mm_per_pixel(measures, size)
        low, high = REACH_MM
        self._top = size.height() - (high - measures.bottom) / mm
        self._bottom = size.height() - (low - measures.bottom) / mm
        self._enough = TARGET_MM / 2 / mm
        self._mm, self._lowest, self._height = mm, measures.bottom, size.height()

    def holds(self, felt: QRectF) -> bool:
        """Whether enough of a target is within the band."""
        within = min(felt.bottom(), self._bottom) - max(felt.top(), self._top)
        return within >= min(felt.height(), self._enough) - 1

    def outside(self, found: Iterable[Target]) -> list[Target]:
        """The targets out of reach."""
        return [target for target in found if not self.holds(target.felt)]

    def short(self, target: Target) -> Short:
        """A target out of reach, with the height of its middle above the floor."""
        above = self._lowest + (self._height - target.felt.center().y()) * self._mm
        name = quoted(untied(spoken(target.item)))
        return Short("reach", "warning", name, above, 0.0, as_frame(target.felt), is_own(target.item))


Key = tuple[str, str]
"""An item's name in the scene and what it is called: what tells a control from another, wherever it stands."""


def key_of(target: Target) -> Key:
    """What tells a control from another."""
    return target.item.objectName(), spoken(target.item)


def leads_low(target: Target) -> bool:
    """Whether it is the control that brings the others down: it has no equivalent."""
    return target.item.objectName() == _REACH_BUTTON


def opens_source(target: Target) -> bool:
    """Whether it opens one source of its slide, as the line with all of them does, too."""
    nearest = (target.item, target.item.parentItem())  # a card may stand in what has the source
    return any(isinstance(item.property(name), str) for item in nearest if item for name in ("source", "sources"))


def lacking(beyond: Iterable[Key], sourced: Container[Key], low: Iterable[Target], reach: Reach) -> set[Key]:
    """Which of the controls out of reach have no equivalent among those that the low reach shows.

    A control that is no more to be seen there has been replaced by others. Items of the screen as it was are gone by
    then, so of those out of reach only their keys are known, and which of them open a source.
    """
    low = list(low)
    within = {key_of(target) for target in low if reach.holds(target.felt)}
    still = {key_of(target) for target in low} - within
    names = {name for _, name in within}
    all_sources = any(name == _SOURCES for name, _ in within)
    return {key for key in beyond if key in still and key[1] not in names and not (all_sources and key in sourced)}
