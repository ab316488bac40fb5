"""Packed decks as nobody who means well makes them, for tests."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable

from kiosk.packing.manifest import FORMAT

PLAIN = 0o100644
LINK = 0o120777
DEVICE = 0o020666
Files = dict[str, bytes]


def manifest_of(files: Files, /, **changes: object) -> dict[str, object]:
    """The manifest of some files."""
    listed = [
        {"path": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    ]
    known = {"title": {"en": "Tiny"}, "languages": ["en", "zh"], "made": "2026-01-01T00:00:00Z", "by": "Kiosk"}
    return {"format": FORMAT, **known, "files": listed} | changes


def entry(name: str, mode: int = PLAIN, deflated: bool = False) -> zipfile.ZipInfo:  # noqa: FBT001, FBT002
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system, info.external_attr = 3, mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    return info


def archive(parts: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """A ZIP archive with these parts in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for info, content in parts:
            out.writestr(info, content)
    return file.getvalue()


def packed(
    files: Files, manifest: dict[str, object] | None = None, mode: Callable[[str], int] = lambda _: PLAIN, **how: bool
) -> bytes:
    """A packed deck with these files, and with a manifest that is theirs if no other is given."""
    raw = json.dumps(manifest_of(files) if manifest is None else manifest).encode()
    parts = [(entry("manifest.json"), raw)]
    parts += [(entry(f"deck/{name}", mode(name), **how), content) for name, content in sorted(files.items())]
    return archive(parts)
