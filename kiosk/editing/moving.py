"""Slides that go from one platform to another, and platforms that are copied or come elsewhere among the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kiosk.deck.folder import DECK_FILE
from kiosk.deck.scalars import resolve
from kiosk.editing import splice, templates
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.entries import dicts, found

_BEFORE_ORDER: Final = ("name", "short", "summary", "icon", "group", "order")
"""The keys of a platform's file that stand before its rank."""


def send(files: DeckFiles, file: str, place: int, to: str, at: int) -> bool:
    """A slide goes to a place of another platform, as it stands, with its comments. Raises EditError.

    Its id stays, unless another slide has it, too: then it gets one of its own.
    """
    source, target = files.session.coded(file), files.session.coded(to)
    rest, item = splice.take(source.text, ("slides", place))
    text = splice.bring(target.text, ("slides", at), item)
    ids = [str(slide.get("id")) for each in files.platforms() for slide in dicts(each.slides)]
    own = found(splice.tree(text), ("slides", at, "id"))
    if ids.count(str(own)) > 1:
        text = splice.put(text, ("slides", at, "id"), templates.free(str(own), ids))
    return files.session.change({file: source.with_text(rest), to: target.with_text(text)})


def duplicate_platform(files: DeckFiles, file: str) -> str:
    """A platform once more in a file of its own, whose slides have ids of their own; its name. Raises EditError."""
    stem = templates.free(Path(file).stem, {Path(each).stem for each in files.names() if each.endswith(".yaml")})
    coded, taken = files.session.coded(file), files.slide_ids()
    text = coded.text
    slides = files.value(file, ("slides",))
    for place, slide in enumerate(slides if isinstance(slides, list) else ()):
        if isinstance(slide, dict) and "id" in slide:
            name = templates.free(str(slide["id"]), taken)
            taken.add(name)
            text = splice.put(text, ("slides", place, "id"), name)
    files.session.change({f"{stem}.yaml": coded.with_text(text)})
    return f"{stem}.yaml"


def shift_platform(files: DeckFiles, file: str, by: int) -> bool:
    """A platform comes further up or down in its group, by the ranks that stand in the files. Raises EditError."""
    listed = _neighbours(files, file)
    place = listed.index(file)
    if not 0 <= place + by < len(listed):
        return False
    ranks = [files.tree(each).get("order", 0) for each in listed]
    in_use = all(isinstance(rank, int) for rank in ranks) and len(set(ranks)) == len(ranks)
    ranks = ranks if in_use else list(range(1, len(listed) + 1))
    listed.insert(place + by, listed.pop(place))
    contents: dict[str, bytes | None] = {}
    for each, rank in zip(listed, ranks, strict=True):
        coded = files.session.coded(each)
        text = splice.put(coded.text, ("order",), resolve(str(rank)), _BEFORE_ORDER)
        contents[each] = coded.with_text(text)
    return files.session.change(contents)


def routes_through(files: DeckFiles, *platforms: str) -> list[Any]:
    """The titles of the presenters' routes that name a platform, and with it all its slides."""
    stems = {Path(file).stem for file in platforms}
    routes = dicts(files.tree(DECK_FILE).get("routes"))
    named = [(route, route.get("slides")) for route in routes]
    return [route.get("title") for route, ids in named if isinstance(ids, list) and stems & set(map(str, ids))]


def _neighbours(files: DeckFiles, file: str) -> list[str]:
    """The files of the platforms of one group, in their order: that of a platform, and it among them."""
    group = next((each.group for each in files.platforms() if each.file == file), None)
    return [each.file for each in files.platforms() if each.group == group]
