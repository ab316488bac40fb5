"""Opens a packed deck and takes out what is in it: nothing is believed before it was looked at.

The file is a ZIP archive of one shape: `manifest.json`, `manifest.sig` where it is signed, and the deck's files below
`deck/` in the manifest's order, without a gap, a second directory or anything after it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.deck.problems import quoted
from kiosk.packing import limits, manifest
from kiosk.packing.fault import CutOffError, DamagedError, ForeignError, NoRoomError, NotPackedError
from kiosk.packing.names import clash, objection

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
DECK: Final = "deck/"

_MOST_ENTRIES: Final = limits.MOST_FILES + 2
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LONGEST_RECORD: Final = 2_000
"""Bytes that the directory may take for one file."""
_UTF8: Final = 0x800
_CHUNK: Final = 1 << 18
_SIGNATURE_BYTES: Final = 64
_ODD: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, LookupError, struct.error, EOFError)
"""What `zipfile` raises for a directory that is not as it should be."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Where something lies in the file."""

    name: str
    at: int
    packed: int
    is_deflated: bool


class Archive:
    """A packed deck that was opened, and whose manifest is sound. Nothing of its files is known to be whole yet."""

    def __init__(self, file: BinaryIO) -> None:
        """Look at the whole file's shape. Raises PackError, and OSError."""
        self._file = file
        parts = _parts(file)
        if not parts or parts[0].name != MANIFEST:
            raise NotPackedError
        self.raw = self._small(parts[0], limits.LARGEST_MANIFEST)
        """The manifest's bytes, which a signature is for."""
        self.manifest = manifest.read(self.raw)
        self.digest = hashlib.sha256(self.raw).hexdigest()
        """Stands for everything in the file."""
        is_signed = len(parts) > 1 and parts[1].name == SIGNATURE
        self.signature = self._small(parts[1], _SIGNATURE_BYTES) if is_signed else b""
        """b"" where nobody has signed it."""
        self._parts = parts[2:] if is_signed else parts[1:]
        listed = [DECK + each.path for each in self.manifest.files]
        if [part.name for part in self._parts] != listed:
            there = {part.name for part in self._parts}
            missing = next((name for name in listed if name not in there), "")
            if missing:
                raise DamagedError(f"the file {quoted(missing.removeprefix(DECK))} is missing")
            raise ForeignError("there is something in it that its manifest does not list")

    def unpack(self, folder: Path, progress: limits.Progress = limits.nobody) -> None:
        """Write the deck's files into an empty folder, and have them on the disk. Raises PackError, and OSError."""
        need = self.manifest.size + limits.SPARE
        free = shutil.disk_usage(folder).free
        if free < need:
            raise NoRoomError(
                f"there is too little room on the disk: {need // limits.MB:,} MB are needed and {free // limits.MB:,} "
                "MB are free, so remove what is not needed any more"
            )
        done = 0
        for packed, part in zip(self.manifest.files, self._parts, strict=True):
            path = folder / packed.path
            path.parent.mkdir(parents=True, exist_ok=True)
            sha256, size = hashlib.sha256(), 0
            with path.open("xb") as file:
                for data in self._content(part):
                    size += len(data)
                    if size > packed.size:
                        raise DamagedError(f"the file {quoted(packed.path)} is not what was packed")
                    sha256.update(data)
                    file.write(data)
                    progress((done + size) // limits.MB, self.manifest.size // limits.MB)
                file.flush()
                os.fsync(file.fileno())
            done += size
            if size != packed.size or sha256.hexdigest() != packed.sha256:
                raise DamagedError(f"the file {quoted(packed.path)} is not what was packed")

    def _small(self, part: _Part, most: int) -> bytes:
        found = b""
        for data in self._content(part):
            found += data
            if len(found) > most:
                raise ForeignError(f"its {part.name} is too large")
        return found

    def _content(self, part: _Part) -> Iterator[bytes]:
        """What was packed, piece by piece; the ratio is that of what went in to what has come out so far."""
        self._file.seek(part.at)
        left, given = part.packed, 0
        stream = zlib.decompressobj(-zlib.MAX_WBITS) if part.is_deflated else None
        while left:
            raw = self._file.read(min(_CHUNK, left))
            if not raw:
                raise DamagedError
            left -= len(raw)
            if stream is None:
                yield raw
                continue
            while raw and not stream.eof:
                try:
                    data = stream.decompress(raw, _CHUNK)
                except zlib.error:
                    raise DamagedError from None
                raw = stream.unconsumed_tail
                given += len(data)
                if given > limits.ANY_RATIO and given > limits.MOST_RATIO * (part.packed - left - len(raw)):
                    raise ForeignError(
                        f"the file {quoted(part.name.removeprefix(DECK))} unpacks to more than {limits.MOST_RATIO} "
                        "times its size"
                    )
                yield data
        if stream is not None:
            yield stream.flush()
            if not stream.eof or stream.unused_data:
                raise DamagedError


def _parts(file: BinaryIO) -> list[_Part]:
    """What is in the file, in its order, each behind the other. Raises PackError."""
    directory = _directory_at(file)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except _ODD:
        raise DamagedError from None
    for entry in entries:
        _check(entry)
    if twice := clash(entry.orig_filename for entry in entries):
        raise ForeignError(f"{twice}")
    parts, at = [], 0
    for entry in entries:
        start = _start(file, entry, at)
        parts.append(_Part(entry.filename, start, entry.compress_size, entry.compress_type == zipfile.ZIP_DEFLATED))
        at = start + entry.compress_size
    if at != directory:
        raise DamagedError
    return parts


def _directory_at(file: BinaryIO) -> int:
    """Where the list of the files begins, which ends where the file does. Raises PackError."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if file.read(4) != b"PK\3\4":
        raise NotPackedError
    file.seek(max(0, size - _END.size))
    tail = file.read(_END.size)
    if len(tail) < _END.size or tail[:4] != b"PK\5\6":
        raise CutOffError
    _, disk, first, here, count, length, at, comment = _END.unpack(tail)
    if comment or disk or first or here != count or at + length + _END.size != size:
        raise DamagedError
    if count > _MOST_ENTRIES:
        raise ForeignError(f"there are more than {limits.MOST_FILES:,} files in it")
    if length > count * _LONGEST_RECORD:
        raise DamagedError
    file.seek(max(0, size - _END.size - 20))
    if file.read(4) == b"PK\6\7":  # a second directory, which `zipfile` would take for the right one
        raise DamagedError
    return int(at)


def _check(entry: zipfile.ZipInfo) -> None:
    """Raise PackError where an entry is anything but a plain file with a sound name."""
    name = quoted(entry.orig_filename)
    if why := objection(entry.orig_filename):
        raise ForeignError(f"the file {name} {why}")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise ForeignError(f"the file {name} is a link")
    if kind not in {0, stat.S_IFREG} or entry.is_dir():
        raise ForeignError(f"the file {name} is no plain file")
    if entry.flag_bits & ~_UTF8 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ForeignError(f"the file {name} is packed in another way")


def _start(file: BinaryIO, entry: zipfile.ZipInfo, at: int) -> int:
    """Where an entry's bytes begin. Raises PackError where its own head is not at `at`, or names another file."""
    file.seek(at)
    head = file.read(_LOCAL.size)
    if entry.header_offset != at or len(head) < _LOCAL.size:
        raise DamagedError
    magic, _, flags, how, *_, name_size, more_size = _LOCAL.unpack(head)
    name = file.read(name_size)
    encoding = "utf-8" if flags & _UTF8 else "cp437"
    same = (magic, flags, how) == (b"PK\3\4", entry.flag_bits, entry.compress_type)
    if not same or name != entry.orig_filename.encode(encoding, "replace"):
        raise DamagedError
    return at + _LOCAL.size + int(name_size) + int(more_size)
