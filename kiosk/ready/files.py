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
from kiosk.sentences import listed, sentence
from kiosk.stage.films import can_play

_KEPT: Final = "ready.json"
"""In the state folder: each deck's checksum at its last check."""
_SHOWN: Final = 12
"""Letters of a checksum that are shown: enough to compare two."""


def sound(loaded: Loaded, folder: Path) -> Part:
    """Whether everything in the files is in order."""
    if loaded.deck is None or loaded.errors:
        first = loaded.errors[0].told if loaded.errors else sentence("there is nothing to show")
        do = sentence("Put it right: `kiosk check {folder}` names everything.", folder=folder)
        return Part("deck", sentence("Deck"), "bad", and_more(first, len(loaded.errors) - 1), do)
    if loaded.problems:
        said = sentence("sound, with {warnings}", warnings=_warnings(len(loaded.problems)))
        return Part("deck", sentence("Deck"), "note", said, sentence("See `kiosk check {folder}`.", folder=folder))
    slides = sum(len(platform.slides) for platform in loaded.deck.platforms)
    return Part("deck", sentence("Deck"), "good", sentence("sound, {slides}", slides=_slides(slides)))


def media(deck: Deck, folder: Path) -> Part:
    """Whether every picture of the deck can be decoded, and its films played."""
    pictures, films = set[str](), set[str]()
    for file in _files(deck):
        (films if isinstance(file, FilmFile) else pictures).add(file)
    broken = sorted(name for name in pictures if QImageReader(str(folder / name)).read().isNull())
    if broken:
        do = sentence("Save the picture again, or take it out of the deck.")
        return Part(
            "media",
            sentence("Pictures and films"),
            "bad",
            sentence("cannot be decoded: {broken}", broken=listed(", ", broken)),
            do,
        )
    if films and not can_play():
        do = sentence("Install Kiosk's extra `video`; until then visitors see the still pictures.")
        return Part(
            "media",
            sentence("Pictures and films"),
            "note",
            sentence("{films} cannot be played here", films=_films(len(films))),
            do,
        )
    said = sentence("{pictures} decoded", pictures=_pictures(len(pictures)))
    if films:
        said = sentence("{said}, {more}", said=said, more=_films(len(films)))
    return Part("media", sentence("Pictures and films"), "good", said)


def clock(deck: Deck, today: date) -> Part:
    """Whether the machine's date is possible: not before what the deck cites."""
    newest = newest_source(deck)
    if newest and today < newest:
        said = sentence("this machine says {today}, and the deck has a source of {newest}", today=today, newest=newest)
        return Part("clock", sentence("Clock"), "bad", said, sentence("Set the machine's date and time."))
    return Part("clock", sentence("Clock"), "good", str(today))


def age(deck: Deck, folder: Path, today: date) -> Part:
    """How many figures are older than the deck wants them."""
    if deck.stale_after is None:
        return Part("age", sentence("Figures"), "good", sentence("the deck sets no age (`stale_after` in deck.yaml)"))
    old = stale(deck, today)
    if not old:
        return Part(
            "age",
            sentence("Figures"),
            "good",
            sentence("none older than {stale_after} months", stale_after=deck.stale_after),
        )
    oldest = min(old, key=lambda figure: figure.until)
    said = sentence(
        "{count} older than {stale_after} months; the oldest is “{what}” ({until})",
        count=len(old),
        stale_after=deck.stale_after,
        what=oldest.what,
        until=oldest.until,
    )
    return Part(
        "age",
        sentence("Figures"),
        "note",
        said,
        sentence("`kiosk check {folder}` lists them, slide by slide.", folder=folder),
    )


def same(folder: Path, state: Path, now: datetime) -> Part:
    """Whether the deck's files are those of the last check; what they are now is kept for the next one."""
    kept: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        read = json.loads((state / _KEPT).read_text(encoding="utf-8"))
        kept = read if isinstance(read, dict) else {}
    key, sum_ = str(folder.absolute()), checksum(folder)
    before = kept.get(key)
    if isinstance(before, dict) and before.get("checksum") == sum_:
        part = Part(
            "same",
            sentence("Files"),
            "good",
            sentence("as at the last check ({at}), {sum}", at=before.get("at", ""), sum=sum_[:_SHOWN]),
        )
    elif isinstance(before, dict):
        said = sentence("changed since the last check ({at}), {sum}", at=before.get("at", ""), sum=sum_[:_SHOWN])
        part = Part("same", sentence("Files"), "note", said, sentence("Nothing, if you changed the deck since then."))
    else:
        part = Part("same", sentence("Files"), "good", sentence("checked for the first time, {sum}", sum=sum_[:_SHOWN]))
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


def and_more(first: str, others: int) -> str:
    """The first of several things, and how many others there are."""
    return sentence("{first} and {others} more", first=first, others=others) if others > 0 else first


def _warnings(count: int) -> str:
    return sentence("1 warning") if count == 1 else sentence("{count} warnings", count=count)


def _slides(count: int) -> str:
    return sentence("1 slide") if count == 1 else sentence("{count} slides", count=count)


def _films(count: int) -> str:
    return sentence("1 film") if count == 1 else sentence("{count} films", count=count)


def _pictures(count: int) -> str:
    return sentence("1 picture") if count == 1 else sentence("{count} pictures", count=count)
