"""What pydantic finds wrong with an entry, as sentences for its operator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final, get_args, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.deck.choose import chart_class
from kiosk.deck.model import Chart
from kiosk.deck.problems import At, DeckError, Fault, moved, nearest, quoted

_SENTENCES: Final = {
    "dataclass_type": "keys and values are wanted here, such as `key: text`",
    "tuple_type": "a list is wanted here: begin each of its entries with `- `",
    "string_type": "a text is wanted here",
    "float_type": "a number is wanted here",
    "float_parsing": "a number is wanted here, digits with a point for decimals",
    "finite_number": "a number is wanted here that a screen can show",
    "int_type": "a whole number is wanted here",
    "int_parsing": "a whole number is wanted here",
    "int_parsing_size": "a whole number is wanted here that a screen can show",
    "int_from_float": "a whole number is wanted here",
    "bool_type": "`true` or `false` is wanted here",
    "bool_parsing": "`true` or `false` is wanted here",
}
_HINTS: Final = {
    "source": ": name where this comes from, by its id in sources.yaml",
    "sources": ": list where this comes from, by ids in sources.yaml, as in `sources: [some-id]`",
    "unit": ": say what the number counts, as in `unit: billion CNY`",
    "id": ": give it a name of its own, as in `id: trade-by-year`",
}


def explain(error: ValidationError, kind: type, raw: Any, at: At = ()) -> Iterator[Fault]:
    """The faults of an entry of a class, given what the file says, that stands at a place."""
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "unexpected_keyword_argument"]
    keys = {loc: _keys(kind, raw, loc[:-1]) for loc in unknown}
    guesses = {loc: nearest(str(loc[-1]), keys[loc]) for loc in unknown}
    meant = {(*loc[:-1], guess) for loc, guess in guesses.items()}
    for detail in details:
        loc = detail["loc"]
        where = (*at, *loc)
        if detail["type"] == "value_error":
            yield from _told(detail["ctx"]["error"], where)
        elif loc in guesses:
            yield Fault(_unknown(str(loc[-1]), guesses[loc], keys[loc]), where, on_key=True)
        elif detail["type"] != "missing":
            yield Fault(_sentence(detail), where)
        elif loc not in meant:
            yield Fault(f"`{loc[-1]}` is missing{_HINTS.get(str(loc[-1]), '')}", where[:-1])


def _told(error: Exception, at: At) -> Iterator[Fault]:
    """What one of Kiosk's own checks said."""
    for fault in error.faults if isinstance(error, DeckError) else (Fault(str(error)),):
        yield moved(fault, at)


def _sentence(detail: ErrorDetails) -> str:
    wrote = detail["input"]
    if wrote is None:
        return f"`{detail['loc'][-1] if detail['loc'] else 'this'}` is empty: write its value, or remove the line"
    if detail["type"] == "literal_error":
        return f"{quoted(wrote)} is not possible here: write {detail['ctx']['expected'].replace(chr(39), '`')}"
    sentence = _SENTENCES.get(detail["type"], detail["msg"])
    wants_single_value = not isinstance(wrote, dict | list) and detail["type"] not in {"dataclass_type", "tuple_type"}
    return f"{sentence}, not {quoted(wrote)}" if wants_single_value else sentence


def _unknown(key: str, guess: str | None, keys: list[str]) -> str:
    if guess:
        return f"unknown key {quoted(key)}: did you mean {quoted(guess)}?"
    return f"unknown key {quoted(key)}: possible here are {', '.join(quoted(each) for each in keys)}"


def _keys(kind: Any, raw: Any, loc: At) -> list[str]:
    """The keys that the entry at a place inside an entry of a class may have, and does not have yet."""
    for step in loc:
        raw = raw[step]
        inner = get_type_hints(kind)[step] if isinstance(step, str) else kind
        kind = next((each for each in get_args(inner) if is_dataclass(each)), inner)
        if kind is Chart:
            kind = chart_class(raw["kind"])
    elsewhere = getattr(kind, "ELSEWHERE", {})
    return [field.name for field in fields(kind) if field.name not in raw and field.name not in elsewhere]
