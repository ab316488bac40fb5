"""The message of the day: what an organiser has a booth show for some time, in several languages."""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from kiosk import atomic

LONGEST: Final = 200
"""Characters of a text."""
FILE: Final = "message.json"


class Notice(NamedTuple):
    """A text for each language; none for no message."""

    texts: dict[str, str]
    until: str = ""
    """When it is over: UTC, ISO 8601; "" for never."""

    def lasts(self, now: datetime) -> float | None:
        """Seconds until it is over, 0 where it is; None for ever."""
        if not self.texts:
            return 0.0
        if not self.until:
            return None
        return max(0.0, (datetime.fromisoformat(self.until) - now).total_seconds())


def notice(details: dict[str, Any]) -> Notice:
    """What a command or a file says. Raises ValueError with a sentence for the organiser."""
    texts, until = details.get("texts", {}), details.get("until", "")
    if not isinstance(texts, dict) or not all(isinstance(each, str) for each in (*texts, *texts.values())):
        raise ValueError("`texts` has to name a text for each language")
    plain = {language: _plain(text) for language, text in texts.items()}
    plain = {language: text for language, text in plain.items() if text}
    if long := [language for language, text in plain.items() if len(text) > LONGEST]:
        raise ValueError(f"a message has {LONGEST} characters at most: the one in {long[0]!r} is longer")
    try:
        at = datetime.fromisoformat(until) if until else None
    except (ValueError, TypeError):
        raise ValueError(f"`until` is no time: {until!r}") from None
    if at and at.tzinfo is None:
        raise ValueError(f"`until` has to say its time zone, as 2026-05-04T17:00:00+00:00, not {until!r}")
    return Notice(plain, at.astimezone(UTC).isoformat(timespec="seconds") if at else "")


def _plain(text: str) -> str:
    """A text on one line, without characters that nobody sees."""
    seen = "".join(" " if each.isspace() else each for each in text)
    kept = "".join(each for each in seen if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return " ".join(kept.split())


def keep(folder: Path, new: Notice) -> None:
    """Have it survive the booth. Raises OSError."""
    atomic.write(folder / FILE, json.dumps(new._asdict(), ensure_ascii=False).encode())


def kept(folder: Path) -> Notice:
    """What was kept, if that is there and sound."""
    with suppress(OSError, ValueError, AttributeError):
        return notice(json.loads((folder / FILE).read_bytes()))
    return Notice({})


def now() -> datetime:
    """The time by the machine's clock."""
    return datetime.now(UTC)
