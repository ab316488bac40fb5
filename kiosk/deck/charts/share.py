"""Shares of a whole: each row is a part of its own total, drawn as a bar on a track."""

from __future__ import annotations

from typing import Literal

from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart


@entry
class Options:
    """What the shares are parts of."""

    whole: float = 100
    """The full length of a track, in the chart's unit."""


@entry
class Chart(AnyChart):
    """A chart of kind `share`."""

    kind: Literal["share"] = "share"
    options: Options = Options()
