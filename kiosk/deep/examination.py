"""From what was seen on the screens to the problems of a deck, each with its file and line and told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from kiosk.deck.load import Loaded
from kiosk.deck.marks import Mark
from kiosk.deck.problems import Problem
from kiosk.deck.whereabouts import Places
from kiosk.deep.complaint import Frame, Short
from kiosk.deep.crew import walked
from kiosk.deep.screens import Screen, Walk
from kiosk.machine.suit import Measures, measures
from kiosk.sentences import listed, sentence
from kiosk.walk import stops

_NAMED: Final = 4
"""So many of those that are too small are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture of one screen."""

    walk: Walk
    stop: str
    picture: bytes
    """A JPEG."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem, and where it was seen."""

    problem: Problem
    walk: Walk
    stop: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of a deep check."""

    found: tuple[Found, ...]
    """Each problem once, on the first screen on which it was seen."""
    shots: tuple[Shot, ...]
    """Of every screen, in order; none where no pictures were wanted."""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong."""
        return [each.problem for each in self.found]


def examine(
    loaded: Loaded, deck: Path, sizes: Iterable[QSize], cache: Path, progress: Callable[[int, int], None]
) -> list[Problem]:
    """Problems of every screen at every size and in every language of the deck, each once."""
    return look(loaded, deck, sizes, cache, progress).problems


def look(
    loaded: Loaded,
    deck: Path,
    sizes: Iterable[QSize],
    cache: Path,
    progress: Callable[[int, int], None],
    *,
    here: Measures | None = None,
    shots: bool = False,
    processes: int | None = None,
) -> Examination:
    """The same with the screens' pictures if wanted.

    `here` are the screen's measures, the deck's own if not given; `processes` may walk at one time, as many as make
    sense if not given. What comes of it does not depend on that.
    """
    assert loaded.deck is not None  # noqa: S101 - the command asks only for a deck that opened
    walks = [Walk(s.width(), s.height(), language) for s, language in product(sizes, loaded.deck.languages)]
    known = measures(loaded.deck.screen) if here is None else here
    count = len(list(stops(loaded.deck)))
    places = Places(deck, loaded.deck)
    found: dict[Problem, Found] = {}
    pictures: list[Shot] = []
    seen = walked(loaded, deck, walks, known, cache, count, progress, shots=shots, processes=processes)
    for walk, screens in zip(walks, seen, strict=True):
        for each in _found(walk, screens, places):
            found.setdefault(each.problem, each)
        if shots:
            pictures += [Shot(walk, screen.stop, screen.picture) for screen in screens]
    return Examination(tuple(found.values()), tuple(pictures))


def _found(walk: Walk, screens: Sequence[Screen], places: Places) -> Iterable[Found]:
    """What is wrong on the screens of one walk, in their order; what is the interface's own after them."""
    size = f"{walk.width}x{walk.height}"
    where = sentence("({language}, {size})", language=walk.language, size=size)
    interface: dict[tuple[str, str], list[tuple[str, Short]]] = {}
    for screen in screens:
        path, mark = places.of(screen.slide)
        for severity, message, frame, spoken in screen.complaints:
            seen_at = where if spoken else sentence("({size})", size=size)
            said = sentence("{message} {where}", message=message, where=seen_at)
            problem = Problem(path, mark.line, mark.column, severity, said)
            yield Found(problem, walk, screen.stop, (frame,) if frame else ())
        own: dict[tuple[str, str], list[tuple[str, Short]]] = {}
        for short in screen.shorts:
            groups = own if short.own and screen.slide else interface
            groups.setdefault((short.kind, short.severity), []).append((screen.stop, short))
        for group in own.values():
            yield _short(group, path, mark, walk, where)
    path, mark = places.key(("screen",))
    for group in interface.values():
        yield _short(group, path, mark, walk, where)


def _short(group: Sequence[tuple[str, Short]], path: Path, mark: Mark, walk: Walk, where: str) -> Found:
    """All that is short in the same way, as one problem of the place that can mend it."""
    said = sentence("{message} {where}", message=_said(group), where=where)
    stop, first = group[0]
    return Found(Problem(path, mark.line, mark.column, first.severity, said), walk, stop, _frames(group))


def _frames(group: Sequence[tuple[str, Short]]) -> tuple[Frame, ...]:
    """The places of those that are seen on the first screen."""
    return tuple(short.frame for stop, short in group if short.frame and stop == group[0][0])


def _said(group: Sequence[tuple[str, Short]]) -> str:
    """One sentence for all that are short in the same way."""
    shorts: dict[str, Short] = {}
    for _, short in group:
        if short.name not in shorts or short.has < shorts[short.name].has:
            shorts[short.name] = short
    worst = min(shorts.values(), key=lambda short: short.has)
    others = [short.name for short in shorts.values() if short is not worst]
    so = sentence("; too small are also {others}", others=_some(others)) if others else ""
    values = {"name": worst.name, "has": worst.has, "wants": worst.wants, "so": so}
    match worst.kind:
        case "text":
            return sentence("{name} has letters {has:.1f} mm high, {wants:g} are wanted at that distance{so}", **values)
        case "target":
            return sentence("{name} is {has:.0f} mm for a finger, {wants:g} are wanted{so}", **values)
        case "reach":
            so = sentence("; so are {others}", others=_some(others)) if others else ""
            return sentence(
                "{name} is {has:.0f} mm above the floor, out of a seated visitor's reach (380 to 1220 mm), "
                "and nothing within it does the same{so}",
                name=worst.name,
                has=worst.has,
                so=so,
            )


def _some(names: list[str]) -> str:
    """The first of some names, and how many others there are."""
    some = listed(", ", names[:_NAMED])
    rest = len(names) - _NAMED
    return sentence("{some} and {rest} more", some=some, rest=rest) if rest > 0 else some
