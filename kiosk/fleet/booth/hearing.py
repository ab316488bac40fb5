"""Decides which commands a booth does: those that are allowed, signed, fresh, and were never heard before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from kiosk.fleet.booth.ledger import Ledger
from kiosk.fleet.messages import Command
from kiosk.fleet.signing import RefusedError, opened
from kiosk.machine.settings import Settings

LONGEST_SAID: Final = 4_000
"""Characters of what is said of a command."""


class Hearing:
    """Hears commands to a booth since it `began`."""

    def __init__(self, settings: Settings, booth: str, ledger: Ledger, began: datetime) -> None:
        self._settings, self._booth, self._ledger = settings, booth, ledger
        self._not_before = None if ledger.is_whole else began

    def command(self, data: bytes) -> Command:
        """What is asked, and may be done now: that it was heard is on the disk. Raises RefusedError."""
        settings = self._settings
        command, key = opened(data, self._booth, settings.commanders, self._ledger.last)
        if command.does.value not in settings.allows:
            why = (
                f"this booth does not take it: `allow` below `[broker]` in its kiosk.toml does not name {command.does}"
            )
            raise RefusedError(why, command.id)
        if self._not_before and datetime.fromisoformat(command.at) < self._not_before:
            why = "it was signed before this booth started, which does not know any more what it heard then"
            raise RefusedError(why, command.id)
        try:
            self._ledger.keep(key, command.count)
        except OSError as error:
            why = f"the booth's disk does not take that it was heard ({error.strerror}), so that it could come twice"
            raise RefusedError(why, command.id) from None
        return command


def now() -> datetime:
    """The time to the second, as messages have it."""
    return datetime.now(UTC).replace(microsecond=0)
