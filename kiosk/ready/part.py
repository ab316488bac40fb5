"""One part of the opening check, and the answer that all of them make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from kiosk.sentences import in_language

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


def in_words(part: Part, language: str) -> Part:
    """A part as it is read in a language."""
    name, said, do = (in_language(text, language) for text in (part.name, part.said, part.do))
    return replace(part, name=name, said=said, do=do)


def as_json(parts: Iterable[Part]) -> dict[str, Any]:
    """The answer for programs."""
    listed = list(parts)
    return {"ready": is_ready(listed), "parts": [asdict(part) for part in listed]}


def is_ready(parts: Iterable[Part]) -> bool:
    """Whether the booth can open."""
    return all(part.state != "bad" for part in parts)
