"""What is still missing from a contact, or cannot be right, before it is worth sending."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

REACHED_BY: Final = ("email", "phone")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LEAST_DIGITS: Final = 5


def complaints(entered: Mapping[str, str], ask: Sequence[str]) -> dict[str, str]:
    """What is to be said at each of the fields, by their names: that of the complaint, which may be `either`."""
    texts = {name: entered.get(name, "").strip() for name in ask}
    found = {"name": "name"} if texts.get("name") == "" else {}
    ways = [name for name in REACHED_BY if name in texts]
    if not any(texts[name] for name in ways):
        return found | dict.fromkeys(ways, "either" if len(ways) > 1 else ways[0])
    if texts.get("email") and not _EMAIL.fullmatch(texts["email"]):
        found["email"] = "email"
    if texts.get("phone") and sum(each.isdigit() for each in texts["phone"]) < _LEAST_DIGITS:
        found["phone"] = "phone"
    return found
