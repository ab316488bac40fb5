"""The operator's PIN: which ones are taken, how one is kept, and whether what was typed is it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST: Final = 6
"""Digits of a PIN; fewer are found out in minutes from a stolen file."""
MOST: Final = 16


def objection(pin: str) -> str:
    """Why a PIN is not taken; "" where it is."""
    if not (pin.isascii() and pin.isdigit()):
        return "A PIN is made of digits alone: they are all that the pad has."
    if not LEAST <= len(pin) <= MOST:
        return f"A PIN has {LEAST} to {MOST} digits."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps == {0}:
        return "All digits are the same: anybody would try that."
    if steps in ({1}, {9}):
        return "The digits only count up or down: anybody would try that."
    return ""


def hashed(pin: str) -> str:
    """A PIN as it is kept."""
    return _hasher().hash(pin)


def matches(kept: str, pin: str) -> bool:
    """Whether a PIN is the one that is kept. Takes some 50 ms, and 19 MiB, on purpose."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError):
        return False


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
