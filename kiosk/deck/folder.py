"""A deck's folder -> the deck, and every problem of every file. The one place that knows which file holds what."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol, TypeVar

from kiosk.deck.adviserfile import read_questions
from kiosk.deck.load import Loaded
from kiosk.deck.memory import Memory
from kiosk.deck.model import Deck, Group, IndicatorKind, Question, Route, Scene, Source, UnitName
from kiosk.deck.platformfile import Groundwork
from kiosk.deck.platforms import PlatformFiles
from kiosk.deck.problems import DeckError, Fault, Problem, instead, quoted, shown_path
from kiosk.deck.reading import Names, Reading
from kiosk.deck.rules import check_id, check_languages, check_range
from kiosk.deck.slidefile import SlideFile, failed
from kiosk.deck.themes import load_themes
from kiosk.deck.units import NOUNS
from kiosk.sentences import sentence

DECK_FILE: Final = "deck.yaml"
SOURCES_FILE: Final = "sources.yaml"
ADVISER_FILE: Final = "adviser.yaml"
_RESERVED: Final = frozenset({DECK_FILE, SOURCES_FILE, ADVISER_FILE})
"""The files that are no platforms."""
_OLDEST: Final = 1200
"""Months that `stale_after` may be at most."""
_LISTS: Final = ("groups", "indicators", "units", "attract", "routes")
_KINDS: Final = {
    "groups": sentence("group"),
    "indicators": sentence("indicator"),
    "routes": sentence("route"),
    "units": sentence("unit"),
}
"""What one of a list is called."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def read_folder(folder: Path, memory: Memory) -> Loaded:
    """Read a deck, as `load` says."""
    if not folder.is_dir():
        return Loaded(None, (Problem(folder, 1, 1, "error", sentence("there is no such folder")),))
    loader = _Loader(folder, memory)
    deck = loader.deck()
    problems = sorted(set(loader.problems), key=lambda p: (shown_path(p.path), p.line, p.column, p.message))
    return Loaded(deck, tuple(problems), loader.themes)


@dataclass(frozen=True, slots=True)
class _Head:
    """What deck.yaml says, and what the platforms' files may refer to."""

    deck: Deck | None
    reading: Reading
    groups: Names
    kinds: Names
    indicators: tuple[IndicatorKind, ...] = ()


