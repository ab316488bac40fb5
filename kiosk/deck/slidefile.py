"""One YAML file of a deck, read entry by entry: a broken one is told with its place, its neighbours are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kiosk.deck.choose import adapter
from kiosk.deck.explain import explain
from kiosk.deck.files import is_inside, read_text
from kiosk.deck.marks import Document, read_document
from kiosk.deck.problems import At, DeckError, Fault, Problem
from kiosk.deck.reading import Reading
from kiosk.deck.tables import INLINE
from kiosk.deck.told import Named
from kiosk.sentences import sentence

T = TypeVar("T")


class SlideFile:
    """A file's values and the problems found in them so far."""

    def __init__(self, path: Path, document: Document) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.raw: dict[str, Any] = document.value
        self._document = document
        self._broken = {fault.at for fault in document.faults}
        self.tell(document.faults)

    @classmethod
    def open(cls, path: Path) -> SlideFile:
        """Read a file's values. Raises DeckError where it has none that could be used at all."""
        if not is_inside(path.parent, path):
            raise DeckError(
                sentence("the file is a link that leads out of the deck's folder: copy the file itself into it")
            )
        document = read_document(read_text(path))
        if not isinstance(document.value, dict):
            raise DeckError(
                sentence("keys and values are wanted in this file, such as `title: Our city`"), *document.faults
            )
        return cls(path, document)

    def line(self, at: At) -> int:
        """The line that an entry stands on."""
        return self._document.mark(at).line

    def tell(self, faults: Iterable[Fault], *, warning: bool = False) -> None:
        """Add problems, each at the place of its entry."""
        for fault in faults:
            path, line, column = self._place(fault)
            self.problems.append(Problem(path, line, column, "warning" if warning else "error", fault.message))

    def _place(self, fault: Fault) -> tuple[Path, int, int]:
        """The file, the line and the column of a fault."""
        table = (*fault.at, "table")
        if fault.file == INLINE:
            mark = self._document.mark((*table, "rows", fault.line - 1, self._cell_at(table, fault.cell)))
            return self.path, mark.line, mark.column
        if fault.file:
            path = self.path.parent / fault.file
            column = Named.read(self._written(table)).place_of(path, fault.line, fault.cell) if fault.cell else 0
            return path, fault.line or 1, column or fault.column
        mark = self._document.mark(fault.at, on_key=fault.on_key)
        return (self.path, fault.line, fault.column) if fault.line else (self.path, mark.line, mark.column)

    def _cell_at(self, table: At, name: str) -> int:
        """Which cell of its rows belongs to a column of a table in this file; -1 where no one does."""
        names = [" ".join(str(column).split()) for column in self._written(table)["columns"]]
        return names.index(name) if name in names else -1

    def entry(self, kind: type[T], raw: Any, at: At, reading: Reading, *, apart: tuple[str, ...] = ()) -> T | None:
        """An entry of a class; None, and its problems told, where it is not sound. Keys `apart` are not part of it."""
        try:
            value = adapter(kind).validate_python(raw, context=reading)
        except ValidationError as error:
            self.tell(fault for fault in explain(error, kind, self._written(at), at) if fault.at not in self._broken)
            return None
        return None if self.is_broken(at, apart) else value

    def sound_part(self, kind: type[T], raw: dict[str, Any], reading: Reading) -> T | None:
        """The file's own keys as an entry, without those that are wrong and can be done without."""
        try:
            value = adapter(kind).validate_python(raw, context=reading)
        except ValidationError as error:
            faults = list(explain(error, kind, self.raw))
            self.tell(fault for fault in faults if fault.at not in self._broken)
            wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
            needed = {each.name for each in fields(kind) if each.default is each.default_factory is MISSING}  # type: ignore[arg-type]
            if wrong & needed or not wrong & raw.keys():
                return None
            return self.sound_part(kind, {key: raw[key] for key in raw if key not in wrong}, reading)
        return value

    def is_broken(self, at: At, apart: tuple[str, ...] = ()) -> bool:
        """Whether something at or inside an entry, except under keys `apart`, was refused while the file was read."""
        outside = {(key,) for key in apart}
        return any(broken[: len(at)] == at and broken[len(at) : len(at) + 1] not in outside for broken in self._broken)

    def items(self, key: str) -> Iterator[tuple[At, Any]]:
        """The entries of a list of the file, each with its place."""
        listed = self.raw.get(key, [])
        if not isinstance(listed, list):
            self.tell(
                [
                    Fault(
                        sentence("a list is wanted under `{key}`: begin each of its entries with `- `", key=key), (key,)
                    )
                ]
            )
            return
        for number, raw in enumerate(listed):
            yield (key, number), raw

    def refuse(self, elsewhere: Mapping[str, str]) -> dict[str, Any]:
        """The file's values without the keys that belong elsewhere, each told, with the reason, where it is there."""
        self.tell(Fault(message, (key,), on_key=True) for key, message in elsewhere.items() if key in self.raw)
        return {key: value for key, value in self.raw.items() if key not in elsewhere}

    def _written(self, at: At) -> Any:
        """What the file itself says at a place."""
        raw: Any = self.raw
        for step in at:
            raw = raw[step]
        return raw


def failed(path: Path, wrong: DeckError) -> list[Problem]:
    """The problems of a file that could not be used at all."""
    return [Problem(path, fault.line or 1, fault.column, "error", fault.message) for fault in wrong.faults]
