"""One part of the opening check, and the answer that all of them make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

State = Literal["good", "note", "bad"]
"""`note` is worth knowing and keeps no booth from opening."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at."""

    id: str
    name: str
    state: State
    said: str
    do: str = ""
    """What to do; "" where nothing is to be done."""


def as_json(parts: Iterable[Part]) -> dict[str, Any]:
    """The answer for programs."""
    listed = list(parts)
    return {"ready": is_ready(listed), "parts": [asdict(part) for part in listed]}


def is_ready(parts: Iterable[Part]) -> bool:
    """Whether the booth can open."""
    return all(part.state != "bad" for part in parts)
