"""What the opening check says of a deck's files: sound, decodable, of this day, the same as at the last check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImageReader

from kiosk import atomic
from kiosk.deck.checksum import checksum
from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck, parts
from kiosk.deck.staleness import newest_source, stale
from kiosk.deck.values import DeckFile, FilmFile
from kiosk.ready.part import Part
from kiosk.stage.films import can_play

_KEPT: Final = "ready.json"
"""In the state folder: each deck's checksum at its last check."""
_SHOWN: Final = 12
"""Letters of a checksum that are shown: enough to compare two."""


def sound(loaded: Loaded, folder: Path) -> Part:
    """Whether everything in the files is in order."""
    if loaded.deck is None or loaded.errors:
        first = loaded.errors[0] if loaded.errors else "there is nothing to show"
        more = f" and {len(loaded.errors) - 1} more" if len(loaded.errors) > 1 else ""
        return Part("deck", "Deck", "bad", f"{first}{more}", f"Put it right: `kiosk check {folder}` names everything.")
    if loaded.problems:
        said = f"sound, with {_counted(len(loaded.problems), 'warning')}"
        return Part("deck", "Deck", "note", said, f"See `kiosk check {folder}`.")
    slides = sum(len(platform.slides) for platform in loaded.deck.platforms)
    return Part("deck", "Deck", "good", f"sound, {_counted(slides, 'slide')}")


def media(deck: Deck, folder: Path) -> Part:
    """Whether every picture of the deck can be decoded, and its films played."""
    pictures, films = set[str](), set[str]()
    for file in _files(deck):
        (films if isinstance(file, FilmFile) else pictures).add(file)
    broken = sorted(name for name in pictures if QImageReader(str(folder / name)).read().isNull())
    if broken:
        do = "Save the picture again, or take it out of the deck."
        return Part("media", "Pictures and films", "bad", f"cannot be decoded: {', '.join(broken)}", do)
    if films and not can_play():
        do = "Install Kiosk's extra `video`; until then visitors see the still pictures."
        return Part("media", "Pictures and films", "note", f"{_counted(len(films), 'film')} cannot be played here", do)
    said = f"{_counted(len(pictures), 'picture')} decoded"
    return Part("media", "Pictures and films", "good", said + (f", {_counted(len(films), 'film')}" if films else ""))


def clock(deck: Deck, today: date) -> Part:
    """Whether the machine's date is possible: not before what the deck cites."""
    newest = newest_source(deck)
    if newest and today < newest:
        said = f"this machine says {today}, and the deck has a source of {newest}"
        return Part("clock", "Clock", "bad", said, "Set the machine's date and time.")
    return Part("clock", "Clock", "good", f"{today}")


def age(deck: Deck, folder: Path, today: date) -> Part:
    """How many figures are older than the deck wants them."""
    if deck.stale_after is None:
        return Part("age", "Figures", "good", "the deck sets no age (`stale_after` in deck.yaml)")
    old = stale(deck, today)
    if not old:
        return Part("age", "Figures", "good", f"none older than {deck.stale_after} months")
    oldest = min(old, key=lambda figure: figure.until)
    said = f"{len(old)} older than {deck.stale_after} months; the oldest is “{oldest.what}” ({oldest.until})"
    return Part("age", "Figures", "note", said, f"`kiosk check {folder}` lists them, slide by slide.")


def same(folder: Path, state: Path, now: datetime) -> Part:
    """Whether the deck's files are those of the last check; what they are now is kept for the next one."""
    kept: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        read = json.loads((state / _KEPT).read_text(encoding="utf-8"))
        kept = read if isinstance(read, dict) else {}
    key, sum_ = str(folder.absolute()), checksum(folder)
    before = kept.get(key)
    if isinstance(before, dict) and before.get("checksum") == sum_:
        part = Part("same", "Files", "good", f"as at the last check ({before.get('at', '')}), {sum_[:_SHOWN]}")
    elif isinstance(before, dict):
        said = f"changed since the last check ({before.get('at', '')}), {sum_[:_SHOWN]}"
        part = Part("same", "Files", "note", said, "Nothing, if you changed the deck since then.")
    else:
        part = Part("same", "Files", "good", f"checked for the first time, {sum_[:_SHOWN]}")
    kept[key] = {"checksum": sum_, "at": f"{now:%Y-%m-%d %H:%M}"}
    with suppress(OSError):  # the next check then compares with an older one
        state.mkdir(parents=True, exist_ok=True)
        atomic.write(state / _KEPT, json.dumps(kept, indent=1).encode())
    return part


def _files(entry: Any) -> Iterator[DeckFile | FilmFile]:
    """The pictures and films that an entry names, and its parts."""
    if isinstance(entry, DeckFile | FilmFile):
        yield entry
    elif isinstance(entry, tuple):
        for each in entry:
            yield from _files(each)
    elif is_dataclass(entry):
        own = parts(entry)
        for field in fields(entry):
            yield from _files(own.get(field.name))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
