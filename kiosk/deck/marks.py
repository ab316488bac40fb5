"""YAML 1.2 values that remember their line and column; what slide files do without is refused on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from kiosk.deck.problems import At, DeckError, Fault, quoted
from kiosk.deck.scalars import resolve
from kiosk.deck.syntax import syntax_fault
from kiosk.sentences import sentence

DEEPEST: Final = 30
MOST_ENTRIES: Final = 50_000
MOST_FAULTS: Final = 20
"""In one file, before its values are looked at; a file with more is another kind of YAML."""

_UNSHOWABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain values, and where each of them stands."""

    value: Any
    """dict, list, str, Whole, Real or None."""
    faults: tuple[Fault, ...]
    """What is wrong with single entries; the rest can be used."""
    marks: dict[At, Mark]
    keys: dict[At, Mark]

    def mark(self, at: At, *, on_key: bool = False) -> Mark:
        """Where an entry stands, or the nearest one around it that there is."""
        if at in self.keys and (on_key or at not in self.marks):
            return self.keys[at]
        while at not in self.marks and at:
            at = at[:-1]
        return self.marks.get(at, Mark(1, 1))


def read_document(text: str) -> Document:
    """The values of a YAML text. Raises DeckError where it is not YAML, empty, too deep or too large."""
    reader = _Reader(text)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise DeckError(syntax_fault(error, text)) from None
    return Document(value, tuple(reader.faults), reader.marks, reader.keys)


class _Reader:
    """Turns the parser's events into values, marks and faults."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.marks: dict[At, Mark] = {}
        self.keys: dict[At, Mark] = {}
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._entries = 0

    def document(self) -> Any:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise DeckError(sentence("the file is empty"))
        value = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._fault(
                sentence("a second document begins here: a slide file is one document, remove the `---`"), (), after
            )
        return value

    def _value(self, event: Any, at: At) -> Any:
        self._count(event)
        self._refuse_extras(event, at)
        if isinstance(event, yaml.MappingStartEvent):
            self.marks[at] = _mark(event)
            return self._mapping(at, event)
        if isinstance(event, yaml.SequenceStartEvent):
            self.marks[at] = _mark(event)
            return self._sequence(at, event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at)
        return None

    def _scalar(self, event: Any, at: At) -> Any:
        value = resolve(event.value) if not event.style else event.value
        if value is not None or at not in self.keys:
            self.marks[at] = _mark(event)
        if isinstance(value, str) and _UNSHOWABLE.search(value):
            self._fault(sentence("this text has a control character in it that cannot be shown: remove it"), at, event)
        return value

    def _sequence(self, at: At, start: Any) -> list[Any]:
        self._refuse_depth(at, start)
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*at, len(values))))
        return values

    def _mapping(self, at: At, start: Any) -> dict[str, Any]:
        self._refuse_depth(at, start)
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, at)
            if key is None or key in values:
                self._value(next(self._events), (*at, f"{key} again"))
            else:
                self.keys[*at, key] = _mark(event)
                values[key] = self._value(next(self._events), (*at, key))
        return values

    def _key(self, event: Any, at: At) -> str | None:
        """The key of an entry; None, and a fault, where it cannot be one."""
        if not isinstance(event, yaml.ScalarEvent):
            self._fault(sentence("a key must be a plain word"), at, event)
            self._value(event, (*at, "?"))
            return None
        self._refuse_extras(event, at)
        key: str = event.value
        first = self.keys.get((*at, key))
        if first is not None:
            message = sentence(
                "the key {key} is here a second time, the first is on line {line}: keep one of them",
                key=quoted(key),
                line=first.line,
            )
            self._fault(message, (*at, key), event)
        return key

    def _refuse_extras(self, event: Any, at: At) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = sentence(
                "`*{anchor}` repeats an entry from elsewhere, which slide files do without: write it out "
                "here, or put the text in quotes if the `*` is meant",
                anchor=event.anchor,
            )
            self._fault(message, at, event)
        elif event.anchor is not None:
            message = sentence(
                "`&{anchor}` names an entry to repeat it, which slide files do without: remove it, or "
                "put the text in quotes if the `&` is meant",
                anchor=event.anchor,
            )
            self._fault(message, at, event)
        if getattr(event, "tag", None) is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = sentence(
                "{tag} is a YAML tag, which slide files do without: remove it, or use quotes", tag=quoted(tag)
            )
            self._fault(message, at, event)

    def _refuse_depth(self, at: At, event: Any) -> None:
        if len(at) >= DEEPEST:
            mark = _mark(event)
            message = sentence(
                "entries are nested deeper than {deepest} levels: this cannot be a slide file", deepest=DEEPEST
            )
            raise DeckError(Fault(message, line=mark.line, column=mark.column))

    def _count(self, event: Any) -> None:
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            mark = _mark(event)
            message = sentence(
                "the file has more than {most_entries:,} entries: split it into several", most_entries=MOST_ENTRIES
            )
            raise DeckError(Fault(message, line=mark.line, column=mark.column))

    def _fault(self, message: str, at: At, event: Any) -> None:
        mark = _mark(event)
        self.faults.append(Fault(message, at, line=mark.line, column=mark.column))
        if len(self.faults) == MOST_FAULTS:
            raise DeckError(*self.faults)


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
