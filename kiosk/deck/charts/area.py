"""Areas over time, stacked where there are several."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck.charts.bar import Reference
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart


@entry
class Options:
    """How the areas are drawn."""

    reference: Reference | None = None


@entry
class Chart(AnyChart):
    """A chart of kind `area`."""

    kind: Literal["area"] = "area"
    options: Options = field(default_factory=Options)
