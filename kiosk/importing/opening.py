"""Opens a presentation that nobody has vouched for: its size and its parts are looked at before anything reads them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any, Final

from kiosk.importing.fault import NotTalkError, TalkError

_MB: Final = 1024 * 1024
_LARGEST_FILE: Final = 500 * _MB
_LARGEST_WHOLE: Final = 2_000 * _MB
_LARGEST_XML: Final = 64 * _MB
_LARGEST_PART: Final = 500 * _MB
_MOST_PARTS: Final = 20_000
_MOST_RATIO: Final = 200
"""What unpacks to more than so many times its size is a bomb …"""
_ANY_RATIO: Final = 4 * _MB
"""… unless it has no more bytes than this."""
_OLD: Final = b"\xd0\xcf\x11\xe0"
_ODD: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, LookupError, EOFError)
_DAMAGED: Final = "the file is damaged: open it in PowerPoint, save it anew, and try again"
_OTHER: Final = "this is no presentation: save it as a PowerPoint presentation (.pptx)"


def opened(path: Path) -> Any:
    """The presentation. Raises TalkError, and OSError."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLD):
        raise NotTalkError(
            "the file has a password, or is in the old .ppt form: open it in PowerPoint, take the password away, "
            "and save it as a PowerPoint presentation (.pptx)"
        )
    if not head.startswith(b"PK\3\4"):
        raise NotTalkError(_OTHER)
    if path.stat().st_size > _LARGEST_FILE:
        raise TalkError(f"the file is larger than {_LARGEST_FILE // _MB} MB: compress its pictures in PowerPoint")
    try:
        _look_through(path)
    except (*_ODD, struct.error) as error:
        raise TalkError(_DAMAGED) from error
    from pptx import Presentation

    try:
        talk = Presentation(str(path))
        _ = len(talk.slides), talk.slide_width
    except OSError:
        raise
    except ValueError as error:
        raise NotTalkError(_OTHER) from error
    except Exception as error:  # whatever the library stumbles over in a broken file
        raise TalkError(_DAMAGED) from error
    return talk


def _look_through(path: Path) -> None:
    """Raise TalkError where a file holds what no presentation holds."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        names = [part.filename for part in parts]
        if len(parts) > _MOST_PARTS or len(set(names)) < len(names) or sum(p.file_size for p in parts) > _LARGEST_WHOLE:
            raise TalkError("the file holds more than any presentation: do not use it")
        if "[Content_Types].xml" not in names:
            raise NotTalkError(_OTHER)
        for part in parts:
            _check_part(archive, part)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    name = part.filename
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name:
        raise TalkError(f"the file has a part {name[:60]!r} that leads out of it: do not use it")
    if part.flag_bits & 1:
        raise NotTalkError("the file has a password: take it away, and save the presentation anew")
    is_xml = name.lower().endswith((".xml", ".rels", ".vml"))
    if part.file_size > (_LARGEST_XML if is_xml else _LARGEST_PART):
        raise TalkError(f"its part {name[:60]!r} is too large: do not use the file")
    if part.file_size > _ANY_RATIO and part.file_size > _MOST_RATIO * max(1, part.compress_size):
        raise TalkError(
            f"its part {name[:60]!r} unpacks to more than {_MOST_RATIO} times its size: do not use the file"
        )
    if is_xml and b"<!DOCTYPE" in archive.read(part).replace(b"\0", b"").upper():
        raise TalkError(f"its part {name[:60]!r} declares entities, as no presentation does: do not use the file")
