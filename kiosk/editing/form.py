"""The fields of a slide, a platform or a deck, made from the models that check it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from kiosk.deck.choose import chart_class, chart_kinds
from kiosk.deck.entry import FromFile
from kiosk.deck.geography import Geography
from kiosk.deck.model import LAYOUTS, Answer, Chart, Deck, Platform, Question, Slide, Source
from kiosk.deck.problems import At
from kiosk.deck.schema import allowed, meaning
from kiosk.deck.tables import Table
from kiosk.deck.values import AnswerId, Colour, ColumnName, DeckFile, FilmFile, Notes, SourceId, Unit, Words


class Kind(StrEnum):
    """How a field is edited."""

    WORDS = "words"
    LINE = "line"
    NUMBER = "number"
    NAMES = "names"
    """Several short texts with commas between them."""
    CHOICE = "choice"
    CHART = "chart"
    PICTURE = "picture"
    FILE = "file"
    """Another file of the deck, by its name."""
    COLOUR = "colour"
    THEME = "theme"
    """One of the themes, by its colours."""
    PICK = "pick"
    """One of many, or a text that is not among them."""
    PICKS = "picks"
    TABLE = "table"
    HEAD = "head"
    """What follows belongs together, and may be left out where it is not needed."""
    LIST = "list"
    ITEM = "item"
    MORE = "more"
    """What may be said besides."""
    FIXED = "fixed"
    RAW = "raw"
    """The text of a whole file that cannot be read as what it should be."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be edited, and where it stands in its file."""

    at: At
    kind: Kind
    name: str
    value: Any = None
    """As the file has it; None where it does not."""
    depth: int = 0
    needed: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    order: tuple[str, ...] = field(default=(), repr=False)
    """The keys of its entry, in the order in which they are written."""
    among: str = ""
    """What its choices are, such as sources, where the deck decides that."""
    long: bool = False
    default: str = ""


_SHOWN: Final = frozenset({"subtitle", "text", "short", "summary", "notes", "label", "theme"})
"""Fields that may be left out, and that are offered all the same: most slides have them."""
_LONG: Final = frozenset({"text", "notes", "note", "summary", "because", "sentence"})
_APART: Final[dict[type, frozenset[str]]] = {
    Platform: frozenset({"id", "slides"}),
    Deck: frozenset({"platforms", "hidden", "questions", "sources"}),
}
"""What is edited elsewhere, or is no key of the file."""
_AMONG: Final = {
    (Platform, "group"): "groups",
    (Platform, "icon"): "icons",
    (Deck, "map"): "slides",
    (Deck, "theme"): "themes",
}
_FILES: Final[dict[type, str]] = {Geography: "grounds", FilmFile: "films"}
_RANKED: Final = (Slide, Question, Answer)
_BRIEF: Final = frozenset({Question, Answer})
"""What visitors read at a glance."""
_FEW: Final = 6


def slide_fields(raw: Any, at: At, opened: Callable[[At], bool] = lambda _: False) -> Iterator[Field]:
    """The fields of a slide; `opened` says of which places that its file does not have one wants to say something."""
    layout = raw.get("layout") if isinstance(raw, dict) else None
    kind = LAYOUTS.get(layout) if isinstance(layout, str) else None
    yield from _Form(opened).entry(kind or Slide, raw, at, 0)


def entry_fields(kind: type, raw: Any, opened: Callable[[At], bool] = lambda _: False) -> Iterator[Field]:
    """The fields of a whole file: a platform's or the deck's own."""
    yield from _Form(opened).entry(kind, raw, (), 0)


def question_fields(raw: Any, at: At, opened: Callable[[At], bool] = lambda _: False) -> Iterator[Field]:
    """The fields of one of the adviser's questions."""
    yield from _Form(opened).entry(Question, raw, at, 0)


def adviser_fields(raw: Any) -> Iterator[Field]:
    """What can be done with all of the adviser's questions; each has a form of its own."""
    yield Field(("questions",), Kind.LIST, "questions", raw.get("questions") if isinstance(raw, dict) else None)


def raw_text(text: str) -> Iterator[Field]:
    """A file's text as it stands, to be put right."""
    yield Field(("file",), Kind.RAW, "file", text, needed=True)


def theme_choice(raw: Any) -> Iterator[Field]:
    """The field of a deck by which its theme is chosen."""
    yield from (each for each in entry_fields(Deck, raw) if each.kind is Kind.THEME)


def source_fields(raw: Any, opened: Callable[[At], bool] = lambda _: False) -> Iterator[Field]:
    """The fields of each source of a deck, under its id."""
    sources = raw if isinstance(raw, dict) else {}
    yield Field(("",), Kind.LIST, "sources", sources)
    for name, source in sources.items():
        yield Field((name,), Kind.ITEM, name, 1, 1)
        yield from _Form(opened).entry(Source, source, (name,), 1)


def options_of(kind: str) -> frozenset[str]:
    """The options that a kind of chart has."""
    hints = get_type_hints(chart_class(kind))
    return frozenset(each.name for each in fields(hints["options"])) if "options" in hints else frozenset()


