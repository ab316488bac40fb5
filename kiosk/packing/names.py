"""Which names a packed deck's files may have: inside the deck's folder, and the same file on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

from kiosk.deck.problems import quoted

LONGEST: Final = 240
"""Characters of a name with its folders; Windows has 260 for a whole path."""
_LONGEST_PART: Final = 255
"""Bytes; what a file system of Linux takes."""
_UNFIT: Final = re.compile('[\x00-\x1f\x7f-\x9f<>:"|?*\\\\\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_DEVICES: Final = re.compile(r"(?i:con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?")
"""What Windows takes for a device, whatever its ending."""


def objection(name: str) -> str:
    """Why a file cannot have a name, as the end of a sentence; "" where it can."""
    parts = name.split("/")
    too_long = len(name) > LONGEST or any(len(part.encode(errors="replace")) > _LONGEST_PART for part in parts)
    wrong = (
        (name.startswith(("/", "\\")), "is an absolute path"),
        (re.match(r"[A-Za-z]:", name), "begins with a drive letter"),
        (".." in re.split(r"[/\\]", name), "leads out of the deck's folder"),
        ("" in parts or "." in parts, "is not the name of a file"),
        (_UNFIT.search(name), "has a character that not every system takes"),
        (too_long, "is too long"),
        (any(_DEVICES.fullmatch(part) for part in parts), "is the name of a device on Windows"),
        (any(part.endswith((".", " ")) for part in parts), "ends with a dot or a space, which Windows does not take"),
    )
    return next((why for is_so, why in wrong if is_so), "")


def clash(names: Iterable[str]) -> str:
    """Which two names are one file on some systems, as a sentence's beginning; "" where none are."""
    spelled: dict[str, str] = {}
    files: set[str] = set()
    for name in names:
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            path = "/".join(parts[:end])
            folded = normalize("NFC", normalize("NFC", path).casefold())
            other = spelled.get(folded)
            if other is not None and other != path:
                return f"{quoted(other)} and {quoted(path)} differ only by case"
            if folded in files or (other is not None and end == len(parts)):
                return f"{quoted(path)} is there twice"
            spelled[folded] = path
        files.add(folded)
    return ""
