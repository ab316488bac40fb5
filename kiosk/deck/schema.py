"""What may stand in a deck's files, as JSON Schema (draft 2020-12): editors complete and check with it while one types.

Made from the models themselves: each key with its type, its default, and what its docstring says. The schema knows of
one file alone; `kiosk check` knows of all of them, and says more.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from kiosk.deck.choose import chart_class, chart_kinds
from kiosk.deck.entry import FromFile
from kiosk.deck.icons import ICONS
from kiosk.deck.model import LAYOUTS, Chart, Deck, Group, Platform, Question, Slide, Source
from kiosk.deck.theme import GroupColours
from kiosk.deck.units import NOUNS
from kiosk.deck.values import SCALES, SourceId, Unit, Words

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

MEANINGS: Final = {
    "id": "A name for it within the deck, of small letters, digits and hyphens.",
    "name": "What visitors read as its name.",
    "title": "Its heading.",
    "text": "A few words.",
    "label": "What visitors read beside it.",
    "value": "The number itself, without its unit.",
    "unit": "What the number counts, such as companies, km2, percent or billion CNY.",
    "qualifier": "How the number is meant: exact, about, or at_least.",
    "period": "When it was so, such as 2020 or by the end of 2020.",
    "source": "Where it was published: an id of sources.yaml.",
    "sources": "Where it was published: ids of sources.yaml.",
    "note": "What must be known with it, in a few words.",
    "image": "A picture in the deck's folder: PNG, JPEG or WebP.",
    "summary": "One sentence about it, on its card.",
    "layout": "How the slide is laid out, which decides what else it has.",
    "kind": "The kind of chart, which decides which options it has.",
}
"""What keys mean wherever they stand and are not explained themselves."""

_SUGGESTED: Final[dict[tuple[type, str], tuple[str, ...]]] = {
    (Group, "digit"): ("1", "2", "7", "9"),
    (Deck, "theme"): ("two-rivers", "day"),
    (Deck, "languages"): ("en", "zh"),
}
"""Values that an editor offers where others are possible, too."""
_ALLOWED: Final[dict[tuple[type, str], tuple[str, ...]]] = {
    (Group, "colour"): tuple(each.name for each in fields(GroupColours)),
    (Platform, "icon"): tuple(ICONS),
}
"""Values of which there are no others."""
_NEEDED: Final[dict[type, tuple[str, ...]]] = {Platform: ("slides",)}
"""Keys that a file must have although its entry can be made without."""


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by its name."""
    sources = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Source"}}
    adviser = {
        "type": "object",
        "properties": {"questions": _described(_list({"$ref": "#/$defs/Question"}), "What the booth asks, in order.")},
        "required": ["questions"],
        "additionalProperties": False,
    }
    return {
        "deck": _file("deck.yaml", "The deck as a whole.", _entry(Deck)),
        "sources": _file("sources.yaml", "Where the deck's figures were published, each under an id.", sources, Source),
        "platform": _file("A platform's file", "A platform, and its slides in order.", _entry(Platform)),
        "adviser": _file("adviser.yaml", "The adviser's questions.", adviser, Question),
    }


def write_schemas(folder: Path, made: Mapping[str, Schema] | None = None) -> list[Path]:
    """Write every schema into a folder, which is made where it does not exist; the files. Raises OSError.

    Those of a deck, where no others are given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, schema in (made or schemas()).items():
        files.append(folder / f"{name}.schema.json")
        files[-1].write_text(as_text(schema), encoding="utf-8")
    return files


def as_text(schema: Schema) -> str:
    """A schema, or several, as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def meaning(owner: type, name: str) -> str:
    """What a key of an entry means: as its docstring says, or as it means everywhere, or as its value's class says."""
    for cls in owner.__mro__:
        if found := _docstrings(cls).get(name):
            return found
    if name in MEANINGS:
        return MEANINGS[name]
    kinds = [kind for kind in _parts(get_type_hints(owner)[name]) if isinstance(kind, type)]
    own = (inspect.getdoc(kind) or "" for kind in kinds if _speaks(kind))
    return next((_paragraph(text) for text in own if text), "")


def allowed(owner: type, name: str) -> tuple[str, ...]:
    """The values that a key of an entry may have, where there are no others; none where any will do."""
    return _ALLOWED.get((owner, name), ())


def _file(title: str, description: str, schema: Schema, *more: type) -> Schema:
    """A schema that stands by itself, with every entry that it refers to."""
    whole = {"$schema": DIALECT, "title": title, "description": description} | schema
    defs: dict[str, Schema] = {}
    wanted = [each.__name__ for each in more] + list(_references(schema))
    while wanted:
        name = wanted.pop()
        if name not in defs:
            defs[name] = _definition(name)
            wanted += _references(defs[name])
    return whole | {"$defs": {name: defs[name] for name in sorted(defs)}}


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix("#/$defs/")
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


