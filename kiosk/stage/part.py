"""What the stage gives its parts: objects of their own, each for what QML reads of one thing.

A part keeps nothing of the place. It reads it anew whenever it is asked, so that whoever hears of one change finds all
others made as well; and it tells its own signals what is different from the place before.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.navigator import Navigator
from kiosk.place import Place

Act = Callable[[Callable[[Navigator], None]], None]
"""Has the navigator do something, and shows where that leads."""
Here = Callable[[], Place]
"""Gives the place that is shown."""
