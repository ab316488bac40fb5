"""Sentences that are read in the language of whoever reads them, however far from there they were said.

A sentence is a text in English that also keeps its template and what stands in the template's holes. Whoever prints,
compares, sorts or pickles it has a text as any other; where it is shown to a person, `in_language` says it anew from
the template of their language. Another language is one more module beside `zh`, named in `_TABLES`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Final

Value = str | int | float
_TABLES: Final = {"zh": "kiosk.sentences.zh"}
"""The languages that sentences are told in beside English, and the module with the templates of each."""


class Sentence(str):
    """A text in English that can be told in other languages. `sentence` and `listed` make them."""

    __slots__ = ("template", "values")

    template: str
    """In English, with named holes; of a list, what stands between its parts."""
    values: dict[str, Value] | tuple[Value, ...]
    """What stands in the holes, by their names; the parts of a list."""

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (str(self), self.template, self.values)


def sentence(template: str, /, **values: object) -> Sentence:
    """A template with its holes filled: numbers, texts, other sentences, and all else as it prints."""
    kept = {name: value if isinstance(value, str | int | float) else str(value) for name, value in values.items()}
    return _made(template.format_map(kept), template, kept)


def listed(between: str, parts: Iterable[str]) -> Sentence:
    """Texts in a row: what stands between them is said in each language's way, and so is each of them."""
    kept = tuple(parts)
    return _made(between.join(kept), between, kept)


def called(key: str) -> Sentence:
    """A key of a deck's files: in English as it is written there, elsewhere as `labels` has it."""
    name = key.replace("_", " ")
    return _made(name, name, {})


def numbered(key: str, number: object) -> Sentence:
    """One entry of the list under a key of a deck's files, by its number or its id."""
    from kiosk.sentences.labels import ITEMS

    template = f"{ITEMS[key][0].lower()} {{number}}"
    return _made(template.format(number=number), template, {"number": str(number)})


def in_language(text: str, language: str) -> str:
    """A text as it is read in a language, whatever its region; as it is where nobody has put it into that language."""
    if not isinstance(text, Sentence):
        return text
    table = _table(language)
    return str(_told(text, table)) if table else str(text)


def why(error: OSError) -> str:
    """What the system says of an error, in words that other languages have too where it is a common one."""
    said = error.strerror or str(error) or type(error).__name__
    return next((known for known in _COMMON if known == said), said)


def said_by(error: Exception) -> str:
    """What an error says, still a sentence where it was made of one."""
    first = error.args[0] if len(error.args) == 1 else None
    return first if isinstance(first, Sentence) else str(error)


def _made(text: str, template: str, values: dict[str, Value] | tuple[Value, ...]) -> Sentence:
    made = Sentence(text)
    made.template, made.values = template, values
    return made


def _table(language: str) -> Mapping[str, str]:
    """The templates of a language by the English ones; none for English, and where nobody has written any."""
    module = _TABLES.get(language) or _TABLES.get(language.partition("-")[0])
    if module is None:
        return {}
    from importlib import import_module  # a booth that nobody operates reads none of it

    from kiosk.sentences.labels import names

    return ChainMap(import_module(module).TEMPLATES, names(language))


def _told(text: Value, table: Mapping[str, str]) -> Value:
    """A sentence by the templates of a table, with all that stands in it; anything else as it is."""
    if not isinstance(text, Sentence):
        return text
    template = table.get(text.template, text.template)
    if isinstance(text.values, tuple):
        return template.join(str(_told(part, table)) for part in text.values)
    return template.format_map({name: _told(value, table) for name, value in text.values.items()})


_COMMON: Final = (
    sentence("File exists"),
    sentence("File name too long"),
    sentence("File too large"),
    sentence("Input/output error"),
    sentence("Is a directory"),
    sentence("No space left on device"),
    sentence("No such file or directory"),
    sentence("Not a directory"),
    sentence("Operation not permitted"),
    sentence("Permission denied"),
    sentence("Read-only file system"),
    sentence("Too many levels of symbolic links"),
)
"""What `why` knows."""
