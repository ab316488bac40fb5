"""The keyboard's state: which keys there are now, and what a key that is struck does to the line that is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from kiosk.deck.interface import interface
from kiosk.keyboard.layouts import WIDE, Does, Key, Kind, Look, keys
from kiosk.keyboard.pinyin import Pinyin
from kiosk.keyboard.syllables import SEPARATOR

_TWICE_MS: Final = 400
"""Two taps within this time are one double tap."""
_PAGING: Final = 2
"""Keys beside the candidates, which lead to others."""
_ROOM: Final = 0.6
"""What a candidate's key has beside its characters, in keys."""
_BEGINS_NAME: Final = " -'·"
"""After these, another part of a name begins."""


class Edit(NamedTuple):
    """What is to be done to the line: first the text written, then the rest."""

    write: str = ""
    erase: bool = False
    move: int = 0
    then: str = ""
    """`next` or `done`, where somebody is through with the line."""


class Board:
    """A keyboard for one line; its `kind`, `language` and what is `before` the cursor are told it.

    `glyph` is how wide a Chinese character of a candidate is, in keys.
    """

    def __init__(self) -> None:
        self.pinyin = Pinyin()
        self.glyph = 0.4
        self.last = False
        """Whether no line comes after this one."""
        self._kind = Kind.TEXT
        self._language = "en"
        self._chinese = False
        self._capitals = self._locked = self._signs = False
        self._shifted_at = -_TWICE_MS
        self._pages = [0]
        """The first candidates of the pages up to the one that is shown."""

    def open(self, kind: Kind, language: str) -> None:
        """Another line is written: with the letters of the language that is spoken, unless its kind needs none."""
        self._kind, self._language = kind, language
        self._chinese = language.startswith("zh")
        self.begin()

    def begin(self) -> None:
        """Nothing of what was typed before is left."""
        self.pinyin.clear()
        self._pages = [0]
        self._capitals = self._locked = self._signs = False

    def close(self) -> None:
        """Whoever wrote has gone, or is through."""
        self.begin()
        self.pinyin.forget()

    @property
    def chinese(self) -> bool:
        """Whether letters are Pinyin."""
        return self._chinese and self._kind in {Kind.TEXT, Kind.NAME}

    @property
    def composing(self) -> bool:
        """Whether there are words to choose from."""
        return self.pinyin.writes

    def shown(self) -> list[Key]:
        """The keys that there are now."""
        words = interface(self._language)
        look = Look(self._kind, self.chinese, self._signs, self._capitals, self._locked, self.last, self.composing)
        return [*self._candidates(), *keys(look, words)]

    def _candidates(self) -> list[Key]:
        if not self.composing:
            return []
        found: list[Key] = []
        x = 0.0
        first = self._pages[-1]
        for place, candidate in enumerate(self.pinyin.candidates[first:], start=first):
            width = max(1.0, len(candidate.text) * self.glyph + _ROOM)
            if found and x + width > WIDE - _PAGING:
                break
            width = min(width, WIDE - _PAGING)
            found.append(Key(Does.CHOOSE, candidate.text, x, 0, width, place=place, on=place == first))
            x += found[-1].width
        words = interface(self._language)
        more = first + len(found) < len(self.pinyin.candidates)
        if first:
            found.append(Key(Does.EARLIER, "", WIDE - 2, 0, 1, spoken=words.key_earlier))
        if more:
            found.append(Key(Does.LATER, "", WIDE - 1, 0, 1, spoken=words.key_later))
        return found

    def suit(self, before: str) -> None:
        """A name's parts begin with capitals, and so does a text: `before` is what stands before the cursor."""
        self.pinyin.names = self._kind is Kind.NAME and not before.strip()
        if self._locked or self.chinese or self._kind not in {Kind.TEXT, Kind.NAME}:
            return
        part = self._kind is Kind.NAME and before[-1:] and before[-1] in _BEGINS_NAME
        self._capitals = not before or bool(part) or before[-2:] in {". ", "? ", "! "}

    def strike(self, key: Key, now: int, text: str = "") -> Edit:
        """A key does what it does; `text` is what it writes besides its own, `now` in milliseconds."""
        if key.does is not Does.SHIFT:
            self._shifted_at = now - _TWICE_MS
        edit: Callable[[], Edit] = {
            Does.WRITE: lambda: self.letter(text or key.label),
            Does.SPACE: self._space,
            Does.CHOOSE: lambda: self._choose(key.place),
            Does.ERASE: self._erase,
            Does.LEFT: lambda: self._move(-1),
            Does.RIGHT: lambda: self._move(1),
            Does.EARLIER: lambda: self._page(-1),
            Does.LATER: lambda: self._page(1),
            Does.SHIFT: lambda: self._shift(now),
            Does.SIGNS: self._turn,
            Does.LANGUAGE: self._speak,
            Does.NEXT: lambda: self.raw() if self.composing else Edit(then="next"),
            Does.DONE: lambda: self.raw()._replace(then="done"),
        }[key.does]
        return edit()

    def letter(self, text: str) -> Edit:
        """Something is written: letters of Pinyin are looked up, a sign ends what was being written."""
        small = text.isascii() and text.islower()
        if self.chinese and len(text) == 1 and (small or (text == SEPARATOR and self.composing)):
            self.pinyin.type(text)
            self._pages = [0]
            return Edit()
        before = self._settled()
        if self._capitals and not self._locked:
            self._capitals = False
        return Edit(before + text)

    def raw(self) -> Edit:
        """The letters as they are, of what is being written."""
        self._pages = [0]
        return Edit(self.pinyin.raw() if self.composing else "")

    def choose_shown(self, number: int) -> Edit:
        """Choose a candidate by its number on the page, from 1."""
        shown = [key.place for key in self._candidates() if key.does is Does.CHOOSE]
        return self._choose(shown[number - 1]) if 0 < number <= len(shown) else Edit()

    def _space(self) -> Edit:
        return self._choose(self._pages[-1]) if self.composing else Edit(" ")

    def _choose(self, place: int) -> Edit:
        text = self.pinyin.choose(place)
        self._pages = [0]
        return Edit(text)

    def _settled(self) -> str:
        """The likeliest words for what is being written."""
        text = ""
        while self.composing:
            text = self.pinyin.choose(0)
        self._pages = [0]
        return text

    def _erase(self) -> Edit:
        if not self.composing:
            return Edit(erase=True)
        self.pinyin.erase()
        self._pages = [0]
        return Edit()

    def _move(self, by: int) -> Edit:
        return self._page(by) if self.composing else Edit(move=by)

    def _page(self, by: int) -> Edit:
        if by < 0:
            self._pages = self._pages[:-1] or [0]
        elif any(key.does is Does.LATER for key in self._candidates()):
            shown = sum(key.does is Does.CHOOSE for key in self._candidates())
            self._pages.append(self._pages[-1] + shown)
        return Edit()

    def _shift(self, now: int) -> Edit:
        """Once for one capital, twice for capitals until it is struck again."""
        twice = now - self._shifted_at < _TWICE_MS
        self._locked = twice and not self._locked
        self._capitals = self._locked or not self._capitals
        self._shifted_at = now - _TWICE_MS if self._locked else now
        return Edit()

    def _turn(self) -> Edit:
        self._signs = not self._signs
        return Edit()

    def _speak(self) -> Edit:
        before = self.raw()
        self._chinese = not self._chinese
        self._capitals = self._locked = False
        return before