_defined: Final[dict[str, type]] = {"Source": Source, "Question": Question}
"""The classes that are referred to, by their names in the schemas."""


def _reference(kind: type) -> Schema:
    name = (
        kind.__name__ if kind.__module__ == Deck.__module__ else f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
    )
    _defined[name] = kind
    return {"$ref": f"#/$defs/{name}"}


def _definition(name: str) -> Schema:
    kind = _defined[name]
    if kind is Slide:
        return _one_of("layout", {layout: _reference(each) for layout, each in LAYOUTS.items()}, LAYOUTS)
    if kind is Chart:
        kinds = {each: chart_class(each) for each in chart_kinds()}
        return _one_of("kind", {each: _reference(cls) for each, cls in kinds.items()}, kinds)
    return _entry(kind)


def _one_of(key: str, refs: dict[str, Schema], kinds: dict[str, type[Any]]) -> Schema:
    """Entries of several classes, told apart by one of their keys."""
    values = [{"const": name, "description": _class_says(kinds[name])} for name in refs]
    cases = [
        {"if": {"properties": {key: {"const": name}}, "required": [key]}, "then": ref} for name, ref in refs.items()
    ]
    return {
        "type": "object",
        "properties": {key: {"description": MEANINGS[key], "anyOf": values}},
        "required": [key],
        "allOf": cases,
    }


def _class_says(kind: type) -> str:
    """What a class is for; a chart's says its module."""
    module = sys.modules[kind.__module__]
    text = module.__doc__ if issubclass(kind, Chart) else kind.__doc__
    return _paragraph(text or "")


def _entry(kind: type) -> Schema:
    """An entry with its keys, and no others."""
    hints = get_type_hints(kind)
    own = [each for each in fields(kind) if each.name not in getattr(kind, "ELSEWHERE", {})]
    properties = {each.name: _property(kind, each, hints[each.name]) for each in own}
    needed = [each.name for each in own if _has_no_default(each)] + list(_NEEDED.get(kind, ()))
    if issubclass(kind, Slide):
        properties = {"layout": _described({"const": kind.layout}, MEANINGS["layout"])} | properties
        needed = ["layout", *needed]
    if issubclass(kind, Chart):
        needed = ["kind", *needed]
    schema = {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}
    return _described(schema, _paragraph(kind.__doc__ or ""))


def _has_no_default(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _property(owner: type, each: Field[Any], hint: Any) -> Schema:
    schema = _of(hint)
    if allowed := _ALLOWED.get((owner, each.name)):
        schema = {"enum": list(allowed)}
    elif suggested := _SUGGESTED.get((owner, each.name)):
        suggestion = {"anyOf": [{"enum": list(suggested)}, {"type": ["string", "number"]}]}
        schema = _list(suggestion) if schema["type"] == "array" else suggestion
    if isinstance(each.default, str | int | float) and each.default not in {"", MISSING}:
        schema = schema | {"default": each.default}
    return _described(schema, meaning(owner, each.name))


def _of(hint: Any) -> Schema:
    """The schema of a value by its type."""
    given = [each for each in get_args(hint) if each not in {type(None), Ellipsis}]
    if get_origin(hint) is Literal:
        return {"enum": given}
    if get_origin(hint) is tuple:
        return _list(_of(given[0]))
    if given:
        return _of(given[0]) if len(given) == 1 else {"anyOf": [_of(each) for each in given]}
    return _of_class(hint)


def _of_class(kind: type) -> Schema:
    if kind is Unit:
        units = [*NOUNS, *(f"{scale} {noun}" for scale in SCALES for noun in ("CNY", "USD"))]
        return {"anyOf": [{"enum": units}, {"type": "string"}]}
    if issubclass(kind, SourceId):
        return {"type": ["string", "number"]}
    if issubclass(kind, FromFile):
        return dict(kind.NOTATION)
    return {"type": _TYPES[kind]} if kind in _TYPES else _reference(kind)


_TYPES: Final[dict[type, str | list[str]]] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: ["string", "number"],
}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _described(schema: Schema, description: str) -> Schema:
    return {"description": description} | schema if description else schema


def _parts(hint: Any) -> Iterator[Any]:
    """A type and those that it is made of."""
    yield hint
    for each in get_args(hint):
        yield from _parts(each)


def _speaks(kind: type) -> bool:
    """Whether what a class says of itself says what a key is for."""
    return (is_dataclass(kind) or issubclass(kind, FromFile)) and not issubclass(kind, Words)


@cache
def _docstrings(cls: type) -> dict[str, str]:
    """What is written under each field of a class; nothing where its source is not there."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    except (OSError, TypeError):
        return {}
    found = next((node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__), None)
    pairs = zip(found.body, found.body[1:], strict=False) if found else ()
    return {
        field.target.id: _paragraph(text.value.value)
        for field, text in pairs
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _paragraph(text: str) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join(inspect.cleandoc(text).split("\n\n")[0].split())
