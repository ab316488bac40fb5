"""What the editor's lists say: the deck's slides, the fields of the one that is chosen, the problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtGui import QColor

from kiosk.deck.problems import At
from kiosk.deck.shown import Shown
from kiosk.deck.theme import Theme
from kiosk.deck.values import Colour
from kiosk.editing import asking, signs
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.form import Field, Kind
from kiosk.editing.helps import help_in
from kiosk.editing.words import word
from kiosk.editor.choices import Choosing, dicts, option, said
from kiosk.editor.finding import Finding
from kiosk.editor.spot import ADVISER, DECK, SOURCES, THEMES, Spot
from kiosk.sentences.labels import item_label, label
from kiosk.stage.theme import colour as shown_colour

OUTLINE: Final = ("id", "what", "title", "more", "sign", "on", "hidden", "fault", "colour")
OPTION: Final = ("id", "name", "more", "on", "sign", "image", "colours")
CELLS: Final = ("cells",)
FIELD: Final = (
    *("key", "kind", "label", "help", "depth", "needed", "tall", "texts", "names", "choices", "cells", "more", "on"),
    *("number", "count", "note"),
)
PROBLEM: Final = ("id", "text", "where", "severe")
_NAMED: Final = frozenset({"sources", "answers", "groups", "slides", "icons", "themes"})
"""What is chosen by a name that says little by itself."""
_SKY: Final = ("colours", "sky_bottom")
"""What a theme's colour is shown on."""
_COLOUR: Final = re.compile(str(Colour.NOTATION["pattern"]))
_ROWS: Final = 60
"""So many rows of a table are shown; a picture shows no more than forty."""


def key_of(at: At) -> str:
    """A name for a place."""
    return "/".join(map(str, at))


