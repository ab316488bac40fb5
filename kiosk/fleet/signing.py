"""Whose command it is: signed with the organiser's Ed25519 key, once, and not long ago."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.fleet.messages import Command, MessageError, Signed, from_bytes, to_bytes
from kiosk.packing.signing import key_in, public_half, signature, verifies

_PURPOSE: Final = b"command of Kiosk\n"
"""Signed along with each command, so that a signature is good for nothing else."""
STALE_S: Final = 300
"""A command that was signed so long ago, or so far ahead, is none: who kept it may not send it again tomorrow."""


class RefusedError(Exception):
    """A command is not heard; the argument says why, for the log and the organiser."""

    def __init__(self, why: str, command: str = "") -> None:
        super().__init__(why)
        self.command = command
        """Its id; "" where nobody knows whose it is."""


def signed(command: Command, key_file: Path) -> Signed:
    """A command, signed with the key in a file. Raises PackError where that is none, and OSError."""
    key, body = key_in(key_file), to_bytes(command)
    by_key = base64.b64encode(signature(key, _PURPOSE + body)).decode()
    return Signed(command=body.decode(), key=public_half(key), signature=by_key)


def opened(
    data: bytes, booth: str, keys: Iterable[str], last: dict[str, int], now: datetime | None = None
) -> tuple[Command, str]:
    """The command to a booth, and the key that signed it.

    `keys` are those that may command, and `last` has the count of the last command by each. Raises RefusedError.
    """
    try:
        message = from_bytes(Signed, data)
    except MessageError as error:
        raise RefusedError(f"this is no signed command: {error}") from None
    try:
        said = base64.b64decode(message.signature, validate=True)
    except binascii.Error:
        said = b""
    body = message.command.encode(errors="replace")
    if message.key not in set(keys) or not verifies(message.key, said, _PURPOSE + body):
        raise RefusedError("it is not signed by a key that may command this booth")
    try:
        command = from_bytes(Command, body)
    except MessageError as error:
        raise RefusedError(f"this booth does not understand it: {error}") from None
    if booth not in command.to:
        raise RefusedError("it is for other booths", command.id)
    _check_age(command, now or datetime.now(UTC))
    if command.count <= last.get(message.key, 0):
        raise RefusedError("it was heard before, or is older than one that was", command.id)
    return command, message.key


def _check_age(command: Command, now: datetime) -> None:
    try:
        at = datetime.fromisoformat(command.at)
        ahead = (at - now).total_seconds()
    except (ValueError, TypeError):
        raise RefusedError(f"{command.at!r} is no time", command.id) from None
    if abs(ahead) > STALE_S:
        how = "ahead of" if ahead > 0 else "behind"
        raise RefusedError(
            f"by this booth's clock it was signed {abs(ahead) / 60:,.0f} minutes {how} now, {now:%Y-%m-%d %H:%M} UTC: "
            "an old command, or one of the two clocks is wrong",
            command.id,
        )
