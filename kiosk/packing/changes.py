"""What a deck changes that takes the place of another: slide by slide, in an operator's words."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from typing import Any, Final, Literal

from kiosk.deck.geography import Geography
from kiosk.deck.model import Deck, Platform, Slide, parts
from kiosk.deck.problems import quoted
from kiosk.deck.records import record
from kiosk.deck.tables import INLINE, Table
from kiosk.deck.values import DeckFile, FilmFile, Unit, Words
from kiosk.sentences import Sentence, called, listed, numbered, sentence

Kind = Literal["new", "gone", "moved", "changed"]
_How = Literal["changed", "new", "gone"]
Part = Literal["deck", "source", "group", "indicator", "question", "platform", "slide", "themes"]

_APART: Final = {
    Deck: frozenset({"platforms", "hidden", "sources", "groups", "indicators", "questions"}),
    Platform: frozenset({"slides"}),
}
"""Lists whose entries are told one by one."""
_SCALES: Final = {1: "", 1_000: "thousand ", 1_000_000: "million ", 1_000_000_000: "billion ", 10**12: "trillion "}
_MOST: Final = 8
"""Details of one change that are told."""


@record
class Change:
    """One thing that becomes different; as text, one line."""

    kind: Kind
    part: Part
    name: str = ""
    """Such as: `Trade` (trade)."""
    home: str = ""
    """A slide's platform by its name."""
    details: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """Such as: River zone, slide `Trade` (trade)."""
        named = {"deck": "the deck itself", "themes": "the deck's own themes"}.get(self.part)
        return f"{self.home}{', ' if self.home else ''}{named or f'{self.part} {self.name}'}"

    def __str__(self) -> str:
        details = self.details[:_MOST]
        if len(self.details) > _MOST:
            details = (*details, f"and {len(self.details) - _MOST} more")
        return f"{self.kind + ':':8} {self.what}{': ' if details else ''}{'; '.join(details)}"


def changes(before: Deck | None, after: Deck, files: frozenset[str], language: str = "") -> tuple[Change, ...]:
    """What becomes different; `files` are the names of those that are new or have another content.

    Platforms and slides are called as they are in `language`, or in the deck's first one.
    """
    language = language if language in after.languages else after.languages[0]
    if before is None:
        return tuple(Change("new", "platform", _platform(each, language)) for each in after.platforms)
    return tuple(_Comparison(before, after, files, language).found())