class _Form:
    def __init__(self, opened: Callable[[At], bool]) -> None:
        self._opened = opened

    def entry(self, kind: type, raw: Any, at: At, depth: int) -> Iterator[Field]:
        """The fields of an entry of a class, and at their end what it may have besides."""
        raw = raw if isinstance(raw, dict) else {}
        hints = _hints(kind)
        own = [each for each in fields(kind) if each.name not in _APART.get(kind, ())]
        order = (*(("layout",) if issubclass(kind, Slide) else ()), *(each.name for each in own))
        order = ("id", *[name for name in order if name != "id"]) if issubclass(kind, Slide) else order
        more = []
        for each in sorted(own, key=lambda each: _rank(each.name)) if issubclass(kind, _RANKED) else own:
            here = (*at, each.name)
            needed = each.default is MISSING and each.default_factory is MISSING
            always = needed or (each.name in _SHOWN and depth == 0) or each.name == "options"
            if each.name == "hidden":
                continue  # the list of slides has a sign for it
            if each.name not in raw and not always and not self._opened(here):
                more.append(each.name)
                continue
            default = str(each.default) if isinstance(each.default, str | int | float) else ""
            base = Field(
                here,
                Kind.LINE,
                each.name,
                raw.get(each.name),
                depth,
                needed,
                meaning(kind, each.name),
                order=order,
                default="" if each.default == "" else default,
            )
            yield from self._field(kind, hints[each.name], base)
        if more:
            yield Field((*at, ""), Kind.MORE, "", None, depth, choices=tuple(more), order=order)

    def _field(self, owner: type, hint: Any, base: Field) -> Iterator[Field]:
        given = [each for each in get_args(hint) if each not in {type(None), Ellipsis}]
        if get_origin(hint) is Literal:
            yield _as(base, Kind.CHOICE if base.name != "kind" else Kind.FIXED, choices=tuple(map(str, given)))
        elif get_origin(hint) is tuple:
            yield from self._several(base, given[0])
        elif given:
            yield from self._field(owner, given[0], base)
        elif hint is Chart:
            yield from self._chart(base)
        elif isinstance(hint, type) and is_dataclass(hint) and not issubclass(hint, FromFile):
            yield from self._group(base, hint)
        else:
            yield _simple(owner, hint, base)

    def _several(self, base: Field, kind: Any) -> Iterator[Field]:
        if kind is SourceId:
            yield _as(base, Kind.PICKS, among="sources")
        elif not is_dataclass(kind) or not isinstance(kind, type):
            yield _as(base, Kind.NAMES)
        else:
            items = base.value if isinstance(base.value, list) else []
            yield _as(base, Kind.LIST)
            for number, raw in enumerate(items):
                here = (*base.at, number)
                yield Field(here, Kind.ITEM, base.name, len(items), base.depth + 1)
                yield from self.entry(kind, raw, here, base.depth + 1)

    def _group(self, base: Field, kind: type) -> Iterator[Field]:
        """Fields that belong together; a chart's options stand beside its other fields."""
        if base.name == "options":
            yield from self.entry(kind, base.value, base.at, base.depth)
            return
        yield _as(base, Kind.HEAD)
        if base.value is not None or base.needed or self._opened(base.at):
            yield from self.entry(kind, base.value, base.at, base.depth + 1)

    def _chart(self, base: Field) -> Iterator[Field]:
        raw = base.value if isinstance(base.value, dict) else {}
        kinds = tuple(chart_kinds())
        yield _as(base, Kind.HEAD)
        yield Field((*base.at, "kind"), Kind.CHART, "kind", raw.get("kind"), base.depth, needed=True, choices=kinds)
        kind = raw.get("kind")
        if kind in kinds:
            for each in self.entry(chart_class(kind), raw, base.at, base.depth):
                if each.name != "kind":
                    yield each


def _rank(name: str) -> int:
    """Where a field of a slide or a question stands: what visitors read comes first."""
    ranks = {"title": 0, "subtitle": 1, "text": 2, "sources": 4, "notes": 5, "background": 6, "id": 7}
    return ranks.get(name, 3)


def _simple(owner: type, hint: Any, base: Field) -> Field:
    """A field with a single value."""
    if issubclass(hint, Words):
        return _as(base, Kind.WORDS, long=(base.name in _LONG and owner not in _BRIEF) or hint is Notes)
    kinds = {
        bool: Kind.CHOICE,
        int: Kind.NUMBER,
        float: Kind.NUMBER,
        Table: Kind.TABLE,
        DeckFile: Kind.PICTURE,
        Colour: Kind.COLOUR,
    }
    if hint in kinds:
        return _as(base, kinds[hint], choices=("true", "false") if hint is bool else ())
    if hint in _FILES:
        return _as(base, Kind.FILE, among=_FILES[hint])
    names = allowed(owner, base.name)
    if names and len(names) <= _FEW:
        return _as(base, Kind.CHOICE, choices=names)
    found: dict[type, str] = {SourceId: "sources", Unit: "units", AnswerId: "answers", ColumnName: "columns"}
    of_columns = "columns" if base.name in {"column", "label"} and hint is str else ""
    among = _AMONG.get((owner, base.name)) or found.get(hint) or of_columns
    if among:
        return _as(base, Kind.THEME if among == "themes" else Kind.PICK, among=among)
    return _as(base, Kind.FIXED if isinstance(base.value, dict | list) else Kind.LINE)


def _as(base: Field, kind: Kind, **more: Any) -> Field:
    return replace(base, kind=kind, **more)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
