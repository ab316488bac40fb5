"""What a field of the form may choose from, as the deck's files say it: sources, units, answers, columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from kiosk.deck.icons import ICONS
from kiosk.deck.problems import At
from kiosk.deck.shown import Shown
from kiosk.deck.units import NOUNS
from kiosk.deck.values import SCALES
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.labels import label


@dataclass(frozen=True, slots=True)
class Choosing:
    """For which field something is chosen: in the editor's language, of a chart's table or none."""

    files: DeckFiles
    language: str
    themes: tuple[str, ...] = ()
    file: str = ""
    table: At = ()

    def of(self, among: str) -> Iterator[Shown]:
        """Everything that there is of a kind."""
        yield from _KINDS[among](self) if among in _KINDS else ()


def option(name: str, said: str, more: str = "", *, on: bool = False, sign: str = "", image: str = "") -> Shown:
    """One thing that can be chosen."""
    return {"id": name, "name": said, "more": more, "on": on, "sign": sign, "image": image}


def said(value: Any, language: str) -> str:
    """A text of a file in a language; in another where it has none."""
    if isinstance(value, dict):
        texts = [str(each) for each in (value.get(language), *value.values()) if isinstance(each, str | int | float)]
        return next(filter(None, texts), "")
    return str(value) if isinstance(value, str | int | float) else ""


def dicts(value: Any) -> list[dict[str, Any]]:
    """The entries of a list of a file that have keys."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list | tuple) else []


def _sources(of: Choosing) -> Iterator[Shown]:
    for name, raw in of.files.sources().items():
        own = raw if isinstance(raw, dict) else {}
        publisher = f"{said(own.get('publisher'), of.language)} · {said(own.get('date'), '')}"
        yield option(name, said(own.get("title"), of.language) or name, publisher)


def _units(of: Choosing) -> Iterator[Shown]:
    own = [str(each.get("id")) for each in dicts(of.files.tree("deck.yaml").get("units"))]
    scaled = [f"{scale} {noun}" for scale in SCALES for noun in ("CNY", "USD")]
    yield from (option(noun, noun) for noun in (*own, *NOUNS, *scaled))


def _answers(of: Choosing) -> Iterator[Shown]:
    for question in dicts(of.files.tree("adviser.yaml").get("questions")):
        for answer in dicts(question.get("answers")):
            about = said(question.get("text"), of.language)
            yield option(str(answer.get("id")), said(answer.get("text"), of.language), about)


def _groups(of: Choosing) -> Iterator[Shown]:
    for group in dicts(of.files.tree("deck.yaml").get("groups")):
        yield option(str(group.get("id")), said(group.get("name"), of.language), said(group.get("digit"), ""))


def _slides(of: Choosing) -> Iterator[Shown]:
    for platform in of.files.platforms():
        for slide in dicts(platform.slides):
            about = said(platform.name, of.language)
            yield option(str(slide.get("id")), said(slide.get("title"), of.language), about)


def _columns(of: Choosing) -> Iterator[Shown]:
    grid = of.files.grid(of.file, of.table)
    yield from (option(name, name) for name in (grid.rows[0] if grid.rows else ()))


def _icons(_: Choosing) -> Iterator[Shown]:
    yield from (option(name, name, sign=sign) for name, sign in ICONS.items())


def _themes(of: Choosing) -> Iterator[Shown]:
    yield from (option(name, label(name, of.language)) for name in of.themes)


_KINDS: Final[dict[str, Callable[[Choosing], Iterator[Shown]]]] = {
    "sources": _sources,
    "units": _units,
    "answers": _answers,
    "groups": _groups,
    "slides": _slides,
    "columns": _columns,
    "icons": _icons,
    "themes": _themes,
}
