"""What changes when any of a deck's files does, the same on every machine."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import partial
from pathlib import Path

from kiosk.deck.digests import SIZE, name_of


def checksum(folder: Path) -> str:
    """A name made of a deck's files: what they are called and what is in them, not where they are or from when."""
    said = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            with suppress(OSError), path.open("rb") as file:
                content = hashlib.file_digest(file, partial(hashlib.blake2b, digest_size=SIZE)).digest()
                said.append(f"{path.relative_to(folder).as_posix()}\0".encode() + content)
    return name_of(b"\n".join(said))