class _Loader:
    """Collects what a folder's files say."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self._folder, self._memory = folder, memory
        self.themes, self.problems = load_themes(folder)

    def deck(self) -> Deck | None:
        """The deck with everything in it that is sound; None where deck.yaml cannot be used."""
        file = self._open(DECK_FILE)
        units = Names(sentence("unit"), sentence("Kiosk or deck.yaml"), frozenset(NOUNS))
        files = self._platform_files()
        platforms = Names(sentence("platform"), sentence("the deck's folder"), frozenset(path.stem for path in files))
        reading = Reading(self._folder, _languages(file) if file else (), units=units, platforms=platforms)
        sources, names = self._sources(reading)
        head = self._head(file, replace(reading, sources=names))
        questions, answers = self._questions(head.reading)
        reading = replace(head.reading, answers=answers)
        ground = Groundwork(reading, head.groups, head.kinds, {kind.id: kind for kind in head.indicators})
        reader = PlatformFiles(ground, self._memory)
        in_files = reader.read(files)
        self.problems += reader.problems
        if file is None or head.deck is None:
            self.problems += file.problems if file else []
            return None
        order = {group.id: number for number, group in enumerate(head.deck.groups)}
        in_order = sorted(in_files, key=lambda each: (order.get(each.group, -1), each.order, each.id))
        deck = replace(
            head.deck,
            platforms=tuple(in_order),
            hidden=tuple(reader.hidden),
            questions=questions,
            sources=tuple(sources.items()),
        )
        deck = self._with_routes(self._with_map(deck, file), file)
        _tell_consents(deck, file)
        self.problems += file.problems
        return deck

    def _head(self, file: SlideFile | None, reading: Reading) -> _Head:
        if file is None:
            reading = replace(reading, units=replace(reading.units, whole=False))
            no_groups, no_kinds = (Names(_KINDS[key], DECK_FILE, whole=False) for key in ("groups", "indicators"))
            return _Head(None, reading, no_groups, no_kinds)
        units, names = _listed(file, "units", UnitName, reading)
        known = replace(reading.units, sound=reading.units.sound | names.sound, broken=names.broken)
        reading = replace(reading, units=known)
        groups, group_names = _listed(file, "groups", Group, reading)
        kinds, kind_names = _listed(file, "indicators", IndicatorKind, reading)
        routes, _ = _listed(file, "routes", Route, reading)
        scenes = [file.entry(Scene, raw, at, reading) for at, raw in file.items("attract")]
        own = {key: value for key, value in file.refuse(Deck.ELSEWHERE).items() if key not in _LISTS}
        deck = file.sound_part(Deck, own, reading)
        if deck is not None:
            deck = replace(
                self._with_age(self._with_theme(deck, file), file),
                attract=tuple(scene for scene in scenes if scene),
                groups=groups,
                indicators=kinds,
                units=units,
                routes=routes,
            )
        return _Head(deck, reading, group_names, kind_names, kinds)

    def _with_map(self, deck: Deck, file: SlideFile) -> Deck:
        """The deck with a map that is one of its slides, or with none."""
        slides = [slide.id for platform in deck.platforms for slide in platform.slides]
        if not deck.map or deck.map in slides:
            return deck
        message = sentence(
            "{name} is not a sound slide: {instead}", name=quoted(deck.map), instead=instead(deck.map, slides)
        )
        if any(slide.id == deck.map for slide in deck.hidden):
            message = sentence("{name} is hidden: show it, or remove this line", name=quoted(deck.map))
        file.tell([Fault(message, ("map",))])
        return replace(deck, map="")

    def _with_routes(self, deck: Deck, file: SlideFile) -> Deck:
        """The deck with routes through slides that it has; one that has none of its own is left out."""
        slides = [slide.id for platform in deck.platforms for slide in platform.slides]
        known = [*slides, *(platform.id for platform in deck.platforms if platform.slides)]
        hidden = {slide.id for slide in deck.hidden}
        routes = {route.id: route for route in deck.routes}
        for (*where, at), raw in file.items("routes"):
            route = routes.get(str(raw.get("id"))) if isinstance(raw, dict) else None
            for place, name in enumerate(route.slides if route else ()):
                if name not in known:
                    message = sentence(
                        "{name} is not a slide or a platform: {instead}",
                        name=quoted(name),
                        instead=instead(name, known),
                    )
                    if name in hidden:
                        message = sentence("{name} is hidden: show it, or remove this line", name=quoted(name))
                    file.tell([Fault(message, (*where, at, "slides", place))])
        sound = (replace(each, slides=tuple(name for name in each.slides if name in known)) for each in routes.values())
        return replace(deck, routes=tuple(route for route in sound if route.slides))

    def _with_theme(self, deck: Deck, file: SlideFile) -> Deck:
        """The deck with a theme that there is."""
        names = dict(self.themes)
        if deck.theme in names:
            return deck
        file.tell(
            [
                Fault(
                    sentence(
                        "{name} is not a theme: {instead}",
                        name=quoted(deck.theme),
                        instead=instead(deck.theme, names),
                    ),
                    ("theme",),
                )
            ]
        )
        return replace(deck, theme=Deck.theme)

    def _with_age(self, deck: Deck, file: SlideFile) -> Deck:
        """The deck with an age that its figures can have, or with none."""
        try:
            check_range("stale_after", 1 if deck.stale_after is None else deck.stale_after, 1, _OLDEST)
        except DeckError as wrong:
            file.tell(wrong.faults)
            return replace(deck, stale_after=None)
        return deck

    def _sources(self, reading: Reading) -> tuple[dict[str, Source], Names]:
        """The sound sources by their ids, and the names that may be referred to."""
        file = self._open(SOURCES_FILE)
        if file is None:
            return {}, replace(reading.sources, whole=False)
        found = {
            key: file.entry(Source, raw, (key,), reading) if _is_id(key, file) else None
            for key, raw in file.raw.items()
        }
        self.problems += file.problems
        sound = {key: source for key, source in found.items() if source}
        return sound, replace(reading.sources, sound=frozenset(sound), broken=frozenset(found) - frozenset(sound))

    def _questions(self, reading: Reading) -> tuple[tuple[Question, ...], Names]:
        """The adviser's questions, where the deck has an adviser, and their answers' names."""
        if not (self._folder / ADVISER_FILE).exists():
            return (), reading.answers
        file = self._open(ADVISER_FILE)
        if file is None:
            return (), replace(reading.answers, whole=False)
        questions, names = read_questions(file, reading)
        self.problems += file.problems
        return questions, names

    def _open(self, name: str) -> SlideFile | None:
        path = self._folder / name
        try:
            return SlideFile.open(path)
        except DeckError as wrong:
            self.problems += failed(path, wrong)
            return None

    def _platform_files(self) -> list[Path]:
        """The files of the platforms, by name; those that are probably meant to be some are told."""
        try:
            names = sorted(path for path in self._folder.iterdir() if not path.name.startswith("."))
        except OSError:
            return []
        for path in names:
            if path.suffix == ".yml":
                message = sentence("this file is not read: name it {name}", name=quoted(path.stem + ".yaml"))
                self.problems.append(Problem(path, 1, 1, "warning", message))
        return [path for path in names if path.suffix == ".yaml" and path.name not in _RESERVED]


def _tell_consents(deck: Deck, file: SlideFile) -> None:
    """Tell the languages in which visitors cannot agree to anything."""
    for language in deck.languages if deck.leads else ():
        if deck.leads and not deck.leads.consent.speaks(language):
            message = sentence(
                "the consent in {language} is missing: visitors who read it are not asked for a contact",
                language=quoted(language),
            )
            file.tell([Fault(message, ("leads", "consent"))])


def _is_id(key: str, file: SlideFile) -> bool:
    """Whether a key of a file can be an id; told where it cannot."""
    try:
        check_id(key)
    except DeckError as wrong:
        file.tell(Fault(fault.message, (key,), on_key=True) for fault in wrong.faults)
        return False
    return True


def _languages(file: SlideFile) -> tuple[str, ...]:
    """The languages of a deck; none where they are not sound, so that nothing else is told about them."""
    raw = file.raw.get("languages")
    languages = tuple(each for each in raw if isinstance(each, str)) if isinstance(raw, list) else ()
    with suppress(DeckError):
        check_languages(languages)
        return languages
    return ()


def _listed(file: SlideFile, key: str, kind: type[N], reading: Reading) -> tuple[tuple[N, ...], Names]:
    """The sound entries of a list, each with an id of its own, and the names that may be referred to."""
    found: dict[str, N] = {}
    broken: set[str] = set()
    for at, raw in file.items(key):
        entry = file.entry(kind, raw, at, reading)
        if entry is None:
            broken |= {str(raw["id"])} if isinstance(raw, dict) and "id" in raw else set()
        elif entry.id in found:
            file.tell(
                [
                    Fault(
                        sentence(
                            "the id {id} is there twice under `{key}`: ids are unique", id=quoted(entry.id), key=key
                        ),
                        (*at, "id"),
                    )
                ]
            )
        else:
            found[entry.id] = entry
    names = Names(_KINDS[key], DECK_FILE, frozenset(found), frozenset(broken) - frozenset(found))
    return tuple(found.values()), names
