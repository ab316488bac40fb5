"""When a booth is open: by day, past midnight, on some days of the week."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.deck.hours import is_open
from kiosk.deck.model import Hours

DAY = Hours(open="09:00", close="18:00")
NIGHT = Hours(open="18:00", close="02:00")
WEEKDAYS = Hours(open="09:00", close="18:00", days=("mon", "tue", "wed", "thu", "fri"))
FRIDAY_NIGHT = Hours(open="18:00", close="02:00", days=("fri",))
ALWAYS = Hours(open="00:00", close="00:00")


@pytest.mark.parametrize(
    ("hours", "moment", "open_"),
    [
        (DAY, "2026-05-20 08:59", False),
        (DAY, "2026-05-20 09:00", True),
        (DAY, "2026-05-20 17:59", True),
        (DAY, "2026-05-20 18:00", False),
        (NIGHT, "2026-05-20 17:59", False),
        (NIGHT, "2026-05-20 23:00", True),
        (NIGHT, "2026-05-21 01:59", True),
        (NIGHT, "2026-05-21 02:00", False),
        (WEEKDAYS, "2026-05-22 12:00", True),
        (WEEKDAYS, "2026-05-23 12:00", False),
        (FRIDAY_NIGHT, "2026-05-22 01:00", False),
        (FRIDAY_NIGHT, "2026-05-22 23:00", True),
        (FRIDAY_NIGHT, "2026-05-23 01:00", True),
        (FRIDAY_NIGHT, "2026-05-23 23:00", False),
        (ALWAYS, "2026-05-23 00:00", True),
    ],
)
def test_whether_a_booth_is_open(hours, moment, open_):
    assert is_open(hours, datetime.fromisoformat(moment)) == open_
