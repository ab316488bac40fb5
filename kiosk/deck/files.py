"""The files of a deck's folder: found inside it and nowhere else, and checked to be what their names say."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

from kiosk.deck.pixels import check_pixels
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.sentences import listed, sentence, why

MIB: Final = 1024 * 1024
LARGEST_YAML: Final = MIB
LARGEST_PICTURE: Final = 40 * MIB
LARGEST_FILM: Final = 500 * MIB
MOST_FILES: Final = 2_000
"""How many names are looked at to find the one that was meant."""

PICTURES: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}
FILMS: Final = {".mp4": "MP4", ".webm": "WebM"}
_MAGIC: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG", sentence("a PNG picture")),
    (re.compile(rb"\xff\xd8\xff"), "JPEG", sentence("a JPEG picture")),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP", sentence("a WebP picture")),
    (re.compile(rb"GIF8"), "GIF", sentence("a GIF picture")),
    (re.compile(rb"....ftyp", re.DOTALL), "MP4", sentence("an MP4 film")),
    (re.compile(rb"\x1aE\xdf\xa3"), "WebM", sentence("a WebM film")),
    (re.compile(rb"PK\x03\x04"), "ZIP", sentence("an Excel workbook (XLSX) or another ZIP file")),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "OLE", sentence("an old Office document (XLS, DOC)")),
    (re.compile(rb"%PDF"), "PDF", sentence("a PDF document")),
    (re.compile(rb"\x7fELF|MZ\x90"), "program", sentence("a program")),
)
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def find(folder: Path, name: str) -> Path:
    """A file inside the deck's folder by its relative path. Raises DeckError where there is none."""
    if "\\" in name:
        raise DeckError(
            sentence("{name} has a backslash: write folders with `/`, as in `pictures/port.png`", name=quoted(name))
        )
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", name):
        raise DeckError(sentence("{name} is an address: name a file inside the deck's folder", name=quoted(name)))
    if not name.strip() or name.startswith(("/", "~")) or ".." in name.split("/"):
        raise DeckError(
            sentence(
                "{name} leads out of the deck's folder: copy the file into it and write its name", name=quoted(name)
            )
        )
    path = folder / name
    if not is_inside(folder, path):
        raise DeckError(
            sentence("{name} leads out of the deck's folder by a link: copy the file itself into it", name=quoted(name))
        )
    if not _is_file(path):
        raise DeckError(
            sentence(
                "there is no file {name} in the deck's folder: {instead}",
                name=quoted(name),
                instead=instead(name, _names(folder, name)),
            )
        )
    return path


def is_inside(folder: Path, path: Path) -> bool:
    """Whether a file, there or not, lies below a folder when all links are followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True  # a name that is too long, or a link to itself: no file, thus not one outside


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _names(folder: Path, like: str) -> list[str]:
    """The files of a folder that end like the one that is missing."""
    ending = Path(like).suffix.lower()
    found: list[str] = []
    for parent, _, names in os.walk(folder):
        within = Path(parent).relative_to(folder)
        found += [(within / name).as_posix() for name in names if name.lower().endswith(ending)]
        if len(found) > MOST_FILES:
            break
    return sorted(found)


def read_bytes(path: Path, largest: int) -> bytes:
    """A file's content. Raises DeckError where it is too large, no plain file, or cannot be read."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise DeckError(sentence("this is not a plain file"))
        if facts.st_size > largest:
            raise DeckError(
                sentence(
                    "the file is larger than {largest} MB: nothing that large can be shown", largest=largest // MIB
                )
            )
        with path.open("rb") as file:
            return file.read(largest)
    except FileNotFoundError:
        raise DeckError(sentence("the file is missing")) from None
    except OSError as error:
        raise DeckError(sentence("the file cannot be read ({why})", why=why(error))) from None


def read_text(path: Path, largest: int = LARGEST_YAML) -> str:
    """The text of a UTF-8 file, without a byte order mark. Raises DeckError where it is something else."""
    data = read_bytes(path, largest)
    if not data.strip():
        raise DeckError(sentence("the file is empty"))
    refuse_other_kinds(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DeckError(sentence("the file is saved as UTF-16: save it as UTF-8"))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        refuse_unshowable(data[: error.start].decode())
        message = sentence("this character is not UTF-8: save the file as UTF-8")
        raise DeckError(_fault_after(data[: error.start].decode(), message)) from None
    refuse_unshowable(text)
    return text


def refuse_other_kinds(data: bytes) -> None:
    """Raise DeckError where the content is that of a picture, a workbook or another kind that is not text."""
    for magic, _, name in _MAGIC:
        if magic.match(data):
            raise DeckError(sentence("the file is not text, but {name}", name=name))


def refuse_unshowable(text: str) -> None:
    """Raise DeckError, with its place, where a text has a character that no text file has."""
    found = _UNSHOWABLE.search(text)
    if found is not None:
        character = "NUL" if found.group() == "\0" else f"U+{ord(found.group()):04X}"
        message = sentence(
            "the file has the control character {character} here: remove it, or save the file as UTF-8 text",
            character=character,
        )
        raise DeckError(_fault_after(text[: found.start()], message))


def _fault_after(text: str, message: str) -> Fault:
    lines = re.split(r"\r\n|\n|\r", text)
    return Fault(message, line=len(lines), column=len(lines[-1]) + 1)


def check_picture(path: Path) -> None:
    """Raise DeckError where a file is not a picture that Kiosk shows, whole, and of a size that can be decoded."""
    kind = _check_kind(path, sentence("picture"), PICTURES, LARGEST_PICTURE)
    try:
        with path.open("rb") as file:
            check_pixels(file, kind, quoted(path.name))
    except OSError as error:
        raise DeckError(
            sentence("the picture {name} cannot be read ({why})", name=quoted(path.name), why=why(error))
        ) from None


def check_film(path: Path) -> None:
    """Raise DeckError where a file is not a film that Kiosk plays."""
    _check_kind(path, sentence("film"), FILMS, LARGEST_FILM)


def _check_kind(path: Path, what: str, kinds: dict[str, str], largest: int) -> str:
    """The kind of a file. Raises DeckError where it is none of some, by its name and how it begins, or too large."""
    wanted = kinds.get(path.suffix.lower())
    if wanted is None:
        raise DeckError(
            sentence(
                "{name} is not a {what} that Kiosk shows: use {kinds}",
                name=quoted(path.name),
                what=what,
                kinds=listed(", ", kinds),
            )
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise DeckError(
            sentence(
                "the {what} {name} cannot be read ({why})",
                what=what,
                name=quoted(path.name),
                why=why(error),
            )
        ) from None
    if size > largest:
        raise DeckError(
            sentence(
                "the {what} {name} is larger than {largest} MB: make it smaller",
                what=what,
                name=quoted(path.name),
                largest=largest // MIB,
            )
        )
    kind, name = next(
        ((kind, name) for magic, kind, name in _MAGIC if magic.match(start)), ("", sentence("something else"))
    )
    if kind != wanted:
        raise DeckError(
            sentence(
                "the {what} {name} is not {wanted}, but {kind}: save it as {wanted} again",
                what=what,
                name=quoted(path.name),
                wanted=wanted,
                kind=name,
            )
        )
    return wanted
