"""The small values of a slide file: words in several languages, units, names of sources and files."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from kiosk.deck.entry import FromFile
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.deck.records import record
from kiosk.sentences import listed, sentence

if TYPE_CHECKING:
    from kiosk.deck.reading import Reading

SCALES = {
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""Words that may stand before a unit's noun, and what they multiply by."""

EVERY_LANGUAGE: Final = ""
_LONGEST: Final = 1_000
"""Characters; more than any slide can hold, and few enough that trying sizes for them is not felt."""


@record
class Words(FromFile):
    """A text, the same in every language or one for each.

    In a slide file: `title: Rongchang` or `title: {en: …, zh: …}`.
    """

    NOTATION: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": ["string", "number"]},
            {"type": "object", "additionalProperties": {"type": ["string", "number"]}, "minProperties": 1},
        ]
    }

    LONGEST: ClassVar[int] = _LONGEST
    """Characters in one language."""

    texts: tuple[tuple[str, str], ...] = ()
    """(language, text) pairs; the language "" stands for every language."""

    def say(self, language: str) -> str:
        """The text in a language; in the first one there is where it has none; "" without any."""
        texts = dict(self.texts)
        return texts.get(language) or next(iter(texts.values()), "")

    def __bool__(self) -> bool:
        return any(text for _, text in self.texts)

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """One text, or one for each of the deck's languages. Raises DeckError where one is missing or empty."""
        if not isinstance(raw, dict):
            return cls(((EVERY_LANGUAGE, _text(raw, cls.LONGEST)),))
        faults = [_unknown_language(language, reading) for language in raw if not reading.speaks(language)]
        missing = [language for language in reading.languages if language not in raw]
        if missing or not raw:
            named = listed(" and ", map(quoted, missing)) if missing else sentence("a language")
            speaks = (
                sentence(": the deck speaks {languages}", languages=listed(", ", reading.languages))
                if reading.languages
                else ""
            )
            faults.append(Fault(sentence("the text in {named} is missing{speaks}", named=named, speaks=speaks)))
        texts = []
        for language, text in raw.items():
            try:
                texts.append((language, _text(text, cls.LONGEST)))
            except DeckError as wrong:
                faults += [Fault(fault.message, (language,)) for fault in wrong.faults]
        if faults:
            raise DeckError(*faults)
        return cls(tuple(texts))


@record
class Notes(Words):
    """What a presenter reads, which no screen has to hold."""

    LONGEST: ClassVar[int] = 10_000


def _unknown_language(language: str, reading: Reading) -> Fault:
    return Fault(
        sentence(
            "{language} is not one of the deck's languages: {instead}",
            language=quoted(language),
            instead=instead(language, reading.languages),
        ),
        (language,),
        on_key=True,
    )


def _text(raw: Any, longest: int = _LONGEST) -> str:
    """A text as it was typed, a number too. Raises DeckError where it is no text, or an empty one."""
    if raw is None or not str(raw).strip():
        raise DeckError(sentence("this text is empty: write it, or remove the line"))
    if not isinstance(raw, str | int | float):
        kind = sentence("a list") if isinstance(raw, list) else sentence("keys and values")
        raise DeckError(sentence("a text is wanted here, not {kind}", kind=kind))
    text = str(raw).strip()
    if len(text) > longest:
        raise DeckError(
            sentence("this text has {count:,} characters, {longest:,} are the most", count=len(text), longest=longest)
        )
    return text


@record
class Consent(Words):
    """What visitors agree to: a text for each language, never another language's in its place."""

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The texts that are there; the deck does without the languages that lack one. Raises DeckError as `Words`."""
        if not isinstance(raw, dict):
            if len(reading.languages) > 1:
                keys = ", ".join(f"{language}: …" for language in reading.languages)
                raise DeckError(
                    sentence("a consent is wanted in each language: write `consent: {{{keys}}}`", keys=keys)
                )
            return super().read(raw, reading)
        given = tuple(language for language in reading.languages if language in raw)
        return super().read(raw, replace(reading, languages=given) if given else reading)

    def speaks(self, language: str) -> bool:
        """Whether it can be read in a language."""
        return bool(dict(self.texts).get(language) or dict(self.texts).get(EVERY_LANGUAGE))


@record
class Unit(FromFile):
    """What a number counts: `billion CNY`, `companies`, `percent`."""

    noun: str
    scale: int = 1
    """What one of the unit is worth in plain nouns: 1_000_000_000 for `billion CNY`."""

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """A noun that Kiosk or the deck knows, perhaps after a word for its scale. Raises DeckError for another."""
        text = " ".join(_text(raw).split())
        first, _, rest = text.partition(" ")
        scaled = first.lower() in SCALES
        noun = rest if scaled else text
        if scaled and not noun:
            raise DeckError(
                sentence(
                    "{text} says how many, but not of what: write for example `{scale} CNY`",
                    text=quoted(text),
                    scale=text,
                )
            )
        reading.units.check(noun)
        return cls(noun, SCALES[first.lower()] if scaled else 1)


class SourceId(FromFile, str):
    """The name of an entry in `sources.yaml`."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The id of a source that there is. Raises DeckError for another."""
        text = _text(raw)
        reading.sources.check(text)
        return cls(text)


class AnswerId(FromFile, str):
    """The id of an answer in `adviser.yaml`."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The id of an answer that there is. Raises DeckError for another."""
        text = _text(raw)
        reading.answers.check(text)
        return cls(text)


class ColumnName(FromFile, str):
    """The name of a column in a chart's table; the chart sees to it that there is one."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:  # noqa: ARG003 - every value is asked alike
        """A name as the table's first row has it. Raises DeckError where it is no text."""
        return cls(_text(raw))


class DeckFile(FromFile, str):
    """The path of a picture inside the deck's folder, with forward slashes."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The path of a picture that is there. Raises DeckError where it is not, or is no picture."""
        text = _text(raw)
        reading.check_picture(text)
        return cls(text)


class FilmFile(FromFile, str):
    """The path of a film inside the deck's folder, with forward slashes."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The path of a film that is there. Raises DeckError where it is not, or is no film."""
        text = _text(raw)
        reading.check_film(text)
        return cls(text)


class LeadKey(FromFile, str):
    """The organiser's public key for contacts, as `kiosk leads keygen` prints it."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:  # noqa: ARG003 - every value is asked alike
        """The key. Raises DeckError where it is none, or is not whole."""
        from kiosk.deck.leadkey import of_text  # a deck that was checked before opens without it

        text = "".join(_text(raw).split())
        try:
            of_text(text)
        except ValueError:
            raise DeckError(
                sentence(
                    "this is not a whole public key: copy the line of `kiosk leads keygen`, which is in leads.pub too"
                )
            ) from None
        return cls(text.lower())


class Colour(FromFile, str):
    """A colour as `#rrggbb` or, with its opacity, `#rrggbbaa`."""

    __slots__ = ()

    NOTATION: ClassVar[dict[str, Any]] = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$"}

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:  # noqa: ARG003 - every value is asked alike
        """A colour. Raises DeckError where it is written in another way."""
        if raw is None:
            raise DeckError(
                sentence('the colour is missing: put it in quotes, as in "#1a2b3c", since `#` begins a comment')
            )
        if not re.fullmatch(str(cls.NOTATION["pattern"]), str(raw)):
            raise DeckError(
                sentence(
                    '{raw} is not a colour: write it like "#1a2b3c", or "#1a2b3c80" with its opacity', raw=quoted(raw)
                )
            )
        return cls(str(raw).lower())
