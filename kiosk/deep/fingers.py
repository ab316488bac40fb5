"""Targets that a finger misses, or that lie upon one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from PySide6.QtQuick import QQuickItem

from kiosk.deck.typeset import untied
from kiosk.deep.complaint import Complaint, as_frame, quoted
from kiosk.sentences import sentence
from kiosk.stage.targets import Target, spoken

TARGET_AT_1080: Final = 88
"""Pixels, in both directions; what is smaller is hard to touch where the screen's size is not known."""
_SLACK: Final = 2.0


def small_targets(found: Iterable[Target], unit: float) -> Iterator[Complaint]:
    """The targets that are too small; `unit` is a pixel at 1080 lines."""
    for target in found:
        smaller = min(target.felt.width(), target.felt.height()) / unit
        if smaller < TARGET_AT_1080 - _SLACK:
            name = quoted(untied(spoken(target.item)))
            message = sentence(
                "{name} is {smaller:.0f} pixels for a finger at 1080 lines, less than {target_at_1080}",
                name=name,
                smaller=smaller,
                target_at_1080=TARGET_AT_1080,
            )
            yield Complaint("warning", message, as_frame(target.felt))


def overlapping(found: Iterable[Target], unit: float) -> Iterator[Complaint]:
    """The pairs of targets that are drawn upon one another; one that stands within another is meant so."""
    for one, other in combinations(found, 2):
        shared = one.seen.intersected(other.seen)
        apart = min(shared.width(), shared.height()) <= _SLACK * unit
        if apart or one.seen.contains(other.seen) or other.seen.contains(one.seen):
            continue
        if not _is_within(one.item, other.item) and not _is_within(other.item, one.item):
            names = [quoted(untied(spoken(target.item))) for target in (one, other)]
            message = sentence(
                "{one} and {other} overlap: a finger may hit the other one", one=names[0], other=names[1]
            )
            yield Complaint("warning", message, as_frame(shared))


def _is_within(item: QQuickItem, other: QQuickItem) -> bool:
    above: QQuickItem | None = item
    while above is not None and above is not other:
        above = above.parentItem()
    return above is not None
