"""A deck on its way from the process that reads it to the one that shows it: only what the latter does not have yet."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TypeAlias

from kiosk.deck.load import Loaded
from kiosk.deck.model import Platform
from kiosk.deck.typeset import all_tied, recall

Part: TypeAlias = tuple[Platform, dict[str, str]]
"""A platform, and what `all_tied` gives for it."""


class Sender:
    """The reader's end. A platform that is the same object as in the deck before is there already."""

    def __init__(self) -> None:
        self._sent: dict[int, tuple[int, Platform]] = {}
        """The number of each platform of the last deck by its identity, which is its own while it is kept here."""
        self._next = 0

    def pack(self, loaded: Loaded) -> bytes:
        """What makes this deck of the one that was packed before."""
        sent: dict[int, tuple[int, Platform]] = {}
        new: dict[int, Part] = {}
        for platform in loaded.deck.platforms if loaded.deck else ():
            number, _ = self._sent.get(id(platform), (self._next, platform))
            if number == self._next:
                new[number] = platform, all_tied(platform)
                self._next += 1
            sent[id(platform)] = number, platform
        self._sent = sent
        rest = _with(loaded, ())
        order = [number for number, _ in sent.values()]
        return pickle.dumps((rest, all_tied(rest.deck), order, new), pickle.HIGHEST_PROTOCOL)


class Receiver:
    """The other end, for all that one sender packs, in that order."""

    def __init__(self) -> None:
        self._has: dict[int, Part] = {}

    def unpack(self, parcel: bytes) -> Loaded:
        """The deck that was packed. Raises whatever may be wrong with bytes that are none."""
        rest, texts, order, new = pickle.loads(parcel)  # noqa: S301 - written by Kiosk
        self._has = {number: new[number] if number in new else self._has[number] for number in order}
        for _, tied in self._has.values():
            texts |= tied
        loaded = _with(rest, tuple(platform for platform, _ in self._has.values()))
        recall(loaded.deck, texts)
        return loaded


def _with(loaded: Loaded, platforms: tuple[Platform, ...]) -> Loaded:
    """The same with other platforms."""
    return replace(loaded, deck=loaded.deck and replace(loaded.deck, platforms=platforms))
