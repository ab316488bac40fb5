"""What a value needs to know to read itself: the deck's folder, languages, sources and units."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.deck.files import check_film, check_picture, find
from kiosk.deck.geography import Feature
from kiosk.deck.geojson import read_features
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.deck.spreadsheet import Sheet
from kiosk.deck.tables import INLINE
from kiosk.deck.told import Named, written_out
from kiosk.sentences import sentence


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind that entries may refer to."""

    kind: str
    """What they name, such as "source"."""
    home: str
    """Where they are defined, such as `sources.yaml`."""
    sound: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    """Names whose own entries are wrong: told there, and not again where they are used."""
    whole: bool = True
    """False where their home could not be read: then nothing is said about any name."""

    def check(self, name: str) -> None:
        """Raise DeckError where a name is not one of these, without a reason where that is told already."""
        if name in self.sound:
            return
        if name in self.broken or not self.whole:
            raise DeckError
        raise DeckError(
            sentence(
                "there is no {kind} {name} in {home}: {instead}",
                kind=self.kind,
                name=quoted(name),
                home=self.home,
                instead=instead(name, sorted(self.sound)),
            )
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known while a deck's files are read."""

    folder: Path
    languages: tuple[str, ...] = ()
    """The deck's; without any, texts may be in every language."""
    sources: Names = Names(sentence("source"), "sources.yaml")
    platforms: Names = Names(sentence("platform"), sentence("the deck's folder"))
    answers: Names = Names(sentence("answer"), "adviser.yaml")
    units: Names = Names(sentence("unit"), sentence("Kiosk or deck.yaml"))
    sheets: dict[Named, Sheet] = field(default_factory=dict)
    """Tables read before."""
    maps: dict[str, tuple[Feature, ...]] = field(default_factory=dict)
    """Maps read before, by their names."""
    used: set[Path] = field(default_factory=set)
    """The files of the folder that entries named."""

    @property
    def known(self) -> tuple[object, ...]:
        """Everything but what was read or named meanwhile."""
        return self.languages, self.sources, self.platforms, self.answers, self.units

    def speaks(self, language: str) -> bool:
        """Whether texts may be in a language."""
        return not self.languages or language in self.languages

    def check_picture(self, name: str) -> None:
        """Raise DeckError where a name is not that of a picture in the deck's folder."""
        check_picture(self._find(name))

    def check_film(self, name: str) -> None:
        """Raise DeckError where a name is not that of a film in the deck's folder."""
        check_film(self._find(name))

    def table(self, raw: Any) -> tuple[str, Sheet]:
        """A table and its name, as a slide file says it. Raises DeckError where it is not there or not sound."""
        if isinstance(raw, dict) and "file" not in raw:
            return INLINE, written_out(raw)
        named = Named.read(raw)
        file = self._find(named.file)
        if named not in self.sheets:
            self.sheets[named] = named.sheet_in(file)
        return named.file, self.sheets[named]

    def features(self, name: str) -> tuple[Feature, ...]:
        """The shapes in a GeoJSON file of the deck's folder. Raises DeckError where it is not there or not sound."""
        file = self._find(name)
        if name not in self.maps:
            self.maps[name] = read_features(file, name, self.languages)
        return self.maps[name]

    def _find(self, name: str) -> Path:
        file = find(self.folder, name)
        self.used.add(file)
        return file

    def check_rows(self, sheet: Sheet, name: str, column: str, names: Names) -> None:
        """Raise DeckError where a column of the table called `name` refers to something that there is not."""
        columns, rows, lines = sheet
        if column not in columns:
            return
        wrongs: list[DeckError] = []
        faults: list[Fault] = []
        at = columns.index(column)
        for row, line in zip(rows, lines, strict=True):
            try:
                if row[at] is not None:
                    names.check(str(row[at]))
            except DeckError as wrong:
                wrongs.append(wrong)
                faults += [Fault(fault.message, file=name, line=line, cell=column) for fault in wrong.faults]
        if wrongs:
            raise DeckError(*faults)