class _Comparison:
    """Two decks, and what is different in them."""

    def __init__(self, before: Deck, after: Deck, files: frozenset[str], language: str) -> None:
        self._before, self._after, self._files = before, after, files
        self._language = language

    def found(self) -> Iterator[Change]:
        """Every change: of the deck itself, its lists, its platforms, their slides."""
        if details := self._details(self._before, self._after):
            yield Change("changed", "deck", details=tuple(details))
        yield from self._listed("source", dict(self._before.sources), dict(self._after.sources))
        listed: tuple[tuple[str, Part], ...] = (
            ("groups", "group"),
            ("indicators", "indicator"),
            ("questions", "question"),
        )
        for key, part in listed:
            old, new = ({each.id: each for each in getattr(deck, key)} for deck in (self._before, self._after))
            yield from self._listed(part, old, new)
        yield from self._platforms()
        yield from self._slides()
        own = sorted(name for name in self._files if name.startswith("themes/"))
        if own:
            yield Change("changed", "themes", details=tuple(quoted(name) for name in own))

    def _listed(self, part: Part, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        yield from (Change("gone", part, quoted(key)) for key in old if key not in new)
        for key, entry in new.items():
            if key not in old:
                yield Change("new", part, quoted(key))
            elif details := self._details(old[key], entry):
                yield Change("changed", part, quoted(key), details=tuple(details))

    def _platforms(self) -> Iterator[Change]:
        old, new = ({each.id: each for each in deck.platforms} for deck in (self._before, self._after))
        for key in [key for key in old if key not in new]:
            yield Change("gone", "platform", _platform(old[key], self._language))
        moved = _moved(list(old), list(new))
        for key, platform in new.items():
            name = _platform(platform, self._language)
            if key not in old:
                yield Change("new", "platform", name)
                continue
            if key in moved:
                yield Change("moved", "platform", name)
            if details := self._details(old[key], platform):
                yield Change("changed", "platform", name, details=tuple(details))

    def _slides(self) -> Iterator[Change]:
        old, new = _by_id(self._before), _by_id(self._after)
        for key in [key for key in old if key not in new]:
            yield Change("gone", "slide", *_slide(*old[key], self._language))
        for platform in self._after.platforms:
            before = [key for key, (home, _) in old.items() if home.id == platform.id]
            moved = _moved(before, [slide.id for slide in platform.slides])
            for place, slide in enumerate(platform.slides):
                named = _slide(platform, slide, self._language)
                if slide.id not in old:
                    yield Change("new", "slide", *named)
                    continue
                home, was = old[slide.id]
                if home.id != platform.id:
                    yield Change("moved", "slide", *named, (_was_in(home, self._language),))
                elif slide.id in moved:
                    ahead = quoted(platform.slides[place - 1].title.say(self._language))
                    now = sentence("it comes first now")
                    if place:
                        now = sentence("it comes after {ahead} now", ahead=ahead)
                    yield Change("moved", "slide", *named, (now,))
                if details := self._details(was, slide):
                    yield Change("changed", "slide", *named, tuple(details))

    def _details(self, old: Any, new: Any) -> list[str]:
        """What is different in two entries."""
        if isinstance(old, Slide) and type(old) is not type(new):
            return [sentence("the layout {old} becomes {new}", old=old.layout, new=new.layout)]
        was, becomes = dict(_leaves(old)), dict(_leaves(new))
        keys = [*was, *(key for key in becomes if key not in was)]
        return [said for key in keys if (said := self._detail(key, was.get(key), becomes.get(key)))]

    def _detail(self, key: Sentence, old: Any, new: Any) -> str:
        """How a value becomes different; "" where it does not."""
        known = new if new is not None else old
        if isinstance(known, Table):
            return self._table(old, new)
        if isinstance(known, DeckFile | FilmFile | Geography):
            return self._file(key, old, new)
        if old == new:
            return ""
        if old is None:
            return sentence("{key} {new} is new", key=key, new=_said(new))
        if new is None:
            return sentence("{key} {old} is gone", key=key, old=_said(old))
        return sentence("{key} {old} becomes {new}", key=key, old=_said(old), new=_said(new))

    def _table(self, old: Table | None, new: Table | None) -> str:
        if old is None or new is None:
            name = _table_name(new or old)
            return sentence("{table} is new", table=name) if new else sentence("{table} is gone", table=name)
        name = _table_name(new)
        if old.columns != new.columns:
            return sentence("{table} has other columns", table=name)
        if old.rows == new.rows:
            became = sentence("{old} becomes {new}", old=_table_name(old), new=name)
            return became if old.name != new.name else ""
        was, becomes = set(old.rows), set(new.rows)
        came, went = len(becomes - was), len(was - becomes)
        counts: tuple[tuple[int, _How], ...] = (
            (min(came, went), "changed"),
            (came - went, "new"),
            (went - came, "gone"),
        )
        told = [_rows(count, how) for count, how in counts if count > 0]
        what = listed(", ", told) if told else sentence("its rows stand in another order")
        return sentence("{table}: {what}", table=name, what=what)

    def _file(self, key: Sentence, old: Any, new: Any) -> str:
        was, becomes = (getattr(each, "name", each) for each in (old, new))
        if was is None:
            return sentence("{key} {new} is new", key=key, new=quoted(becomes))
        if becomes is None:
            return sentence("{key} {old} is gone", key=key, old=quoted(was))
        if was != becomes:
            return sentence("{key} {old} becomes {new}", key=key, old=quoted(was), new=quoted(becomes))
        if becomes in self._files:
            return sentence("{key} {file} is another one", key=key, file=quoted(becomes))
        return ""


def _rows(count: int, how: _How) -> str:
    """What became of so many rows of a table."""
    if count == 1:
        one = {"changed": sentence("1 row changed"), "new": sentence("1 row new"), "gone": sentence("1 row gone")}
        return one[how]
    return {
        "changed": sentence("{count} rows changed", count=count),
        "new": sentence("{count} rows new", count=count),
        "gone": sentence("{count} rows gone", count=count),
    }[how]


def _leaves(entry: Any, *at: Sentence) -> Iterator[tuple[Sentence, Any]]:
    """Every value of an entry, by a plain name of its place; `at` are the names of what the entry is within."""
    for key, value in parts(entry).items():
        if key == "id" or key in _APART.get(type(entry), ()):
            continue
        if _is_list(value):
            for number, each in enumerate(value, start=1):
                yield from _within((*at, numbered(key, getattr(each, "id", number))), each)
        else:
            yield from _within((*at, called(key)), value)


def _within(at: tuple[Sentence, ...], value: Any) -> Iterator[tuple[Sentence, Any]]:
    name = listed(", ", at)
    if isinstance(value, Words):
        for language, text in value.texts:
            yield (sentence("{key} ({language})", key=name, language=language) if language else name), text
    elif isinstance(value, Table | Geography | Unit) or not _is_entry(value):
        if not (value is None or value is False or value in ("", ())):
            yield name, value
    else:
        yield from _leaves(value, *at)


def _is_entry(value: Any) -> bool:
    return hasattr(value, "__dict__") and not isinstance(value, str)


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and any(_is_entry(each) for each in value)


def _said(value: Any) -> str:
    """A value as an operator wrote it."""
    if isinstance(value, Unit):
        return quoted(f"{_SCALES[value.scale]}{value.noun}")
    if isinstance(value, tuple):
        return quoted(", ".join(map(str, value)))
    if isinstance(value, bool):
        return sentence("yes") if value else sentence("no")
    return f"{value:.12g}" if isinstance(value, int | float) else quoted(value)


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The fewest ids of both lists that stand in another order."""
    place = {key: at for at, key in enumerate(before)}
    common = [key for key in after if key in place]
    runs: list[list[str]] = []
    """For each length, the ids in their old order whose last one stood first."""
    for key in common:
        at = bisect([place[run[-1]] for run in runs], place[key])
        runs[at : at + 1] = [[*(runs[at - 1] if at else []), key]]
    return set(common) - set(runs[-1] if runs else ())


def _by_id(deck: Deck) -> dict[str, tuple[Platform, Slide]]:
    return {slide.id: (platform, slide) for platform in deck.platforms for slide in platform.slides}


def _platform(platform: Platform, language: str) -> str:
    name, count = quoted(platform.name.say(language)), len(platform.slides)
    return sentence("{name} ({id}, {count} slides)", name=name, id=platform.id, count=count)


def _slide(platform: Platform, slide: Slide, language: str) -> tuple[str, str]:
    """The name, and the platform's."""
    name = sentence("{name} ({id})", name=quoted(slide.title.say(language)), id=slide.id)
    return name, _plain(platform.name.say(language))


def _was_in(platform: Platform, language: str) -> str:
    return sentence("it was in {platform}", platform=_plain(platform.name.say(language)))


def _plain(text: str) -> str:
    """A deck's text on one line, without anything that a terminal would obey."""
    return quoted(text)[1:-1]


def _table_name(table: Table | None) -> str:
    if table is None or table.name == INLINE:
        return sentence("the table")
    return sentence("table {name}", name=quoted(table.name))