class Listing:
    """Reads the files for the lists, in the editor's language."""

    def __init__(self, files: DeckFiles, language: str, group_colour: Callable[[str], Any]) -> None:
        self._files = files
        self._language = language
        self._group_colour = group_colour
        self._known: dict[str, dict[str, Shown]] = {}
        self._suits: dict[str, list[Any]] | None = None
        """Who speaks for each of the adviser's answers, once it was looked up."""
        self.themes: Mapping[str, Theme] = {}

    def word(self, name: str, **more: object) -> str:
        """One of the editor's own words."""
        return word(name, self._language).format(**more)

    def in_a_row(self, names: Sequence[str]) -> str:
        """Several names one after the other."""
        return ("、" if self._language.startswith("zh") else ", ").join(names)

    def platforms(self, but: str) -> list[Shown]:
        """The platforms that can be edited, without the one of a file."""
        return [
            option(each.file, said(each.name, self._language), each.file)
            for each in self._files.platforms()
            if each.file != but and not each.broken
        ]

    def outline(self, chosen: Spot, faults: set[Spot]) -> Iterator[tuple[Spot, Shown]]:
        """The deck, its platforms and their slides."""
        groups = dicts(self._files.tree("deck.yaml").get("groups"))
        colours = {str(group.get("id")): str(group.get("colour")) for group in groups}
        yield DECK, self._row(DECK, "deck", self.word("deck"), "", signs.DECK, chosen, faults, "")
        yield SOURCES, self._row(SOURCES, "deck", self.word("sources"), "", signs.SOURCES, chosen, faults, "")
        yield from self._adviser(chosen, faults)
        yield from self._themes(chosen, faults)
        for platform in self._files.platforms():
            spot, colour = Spot(platform.file), colours.get(platform.group, "")
            yield spot, self._row(spot, "platform", said(platform.name, self._language), "", "", chosen, faults, colour)
            for place, slide in enumerate(platform.slides):
                raw = slide if isinstance(slide, dict) else {}
                spot, layout = Spot(platform.file, place), str(raw.get("layout", ""))
                title = said(raw.get("title"), self._language) or str(raw.get("id", ""))
                kind = str(raw["chart"].get("kind", "")) if isinstance(raw.get("chart"), dict) else ""
                sign = signs.CHARTS.get(kind) or signs.LAYOUTS.get(layout, "")
                more = label(layout, self._language, "layout")
                row = self._row(spot, "slide", title, more, sign, chosen, faults, colour)
                yield spot, row | {"hidden": raw.get("hidden") in {"true", "yes"}}

    def _adviser(self, chosen: Spot, faults: set[Spot]) -> Iterator[tuple[Spot, Shown]]:
        """What the booth asks; its questions while one of them is edited."""
        inside = {ADVISER} if any(spot.asks for spot in faults) else set()
        yield ADVISER, self._row(ADVISER, "deck", self.word("adviser"), "", signs.ADVISER, chosen, inside, "")
        listed = self._files.tree(ADVISER.file).get("questions") if chosen.asks else None
        for place, raw in enumerate(listed if isinstance(listed, list) else ()):
            spot, own = Spot(ADVISER.file, place), raw if isinstance(raw, dict) else {}
            title = said(own.get("text"), self._language) or str(own.get("id", ""))
            yield spot, self._row(spot, "question", title, "", signs.QUESTION, chosen, faults, "")

    def _themes(self, chosen: Spot, faults: set[Spot]) -> Iterator[tuple[Spot, Shown]]:
        """The deck's theme; its own ones while one of them is edited."""
        inside = {THEMES} if any(spot.theme for spot in faults) else set()
        yield THEMES, self._row(THEMES, "deck", self.word("themes"), "", signs.THEME, chosen, inside, "")
        for file in self._files.themes() if chosen == THEMES or chosen.theme else ():
            spot = Spot(file)
            title = said(self._files.tree(file).get("name"), self._language) or spot.theme
            yield spot, self._row(spot, "theme", title, "", signs.THEME, chosen, faults, "")

    def _row(
        self, spot: Spot, what: str, title: str, more: str, sign: str, chosen: Spot, faults: set[Spot], colour: str
    ) -> Shown:
        return {
            "id": spot.id,
            "what": what,
            "title": title,
            "more": more,
            "sign": sign,
            "on": spot == chosen,
            "hidden": False,
            "fault": spot in faults,
            "colour": self._group_colour(colour) if colour else QColor("transparent"),
        }

    def field(self, field: Field, file: str, finding: Finding | None, image: Callable[[str], str]) -> Shown:
        """A field as the form shows it, with what is wrong with it."""
        languages = self._files.languages
        shown: Shown = {
            "key": key_of(field.at),
            "kind": field.kind.value,
            "label": label(field.name, self._language),
            "help": help_in(field.help, self._language),
            "depth": field.depth,
            "needed": field.needed,
            "tall": field.long,
            "texts": [said(field.value, "")],
            "names": [""],
            "choices": [],
            "cells": [],
            "more": field.default,
            "on": field.value is not None or field.needed,
            "number": 0,
            "count": 0,
            "note": finding.message if finding else "",
        }
        if field.kind is Kind.WORDS:
            shown |= self._words(field.value, languages)
            if finding:
                named = str(finding.at[-1]) if finding.at else ""
                shown["number"] = languages.index(named) if named in languages else -1
        elif field.kind is Kind.NAMES:
            shown["texts"] = [", ".join(map(str, field.value)) if isinstance(field.value, list) else ""]
        elif field.kind is Kind.ITEM:
            number = field.at[-1] if isinstance(field.at[-1], int) else 0
            name = item_label(field.name, self._language) if isinstance(field.at[-1], int) else field.name
            about = self._suited(file, field.at) if field.name == "answers" else ""
            shown |= {"label": name, "number": number, "count": field.value, "more": about}
        elif field.kind is Kind.TABLE:
            shown |= self._table(field, file)
        elif field.kind in {Kind.PICTURE, Kind.COLOUR, Kind.THEME}:
            shown |= self._seen(field, file, image)
        elif field.kind in {Kind.PICK, Kind.PICKS, Kind.FILE}:
            shown |= self._picked(field)
        else:
            value = str(field.value) if field.value is not None else field.default.lower()
            shown["choices"] = [
                option(name, label(name, self._language, "value"), on=name == value, sign=signs.CHARTS.get(name, ""))
                for name in field.choices
            ]
            if field.kind is Kind.MORE:
                shown["choices"] = [option(name, label(name, self._language)) for name in field.choices]
        return shown

    def _seen(self, field: Field, file: str, image: Callable[[str], str]) -> Shown:
        """What is chosen by what it looks like."""
        if field.kind is Kind.PICTURE:
            named = str(field.value or "")
            choices = [option(name, name, on=name == named, image=image(name)) for name in self._files.pictures()]
            return {"more": image(named) if named else "", "choices": choices}
        if field.kind is Kind.COLOUR:
            sky = self._files.value(file, _SKY)
            return {
                "label": label(field.name, self._language, "colour"),
                "names": [self._colour_of(field.value), self._colour_of(sky)],
            }
        value = str(field.value or field.default)
        return {"choices": [each | {"on": each["id"] == value} for each in self.options(field)]}

    def _suited(self, file: str, at: At) -> str:
        """Which platforms speak for an answer of the adviser's."""
        if self._suits is None:
            self._suits = asking.suited(self._files)
        platforms = self._suits.get(str(self._files.value(file, (*at, "id"))), [])
        names = [said(each, self._language) for each in platforms]
        return self.word("suits", names=self.in_a_row(names)) if names else self.word("suits_nobody")

    @staticmethod
    def _colour_of(value: Any) -> str:
        """A colour of a theme's file as QML reads it; nothing to be seen where it is none."""
        found = shown_colour(str(value)) if _COLOUR.fullmatch(str(value)) else QColor("transparent")
        return found.name(QColor.NameFormat.HexArgb)

    def _words(self, value: Any, languages: tuple[str, ...]) -> Shown:
        texts = value if isinstance(value, dict) else dict.fromkeys(languages, value)
        names = [_own_name(each) for each in languages]
        return {
            "texts": ["" if texts.get(each) is None else str(texts[each]).rstrip("\n") for each in languages],
            "names": names,
        }

    def _table(self, field: Field, file: str) -> Shown:
        grid = self._files.grid(file, field.at)
        more = grid.file
        if grid.fixed:
            more = f"{grid.file}: {self.word('fixed_table')}" if grid.workbook else self.word("fixed")
        elif len(grid.rows) > _ROWS + 1:
            more += " · " + self.word("more_rows", count=len(grid.rows) - 1, shown=_ROWS)
        cells = [{"cells": list(row)} for row in grid.rows[: _ROWS + 1]]
        widest = [max(map(_wide, column)) for column in zip(*grid.rows[: _ROWS + 1], strict=False)]
        shares = [f"{wide / sum(widest):.4f}" for wide in widest]
        return {
            "cells": cells,
            "names": shares or [""],
            "more": more,
            "on": not grid.fixed,
            "number": int(grid.workbook),
            "count": len(grid.rows[0]) if grid.rows else 0,
        }

    def _picked(self, field: Field) -> Shown:
        values = [str(each) for each in field.value] if isinstance(field.value, list) else []
        if field.kind is not Kind.PICKS:
            values = [said(field.value, "")]
        names = self._named(field) if field.among in _NAMED else {}
        chosen = [names.get(each) or option(each, each) for each in values if each]
        return {"texts": values or [""], "choices": chosen}

    def _named(self, field: Field) -> dict[str, Shown]:
        """What a field may choose from, by its ids; looked up once for all fields of a form."""
        if field.among not in self._known:
            self._known[field.among] = {each["id"]: each for each in self.options(field)}
        return self._known[field.among]

    def forget(self) -> None:
        """The files may say something else from now on."""
        self._known.clear()
        self._suits = None

    def options(self, field: Field, file: str = "", table: At = ()) -> list[Shown]:
        """What a field may choose from."""
        return list(Choosing(self._files, self._language, self.themes, file, table).of(field.among))

    def layouts(self, names: Sequence[str]) -> list[Shown]:
        """The layouts that a new slide may have."""
        return [option(name, label(name, self._language, "layout"), sign=signs.LAYOUTS.get(name, "")) for name in names]


def _wide(cell: str) -> int:
    """About how wide a cell is, in letters; none takes nothing, and none takes everything."""
    return max(6, min(28, sum(2 if ord(sign) > 0x2E80 else 1 for sign in cell) + 3))  # noqa: PLR2004 - where Chinese begins


def _own_name(language: str) -> str:
    """A language by its own name."""
    return {"en": "English", "zh": "中文"}.get(language, language)
