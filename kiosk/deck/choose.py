"""Which class an entry is of: a slide says it by its `layout`, a chart by its `kind`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kiosk.deck import charts
from kiosk.deck.model import LAYOUTS, Chart, Slide
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.deck.reading import Reading
from kiosk.deck.thinned import thinned
from kiosk.sentences import listed, sentence

T = TypeVar("T")


def slide_class(raw: Any) -> type[Slide]:
    """The class of a slide. Raises DeckError where its layout is missing or unknown."""
    return LAYOUTS[_choice(raw, "layout", list(LAYOUTS))]


@cache
def chart_kinds() -> list[str]:
    """The kinds of charts that there are: the modules of `kiosk.deck.charts`."""
    return sorted(module.name for module in iter_modules(charts.__path__))


def read_chart(raw: Any, reading: Reading) -> Chart:
    """A chart of the kind that it asks for. Raises DeckError or pydantic's ValidationError where it is not sound."""
    kind = chart_class(_choice(raw, "kind", chart_kinds()))
    chart = adapter(kind).validate_python(raw, context=reading)
    table = chart.table
    sheet = (table.columns, table.rows, table.lines)
    reading.check_rows(sheet, table.name, "source", reading.sources)
    if leads_to := getattr(getattr(chart, "options", None), "leads_to", None):
        reading.check_rows(sheet, table.name, leads_to, reading.platforms)
    return thinned(chart)


def chart_class(kind: str) -> type[Chart]:
    """The class of a kind of chart."""
    found: type[Chart] = import_module(f"{charts.__name__}.{kind}").Chart
    return found


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """What checks entries of a class."""
    return _adapter(kind)  # type: ignore[arg-type] # mypy looks at how its objects hash, not at the class


@cache
def _adapter(kind: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(kind)


def _choice(raw: Any, key: str, names: list[str]) -> str:
    """What an entry says under a key, one of the names. Raises DeckError where it says something else."""
    if not isinstance(raw, dict):
        raise DeckError(
            sentence("keys and values are wanted here, beginning with `{key}: {name}`", key=key, name=names[0])
        )
    name = raw.get(key)
    if name is None:
        raise DeckError(
            Fault(
                sentence("`{key}` is missing: it is one of {names}", key=key, names=listed(", ", map(quoted, names))),
                (key,) if key in raw else (),
            )
        )
    if not isinstance(name, str):
        raise DeckError(Fault(sentence("a single word is wanted here, such as `{name}`", name=names[0]), (key,)))
    if name not in names:
        raise DeckError(
            Fault(
                sentence(
                    "{name} is not a {key} that Kiosk knows: {instead}",
                    name=quoted(name),
                    key=key,
                    instead=instead(name, names),
                ),
                (key,),
            )
        )
    return name
