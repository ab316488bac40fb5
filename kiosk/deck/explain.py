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
from kiosk.sentences import listed, said_by, sentence

_SENTENCES: Final = {
    "dataclass_type": sentence("keys and values are wanted here, such as `key: text`"),
    "tuple_type": sentence("a list is wanted here: begin each of its entries with `- `"),
    "string_type": sentence("a text is wanted here"),
    "float_type": sentence("a number is wanted here"),
    "float_parsing": sentence("a number is wanted here, digits with a point for decimals"),
    "finite_number": sentence("a number is wanted here that a screen can show"),
    "int_type": sentence("a whole number is wanted here"),
    "int_parsing": sentence("a whole number is wanted here"),
    "int_parsing_size": sentence("a whole number is wanted here that a screen can show"),
    "int_from_float": sentence("a whole number is wanted here"),
    "bool_type": sentence("`true` or `false` is wanted here"),
    "bool_parsing": sentence("`true` or `false` is wanted here"),
}
_HINTS: Final = {
    "source": sentence(": name where this comes from, by its id in sources.yaml"),
    "sources": sentence(": list where this comes from, by ids in sources.yaml, as in `sources: [some-id]`"),
    "unit": sentence(": say what the number counts, as in `unit: billion CNY`"),
    "id": sentence(": give it a name of its own, as in `id: trade-by-year`"),
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
            yield Fault(
                sentence("`{key}` is missing{hint}", key=loc[-1], hint=_HINTS.get(str(loc[-1]), "")), where[:-1]
            )


def _told(error: Exception, at: At) -> Iterator[Fault]:
    """What one of Kiosk's own checks said."""
    for fault in error.faults if isinstance(error, DeckError) else (Fault(said_by(error)),):
        yield moved(fault, at)


def _sentence(detail: ErrorDetails) -> str:
    wrote = detail["input"]
    if wrote is None:
        key = detail["loc"][-1] if detail["loc"] else "this"
        return sentence("`{key}` is empty: write its value, or remove the line", key=key)
    if detail["type"] == "literal_error":
        return sentence("{wrote} is not possible here: write {one}", wrote=quoted(wrote), one=_one_of(detail))
    wanted = _SENTENCES.get(detail["type"], detail["msg"])
    wants_single_value = not isinstance(wrote, dict | list) and detail["type"] not in {"dataclass_type", "tuple_type"}
    return sentence("{wanted}, not {wrote}", wanted=wanted, wrote=quoted(wrote)) if wants_single_value else wanted


def _one_of(detail: ErrorDetails) -> str:
    """The words that are possible, as pydantic lists them, between backticks."""
    some, _, last = detail["ctx"]["expected"].replace("'", "`").rpartition(" or ")
    return sentence("{some} or {last}", some=listed(", ", some.split(", ")), last=last) if some else last


def _unknown(key: str, guess: str | None, keys: list[str]) -> str:
    if guess:
        return sentence("unknown key {key}: did you mean {guess}?", key=quoted(key), guess=quoted(guess))
    return sentence(
        "unknown key {key}: possible here are {keys}", key=quoted(key), keys=listed(", ", map(quoted, keys))
    )


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
