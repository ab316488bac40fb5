"""`kiosk import` of a PowerPoint presentation."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Final

from kiosk.cli.booth import EXIT_FAILED, EXIT_USAGE, refuse
from kiosk.deck.problems import quoted
from kiosk.sparing import tell

ENDINGS: Final = frozenset({".pptx", ".pptm", ".ppsx", ".potx", ".ppt", ".pps", ".odp"})
"""Of files that are presentations, whether or not they can be taken."""


def bring_talk(file: Path, to: Path | None, language: str) -> int:
    """Make a deck's folder of a presentation; the exit code. What could not be taken is printed."""
    if not file.is_file():
        return refuse(f"There is no file {file}: name a presentation.")
    if to is None:
        return refuse("Say --to DIR: a presentation becomes a new folder.")
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        return refuse(f"There is something at {to} already: name a new folder.")
    if language and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
        return refuse(f"{quoted(language)} is not the code of a language: write for example en or zh.")
    return _bring(file, to, language)


def _bring(file: Path, to: Path, language: str) -> int:
    from kiosk.importing.deckfiles import NOTES, Folder
    from kiosk.importing.fault import NotTalkError, TalkError
    from kiosk.importing.opening import opened
    from kiosk.importing.slides import talk_of
    from kiosk.importing.talk import told

    try:
        folder = Folder(talk_of(opened(file), file.stem, language))
        files = folder.made()
        _write(files, to)
    except TalkError as error:
        tell(f"kiosk: {file}: {error}")
        return EXIT_USAGE if isinstance(error, NotTalkError) else EXIT_FAILED
    except OSError as error:
        tell(f"kiosk: {error.filename or file}: {error.strerror}")
        return EXIT_FAILED
    for line in told(folder.left):
        sys.stdout.write(f"not taken: {line}\n")
    sys.stdout.write(f"{to} is a deck now: {len(files)} files. What was not taken stands in {to / NOTES}, too.\n")
    return 0


def _write(files: dict[str, bytes], to: Path) -> None:
    """Write all files, or none. Raises OSError."""
    was_there = to.is_dir()
    try:
        for name, data in files.items():
            path = to / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except BaseException:
        for child in to.iterdir() if to.is_dir() else ():
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        if to.is_dir() and not was_there:
            to.rmdir()
        raise
