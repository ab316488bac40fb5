"""A lead: what one visitor entered, what they agreed to, and what they had looked at."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Final

LIMITS: Final = {"name": 200, "organisation": 200, "email": 254, "phone": 60, "note": 10_000}
"""Characters of each text that a visitor enters."""
LINES: Final = frozenset({"note"})
"""The texts that may have several lines."""
_MOST_PLATFORMS: Final = 1_000
_NO_CHARACTERS: Final = frozenset(
    {*range(0xFDD0, 0xFDF0), *(at | low for at in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF))}
)
_DROPPED: Final = frozenset({"Cc", "Cs"})
_UNREADABLE: Final = "this is no lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Made by `lead`, which sees to it that every text is normalised and none is too long."""

    name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    interests: tuple[tuple[str, str], ...] = ()
    """The platforms that the visitor wants to hear of: (id, name) pairs."""
    viewed: tuple[str, ...] = ()
    """The ids of the platforms that were looked at in this visit, and in no other."""
    language: str = ""
    consent: str = ""
    """What the visitor agreed to, word by word …"""
    version: str = ""
    """… its version …"""
    given: str = ""
    """… and when: UTC, ISO 8601, to the minute, so that nothing ties it to an entry of the visit log."""


def lead(**given: Any) -> Lead:
    """A lead of what was entered, its texts normalised and cut at their limits."""
    texts = {name: normalised(str(given.get(name, "")), name) for name in LIMITS}
    return Lead(**(given | texts))


def normalised(text: str, name: str) -> str:
    """A text as it is kept: NFC, without control characters, on one line unless it may have several, cut at its limit.

    What says nothing as text goes: halves of characters, places that are no characters.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if name in LINES else [text]
    kept = "\n".join(_line(line, several=name in LINES) for line in lines).strip()
    cut = kept[: LIMITS[name]]
    return _line(cut, several=False) if name not in LINES else cut.strip()


def _line(line: str, *, several: bool) -> str:
    known = "".join(" " if each.isspace() and not _is_plain(each) else each for each in line)
    plain = "".join(
        each for each in known if unicodedata.category(each) not in _DROPPED and ord(each) not in _NO_CHARACTERS
    )
    return unicodedata.normalize("NFC", plain.rstrip() if several else " ".join(plain.split()))


def _is_plain(space: str) -> bool:
    """Whether a space is one of the spaces, and not a tab or an end of line in disguise."""
    return unicodedata.category(space) == "Zs"


def to_bytes(lead: Lead) -> bytes:
    """A lead as it is sealed."""
    return json.dumps(asdict(lead), ensure_ascii=False, separators=(",", ":")).encode()


def of_bytes(data: bytes) -> Lead:
    """The lead that was sealed. Raises ValueError for anything else, such as what a newer Kiosk made.

    Anybody can seal something with a public key: what is found is held to the same rules as what was entered.
    """
    try:
        raw = json.loads(data)
        interests = tuple((str(platform), str(name)) for platform, name in raw.pop("interests"))
        viewed = tuple(str(platform) for platform in raw.pop("viewed"))
        if not all(isinstance(text, str) for text in raw.values()) or len(interests) > _MOST_PLATFORMS:
            raise ValueError(_UNREADABLE)
        found = lead(**raw, interests=interests, viewed=viewed)
        to_bytes(found)  # halves of characters, anywhere in it, are no text
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(_UNREADABLE) from error
    return found
