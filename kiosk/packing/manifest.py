"""The manifest of a packed deck: what it is, who packed it when, and every file with its size and SHA-256."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any, Final

from kiosk.deck.problems import quoted
from kiosk.packing import limits
from kiosk.packing.fault import DamagedError, ForeignError, NewerError, PackError
from kiosk.packing.names import clash, objection
from kiosk.sentences import sentence

FORMAT: Final = 1
_SHA256: Final = re.compile("[0-9a-f]{64}")
_TIME: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z")
_VERSION: Final = re.compile(r"[A-Za-z0-9 .+-]{1,60}")
_LANGUAGE: Final = re.compile(r"[A-Za-z0-9-]{1,35}")
"""What is shown on a terminal is to do nothing else there."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file."""

    path: str
    """Below the deck's folder, with forward slashes."""
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a packed deck says of itself."""

    title: dict[str, str]
    """By language; "" stands for every language."""
    languages: tuple[str, ...]
    made: str
    """When, in UTC: 2026-11-28T09:30:00Z."""
    by: str
    """The version of Kiosk."""
    files: tuple[Packed, ...]
    """Sorted by their paths."""

    def as_bytes(self) -> bytes:
        """The manifest as it stands in the file; the same for the same deck and time."""
        text = json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, sort_keys=True, indent=1)
        return f"{text}\n".encode()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def read(data: bytes) -> Manifest:
    """The manifest in a file, sound and within the limits. Raises PackError."""
    try:
        raw = json.loads(data)
        version = raw["format"]
        if isinstance(version, int) and version > FORMAT:
            raise NewerError
        if version != FORMAT:
            raise DamagedError
        manifest = _manifest(raw)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise DamagedError from None
    _check(manifest)
    return manifest


def _manifest(raw: dict[str, Any]) -> Manifest:
    """Raises ValueError, TypeError, LookupError or AttributeError where something is of another type."""
    files = tuple(Packed(_text(each["path"]), _size(each["size"]), _text(each["sha256"])) for each in raw["files"])
    title = {_text(language): _text(text) for language, text in raw["title"].items()}
    languages = tuple(_text(each, _LANGUAGE) for each in raw["languages"])
    return Manifest(title, languages, _text(raw["made"], _TIME), _text(raw["by"], _VERSION), files)


def _text(value: object, form: re.Pattern[str] | None = None) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # half a character is none
    if form and not form.fullmatch(value):
        raise ValueError(value)
    return value


def _size(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _check(manifest: Manifest) -> None:
    """Raise PackError where a file is not as files are to be, or all are too many or too large."""
    paths = [file.path for file in manifest.files]
    for file in manifest.files:
        if why := objection(file.path):
            raise ForeignError(f"the file {quoted(file.path)} {why}")
        if not _SHA256.fullmatch(file.sha256):
            raise DamagedError
        check_size(file.path, file.size)
    if twice := clash(paths):
        raise ForeignError(f"{twice}")
    if paths != sorted(paths):
        raise DamagedError
    check_all(len(paths), manifest.size)


def check_size(path: str, size: int) -> None:
    """Raise PackError where a file is too large."""
    if size > limits.LARGEST_FILE:
        most = limits.LARGEST_FILE // 1024 // 1024
        raise PackError(
            sentence("the file {path} is larger than {most} MB: make it smaller", path=quoted(path), most=most)
        )


def check_all(count: int, size: int) -> None:
    """Raise PackError where a deck has too many files, or is too large."""
    if count > limits.MOST_FILES:
        raise PackError(
            sentence("there are more than {most_files:,} files: split the deck", most_files=limits.MOST_FILES)
        )
    if size > limits.LARGEST_DECK:
        raise PackError(
            sentence(
                "all files together are larger than {largest_deck:,} MB: make films smaller",
                largest_deck=limits.LARGEST_DECK // limits.MB,
            )
        )
