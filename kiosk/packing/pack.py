"""Packs a deck's folder into one file. The same deck and time give the same bytes."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

import kiosk
from kiosk import atomic
from kiosk.deck.model import Deck
from kiosk.deck.problems import quoted
from kiosk.packing import limits, signing
from kiosk.packing.archive import DECK, MANIFEST, SIGNATURE
from kiosk.packing.fault import PackError
from kiosk.packing.manifest import Manifest, Packed, check_all, check_size
from kiosk.packing.named import left_out, needed
from kiosk.packing.names import clash, objection

_CHUNK: Final = 1 << 20
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in the archive: when they were written is nobody's concern."""
_PLAIN_FILE: Final = 0o100644 << 16
_UNIX: Final = 3


def pack(
    folder: Path, deck: Deck, file: Path, key: Path | None = None, progress: limits.Progress = limits.nobody
) -> tuple[Manifest, list[str]]:
    """Write the deck of a folder to a file, signed with a key if one is given: its manifest, and what was left out.

    Raises PackError, and OSError; then there is no file, or the one that was there before.
    """
    names = needed(folder, deck)
    _check(names)
    files = tuple(_packed(folder, name) for name in names)
    manifest = Manifest(dict(deck.title.texts), deck.languages, made(), f"Kiosk {kiosk.__version__}", files)
    check_all(len(files), manifest.size)
    raw = manifest.as_bytes()
    signature = signing.sign(key, raw) if key else b""
    with atomic.replacing(file) as out, zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_entry(MANIFEST), raw)
        if signature:
            archive.writestr(_entry(SIGNATURE), signature)
        done = 0
        for each in files:
            _add(archive, folder, each)
            done += each.size
            progress(done // limits.MB, manifest.size // limits.MB)
    return manifest, left_out(folder, names)


def made() -> str:
    """When, in UTC; `SOURCE_DATE_EPOCH` says it for those who pack the same again. Raises PackError."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise PackError(
            f"SOURCE_DATE_EPOCH is {quoted(fixed)}, which is no time: seconds since 1970 are wanted"
        ) from None
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"


def _check(names: list[str]) -> None:
    for name in names:
        if why := objection(name):
            raise PackError(f"the file {quoted(name)} {why}: give it another name")
    if twice := clash(names):
        raise PackError(f"{twice}: give one of them another name")


def _packed(folder: Path, name: str) -> Packed:
    sha256, size = hashlib.sha256(), 0
    with (folder / name).open("rb") as file:
        for data in _pieces(file):
            size += len(data)
            check_size(name, size)
            sha256.update(data)
    return Packed(name, size, sha256.hexdigest())


def _add(archive: zipfile.ZipFile, folder: Path, packed: Packed) -> None:
    """Nothing is compressed: pictures and films are already, texts are small, and another zlib writes other bytes."""
    entry = _entry(DECK + packed.path)
    entry.file_size = packed.size
    sha256 = hashlib.sha256()
    with (folder / packed.path).open("rb") as file, archive.open(entry, "w") as out:
        for data in _pieces(file):
            sha256.update(data)
            out.write(data)
    if sha256.hexdigest() != packed.sha256:
        raise PackError(f"the file {quoted(packed.path)} was changed meanwhile: pack the deck again")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
    return entry


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while data := file.read(_CHUNK):
        yield data
