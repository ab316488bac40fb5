"""A file of the cache with code as Python compiled it, for this Python alone."""

from __future__ import annotations

import marshal
import zlib
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

_SUM_BYTES = 4


def read(file: Path, of: str) -> dict[Any, Any]:
    """What `write` put there under the same name; nothing where it did not, or the file is not a whole one."""
    try:
        whole = file.read_bytes()
    except OSError:
        return {}
    data = whole[len(MAGIC_NUMBER) + _SUM_BYTES :]
    return dict(marshal.loads(data)) if whole.startswith(_head(of, data)) else {}  # noqa: S302 - as Python reads its own


def write(file: Path, of: str, codes: dict[Any, Any]) -> None:
    """Put code there, `of` being a name that says whose and in which form. Raises OSError; then all is as it was."""
    from kiosk import atomic

    data = marshal.dumps(codes)
    atomic.write(file, _head(of, data) + data)


def _head(of: str, data: bytes) -> bytes:
    """What such a file begins with: another Python's, another owner's and a damaged one begin otherwise."""
    return MAGIC_NUMBER + zlib.crc32(data, zlib.crc32(of.encode(errors="surrogateescape"))).to_bytes(_SUM_BYTES, "big")
