"""Lines over time, named at their ends."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck.charts.bar import Reference
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart


@entry
class Options:
    """How the lines are drawn."""

    baseline: Literal["zero", "data"] = "zero"
    """Where the value axis starts: at zero, or near the smallest value."""
    reference: Reference | None = None


@entry
class Chart(AnyChart):
    """A chart of kind `line`."""

    kind: Literal["line"] = "line"
    options: Options = field(default_factory=Options)
