"""What a field of the form may choose from, as the deck's files say it: sources, units, answers, columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from kiosk.charts.colours import mixed, over
from kiosk.deck.icons import ICONS
from kiosk.deck.problems import At
from kiosk.deck.shown import Shown
from kiosk.deck.theme import GroupColours, Theme
from kiosk.deck.units import NOUNS
from kiosk.deck.values import SCALES, Colour
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.grounds import names_in
from kiosk.editing.words import word
from kiosk.sentences.labels import LABELS, label


@dataclass(frozen=True, slots=True)
class Choosing:
    """For which field something is chosen: in the editor's language, of a chart's table or none."""

    files: DeckFiles
    language: str
    themes: Mapping[str, Theme] = field(default_factory=dict)
    file: str = ""
    table: At = ()

    def of(self, among: str) -> Iterator[Shown]:
        """Everything that there is of a kind."""
        yield from _KINDS[among](self) if among in _KINDS else ()


def option(
    name: str, said: str, more: str = "", *, on: bool = False, sign: str = "", image: str = "", colours: str = ""
) -> Shown:
    """One thing that can be chosen; its colours, if it shows any, have commas between them."""
    return {"id": name, "name": said, "more": more, "on": on, "sign": sign, "image": image, "colours": colours}


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
    for name, theme in of.themes.items():
        called = label(name, of.language) if name in LABELS else theme.name.say(of.language)
        yield option(name, called, colours=",".join(swatch(theme)))


def swatch(theme: Theme) -> Iterator[str]:
    """What a theme looks like: its background, a card, texts, the accent, and the groups' colours, all opaque."""
    own = theme.colours
    yield own.sky_top[:7]
    yield own.sky_bottom[:7]
    for colour in (own.surface, own.text, own.text_soft, own.accent):
        yield over(colour, own.sky_bottom[:7])
    for each in fields(GroupColours):
        yield over(getattr(theme.groups, each.name), own.sky_bottom[:7])


def palette(now: str, theme: dict[str, Any]) -> Iterator[Shown]:
    """Lighter and darker ones of a colour, and then all that a theme's file has, each once, as they would be written.

    Those of the first kind have a "shade" as their sign.
    """
    if _WRITTEN.fullmatch(now):
        opacity = now[len("#rrggbb") :]
        for towards, parts in (("#000000", (0.6, 0.4, 0.2)), ("#ffffff", (0.0, 0.2, 0.4, 0.6, 0.8))):
            for part in parts:
                shade = mixed(now[:7], towards, part)
                yield option(shade + opacity, shade + opacity, sign="shade", on=part == 0, colours=shade)
    groups = [theme.get(key) for key in ("colours", "groups")]
    own = [str(colour).lower() for group in groups if isinstance(group, dict) for colour in group.values()]
    for colour in dict.fromkeys(own):
        if _WRITTEN.fullmatch(colour):
            yield option(colour, colour, on=colour == now.lower(), colours=over(colour, "#808080"))


def _grounds(of: Choosing) -> Iterator[Shown]:
    for name in of.files.files_of("grounds"):
        shapes = names_in(of.files.session.content(name) or b"", of.language)
        between = "、" if of.language.startswith("zh") else ", "
        more = (
            word("shapes", of.language).format(count=len(shapes), names=between.join(shapes[:_FEW])) if shapes else ""
        )
        yield option(name, name, more + ("…" if len(shapes) > _FEW else ""))


def _films(of: Choosing) -> Iterator[Shown]:
    yield from (option(name, name) for name in of.files.files_of("films"))


_FEW: Final = 5
"""So many shapes of a map are named."""
_WRITTEN: Final = re.compile(str(Colour.NOTATION["pattern"]))
_KINDS: Final[dict[str, Callable[[Choosing], Iterator[Shown]]]] = {
    "sources": _sources,
    "units": _units,
    "answers": _answers,
    "groups": _groups,
    "slides": _slides,
    "columns": _columns,
    "icons": _icons,
    "themes": _themes,
    "grounds": _grounds,
    "films": _films,
}
