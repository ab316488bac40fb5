"""`kiosk run`: from what was typed to a booth, or to a tour where there is no display."""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.deck.records import record_by_name
from kiosk.places import SAMPLE_DECK, cache_folder, config_file, state_folder
from kiosk.sparing import tell

if TYPE_CHECKING:
    from kiosk.deck.load import Loaded
    from kiosk.machine.settings import Settings
    from kiosk.presenter.window import Presenter
    from kiosk.session.orders import Orders
    from kiosk.stage.app import Booth

EXIT_FAILED: Final = 1
"""The deck or the check failed."""
EXIT_USAGE: Final = 2
"""Wrong usage, or no such file."""
EXIT_RUNNING: Final = 3
"""The screen has a booth already."""
EXIT_INTERRUPTED: Final = 130
"""Ctrl+C, as shells and typer have it."""

_VALUES: Final = {"--windowed": "windowed", "--language": "language", "--theme": "theme", "--start": "start"}
_SWITCHES: Final = {"--operator-keys": "operator_keys", "--probe": "probe", "--no-transitions": "no_transitions"}


@record_by_name
class Wishes:
    """What was typed after `kiosk run`, checked for nothing yet."""

    deck: Path | None = None
    """The machine's own where none is named, and else the sample deck."""
    windowed: str = ""
    language: str = ""
    theme: str = ""
    start: str = ""
    operator_keys: bool = False
    probe: bool = False
    no_transitions: bool = False
    present: bool = False
    """`kiosk present`: a presenter's show from its start …"""
    route: str = ""
    """… of this route …"""
    auto: bool = False
    """… which goes on by itself."""


def plain(arguments: list[str]) -> Wishes | None:
    """The wishes of a command line that is `kiosk` or a plain `kiosk run …`; None for one that typer has to read."""
    if arguments and arguments[0] != "run":
        return None
    found: dict[str, str | bool | Path] = {}
    rest = iter(arguments[1:])
    for word in rest:
        value = next(rest, None) if word in _VALUES else None
        if word in _SWITCHES:
            found[_SWITCHES[word]] = True
        elif value is not None and not value.startswith("-"):
            found[_VALUES[word]] = value
        elif not word.startswith("-") and "deck" not in found:
            found["deck"] = Path(word)
        else:
            return None
    return Wishes(**found)  # type: ignore[arg-type]


def run(wishes: Wishes) -> int:
    """Run the booth and give its exit code; say in plain words on stderr what cannot be done."""
    from kiosk.machine.file import read_soon
    from kiosk.stage import graphics

    settings = read_soon(config_file(), cache_folder())
    for problem in settings.problems:
        tell(str(problem))
    if wishes.deck:
        complete_import(wishes.deck)
    deck = wishes.deck or _own_deck(settings)
    if deck.is_file():
        from kiosk.cli.packed import Refused, folder_of

        try:
            deck = folder_of(deck)
        except Refused as refused:
            return int(refused.args[0])
    if not deck.is_dir():
        return refuse(f"There is no deck at {deck}: name a folder with a deck.yaml in it, or a packed deck.")
    if not graphics.has_display():
        return refuse("There is no display here to present on.") if wishes.present else _tour_instead(wishes, deck)
    if wishes.windowed and _size(wishes.windowed) is None:
        return refuse(f"--windowed wants a size such as 1280x720, not {wishes.windowed!r}.")
    orders = _watched(wishes, deck, settings)
    return orders if isinstance(orders, int) else _show(wishes, orders.deck or deck, orders)


def _own_deck(settings: Settings) -> Path:
    """The deck that this machine shows where none is named."""
    if not settings.deck:
        return SAMPLE_DECK
    from kiosk.machine.settings import folder_of

    deck = folder_of(settings.deck, config_file().parent)
    complete_import(deck)
    if deck.exists():
        return deck
    tell(f"{config_file()}: error: there is no deck at {deck}; the sample deck is shown")
    return SAMPLE_DECK


def complete_import(deck: Path) -> None:
    """Have a deck's folder whole where an import into it was cut off."""
    from kiosk.packing.unfinished import is_unfinished

    if is_unfinished(deck.resolve()):
        from kiosk.packing.swap import tidy_if_needed

        tidy_if_needed(deck)


def _watched(wishes: Wishes, deck: Path, settings: Settings) -> Orders | int:
    """Become a booth with a watch over it: its orders. In the watch, at the end, the exit code."""
    from kiosk.session.instance import Instance, screen_name
    from kiosk.session.orders import Orders
    from kiosk.session.voice import Voice
    from kiosk.session.watch import Watch, can_watch, end_at_once
    from kiosk.stage import graphics

    state = state_folder()
    instance = None if wishes.windowed or wishes.probe else Instance(state, screen_name())
    watch = Watch(deck, cache_folder(), state, instance, graphics.has_display) if can_watch() else None
    if watch and settings.reports:
        from kiosk.machine.settings import folder_of

        watch.reports = folder_of(settings.reports, config_file().parent)
    try:
        if instance and not instance.take():
            other = instance.raise_other()
            tell(f"kiosk: This screen has a booth already{f', process {other}' if other else ''}.")
            return EXIT_RUNNING
    except OSError as error:
        tell(f"kiosk: A second booth on this screen would not be noticed: {error}")
    if watch:
        return watch.run()
    end_at_once()
    return Orders(voice=Voice())


