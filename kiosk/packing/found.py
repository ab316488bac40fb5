"""The packed decks that lie on drives, by what their manifests say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from kiosk.packing import signing
from kiosk.packing.archive import Archive
from kiosk.packing.fault import PackError
from kiosk.packing.manifest import Manifest

ENDING: Final = ".kiosk"
_MOST: Final = 24
"""So many are looked at; more than a screen holds."""


class Signed(Enum):
    """By whom a packed deck is signed."""

    BY_OURS = "by_ours"
    """By one of this machine's keys."""
    BY_OTHERS = "by_others"
    BY_SOMEBODY = "by_somebody"
    """Where the machine has no keys to compare with."""
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Found:
    """A packed deck, or what has its name."""

    file: Path
    manifest: Manifest | None = None
    signed: Signed = Signed.NOT
    wrong: PackError | OSError | None = None
    """Why there is no manifest."""


def packed_on(drives: Iterable[Path], keys: tuple[str, ...]) -> list[Found]:
    """Those at the top of each drive and in its folders, the one that was packed last at first, broken ones last."""
    files = [file for drive in drives for folder in (drive, *_inside(drive)) for file in _packed_in(folder)]
    found = sorted((_looked_at(file, keys) for file in files[:_MOST]), key=lambda each: each.file.name)
    return sorted(found, key=lambda each: each.manifest.made if each.manifest else "", reverse=True)


def _inside(drive: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(each for each in drive.iterdir() if each.is_dir() and not each.name.startswith("."))


def _packed_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for each in sorted(folder.iterdir()):
            if each.suffix.lower() == ENDING and not each.name.startswith(".") and each.is_file():
                yield each


def _looked_at(file: Path, keys: tuple[str, ...]) -> Found:
    try:
        with file.open("rb") as packed:
            archive = Archive(packed)
    except (PackError, OSError) as error:
        return Found(file, wrong=error)
    if not archive.signature:
        signed = Signed.NOT
    elif not keys:
        signed = Signed.BY_SOMEBODY
    else:
        ours = signing.is_signed(archive.raw, archive.signature, keys)
        signed = Signed.BY_OURS if ours else Signed.BY_OTHERS
    return Found(file, archive.manifest, signed)
