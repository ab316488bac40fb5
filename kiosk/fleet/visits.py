"""A visit as it travels: lists of plain values, and the visit again that they are."""

from __future__ import annotations

from typing import Any, Final

from kiosk.fleet.messages import MessageError
from kiosk.visits.visit import Ending, Stay, Touched, Visit

_LONGEST: Final = 200
"""Characters of a name of a place or a deed; the longest ids of a deck are shorter."""


def to_plain(visit: Visit) -> dict[str, Any]:
    """What JSON can hold of a visit, which is all of it."""
    return {
        "began": visit.began,
        "language": visit.language,
        "first_language": visit.first_language,
        "lasted_ms": visit.lasted_ms,
        "ending": visit.ending.value,
        "stays": [list(stay) for stay in visit.stays],
        "deeds": [[*map(str, deed), times] for deed, times in visit.deeds.items()],
        "touches": [[*touched, times] for touched, times in visit.touches.items()],
    }


def from_plain(plain: dict[str, Any]) -> Visit:
    """The visit again. Raises MessageError where it is none."""
    try:
        return Visit(
            began=_text(plain["began"]),
            language=_text(plain["language"]),
            first_language=_text(plain["first_language"]),
            lasted_ms=_count(plain["lasted_ms"]),
            ending=Ending(plain["ending"]),
            stays=[Stay(_text(screen), _text(what), _count(ms)) for screen, what, ms in plain["stays"]],
            deeds={(_text(deed), _text(what)): _count(times) for deed, what, times in plain["deeds"]},
            touches={
                Touched(_text(screen), _text(what), bool(tall), _count(cell)): _count(times)
                for screen, what, tall, cell, times in plain["touches"]
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MessageError(f"this is no visit: {type(error).__name__}: {error}") from None


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError(f"{str(value)[:40]!r} is no name")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 53:
        raise TypeError(f"{str(value)[:40]!r} is no count")
    return value