def _show(wishes: Wishes, deck: Path, orders: Orders) -> int:
    """Be the booth, and give its exit code."""
    from kiosk.machine.file import read_soon
    from kiosk.stage import graphics

    cache = cache_folder()
    graphics.prepare(cache)
    # Whatever needs no Qt comes before PySide6, which has something to do for every module imported after it.
    for name in ("kiosk.charts", "kiosk.deck.shown", "kiosk.deck.typeset", "kiosk.navigator"):
        import_module(name)
    settings = read_soon(config_file(), cache)
    opened, name = _opened(deck, cache / "decks", orders)
    loaded = _on_this_machine(opened, settings, again=orders.again)
    complaint = _complaint(wishes, loaded)
    if complaint and not orders.again:
        return refuse(complaint)
    if complaint:  # the deck was changed meanwhile, or another one is shown
        from dataclasses import replace

        wishes = replace(wishes, language="", theme="", start="", route="")
    from kiosk.stage.pyside import Sources

    sources = Sources(cache)
    sources.begin()
    from kiosk.stage.application import application_now
    from kiosk.stage.scene import QmlScene

    app = application_now()
    scene = QmlScene(on_slide=wishes.probe or bool(wishes.start))  # the QML is read while the rest is imported
    from PySide6.QtCore import QSize

    from kiosk.stage.app import BoothOptions
    from kiosk.stage.run import RunOptions
    from kiosk.stage.run import run as run_booth

    size = _size(wishes.windowed)
    return run_booth(
        loaded,
        RunOptions(
            deck=deck,
            cache=cache,
            windowed=bool(size),
            start=wishes.start,
            fingerprint=name,
            settings=settings,
            sources=sources,
            orders=orders,
            console=None if wishes.probe else partial(_console, wishes=wishes),
            booth=BoothOptions(
                language=wishes.language,
                theme=wishes.theme or (settings.theme if settings.theme in dict(loaded.themes) else ""),
                text_size=settings.text_size - 1,
                probe=wishes.probe,
                transitions=not wishes.no_transitions,
                operator_keys=wishes.operator_keys or wishes.present or bool(wishes.windowed),
                presenting=wishes.present,
                route=wishes.route,
                auto=wishes.auto,
                size=QSize(*size) if size else app.primaryScreen().size(),
            ),
        ),
        scene,
    )


def _console(booth: Booth, wishes: Wishes) -> Presenter:
    """What a presenter has beside the show; nothing of it is imported before there is one."""
    from kiosk.presenter import open_console

    return open_console(booth, windowed=bool(wishes.windowed), language=wishes.language)


def _size(windowed: str) -> tuple[int, int] | None:
    """The size that a window is wished to have; None where none is, or what is no size."""
    size = re.fullmatch(r"([1-9]\d{2,4})x([1-9]\d{2,4})", windowed)
    return (int(size[1]), int(size[2])) if size else None


def _opened(deck: Path, cache: Path, orders: Orders) -> tuple[Loaded, str]:
    """The deck, or what is left of it after crashes, and the fingerprint that it was opened by."""
    from kiosk.deck.compiled import open_compiled, open_named
    from kiosk.session.safemode import Level
    from kiosk.session.voice import Word

    if orders.level is Level.GOOD and orders.good and (good := open_compiled(orders.good)):
        orders.voice.say(Word.DECK, orders.good.stem)
        return good, orders.good.stem
    loaded, name = open_named(deck, cache)
    orders.voice.say(Word.DECK, name)
    if orders.level is Level.WHOLE:
        return loaded, name
    from kiosk.deck.reduced import nothing, without

    return (without(loaded, orders.left_out) if orders.level is Level.LESS else nothing(loaded)), name


def _on_this_machine(loaded: Loaded, settings: Settings, *, again: bool) -> Loaded:
    """The deck with this machine's settings; those that do not suit it are told, and left alone."""
    if loaded.deck is None or vars(settings) == vars(type(settings)()):  # to compare records takes a millisecond more
        return loaded
    from kiosk.machine.suit import complaints, on_this_machine

    themes = tuple(name for name, _ in loaded.themes)
    for complaint in () if again else complaints(loaded.deck, themes, settings):
        tell(f"{config_file()}: error: {complaint}")
    return on_this_machine(loaded, settings)


def refuse(reason: str) -> int:
    """Say on stderr why not; the exit code for wrong usage."""
    tell(f"kiosk: {reason}")
    return EXIT_USAGE


def _complaint(wishes: Wishes, loaded: Loaded) -> str:
    """What was asked for and is not in the deck; "" where everything is."""
    deck = loaded.deck
    themes = [name for name, _ in loaded.themes]
    if wishes.theme and wishes.theme not in themes:
        return f"There is no theme {wishes.theme!r}, but: {', '.join(themes)}."
    if deck is None:
        return ""
    if wishes.language and wishes.language not in deck.languages:
        return f"The deck does not speak {wishes.language!r}, but: {', '.join(deck.languages)}."
    ids = [place for platform in deck.platforms for place in (platform.id, *(slide.id for slide in platform.slides))]
    routes = [route.id for route in deck.routes]
    if wishes.start and wishes.start not in ids:
        return f"The deck has no platform or slide {wishes.start!r}." + _near(wishes.start, ids)
    if wishes.route and wishes.route not in routes:
        return f"The deck has no route {wishes.route!r}." + (_near(wishes.route, routes) or _named(routes))
    return ""


def _near(name: str, names: list[str]) -> str:
    """The question whether another name was meant; "" where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _named(names: list[str]) -> str:
    return f" There are: {', '.join(names)}." if names else " It has none at all."


def _tour_instead(wishes: Wishes, deck: Path) -> int:
    """Without a display, the pictures of every screen."""
    tell("There is no display here, so this makes the tour: a picture of every screen.")
    from kiosk.lazy import import_at_once

    import_at_once()
    from kiosk.cli.pictures import tour

    return tour(
        deck,
        Path("tour"),
        languages=[wishes.language] if wishes.language else [],
        themes=[wishes.theme] if wishes.theme else [],
    )
