"""Whether a booth is open at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from kiosk.deck.model import Hours

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether the booth is open; past midnight it is the day before that counts. Where both times are one, it is."""
    time = f"{at:%H:%M}"
    if hours.open < hours.close:
        return hours.open <= time < hours.close and _opens(hours, at)
    return (time >= hours.open and _opens(hours, at)) or (time < hours.close and _opens(hours, at - timedelta(days=1)))


def _opens(hours: Hours, day: datetime) -> bool:
    return not hours.days or _DAYS[day.weekday()] in hours.days
